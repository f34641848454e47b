import { z } from 'zod'
import { TIME } from '../domain/day.ts'
import { LONGEST } from '../domain/longest.ts'
import { DAYS_OF_WEEK, type Slot, type WeekHours } from '../domain/venue/slot.ts'
import { VENUE_BOUNDS } from '../domain/venue/venue.ts'
import { dayOf, instant, keyParams, schoolParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { line, optionalLine } from './typed.ts'

const tags = ['venues']
/** Hours and minutes in China. */
export const time = z
  .string()
  .regex(TIME)
  .meta({ examples: ['14:00'] })
/** A time within one day in China that is still to come. */
export const slot = z.object({ day: dayOf('ahead'), from: time, until: time }) satisfies z.ZodType<Slot>
const hours = z
  .array(z.object({ from: time, until: time }).nullable())
  .length(DAYS_OF_WEEK) satisfies z.ZodType<WeekHours>

const within = ({ least, most }: { readonly least: number; readonly most: number }) =>
  z.int().min(least).max(most)
const typed = {
  name: line(LONGEST.organisation),
  nameEn: optionalLine(LONGEST.organisation),
  place: line(LONGEST.place),
  placeEn: optionalLine(LONGEST.place),
  capacity: within(VENUE_BOUNDS.capacity),
  /** Minutes before an event. */
  setupMinutes: within(VENUE_BOUNDS.setupMinutes),
  /** Monday to Sunday; null where it is shut. */
  hours,
}
export const venue = z.object({
  id: z.uuid(),
  name: z.string(),
  nameEn: z.string(),
  place: z.string(),
  placeEn: z.string(),
  capacity: z.int(),
  setupMinutes: z.int(),
  hours,
  retiredAt: instant.nullable(),
  version: z.int(),
})
export type VenueView = z.infer<typeof venue>
const venues = z.object({ items: z.array(venue) })
const seen = z.object({ seenVersion: z.int().min(1) })

export const listVenues = {
  method: 'GET',
  url: '/api/schools/:school/venues',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary: 'Where the school holds its events; those in use first, by name',
    params: schoolParams,
    response: { 200: venues },
  },
} as const satisfies Endpoint

export const addVenue = {
  method: 'POST',
  url: '/api/schools/:school/venues',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Add a venue',
    params: schoolParams,
    body: z.object(typed),
    response: { 200: venues },
  },
} as const satisfies Endpoint

const on = <Body extends z.ZodType>(verb: string, summary: string, body: Body) =>
  ({
    method: 'POST',
    url: `/api/schools/:school/venues/:id/${verb}`,
    config: { access: 'administrator' },
    schema: { tags, summary, params: keyParams, body, response: { 200: venues } },
  }) as const satisfies Endpoint
export const venueActs = {
  change: on('change', 'Say otherwise of a venue; what is booked stays', seen.extend(typed)),
  retire: on('retire', 'Take nothing new there; refused while something is still to come', seen),
  reopen: on('reopen', 'Take events there again', seen),
} as const

export const listBookings = {
  method: 'GET',
  url: '/api/schools/:school/venues/bookings',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary: 'What stands in which venue on one day in China, by its beginning',
    params: schoolParams,
    querystring: z.object({ day: dayOf('season') }),
    response: {
      200: z.object({
        items: z.array(
          z.object({
            id: z.uuid(),
            venueId: z.uuid(),
            title: z.string(),
            /** With the time to set up. */
            heldFrom: instant,
            startsAt: instant,
            endsAt: instant,
          }),
        ),
      }),
    },
  },
} as const satisfies Endpoint
