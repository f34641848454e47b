import { sql } from 'kysely'
import type { CodeKind } from '../../../contracts/code-tables.ts'
import type { Names } from '../../../domain/form.ts'
import type { Db } from '../../db/database.ts'

/** The tables whose rows a search is narrowed by. */
const TABLES = ['region', 'job_category', 'industry', 'employer_nature'] as const satisfies CodeKind[]
type Table = (typeof TABLES)[number]
export type Choices = Readonly<Record<Table, readonly (Names & { readonly code: string })[]>>

/**
 * What a search is narrowed by, in the order of their lists. Of places, of which there are thousands, the provinces, and the
 * cities of the one that is chosen, with what is chosen.
 */
export async function choicesOf(db: Db, region: string): Promise<Choices> {
  const { rows } = await sql<Names & { kind: Table; code: string }>`
    select kind, code, name, coalesce(name_en, name) as name_en from codes
    where kind = any(${TABLES}::text[]) and (kind <> 'region' or parent is null
      or (${region} <> '' and (code = ${region} or (code like ${region.slice(0, 2)} || '%' and code like '%00'))))
    order by kind, position, code`.execute(db)
  const of = (table: Table) => rows.filter(({ kind }) => kind === table).map(({ kind: _, ...row }) => row)
  return {
    region: of('region'),
    job_category: of('job_category'),
    industry: of('industry'),
    employer_nature: of('employer_nature'),
  }
}
