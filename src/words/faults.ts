import { en } from './faults.en.ts'
import { zh } from './faults.zh.ts'
import type { Language } from './language.ts'

export const FAULT_WORDS: Record<Language, typeof zh> = { 'zh-CN': zh, en }
