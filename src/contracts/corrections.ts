import { z } from 'zod'
import { CORRECTABLE } from '../domain/correction/correctable.ts'
import { CORRECTION_STATUSES, correctionLife } from '../domain/correction/life.ts'
import { CORRECTION_STANDINGS } from '../domain/correction/standing.ts'
import { LONGEST } from '../domain/longest.ts'
import { instant, keyParams, named, pageOf, paging, schoolParams } from './atoms.ts'
import { act, actsOn, studentBrief, timelineEntry } from './case.ts'
import type { Endpoint } from './endpoint.ts'
import { evidenceFile, evidenceIds } from './evidence.ts'
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
import { optionalLine, text } from './typed.ts'

const tags = ['corrections']
export const correctionStatus = z.enum(CORRECTION_STATUSES)
export const standingOfCorrection = standingOf(CORRECTION_STANDINGS)
export const correctable = z.enum(CORRECTABLE)

/** A field of the roster by its heading. */
const field = named.extend({ key: correctable })

export const correctionRow = z.object({
  id: z.uuid(),
  student: studentBrief,
  /** What is to be corrected. */
  fields: z.array(field),
  status: correctionStatus,
  standing: standingOfCorrection,
  version: z.int(),
  waitingFor: holder.nullable(),
  waitingSince: instant,
  submittedAt: instant,
})

export const correctionView = correctionRow.extend({
  school: z.object({ code: z.string(), name: z.string() }),
  levels: levelsOfReview,
  /** What the roster said and is to say, numbers masked; `now` where it says something else than both by now. */
  changes: z.array(field.extend({ from: named, to: named, now: named.nullable() })),
  /** The student's words. */
  reason: z.string(),
  evidence: z.array(evidenceFile),
  /** For staff: the number of another student of the year who has the document that is asked for. */
  holder: z.string().nullable(),
  /** For staff: a number is among the changes, which they may have shown whole. */
  masked: z.boolean(),
  endedAt: instant.nullable(),
  serverTime: instant,
  actions: z.array(z.enum(correctionLife.offers)),
  timeline: z.array(timelineEntry),
})
export type CorrectionView = z.infer<typeof correctionView>

/**
 * A field of the student's own roster data as it is shown. `type`: a line of text, one of the types of document, or a row
 * of a code table (`code:gender`, …). `asked`: the school lets students ask for its correction.
 */
export const rosterField = field.extend({
  type: z.union([z.enum(['line', 'document-type']), z.string().regex(/^code:[a-z_]{1,40}$/)]),
  shown: named,
  asked: z.boolean(),
})

/** `reasons`: all that stands in the way of asking for a correction now (R27). `open`: the one that is open, if any. */
export const listMyCorrections = {
  method: 'GET',
  url: '/api/schools/:school/my/corrections',
  config: { access: 'student' },
  schema: {
    tags,
    summary: '信息更正: the student’s corrections, newest first, and what of the roster can be corrected',
    params: schoolParams,
    querystring: paging,
    response: {
      200: pageOf(correctionRow).extend({
        fields: z.array(rosterField),
        open: correctionRow.nullable(),
        reasons: z.array(reason),
      }),
    },
  },
} as const satisfies Endpoint

const given = {
  /** By the field's key: what the roster should say, as it is typed; a row of a code table by its code. */
  values: z.record(z.string().max(40), optionalLine(LONGEST.reason)),
  reason: text(LONGEST.reason),
  evidence: evidenceIds.default([]),
}

export const submitCorrection = {
  method: 'POST',
  url: '/api/schools/:school/my/corrections',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'Ask the school to correct the roster; nothing is signed until that has ended (R20)',
    params: schoolParams,
    body: z.object(given),
    response: { 200: correctionView },
  },
} as const satisfies Endpoint

export const listCorrections = {
  method: 'GET',
  url: '/api/schools/:school/corrections',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'The school’s corrections; `queue=mine` is what waits for this reviewer, oldest first',
    params: schoolParams,
    querystring: queueQuery(correctionStatus),
    response: { 200: queueOf(correctionRow) },
  },
} as const satisfies Endpoint

export const getCorrectionNeighbours = neighboursIn('corrections', neighboursQuery(correctionStatus))

export const getCorrection = {
  method: 'GET',
  url: '/api/schools/:school/corrections/:id',
  config: { access: 'concerned' },
  schema: {
    tags,
    summary: 'One correction with its timeline, for the student and the school',
    params: keyParams,
    response: { 200: correctionView },
  },
} as const satisfies Endpoint

const correctionAct = actsOn('corrections', correctionView)

/** The acts on one correction, by their names in its lifecycle. */
export const correctionActs = {
  resubmit: correctionAct(
    'resubmit',
    'student',
    'Ask anew before the review has passed; all levels again',
    z.object({ ...given, seenVersion: z.int().min(1) }),
  ),
  withdraw: correctionAct('withdraw', 'student', 'Withdraw before the review has passed', act),
  pass: correctionAct(
    'pass',
    'staff',
    'Pass the review that is due; after the last the roster is changed',
    act,
  ),
  return: correctionAct('return', 'staff', 'Ask the student back', act),
  reject: correctionAct('reject', 'staff', 'Refuse: the roster stays as it is', act),
} as const satisfies Record<(typeof correctionLife.offers)[number], Endpoint>

export const passCorrections = {
  method: 'POST',
  url: '/api/schools/:school/corrections/pass',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'Pass several at once, each its own transaction',
    params: schoolParams,
    body: batch,
    response: { 200: outcomes },
  },
} as const satisfies Endpoint

/** Not asked again under a key: an answer that is kept would keep the numbers. */
export const unmaskCorrection = {
  method: 'POST',
  url: '/api/schools/:school/corrections/:id/unmask',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'The numbers of a correction whole, for a reason, which is journaled',
    params: keyParams,
    body: z.object({ reason: text(LONGEST.reason) }),
    response: {
      200: z.object({ changes: z.array(field.extend({ from: z.string(), to: z.string() })) }),
    },
  },
} as const satisfies Endpoint
