import type { ExportTables } from '../../../domain/export/cell.ts'
import {
  atItsCell,
  type ComparedRow,
  compareRow,
  correctionOf,
  type Elsewhere,
  MOST_DIFFERING,
  MOST_READ_BACK,
  numberIn,
  sheetOf,
} from '../../../domain/export/read-back.ts'
import type { ExportColumn } from '../../../domain/export/template.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { RosterValues } from '../../../domain/roster/columns.ts'
import { type Change, type Holder, studentKey } from '../../../domain/roster/compare.ts'
import type { FaultyCell } from '../../../domain/roster/fault.ts'
import { cellReader, type RosterJudging } from '../../../domain/roster/read-cell.ts'
import type { SheetRow } from '../../../domain/sheet.ts'
import { findHeadings } from '../../../domain/sheets/header.ts'
import type { Db } from '../../db/database.ts'
import type { Secrets } from '../../services/secrets.ts'
import type { OpenSheet } from '../../services/sheets/reader.ts'
import { firstOf, rowsBelow } from '../../services/sheets/working.ts'
import { documentIndexes } from '../students/roster-columns.ts'
import { findHolders, findKnown, holderKey, type KnownStudent } from '../students/roster-comparing.ts'
import { findGraduates } from './graduates.ts'

/** Who has the documents that files say anew. */
export async function holdersOf(
  db: Db,
  secrets: Secrets,
  school: string,
  all: readonly { readonly known: KnownStudent; readonly said: RosterValues }[],
): Promise<(of: { known: KnownStudent; said: RosterValues }) => readonly Holder[]> {
  const indexOf = ({ known, said }: { known: KnownStudent; said: RosterValues }) => {
    const document = { ...known.values, ...said }
    const indexes = said.documentNumber === undefined ? [] : documentIndexes(document, secrets)
    return { indexes, key: holderKey(document.documentType, indexes) }
  }
  const sought = all.map((one) => indexOf(one).indexes).filter(({ length }) => length > 0)
  const holders = sought.length > 0 ? await findHolders(db, school, sought) : new Map()
  return (of) => holders.get(indexOf(of).key) ?? []
}

export type Differing = {
  readonly row: number
  readonly known: KnownStudent
  readonly changes: readonly Change[]
  readonly elsewhere: readonly Elsewhere[]
  readonly faults: readonly FaultyCell[]
}
export type ReadBack = {
  readonly rows: number
  readonly same: number
  /** Numbers of which there is no student, each with its row; the first of them. */
  readonly unknown: readonly { readonly row: number; readonly studentNumber: string }[]
  readonly unknownRows: number
  readonly differing: readonly Differing[]
  readonly differingRows: number
}
type With = { readonly db: Db; readonly secrets: Secrets; readonly at: Date }
type By = {
  readonly school: { readonly code: string; readonly name: string }
  readonly columns: readonly ExportColumn[]
  readonly tables: ExportTables
  readonly judging: RosterJudging
}
const TOGETHER = 500

/** What a file by this template says otherwise than we do. Nothing of it is kept: it is read again, as far as it is not yet done. */
export async function readBack({ db, secrets, at }: With, by: By, { rows }: OpenSheet): Promise<ReadBack> {
  const { school, columns, tables, judging } = by
  const sheet = sheetOf(columns)
  const source = rows[Symbol.asyncIterator]()
  const first = await firstOf(source)
  const mapping = findHeadings(sheet, first)
  if (!mapping || mapping.missing.length > 0) throw new Refusal('export-headings-not-found')
  const comparing = { columns, mapping, tables, read: cellReader(judging), own: judging.own }
  const wanted = new Set(columns.map(({ field }) => field))
  const unknown: { row: number; studentNumber: string }[] = []
  const differing: Differing[] = []
  const seen = { rows: 0, same: 0, unknown: 0, differing: 0 }
  /** By student, the row that was the first of theirs. */
  const rowsOf = new Map<string, number>()

  async function compare(piece: readonly SheetRow[]): Promise<void> {
    const numbers = piece.map((row) => studentKey(numberIn(comparing, row)))
    const known = await findKnown(db, secrets, school.code, numbers)
    const ids = [...known.values()].map(({ id }) => id)
    const graduates = new Map(
      (await findGraduates(db, school, ids, { secrets, wanted })).map((one) => [one.id, one.facts]),
    )
    const compared = piece.flatMap((row, n) => {
      const student = known.get(numbers[n] ?? '')
      if (student)
        return [{ row, known: student, ...compareRow(comparing, row, graduates.get(student.id) ?? {}) }]
      seen.unknown++
      if (unknown.length < MOST_DIFFERING)
        unknown.push({ row: row.row, studentNumber: numberIn(comparing, row) })
      return []
    })
    const heldBy = await holdersOf(db, secrets, school.code, compared)
    for (const one of compared) judge(one, heldBy(one))
  }
  type Compared = ComparedRow & { readonly row: SheetRow; readonly known: KnownStudent }
  function judge({ row, known, ...compared }: Compared, holders: readonly Holder[]): void {
    const firstRow = rowsOf.get(known.id) ?? row.row
    rowsOf.set(known.id, firstRow)
    const { changes, elsewhere, faults } =
      firstRow === row.row ? judgedOf({ row, known, ...compared }, holders) : twinOf(row, firstRow)
    if (changes.length + elsewhere.length + faults.length === 0) {
      seen.same++
      return
    }
    seen.differing++
    if (differing.length < MOST_DIFFERING) differing.push({ row: row.row, known, changes, elsewhere, faults })
  }
  function judgedOf({ row, known, said, elsewhere, faults }: Compared, holders: readonly Holder[]) {
    if (Object.keys(said).length === 0) return { changes: [], elsewhere, faults }
    const judged = correctionOf(known, said, { tables: judging, holders, at })
    const wrong = judged.faults.map((fault) => atItsCell(comparing, row, fault))
    return { changes: judged.changes, elsewhere, faults: [...faults, ...wrong] }
  }
  /** Of two rows of one student the later says nothing. */
  function twinOf(row: SheetRow, firstRow: number) {
    const fault = { key: 'studentNumber', fault: 'number-twice', details: { row: firstRow } } as const
    const twin = atItsCell(comparing, row, { ...fault, row: row.row, column: null, value: '' })
    return { changes: [], elsewhere: [], faults: [twin] }
  }

  let piece: SheetRow[] = []
  for await (const row of rowsBelow(mapping.row, first, source)) {
    if (++seen.rows > MOST_READ_BACK) throw new Refusal('sheet-too-long', { most: MOST_READ_BACK })
    piece.push(row)
    if (piece.length < TOGETHER) continue
    await compare(piece)
    piece = []
  }
  await compare(piece)
  return {
    rows: seen.rows,
    same: seen.same,
    unknown,
    unknownRows: seen.unknown,
    differing,
    differingRows: seen.differing,
  }
}
