import { sql } from 'kysely'
import type { CodeKind } from '../../../contracts/code-tables.ts'
import type { CodeRow, CodeText } from '../../../domain/code-row.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db, Tx } from '../../db/database.ts'
import { SHIPPED } from './seed.ts'

const COLUMNS = ['code', 'name', 'nameEn', 'parent', 'validFrom', 'validUntil'] as const

/** The product's own rows of a table. */
export const shippedRows = (kind: CodeKind): CodeRow[] =>
  SHIPPED[kind].map(({ code, name, nameEn, parent, validFrom, validUntil }) => ({
    code,
    name,
    nameEn,
    parent,
    validFrom,
    validUntil,
  }))

/** What a code is called in Chinese, ended or not; null for one that is not there. */
export async function nameOfCode(db: Db, kind: CodeKind, code: string): Promise<string | null> {
  const row = await db
    .selectFrom('codes')
    .where('kind', '=', kind)
    .where('code', '=', code)
    .select('name')
    .executeTakeFirst()
  return row?.name ?? null
}

/** A whole table in the order of its lists: the longest, of regions, has some thousands of rows. */
export const listRows = (db: Db, kind: CodeKind): Promise<CodeRow[]> =>
  db
    .selectFrom('codes')
    .where('kind', '=', kind)
    .select(COLUMNS)
    .orderBy('position')
    .orderBy('code')
    .execute()

/** All tables at once, each row with its kind. */
export const listAllRows = (db: Db) =>
  db.selectFrom('codes').select('kind').select(COLUMNS).orderBy('position').orderBy('code').execute()

/** These rows, locked in one order. */
export const lockRows = (tx: Tx, kind: CodeKind, codes: readonly string[]): Promise<CodeRow[]> =>
  tx
    .selectFrom('codes')
    .where('kind', '=', kind)
    .where('code', 'in', codes)
    .select(COLUMNS)
    .orderBy('code')
    .forUpdate()
    .execute()

export const saveText = (tx: Tx, kind: CodeKind, code: string, text: CodeText) =>
  tx.updateTable('codes').set(text).where('kind', '=', kind).where('code', '=', code).execute()

/** Writes these rows over those of the same codes. */
export const saveRows = (tx: Tx, kind: CodeKind, rows: readonly CodeRow[]) =>
  sql`
    update codes c set name = r.name, name_en = r."nameEn", parent = r.parent, valid_from = r."validFrom", valid_until = r."validUntil"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (code text, name text, "nameEn" text, parent text,
      "validFrom" integer, "validUntil" integer)
    where c.kind = ${kind} and c.code = r.code`.execute(tx)

/** At the end of its table. `like`: the row whose form, evidence and class it takes. */
export async function insertRow(tx: Tx, kind: CodeKind, row: CodeRow, like: string | null): Promise<void> {
  const { numAffectedRows } = await sql`
    insert into codes (kind, code, name, name_en, parent, valid_from, valid_until, position, class, evidence, evidence_en,
      counts_as_placed, route, form, part)
    select ${kind}, ${row.code}, ${row.name}, ${row.nameEn}, ${row.parent}, ${row.validFrom}::integer, ${row.validUntil}::integer,
      (select max(position) + 1 from codes where kind = ${kind}), l.class, l.evidence, l.evidence_en, l.counts_as_placed,
      l.route, l.form, l.part
    from (select 1) one left join codes l on l.kind = ${kind} and l.code = ${like}
    where ${like}::text is null or l.code is not null
    on conflict (kind, code) do nothing`.execute(tx)
  if (numAffectedRows === 0n) throw new Refusal('code-exists', { field: 'id' })
}
