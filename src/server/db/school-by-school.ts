import { type SelectQueryBuilder, sql } from 'kysely'
import * as acrossSchools from './across-schools.ts'
import { type Db, inTransaction, type Tx } from './database.ts'

/** The schools that have any of these rows, of one table; asked of all at once, and nothing is held. */
export async function schoolsWith<DB, Table extends keyof DB, Row>(
  rows: SelectQueryBuilder<DB, Table, Row>,
): Promise<string[]> {
  const schools = rows.clearSelect().select(sql<string>`school_id`.as('school'))
  const found = await schools.distinct().modifyEnd(acrossSchools.clock).execute()
  return (found as unknown as readonly { readonly school: string }[]).map(({ school }) => school)
}

/**
 * What the clock has to do, one school after the other: `some` does at most `atOnce` of one's in a transaction and answers how
 * many. Any number of instances may. Answers how much there was to do.
 */
export async function schoolBySchool(
  db: Db,
  schools: readonly string[],
  atOnce: number,
  some: (tx: Tx, school: string) => Promise<number>,
): Promise<number> {
  let all = 0
  for (const school of schools)
    for (let done = atOnce; done === atOnce; all += done)
      done = await inTransaction(db, (tx) => some(tx, school))
  return all
}
