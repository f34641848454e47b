import { sql } from 'kysely'
import type { AttendanceCounts } from '../../../contracts/visits.ts'
import type { Visitor } from '../../../domain/visit/guest-told.ts'
import type { EventKind } from '../../../domain/visit/visit.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'

/** What students sign up for and are counted at, by its school. */
export type EventKey = Key & { readonly kind: EventKind }
/** A student and an event of one school. */
export type Visit = { readonly event: EventKey; readonly student: string }

/** The students who have signed up, of the school itself and of others, by the ids of these events. */
export async function listWhoSignedUp(
  db: Db,
  school: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Visitor[]>> {
  const { rows } = await sql<Visitor & { eventId: string }>`
    select event_id, school_id as school, student_id from event_sign_ups
    where school_id = ${school} and event_id = any(${[...ids]}::uuid[])
    union all
    select event_id, home_id, student_id from event_guests
    where school_id = ${school} and event_id = any(${[...ids]}::uuid[])
    order by 1, 2, 3`.execute(db)
  return Map.groupBy(rows, ({ eventId }) => eventId)
}

/** A student's ticket, and when they came; null each where there is none. */
export async function findVisit(db: Db, { event: { school, id }, student }: Visit) {
  const { rows } = await sql<{ ticket: string | null; cameAt: Date | null }>`
    select (select ticket from event_sign_ups where school_id = ${school} and event_id = ${id} and student_id = ${student}),
      (select came_at from event_arrivals where school_id = ${school} and event_id = ${id} and student_id = ${student})
    `.execute(db)
  return rows[0]!
}

/** One place more is taken, as the database counts. Whoever calls holds the event. */
export async function addSignUp(
  tx: Tx,
  { event: { school, kind, id }, student }: Visit,
  { ticket, at }: { ticket: string; at: Date },
) {
  await tx
    .insertInto('eventSignUps')
    .values({
      schoolId: school,
      talkId: kind === 'talk' ? id : null,
      fairId: kind === 'fair' ? id : null,
      studentId: student,
      ticket,
      signedUpAt: at,
    })
    .execute()
}

/** The place is another's to take. Whoever calls holds the event. */
export async function removeSignUp(tx: Tx, { event: { school, id }, student }: Visit): Promise<void> {
  await tx
    .deleteFrom('eventSignUps')
    .where('schoolId', '=', school)
    .where('eventId', '=', id)
    .where('studentId', '=', student)
    .execute()
}

/** What a student has signed up for and come to, with the places that this gives back. */
export const eraseVisits = (tx: Tx, { school, id }: Key) =>
  sql`
    with came as (delete from event_arrivals where school_id = ${school} and student_id = ${id}),
    elsewhere as (delete from event_guests where home_id = ${school} and student_id = ${id})
    delete from event_sign_ups where school_id = ${school} and student_id = ${id} ${acrossSchools.guests}`.execute(
    tx,
  )

/** How many have signed up for an event, came of those, and came besides; and of other schools' students. */
export async function countAttendance(db: Db, { school, id }: Key) {
  const { rows } = await sql<AttendanceCounts>`
    select count(s.student_id) as signed_up, count(s.student_id) filter (where a.student_id is not null) as came,
      count(a.student_id) filter (where s.student_id is null) as came_besides,
      (select least(count(*), (select places from guest_quotas where school_id = ${school} and event_id = ${id}))
        from event_guests where school_id = ${school} and event_id = ${id}) as guests,
      (select count(came_at) from event_guests where school_id = ${school} and event_id = ${id}) as guests_came
    from (select student_id from event_sign_ups where school_id = ${school} and event_id = ${id}) s
      full join (select student_id from event_arrivals where school_id = ${school} and event_id = ${id}) a using (student_id)
    `.execute(db)
  return rows[0]!
}
