import type { Day } from '../day.ts'
import { LONGEST } from '../longest.ts'
import { canBeMeant } from '../plausible-day.ts'
import type { SheetRow } from '../sheet.ts'
import { faultyCell } from '../sheets/cells.ts'
import { type FaultDetails, type FaultyCell, SHEET_FAULTS } from '../sheets/fault.ts'
import type { Mapping } from '../sheets/header.ts'
import { dayOf, lineOf, numberOf, readCell, type Said } from '../sheets/read-cell.ts'
import { readCells } from '../sheets/read-cells.ts'
import type { TransferColumn } from './columns.ts'
import { NUMBER_KINDS, type TransferNumbers } from './record.ts'

/** What is wrong with a cell; `details` fill its sentence (`src/words/transfer-sheet.*`). */
export const TRANSFER_FAULTS = [
  ...SHEET_FAULTS,
  'no-such-record',
  'record-twice',
  'another-name',
  'number-repeated',
  'number-of-another',
  'day-not-meant',
  'day-before',
  'reason-needed',
  'moved-on',
  'not-addressed',
] as const
export type TransferFault = (typeof TRANSFER_FAULTS)[number]
export type FaultyTransfer = FaultyCell<TransferColumn, TransferFault>

/** What a row says beside whose it is; null and empty where it says nothing. */
export type TransferRow = {
  readonly sentOn: Day | null
  readonly receivedOn: Day | null
  readonly returnedOn: Day | null
  readonly reason: string
  readonly numbers: Partial<TransferNumbers>
}
export type ReadTransfer = TransferRow & {
  readonly row: SheetRow
  readonly dispatch: string
  readonly name: string
  readonly faults: FaultyTransfer[]
}

const READS = {
  dispatch: numberOf,
  name: (text) => lineOf(text),
  tracking: numberOf,
  transfer: numberOf,
  verification: numberOf,
  migration: numberOf,
  sentOn: dayOf,
  receivedOn: dayOf,
  returnedOn: dayOf,
  reason: (text) => lineOf(text, LONGEST.reason),
} satisfies Record<TransferColumn, (text: string) => Said<TransferFault>>
const DAYS = ['sentOn', 'receivedOn', 'returnedOn'] as const

/** The cells of a row by themselves: what it says, and what of it is wrong. */
export function readTransferRow(row: SheetRow, mapping: Mapping<TransferColumn>, at: Date): ReadTransfer {
  const faults: FaultyTransfer[] = []
  const fail = (key: TransferColumn, fault: TransferFault, details?: FaultDetails) => {
    if (!faults.some((one) => one.key === key)) faults.push(faultyCell(mapping, row, key, fault, details))
  }
  const { values } = readCells<TransferColumn, TransferFault>(
    row,
    mapping,
    (key, text) => readCell(text, READS[key], { most: key === 'reason' ? LONGEST.reason : LONGEST.line }),
    fail,
  )
  if (values.dispatch === undefined) fail('dispatch', 'needed')
  for (const key of DAYS) {
    const day = values[key]
    if (day !== undefined && !canBeMeant(day, 'signed', at)) fail(key, 'day-not-meant')
  }
  return {
    row,
    dispatch: values.dispatch ?? '',
    name: values.name ?? '',
    sentOn: values.sentOn ?? null,
    receivedOn: values.receivedOn ?? null,
    returnedOn: values.returnedOn ?? null,
    reason: values.reason ?? '',
    numbers: Object.fromEntries(NUMBER_KINDS.flatMap((kind) => (values[kind] ? [[kind, values[kind]]] : []))),
    faults,
  }
}
