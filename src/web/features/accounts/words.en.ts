import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Account',
  current: 'Current password',
  next: 'New password',
  change: 'Change password',
  changed: 'Changed; all other devices are signed out',
  sessions: 'Signed-in devices',
  thisOne: 'This device',
  endOthers: 'Sign out the others',
  ended: (n) => `${n} signed out`,
  verification: {
    title: 'First-login verification',
    lead: 'Check what the school’s roster says of you and add how to reach you. Then the system is open to you.',
    roster: 'Roster data',
    wrong: 'If anything is wrong, ask the school’s employment office to correct it before you sign.',
    name: 'Name (type it again)',
    idTail: (document) => `${document}: its last six characters`,
    phone: 'Mobile phone',
    email: 'E-mail (optional)',
    password: 'Choose a password',
    passwordHint: 'At least 10 characters, without your student number, phone or document’s number',
    rosterConfirmed: 'I confirm that the roster data above is mine and right',
    electronicFormAgreed: 'I agree to sign employment agreements in electronic form, by acts of this account',
    submit: 'Finish',
    tick: 'Tick to go on',
  },
}
