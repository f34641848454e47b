import { TRANSFER_COLUMNS, TRANSFER_SHEET, type TransferColumn } from '../domain/transfer/columns.ts'
import type { FaultyTransfer } from '../domain/transfer/sheet-row.ts'
import { fillIn } from './fill-in.ts'
import type { Language } from './language.ts'
import type { SheetToFill } from './sheet-to-fill.ts'
import { HEADING } from './sheets.ts'
import { en } from './transfer-sheet.en.ts'
import { zh } from './transfer-sheet.zh.ts'

const WORDS: Record<Language, typeof zh> = { 'zh-CN': zh, en }
/** Of the sheet and of its file. */
export const transferSheetName = (language: Language): string => WORDS[language].sheet

/** What we call a column. */
export const transferColumn = (key: TransferColumn, language: Language): string =>
  TRANSFER_COLUMNS[key][HEADING[language]]

/** What is wrong with a cell, for whoever sees where it stands. */
export const transferFault = (of: FaultyTransfer, language: Language): string =>
  fillIn(WORDS[language].fault[of.fault], { ...of.details, value: of.value }, language)

/** A sheet with the headings, and another that says what stands beneath them. */
export function transferTemplate(language: Language): SheetToFill {
  const { sheet, notes, lines } = WORDS[language]
  return {
    name: sheet,
    headings: TRANSFER_SHEET.keys.map(
      (key) => `${transferColumn(key, language)}${TRANSFER_SHEET.of[key].isNeeded ? '*' : ''}`,
    ),
    choices: new Map(),
    beside: [{ name: notes, rows: lines.map((line) => [line]) }],
  }
}
