import type { Language } from '../language.ts'
import { en } from './zip.en.ts'
import { zh } from './zip.zh.ts'

export const COPY_WORDS: Record<Language, typeof zh> = { 'zh-CN': zh, en }
