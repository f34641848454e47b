import { en } from './checkpoints.en.ts'
import { zh } from './checkpoints.zh.ts'
import type { Language } from './language.ts'

export const CHECKPOINT_WORDS: Record<Language, typeof zh> = { 'zh-CN': zh, en }
