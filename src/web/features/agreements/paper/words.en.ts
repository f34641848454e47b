import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Paper agreements',
  noticeTitle: 'Please note',
  notice: [
    'If you have signed an agreement on paper, register it here with its scans for the school to review. You then need not, and cannot, sign online.',
    'Copy what the paper says: the employer’s name as on its seal, the day as written on the paper.',
    'When the school returns it, correct what is asked and send it again. Until the review has passed you may cancel the registration; after that, dissolve the agreement first.',
    'Internship and trainee papers are not employment agreements and cannot be registered.',
  ],
  register: 'Register a paper agreement',
  cannot: 'You cannot register a paper agreement now, because',
  empty: 'Nothing is registered yet. If you have signed on paper, register it with its scans.',
  who: 'Employer and date',
  whoReason: 'Begin with the credit code: the name of an employer registered here fills itself in.',
  termsHint:
    'Copy them from the paper, and leave empty what it does not say: without days there is no probation, without pay in probation it is the regular pay, without a penalty there is none.',
  scans: 'All pages of the agreement, with seal, signatures and dates clearly visible.',
  registeredAt: 'Registered on',
  codeHint:
    '18 characters, on the business licence or in the National Enterprise Credit Information Publicity System',
  looking: 'Looking for the employer…',
  registered: (name) => `Registered employer: ${name}`,
  notRegistered:
    'This employer is not on the platform: type its full name as on the seal; the school checks it',
  notLooked: 'The employer cannot be looked up now: type its full name as on the seal',
  check: 'Check and register',
  confirmTitle: 'Register this paper agreement?',
  confirm: 'Register',
  confirmText:
    'It goes to the school for review and takes your one place: during the review, and once it has passed, you cannot accept an invitation or register another destination.',
  done: 'Registered; it waits for the school',
  sendAgain: 'Send for review again',
}
