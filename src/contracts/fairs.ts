import { z } from 'zod'
import { FAIR_BOUNDS, LONGEST_FAIR } from '../domain/fair/content.ts'
import { FAIR_PHASES, FAIR_STATUSES, fairLife } from '../domain/fair/life.ts'
import { BOOTH, PLAN_BOUNDS } from '../domain/fair/plan.ts'
import { dayOf, instant, keyParams, pageOf, paging, schoolNamed, schoolParams, uuid } from './atoms.ts'
import { act, actsOn, timelineEntry } from './case.ts'
import type { Endpoint } from './endpoint.ts'
import { finding } from './posts.ts'
import { line, optionalRichText, search } from './typed.ts'
import { slot } from './venues.ts'
import { attendanceCounts, doorHours } from './visits.ts'

const tags = ['fairs']
const within = ({ least, most }: { readonly least: number; readonly most: number }) =>
  z.int().min(least).max(most)
export const booth = z
  .string()
  .regex(BOOTH)
  .meta({ examples: ['A01'] })

const plan = z.object({
  rows: within(PLAN_BOUNDS.rows),
  columns: within(PLAN_BOUNDS.columns),
  /** The names of places that are no booths. */
  leftOut: z.array(booth).max(PLAN_BOUNDS.rows.most * PLAN_BOUNDS.columns.most),
})
/** What a school types. */
const typed = {
  title: line(LONGEST_FAIR.title),
  /** HTML; what of it is safe is kept. */
  description: optionalRichText,
  applyFrom: dayOf('season'),
  applyUntil: dayOf('season'),
  /** Whether the school looks at each employer first. */
  isReviewed: z.boolean(),
  places: within(FAIR_BOUNDS.places),
  plan,
}
const placing = { venueIds: z.array(uuid).min(1).max(FAIR_BOUNDS.venues), slot }
/** As it was typed, whatever the bounds are by now. */
export const fairContent = z.object({
  title: z.string(),
  description: z.string(),
  applyFrom: z.string(),
  applyUntil: z.string(),
  isReviewed: z.boolean(),
  places: z.int(),
  plan: z.object({ rows: z.int(), columns: z.int(), leftOut: z.array(z.string()) }),
})

const heldIn = z.object({
  id: z.uuid(),
  name: z.string(),
  nameEn: z.string(),
  place: z.string(),
  placeEn: z.string(),
})
/** When and where a fair is held: in several venues as one. */
export const fairPlaced = z.object({ startsAt: instant, endsAt: instant, venues: z.array(heldIn) })

/** Who stands at which booth. */
export const stand = z.object({ booth: z.string(), employer: z.string(), employerId: z.uuid() })
export type Stand = z.infer<typeof stand>
/** The same for the school, which may place them otherwise and prints their badges. */
const ownStand = stand.extend({ entryId: z.uuid(), version: z.int(), people: z.array(z.string()) })
export type OwnStand = z.infer<typeof ownStand>

export const fairRow = z.object({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  phase: z.enum(FAIR_PHASES),
  placed: fairPlaced,
  applyFrom: z.string(),
  applyUntil: z.string(),
  booths: z.int(),
  /** Employers with a booth, and those that wait for the school. */
  admitted: z.int(),
  requested: z.int(),
  signedUp: z.int(),
})
export type FairRow = z.infer<typeof fairRow>

export const fairView = z.object({
  id: z.uuid(),
  version: z.int(),
  school: schoolNamed,
  status: z.enum(FAIR_STATUSES),
  phase: z.enum(FAIR_PHASES),
  content: fairContent,
  placed: fairPlaced,
  stands: z.array(ownStand),
  entries: z.object({ requested: z.int(), admitted: z.int(), waiting: z.int() }),
  reason: z.string().nullable(),
  counts: attendanceCounts,
  /** What the school's lists find in it. */
  findings: z.array(finding),
  /** Where visitors read it, while they do. */
  address: z.string(),
  isPublic: z.boolean(),
  door: doorHours.nullable(),
  actions: z.array(z.enum(fairLife.offers)),
  timeline: z.array(timelineEntry),
  serverTime: instant,
})
export type FairView = z.infer<typeof fairView>

export const listFairs = {
  method: 'GET',
  url: '/api/schools/:school/fairs',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary: 'The school’s fairs 双选会, the latest to be held first',
    params: schoolParams,
    querystring: paging.extend({ q: search, status: z.enum(FAIR_STATUSES).optional() }),
    response: { 200: pageOf(fairRow) },
  },
} as const satisfies Endpoint

export const draftFair = {
  method: 'POST',
  url: '/api/schools/:school/fairs',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary: 'Plan a fair: its venues are held from now on, and nobody else reads of it yet',
    params: schoolParams,
    body: z.object({ ...typed, ...placing }),
    response: { 200: fairView },
  },
} as const satisfies Endpoint

export const getFair = {
  method: 'GET',
  url: '/api/schools/:school/fairs/:id',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary: 'A fair for the school that holds it, with who stands where',
    params: keyParams,
    response: { 200: fairView },
  },
} as const satisfies Endpoint

const on = actsOn('fairs', fairView)
export const fairActs = {
  change: on(
    'change',
    'reviewer',
    'Say otherwise of a fair, its booths and places; booths that it gains are those’s who wait',
    act.pick({ seenVersion: true }).extend(typed),
  ),
  place: on('place', 'reviewer', 'Give a draft other venues or another time', act.extend(placing)),
  move: on(
    'move',
    'reviewer',
    'Give it other venues or another time, told to whoever has signed up',
    act.extend(placing),
  ),
  announce: on('announce', 'reviewer', 'Announce it: it is public, employers and students sign up', act),
  'call-off': on(
    'call-off',
    'reviewer',
    'Call it off with all its venues, told to whoever has signed up',
    act,
  ),
} as const satisfies Record<(typeof fairLife.offers)[number], Endpoint>
