import { z } from 'zod'
import { DESTINATION_STATUSES, destinationLife } from '../domain/destination/life.ts'
import { DESTINATION_STANDINGS } from '../domain/destination/standing.ts'
import { LONGEST } from '../domain/longest.ts'
import { instant, keyParams, named, pageOf, paging, schoolNamed, schoolParams } from './atoms.ts'
import { act, actsOn, studentBrief, timelineEntry } from './case.ts'
import { documentAt, documentState } from './documents.ts'
import type { Endpoint } from './endpoint.ts'
import { evidenceFile, evidenceIds } from './evidence.ts'
import { ownChosen, ownColumn, ownField, ownKey } from './own-fields.ts'
import { placeTags, taggedAs } from './places.ts'
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
import { standingOf } from './standing.ts'
import { optionalText } from './typed.ts'

const tags = ['destinations']
export const destinationStatus = z.enum(DESTINATION_STATUSES)
export const standingOfDestination = standingOf(DESTINATION_STANDINGS)
/** Beside what every queue is narrowed by. */
const narrowed = { ...taggedAs, chosen: ownChosen.optional() }
const route = z.enum(['destination', 'declaration'])

/**
 * One field of a category's form, as the code table keeps it. `type`: a line of text, a longer text, a day in China, an amount in
 * yuan (kept as `3000` or `3000.50`), a unified social credit code, a row of a code table (`code:region`, `code:job_category`, …), or what a field of the school's own takes. The field marked
 * `headline` is what lists show.
 */
export const formField = z.object({
  key: z.union([z.string().regex(/^[a-zA-Z]{1,40}$/), ownKey]),
  name: z.string(),
  nameEn: z.string(),
  type: z.union([
    z.enum(['line', 'text', 'day', 'money', 'credit_code', 'own']),
    z.string().regex(/^code:[a-z_]{1,40}$/),
  ]),
  required: z.boolean(),
  headline: z.boolean().default(false),
  /** What a field of the school's own takes, by whom it is filled in and seen. */
  own: ownField.pick({ takes: true, filledBy: true, seenBy: true }).optional(),
})
/** What was answered, by the field's key; a row of a code table as its code. */
export const details = z.record(z.string().max(40), optionalText(LONGEST.reason))

export const destinationForm = z.object({
  category: z.string(),
  name: z.string(),
  nameEn: z.string(),
  /** The category above it in the table, where there is one. */
  parent: named.nullable(),
  route,
  /** What proves it; null where nothing need be proved. */
  evidence: named.nullable(),
  fields: z.array(formField),
})

export const listDestinationForms = {
  method: 'GET',
  url: '/api/schools/:school/my/destination-forms',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'The categories that may be registered or declared in the student’s year, with the form of each',
    params: schoolParams,
    response: { 200: z.object({ items: z.array(destinationForm) }) },
  },
} as const satisfies Endpoint

export const destinationRow = z.object({
  id: z.uuid(),
  student: studentBrief,
  category: named,
  headline: z.string(),
  route,
  status: destinationStatus,
  standing: standingOfDestination,
  voiding: z.boolean(),
  version: z.int(),
  waitingFor: holder.nullable(),
  waitingSince: instant,
  declaredAt: instant,
})

export const destinationView = destinationRow.extend({
  school: schoolNamed,
  /** The code of the category. */
  code: z.string(),
  levels: levelsOfReview,
  /** The form as it was asked, with what was answered; a code with its name in both languages. */
  answers: z.array(
    formField.pick({ key: true, name: true, nameEn: true }).extend({
      value: z.string(),
      shown: named,
      /** Staff fill it in: it is no part of the registration sheet. */
      byStaff: z.boolean(),
    }),
  ),
  placeTags,
  /** What the school asks its staff of it in fields of its own; empty for whoever may say nothing. */
  fills: z.array(formField),
  evidence: z.array(evidenceFile),
  /** What each correction has changed, oldest first: the category, answers, and files by their names, one a line. */
  history: z.array(
    z.object({ at: instant, changes: z.array(named.extend({ before: named, after: named })) }),
  ),
  registeredAt: instant.nullable(),
  endedAt: instant.nullable(),
  /** Where its registration sheet is; null before it is registered. */
  sheet: documentState.nullable(),
  serverTime: instant,
  actions: z.array(z.enum(destinationLife.offers)),
  timeline: z.array(timelineEntry),
})
export type DestinationView = z.infer<typeof destinationView>

