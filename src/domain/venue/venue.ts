import { Refusal } from '../refusal.ts'
import {
  refuseOutsideHours,
  refuseUnlessSlot,
  type Slot,
  type Span,
  slotSaid,
  spanOf,
  type WeekHours,
} from './slot.ts'

/** Where a school holds its events: a hall, a lecture room, a square. */
export type VenueFacts = {
  readonly name: string
  readonly nameEn: string
  /** Campus, building, how to get there. */
  readonly place: string
  readonly placeEn: string
  /** People that it holds. */
  readonly capacity: number
  /** Minutes that it is kept free before an event, to be set up. */
  readonly setupMinutes: number
  readonly hours: WeekHours
}
export type Venue = VenueFacts & {
  readonly id: string
  /** Retired, it takes nothing new; what was held there still says where. */
  readonly retiredAt: Date | null
  readonly version: number
}

export const VENUE_BOUNDS = {
  capacity: { least: 1, most: 100_000 },
  setupMinutes: { least: 0, most: 240 },
  /** Of one school. */
  venues: 200,
} as const
const MINUTE = 60_000

/** From when until when an event holds its venue: with the time to set up. What two of them may not share, the database holds too. */
export const heldSpan = ({ setupMinutes }: Pick<Venue, 'setupMinutes'>, { startsAt, endsAt }: Span) => ({
  heldFrom: new Date(startsAt.getTime() - setupMinutes * MINUTE),
  endsAt,
})

/** What stands in a venue at some time. */
export type Booked = Span & { readonly title: string }

/**
 * Refuses to hold an event there and then: a retired venue, a time that cannot be, one outside its opening hours, more
 * places than it has, or another event in its way, which is named.
 */
export function refuseUnlessFree(
  { venue, inTheWay }: { readonly venue: Venue; readonly inTheWay: Booked | null },
  { slot, places }: { readonly slot: Slot; readonly places: number },
  at: Date,
): void {
  refuseUnlessSlot(slot, 'slot', at)
  if (venue.retiredAt) throw new Refusal('venue-retired', { field: 'venueId' })
  refuseOutsideHours(venue.hours, slot)
  if (places > venue.capacity)
    throw new Refusal('venue-too-small', { field: 'places', capacity: venue.capacity })
  if (inTheWay)
    throw new Refusal('venue-taken', { field: 'slot.from', title: inTheWay.title, ...slotSaid(inTheWay) })
}

/** Where and when an event is held, and how many may sign up for it. */
export type Placing = { readonly venueId: string; readonly slot: Slot; readonly places: number }
export type Placed = Span & { readonly venueId: string; readonly places: number }
export const placedBy = ({ venueId, slot, places }: Placing): Placed => ({ venueId, places, ...spanOf(slot) })
