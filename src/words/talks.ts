import type { Language } from './language.ts'
import { en } from './talks.en.ts'
import { zh } from './talks.zh.ts'

export const TALK_WORDS: Record<Language, typeof zh> = { 'zh-CN': zh, en }
