import { sql } from 'kysely'
import type { Db, Tx } from '../../db/database.ts'
import { isAtRest } from '../../db/student-at-rest.ts'

export type OfYears = { readonly school: string; readonly lastYear: number }

/** Accounts of students of these years that can still be used, and of whom nothing runs. */
const unused = ({ school, lastYear }: OfYears) => sql`
  from users u join students st on st.school_id = u.school_id and st.id = u.student_id
  where u.school_id = ${school} and u.portal = 'student' and u.disabled_at is null
    and st.graduation_year <= ${lastYear} and ${isAtRest(school)}`

export async function countUnused(db: Db, of: OfYears): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n ${unused(of)}`.execute(db)
  return rows[0]!.n
}

/** Nobody gets in by them any more: no password, no passkey, no session; the name stays with what was signed. Answers which. */
export async function closeUnused(
  tx: Tx,
  of: OfYears & { readonly at: Date },
  most: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with going as materialized (select u.id ${unused(of)} order by u.id limit ${most} for update of u skip locked)
    update users set disabled_at = ${of.at}, password_hash = null, version = version + 1
    where id in (select id from going) returning id`.execute(tx)
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0) {
    await tx.deleteFrom('sessions').where('userId', 'in', ids).execute()
    await tx.deleteFrom('passkeys').where('userId', 'in', ids).execute()
  }
  return ids
}

/** The accounts of students whom a school forgets. */
export const forgetAccounts = (tx: Tx, school: string, students: readonly string[]) =>
  tx.deleteFrom('users').where('schoolId', '=', school).where('studentId', 'in', students).execute()
