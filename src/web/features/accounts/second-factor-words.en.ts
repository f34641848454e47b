import type { zh } from './second-factor-words.zh.ts'

export const en: typeof zh = {
  title: 'Second factor',
  off: 'Off. Once it is on, signing in takes the six digits of an authenticator on your phone beside the password.',
  on: (since) => `On since ${since}`,
  left: (n) =>
    n === 0
      ? 'No code for a lost phone is left; make new ones'
      : `${n} code${n === 1 ? '' : 's'} for a lost phone left`,
  required: 'The school asks its staff for a second factor; it cannot be switched off.',
  turnOn: 'Switch on',
  password: 'Current password',
  next: 'Next',
  needed: {
    title: 'Enter the code',
    text: 'Enter the six digits that your authenticator shows for 签约 Qianyue, or a code for a lost phone. If you have neither, ask an administrator of the school to reset your second factor.',
    platform:
      'Enter the six digits that your authenticator shows for 签约 Qianyue, or a code for a lost phone. If you have neither, run npm run operator on the server again.',
  },
  toSetUp: {
    title: 'Set up a second factor first',
    text: 'The school asks its staff for a code of an authenticator beside the password. Setting it up takes about a minute, once.',
  },
  scan: '1. Open an authenticator on your phone (Microsoft Authenticator, Google Authenticator or another) and scan this picture; or type the key.',
  secret: 'Key',
  enter: '2. Enter the six digits that it shows.',
  code: 'Code',
  confirm: 'Confirm',
  codes: 'Codes for a lost phone',
  codesHint:
    'With one of these you sign in when your phone is lost or new; each works once. They are shown here once and kept nowhere: write them down or print them, and keep them apart from the phone.',
  copy: 'Copy',
  copied: 'Codes copied',
  print: 'Print',
  saved: 'I have kept them',
  done: 'The second factor is on; all other devices are signed out',
  renew: {
    label: 'New codes for a lost phone',
    title: 'Make new codes?',
    text: 'The codes you had open nothing from then on.',
    done: 'New codes are made',
  },
  turnOff: {
    label: 'Switch off',
    title: 'Switch the second factor off?',
    text: 'The password alone signs you in then.',
    done: 'The second factor is off',
  },
}
