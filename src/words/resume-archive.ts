import type { Language } from './language.ts'
import { en } from './resume-archive.en.ts'
import { zh } from './resume-archive.zh.ts'

export const RESUME_ARCHIVE_WORDS: Record<Language, typeof zh> = { 'zh-CN': zh, en }
