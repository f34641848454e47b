import { z } from 'zod'
import { AGREEMENT_STATUSES } from '../domain/agreement.ts'
import { act, type Endpoint, instant, keyParams, pageOf, paging, schoolParams, search } from './endpoint.ts'
import { termChange, termsSchema, termWarning } from './terms.ts'

const tags = ['agreements']
export const agreementStatus = z.enum(AGREEMENT_STATUSES)
const holder = z.enum(['student', 'employer', 'college', 'school'])

export const timelineEntry = z.object({
  at: instant,
  /** Such as `invitation.send`, `agreement.pass`. */
  action: z.string(),
  actorName: z.string(),
  actorRole: z.string(),
  reason: z.string().nullable(),
})

export const agreementView = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: z.enum(['online', 'paper']),
  school: z.object({ code: z.string(), name: z.string() }),
  employer: z.object({ id: z.uuid(), name: z.string(), creditCode: z.string() }),
  student: z.object({
    id: z.uuid(),
    name: z.string(),
    studentNumber: z.string(),
    college: z.string(),
    major: z.string(),
  }),
  /** True when the roster or the employer's data has changed since signing: the agreement keeps its snapshot. */
  dataChangedSince: z.boolean(),
  status: agreementStatus,
  version: z.int(),
  certified: z.boolean(),
  levels: z.array(z.enum(['college', 'school'])),
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
  cancellationBy: z.enum(['student', 'employer']).nullable(),
  invitationId: z.uuid().nullable(),
  formedAt: instant,
  effectiveAt: instant.nullable(),
  serverTime: instant,
  actions: z.array(z.string()),
  timeline: z.array(timelineEntry),
})
export type AgreementView = z.infer<typeof agreementView>

export const agreementRow = z.object({
  id: z.uuid(),
  number: z.string(),
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
  formedAt: instant,
})

export const listReviews = {
  method: 'GET',
  url: '/api/schools/:school/agreements',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'The school’s agreements; `queue=mine` is what waits for this reviewer, oldest first',
    params: schoolParams,
    querystring: paging.extend({
      q: search,
      status: agreementStatus.optional(),
      college: z.string().max(20).optional(),
      queue: z.enum(['mine', 'all']).default('mine'),
    }),
    response: {
      200: pageOf(agreementRow).extend({
        counts: z.record(z.string(), z.int()),
        colleges: z.array(z.object({ id: z.string(), name: z.string() })),
      }),
    },
  },
} as const satisfies Endpoint

export const listSignedStudents = {
  method: 'GET',
  url: '/api/employer/agreements',
  config: { access: 'employer' },
  schema: {
    tags,
    summary: 'The employer’s agreements across schools',
    querystring: paging.extend({ q: search, status: agreementStatus.optional() }),
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
    body: z.object({
      items: z
        .array(z.object({ id: z.uuid(), seenVersion: z.int().min(1) }))
        .min(1)
        .max(100),
    }),
    response: {
      200: z.object({
        results: z.array(
          z.object({
            id: z.uuid(),
            passed: z.boolean(),
            code: z.string().nullable(),
            title: z.string().nullable(),
          }),
        ),
      }),
    },
  },
} as const satisfies Endpoint
