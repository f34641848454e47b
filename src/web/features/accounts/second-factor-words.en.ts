import type { zh } from './second-factor-words.zh.ts'

export const en: typeof zh = {
  title: 'Second factor',
  off: 'Off. Once it is on, signing in takes the six digits of an authenticator on your phone, or a passkey, beside the password.',
  offOthers:
    'Off. Once it is on, signing in by password takes a passkey or a code for a lost device too; within WeChat only such a code.',
  on: (since, { authenticator, passkeys }) =>
    `On since ${since}: ${[authenticator && 'authenticator', passkeys && 'passkeys'].filter(Boolean).join(', ')}`,
  addAuthenticator: 'Add an authenticator',
  turnOnOthers: {
    label: 'Switch on',
    title: 'Switch the second factor on?',
    text: 'Signing in by password then takes a passkey or a code for a lost device too; all other devices are signed out.',
    done: 'The second factor is on',
  },
  turnOffOthers: 'The password alone signs you in then; your passkeys go on working.',
  left: (n) =>
    n === 0
      ? 'No code for a lost phone is left; make new ones'
      : `${n} code${n === 1 ? '' : 's'} for a lost phone left`,
  required: 'The school asks its staff for a second factor; it cannot be switched off.',
  turnOn: 'Switch on',
  password: 'Current password',
  next: 'Next',
  needed: {
    title: 'One more step',
    titleCode: 'Enter the code',
    byCode:
      'Enter the six digits that your authenticator shows for 签约 Qianyue, or a code for a lost phone.',
    byRecovery: 'Enter a code for a lost device.',
    passkey: 'Use a passkey',
    orElse: 'If you cannot use your passkey: ',
    elsewhere: (hosts) => `Your passkeys work at ${hosts} alone, not at this address.`,
    unsupported:
      'This browser knows no passkeys: use the one of your phone or computer, or enter a code for a lost device.',
    lost: {
      school: 'If you have none of them, ask an administrator of the school to reset your second factor.',
      platform: 'If you have none of them, run npm run operator on the server again.',
      student:
        'If you have none of them, have your password set anew at your school’s career office: the second factor goes with it.',
      employer:
        'If you have none of them, another owner of your employer can remove this account and add it anew.',
    },
  },
  toSetUp: {
    title: 'Set up a second factor first',
    text: 'The school asks its staff for an authenticator or a passkey beside the password. Setting it up takes about a minute, once.',
    authenticator: 'By an authenticator on your phone',
    passkey: 'By a passkey (the fingerprint, face or lock of this device, or a security key)',
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
    text: 'The password alone signs you in then; the authenticator and all passkeys are removed.',
    done: 'The second factor is off',
  },
}
