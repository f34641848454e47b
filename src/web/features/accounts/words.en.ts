import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Account',
  password: 'Sign-in password',
  current: 'Current password',
  next: 'New password',
  change: 'Change password',
  changed: 'Changed; all other devices are signed out',
  sessions: 'Signed-in devices',
  thisOne: 'This device',
  endOthers: 'Sign out the others',
  ended: (n) => `${n} signed out`,
  fault: {
    mobile:
      'Type a mobile number of 11 digits, or one abroad with + and its country code, such as +44 7911 123456',
    documentTail: 'Type the last six characters, digits and letters only',
    password: {
      'too-short': 'A password has at least 10 characters',
      'too-long': 'This password is too long',
      repetitive: 'Too many characters are repeated or follow each other: choose another',
      'too-common': 'This password is too common: choose another',
      'contains-personal':
        'A password must not contain your name, student number, phone or document’s number',
    },
  },
  verification: {
    title: 'First-login verification',
    lead: 'Check what the school’s roster says of you and add how to reach you. Then the system is open to you.',
    roster: 'Roster data',
    wrong:
      'If a wrong name or number keeps you from verifying, ask the school’s employment office. If something else is wrong, ask for its correction under your data afterwards, before you sign.',
    name: 'Name (type it again)',
    idTail: (document) => `${document}: its last six characters`,
    idTailHint: 'Letters in it may be small or capital',
    secondFact: {
      'exam-number': 'Examinee number (考生号)',
      'phone-tail': 'Last four digits of the phone that the school has',
    },
    secondFactHint: 'The school asks for this; type it as the roster has it',
    secondFactMissing:
      'The roster lacks what the school asks for here: ask the school’s employment office to add it, or for an activation code to sign in with.',
    phone: 'Mobile phone',
    phoneHint:
      'A number abroad begins with + and its country code; whether SMS reach it is up to the school’s provider',
    email: 'E-mail',
    emailHint: 'Where this site sends e-mail, a link comes to confirm it; copies go there only then',
    password: 'Choose a password',
    passwordHint: 'At least 10 characters, without your student number, phone or document’s number',
    rosterConfirmed: 'I confirm that the roster data above is mine and right',
    electronicFormAgreed: 'I agree to sign employment agreements in electronic form, by acts of this account',
    submit: 'Finish',
    tick: 'Tick to go on',
  },
}
