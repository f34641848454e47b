import { z } from 'zod'
import { MARK } from '../domain/mark.ts'
import { GUEST_PLACES, GUEST_STANDINGS } from '../domain/visit/guest.ts'
import { EVENT_KINDS } from '../domain/visit/visit.ts'
import { instant, keyParams, pageOf, paging, schoolNamed, schoolParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { fairPlaced } from './fairs.ts'

const tags = ['guests']

/** A talk or a fair of another school that takes students of this one. */
const guestEvent = z.object({
  kind: z.enum(EVENT_KINDS),
  id: z.uuid(),
  host: schoolNamed,
  shortId: z.string(),
  title: z.string(),
  /** Whose talk it is; null where it is the school's fair. */
  employer: z.string().nullable(),
  placed: fairPlaced,
  /** For students of other schools, and how many of them are given. */
  places: z.int(),
  taken: z.int(),
  /** Of the student who reads; null where they have not signed up. */
  standing: z.enum(GUEST_STANDINGS).nullable(),
  isOff: z.boolean(),
  /** Not shown to others just now: its employer is to be verified again (L7). */
  isPaused: z.boolean(),
  cameAt: instant.nullable(),
})
export type GuestEvent = z.infer<typeof guestEvent>
const guestEventWhole = guestEvent.extend({
  description: z.string(),
  /** What the student's code says; null without a place. */
  ticket: z.string().nullable(),
  /** How many have signed up before and wait as well; null for who does not wait. */
  ahead: z.int().nullable(),
  reason: z.string().nullable(),
  isOpen: z.boolean(),
  serverTime: instant,
})
export type GuestEventWhole = z.infer<typeof guestEventWhole>

export const listGuestEvents = {
  method: 'GET',
  url: '/api/schools/:school/my/elsewhere',
  config: { access: 'student' },
  schema: {
    tags,
    summary:
      'Talks and fairs of other schools that take students of this one, the next first; or those of the student, the latest first',
    params: schoolParams,
    querystring: z.object({
      events: z.enum(['open', 'mine']).default('open'),
      after: z.union([z.literal(''), z.string().regex(MARK)]).default(''),
    }),
    response: { 200: z.object({ items: z.array(guestEvent), next: z.string().nullable() }) },
  },
} as const satisfies Endpoint

const ofGuest = <const Method extends 'GET' | 'POST'>(method: Method, verb: string, summary: string) =>
  ({
    method,
    url: `/api/schools/:school/my/elsewhere/:id${verb}`,
    config: { access: 'student' },
    schema: { tags, summary, params: keyParams, response: { 200: guestEventWhole } },
  }) as const satisfies Endpoint
export const getGuestEvent = ofGuest(
  'GET',
  '',
  'An event of another school, with the code that is shown at its door',
)
export const signUpAsGuest = ofGuest(
  'POST',
  '/sign-up',
  'Sign up at another school; beyond its places one waits, and has the next that is given back',
)
export const leaveAsGuest = ofGuest('POST', '/leave', 'Give the place back, until it begins')

const guests = pageOf(
  z.object({
    id: z.uuid(),
    student: z.object({ name: z.string(), studentNumber: z.string(), major: z.string() }),
    school: schoolNamed,
    standing: z.enum(GUEST_STANDINGS),
    signedUpAt: instant,
    cameAt: instant.nullable(),
  }),
).extend({
  title: z.string(),
  places: z.int(),
  counts: z.object({ admitted: z.int(), limited: z.int(), came: z.int() }),
  /** Whether places can still be given. */
  isOpen: z.boolean(),
})
export type GuestsView = z.infer<typeof guests>

type Folder = 'talks' | 'fairs'
const listGuestsAt = <const F extends Folder>(folder: F) =>
  ({
    method: 'GET',
    url: `/api/schools/:school/${folder}/:id/guests`,
    config: { access: 'reviewer' },
    schema: {
      tags,
      summary: 'Students of other schools who have signed up, in their order, and how many places they have',
      params: keyParams,
      querystring: paging,
      response: { 200: guests },
    },
  }) as const satisfies Endpoint
export const listTalkGuests = listGuestsAt('talks')
export const listFairGuests = listGuestsAt('fairs')

const setGuestPlacesAt = <const F extends Folder>(folder: F) =>
  ({
    method: 'POST',
    url: `/api/schools/:school/${folder}/:id/guest-places`,
    config: { access: 'reviewer' },
    schema: {
      tags,
      summary: 'How many students of other schools may come; more places are told to who waited for one',
      params: keyParams,
      body: z.object({
        places: z.int().min(GUEST_PLACES.least).max(GUEST_PLACES.most),
        /** As the page showed it. */
        seenPlaces: z.int().min(0),
      }),
      response: { 200: guests },
    },
  }) as const satisfies Endpoint
export const setTalkGuestPlaces = setGuestPlacesAt('talks')
export const setFairGuestPlaces = setGuestPlacesAt('fairs')
