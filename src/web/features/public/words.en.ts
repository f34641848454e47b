import { DEMO_PIN } from '../../../domain/signing/pin.ts'
import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Graduates and employers sign online',
  choose: 'Students and school staff: find your school',
  find: 'Name or code of the school',
  seek: 'Find',
  noMatch: (sought) => `No school has “${sought}” in its name or code. Please check it and try again.`,
  more: (count) => `${count} more schools: type a name or a code.`,
  phone: 'Telephone',
  privacy: 'Privacy',
  verify: 'Verify a document',
  demo: 'Log-ins of this demo',
  demoHint: `This is a demo: its school, employers and students do not exist. Try whatever you like. Where a signing PIN is set it is ${DEMO_PIN}.`,
  portals: { student: 'Student', employer: 'Employer', school: 'School', platform: 'Platform' },
  none: 'No school has been opened here yet.',
  noneHint:
    'Whoever runs this server: npm run operator -- <log-in> <name> prints a link into the platform console, where schools are opened.',
  lead: 'An employer invites, the student answers on a phone, the school certifies. Every step is online and visible.',
  forEmployers: 'Employers',
  register: 'Register an employer',
  suspended: 'This school is suspended here',
  suspendedHint:
    'Its people cannot sign in for now. All agreements and records are kept. Please ask the school’s employment office.',
  employer: 'Employer sign-in',
}
