import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  basics: 'Basic information',
  employment: 'Employment information',
  year: 'Graduation year',
  level: 'Education level',
  name: 'Name',
  id: 'ID number',
  gender: 'Gender',
  phone: 'Phone',
  email: 'E-mail',
  status: 'Status',
  category: 'Category',
  date: 'Date',
  holder: 'Where',
  genders: { male: 'Male', female: 'Female' },
}
