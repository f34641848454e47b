import type { Found } from '../domain/post/wording.ts'
import type { Language } from './language.ts'
import { en } from './post-wording.en.ts'
import { zh } from './post-wording.zh.ts'

const WORDS: Record<Language, typeof zh> = { 'zh-CN': zh, en }

/** What was found, why it may not stand there, and by which article. */
export const findingText = (found: Found, language: Language): string => WORDS[language].found(found)
