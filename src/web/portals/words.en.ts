import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  product: 'Qianyue',
  slogan: 'Employment agreements, signed online',
  switchLanguage: '中文',
  skip: 'Skip to content',
  signOut: 'Sign out',
  menu: 'Menu',
}
