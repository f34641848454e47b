import type { zh } from './mails.zh.ts'

export const en: typeof zh = {
  product: 'Qianyue',
  greeting: (name) => `Dear ${name},`,
  see: (address) => `See it here: ${address}`,
  from: (school) => `${school} · Qianyue`,
  confirm: {
    subject: 'Please confirm your e-mail address',
    text: (address) =>
      `Open this page and press “Confirm the address”. The link is valid for 7 days and works once:\n${address}`,
    notYou: 'If it was not you who gave this address, ignore this e-mail: without confirmation none follows.',
  },
  anew: {
    subject: 'Set a new password',
    text: (login, address) =>
      `Somebody asked at the sign-in page for a new password of your account (${login}). Open this page to set one; the link is valid for one hour and works once:\n${address}`,
    notYou: 'If it was not you, ignore this e-mail: unless the link is opened, the password stays as it is.',
  },
  stop: (address) => `Sent by the system: please do not reply. To change or stop these copies: ${address}`,
}
