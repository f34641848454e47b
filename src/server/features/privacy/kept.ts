import { type RawBuilder, sql } from 'kysely'
import { type Kept, kept } from '../../../contracts/privacy.ts'
import { LOOKS } from '../../../domain/look.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db } from '../../db/database.ts'
import type { Secrets } from '../../services/secrets.ts'
import { KEPT, type Whose } from './kept-tables.ts'

/** Of one table no more than so many rows are shown, the latest of the database. */
const MOST_ROWS = 10_000

type Row = Record<string, unknown>

type Opening = 'sealed' | 'sealed-json'
const isShown = (column: unknown) => typeof column !== 'object' || column === null || !('left' in column)

/** What is sealed comes as hex, and is opened here. */
const SECTIONS = Object.entries(KEPT).flatMap(([table, of]) => {
  if ('left' in of) return []
  const columns = Object.entries<unknown>(of.columns).filter(([, column]) => isShown(column))
  const pairs = columns.flatMap(([name, column]) => {
    const own = sql.ref(`t.${name}`)
    if (column === 'shown') return [sql.lit(name), own]
    return [
      sql.lit(name),
      typeof column === 'string' ? sql`encode(${own}, 'hex')` : (column as RawBuilder<unknown>),
    ]
  })
  const sealed = columns.flatMap(([name, column]): [string, Opening][] =>
    column === 'sealed' || column === 'sealed-json' ? [[name, column]] : [],
  )
  const select = (whose: Whose) => sql`
    select ${sql.lit(table)}::text as name, coalesce(jsonb_agg(of.row), '[]') as rows from (
      select jsonb_build_object(${sql.join(pairs)}) as row from ${sql.table(table)} t where ${of.of(whose)}
      limit ${sql.lit(MOST_ROWS)}
    ) of`
  return [{ table, sealed: new Map(sealed), select }]
})

/** The tables of cases by their kinds. */
export type CaseTables = Readonly<Record<string, string>>

/** The chains of the journal that are about this person: of the account, the student, their cases, and their files. */
const subjectsOf = ({ userId, school, studentId }: Whose, tables: CaseTables) => {
  const own = [
    sql`select 'staff:' || ${userId}::text`,
    sql`select 'evidence:' || id from evidence where uploaded_by = ${userId}`,
    sql`select 'privacy-request:' || id from privacy_requests where user_id = ${userId}`,
  ]
  if (studentId === null) return sql.join(own, sql` union all `)
  const cases = Object.entries(tables).map(
    ([kind, table]) =>
      sql`select ${kind}::text || ':' || id from ${sql.table(table)} where school_id = ${school} and student_id = ${studentId}`,
  )
  const beside = [
    sql`select 'privacy-request:' || id from privacy_requests where school_id = ${school} and student_id = ${studentId}`,
    sql`select 'recommendation:' || id from recommendations where school_id = ${school} and student_id = ${studentId}`,
    sql`select 'paper-form:' || id from paper_forms where school_id = ${school} and student_id = ${studentId}`,
    sql`select 'transfer:' || id from transfers where school_id = ${school} and student_id = ${studentId}`,
  ]
  return sql.join(
    [...own, sql`select 'student:' || ${studentId}::text`, ...cases, ...beside],
    sql` union all `,
  )
}

/** What was done about this person; from where only where they did it themselves. */
const journalOf = (whose: Whose, tables: CaseTables) => sql`
  select 'journal' as name, coalesce(jsonb_agg(of.row order by of.row->>'at'), '[]') as rows from (
    select jsonb_build_object('at', entry->'at', 'action', entry->'action', 'subject', subject, 'from', entry->'from',
        'to', entry->'to', 'by', entry->'actor'->'role')
      || case when entry->'actor'->>'id' = ${whose.userId} then jsonb_build_object('reason', entry->'reason',
        'ip', coalesce(origin, entry->'actor')->'ip', 'userAgent', coalesce(origin, entry->'actor')->'userAgent') else '{}' end as row
    from journal where school_id = ${whose.school ?? 'platform'} and subject in (${subjectsOf(whose, tables)})
    limit ${sql.lit(MOST_ROWS)}
  ) of`

const LOOKED = LOOKS.map((look) => `%.${look}`)
const looksAt = (whose: Whose, tables: CaseTables) => sql`
  select 'looks' as name, coalesce(jsonb_agg(of.row order by of.row->>'at' desc), '[]') as rows from (
    select jsonb_build_object('at', entry->'at', 'action', entry->'action', 'subject', subject,
      'by', entry->'actor'->'name', 'purpose', entry->'data'->'purpose', 'reason', entry->'reason') as row
    from journal where school_id = ${whose.school ?? 'platform'} and subject in (${subjectsOf(whose, tables)})
      and entry->>'action' like any(${LOOKED}::text[]) and entry->'actor'->>'id' is distinct from ${whose.userId}
    limit ${sql.lit(MOST_ROWS)}
  ) of`

const openedBy = (secrets: Secrets, hex: unknown, how: Opening): unknown => {
  if (typeof hex !== 'string') return null
  const text = secrets.open(Buffer.from(hex, 'hex'))
  return how === 'sealed-json' ? JSON.parse(text) : text
}

/** Everything that is kept about a person, and who looked at it (PIPL arts. 44, 45): one statement. */
export async function findKept(
  db: Db,
  whose: Whose,
  { secrets, tables }: { readonly secrets: Secrets; readonly tables: CaseTables },
): Promise<Pick<Kept, 'sections' | 'looks'>> {
  const parts = [
    ...SECTIONS.map(({ select }) => select(whose)),
    journalOf(whose, tables),
    looksAt(whose, tables),
  ]
  const { rows } = await sql<{ name: string; rows: Row[] }>`
    ${sql.join(parts, sql` union all `)} ${acrossSchools.accounts}`.execute(db)
  const found = new Map(rows.map((row) => [row.name, row.rows]))
  const sections = SECTIONS.map(({ table, sealed }) => ({
    table,
    rows: (found.get(table) ?? []).map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => {
          const how = sealed.get(name)
          return [name, how ? openedBy(secrets, value, how) : value]
        }),
      ),
    ),
  }))
  return {
    sections: [...sections, { table: 'journal', rows: found.get('journal') ?? [] }],
    looks: kept.shape.looks.parse(found.get('looks') ?? []),
  }
}
