/** The headings of a roster, and what a school has said of its own. */
import type { SheetRow } from '../sheet.ts'
import * as headings from '../sheets/header.ts'
import { type ColumnKey, ROSTER_SHEET } from './columns.ts'

export type OwnHeadings = headings.OwnHeadings<ColumnKey>
export type Mapping = headings.Mapping<ColumnKey>

/** Null where no row of the first has headings that are known. */
export const findHeadings = (rows: readonly SheetRow[], own?: OwnHeadings): Mapping | null =>
  headings.findHeadings(ROSTER_SHEET, rows, own)
