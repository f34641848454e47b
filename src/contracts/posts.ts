import { z } from 'zod'
import { EMPLOYER_KINDS } from '../domain/employer-facts.ts'
import { LONGEST } from '../domain/longest.ts'
import {
  LONGEST_POST,
  POST_AUDIENCES,
  POST_BOUNDS,
  POST_EDUCATIONS,
  POST_KINDS,
  type PostAttachment,
  type PostContent,
} from '../domain/post/content.ts'
import { OWN_POST_STATUSES, ownPostLife, POST_STANDINGS, postLife, REJECTIONS } from '../domain/post/life.ts'
import { GROUNDS } from '../domain/post/word-lists.ts'
import { type Found, isPhrase, WORDING_BOUNDS } from '../domain/post/wording.ts'
import {
  day,
  dayOf,
  instant,
  keyParams,
  pageOf,
  paging,
  schoolCode,
  schoolNamed,
  schoolParams,
  uuid,
} from './atoms.ts'
import { act, actsOn, timelineEntry } from './case.ts'
import type { Endpoint } from './endpoint.ts'
import { batch, neighboursIn, outcomes } from './review.ts'
import { email, line, optionalLine, optionalRichText, optionalText, phone, search } from './typed.ts'

const tags = ['posts']
/** How it stands just now: published, it may be paused while its employer is to be verified again (L7). */
const standing = z.enum(POST_STANDINGS)
const ownStatus = z.enum(OWN_POST_STATUSES)
const within = ({ least, most }: { readonly least: number; readonly most: number }) =>
  z.int().min(least).max(most)
const region = z
  .string()
  .regex(/^\d{6}$/)
  .meta({ examples: ['420111'] })
/** Of a major, or of the class it belongs to: 08, 0809, 080901. */
const major = z
  .string()
  .toUpperCase()
  .regex(/^[0-9]{2,6}[A-Z]{0,2}$/)
  .max(10)
  .meta({ examples: ['0809'] })

/** A post as it is typed; of a draft much may be open. Pay in whole yuan a month. */
const typed = {
  title: line(LONGEST_POST.title),
  category: z.union([z.literal(''), z.string().regex(/^\d{2}$/)]),
  work: z.enum(POST_KINDS),
  headcount: within(POST_BOUNDS.headcount).nullable(),
  pay: z.object({
    from: within(POST_BOUNDS.pay).nullable(),
    to: within(POST_BOUNDS.pay).nullable(),
    months: within(POST_BOUNDS.months),
  }),
  regions: z.array(region).max(POST_BOUNDS.regions),
  education: z.enum(POST_EDUCATIONS),
  majors: z.array(major).max(POST_BOUNDS.majors),
  /** HTML; what of it is safe is kept. */
  description: optionalRichText,
  benefits: optionalText(LONGEST_POST.benefits),
  /** The id of a file that was uploaded before. */
  attachment: uuid.nullable().default(null),
  contact: z.object({
    name: optionalLine(LONGEST.personName),
    phone: z.union([z.literal(''), phone]),
    email,
    shown: z.boolean(),
  }),
  audience: z.enum(POST_AUDIENCES),
  shownOn: dayOf('ahead').nullable(),
  lastDay: dayOf('ahead').nullable(),
}
/** What of a file is kept with the post that has it. */
export const postAttachment = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
  sha256: z.string(),
}) satisfies z.ZodType<PostAttachment>

/** As it was typed, whatever the bounds are by now. */
export const postContent = z.object({
  title: z.string(),
  category: z.string(),
  work: z.enum(POST_KINDS),
  headcount: z.int().nullable(),
  pay: z.object({ from: z.int().nullable(), to: z.int().nullable(), months: z.int() }),
  regions: z.array(z.string()),
  education: z.enum(POST_EDUCATIONS),
  majors: z.array(z.string()),
  description: z.string(),
  benefits: z.string(),
  attachment: postAttachment.nullable(),
  contact: z.object({ name: z.string(), phone: z.string(), email: z.string(), shown: z.boolean() }),
  audience: z.enum(POST_AUDIENCES),
  shownOn: day.nullable(),
  lastDay: day.nullable(),
}) satisfies z.ZodType<PostContent>
/** What the word lists find in a text, by its field. */
export const finding = z.object({
  field: z.string(),
  ground: z.enum(GROUNDS),
  isBlocking: z.boolean(),
  said: z.string(),
}) satisfies z.ZodType<Found>

