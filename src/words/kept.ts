import { en } from './kept.en.ts'
import { zh } from './kept.zh.ts'
import type { Language } from './language.ts'

export const KEPT_WORDS: Record<Language, typeof zh> = { 'zh-CN': zh, en }
