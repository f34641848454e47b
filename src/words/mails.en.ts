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
  stop: (address) => `Sent by the system: please do not reply. To change or stop these copies: ${address}`,
}
