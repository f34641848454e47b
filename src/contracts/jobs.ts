import { z } from 'zod'
import type { ShownRate } from '../domain/application/answer-rate.ts'
import { APPLICATION_STATUSES } from '../domain/application/life.ts'
import { EMPLOYER_KINDS } from '../domain/employer-facts.ts'
import { LONGEST } from '../domain/longest.ts'
import { MARK } from '../domain/mark.ts'
import { POST_AUDIENCES, POST_BOUNDS, POST_EDUCATIONS, POST_KINDS } from '../domain/post/content.ts'
import { DIGESTS } from '../domain/post/digest.ts'
import { POST_STANDINGS } from '../domain/post/life.ts'
import { POST_SORTS } from '../domain/post/search.ts'
import { day, done, instant, keyParams, schoolCode, schoolParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { postContent } from './posts.ts'
import { line, search } from './typed.ts'

const tags = ['jobs']
const names = z.record(z.string(), z.object({ name: z.string(), nameEn: z.string() }))
export const shortPostParams = z.object({
  school: schoolCode,
  shortId: z
    .string()
    .regex(/^[a-z0-9]{8}$/)
    .meta({ examples: ['a1b2c3d4'] }),
})
const two = z
  .string()
  .regex(/^(\d{2})?$/)
  .default('')
  .meta({ examples: ['13'] })

/** What a student seeks: every part narrows, what is empty does not. */
const sought = {
  q: search,
  region: z
    .string()
    .regex(/^(\d{6})?$/)
    .default('')
    .meta({ examples: ['420100'] }),
  category: two,
  industry: two,
  nature: two,
  kind: z.enum(POST_KINDS).nullable().default(null),
  /** What the reader has: posts that ask for no more. */
  education: z.enum(POST_EDUCATIONS).nullable().default(null),
  major: z
    .string()
    .regex(/^([0-9]{2,6}[a-zA-Z]{0,2})?$/)
    .default('')
    .meta({ examples: ['080901'] }),
}
const pay = { least: POST_BOUNDS.pay.least, most: POST_BOUNDS.pay.most }

export const jobRow = z.object({
  id: z.uuid(),
  shortId: z.string(),
  title: z.string(),
  employer: z.string(),
  work: z.enum(POST_KINDS),
  headcount: z.int(),
  pay: postContent.shape.pay,
  regions: z.array(z.string()),
  education: z.enum(POST_EDUCATIONS),
  audience: z.enum(POST_AUDIENCES),
  lastDay: day,
  shownFrom: instant,
  isFavourite: z.boolean(),
})
export type JobRow = z.infer<typeof jobRow>
/** A page by keys: `next` is where the next one begins; null at the end. */
const pageByKeys = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable(), names })

export const listJobs = {
  method: 'GET',
  url: '/api/schools/:school/my/jobs',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'Job posts that are open to the school’s students',
    params: schoolParams,
    querystring: z.object({
      ...sought,
      pay: z.coerce.number<number | string>().int().min(pay.least).max(pay.most).nullable().default(null),
      /** Shown within so many days. */
      since: z.coerce.number<number | string>().int().min(1).max(365).nullable().default(null),
      /** By what is typed, where it is not said; else the newest. */
      sort: z.enum(POST_SORTS).nullable().default(null),
      after: z.union([z.literal(''), z.string().regex(MARK)]).default(''),
    }),
    /** `major`: the code of the student's own. */
    response: { 200: pageByKeys(jobRow).extend({ major: z.string() }) },
  },
} as const satisfies Endpoint

/** Of applications, how many the employer has answered in the school's days; null where there are too few to say. */
export const answerRate = z
  .object({ n: z.int(), answered: z.int(), percent: z.int() })
  .nullable() satisfies z.ZodType<ShownRate | null>

export const jobView = z.object({
  id: z.uuid(),
  shortId: z.string(),
  employer: z.string(),
  employerId: z.uuid(),
  industry: z.string(),
  nature: z.string(),
  /** For whom it recruits, and an agency's licence. */
  kind: z.enum(EMPLOYER_KINDS),
  licenceNumber: z.string(),
  content: postContent,
  names,
  shownFrom: instant,
  isFavourite: z.boolean(),
  /** This student's report of it that waits for the school. */
  report: z.uuid().nullable(),
  /** The student's application for it; null before. */
  application: z.object({ id: z.uuid(), status: z.enum(APPLICATION_STATUSES) }).nullable(),
  /** With which versions of the résumé the student can apply, the ordinary one first. */
  resumes: z.array(z.object({ id: z.uuid(), name: z.string() })),
  answerRate,
})
export type JobView = z.infer<typeof jobView>

