import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Graduates and employers sign online',
  choose: 'Choose a school',
  none: 'No school has been opened here yet.',
  noneHint:
    'Whoever runs this server: npm run operator -- <log-in> <name> prints a link into the platform console, where schools are opened.',
  lead: 'An employer invites, the student answers on a phone, the school certifies. Every step is online and visible.',
  notice: 'Please note',
  suspended: 'This school is suspended here',
  suspendedHint:
    'Its people cannot sign in for now. All agreements and records are kept. Please ask the school’s employment office.',
  doors: 'Sign in',
  student: 'Students',
  studentHint: 'Read invitations, sign, follow the review',
  employer: 'Employers',
  employerHint: 'Invite students, revise, withdraw, see answers',
  school: 'School staff',
  schoolHint: 'Certify agreements, see files',
}
