/** One student's values that were typed into fields, judged by the very rules by which a row of a file is. */
import { Refusal } from '../refusal.ts'
import { type RosterValues, rosterKeys } from './columns.ts'
import { type Holder, type Known, standingOf } from './compare.ts'
import type { FaultyCell } from './fault.ts'
import type { RosterJudging } from './read-cell.ts'
import { type ReadRow, rowReader } from './read-row.ts'

/** Values for the roster that only it can judge: every field that is not right, at once, as a file's cells are judged. */
export class InvalidRosterFields extends Refusal {
  readonly faults: readonly (Pick<FaultyCell, 'fault' | 'details' | 'value'> & { readonly field: string })[]
  constructor(faults: InvalidRosterFields['faults']) {
    super('invalid-input')
    this.faults = faults
  }
}

/** A cell at fault as the field that it is on a page. */
export const inField = ({
  key,
  fault,
  details,
  value,
}: Pick<FaultyCell, 'key' | 'fault' | 'details' | 'value'>) => ({
  field: `values.${key}`,
  fault,
  details,
  value,
})

/** As `rowReader` reads a row in which every column stands. */
export function readValues(typed: RosterValues, tables: RosterJudging, at: Date): ReadRow {
  const keys = rosterKeys(tables.own)
  const columns = new Map(keys.map((key, column) => [column, key]))
  const wholeRow = { row: 1, columns, unread: [], twice: [], missing: [] }
  return rowReader(wholeRow, tables, at)({ row: 1, cells: keys.map((key) => typed[key] ?? '') })
}

/** Values that can be a student at all; InvalidRosterFields with every field that is wrong. */
export function refuseUnlessStudent({ values, faults }: ReadRow): RosterValues {
  if (faults.length > 0) throw new InvalidRosterFields(faults.map(inField))
  return values
}

/** Refuses a student whom the roster has already, by the number or by the document. */
export function refuseUnlessNew(values: RosterValues, known: Known | null, holders: readonly Holder[]): void {
  const studentNumber = values.studentNumber ?? ''
  if (known) throw new Refusal('student-on-roster', { field: 'values.studentNumber', studentNumber })
  const standing = standingOf(values, known, holders)
  if (standing.kind !== 'faulty') return
  const { key, fault, details } = standing
  throw new InvalidRosterFields([inField({ key, fault, details, value: values[key] ?? '' })])
}
