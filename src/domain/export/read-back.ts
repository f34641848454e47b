/** A file by a template that comes back corrected: what it says otherwise than we do, cell by cell. */
import { isOwnKey, type OwnField } from '../own-field/field.ts'
import { Refusal } from '../refusal.ts'
import type { RosterKey, RosterValues } from '../roster/columns.ts'
import { type Change, type Holder, type Known, standingOf } from '../roster/compare.ts'
import type { FaultyCell, RosterFault } from '../roster/fault.ts'
import type { cellReader, RosterJudging } from '../roster/read-cell.ts'
import { readValues } from '../roster/read-values.ts'
import { columnLetters, type SheetRow, textOf } from '../sheet.ts'
import { type SheetColumns, sheetColumns } from '../sheets/columns.ts'
import type { FaultDetails } from '../sheets/fault.ts'
import type { Mapping } from '../sheets/header.ts'
import { foldText } from '../text.ts'
import { cellOf, type ExportFacts, type ExportTables } from './cell.ts'
import { type FieldKey, isOfRoster } from './fields.ts'
import type { ExportColumn } from './template.ts'

/** Rows of one file that are gone through while its sender waits. */
export const MOST_READ_BACK = 20_000
/** Students who differ, shown and corrected together; behind them there may be more. */
export const MOST_DIFFERING = 100

/** The place of a column, from 0, as a key of its sheet. */
type Place = `${number}`
/** The columns of a template as a sheet has them: under either of their headings. Refuses one that tells nobody's student number. */
export function sheetOf(columns: readonly ExportColumn[]): SheetColumns<Place> {
  if (!columns.some(({ field }) => field === 'studentNumber')) throw new Refusal('export-without-number')
  const known = columns.flatMap(({ heading, below, field }, place) => {
    if (field === 'constant') return []
    const also = below === '' ? [] : [below]
    const needed = field === 'studentNumber' ? { isNeeded: true as const } : {}
    return [[`${place}` as Place, { zh: heading, en: heading, also, ...needed }] as const]
  })
  return sheetColumns<Place>(Object.fromEntries(known), [])
}

export type Elsewhere = { readonly column: number; readonly from: string; readonly to: string }
/** Of one row what differs from what we would write. */
export type ComparedRow = {
  /** What it says of the roster, in the form in which that is kept. */
  readonly said: RosterValues
  /** What a case has: it is changed by the case's own acts. */
  readonly elsewhere: readonly Elsewhere[]
  readonly faults: readonly FaultyCell[]
}
type Comparing = {
  readonly columns: readonly ExportColumn[]
  readonly mapping: Mapping<Place>
  readonly tables: ExportTables
  readonly read: ReturnType<typeof cellReader>
  readonly own: readonly OwnField[]
}

/** Whether the roster has it, so that a file can correct it there. */
const isCorrected = (key: FieldKey, own: readonly OwnField[]): key is RosterKey =>
  isOwnKey(key) ? own.some((field) => field.key === key) : isOfRoster(key)

/** The first column of the sheet, from 0, that says this field; -1 where none does. */
const columnSaying = ({ columns, mapping }: Comparing, field: FieldKey): number =>
  [...mapping.columns].find(([, place]) => columns[Number(place)]?.field === field)?.[0] ?? -1

export const numberIn = (of: Comparing, row: SheetRow): string =>
  textOf(row.cells[columnSaying(of, 'studentNumber')]).trim()

/** What is wrong with a student as a row would have them, at the cell of that row which says it. */
export function atItsCell(of: Comparing, row: SheetRow, fault: FaultyCell): FaultyCell {
  const at = columnSaying(of, fault.key)
  const column = at === -1 ? null : columnLetters(at)
  return { ...fault, row: row.row, column, value: textOf(row.cells[at]).trim() }
}

/**
 * An empty cell says nothing; what is as we write it, masked or whole, says what we have. A field that stands in several columns, by
 * code and by name, is said by all of them alike or not at all.
 */
export function compareRow(of: Comparing, row: SheetRow, facts: ExportFacts): ComparedRow {
  const values = new Map<RosterKey, string>()
  const elsewhere: Elsewhere[] = []
  const faults: FaultyCell[] = []
  for (const [at, place] of of.mapping.columns) {
    const column = of.columns[Number(place)]
    const cell = row.cells[at] ?? ''
    const text = textOf(cell).trim()
    if (!column || text === '' || column.field === 'studentNumber') continue
    const [whole, masked] = [true, false].map((is) => cellOf(column, facts, of.tables, is))
    const isOurs = [whole, masked].some((one) => foldText(one ?? '') === foldText(text))
    const key = column.field
    if (!isCorrected(key, of.own)) {
      if (!isOurs) elsewhere.push({ column: Number(place), from: whole ?? '', to: text })
      continue
    }
    const fail = (fault: RosterFault, details: FaultDetails = {}) =>
      faults.push({ row: row.row, column: columnLetters(at), key, value: text, fault, details })
    if (typeof cell === 'object' && cell.fault) {
      fail(cell.fault)
      continue
    }
    const read = isOurs ? { value: facts[key] ?? '' } : of.read(key, text)
    if ('fault' in read) fail(read.fault, read.details)
    else if ((values.get(key) ?? read.value) !== read.value) fail('said-otherwise')
    else values.set(key, read.value)
  }
  const said = [...values].filter(([key, value]) => value !== (facts[key] ?? ''))
  return { said: Object.fromEntries(said), elsewhere, faults }
}

/** What follows from a document is read out of it again, where it is corrected and they are not. */
const OF_DOCUMENT: readonly RosterKey[] = ['gender', 'birthDate']

/**
 * What becomes of the student by what a file says: judged as a roster's row is, with all that is known besides. What was not
 * right before and is not corrected is no fault of the file.
 */
export function correctionOf(
  known: Known,
  said: RosterValues,
  { tables, holders, at }: { tables: RosterJudging; holders: readonly Holder[]; at: Date },
): { readonly changes: readonly Change[]; readonly faults: readonly FaultyCell[] } {
  const isNew = said.documentNumber !== undefined
  const kept = Object.entries(known.values).filter(
    ([key]) => !isNew || !OF_DOCUMENT.some((one) => one === key) || key in said,
  )
  const { values, faults } = readValues({ ...Object.fromEntries(kept), ...said }, tables, at)
  const own = faults.filter(({ key }) => key in said)
  if (own.length > 0) return { changes: [], faults: own }
  const touched = isNew ? [...Object.keys(said), ...OF_DOCUMENT] : Object.keys(said)
  const row = Object.fromEntries(Object.entries(values).filter(([key]) => touched.includes(key)))
  const { studentNumber = '', graduationYear = '' } = known.values
  const standing = standingOf({ graduationYear, ...row, studentNumber }, known, holders)
  if (standing.kind === 'changed') return { changes: standing.changes, faults: [] }
  if (standing.kind !== 'faulty') return { changes: [], faults: [] }
  const { key, fault, details } = standing
  return { changes: [], faults: [{ row: 0, column: null, key, value: said[key] ?? '', fault, details }] }
}
