import type { zh } from './mails.zh.ts'

export const en: typeof zh = {
  product: 'Qianyue',
  greeting: (name) => `Dear ${name},`,
  see: (address) => `See it here: ${address}`,
  from: (school) => `${school} · Qianyue`,
  stop: (address) => `Sent by the system: please do not reply. To change or stop these copies: ${address}`,
}
