import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  basics: 'Basic information',
  employment: 'Employment information',
  year: 'Graduation year',
  level: 'Education level',
  name: 'Name',
  document: {
    resident_id: 'ID number',
    hk_macao_permit: 'Mainland Travel Permit (Hong Kong and Macao)',
    taiwan_permit: 'Mainland Travel Permit (Taiwan)',
    passport: 'Passport number',
    permanent_residence: 'Permanent Residence ID Card',
  },
  gender: 'Gender',
  phone: 'Phone',
  email: 'E-mail',
  status: 'Status',
  category: 'Category',
  date: 'Date',
  holder: 'Where',
  genders: { male: 'Male', female: 'Female' },
}
