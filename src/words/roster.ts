import { isOwnKey, type OwnField } from '../domain/own-field/field.ts'
import { ROSTER_COLUMNS, type RosterKey } from '../domain/roster/columns.ts'
import type { FaultyCell } from '../domain/roster/fault.ts'
import { fillIn } from './fill-in.ts'
import type { Language } from './language.ts'
import { ownName } from './own-fields.ts'
import { en } from './roster.en.ts'
import { zh } from './roster.zh.ts'
import { HEADING, placed } from './sheets.ts'

export const ROSTER_WORDS: Record<Language, typeof zh> = { 'zh-CN': zh, en }

/** What we call a column, and a school its own; empty of a field that is not among these any more. */
export function columnName(key: RosterKey, language: Language, own: readonly OwnField[]): string {
  if (isOwnKey(key))
    return ownName(
      own.find((field) => field.key === key),
      language,
    )
  return ROSTER_COLUMNS[key][HEADING[language]]
}

/** What is wrong with a cell, for whoever sees where it stands: `请填写此项`. */
export const faultAlone = (
  { fault, details, value }: Pick<FaultyCell, 'fault' | 'details' | 'value'>,
  language: Language,
): string => fillIn(ROSTER_WORDS[language].fault[fault], { ...details, value }, language)

/** What is wrong with a cell, and where it stands: `第 12 行 C 列“性别”：请填写此项`. */
export function faultText(faulty: FaultyCell, language: Language, own: readonly OwnField[]): string {
  const name = columnName(faulty.key, language, own)
  return placed(faulty, { name, said: faultAlone(faulty, language) }, language)
}