/** `reasons`: all that stands in the way of registering or declaring one now (R27). */
export const listMyDestinations = {
  method: 'GET',
  url: '/api/schools/:school/my/destinations',
  config: { access: 'student' },
  schema: {
    tags,
    summary: '其他去向: the student’s destinations and declarations, newest first',
    params: schoolParams,
    querystring: paging,
    response: { 200: pageOf(destinationRow).extend({ reasons: z.array(reason) }) },
  },
} as const satisfies Endpoint

const given = { category: z.string().regex(/^\d{2,4}$/), details, evidence: evidenceIds.default([]) }

/** An unplaced category (70, 71, 72) is recorded at once, without evidence or review, and replaces the one before. */
export const declareDestination = {
  method: 'POST',
  url: '/api/schools/:school/my/destinations',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'Register a destination for review, or declare that one is unplaced',
    params: schoolParams,
    body: z.object({ ...given, confirmed: z.literal(true) }),
    response: { 200: destinationView },
  },
} as const satisfies Endpoint

export const listDestinations = {
  method: 'GET',
  url: '/api/schools/:school/destinations',
  config: { access: 'staff', token: 'cases.read' },
  schema: {
    tags,
    summary: 'The school’s destinations; `queue=mine` is what waits for this reviewer, oldest first',
    params: schoolParams,
    querystring: queueQuery(destinationStatus).extend(narrowed),
    response: { 200: queueOf(destinationRow).extend({ own: z.array(ownColumn) }) },
  },
} as const satisfies Endpoint

export const getDestinationNeighbours = neighboursIn(
  'destinations',
  neighboursQuery(destinationStatus).extend(narrowed),
)

export const getDestination = {
  method: 'GET',
  url: '/api/schools/:school/destinations/:id',
  config: { access: 'concerned', token: 'cases.read' },
  schema: {
    tags,
    summary: 'One destination with its timeline, for the student and the school',
    params: keyParams,
    response: { 200: destinationView },
  },
} as const satisfies Endpoint

/** 毕业去向登记表, once it is registered; a copy bears 登记已作废 after it was voided. */
export const readRegistrationSheet = documentAt(
  '/api/schools/:school/destinations/:id/document',
  'destinations',
  'The registration sheet as a PDF, for those who may see it',
)

const destinationAct = actsOn('destinations', destinationView)

/** The acts on one destination, by their names in its lifecycle. */
export const destinationActs = {
  correct: destinationAct(
    'correct',
    'student',
    'Correct a destination before its review has passed; all levels again',
    z.object({ ...given, seenVersion: z.int().min(1) }),
  ),
  withdraw: destinationAct('withdraw', 'student', 'Withdraw before the review has passed', act),
  pass: destinationAct('pass', 'staff', 'Pass the review that is due', act),
  return: destinationAct('return', 'staff', 'Return to the student for correction', act),
  reject: destinationAct('reject', 'staff', 'Reject: the place is free again', act),
  'ask-void': destinationAct('ask-void', 'student', 'Ask the school to void a registered destination', act),
  'withdraw-void': destinationAct('withdraw-void', 'student', 'Withdraw the request to void', act),
  'grant-void': destinationAct('grant-void', 'staff', 'Void at the level that is due', act),
  'refuse-void': destinationAct('refuse-void', 'staff', 'Refuse to void: the destination stands', act),
} as const satisfies Record<(typeof destinationLife.offers)[number], Endpoint>

/** Beside its lifecycle: nothing is decided by it, and nobody's turn changes. */
export const fillInDestination = destinationAct(
  'fill-in',
  'staff',
  'Say what the school’s own fields ask its staff of a destination; an empty text empties a field',
  z.object({ seenVersion: z.int().min(1), details }),
)

export const passDestinations = {
  method: 'POST',
  url: '/api/schools/:school/destinations/pass',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'Pass several at once, each its own transaction',
    params: schoolParams,
    body: batch,
    response: { 200: outcomes },
  },
} as const satisfies Endpoint
