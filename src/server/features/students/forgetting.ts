import { type RawBuilder, sql } from 'kysely'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db, Tx } from '../../db/database.ts'
import { isAtRest } from '../../db/student-at-rest.ts'

export type OfYears = { readonly school: string; readonly lastYear: number }

/** Files in résumés hold nobody: they go first. */
export const hasFiles = (school: string, of: RawBuilder<unknown>) => sql`exists (
  select from evidence e join users u on u.id = e.uploaded_by
  where e.school_id = ${school} and u.school_id = ${school} and u.student_id = st.id and ${of})`
export const inResume = sql`e.subject = 'resume:' || st.id`

/** Students of these years who have signed and registered nothing, of whom nothing was issued, and nothing runs. */
export const unsigned = ({ school, lastYear }: OfYears) => sql`
  from students st
  where st.school_id = ${school} and st.graduation_year <= ${lastYear} and ${isAtRest(school)}
    and not exists (select from agreements a where a.school_id = ${school} and a.student_id = st.id)
    and not exists (select from destinations d where d.school_id = ${school} and d.student_id = st.id)
    and not exists (select from recommendations m where m.school_id = ${school} and m.student_id = st.id and m.editions > 0)
    and not ${hasFiles(school, sql`not coalesce(${inResume}, false)`)}`

export async function countUnsigned(db: Db, of: OfYears): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n ${unsigned(of)}`.execute(db)
  return rows[0]!.n
}

/**
 * Their rows with the account, the unanswered letters and a recommendation that was never issued, by foreign keys and, where those reach
 * beyond the school, by statements; what was signed or issued has none that lets it go. Answers how many.
 */
export async function forgetUnsigned(tx: Tx, of: OfYears, most: number): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select st.id ${unsigned(of)} and not ${hasFiles(of.school, sql`true`)}
    order by st.id limit ${most} for update of st skip locked`.execute(tx)
  if (rows.length === 0) return 0
  const ids = rows.map(({ id }) => id)
  await tx.deleteFrom('users').where('schoolId', '=', of.school).where('studentId', 'in', ids).execute()
  await tx
    .deleteFrom('eventGuests')
    .where('homeId', '=', of.school)
    .where('studentId', 'in', ids)
    .modifyEnd(acrossSchools.guests)
    .execute()
  await tx.deleteFrom('students').where('schoolId', '=', of.school).where('id', 'in', ids).execute()
  return ids.length
}
