import { type RawBuilder, sql } from 'kysely'
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

/** So many of them, until this transaction ends nobody else's to take. */
export async function holdUnsigned(tx: Tx, of: OfYears, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select st.id ${unsigned(of)} and not ${hasFiles(of.school, sql`true`)}
    order by st.id limit ${most} for update of st skip locked`.execute(tx)
  return rows.map(({ id }) => id)
}

/**
 * Their rows with the unanswered letters and a recommendation that was never issued, by foreign keys; what was signed or issued has
 * none that lets it go. What reaches beyond the school's own rows has gone before.
 */
export const forgetStudents = (tx: Tx, school: string, ids: readonly string[]) =>
  tx.deleteFrom('students').where('schoolId', '=', school).where('id', 'in', ids).execute()
