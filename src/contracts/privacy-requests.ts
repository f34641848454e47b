import { z } from 'zod'
import { LONGEST } from '../domain/longest.ts'
import {
  privacyRequestLife,
  REFUSAL_GROUNDS,
  REQUEST_KINDS,
  REQUEST_STATUSES,
} from '../domain/privacy-request/life.ts'
import { instant, keyParams, pageOf, paging, schoolNamed, schoolParams } from './atoms.ts'
import { act, actsOn, studentBrief, timelineEntry } from './case.ts'
import type { Endpoint } from './endpoint.ts'
import { reason } from './problem.ts'
import { search, text } from './typed.ts'

const tags = ['privacy-requests']
export const requestKind = z.enum(REQUEST_KINDS)
const requestStatus = z.enum(REQUEST_STATUSES)

const requestRow = z.object({
  id: z.uuid(),
  student: studentBrief,
  kind: requestKind,
  status: requestStatus,
  version: z.int(),
  askedAt: instant,
  /** The last day on which the school answers. */
  answerBy: z.string(),
  /** Nobody has answered by then. */
  overdue: z.boolean(),
})
export type RequestRow = z.infer<typeof requestRow>

export const requestView = requestRow.extend({
  school: schoolNamed,
  /** The student's words. */
  reason: z.string(),
  /** The school's: what was done, or why not. */
  answer: z.string().nullable(),
  ground: z.enum(REFUSAL_GROUNDS).nullable(),
  endedAt: instant.nullable(),
  actions: z.array(z.enum(privacyRequestLife.offers)),
  timeline: z.array(timelineEntry),
})
export type RequestView = z.infer<typeof requestView>

export const listMyRequests = {
  method: 'GET',
  url: '/api/schools/:school/my/privacy-requests',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'What the student has asked the school to do with their data, newest first',
    params: schoolParams,
    querystring: paging,
    response: { 200: pageOf(requestRow).extend({ reasons: z.array(reason) }) },
  },
} as const satisfies Endpoint

export const askPrivacyRequest = {
  method: 'POST',
  url: '/api/schools/:school/my/privacy-requests',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'Ask the school to erase or correct what is kept (PIPL arts. 46, 47)',
    params: schoolParams,
    body: z.object({ requestKind, reason: text(LONGEST.reason) }),
    response: { 200: requestView },
  },
} as const satisfies Endpoint

export const listPrivacyRequests = {
  method: 'GET',
  url: '/api/schools/:school/privacy-requests',
  config: { access: 'reviewer' },
  schema: {
    tags,
    summary: 'Requests about data; `queue=mine` is what waits for the school, by the day of its answer',
    params: schoolParams,
    querystring: paging.extend({ q: search, queue: z.enum(['mine', 'all']).default('mine') }),
    response: { 200: pageOf(requestRow) },
  },
} as const satisfies Endpoint

export const getPrivacyRequest = {
  method: 'GET',
  url: '/api/schools/:school/privacy-requests/:id',
  config: { access: 'concerned' },
  schema: {
    tags,
    summary: 'One request with its timeline, for the student and the school',
    params: keyParams,
    response: { 200: requestView },
  },
} as const satisfies Endpoint

const requestAct = actsOn('privacy-requests', requestView)

/** The acts on one request, by their names in its lifecycle. */
export const privacyRequestActs = {
  withdraw: requestAct('withdraw', 'student', 'Withdraw before the school has answered', act),
  fulfil: requestAct('fulfil', 'reviewer', 'Answer what was done; what was given by choice is erased', act),
  refuse: requestAct(
    'refuse',
    'reviewer',
    'Refuse by a ground of law, and say why',
    act.extend({ lawGround: z.enum(REFUSAL_GROUNDS) }),
  ),
} as const satisfies Record<(typeof privacyRequestLife.offers)[number], Endpoint>
