import { z } from 'zod'
import { FAIR_PHASES } from '../domain/fair/life.ts'
import { ENTRY_BOUNDS, type EntryContent, LONGEST_ENTRY } from '../domain/fair-entry/content.ts'
import { ENTRY_GROUNDS, ENTRY_STATUSES, entryLife } from '../domain/fair-entry/life.ts'
import { LONGEST } from '../domain/longest.ts'
import { POST_EDUCATIONS, POST_KINDS } from '../domain/post/content.ts'
import { instant, keyParams, pageOf, paging, schoolNamed, uuid } from './atoms.ts'
import { act, actsOn, timelineEntry } from './case.ts'
import type { Endpoint } from './endpoint.ts'
import { booth, fairContent, fairPlaced, stand } from './fairs.ts'
import { email, line, phone, search } from './typed.ts'

const tags = ['fair-entries']
const entryStatus = z.enum(ENTRY_STATUSES)

/** What an employer brings, as it was copied. */
export const entryContent = z.object({
  posts: z.array(
    z.object({
      shortId: z.string(),
      title: z.string(),
      category: z.string(),
      work: z.enum(POST_KINDS),
      headcount: z.int().nullable(),
      pay: z.object({ from: z.int().nullable(), to: z.int().nullable(), months: z.int() }),
      regions: z.array(z.string()),
      education: z.enum(POST_EDUCATIONS),
      majors: z.array(z.string()),
    }),
  ),
  contact: z.object({ name: z.string(), phone: z.string(), email: z.string() }),
  people: z.array(z.string()),
}) satisfies z.ZodType<EntryContent>

export const entryView = z.object({
  id: z.uuid(),
  version: z.int(),
  school: schoolNamed,
  fairId: z.uuid(),
  fairTitle: z.string(),
  employer: z.string(),
  employerId: z.uuid(),
  status: entryStatus,
  booth: z.string().nullable(),
  /** Its place on the waiting list, from 1; null where it does not wait. */
  line: z.int().nullable(),
  content: entryContent,
  reason: z.string().nullable(),
  ground: z.enum(ENTRY_GROUNDS).nullable(),
  askedAt: instant,
  actions: z.array(z.enum(entryLife.offers)),
  timeline: z.array(timelineEntry),
})
export type EntryView = z.infer<typeof entryView>

const entryRow = entryView
  .pick({
    id: true,
    version: true,
    employer: true,
    employerId: true,
    status: true,
    booth: true,
    askedAt: true,
  })
  .extend({ posts: z.int(), headcount: z.int() })
export type EntryRow = z.infer<typeof entryRow>

/** A fair as an employer reads it. */
const fairToJoin = z.object({
  id: z.uuid(),
  school: schoolNamed,
  phase: z.enum(FAIR_PHASES),
  content: fairContent,
  placed: fairPlaced,
  stands: z.array(stand),
  reason: z.string().nullable(),
  /** Where visitors read it; null while they do not. */
  address: z.string().nullable(),
  /** The employer’s last sign-up; null where there was none. */
  entry: entryView.nullable(),
  mayApply: z.boolean(),
  /** The employer’s posts at this school that it may bring. */
  posts: z.array(z.object({ shortId: z.string(), title: z.string() })),
  serverTime: instant,
})
export type FairToJoin = z.infer<typeof fairToJoin>

export const listFairsToJoin = {
  method: 'GET',
  url: '/api/employer/fairs',
  config: { access: 'employer' },
  schema: {
    tags,
    summary:
      'Fairs at schools that have admitted the employer, and those for which it has signed up; the latest to be held first',
    querystring: paging.extend({ q: search, mine: z.literal('1').optional() }),
    response: {
      200: pageOf(
        z.object({
          id: z.uuid(),
          title: z.string(),
          school: schoolNamed,
          phase: z.enum(FAIR_PHASES),
          placed: fairPlaced,
          applyUntil: z.string(),
          status: entryStatus.nullable(),
          booth: z.string().nullable(),
        }),
      ),
    },
  },
} as const satisfies Endpoint

export const getFairToJoin = {
  method: 'GET',
  url: '/api/employer/schools/:school/fairs/:id',
  config: { access: 'employer' },
  schema: {
    tags,
    summary: 'A fair as an employer reads it, with its own part in it',
    params: keyParams,
    response: { 200: fairToJoin },
  },
} as const satisfies Endpoint

/** What an employer types. */
const typed = {
  /** By the short ids of their addresses. */
  posts: z
    .array(
      z
        .string()
        .regex(/^[a-z0-9]{8}$/)
        .meta({ examples: ['abcdefgh'] }),
    )
    .min(1)
    .max(ENTRY_BOUNDS.posts),
  contact: z.object({ name: line(LONGEST.personName), phone, email }),
  people: z.array(line(LONGEST_ENTRY.person)).max(ENTRY_BOUNDS.people),
}

export const applyForBooth = {
  method: 'POST',
  url: '/api/schools/:school/fairs/:id/apply',
  config: { access: 'employer' },
  schema: {
    tags,
    summary: 'Sign up for a fair with posts that are open at its school, which are copied',
    params: keyParams,
    body: z.object(typed),
    response: { 200: fairToJoin },
  },
} as const satisfies Endpoint

export const listEntries = {
  method: 'GET',
  url: '/api/schools/:school/fairs/:id/entries',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary: 'The employers that have signed up for a fair, the first first',
    params: keyParams,
    querystring: paging.extend({ q: search, status: entryStatus.optional() }),
    response: { 200: pageOf(entryRow).extend({ title: z.string() }) },
  },
} as const satisfies Endpoint

const on = actsOn('fair-entries', entryView)
export const getEntry = {
  method: 'GET',
  url: '/api/schools/:school/fair-entries/:id',
  config: { access: 'concerned' },
  schema: {
    tags,
    summary: 'An employer’s part in a fair, for both sides',
    params: keyParams,
    response: { 200: entryView },
  },
} as const satisfies Endpoint

export const entryActs = {
  change: on(
    'change',
    'employer',
    'Bring something else; posts are copied as they are now',
    act.pick({ seenVersion: true }).extend(typed),
  ),
  'let-in': on(
    'let-in',
    'reviewer',
    'Let an employer in: to the first free booth, or onto the waiting list',
    act,
  ),
  place: on(
    'place',
    'reviewer',
    'Give it another booth; whoever stands there as the page shows it has its booth then',
    act.pick({ seenVersion: true }).extend({ booth, insteadOf: uuid.nullable() }),
  ),
  'turn-down': on(
    'turn-down',
    'reviewer',
    'Turn it down, with a ground; who waits longest has its booth',
    act.extend({ entryGround: z.enum(ENTRY_GROUNDS) }),
  ),
  withdraw: on('withdraw', 'employer', 'Leave the fair; who waits longest has its booth', act),
} as const satisfies Record<(typeof entryLife.offers)[number], Endpoint>
