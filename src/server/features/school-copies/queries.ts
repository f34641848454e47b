import { sql } from 'kysely'
import type { Db, Tx } from '../../db/database.ts'
import { documentKey } from '../documents/keys.ts'
import { storageKey } from '../evidence/storage-keys.ts'
import type { Column } from './columns.ts'
import { COPIED, type CopiedTable } from './tables.ts'

const FETCHED = 500

/** The school's rows of a table, some at a time, so that few are in memory: each as the texts of its columns, what is sealed as hex. */
export async function* piecesOf(
  tx: Tx,
  school: string,
  { table, columns }: { readonly table: CopiedTable; readonly columns: readonly Column[] },
): AsyncGenerator<readonly (string | null)[][]> {
  const cells = columns.map(({ name, form }) => {
    const own = sql.ref(`t.${name}`)
    return form === 'hex' || form === 'sealed' ? sql`encode(${own}, 'hex')` : sql`${own}::text`
  })
  await sql`declare copied no scroll cursor for
    select array[${sql.join(cells)}] as cells from ${sql.table(table)} t where ${COPIED[table](school)}`.execute(
    tx,
  )
  for (;;) {
    const { rows } = await sql<{ cells: (string | null)[] }>`fetch ${sql.lit(FETCHED)} from copied`.execute(
      tx,
    )
    if (rows.length > 0) yield rows.map(({ cells: row }) => row)
    if (rows.length < FETCHED) break
  }
  await sql`close copied`.execute(tx)
}

export type StoredFile = {
  readonly folder: 'evidence' | 'documents'
  /** What it is called, without an ending. */
  readonly name: string
  readonly mediaType: string
  readonly sha256: string
}
export const keyOf = (school: string, { folder, name }: StoredFile) =>
  folder === 'documents' ? documentKey(school, name) : storageKey({ school, id: name })

const files = (school: string) => sql`(
  select 'evidence' as folder, id::text as name, media_type, sha256, size from evidence
  where school_id = ${school} and state = 'ready'
  union all
  select 'documents', file::text, 'application/pdf', sha256, size from documents
  where school_id = ${school} and sealed_at is not null and removed_at is null)`

/** Of every file that the school has, what it is called; for 20,000 students some megabytes. */
export async function listStored(tx: Tx, school: string): Promise<StoredFile[]> {
  const { rows } = await sql<StoredFile>`
    select folder, name, media_type, sha256 from ${files(school)} f order by folder, name`.execute(tx)
  return rows
}

/** What a copy would have, before anybody takes it; `bytes` of the files alone. */
export async function weighCopy(db: Db, school: string) {
  const { rows } = await sql<Record<'students' | 'files' | 'bytes', unknown>>`
    select (select count(*) from students where school_id = ${school}) as students, count(*) as files,
      coalesce(sum(size), 0) as bytes from ${files(school)} f`.execute(db)
  const [found] = rows
  return { students: Number(found?.students), files: Number(found?.files), bytes: Number(found?.bytes) }
}
