import { v7 as uuidv7 } from 'uuid'
import type { OwnField } from '../../../domain/own-field/field.ts'
import { COLUMN_KEYS, type RosterKey } from '../../../domain/roster/columns.ts'
import { type Standing, standingOf, studentKey } from '../../../domain/roster/compare.ts'
import type { FaultyCell } from '../../../domain/roster/fault.ts'
import type { Mapping } from '../../../domain/roster/header.ts'
import type { ReadRow } from '../../../domain/roster/read-row.ts'
import type { SheetRow } from '../../../domain/sheet.ts'
import { cellsAsRead, faultyCell } from '../../../domain/sheets/cells.ts'
import type { Db } from '../../db/database.ts'
import type { Secrets } from '../../services/secrets.ts'
import { newShortCode } from '../students/roster.ts'
import { documentIndexes, entryOf, newEntry } from '../students/roster-columns.ts'
import { findHolders, findKnown, holderKey, type KnownStudent } from '../students/roster-comparing.ts'
import type { StagedRow } from './queries.ts'
import { saidOfValues, sealedSaid } from './said.ts'

/** A row as the sheet has it, and as it was judged. */
export type JudgedRow = { readonly sheet: SheetRow; readonly read: ReadRow }

/** Compares rows with the roster, some thousand in two statements, and says what is kept of each. */
export function stager(
  db: Db,
  secrets: Secrets,
  school: string,
  { mapping, own }: { readonly mapping: Mapping; readonly own: readonly OwnField[] },
) {
  const ownKeys = own.map(({ key }) => key)
  const said = sealedSaid(secrets)
  const shortCodes = new Set<string>()
  const freshShortCode = (): string => {
    const code = newShortCode()
    if (shortCodes.has(code)) return freshShortCode()
    shortCodes.add(code)
    return code
  }

  const keyOf = ({ values }: ReadRow) =>
    values.studentNumber === undefined ? null : studentKey(values.studentNumber)

  const ownOf = (cells: readonly string[]) =>
    Object.fromEntries(ownKeys.flatMap((key, k) => (cells[k] ? [[key, cells[k]]] : [])))

  const faultyRow = ({ sheet, read }: JudgedRow, faults: readonly FaultyCell[]): StagedRow => ({
    row: read.row,
    standing: 'faulty',
    numberKey: keyOf(read),
    studentId: null,
    seen: null,
    entry: null,
    said: said.seal({
      cells: cellsAsRead<RosterKey>(sheet, mapping, COLUMN_KEYS),
      own: ownOf(cellsAsRead<RosterKey>(sheet, mapping, ownKeys)),
      faults: [...faults],
      changes: [],
    }),
  })

  function rightRow(
    { read: { row, values } }: JudgedRow,
    standing: Exclude<Standing, { kind: 'faulty' }>,
    known: KnownStudent | null,
  ): StagedRow {
    const changes = standing.kind === 'changed' ? standing.changes : []
    const changed: readonly RosterKey[] = changes.map(({ key }) => key)
    const entry =
      known === null
        ? newEntry(values, secrets, freshShortCode())
        : entryOf({ ...known.values, ...values }, changed, secrets)
    return {
      row,
      standing: standing.kind,
      numberKey: studentKey(values.studentNumber ?? ''),
      studentId: known?.id ?? uuidv7(),
      seen: known && { version: known.version, isVerified: known.isVerified },
      entry: standing.kind === 'unchanged' ? null : entry,
      said: standing.kind === 'new' ? null : said.seal(saidOfValues(values, changes)),
    }
  }

  return async (rows: readonly JudgedRow[]): Promise<StagedRow[]> => {
    const right = rows.filter(({ read }) => read.faults.length === 0)
    const indexes = new Map(right.map(({ read }) => [read, documentIndexes(read.values, secrets)]))
    const [known, holders] = await Promise.all([
      findKnown(
        db,
        secrets,
        school,
        right.map(({ read }) => keyOf(read) ?? ''),
      ),
      findHolders(db, school, [...indexes.values()]),
    ])
    return rows.map((one) => {
      const { sheet, read } = one
      if (read.faults.length > 0) return faultyRow(one, read.faults)
      const student = known.get(keyOf(read) ?? '') ?? null
      const held = holders.get(holderKey(read.values.documentType, indexes.get(read) ?? []))
      const standing = standingOf(read.values, student, held ?? [])
      if (standing.kind !== 'faulty') return rightRow(one, standing, student)
      const { key, fault, details } = standing
      return faultyRow(one, [faultyCell(mapping, sheet, key, fault, details)])
    })
  }
}
