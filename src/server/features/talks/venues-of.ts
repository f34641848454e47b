import type { Placed } from '../../../domain/venue/venue.ts'
import type { Db } from '../../db/database.ts'

type PlacedVenue = {
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly place: string
  readonly placeEn: string
}
/** A talk's venue, time and places, as every page shows them. */
export const shownPlaced = ({ startsAt, endsAt, places }: Omit<Placed, 'venueId'>, venue: PlacedVenue) => ({
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
  places,
  venue,
})

/** Where one talk is held; retired venues too. */
export const findPlacedVenue = (db: Db, school: string, { venueId }: Placed): Promise<PlacedVenue> =>
  db
    .selectFrom('venues')
    .where('schoolId', '=', school)
    .where('id', '=', venueId)
    .select(['id', 'name', 'nameEn', 'place', 'placeEn'])
    .executeTakeFirstOrThrow()
