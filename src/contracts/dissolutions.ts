import { z } from 'zod'
import { AGREEMENT_KINDS, AGREEMENT_STATUSES } from '../domain/agreement/life.ts'
import type { CertificateKind } from '../domain/dissolution/certificate.ts'
import { FAULTS, GROUND_CODES } from '../domain/dissolution/grounds.ts'
import { DISSOLUTION_KINDS, DISSOLUTION_STATUSES, dissolutionLife } from '../domain/dissolution/life.ts'
import { DISSOLUTION_STANDINGS } from '../domain/dissolution/standing.ts'
import { LONGEST } from '../domain/longest.ts'
import { standingOfAgreement } from './agreements.ts'
import {
  day,
  instant,
  keyParams,
  pageOf,
  paging,
  schoolCode,
  schoolNamed,
  schoolParams,
  side,
  uuid,
  uuids,
} from './atoms.ts'
import { act, actsOn, studentBrief, timelineEntry } from './case.ts'
import { documentAt, documentState } from './documents.ts'
import type { Endpoint } from './endpoint.ts'
import { evidenceFile, evidenceIds } from './evidence.ts'
import { noticeRead, noticeText } from './notice-texts.ts'
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
  turn,
} from './review.ts'
import { dissolutionRules } from './schools.ts'
import { fingerprint, signed } from './signing.ts'
import { standingOf } from './standing.ts'
import { search, text } from './typed.ts'

const tags = ['dissolutions']
const fault = z.enum(FAULTS)
export const dissolutionStatus = z.enum(DISSOLUTION_STATUSES)
export const standingOfDissolution = standingOf(DISSOLUTION_STANDINGS)
const kind = z.enum(DISSOLUTION_KINDS)
const ground = z.enum(GROUND_CODES)
const agreement = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: z.enum(AGREEMENT_KINDS),
  status: z.enum(AGREEMENT_STATUSES),
  version: z.int(),
})

/** What nobody answered in time is `in_mediation` at once. */
export const dissolutionRow = z.object({
  id: z.uuid(),
  school: schoolNamed,
  agreement,
  employerName: z.string(),
  student: studentBrief,
  kind,
  askedBy: side,
  ground,
  reason: z.string(),
  /** Of what is asked: signed by who asks, and by who agrees. */
  fingerprint,
  fault,
  status: dissolutionStatus,
  standing: standingOfDissolution,
  /** The other side agreed; false where it was not asked, or evidence stands instead of its answer. */
  agreed: z.boolean(),
  version: z.int(),
  waitingFor: holder.nullable(),
  waitingSince: instant,
  answerBy: day.nullable(),
  askedAt: instant,
})

export type DissolutionRow = z.infer<typeof dissolutionRow>

/** One request with everything its page shows. */
export const dissolutionView = dissolutionRow.extend({
  levels: levelsOfReview,
  /** The other side's words, or the school's where it took evidence instead of an answer. */
  answer: z.string().nullable(),
  /** The review's words. */
  decision: z.string().nullable(),
  evidence: z.array(evidenceFile),
  /** For the student: opens the public proof that it is under way, which tells afterwards how it ended. */
  proofCode: z.string().nullable(),
  /** The employer's. */
  creditCode: z.string(),
  /** Since when the agreement is in force. */
  effectiveAt: instant,
  /** Where its certificates are; null before they are ordered. */
  certificates: z.object({ dissolving: documentState.nullable(), dissolved: documentState.nullable() }),
  /** How often this agreement was asked to be dissolved before: the school sees the history. */
  earlierRequests: z.int(),
  /** Passing it now decides on whose side the fault is. */
  decidesFault: z.boolean(),
  endedAt: instant.nullable(),
  serverTime: instant,
  actions: z.array(z.enum(dissolutionLife.offers)),
  timeline: z.array(timelineEntry),
})
export type DissolutionView = z.infer<typeof dissolutionView>

