import { addDays, type Day, endOfDayInChina } from '../../../domain/day.ts'
import type { Span } from '../../../domain/venue/slot.ts'
import { type Booked, heldSpan, type Venue } from '../../../domain/venue/venue.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'

/** What else stands in a venue while this event would hold it; null where nothing does. Whoever calls holds the venue. */
export async function findInTheWay(
  tx: Tx,
  { school, id }: Key,
  { venue, span }: { readonly venue: Venue; readonly span: Span },
): Promise<Booked | null> {
  const { heldFrom, endsAt } = heldSpan(venue, span)
  const found = await tx
    .selectFrom('venueBookings')
    .where('schoolId', '=', school)
    .where('venueId', '=', venue.id)
    .where('id', '<>', id)
    .where('heldFrom', '<', endsAt)
    .where('endsAt', '>', heldFrom)
    .select(['title', 'startsAt', 'endsAt'])
    .orderBy('startsAt')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}

/** The event holds the venue then, and no longer what it held before. Whoever calls holds the venue. */
export async function book(
  tx: Tx,
  { school, id }: Key,
  { venue, span, title }: { readonly venue: Venue; readonly span: Span; readonly title: string },
): Promise<void> {
  const row = { venueId: venue.id, title, startsAt: span.startsAt, ...heldSpan(venue, span) }
  await tx
    .insertInto('venueBookings')
    .values({ schoolId: school, id, ...row })
    .onConflict((same) => same.columns(['schoolId', 'id']).doUpdateSet(row))
    .execute()
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
