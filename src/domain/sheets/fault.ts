import { CELL_FAULTS } from '../sheet.ts'

/** What can be wrong with a cell of any sheet; `details` fill its sentence (`src/words/sheets.*`). */
export const SHEET_FAULTS = [
  ...CELL_FAULTS,
  'needed',
  'hidden-character',
  'not-printed',
  'too-long',
  'not-a-number',
  'not-a-day',
  'not-in-table',
  'several-in-table',
  'not-yes-or-no',
  'not-a-phone',
  'number-twice',
] as const
export type SheetFault = (typeof SHEET_FAULTS)[number]

export type FaultDetails = Readonly<Record<string, string | number>>

/** `row` and `column` as on the sheet; `column` is null where the file has none for it. `value` as it stands there. */
export type FaultyCell<Key extends string = string, Fault extends string = string> = {
  readonly row: number
  readonly column: string | null
  readonly key: Key
  readonly value: string
  readonly fault: Fault
  readonly details: FaultDetails
}
