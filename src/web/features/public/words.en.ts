import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Graduates and employers sign online',
  choose: 'Choose a school',
  lead: 'An employer invites, the student answers on a phone, the school certifies. Every step is online and visible.',
  forEmployers: 'Employers',
  register: 'Register an employer',
  notice: 'Please note',
  doors: 'Sign in',
  student: 'Students',
  studentHint: 'Read invitations, sign, follow the review',
  employer: 'Employers',
  employerHint: 'Invite students, revise, withdraw, see answers',
  school: 'School staff',
  schoolHint: 'Certify agreements, see files',
}
