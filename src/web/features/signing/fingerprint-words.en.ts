import type { zh } from './fingerprint-words.zh.ts'

export const en: typeof zh = { fingerprint: 'Fingerprint of the content' }
