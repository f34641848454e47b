import { type NotNull, sql } from 'kysely'
import type { RefusalCode, RefusalDetails } from '../../../domain/refusal.ts'
import { Refusal } from '../../../domain/refusal.ts'
import {
  IMPORT_STATUSES,
  type ImportStatus,
  OPEN_IMPORTS,
  PREVIEWED,
  READING,
  type RowCounts,
  type RowStanding,
} from '../../../domain/roster/import.ts'
import { copyRows } from '../../db/copy.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { statusIn } from '../../db/status-in.ts'
import { ENTERED_COLUMNS, type Entry, VALUE_COLUMNS } from '../students/roster-columns.ts'

const statusOf = (text: string): ImportStatus => {
  const status = IMPORT_STATUSES.find((one) => one === text)
  if (!status) throw new Error(`no status of an import: ${text}`)
  return status
}

const select = (db: Db, school: string) =>
  db
    .selectFrom('rosterImports as i')
    .innerJoin('users as u', 'u.id', 'i.begunBy')
    .where('i.schoolId', '=', school)
    .select(['i.id', 'i.status', 'i.begunBy', 'u.name as by', 'i.begunAt', 'i.heardAt', 'i.endedAt'])
    .select(['i.fileName', 'i.fileSize', 'i.fileSha256', 'i.rowsRead', 'i.years', 'i.missing'])
    .select(['i.newRows', 'i.changedRows', 'i.unchangedRows', 'i.faultyRows'])
    .select(['i.aboutCipher', 'i.refusal', 'i.refusalDetails', 'i.ownVersion'])
    .select(
      sql<number>`coalesce((select l.version from own_field_lists l
        where l.school_id = ${school} and l.list = 'roster'), 1)`.as('ownVersionNow'),
    )

type Selected = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>
const importOf = ({ status, newRows, changedRows, unchangedRows, faultyRows, ...row }: Selected) => ({
  ...row,
  status: statusOf(status),
  counts: { new: newRows, changed: changedRows, unchanged: unchangedRows, faulty: faultyRows },
})
export type ImportRow = ReturnType<typeof importOf>

export async function findImport(db: Db, { school, id }: Key): Promise<ImportRow> {
  const found = await select(db, school).where('i.id', '=', id).executeTakeFirst()
  if (!found) throw new Refusal('not-found')
  return importOf(found)
}

export async function lockImport(tx: Tx, { school, id }: Key): Promise<ImportRow> {
  const found = await select(tx, school).where('i.id', '=', id).forNoKeyUpdate('i').executeTakeFirst()
  if (!found) throw new Refusal('not-found')
  return importOf(found)
}

/** The school's one import that is being read or looked at; null where there is none. */
export async function findOpenImport(db: Db, school: string): Promise<ImportRow | null> {
  const found = await select(db, school).where(statusIn('i.status', OPEN_IMPORTS)).executeTakeFirst()
  return found ? importOf(found) : null
}

/** The newest first. */
export async function listImports(db: Db, school: string, paging: Paging) {
  const all = select(db, school).orderBy('i.begunAt', 'desc').orderBy('i.id', 'desc')
  const { rows, ...page } = await readPage(
    paging,
    ({ limit, offset }) => all.limit(limit).offset(offset).execute(),
    () =>
      db
        .selectFrom('rosterImports')
        .where('schoolId', '=', school)
        .select(sql<number>`count(*)`.as('total'))
        .executeTakeFirstOrThrow(),
  )
  return { items: rows.map(importOf), ...page }
}

export type NewImport = Key & {
  readonly begunBy: string
  readonly fileName: string
  readonly fileSize: number
  readonly fileSha256: string
}
export const addImport = (tx: Tx, { school, ...of }: NewImport, at: Date) =>
  tx
    .insertInto('rosterImports')
    .values({ ...of, schoolId: school, status: READING, begunAt: at, heardAt: at })
    .execute()

const reading = (db: Db, { school, id }: Key) =>
  db
    .updateTable('rosterImports')
    .where('schoolId', '=', school)
    .where('id', '=', id)
    .where('status', '=', READING)

