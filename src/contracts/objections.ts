import { z } from 'zod'
import { LONGEST } from '../domain/longest.ts'
import { OBJECTION_STATUSES, objectionLife } from '../domain/objection/life.ts'
import { instant, keyParams, pageOf, paging, schoolNamed, schoolParams } from './atoms.ts'
import { act, actsOn, studentBrief, timelineEntry } from './case.ts'
import { reportedShown, seenHash } from './confirmations.ts'
import type { Endpoint } from './endpoint.ts'
import { search, text } from './typed.ts'

const tags = ['objections']

const objectionRow = z.object({
  id: z.uuid(),
  receipt: z.string(),
  student: studentBrief,
  status: z.enum(OBJECTION_STATUSES),
  version: z.int(),
  raisedAt: instant,
  /** The last day on which the school answers. */
  answerBy: z.string(),
  /** Nobody has answered by then. */
  overdue: z.boolean(),
})
export type ObjectionRow = z.infer<typeof objectionRow>

export const objectionView = objectionRow.extend({
  school: schoolNamed,
  /** The student's words. */
  said: z.string(),
  /** The school's, to the student. */
  answer: z.string().nullable(),
  endedAt: instant.nullable(),
  /** What would have been reported when it was raised, and its fingerprint. */
  reported: reportedShown,
  seenHash,
  /** For the school: the student's file, and what it is about. */
  studentId: z.uuid().nullable(),
  about: z.object({ kind: z.enum(['agreement', 'destination']), id: z.uuid() }).nullable(),
  /** The staff whom it speaks about, by name; none of them answers it. */
  speaksAbout: z.array(z.string()),
  actions: z.array(z.enum(objectionLife.offers)),
  /** It waits, and not for this reader, whom it speaks about. */
  isAboutReader: z.boolean(),
  timeline: z.array(timelineEntry),
})
export type ObjectionView = z.infer<typeof objectionView>

export const raiseObjection = {
  method: 'POST',
  url: '/api/schools/:school/my/objections',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'Say that what would be reported is not so: to the school, round the college',
    params: schoolParams,
    body: z.object({ seenHash, objectionText: text(LONGEST.reason) }),
    response: { 200: objectionView },
  },
} as const satisfies Endpoint

export const listMyObjections = {
  method: 'GET',
  url: '/api/schools/:school/my/objections',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'What the student has objected to, newest first',
    params: schoolParams,
    querystring: paging,
    response: { 200: pageOf(objectionRow) },
  },
} as const satisfies Endpoint

export const listObjections = {
  method: 'GET',
  url: '/api/schools/:school/objections',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary: 'Objections of graduates; `mine` waits for the school, by the day of its answer',
    params: schoolParams,
    querystring: paging.extend({ q: search, queue: z.enum(['mine', 'all']).default('mine') }),
    response: { 200: pageOf(objectionRow) },
  },
} as const satisfies Endpoint

export const getObjection = {
  method: 'GET',
  url: '/api/schools/:school/objections/:id',
  config: { access: 'concerned' },
  schema: {
    tags,
    summary: 'An objection, for who has raised it and for the school; no college reads it',
    params: keyParams,
    response: { 200: objectionView },
  },
} as const satisfies Endpoint

const on = actsOn('objections', objectionView)
export const objectionActs = {
  withdraw: on('withdraw', 'student', 'Withdraw it before the school has answered', act),
  uphold: on('uphold', 'reviewer', 'Find it right, and say what is corrected', act),
  dismiss: on('dismiss', 'reviewer', 'Find it wrong, and say why', act),
} as const satisfies Record<(typeof objectionLife.offers)[number], Endpoint>
