import type { zh } from './roster-words.zh.ts'

export const en: typeof zh = {
  title: 'Students',
  q: 'Name or student number',
  verified: 'Verified',
  notVerified: 'Not verified',
  see: 'Open file',
  history: 'Whole history',
  agreements: 'Agreements',
  dissolutions: 'Dissolutions',
  destinations: 'Other destinations',
  verification: 'Verification',
  empty: 'No such student.',
}
