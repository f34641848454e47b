import { CELL_FAULTS } from '../sheet.ts'
import type { ColumnKey } from './columns.ts'

/** What is wrong with a cell of a roster; `details` fill its sentence (`src/words/roster.*`). */
export const ROSTER_FAULTS = [
  ...CELL_FAULTS,
  'needed',
  'needed-for-training-mode',
  'hidden-character',
  'too-long',
  'not-a-number',
  'not-a-day',
  'not-a-month',
  'not-a-year',
  'day-not-meant',
  'year-not-meant',
  'not-in-table',
  'several-in-table',
  'not-yes-or-no',
  'not-a-phone',
  'not-a-mobile',
  'not-an-email',
  'not-a-document-type',
  'document-length',
  'document-characters',
  'document-birth-date',
  'document-check-character',
  'document-not-in-form',
  'gender-contradicts-document',
  'birth-contradicts-document',
  'number-twice',
  'document-twice',
  'document-of-another',
  'college-with-cases',
] as const
export type RosterFault = (typeof ROSTER_FAULTS)[number]

export type FaultDetails = Readonly<Record<string, string | number>>

/** `row` and `column` as on the sheet; `column` is null where the file has none for it. `value` as it stands there. */
export type FaultyCell = {
  readonly row: number
  readonly column: string | null
  readonly key: ColumnKey
  readonly value: string
  readonly fault: RosterFault
  readonly details: FaultDetails
}
