import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { Secrets } from '../../services/secrets.ts'
import { hardshipsOf } from '../students/hardship.ts'
import { VALUE_COLUMNS, valuesOf } from '../students/roster-columns.ts'
import type { RosterScope } from '../students/roster-list.ts'

/** Each 困难类别 that the roster says of graduates of a year: read out of one of them for each. */
export async function listHardships(
  db: Db,
  secrets: Secrets,
  { school, college }: RosterScope,
  year: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('students')
    .where('schoolId', '=', school)
    .where(
      sql<boolean>`id in (
        select distinct on (h.key) st.id from students st, jsonb_array_elements_text(st.hardships) h (key)
        where st.school_id = ${school} and st.graduation_year = ${year} and st.hardships <> '[]'
          and (${college}::text is null or st.college_id = ${college})
        order by h.key, st.id)`,
    )
    .select([...VALUE_COLUMNS])
    .execute()
  return [
    ...new Set(rows.flatMap((row) => hardshipsOf(valuesOf(row, secrets, (key) => key === 'hardship')))),
  ].sort()
}
