import type { zh } from './confirm-email-words.zh.ts'

export const en: typeof zh = {
  title: 'Confirm your e-mail address',
  lead: 'Once confirmed, the notifications that you have chosen are copied to this address. If it was not you who gave it, just close this page.',
  confirm: 'Confirm the address',
  done: (email) => `The address ${email} is confirmed`,
  close: 'You can close this page now.',
  incomplete: 'This link is not complete: copy all of it from the e-mail',
}
