import type { OwnFaulty } from '../domain/form.ts'
import { type OwnField, ownNames } from '../domain/own-field/field.ts'
import type { OwnFault } from '../domain/own-field/read.ts'
import type { SheetFault } from '../domain/sheets/fault.ts'
import { fillIn } from './fill-in.ts'
import type { Language } from './language.ts'
import { en } from './own-fields.en.ts'
import { zh } from './own-fields.zh.ts'
import { SHEET_WORDS } from './sheets.ts'

/** What is said of fields that a school has of its own. */
export const OWN_WORDS: Record<Language, typeof zh> = { 'zh-CN': zh, en }

/** What a school calls a field of its own; empty where it is none of its any more. */
export function ownName(field: Pick<OwnField, 'name' | 'nameEn'> | undefined, language: Language): string {
  if (!field) return ''
  return language === 'en' ? ownNames(field).nameEn : field.name
}

/** What is wrong with what was said in one. */
export const ownFaultText = ({ fault, details = {} }: OwnFaulty, language: Language): string => {
  const words: Record<OwnFault | SheetFault, string> = {
    ...SHEET_WORDS[language].fault,
    ...OWN_WORDS[language].fault,
  }
  return fillIn(words[fault], details, language)
}
