import { en } from './jobs.en.ts'
import { zh } from './jobs.zh.ts'
import type { Language } from './language.ts'

export const JOB_WORDS: Record<Language, typeof zh> = { 'zh-CN': zh, en }