/** 解约中心: an agreement that was certified, with its latest request and whether the reader may ask now. */
export const dissolvableRow = z.object({
  id: z.uuid(),
  school: schoolNamed,
  agreement,
  employerName: z.string(),
  student: studentBrief,
  position: z.string(),
  effectiveAt: instant,
  /** Of the agreement, with an open request. */
  standing: standingOfAgreement,
  dissolution: z
    .object({
      id: z.uuid(),
      status: dissolutionStatus,
      standing: standingOfDissolution,
      askedBy: side,
      kind,
      agreed: z.boolean(),
      waitingFor: holder.nullable(),
      answerBy: day.nullable(),
    })
    .nullable(),
  mayAsk: z.boolean(),
  reasons: z.array(reason),
})
export type DissolvableRow = z.infer<typeof dissolvableRow>

/** How many may be asked in one request. */
export const MOST_AT_ONCE = 50

export const listMyDissolvable = {
  method: 'GET',
  url: '/api/schools/:school/my/dissolutions',
  config: { access: 'student' },
  schema: {
    tags,
    summary: '解约中心: the student’s certified agreements, online and paper, newest first',
    params: schoolParams,
    querystring: paging.extend({ employer: search }),
    response: { 200: pageOf(dissolvableRow) },
  },
} as const satisfies Endpoint

export const listDissolvable = {
  method: 'GET',
  url: '/api/employer/dissolvable',
  config: { access: 'employer' },
  schema: {
    tags,
    summary:
      '已签约成功学生列表: signed, review passed, no open request by the student (R17); `of`: only these agreements',
    querystring: paging.extend({ q: search, of: uuids(MOST_AT_ONCE).optional() }),
    response: { 200: pageOf(dissolvableRow) },
  },
} as const satisfies Endpoint

/**
 * `turn=employer` is 学生提出解约待办理列表: what the employer has to answer, and still may where its day has gone by.
 * Other requests that run are the student's turn, or the school's.
 */
export const listEmployerDissolutions = {
  method: 'GET',
  url: '/api/employer/dissolutions',
  config: { access: 'employer', token: 'cases.read' },
  schema: {
    tags,
    summary: 'The employer’s dissolutions across schools, by who asked and whose turn it is',
    querystring: paging.extend({ q: search, askedBy: side.optional(), turn: turn.optional() }),
    response: { 200: pageOf(dissolutionRow) },
  },
} as const satisfies Endpoint

/** `due=today`: only what the other side may still answer, and for the last day. */
const due = { due: z.literal('today').optional() }

export const listDissolutions = {
  method: 'GET',
  url: '/api/schools/:school/dissolutions',
  config: { access: 'staff', token: 'cases.read' },
  schema: {
    tags,
    summary: 'The school’s dissolutions; `queue=mine` is what waits for this reviewer, oldest first',
    params: schoolParams,
    querystring: queueQuery(dissolutionStatus).extend(due),
    response: { 200: queueOf(dissolutionRow) },
  },
} as const satisfies Endpoint

/** What a party reads before asking: the grounds open to it, the school's rules, and all that stands in the way. */
export const getDissolutionOffer = {
  method: 'GET',
  url: '/api/schools/:school/agreements/:id/dissolution-offer',
  config: { access: 'concerned' },
  schema: {
    tags,
    summary: 'What a party may ask on, before it asks to dissolve',
    params: keyParams,
    response: {
      200: z.object({
        agreement,
        employerName: z.string(),
        student: studentBrief,
        penalty: z.int(),
        grounds: z.array(z.object({ code: ground, kind, fault, evidenceNeeded: z.boolean() })),
        /** The grounds of this side that are not open now, each with all that stands in the way (R23, R27). */
        closed: z.array(z.object({ code: ground, reasons: z.array(reason) })),
        reasons: z.array(reason),
        rules: dissolutionRules,
        /** 解约须知, to be ticked. */
        notice: noticeText,
        /** Breaches of this student so far; told to the student alone. */
        breaches: z.int().nullable(),
      }),
    },
  },
} as const satisfies Endpoint

/** `seenVersion` is the agreement's; 解约须知 was ticked. */
const request = { seenVersion: z.int().min(1), ...noticeRead, ground, reason: text(LONGEST.reason) }

export const askDissolution = {
  method: 'POST',
  url: '/api/schools/:school/agreements/:id/ask-dissolution',
  config: { access: 'concerned', signs: 'dissolution.ask' },
  schema: {
    tags,
    summary: 'Ask to dissolve (R11–R15); answers with the request',
    params: keyParams,
    body: z.object({ ...request, evidence: evidenceIds.default([]), ...signed }),
    response: { 200: dissolutionView },
  },
} as const satisfies Endpoint

