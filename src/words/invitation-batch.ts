import { BATCH_COLUMNS, type ColumnKey } from '../domain/invitation-batch/columns.ts'
import type { RowFault } from '../domain/invitation-batch/fault.ts'
import { fillIn } from './fill-in.ts'
import { en } from './invitation-batch.en.ts'
import { zh } from './invitation-batch.zh.ts'
import type { Language } from './language.ts'
import { refusalText } from './refusals.ts'
import { HEADING, placed } from './sheets.ts'

export const BATCH_WORDS: Record<Language, typeof zh> = { 'zh-CN': zh, en }

/** What we call a column. */
export const columnName = (key: ColumnKey, language: Language): string =>
  BATCH_COLUMNS[key][HEADING[language]]

/** What is wrong with a cell or a row, for whoever sees where it stands. */
export const faultAlone = (of: RowFault, language: Language): string =>
  'refusal' in of
    ? refusalText(of.refusal, language, of.details)
    : fillIn(BATCH_WORDS[language].fault[of.fault], { ...of.details, value: of.value }, language)

/** What is wrong, and where it stands; of a whole row its place is the row. */
export function faultText(of: RowFault, language: Language): string {
  const said = faultAlone(of, language)
  return of.key === null ? said : placed(of, { name: columnName(of.key, language), said }, language)
}
