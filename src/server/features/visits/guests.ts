import { sql } from 'kysely'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import type { EventKey } from './sign-ups.ts'

/** A student of another school: `school` is theirs. */
export type Guest = { readonly school: string; readonly studentId: string }
export type Quota = { readonly places: number; readonly signedUp: number }

/** How many students of other schools an event takes, and how many have signed up. Whoever changes either holds the event. */
export async function findQuota(db: Db, { school, id }: Key): Promise<Quota> {
  const { rows } = await sql<Quota>`
    select coalesce((select places from guest_quotas where school_id = ${school} and event_id = ${id}), 0) as places,
      (select count(*) from event_guests where school_id = ${school} and event_id = ${id}) as signed_up`.execute(
    db,
  )
  return rows[0]!
}

/** Whoever calls holds the event. */
export async function setQuota(tx: Tx, { school, kind, id }: EventKey, places: number): Promise<void> {
  await tx
    .insertInto('guestQuotas')
    .values({
      schoolId: school,
      talkId: kind === 'talk' ? id : null,
      fairId: kind === 'fair' ? id : null,
      places,
    })
    .onConflict((same) => same.columns(['schoolId', 'eventId']).doUpdateSet({ places }))
    .execute()
}

/** Those who have signed up, from behind the first so many until so many, in their order. */
export async function guestsBetween(
  tx: Tx,
  { school, id }: Key,
  { from, until }: { readonly from: number; readonly until: number },
): Promise<readonly Guest[]> {
  const { rows } = await sql<Guest>`
    select home_id as school, student_id from event_guests where school_id = ${school} and event_id = ${id}
    order by nth offset ${from} limit ${until - from}`.execute(tx)
  return rows
}

type OfGuest = { readonly event: EventKey; readonly guest: Guest }
/** How many have signed up until and with this one; null for who has not. */
export async function findPosition(
  db: Db,
  { event: { school, id }, guest }: OfGuest,
): Promise<number | null> {
  const { rows } = await sql<{ position: number }>`
    select (select count(*) from event_guests b
      where b.school_id = ${school} and b.event_id = ${id} and b.nth <= g.nth) as position
    from event_guests g where g.school_id = ${school} and g.event_id = ${id}
      and g.home_id = ${guest.school} and g.student_id = ${guest.studentId}`.execute(db)
  return rows[0]?.position ?? null
}

/** The next in their order. Whoever calls holds the event, so that the order is the one in which they hold it. */
export async function addGuest(
  tx: Tx,
  { event, guest }: OfGuest,
  { ticket, at }: { readonly ticket: string; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto('eventGuests')
    .values({
      schoolId: event.school,
      eventId: event.id,
      homeId: guest.school,
      studentId: guest.studentId,
      ticket,
      signedUpAt: at,
    })
    .execute()
}

/** Whoever calls holds the event. */
export async function removeGuest(tx: Tx, { event, guest }: OfGuest): Promise<void> {
  await tx
    .deleteFrom('eventGuests')
    .where('schoolId', '=', event.school)
    .where('eventId', '=', event.id)
    .where('homeId', '=', guest.school)
    .where('studentId', '=', guest.studentId)
    .execute()
}

/** Students whom their school forgets are guests of no other any more. */
export const forgetGuests = (tx: Tx, school: string, students: readonly string[]) =>
  tx
    .deleteFrom('eventGuests')
    .where('homeId', '=', school)
    .where('studentId', 'in', students)
    .modifyEnd(acrossSchools.guests)
    .execute()

/** Places for others, how many of them are given, how many wait, and how many came. */
export async function countGuests(db: Db, { school, id }: Key) {
  const { rows } = await sql<{ places: number; admitted: number; limited: number; came: number }>`
    select q.places, least(g.n, q.places) as admitted, greatest(g.n - q.places, 0) as limited, g.came
    from (select coalesce((select places from guest_quotas where school_id = ${school} and event_id = ${id}), 0) as places) q
      cross join (select count(*) as n, count(came_at) as came from event_guests
        where school_id = ${school} and event_id = ${id}) g`.execute(db)
  return rows[0]!
}

/** In the order in which they have signed up. */
export async function listGuests(
  db: Db,
  { school, id }: Key,
  { limit, offset }: { limit: number; offset: number },
) {
  const { rows } = await sql<{
    id: string
    name: string
    studentNumber: string
    major: string
    home: string
    homeName: string
    homeNameEn: string
    signedUpAt: Date
    cameAt: Date | null
  }>`
    select st.id, st.name, st.student_number, st.major_name as major, s.id as home, s.name as home_name, s.name_en as home_name_en,
      g.signed_up_at, g.came_at
    from event_guests g join students st on st.school_id = g.home_id and st.id = g.student_id join schools s on s.id = g.home_id
    where g.school_id = ${school} and g.event_id = ${id} order by g.nth limit ${limit} offset ${offset}
    ${acrossSchools.guests}`.execute(db)
  return rows
}
