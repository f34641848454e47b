import { sql } from 'kysely'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'

/** A student and a talk of one school. */
export type Visit = { readonly school: string; readonly talk: string; readonly student: string }

/** The students who have signed up, by the ids of these talks. */
export async function listWhoSignedUp(
  db: Db,
  school: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ talkId: string; students: string[] }>`
    select talk_id, array_agg(student_id order by student_id) as students from talk_sign_ups
    where school_id = ${school} and talk_id = any(${[...ids]}::uuid[]) group by talk_id`.execute(db)
  return new Map(rows.map(({ talkId, students }) => [talkId, students]))
}

/** A student's ticket, and when they came; null each where there is none. */
export async function findVisit(db: Db, { school, talk, student }: Visit) {
  const { rows } = await sql<{ ticket: string | null; cameAt: Date | null }>`
    select (select ticket from talk_sign_ups where school_id = ${school} and talk_id = ${talk} and student_id = ${student}),
      (select came_at from talk_arrivals where school_id = ${school} and talk_id = ${talk} and student_id = ${student})
    `.execute(db)
  return rows[0]!
}

/** One place more is taken, as the database counts. Whoever calls holds the talk. */
export async function addSignUp(tx: Tx, of: Visit, { ticket, at }: { ticket: string; at: Date }) {
  await tx
    .insertInto('talkSignUps')
    .values({ schoolId: of.school, talkId: of.talk, studentId: of.student, ticket, signedUpAt: at })
    .execute()
}

/** The place is another's to take. Whoever calls holds the talk. */
export async function removeSignUp(tx: Tx, of: Visit): Promise<void> {
  await tx
    .deleteFrom('talkSignUps')
    .where('schoolId', '=', of.school)
    .where('talkId', '=', of.talk)
    .where('studentId', '=', of.student)
    .execute()
}

/** What a student has signed up for and come to, with the places that this gives back. */
export const eraseVisits = (tx: Tx, { school, id }: Key) =>
  sql`
    with came as (delete from talk_arrivals where school_id = ${school} and student_id = ${id})
    delete from talk_sign_ups where school_id = ${school} and student_id = ${id}`.execute(tx)

/** How many have signed up for a talk, came of those, and came besides. */
export async function countAttendance(db: Db, { school, id }: Key) {
  const { rows } = await sql<{ signedUp: number; came: number; cameBesides: number }>`
    select count(s.student_id) as signed_up, count(s.student_id) filter (where a.student_id is not null) as came,
      count(a.student_id) filter (where s.student_id is null) as came_besides
    from (select student_id from talk_sign_ups where school_id = ${school} and talk_id = ${id}) s
      full join (select student_id from talk_arrivals where school_id = ${school} and talk_id = ${id}) a using (student_id)
    `.execute(db)
  return rows[0]!
}
