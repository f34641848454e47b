/** What the rows of a sheet mean for the records that they name, judged together: of two rows with one number neither is taken. */
import type { Day } from '../day.ts'
import { Refusal, type RefusalCode } from '../refusal.ts'
import type { Acting } from '../review.ts'
import { faultyCell } from '../sheets/cells.ts'
import type { FaultDetails } from '../sheets/fault.ts'
import type { Mapping } from '../sheets/header.ts'
import { isSameText } from '../text.ts'
import { actOnTransfer, type TransferCommand, type TransferOutcome } from './acts.ts'
import type { TransferColumn } from './columns.ts'
import { isTransferOpen } from './life.ts'
import { NUMBER_KINDS, type NumberKind, type TransferCase } from './record.ts'
import type { FaultyTransfer, ReadTransfer, TransferFault, TransferRow } from './sheet-row.ts'

/**
 * What a row means for its record, act by act, as one would do it by hand; none where it says what stands there already. What names no
 * day of sending went on the day of what followed, else today. A thrown Refusal where the rules refuse one of them.
 */
export function followRow(
  record: TransferCase,
  of: TransferRow,
  today: Day,
  acting: Acting,
): TransferOutcome[] {
  const outcomes: TransferOutcome[] = []
  const latest = () => outcomes[outcomes.length - 1]?.after ?? record
  const act = (command: TransferCommand) => outcomes.push(actOnTransfer(latest(), command, acting))
  const hasNew = NUMBER_KINDS.some(
    (kind) => (of.numbers[kind] ?? record.numbers[kind]) !== record.numbers[kind],
  )
  const goes = of.sentOn !== null || of.numbers.tracking !== undefined
  const { numbers } = of
  if (goes && isTransferOpen(record.status))
    act({
      action: 'send',
      seenVersion: latest().version,
      on: of.sentOn ?? of.receivedOn ?? of.returnedOn ?? today,
      numbers,
    })
  else if (hasNew) act({ action: 'number', seenVersion: latest().version, numbers })
  if (of.receivedOn !== null && of.receivedOn !== record.receivedOn)
    act({ action: 'receive', seenVersion: latest().version, on: of.receivedOn })
  if (of.returnedOn !== null && of.returnedOn !== record.returnedOn)
    act({ action: 'return', seenVersion: latest().version, on: of.returnedOn, reason: of.reason })
  return outcomes
}

/** Whose a number is that others have numbered: of EMS one record's, else one student's. */
export type NumberHolder = {
  readonly kind: NumberKind
  readonly number: string
  readonly recordId: string
  readonly studentId: string
}
export type Judging = {
  /** Those that are named, by 发档号. */
  readonly records: ReadonlyMap<string, TransferCase>
  readonly holders: readonly NumberHolder[]
  readonly today: Day
  readonly acting: Acting
}
export type JudgedTransfers = {
  /** What is right and says something new, with what comes of it. */
  readonly right: readonly {
    readonly read: ReadTransfer
    readonly record: TransferCase
    readonly outcomes: readonly TransferOutcome[]
  }[]
  readonly same: number
  readonly faults: readonly FaultyTransfer[]
}

/** How a rule's refusal is told at the cell of a row. */
const TOLD: Partial<Record<RefusalCode, readonly [TransferColumn, TransferFault]>> = {
  'reason-needed': ['reason', 'reason-needed'],
  'already-moved-on': ['dispatch', 'moved-on'],
  'changed-too-often': ['dispatch', 'moved-on'],
  'transfer-file-stays': ['dispatch', 'not-addressed'],
  'transfer-without-receiver': ['dispatch', 'not-addressed'],
  'transfer-without-address': ['dispatch', 'not-addressed'],
}
type Fail = (key: TransferColumn, fault: TransferFault, details?: FaultDetails) => void

const failBy = (error: unknown, fail: Fail): void => {
  if (!(error instanceof Refusal)) throw error
  const { field, day } = error.details
  const told = TOLD[error.code]
  if (told) fail(...told)
  else if (error.code === 'transfer-day-before' && (field === 'receivedOn' || field === 'returnedOn'))
    fail(field, 'day-before', { day: day ?? '' })
  else throw error
}

/** Values that stand in more than one row. */
const repeated = (values: readonly string[]): ReadonlySet<string> => {
  const seen = new Set<string>()
  return new Set(values.filter((value) => value !== '' && (seen.has(value) || !seen.add(value))))
}

const isAnothers = (
  { kind, number, recordId, studentId }: NumberHolder,
  record: TransferCase,
  numbers: TransferRow['numbers'],
): boolean =>
  numbers[kind] === number && (kind === 'tracking' ? recordId !== record.id : studentId !== record.studentId)

/** Each row beside the record that it names. What is refused of it is told at its cell; nothing of a faulty row is taken. */
export function judgeTransfers(
  reads: readonly ReadTransfer[],
  mapping: Mapping<TransferColumn>,
  { records, holders, today, acting }: Judging,
): JudgedTransfers {
  const dispatches = repeated(reads.map(({ dispatch }) => dispatch))
  const twice = Object.fromEntries(
    NUMBER_KINDS.map((kind) => [
      kind,
      repeated(
        reads
          // 机要 may carry several files under one number.
          .filter(({ dispatch }) => kind !== 'tracking' || records.get(dispatch)?.channel !== 'confidential')
          .map(({ numbers }) => numbers[kind] ?? ''),
      ),
    ]),
  ) as Record<NumberKind, ReadonlySet<string>>
  const right: JudgedTransfers['right'][number][] = []
  const faults: FaultyTransfer[] = []
  let same = 0
  for (const read of reads) {
    const own = [...read.faults]
    const fail: Fail = (key, fault, details) => {
      if (!own.some((one) => one.key === key)) own.push(faultyCell(mapping, read.row, key, fault, details))
    }
    const record = records.get(read.dispatch)
    if (dispatches.has(read.dispatch)) fail('dispatch', 'record-twice')
    else if (!record && read.dispatch !== '') fail('dispatch', 'no-such-record')
    if (record && read.name !== '' && !isSameText(read.name, record.snapshot.name))
      fail('name', 'another-name')
    for (const kind of NUMBER_KINDS)
      if (twice[kind].has(read.numbers[kind] ?? '')) fail(kind, 'number-repeated')
    if (record)
      for (const holder of holders)
        if (isAnothers(holder, record, read.numbers)) fail(holder.kind, 'number-of-another')
    let outcomes: readonly TransferOutcome[] = []
    if (record && own.length === 0)
      try {
        outcomes = followRow(record, read, today, acting)
      } catch (error) {
        failBy(error, fail)
      }
    faults.push(...own)
    if (own.length > 0 || !record) continue
    if (outcomes.length === 0) same++
    else right.push({ read, record, outcomes })
  }
  return { right, same, faults }
}
