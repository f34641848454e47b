import type { zh } from './first-login-words.zh.ts'

export const en: typeof zh = {
  title: 'First login',
  way: 'By',
  by: {
    'id-number': 'ID number',
    'exam-number': 'ID number and examinee number (考生号)',
    'phone-tail': 'ID number and the phone’s last four digits',
    'activation-code': 'Activation code only',
  },
  state: 'State',
  open: 'Open',
  lacks: {
    'exam-number': 'The roster lacks the examinee number that is asked for: hand out a code',
    'phone-tail': 'The roster lacks the phone that is asked for: hand out a code',
  },
  closed: (since) => `Closed on ${since} after too many wrong tries`,
  code: 'Activation code',
  codeUntil: (until) => `Made, can be used once until ${until}`,
  noCode: 'None',
  hint: 'Make sure that it is the student who asks, then open it again or hand out a code. A code works while it is closed.',
  reopen: {
    label: 'Open again',
    title: 'Open this student’s first login again?',
    text: 'The wrong tries are forgotten, and the student can sign in by ID number again.',
    done: 'Opened again',
  },
  make: {
    label: 'Make an activation code',
    title: 'Make an activation code for this student?',
    text: 'It works once, within 7 days, typed in the place of the password. A code made before opens nothing any more.',
    done: 'The code was made',
  },
  shown: 'Activation code (shown only now)',
  shownHint: (until) =>
    `Hand it to the student in person or by a way you trust. It works once, until ${until}: whoever signs in with it verifies and sets a password at once.`,
  written: 'I have noted it',
}