/** One record and one reason each (`domain.md` §5.10); the ids of the answer are the agreements'. */
export const askDissolutions = {
  method: 'POST',
  url: '/api/employer/dissolutions',
  config: { access: 'employer', signs: 'dissolution.ask' },
  schema: {
    tags,
    summary: 'Ask several students at once to dissolve, each its own transaction',
    body: z.object({
      items: z
        .array(z.object({ ...request, school: schoolCode, id: uuid, ...signed }))
        .min(1)
        .max(MOST_AT_ONCE),
    }),
    response: { 200: outcomes },
  },
} as const satisfies Endpoint

export const getDissolutionNeighbours = neighboursIn(
  'dissolutions',
  neighboursQuery(dissolutionStatus).extend(due),
)

export const getDissolution = {
  method: 'GET',
  url: '/api/schools/:school/dissolutions/:id',
  config: { access: 'concerned', token: 'cases.read' },
  schema: {
    tags,
    summary: 'One request with its timeline',
    params: keyParams,
    response: { 200: dissolutionView },
  },
} as const satisfies Endpoint

/** The certificates of a request; a copy of one that it is under way says how it ended. */
export const readCertificate = {
  dissolving: documentAt(
    '/api/schools/:school/dissolutions/:id/certificates/dissolving',
    'dissolutions',
    '解约办理中证明 as a PDF: that a dissolution is under way',
  ),
  dissolved: documentAt(
    '/api/schools/:school/dissolutions/:id/certificates/dissolved',
    'dissolutions',
    '解约证明 as a PDF: that the agreement is dissolved',
  ),
} as const satisfies Record<CertificateKind, Endpoint>

const dissolutionAct = actsOn('dissolutions', dissolutionView)
const withEvidence = act.extend({ evidence: evidenceIds })

/** The acts on one request, by their names in its lifecycle. */
export const dissolutionActs = {
  agree: dissolutionAct(
    'agree',
    'concerned',
    'Agree, the notice ticked (R12)',
    act.extend({ ...noticeRead, ...signed }),
    'dissolution.agree',
  ),
  refuse: dissolutionAct('refuse', 'concerned', 'Refuse, with a reason', act),
  withdraw: dissolutionAct('withdraw', 'concerned', 'Withdraw one’s own request while unanswered', act),
  correct: dissolutionAct(
    'correct',
    'concerned',
    'Replace the evidence before the review has passed',
    withEvidence,
  ),
  'accept-evidence': dissolutionAct(
    'accept-evidence',
    'staff',
    'Accept evidence instead of the missing answer; the review follows',
    withEvidence.extend({ fault: fault.optional() }),
  ),
  pass: dissolutionAct(
    'pass',
    'staff',
    'Pass the review that is due; the last level may set on whose side the fault is',
    act.extend({ fault: fault.optional() }),
  ),
  reject: dissolutionAct('reject', 'staff', 'Reject: the agreement stays in force', act),
} as const satisfies Record<(typeof dissolutionLife.offers)[number], Endpoint>

export const passDissolutions = {
  method: 'POST',
  url: '/api/schools/:school/dissolutions/pass',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'Pass several at once, each its own transaction',
    params: schoolParams,
    body: batch,
    response: { 200: outcomes },
  },
} as const satisfies Endpoint

/** 解约办理中: for the next employer, who has the code from the student; names are masked. */
export const getDissolutionProof = {
  method: 'GET',
  url: '/api/public/schools/:school/dissolution-proofs/:code',
  config: { access: 'public' },
  schema: {
    tags,
    summary: 'The proof that a dissolution is under way, by its unguessable code',
    params: z.object({
      school: schoolCode,
      code: z
        .string()
        .regex(/^[A-Za-z0-9_-]{22}$/)
        .meta({ examples: ['Zm9vYmFyYmF6cXV4MTIzNA'] }),
    }),
    response: {
      200: z.object({
        school: schoolNamed,
        maskedStudentName: z.string(),
        employerName: z.string(),
        number: z.string(),
        status: dissolutionStatus,
        askedAt: instant,
        endedAt: instant.nullable(),
        serverTime: instant,
      }),
    },
  },
} as const satisfies Endpoint