const turn = z.enum(['school', 'employer']).nullable()

/** An employer's own post, with how it stands at each school. */
export const ownPost = z.object({
  id: z.uuid(),
  status: ownStatus,
  version: z.int(),
  content: postContent,
  changedAt: instant,
  /** What the product's own lists find in it; a school may have others. */
  findings: z.array(finding),
  schools: z.array(
    z.object({
      school: schoolNamed,
      status: standing,
      turn,
      reason: z.string().nullable(),
      rejection: z.enum(REJECTIONS).nullable(),
      mayRetry: z.boolean(),
      isChangeProposed: z.boolean(),
      shownFrom: instant.nullable(),
      /** The last day of the school's verification of the employer. */
      verifiedUntil: day,
      /** Where visitors read it. */
      address: z.string(),
    }),
  ),
  /** Schools that may be asked now: they have admitted the employer, and it does not stand there. */
  open: z.array(schoolNamed),
  actions: z.array(z.enum(ownPostLife.offers)),
})
export type OwnPostView = z.output<typeof ownPost>

const ownParams = z.object({ id: uuid })
const ownVersion = act.pick({ seenVersion: true })

export const listOwnPosts = {
  method: 'GET',
  url: '/api/employer/posts',
  config: { access: 'employer', token: 'recruiting.read' },
  schema: {
    tags,
    summary: 'The employer’s job posts 招聘信息, what was changed last first',
    querystring: paging.extend({ q: search, status: ownStatus.optional() }),
    response: {
      200: pageOf(
        z.object({
          id: z.uuid(),
          title: z.string(),
          status: ownStatus,
          lastDay: day.nullable(),
          changedAt: instant,
          /** How many schools have it in which state. */
          counts: z.partialRecord(standing, z.int()),
        }),
      ),
    },
  },
} as const satisfies Endpoint

export const getOwnPost = {
  method: 'GET',
  url: '/api/employer/posts/:id',
  config: { access: 'employer', token: 'recruiting.read' },
  schema: { tags, summary: 'A post of the employer', params: ownParams, response: { 200: ownPost } },
} as const satisfies Endpoint

export const writePost = {
  method: 'POST',
  url: '/api/employer/posts',
  config: { access: 'employer', token: 'posts.prepare' },
  schema: {
    tags,
    summary: 'Write a job post: a draft, which no school sees',
    body: z.object(typed),
    response: { 200: ownPost },
  },
} as const satisfies Endpoint

const onOwn = <Body extends z.ZodType>(verb: string, summary: string, body: Body) =>
  ({
    method: 'POST',
    url: `/api/employer/posts/:id/${verb}`,
    config: { access: 'employer' },
    schema: { tags, summary, params: ownParams, body, response: { 200: ownPost } },
  }) as const satisfies Endpoint

export const ownPostActs = {
  edit: onOwn(
    'edit',
    'Change it; where it waits or is published the change arrives, or is shown to the school first',
    ownVersion.extend(typed),
  ),
  submit: onOwn(
    'submit',
    'Submit it to schools that have admitted the employer; each reviews it by itself',
    ownVersion.extend({ schools: z.array(schoolCode).min(1).max(POST_BOUNDS.schools) }),
  ),
  extend: onOwn(
    'extend',
    'Give it a later last day, at every school',
    ownVersion.extend({ lastDay: dayOf('ahead') }),
  ),
  close: onOwn('close', 'Close it at every school', ownVersion),
} as const satisfies Record<(typeof ownPostLife.offers)[number], Endpoint>

export const copyPost = {
  method: 'POST',
  url: '/api/employer/posts/:id/copy',
  config: { access: 'employer' },
  schema: { tags, summary: 'A new draft that says the same', params: ownParams, response: { 200: ownPost } },
} as const satisfies Endpoint

export const postRow = z.object({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  employer: z.string(),
  status: standing,
  turn,
  isChangeProposed: z.boolean(),
  lastDay: day,
  waitingSince: instant,
  submittedAt: instant,
})

