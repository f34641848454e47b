import type { zh } from './school-words.zh.ts'

export const en: typeof zh = {
  desk: 'Workbench',
  reviews: 'Reviews',
  agreements: 'Agreements to certify',
  dissolutions: 'Dissolutions to certify',
  destinations: 'Destinations to review',
  corrections: 'Corrections to review',
  admissions: 'Employer admissions',
  own: 'Account',
  me: 'Me',
  files: 'Files and settings',
  students: 'Students',
  activationCodes: 'Activation codes',
  rosterImports: 'Roster imports',
  colleges: 'Colleges',
  staff: 'Staff accounts',
  settings: 'Settings',
  account: 'Account',
  privacy: 'My privacy',
  privacyRequests: 'Requests about data',
  privacySettings: 'Privacy settings',
}
