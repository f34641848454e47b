import type { Language } from './language.ts'
import { en } from './verify.en.ts'
import { zh } from './verify.zh.ts'

export const VERIFY_WORDS: Record<Language, typeof zh> = { 'zh-CN': zh, en }
