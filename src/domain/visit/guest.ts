import { Refusal } from '../refusal.ts'
import { type Held, refuseUnlessToCome } from './visit.ts'

/** Students of other schools whom an event takes; with none it is for the school's own alone. */
export const GUEST_PLACES = { least: 0, most: 100_000 } as const

/** Who has signed up as a guest has a place, or is beyond the places: `limited`, and has the next one that is given back. */
export const GUEST_STANDINGS = ['admitted', 'limited'] as const
export type GuestStanding = (typeof GUEST_STANDINGS)[number]

/** By how many have signed up until and with this one (AT-16). */
export const guestStanding = (position: number, places: number): GuestStanding =>
  position <= places ? 'admitted' : 'limited'

/** Refuses to sign up for what is not to come, or takes nobody of another school; that all places are taken is no refusal. */
export function refuseUnlessOpenToGuests(held: Held, places: number, at: Date): void {
  refuseUnlessToCome(held, at)
  if (places === 0) throw new Refusal('event-for-its-school')
}

/** Of so many who have signed up, in their order, those to whom more places give one: from one, to the next that is not. */
export const movedUp = (signedUp: number, before: number, after: number) => ({
  from: Math.min(before, signedUp),
  until: Math.max(Math.min(after, signedUp), Math.min(before, signedUp)),
})

/** Refuses fewer places than are given. */
export function refuseUnlessPlacesLeft(places: number, signedUp: number, before: number): void {
  const given = Math.min(signedUp, before)
  if (places < given) throw new Refusal('event-places-taken', { field: 'places', signedUp: given })
}
