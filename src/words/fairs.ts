import { en } from './fairs.en.ts'
import { zh } from './fairs.zh.ts'
import type { Language } from './language.ts'

export const FAIR_WORDS: Record<Language, typeof zh> = { 'zh-CN': zh, en }
