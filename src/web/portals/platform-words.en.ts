import type { zh } from './platform-words.zh.ts'

export const en: typeof zh = {
  platform: 'Platform',
  schools: 'Schools',
  codeTables: 'Code tables',
  health: 'Health',
  own: 'Account',
  me: 'Mine',
  account: 'Account and password',
  privacy: 'My privacy',
}
