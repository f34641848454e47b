import { v7 as uuidv7 } from 'uuid'
import { dayInChina } from '../../../domain/day.ts'
import type { EventName } from '../../../domain/event.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { refuseUnlessHours } from '../../../domain/venue/slot.ts'
import { VENUE_BOUNDS, type Venue, type VenueFacts } from '../../../domain/venue/venue.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { lockSchool } from '../schools/queries.ts'
import { recordOnSchool } from '../schools/record-on-school.ts'
import { findNext } from './bookings.ts'
import { listVenues, lockVenue, saveVenue } from './queries.ts'

type Seen = { readonly seenVersion: number }

const save = async (of: Doing, school: string, venue: Venue, action: EventName) => {
  const { name, nameEn, place, placeEn, capacity, setupMinutes, hours } = venue
  await saveVenue(of.tx, school, venue)
  await recordOnSchool({ ...of, at: of.acting.at }, school, action, {
    venue: venue.id,
    name,
    nameEn,
    place,
    placeEn,
    capacity,
    setupMinutes,
    hours: hours.map((open) => (open ? `${open.from}-${open.until}` : '-')).join(' '),
    version: venue.version,
  })
}

export async function add(of: Doing, school: string, facts: VenueFacts): Promise<void> {
  refuseUnlessHours(facts.hours)
  await lockSchool(of.tx, school)
  const limit = VENUE_BOUNDS.venues
  if ((await listVenues(of.tx, school)).length >= limit) throw new Refusal('venues-too-many', { limit })
  const venue = { ...facts, id: uuidv7(), retiredAt: null, version: 1 }
  await save(of, school, venue, 'school.add-venue')
}

async function act(of: Doing, key: Key, { seenVersion }: Seen, becomes: Partial<Venue>, action: EventName) {
  const before = await lockVenue(of.tx, key)
  if (before.version !== seenVersion) throw new Refusal('content-changed', { version: before.version })
  await save(of, key.school, { ...before, ...becomes, version: before.version + 1 }, action)
}

/** What is booked there stays as it is. */
export async function change(of: Doing, key: Key, { seenVersion, ...facts }: VenueFacts & Seen) {
  refuseUnlessHours(facts.hours)
  await act(of, key, { seenVersion }, facts, 'school.change-venue')
}

/** Refused while something is still to come there, which is named. */
export async function retire(of: Doing, key: Key, seen: Seen) {
  await act(of, key, seen, { retiredAt: of.acting.at }, 'school.retire-venue')
  const next = await findNext(of.tx, key, of.acting.at)
  if (next) throw new Refusal('venue-in-use', { title: next.title, day: dayInChina(next.startsAt) })
}

export const reopen = (of: Doing, key: Key, seen: Seen) =>
  act(of, key, seen, { retiredAt: null }, 'school.reopen-venue')
