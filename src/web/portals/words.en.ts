import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  slogan: 'Employment agreements, signed online',
  signOut: 'Sign out',
  menu: 'Menu',
}
