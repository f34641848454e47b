import type { Language } from './language.ts'
import { en } from './public-site.en.ts'
import { zh } from './public-site.zh.ts'

export const PUBLIC_SITE_WORDS: Record<Language, typeof zh> = { 'zh-CN': zh, en }
