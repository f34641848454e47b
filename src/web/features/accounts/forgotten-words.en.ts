import type { zh } from './forgotten-words.zh.ts'

export const en: typeof zh = {
  title: 'Forgotten password',
  lead: 'Where the account has a confirmed e-mail address, a link to set a new password is sent there. It is valid for one hour.',
  submit: 'Send the link',
  asked:
    'Received. If there is such an account with a confirmed address, the link arrives there within minutes.',
  askedHint:
    'Nothing has come? Look among the spam and check what you typed; for privacy this page does not say whether an account exists.',
  askedWithoutMail: 'Received. This site sends no e-mail at present: set a new password in the way below.',
  without: 'No address, or no e-mail comes?',
  otherwise: {
    student:
      'Go to your school’s career office with a valid document: one member of staff sees that it is you, another approves, and you are told a one-time code in person, by which you set a new password. The school sees what you have asked for above.',
    employer:
      'Ask an owner of your employer for a one-time link (Members); if you are the only owner, turn to the platform or a partner school.',
    school: 'Ask an administrator of your school for a one-time link (Staff accounts).',
    platform: 'Whoever runs the server gives you a one-time link by a command.',
  },
  haveCode: 'I have a code from my school',
  back: 'Back to sign-in',
  recover: {
    title: 'Set a new password by the school’s code',
    lead: 'Your school tells you the code in person; it works once, within 24 hours.',
    code: 'Code',
  },
}
