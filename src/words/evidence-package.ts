import { en } from './evidence-package.en.ts'
import { zh } from './evidence-package.zh.ts'
import type { Language } from './language.ts'

export const EVIDENCE_PACKAGE_WORDS: Record<Language, typeof zh> = { 'zh-CN': zh, en }
