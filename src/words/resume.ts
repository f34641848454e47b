import type { Language } from './language.ts'
import { en } from './resume.en.ts'
import { zh } from './resume.zh.ts'

export const RESUME_WORDS: Record<Language, typeof zh> = { 'zh-CN': zh, en }
