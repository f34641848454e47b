import { columnsOf, PLACE_COLUMNS, type PlaceColumn } from '../domain/place/columns.ts'
import type { PlaceFactKind } from '../domain/place/fact.ts'
import type { FaultyPlace } from '../domain/place/read-row.ts'
import { fillIn } from './fill-in.ts'
import type { Language } from './language.ts'
import { en } from './places.en.ts'
import { zh } from './places.zh.ts'
import type { SheetToFill } from './sheet-to-fill.ts'
import { HEADING } from './sheets.ts'

const WORDS: Record<Language, typeof zh> = { 'zh-CN': zh, en }
export const placeWords = (language: Language) => WORDS[language]

/** What we call a column. */
export const placeColumn = (key: PlaceColumn, language: Language): string =>
  PLACE_COLUMNS[key][HEADING[language]]

/** What is wrong with a cell, for whoever sees where it stands. */
export const placeFault = (of: FaultyPlace, language: Language): string =>
  fillIn(WORDS[language].fault[of.fault], { ...of.details, value: of.value }, language)

/** A sheet with the headings of its kind, and one that explains them. */
export const placeTemplate = (kind: PlaceFactKind, language: Language): SheetToFill => {
  const { kinds, notes, lines } = WORDS[language]
  return {
    name: kinds[kind],
    headings: columnsOf(kind === 'minimum-wage').map(
      (key) => `${placeColumn(key, language)}${key === 'until' ? '' : '*'}`,
    ),
    choices: new Map(),
    beside: [{ name: notes, rows: lines.map((line) => [line]) }],
  }
}
