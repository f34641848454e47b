import type { RefusalCode } from '../domain/refusal.ts'
import { fillIn } from './fill-in.ts'
import type { Language } from './language.ts'
import { en } from './refusals.en.ts'
import { zh } from './refusals.zh.ts'

const WORDS: Record<Language, Record<RefusalCode, string>> = { 'zh-CN': zh, en }

/** The sentence for a refusal, its details filled in. */
export const refusalText = (
  code: RefusalCode,
  language: Language,
  details: Readonly<Record<string, unknown>> = {},
): string => fillIn(WORDS[language][code], details, language)
