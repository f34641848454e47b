import type { Refusal, RefusalCode, RefusalDetails } from '../refusal.ts'
import * as sheet from '../sheets/fault.ts'
import type { ColumnKey } from './columns.ts'

/** What is wrong with a cell of a sheet of invitations; `details` fill its sentence (`src/words/invitation-batch.*`). */
export const BATCH_FAULTS = [
  ...sheet.SHEET_FAULTS,
  'not-money',
  'pay-zero',
  'not-whole',
  'not-a-postcode',
  'not-a-clause',
  'remarks-too-many',
] as const
export type BatchFault = (typeof BATCH_FAULTS)[number]
export type FaultyCell = sheet.FaultyCell<ColumnKey, BatchFault>

/** What a rule of the product would refuse of a row, at the column that it is about; `key` is null where it is the row. */
export type RefusedRow = {
  readonly row: number
  readonly column: string | null
  readonly key: ColumnKey | null
  readonly value: string
  readonly refusal: RefusalCode
  readonly details: RefusalDetails
}
export type RowFault = FaultyCell | RefusedRow

export const refusedRow = (
  row: number,
  { code, details }: Pick<Refusal, 'code' | 'details'>,
): RefusedRow => ({
  row,
  column: null,
  key: null,
  value: '',
  refusal: code,
  details,
})
