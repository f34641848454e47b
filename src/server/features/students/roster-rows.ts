import { type SqlBool, sql } from 'kysely'
import type { RosterValues } from '../../../domain/roster/columns.ts'
import type { Db } from '../../db/database.ts'
import type { Secrets } from '../../services/secrets.ts'
import { VALUE_COLUMNS, valuesOf } from './roster-columns.ts'
import { type Narrowing, narrowed, type RosterScope } from './roster-list.ts'

/** All whom a filter means, by their numbers. */
export async function listIds(db: Db, scope: RosterScope, filter: Narrowing): Promise<string[]> {
  const rows = await narrowed(db, scope, filter).select('st.id').orderBy('st.studentNumber').execute()
  return rows.map(({ id }) => id)
}

const TOGETHER = 500

/** What the roster says of these students, in the clear, in their order; some at a time, so that few are in memory. */
export async function* rosterOf(
  db: Db,
  school: string,
  ids: readonly string[],
  secrets: Secrets,
): AsyncGenerator<RosterValues> {
  for (let from = 0; from < ids.length; from += TOGETHER) {
    const some = ids.slice(from, from + TOGETHER)
    const rows = await db
      .selectFrom('students')
      .where('schoolId', '=', school)
      .where(sql<SqlBool>`id = any(${some}::uuid[])`)
      .select([...VALUE_COLUMNS, 'id'])
      .execute()
    const byId = new Map(rows.map((row) => [row.id, row]))
    for (const id of some) {
      const row = byId.get(id)
      if (row) yield valuesOf(row, secrets)
    }
  }
}
