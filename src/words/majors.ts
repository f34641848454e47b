import { MAJOR_COLUMNS, MAJOR_SHEET, MAJOR_STATES, type MajorColumn } from '../domain/major/columns.ts'
import type { FaultyMajor } from '../domain/major/read-row.ts'
import { fillIn } from './fill-in.ts'
import type { Language } from './language.ts'
import { en } from './majors.en.ts'
import { zh } from './majors.zh.ts'
import type { SheetToFill } from './sheet-to-fill.ts'
import { HEADING } from './sheets.ts'

const WORDS: Record<Language, typeof zh> = { 'zh-CN': zh, en }
/** Of the sheet and of its file. */
export const majorSheetName = (language: Language): string => WORDS[language].sheet

/** What we call a column. */
export const majorColumn = (key: MajorColumn, language: Language): string =>
  MAJOR_COLUMNS[key][HEADING[language]]
export const majorHeadings = (language: Language): string[] =>
  MAJOR_SHEET.keys.map((key) => majorColumn(key, language))
export const majorState = (inUse: boolean, language: Language): string =>
  MAJOR_STATES[inUse ? 'yes' : 'no'][HEADING[language]]

/** What is wrong with a cell, for whoever sees where it stands. */
export const majorFault = (of: FaultyMajor, language: Language): string =>
  fillIn(WORDS[language].fault[of.fault], { ...of.details, value: of.value }, language)

type Named = { readonly code: string; readonly name: string }
/** A sheet with the headings, and others with what can stand beneath them. */
export function majorTemplate(
  { levels, colleges }: { readonly levels: readonly Named[]; readonly colleges: readonly Named[] },
  language: Language,
): SheetToFill {
  const { sheet, notes, lines } = WORDS[language]
  const listed = (all: readonly Named[]) => all.map(({ code, name }) => [name, code])
  return {
    name: sheet,
    headings: MAJOR_SHEET.keys.map(
      (key) => `${majorColumn(key, language)}${MAJOR_SHEET.of[key].isNeeded ? '*' : ''}`,
    ),
    choices: new Map([
      [MAJOR_SHEET.keys.indexOf('state'), [true, false].map((inUse) => majorState(inUse, language))],
    ]),
    beside: [
      { name: notes, rows: lines.map((line) => [line]) },
      { name: majorColumn('level', language), rows: listed(levels) },
      { name: majorColumn('colleges', language), rows: listed(colleges) },
    ],
  }
}
