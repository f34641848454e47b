import type { zh } from './phone-words.zh.ts'

export const en: typeof zh = {
  title: 'Mobile number',
  now: (phone) => `Now: ${phone === '' ? 'none' : phone}`,
  next: 'New mobile number',
  hint: 'A number abroad begins with + and its country code; whether SMS reach it is up to the school’s provider',
  password: 'Your password (to change the number)',
  change: 'Change the number',
  changed: 'The number was changed',
}
