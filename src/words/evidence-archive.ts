import { en } from './evidence-archive.en.ts'
import { zh } from './evidence-archive.zh.ts'
import type { Language } from './language.ts'

export const EVIDENCE_ARCHIVE_WORDS: Record<Language, typeof zh> = { 'zh-CN': zh, en }
