import type { zh } from './student-words.zh.ts'

export const en: typeof zh = {
  home: 'Home',
  employment: 'Employment',
  signingTab: 'Signing',
  me: 'Me',
  signing: 'Online signing',
  paper: 'Paper agreements',
  destinations: 'Other destinations',
  confirmation: 'Confirm my destination',
  help: 'Help to find work',
  dissolutions: 'Dissolutions',
  recommendation: 'Recommendation',
  market: 'Job market',
  marketTab: 'Jobs',
  jobs: 'Find a job',
  talks: 'Campus talks',
  fairs: 'Recruitment fairs',
  personal: 'Personal',
  basics: 'My data',
  password: 'Change password',
  privacy: 'My privacy',
}
