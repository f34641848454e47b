import { z } from 'zod'
import { AGREEMENT_KINDS, AGREEMENT_STATUSES } from '../domain/agreement.ts'
import { DISSOLUTION_STATUSES } from '../domain/dissolution.ts'
import {
  act,
  batch,
  day,
  type Endpoint,
  holder,
  instant,
  keyParams,
  levelsOfReview,
  outcomes,
  pageOf,
  paging,
  queueOf,
  queueQuery,
  reason,
  schoolParams,
  search,
  studentBrief,
  timelineEntry,
} from './endpoint.ts'
import { evidenceFile } from './evidence.ts'
import { termChange, termsSchema, termWarning } from './terms.ts'

const tags = ['agreements']
export const agreementStatus = z.enum(AGREEMENT_STATUSES)
const agreementKind = z.enum(AGREEMENT_KINDS)
const side = z.enum(['student', 'employer'])

export const agreementView = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: agreementKind,
  school: z.object({ code: z.string(), name: z.string() }),
  /** `id` is null where the employer of a paper agreement is not on the platform: the reviewer checks it. */
  employer: z.object({ id: z.uuid().nullable(), name: z.string(), creditCode: z.string() }),
  student: studentBrief.extend({ id: z.uuid() }),
  /** The day that a paper agreement bears. */
  signedOn: day.nullable(),
  /** The scans of a paper agreement. */
  evidence: z.array(evidenceFile),
  /** True when the roster or the employer's data has changed since signing: the agreement keeps its snapshot. */
  dataChangedSince: z.boolean(),
  status: agreementStatus,
  version: z.int(),
  certified: z.boolean(),
  levels: levelsOfReview,
  waitingFor: holder.nullable(),
  waitingSince: instant,
  terms: termsSchema,
  termsHash: z.string(),
  warnings: z.array(termWarning),
  amendment: z
    .object({
      terms: termsSchema,
      termsHash: z.string(),
      changes: z.array(termChange),
      warnings: z.array(termWarning),
    })
    .nullable(),
  /** Revisions before signing and amendments after it, oldest first: the reviewer sees them too. */
  history: z.array(z.object({ at: instant, changes: z.array(termChange) })),
  cancellationBy: side.nullable(),
  /** The latest request to dissolve it. */
  dissolution: z.object({ id: z.uuid(), status: z.enum(DISSOLUTION_STATUSES), askedBy: side }).nullable(),
  invitationId: z.uuid().nullable(),
  formedAt: instant,
  effectiveAt: instant.nullable(),
  serverTime: instant,
  /** What this reader may do now; `ask-dissolution` is a page of its own. */
  actions: z.array(z.string()),
  /** Why a party to an agreement in force may not ask to dissolve it (R27). */
  reasons: z.array(reason),
  timeline: z.array(timelineEntry),
})
export type AgreementView = z.infer<typeof agreementView>

export const agreementRow = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: agreementKind,
  school: z.object({ code: z.string(), name: z.string() }),
  studentName: z.string(),
  studentNumber: z.string(),
  college: z.string(),
  major: z.string(),
  employerName: z.string(),
  position: z.string(),
  status: agreementStatus,
  version: z.int(),
  waitingFor: holder.nullable(),
  waitingSince: instant,
  /** The day that a paper agreement bears. */
  signedOn: day.nullable(),
  formedAt: instant,
  /** The open request to dissolve it. */
  dissolution: z.object({ id: z.uuid(), status: z.enum(DISSOLUTION_STATUSES) }).nullable(),
})

export const listReviews = {
  method: 'GET',
  url: '/api/schools/:school/agreements',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'The school’s agreements; `queue=mine` is what waits for this reviewer, oldest first',
    params: schoolParams,
    querystring: queueQuery(agreementStatus),
    response: { 200: queueOf(agreementRow) },
  },
} as const satisfies Endpoint

export const listSignedStudents = {
  method: 'GET',
  url: '/api/employer/agreements',
  config: { access: 'employer' },
  schema: {
    tags,
    summary:
      'The employer’s agreements across schools; `answer=cancellation` is where the student asks to cancel',
    querystring: paging.extend({
      q: search,
      status: agreementStatus.optional(),
      answer: z.literal('cancellation').optional(),
    }),
    response: { 200: pageOf(agreementRow) },
  },
} as const satisfies Endpoint

export const getAgreement = {
  method: 'GET',
  url: '/api/schools/:school/agreements/:id',
  config: { access: 'party' },
  schema: {
    tags,
    summary: 'One agreement with its timeline',
    params: keyParams,
    response: { 200: agreementView },
  },
} as const satisfies Endpoint

/** One shape for every act on one agreement; each verb has its own address and body. */
const actOn = <Body extends z.ZodType>(
  verb: string,
  access: 'staff' | 'student' | 'employer' | 'party',
  summary: string,
  body: Body,
) =>
  ({
    method: 'POST',
    url: `/api/schools/:school/agreements/:id/${verb}`,
    config: { access },
    schema: { tags, summary, params: keyParams, body, response: { 200: agreementView } },
  }) as const satisfies Endpoint
export type ActEndpoint = ReturnType<
  typeof actOn<z.ZodType<{ seenVersion: number; reason?: string | undefined }>>
>

const consent = z.object({
  seenVersion: z.int().min(1),
  termsHash: z.string().regex(/^[0-9a-f]{64}$/),
  confirmed: z.literal(true),
})

export const passAgreement = actOn('pass', 'staff', 'Pass the review that is due (R8)', act)
export const returnAgreement = actOn('return', 'staff', 'Return to the parties for correction', act)
export const rejectAgreement = actOn('reject', 'staff', 'Reject: the student may sign with others (R8)', act)
export const proposeAmendment = actOn(
  'propose-amendment',
  'employer',
  'Propose new terms before the review has passed (R9)',
  z.object({
    seenVersion: z.int().min(1),
    reason: z.string().trim().max(500).optional(),
    terms: termsSchema,
  }),
)
export const acceptAmendment = actOn('accept-amendment', 'student', 'Accept the amendment (R6, R9)', consent)
export const declineAmendment = actOn('decline-amendment', 'student', 'Decline: the original stands', act)
export const askCancellation = actOn(
  'ask-cancellation',
  'party',
  'Ask the other side to cancel before certification',
  act,
)
export const confirmCancellation = actOn(
  'confirm-cancellation',
  'party',
  'Confirm the other side’s request to cancel',
  act,
)
export const declineCancellation = actOn(
  'decline-cancellation',
  'party',
  'Decline the other side’s request to cancel',
  act,
)
export const cancelPaperAgreement = actOn('cancel', 'student', 'Cancel a paper registration in review', act)
export const fulfilAgreement = actOn('fulfil', 'party', 'Record that the graduate has reported for work', act)

/** Each item is its own transaction: one that has moved on does not hold up the rest. */
export const passAgreements = {
  method: 'POST',
  url: '/api/schools/:school/agreements/pass',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'Pass several at once',
    params: schoolParams,
    body: batch,
    response: { 200: outcomes },
  },
} as const satisfies Endpoint
