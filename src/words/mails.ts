import type { Language } from './language.ts'
import { en } from './mails.en.ts'
import { zh } from './mails.zh.ts'

export const MAIL_WORDS: Record<Language, typeof zh> = { 'zh-CN': zh, en }
