import { sql } from 'kysely'
import { addDays, type Day, endOfDayInChina } from '../../../domain/day.ts'
import type { Span } from '../../../domain/venue/slot.ts'
import { type Booked, heldSpan, type Venue } from '../../../domain/venue/venue.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'

type Then = { readonly venues: readonly Venue[]; readonly span: Span }

/** What else stands in each of these venues while this event would hold it; null where nothing does. Whoever calls holds the venues. */
export async function findInTheWay(tx: Tx, { school, id }: Key, { venues, span }: Then) {
  const { rows } = await sql<Booked & { venueId: string }>`
    select distinct on (b.venue_id) b.venue_id, b.title, b.starts_at, b.ends_at
    from unnest(${venues.map((venue) => venue.id)}::uuid[],
      ${venues.map((venue) => heldSpan(venue, span).heldFrom.toISOString())}::timestamptz[]) as held (venue_id, held_from)
    join venue_bookings b on b.school_id = ${school} and b.venue_id = held.venue_id and b.id <> ${id}
      and b.held_from < ${span.endsAt} and b.ends_at > held.held_from
    order by b.venue_id, b.starts_at`.execute(tx)
  return venues.map((venue) => {
    const there = rows.find(({ venueId }) => venueId === venue.id)
    return { venue, inTheWay: there ?? null }
  })
}

/** The event holds these venues then, all of them or none, and no longer what it held before (AT-13). Whoever calls holds the venues. */
export async function book(
  tx: Tx,
  { school, id }: Key,
  { venues, span, title }: Then & { readonly title: string },
): Promise<void> {
  await release(tx, school, [id])
  const rows = venues.map((venue) => ({
    schoolId: school,
    id,
    venueId: venue.id,
    title,
    startsAt: span.startsAt,
    ...heldSpan(venue, span),
  }))
  await tx.insertInto('venueBookings').values(rows).execute()
}

/** Events that are called off hold nothing. */
export const release = (tx: Tx, school: string, ids: readonly string[]) =>
  tx
    .deleteFrom('venueBookings')
    .where('schoolId', '=', school)
    .where('id', 'in', [...ids])
    .execute()

/** What comes next in a venue; null where nothing does. Whoever calls holds the venue. */
export async function findNext(tx: Tx, { school, id }: Key, at: Date): Promise<Booked | null> {
  const found = await tx
    .selectFrom('venueBookings')
    .where('schoolId', '=', school)
    .where('venueId', '=', id)
    .where('endsAt', '>', at)
    .select(['title', 'startsAt', 'endsAt'])
    .orderBy('startsAt')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}

/** What stands where on one day in China, by its beginning. */
export const listBookings = (db: Db, school: string, day: Day) =>
  db
    .selectFrom('venueBookings')
    .where('schoolId', '=', school)
    .where('startsAt', '>=', endOfDayInChina(addDays(day, -1)))
    .where('startsAt', '<', endOfDayInChina(day))
    .select(['id', 'venueId', 'title', 'heldFrom', 'startsAt', 'endsAt'])
    .orderBy('startsAt')
    .orderBy('id')
    .execute()
