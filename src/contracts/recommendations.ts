import { z } from 'zod'
import { LONGEST } from '../domain/longest.ts'
import { type OwnWord, SHEET_FACTS } from '../domain/recommendation/case.ts'
import { RECOMMENDATION_STATUSES, recommendationLife } from '../domain/recommendation/life.ts'
import { instant, keyParams, schoolNamed, schoolParams } from './atoms.ts'
import { act, actsOn, studentBrief, timelineEntry } from './case.ts'
import { documentAt, documentState } from './documents.ts'
import type { Endpoint } from './endpoint.ts'
import { reason } from './problem.ts'
import {
  batch,
  holder,
  levelsOfReview,
  neighboursIn,
  neighboursQuery,
  outcomes,
  queueOf,
  queueQuery,
} from './review.ts'
import { optionalPrintedLine, optionalPrintedText, printedText } from './typed.ts'

const tags = ['recommendations']
const status = z.enum(RECOMMENDATION_STATUSES)
const names = z.object({ name: z.string(), nameEn: z.string() })
const facts = z.partialRecord(z.enum(SHEET_FACTS), names)
const said = z.string()
const ownSaid = z.object({
  wish: said,
  strengths: said,
  awards: said,
  statement: said,
} satisfies Record<OwnWord, typeof said>)

export const recommendationRow = z.object({
  id: z.uuid(),
  student: studentBrief,
  status,
  version: z.int(),
  /** How many editions were issued, and which of them holds. */
  editions: z.int(),
  inForce: z.int().nullable(),
  waitingFor: holder.nullable(),
  waitingSince: instant,
  askedAt: instant,
})

/** A fact of the roster, as a sheet shows it. */
const fact = z.object({ key: z.enum(SHEET_FACTS), shown: names })

export const recommendationView = recommendationRow.extend({
  school: schoolNamed,
  levels: levelsOfReview,
  /** As it was last sent. */
  facts: z.array(fact),
  own: ownSaid,
  word: z.object({ text: z.string(), by: z.string() }).nullable(),
  /** Where the roster says something else by now: than what was sent while it is reviewed, else than the edition that was issued. */
  moved: z.array(z.object({ key: z.enum(SHEET_FACTS), was: names.nullable(), now: names.nullable() })),
  /** The last edition that was issued; null where none was. */
  edition: z
    .object({
      edition: z.int(),
      number: z.string(),
      version: z.int(),
      facts,
      own: ownSaid,
      word: z.object({ text: z.string(), by: z.string() }),
      askedAt: instant,
      issuedAt: instant,
    })
    .nullable(),
  revokedAt: instant.nullable(),
  /** Where its sealed PDF is. */
  document: documentState.nullable(),
  serverTime: instant,
  actions: z.array(z.enum(recommendationLife.offers)),
  timeline: z.array(timelineEntry),
})
export type RecommendationView = z.infer<typeof recommendationView>

/** What the student may add: it stands on the sheet in their own words. */
const own = {
  wish: optionalPrintedLine(LONGEST.position),
  strengths: optionalPrintedText(LONGEST.remark),
  awards: optionalPrintedText(LONGEST.reason),
  statement: optionalPrintedText(LONGEST.reason),
}

export const getMyRecommendation = {
  method: 'GET',
  url: '/api/schools/:school/my/recommendation',
  config: { access: 'student' },
  schema: {
    tags,
    summary: '推荐表: the student’s own, what the roster says of them, and what keeps them from asking (R27)',
    params: schoolParams,
    response: {
      200: z.object({
        facts: z.array(fact),
        reasons: z.array(reason),
        recommendation: recommendationView.nullable(),
      }),
    },
  },
} as const satisfies Endpoint

export const askRecommendation = {
  method: 'POST',
  url: '/api/schools/:school/my/recommendation',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'Ask the school for its recommendation; there is one of each student',
    params: schoolParams,
    body: z.object(own),
    response: { 200: recommendationView },
  },
} as const satisfies Endpoint

export const listRecommendations = {
  method: 'GET',
  url: '/api/schools/:school/recommendations',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'The school’s recommendations; `queue=mine` is what waits for this reviewer, oldest first',
    params: schoolParams,
    querystring: queueQuery(status),
    response: { 200: queueOf(recommendationRow) },
  },
} as const satisfies Endpoint

export const getRecommendationNeighbours = neighboursIn('recommendations', neighboursQuery(status))

export const getRecommendation = {
  method: 'GET',
  url: '/api/schools/:school/recommendations/:id',
  config: { access: 'concerned' },
  schema: {
    tags,
    summary: 'One recommendation with its timeline, for the student and the school',
    params: keyParams,
    response: { 200: recommendationView },
  },
} as const satisfies Endpoint

export const readRecommendation = documentAt(
  '/api/schools/:school/recommendations/:id/document',
  'recommendations',
  'The latest edition as a PDF, for those who may see it',
)

const recommendationAct = actsOn('recommendations', recommendationView)
const sent = z.object({ ...own, seenVersion: z.int().min(1) })

/** The acts on one recommendation, by their names in its lifecycle. */
export const recommendationActs = {
  renew: recommendationAct('renew', 'student', 'Ask for a new edition; the last one holds until then', sent),
  resubmit: recommendationAct('resubmit', 'student', 'Send anew before it is issued; all levels again', sent),
  withdraw: recommendationAct('withdraw', 'student', 'Withdraw before it is issued', act),
  recommend: recommendationAct(
    'recommend',
    'staff',
    '评语: write the word and let it go on',
    act.extend({ word: printedText(LONGEST.reason) }),
  ),
  pass: recommendationAct('pass', 'staff', 'Pass the review that is due; after the last it is issued', act),
  return: recommendationAct('return', 'staff', 'Ask the student back', act),
  revoke: recommendationAct('revoke', 'reviewer', 'Take back what was issued', act),
} as const satisfies Record<(typeof recommendationLife.offers)[number], Endpoint>

export const passRecommendations = {
  method: 'POST',
  url: '/api/schools/:school/recommendations/pass',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'Pass several at once that have their word, each its own transaction',
    params: schoolParams,
    body: batch,
    response: { 200: outcomes },
  },
} as const satisfies Endpoint