export const getJob = {
  method: 'GET',
  url: '/api/schools/:school/my/jobs/:shortId',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'A job post that is open to the school’s students',
    params: shortPostParams,
    response: { 200: jobView },
  },
} as const satisfies Endpoint

export const keepJob = {
  method: 'PUT',
  url: '/api/schools/:school/my/favourites/:shortId',
  config: { access: 'student' },
  schema: { tags, summary: 'Keep a job post 收藏', params: shortPostParams, response: { 200: done } },
} as const satisfies Endpoint

export const letJobGo = {
  method: 'DELETE',
  url: '/api/schools/:school/my/favourites/:shortId',
  config: { access: 'student' },
  schema: { tags, summary: 'Keep it no longer', params: shortPostParams, response: { 200: done } },
} as const satisfies Endpoint

const favourite = jobRow
  .omit({ isFavourite: true, shownFrom: true })
  .extend({ status: z.enum(POST_STANDINGS), keptAt: instant })
export type Favourite = z.infer<typeof favourite>

export const listFavourites = {
  method: 'GET',
  url: '/api/schools/:school/my/favourites',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'The job posts that the student keeps, and what has become of each; what was kept last first',
    params: schoolParams,
    querystring: z.object({ after: z.union([z.literal(''), z.string().regex(MARK)]).default('') }),
    response: { 200: pageByKeys(favourite) },
  },
} as const satisfies Endpoint

/** What a saved search narrows by, each part as the list's address has it. */
export const soughtSaved = z.object({
  ...sought,
  pay: z.int().min(pay.least).max(pay.most).nullable().default(null),
})
export type SoughtSaved = z.output<typeof soughtSaved>
const savedSearch = z.object({
  id: z.uuid(),
  name: z.string(),
  sought: soughtSaved,
  savedAt: instant,
  lookedAt: instant,
  /** How many have come since the last look, of as many as are counted. */
  fresh: z.int(),
  /** How often the student is told of new ones. */
  digest: z.enum(DIGESTS),
  /** When next; null where it is off. */
  digestAt: instant.nullable(),
})
export type SavedSearch = z.infer<typeof savedSearch>
/** Nobody counts more new ones than these. */
export const MOST_FRESH = 100
const searches = z.object({ items: z.array(savedSearch) })

export const listSearches = {
  method: 'GET',
  url: '/api/schools/:school/my/saved-searches',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'The student’s saved searches, each with how many new ones it finds',
    params: schoolParams,
    response: { 200: searches },
  },
} as const satisfies Endpoint

export const saveSearch = {
  method: 'POST',
  url: '/api/schools/:school/my/saved-searches',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'Save what is sought under a name',
    params: schoolParams,
    body: z.object({
      searchName: line(LONGEST.searchName),
      sought: soughtSaved,
      digest: z.enum(DIGESTS).default('off'),
    }),
    response: { 200: searches },
  },
} as const satisfies Endpoint

export const lookAtSearch = {
  method: 'POST',
  url: '/api/schools/:school/my/saved-searches/:id/look',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'What it finds has been looked at: what comes from now on is new',
    params: keyParams,
    response: { 200: searches },
  },
} as const satisfies Endpoint

export const setDigest = {
  method: 'POST',
  url: '/api/schools/:school/my/saved-searches/:id/digest',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'Be told of what it finds anew each day, each Monday, or not at all',
    params: keyParams,
    body: z.object({ digest: z.enum(DIGESTS) }),
    response: { 200: searches },
  },
} as const satisfies Endpoint

export const removeSearch = {
  method: 'DELETE',
  url: '/api/schools/:school/my/saved-searches/:id',
  config: { access: 'student' },
  schema: { tags, summary: 'Remove a saved search', params: keyParams, response: { 200: searches } },
} as const satisfies Endpoint