/** A post at one school, for the employer and for who decides at the school. */
export const postView = postRow.omit({ title: true }).extend({
  school: schoolNamed,
  employerId: z.uuid(),
  /** For whom the employer recruits, an agency's licence, and its business scope 经营范围, as schools have certified them. */
  recruiter: z.object({ kind: z.enum(EMPLOYER_KINDS), licenceNumber: z.string(), scope: z.string() }),
  content: postContent,
  /** The change that waits for the school, beside what visitors read until then. */
  proposed: postContent.nullable(),
  reason: z.string().nullable(),
  rejection: z.enum(REJECTIONS).nullable(),
  mayRetry: z.boolean(),
  shownFrom: instant.nullable(),
  /** The last day of the school's verification of the employer. */
  verifiedUntil: day,
  address: z.string(),
  /** What the school's lists find in what is to be published. */
  findings: z.array(finding),
  /** What the codes of both contents are called. */
  names: z.record(z.string(), z.object({ name: z.string(), nameEn: z.string() })),
  timeline: z.array(timelineEntry),
  actions: z.array(z.enum(postLife.offers)),
  serverTime: instant,
})
export type PostView = z.output<typeof postView>

const narrowed = {
  q: search,
  status: standing.optional(),
  queue: z.enum(['mine', 'all']).default('mine'),
  /** Only what has waited long (`LONG_HOURS`). */
  waited: z.literal('long').optional(),
}

export const listPosts = {
  method: 'GET',
  url: '/api/schools/:school/posts',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary: 'Job posts at this school; `mine` waits for it, the longest first',
    params: schoolParams,
    querystring: paging.extend(narrowed),
    response: { 200: pageOf(postRow).extend({ counts: z.record(z.string(), z.int()) }) },
  },
} as const satisfies Endpoint

export const getPostNeighbours = {
  ...neighboursIn('posts', z.object({ ...narrowed, at: instant.optional() })),
  config: { access: 'reviewer' },
} as const satisfies Endpoint

export const getPost = {
  method: 'GET',
  url: '/api/schools/:school/posts/:id',
  config: { access: 'concerned' },
  schema: {
    tags,
    summary: 'A job post at this school, for its employer and for who decides',
    params: keyParams,
    response: { 200: postView },
  },
} as const satisfies Endpoint

const on = actsOn('posts', postView)
export const postActs = {
  answer: on('answer', 'employer', 'Answer the school’s question', act),
  publish: on('publish', 'reviewer', 'Publish it', act),
  'pass-change': on('pass-change', 'reviewer', 'Publish the change that waits', act),
  ask: on('ask', 'reviewer', 'Ask the employer something before deciding', act),
  return: on('return', 'reviewer', 'Return it for correction', act),
  'return-change': on('return-change', 'reviewer', 'Do not accept the change: the old one stays', act),
  reject: on(
    'reject',
    'reviewer',
    'Reject it, with a reason code; it may be submitted once more where that is said',
    act.extend({ rejection: z.enum(REJECTIONS), mayRetry: z.boolean() }),
  ),
  'take-down': on('take-down', 'reviewer', 'Take it down, at once', act),
} as const

export const publishPosts = {
  method: 'POST',
  url: '/api/schools/:school/posts/publish',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary: 'Publish several, each by itself',
    params: schoolParams,
    body: batch,
    response: { 200: outcomes },
  },
} as const satisfies Endpoint

const phrases = z
  .array(
    line(WORDING_BOUNDS.phrase)
      .refine(isPhrase)
      .meta({ examples: ['限*户籍'] }),
  )
  .max(WORDING_BOUNDS.phrases)
const wordList = { blocking: phrases, doubtful: phrases, exceptions: phrases }
const wording = z.object({
  items: z.array(
    z.object({
      ground: z.enum(GROUNDS),
      blocking: z.array(z.string()),
      doubtful: z.array(z.string()),
      exceptions: z.array(z.string()),
      /** 0 where it is the product's own. */
      version: z.int(),
      saved: z.object({ at: instant, by: z.string() }).nullable(),
    }),
  ),
})

export const getPostWording = {
  method: 'GET',
  url: '/api/schools/:school/post-wording',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary: 'The phrases that posts are checked for, by ground',
    params: schoolParams,
    response: { 200: wording },
  },
} as const satisfies Endpoint

export const savePostWording = {
  method: 'PUT',
  url: '/api/schools/:school/post-wording',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Have posts checked for other phrases of one ground; what is published stays',
    params: schoolParams,
    body: z.object({ wording: z.enum(GROUNDS), seenVersion: z.int().min(0), ...wordList }),
    response: { 200: wording },
  },
} as const satisfies Endpoint
