import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { schoolBySchool, schoolsWith } from '../../db/school-by-school.ts'
import type { Secrets } from '../../services/secrets.ts'
import { hardshipKeys } from './hardship.ts'
import { VALUE_COLUMNS, valuesOf } from './roster-columns.ts'

const AT_ONCE = 500

const unread = (db: Db) =>
  db.selectFrom('students').where((of) => of.or([of('homeRegion', 'is', null), of('hardships', 'is', null)]))

/**
 * Of students entered before there were columns for it: the home region (生源地), and the keys of their 困难类别, read out of what is
 * sealed. Any number of instances may run it. Answers how many it has read.
 */
export async function readSealed({
  db,
  secrets,
}: {
  readonly db: Db
  readonly secrets: Secrets
}): Promise<number> {
  return schoolBySchool(db, await schoolsWith(unread(db)), AT_ONCE, async (tx, school) => {
    const rows = await unread(tx)
      .where('schoolId', '=', school)
      .select([...VALUE_COLUMNS, 'id'])
      .orderBy('id')
      .limit(AT_ONCE)
      .forUpdate()
      .skipLocked()
      .execute()
    const said = rows.map((row) =>
      valuesOf(row, secrets, (key) => key === 'homeRegion' || key === 'hardship'),
    )
    const homes = said.map(({ homeRegion = '' }) => homeRegion)
    const keys = said.map((values) => hardshipKeys(values, secrets))
    const ids = rows.map(({ id }) => id)
    await sql`
        update students st set home_region = u.home_region, hardships = u.hardships
        from unnest(${ids}::uuid[], ${homes}::text[], ${keys}::jsonb[]) as u (id, home_region, hardships)
        where st.school_id = ${school} and st.id = u.id`.execute(tx)
    return rows.length
  })
}
