/** A row of a sheet as an invitation: whom, until when, with which terms; and everything that is wrong with it, cell by cell. */
import { addDays, type Day, dayInChina } from '../day.ts'
import { type DeadlineLimits, refuseUnlessWithinLimits } from '../invitation/deadline.ts'
import { normalLogin } from '../login.ts'
import { refuseUnlessMeant } from '../plausible-day.ts'
import type { Printed } from '../printed.ts'
import { Refusal } from '../refusal.ts'
import type { SheetRow } from '../sheet.ts'
import { faultyCell } from '../sheets/cells.ts'
import type { FaultDetails } from '../sheets/fault.ts'
import type { Mapping } from '../sheets/header.ts'
import { judgePrinted } from '../sheets/judge-printed.ts'
import { readCells } from '../sheets/read-cells.ts'
import { refuseUnlessWithinTerm, STANDARD_CLAUSES, type Terms } from '../terms.ts'
import { BATCH_COLUMNS, BATCH_SHEET, type ColumnKey, type RowValues } from './columns.ts'
import type { BatchFault, RowFault } from './fault.ts'
import { type BatchTables, readCell, severalOf } from './read-cell.ts'

/** What an employer must know of a student together: nobody is found by less. */
export type Named = { readonly studentNumber: string; readonly name: string }

export type ReadRow = {
  /** As on the sheet. */
  readonly row: number
  /** Null where the row does not say it, or an earlier row is about the same student. */
  readonly named: Named | null
  /** Null where something of it is wrong. */
  readonly offer: { readonly respondBy: Day; readonly terms: Terms } | null
  readonly faults: readonly RowFault[]
  /** Columns whose cell was worked out by a formula: the value is the one that was last shown. */
  readonly computed: readonly string[]
}

export type Judging = {
  readonly tables: BatchTables
  /** Of the school. */
  readonly limits: DeadlineLimits & { readonly defaultDays: number }
  readonly at: Date
  readonly printed: Printed
}

/** What stands in documents. */
const PRINTED: readonly ColumnKey[] = [
  'position',
  'workAddress',
  'contactName',
  'remarks',
  'fileReceiver',
  'fileAddress',
  'fileContactName',
  'householdAddress',
  'benefits',
  'housing',
]

const WHO: readonly ColumnKey[] = ['studentNumber', 'name']
/** Where the file of whoever says nothing of it goes. */
const USUAL_FILE_METHOD = 'employer'

const whole = (value: string | undefined) => (value === undefined ? null : Number(value))

function termsIn(values: RowValues, tables: BatchTables): Terms {
  const probationDays = whole(values.probationDays) ?? 0
  const regularPay = whole(values.regularPay) ?? 0
  const clauses = severalOf(values.clauses)
  return {
    position: values.position ?? '',
    jobCategory: values.jobCategory ?? '',
    probationDays,
    probationPay: whole(values.probationPay) ?? regularPay,
    regularPay,
    penalty: whole(values.penalty) ?? 0,
    reportBy: values.reportBy ?? '',
    regionCode: values.region ?? '',
    regionName: tables.region?.pathOf(values.region ?? '') ?? '',
    workAddress: values.workAddress ?? '',
    contactName: values.contactName ?? '',
    contactPhone: values.contactPhone ?? '',
    remarks: severalOf(values.remarks),
    clauses: STANDARD_CLAUSES.filter((clause) => clauses.includes(clause)),
    file: {
      method: values.fileMethod ?? USUAL_FILE_METHOD,
      receiver: values.fileReceiver ?? '',
      address: values.fileAddress ?? '',
      postcode: values.filePostcode ?? '',
      contactName: values.fileContactName ?? '',
      contactPhone: values.fileContactPhone ?? '',
    },
    household: { accepted: values.household === 'yes', address: values.householdAddress ?? '' },
    contractMonths: whole(values.contractMonths),
    serviceMonths: whole(values.serviceMonths),
    benefits: values.benefits ?? '',
    housing: values.housing ?? '',
  }
}

/**
 * Judges the rows of one file in their order, at this instant, by the rules that an invitation is judged by: of two about
 * the same student the later one is at fault and names the earlier (`details.row`).
 */
export function rowReader(
  mapping: Mapping<ColumnKey>,
  { tables, limits, at, printed }: Judging,
): (row: SheetRow) => ReadRow {
  const rowOf = new Map<string, number>()
  const usualDay = addDays(dayInChina(at), limits.defaultDays)

  return (sheet) => {
    const faults: RowFault[] = []
    const isFaulty = new Set<ColumnKey>()
    const fail = (key: ColumnKey, fault: BatchFault, details?: FaultDetails) => {
      if (isFaulty.has(key)) return
      isFaulty.add(key)
      faults.push(faultyCell(mapping, sheet, key, fault, details))
    }
    /** What a rule of invitations refuses, at the cell that it is about. */
    const ask = (key: ColumnKey, rule: () => void) => {
      if (isFaulty.has(key)) return
      try {
        rule()
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        isFaulty.add(key)
        const { code: refusal, details } = error
        const { fault: _fault, ...cell } = faultyCell(mapping, sheet, key, 'needed')
        faults.push({ ...cell, refusal, details })
      }
    }

    const { values, computed } = readCells(
      sheet,
      mapping,
      (key, text) => readCell(BATCH_COLUMNS[key].takes, text, tables),
      fail,
    )
    judgePrinted(values, PRINTED, printed, fail)
    for (const key of BATCH_SHEET.keys)
      if (BATCH_COLUMNS[key].isNeeded && values[key] === undefined) fail(key, 'needed')
    // Without a probation there is no pay of it.
    if (values.probationPay === undefined && values.probationDays !== '0' && !isFaulty.has('probationDays'))
      fail('probationPay', 'needed')

    const respondBy = values.respondBy ?? usualDay
    ask('respondBy', () => refuseUnlessMeant('respondBy', respondBy, 'answer', at))
    ask('respondBy', () => refuseUnlessWithinLimits(respondBy, limits, at))
    const { reportBy } = values
    if (reportBy !== undefined) ask('reportBy', () => refuseUnlessMeant('reportBy', reportBy, 'ahead', at))
    const terms = termsIn(values, tables)
    if (!isFaulty.has('contractMonths')) ask('probationDays', () => refuseUnlessWithinTerm(terms))

    const { studentNumber, name } = values
    if (studentNumber !== undefined) {
      const key = normalLogin(studentNumber)
      const firstRow = rowOf.get(key)
      if (firstRow === undefined) rowOf.set(key, sheet.row)
      else fail('studentNumber', 'number-twice', { row: firstRow })
    }
    const isNamed = studentNumber !== undefined && name !== undefined && !WHO.some((key) => isFaulty.has(key))
    return {
      row: sheet.row,
      named: isNamed ? { studentNumber, name } : null,
      offer: [...isFaulty].every((key) => WHO.includes(key)) ? { respondBy, terms } : null,
      faults,
      computed,
    }
  }
}