/** Whoever reads is there. False where it is read no more: cancelled, replaced or given up. */
export async function signLife(db: Db, of: Key, at: Date, rowsRead?: number): Promise<boolean> {
  const { numUpdatedRows } = await reading(db, of)
    .set({ heardAt: at, ...(rowsRead !== undefined && { rowsRead }) })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export type StagedRow = {
  readonly row: number
  readonly standing: keyof RowCounts
  readonly numberKey: string | null
  readonly studentId: string | null
  readonly seen: { readonly version: number; readonly isVerified: boolean } | null
  readonly entry: Entry | null
  /** Null of one that is new: it says what it enters. */
  readonly said: Buffer | null
}

const STAGED_COLUMNS = [
  'school_id',
  'import_id',
  'row',
  'standing',
  'number_key',
  'student_id',
  'seen_version',
  'seen_verified',
  'said_cipher',
  ...ENTERED_COLUMNS,
]
/** The next rows, in one statement; the caller has signed life in the same transaction. */
export async function addRows(tx: Tx, { school, id }: Key, rows: readonly StagedRow[]): Promise<void> {
  const cells = rows.map(({ row, standing, numberKey, studentId, seen, entry, said }) => [
    school,
    id,
    row,
    standing,
    numberKey,
    studentId,
    seen?.version ?? null,
    seen?.isVerified ?? null,
    said,
    ...ENTERED_COLUMNS.map((column) => entry?.[column] ?? null),
  ])
  await copyRows(tx, 'roster_import_rows', STAGED_COLUMNS, cells)
}

/**
 * The numbers, folded, of students of these years who are on the roster and whom no row of the import is about. A difference of
 * sets is hashed or sorted; a join may go through all rows for each student, as long as nobody has counted the tables.
 */
const missing = (school: string, id: string, years: readonly number[]) => sql`
  select lower(student_number) as key from students
  where school_id = ${school} and on_roster and graduation_year = any(${years}::integer[])
  except
  select number_key from roster_import_rows where school_id = ${school} and import_id = ${id}`

async function countMissing(db: Db, { school, id }: Key, years: readonly number[]): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from (${missing(school, id, years)}) as m`.execute(db)
  return rows[0]!.total
}

/** All is read and compared. False where it is read no more. */
export async function savePreview(
  tx: Tx,
  of: Key,
  { years, counts, about, at }: { years: readonly number[]; counts: RowCounts; about: Buffer; at: Date },
): Promise<boolean> {
  const count = await countMissing(tx, of, years)
  const { numUpdatedRows } = await reading(tx, of)
    .set({
      status: PREVIEWED,
      heardAt: at,
      aboutCipher: about,
      years: [...years],
      missing: count,
      rowsRead: Object.values(counts).reduce((sum, one) => sum + one, 0),
      newRows: counts.new,
      changedRows: counts.changed,
      unchangedRows: counts.unchanged,
      faultyRows: counts.faulty,
    })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Under which definitions of the school's own fields it is judged. */
export const saveOwnVersion = (db: Db, of: Key, ownVersion: number) =>
  reading(db, of).set({ ownVersion }).execute()

/** Its columns are to be named first. */
export const saveUnclear = (db: Db, of: Key, about: Buffer, at: Date) =>
  reading(db, of)
    .set({ status: 'unclear' satisfies ImportStatus, endedAt: at, aboutCipher: about })
    .execute()

/** Why it could not be read; what was read is gone. */
export async function saveFailure(
  tx: Tx,
  of: Key,
  { code, details }: { readonly code: RefusalCode; readonly details: RefusalDetails },
  at: Date,
): Promise<void> {
  await reading(tx, of)
    .set({
      status: 'failed' satisfies ImportStatus,
      endedAt: at,
      refusal: code,
      refusalDetails: JSON.stringify(details),
    })
    .execute()
  await removeRows(tx, of)
}

export const removeRows = (tx: Tx, { school, id }: Key) =>
  tx.deleteFrom('rosterImportRows').where('schoolId', '=', school).where('importId', '=', id).execute()

/** `endImport` of one that is locked. */
export const saveEnd = (
  tx: Tx,
  { school, id }: Key,
  status: Extract<ImportStatus, 'committed' | 'cancelled'>,
  at: Date,
) =>
  tx
    .updateTable('rosterImports')
    .set({ status, endedAt: at })
    .where('schoolId', '=', school)
    .where('id', '=', id)
    .execute()

/** A page of the rows of one standing, in the order of the sheet. */
export async function listRows(
  db: Db,
  { school, id }: Key,
  { standing, ...paging }: Paging & { readonly standing: keyof RowCounts },
) {
  const all = db
    .selectFrom('rosterImportRows')
    .where('schoolId', '=', school)
    .where('importId', '=', id)
    .where('standing', '=', standing)
  return readPage(
    paging,
    ({ limit, offset }) =>
      all
        .select(['row', 'saidCipher', ...VALUE_COLUMNS])
        .orderBy('row')
        .limit(limit)
        .offset(offset)
        .execute(),
    () => all.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  )
}

/** A page of those who are on the roster and in no row. */
export async function listMissing(db: Db, of: Key, years: readonly number[], paging: Paging) {
  const page = ({ limit, offset }: { limit: number; offset: number }) => sql<string[]>`array(
    ${missing(of.school, of.id, years)} order by key limit ${limit} offset ${offset})`
  return readPage(
    paging,
    (part) =>
      db
        .selectFrom('students as st')
        .innerJoin('colleges as c', (on) =>
          on.onRef('c.schoolId', '=', 'st.schoolId').onRef('c.id', '=', 'st.collegeId'),
        )
        .where('st.schoolId', '=', of.school)
        .where(sql<boolean>`lower(st.student_number) = any(${page(part)})`)
        .select(['st.id', 'st.name', 'st.studentNumber', 'c.name as college'])
        .orderBy(sql`lower(st.student_number)`)
        .execute(),
    async () => ({ total: await countMissing(db, of, years) }),
  )
}

const TOGETHER = 1_000
/** Every row in the order of the sheet, some at a time. */
export async function* allRows(db: Db, { school, id }: Key) {
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('rosterImportRows')
      .where('schoolId', '=', school)
      .where('importId', '=', id)
      .where('row', '>', after)
      .select(['row', 'standing', 'saidCipher', ...VALUE_COLUMNS])
      .orderBy('row')
      .limit(TOGETHER)
      .execute()
    yield rows
    const last = rows.at(-1)
    if (!last || rows.length < TOGETHER) return
    after = last.row
  }
}

/** Whom an import enters, or changes: those it has seen. */
export const listEntered = (tx: Tx, { school, id }: Key) =>
  tx
    .selectFrom('rosterImportRows')
    .where('schoolId', '=', school)
    .where('importId', '=', id)
    .where('standing', 'in', ['new', 'changed'] satisfies RowStanding[])
    .select(['row', 'studentId', 'seenVersion'])
    .orderBy('studentId')
    .execute()

/** What these rows, which are not new, say. */
export const listSaid = (tx: Tx, { school, id }: Key, rows: readonly number[]) =>
  tx
    .selectFrom('rosterImportRows')
    .where('schoolId', '=', school)
    .where('importId', '=', id)
    .where(sql<boolean>`row = any(${rows}::integer[])`)
    .where('saidCipher', 'is not', null)
    .select(['row', 'saidCipher'])
    .$narrowType<{ saidCipher: NotNull }>()
    .execute()

/** Of whom on the roster it says anything, their data among it. */
export async function listStudentsIn(db: Db, { school, id }: Key): Promise<string[]> {
  const rows = await db
    .selectFrom('rosterImportRows as r')
    .innerJoin('students as st', (on) =>
      on.onRef('st.schoolId', '=', 'r.schoolId').onRef('st.id', '=', 'r.studentId'),
    )
    .where('r.schoolId', '=', school)
    .where('r.importId', '=', id)
    .select('st.id')
    .distinct()
    .orderBy('st.id')
    .execute()
  return rows.map(({ id: student }) => student)
}
