/** The headings of a roster, and what a school has said of its own. */
import type { SheetRow } from '../sheet.ts'
import type { SheetColumns } from '../sheets/columns.ts'
import * as headings from '../sheets/header.ts'
import { ROSTER_SHEET, type RosterKey } from './columns.ts'

export type OwnHeadings = headings.OwnHeadings<RosterKey>
export type Mapping = headings.Mapping<RosterKey>

/** Null where no row of the first has headings that are known. */
export const findHeadings = (
  rows: readonly SheetRow[],
  own?: OwnHeadings,
  sheet: SheetColumns<RosterKey> = ROSTER_SHEET,
): Mapping | null => headings.findHeadings(sheet, rows, own)
