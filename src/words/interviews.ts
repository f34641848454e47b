import { en } from './interviews.en.ts'
import { zh } from './interviews.zh.ts'
import type { Language } from './language.ts'

export const INTERVIEW_WORDS: Record<Language, typeof zh> = { 'zh-CN': zh, en }
