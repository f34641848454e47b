import { sql } from 'kysely'
import { type Db, inTransaction } from '../../db/database.ts'
import type { Secrets } from '../../services/secrets.ts'
import { VALUE_COLUMNS, valuesOf } from './roster-columns.ts'

const AT_ONCE = 500

/**
 * The home region (生源地) of students entered before it had a column, read out of what is sealed. Any number of instances may run
 * it. Answers how many it has read.
 */
export async function readHomeRegions({
  db,
  secrets,
}: {
  readonly db: Db
  readonly secrets: Secrets
}): Promise<number> {
  let all = 0
  let read: number
  do {
    read = await inTransaction(db, async (tx) => {
      const rows = await tx
        .selectFrom('students')
        .where('homeRegion', 'is', null)
        .select([...VALUE_COLUMNS, 'schoolId', 'id'])
        .orderBy('schoolId')
        .orderBy('id')
        .limit(AT_ONCE)
        .forUpdate()
        .skipLocked()
        .execute()
      const homes = rows.map((row) => valuesOf(row, secrets).homeRegion ?? '')
      const schools = rows.map(({ schoolId }) => schoolId)
      const ids = rows.map(({ id }) => id)
      await sql`
        update students st set home_region = u.home_region
        from unnest(${schools}::text[], ${ids}::uuid[], ${homes}::text[]) as u (school_id, id, home_region)
        where st.school_id = u.school_id and st.id = u.id`.execute(tx)
      return rows.length
    })
    all += read
  } while (read === AT_ONCE)
  return all
}
