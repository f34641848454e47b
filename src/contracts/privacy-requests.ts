import { z } from 'zod'
import { LONGEST } from '../domain/longest.ts'
import {
  ASKER_SIDES,
  privacyRequestLife,
  REFUSAL_GROUNDS,
  REQUEST_KINDS,
  REQUEST_STATUSES,
} from '../domain/privacy-request/life.ts'
import { instant, keyParams, pageOf, paging, schoolCode, schoolNamed, schoolParams } from './atoms.ts'
import { act, actsOn, timelineEntry } from './case.ts'
import type { Endpoint } from './endpoint.ts'
import { reason } from './problem.ts'
import { search, text } from './typed.ts'

const tags = ['privacy-requests']
export const requestKind = z.enum(REQUEST_KINDS)
const requestStatus = z.enum(REQUEST_STATUSES)

const requestRow = z.object({
  id: z.uuid(),
  /** Who answers. */
  school: schoolNamed,
  /** As they were called when they asked. */
  asker: z.object({
    side: z.enum(ASKER_SIDES),
    name: z.string(),
    /** The student number, or the log-in. */
    number: z.string(),
    /** The college, or the employer; empty for staff of the whole school. */
    unit: z.string(),
  }),
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
  /** Whether the reader has made it. */
  own: z.boolean(),
  /** The asker's words. */
  reason: z.string(),
  /** The school's: what was done, or why not. */
  answer: z.string().nullable(),
  ground: z.enum(REFUSAL_GROUNDS).nullable(),
  endedAt: instant.nullable(),
  actions: z.array(z.enum(privacyRequestLife.offers)),
  timeline: z.array(timelineEntry),
})
export type RequestView = z.infer<typeof requestView>

export const listOwnRequests = {
  method: 'GET',
  url: '/api/own-privacy-requests',
  config: { access: 'person' },
  schema: {
    tags,
    summary: 'What one has asked schools to do with one’s data, newest first, and who would answer now',
    querystring: paging,
    response: {
      200: pageOf(requestRow).extend({
        reasons: z.array(reason),
        /** Those that can be asked: one’s own, or all that have admitted one’s employer. */
        schools: z.array(schoolNamed),
        /** Who of the school answers, and in how many working days. */
        answeredBy: z.enum(['office', 'administrators']),
        workdays: z.int(),
      }),
    },
  },
} as const satisfies Endpoint

export const askPrivacyRequest = {
  method: 'POST',
  url: '/api/own-privacy-requests',
  config: { access: 'person' },
  schema: {
    tags,
    summary: 'Ask a school to erase or correct what is kept of oneself (PIPL arts. 46, 47)',
    body: z.object({ school: schoolCode, requestKind, reason: text(LONGEST.reason) }),
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
    summary: 'One request with its timeline, for whoever made it and the school',
    params: keyParams,
    response: { 200: requestView },
  },
} as const satisfies Endpoint

const requestAct = actsOn('privacy-requests', requestView)

/** The acts on one request, by their names in its lifecycle. */
export const privacyRequestActs = {
  withdraw: requestAct('withdraw', 'concerned', 'Withdraw before the school has answered', act),
  fulfil: requestAct('fulfil', 'reviewer', 'Answer what was done; what was given by choice is erased', act),
  refuse: requestAct(
    'refuse',
    'reviewer',
    'Refuse by a ground of law, and say why',
    act.extend({ lawGround: z.enum(REFUSAL_GROUNDS) }),
  ),
} as const satisfies Record<(typeof privacyRequestLife.offers)[number], Endpoint>
