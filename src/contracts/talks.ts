import { z } from 'zod'
import { LONGEST } from '../domain/longest.ts'
import { LONGEST_TALK, TALK_BOUNDS, type TalkContent } from '../domain/talk/content.ts'
import { TALK_GROUNDS, TALK_STATUSES, talkLife } from '../domain/talk/life.ts'
import { VENUE_BOUNDS } from '../domain/venue/venue.ts'
import { day, instant, keyParams, pageOf, paging, schoolNamed, schoolParams, uuid } from './atoms.ts'
import { act, actsOn, timelineEntry } from './case.ts'
import type { Endpoint } from './endpoint.ts'
import { finding } from './posts.ts'
import { email, line, optionalRichText, phone, search } from './typed.ts'
import { slot } from './venues.ts'
import { attendanceCounts, doorHours } from './visits.ts'

const tags = ['talks']
const talkStatus = z.enum(TALK_STATUSES)
const turn = z.enum(['school', 'employer']).nullable()

/** What an employer types. */
const typed = {
  title: line(LONGEST_TALK.title),
  /** HTML; what of it is safe is kept. */
  description: optionalRichText,
  expected: z.int().min(TALK_BOUNDS.expected.least).max(TALK_BOUNDS.expected.most),
  contact: z.object({ name: line(LONGEST.personName), phone, email }),
  /** The best first. */
  wishes: z.array(slot).min(1).max(TALK_BOUNDS.wishes),
}
const kept = z.object({ day: z.string(), from: z.string(), until: z.string() })
/** As it was typed, whatever the bounds are by now. */
export const talkContent = z.object({
  title: z.string(),
  description: z.string(),
  expected: z.int(),
  contact: z.object({ name: z.string(), phone: z.string(), email: z.string() }),
  wishes: z.array(kept),
}) satisfies z.ZodType<TalkContent>

/** Where and when it is held, and how many may sign up. */
export const talkPlaced = z.object({
  startsAt: instant,
  endsAt: instant,
  places: z.int(),
  venue: z.object({
    id: z.uuid(),
    name: z.string(),
    nameEn: z.string(),
    place: z.string(),
    placeEn: z.string(),
  }),
})

export const talkRow = z.object({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  employer: z.string(),
  school: schoolNamed,
  status: talkStatus,
  turn,
  /** Not shown just now: its employer is to be verified again (L7). */
  isPaused: z.boolean(),
  placed: talkPlaced.nullable(),
  signedUp: z.int(),
  requestedAt: instant,
  waitingSince: instant,
})
export type TalkRow = z.infer<typeof talkRow>

export const talkView = talkRow.omit({ title: true, signedUp: true }).extend({
  employerId: z.uuid(),
  /** The last day of the school's verification of the employer; null where there is none. */
  verifiedUntil: day.nullable(),
  content: talkContent,
  reason: z.string().nullable(),
  ground: z.enum(TALK_GROUNDS).nullable(),
  counts: attendanceCounts,
  /** What the school's lists find in it. */
  findings: z.array(finding),
  /** Where visitors read it, while they do. */
  address: z.string(),
  isPublic: z.boolean(),
  /** From when until when the door counts who comes; null where there is no door. */
  door: doorHours.nullable(),
  actions: z.array(z.enum(talkLife.offers)),
  timeline: z.array(timelineEntry),
  serverTime: instant,
})
export type TalkView = z.infer<typeof talkView>

const narrowed = { q: search, status: talkStatus.optional() }

export const listOwnTalks = {
  method: 'GET',
  url: '/api/employer/talks',
  config: { access: 'employer' },
  schema: {
    tags,
    summary: 'The employer’s talks 宣讲会 at all schools, what was asked for last first',
    querystring: paging.extend(narrowed),
    response: { 200: pageOf(talkRow) },
  },
} as const satisfies Endpoint

export const listTalks = {
  method: 'GET',
  url: '/api/schools/:school/talks',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary: 'Talks at this school; `mine` waits for a venue and a time, the longest first',
    params: schoolParams,
    querystring: paging.extend({
      ...narrowed,
      queue: z.enum(['mine', 'all']).default('mine'),
      /** Only what has waited long (`LONG_HOURS`). */
      waited: z.literal('long').optional(),
    }),
    response: { 200: pageOf(talkRow) },
  },
} as const satisfies Endpoint

export const requestTalk = {
  method: 'POST',
  url: '/api/schools/:school/talks',
  config: { access: 'employer' },
  schema: {
    tags,
    summary: 'Ask a school that has admitted the employer for a talk',
    params: schoolParams,
    body: z.object(typed),
    response: { 200: talkView },
  },
} as const satisfies Endpoint

const on = actsOn('talks', talkView)
export const getTalk = {
  method: 'GET',
  url: '/api/schools/:school/talks/:id',
  config: { access: 'concerned' },
  schema: {
    tags,
    summary: 'A talk, for its employer and for who gives it a venue',
    params: keyParams,
    response: { 200: talkView },
  },
} as const satisfies Endpoint

const placing = { venueId: uuid, slot, places: z.int().min(1).max(VENUE_BOUNDS.capacity.most) }
export const talkActs = {
  change: on(
    'change',
    'employer',
    'Say otherwise, and ask again',
    act.pick({ seenVersion: true }).extend(typed),
  ),
  schedule: on(
    'schedule',
    'reviewer',
    'Give it a venue and a time: it is public, and students sign up',
    act.extend(placing),
  ),
  move: on(
    'move',
    'reviewer',
    'Give it another venue or time, told to the employer and to who has signed up',
    act.extend(placing),
  ),
  'hand-back': on('hand-back', 'reviewer', 'Hand it back to be said otherwise', act),
  'turn-down': on(
    'turn-down',
    'reviewer',
    'Turn it down, with a ground',
    act.extend({ talkGround: z.enum(TALK_GROUNDS) }),
  ),
  withdraw: on('withdraw', 'employer', 'Take it back, told to the school and to who has signed up', act),
  cancel: on('cancel', 'reviewer', 'Call it off, told to the employer and to who has signed up', act),
} as const satisfies Record<(typeof talkLife.offers)[number], Endpoint>
