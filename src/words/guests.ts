import { en } from './guests.en.ts'
import { zh } from './guests.zh.ts'
import type { Language } from './language.ts'

export const GUEST_WORDS: Record<Language, typeof zh> = { 'zh-CN': zh, en }
