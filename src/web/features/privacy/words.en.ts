import type { zh } from './words.zh.ts'

export const en: typeof zh = {}
