import { z } from 'zod'
import { AGREEMENT_STATUSES } from '../domain/agreement/life.ts'
import { INVITATION_STATUSES, invitationLife } from '../domain/invitation/life.ts'
import { INVITATION_STANDINGS } from '../domain/invitation/standing.ts'
import { standingOfAgreement } from './agreements.ts'
import { day, dayOf, instant, keyParams, pageOf, paging, schoolParams, uuid } from './atoms.ts'
import { act, actsOn, studentBrief } from './case.ts'
import type { Endpoint } from './endpoint.ts'
import { reason } from './problem.ts'
import { dissolutionRules } from './schools.ts'
import { standingOf } from './standing.ts'
import { shownTerms, termChange, termWarning, typedTerms } from './terms.ts'
import { personName, search } from './typed.ts'

const tags = ['invitations']
export const invitationStatus = z.enum(INVITATION_STATUSES)
const standingOfInvitation = standingOf(INVITATION_STANDINGS)

/** `actions`: what this reader may do now. `reasons`: all that stands in the way of accepting (R27). */
export const invitationView = z.object({
  id: z.uuid(),
  school: z.object({ code: z.string(), name: z.string() }),
  employer: z.object({ id: z.uuid(), name: z.string() }),
  student: studentBrief,
  status: invitationStatus,
  standing: standingOfInvitation,
  version: z.int(),
  respondBy: day,
  deadline: instant,
  serverTime: instant,
  sentAt: instant,
  endedAt: instant.nullable(),
  reason: z.string().nullable(),
  terms: shownTerms,
  termsVersion: z.int(),
  termsHash: z.string(),
  warnings: z.array(termWarning),
  /** What the latest revision changed; empty at the first version. */
  changes: z.array(termChange),
  actions: z.array(z.enum(invitationLife.offers)),
  reasons: z.array(reason),
  declineNeedsReason: z.boolean(),
  /** The school's rules on dissolutions, to be read before signing (R23). */
  dissolutionRules,
  agreementId: z.uuid().nullable(),
})
export type InvitationView = z.infer<typeof invitationView>

export const invitationRow = z.object({
  id: z.uuid(),
  school: z.object({ code: z.string(), name: z.string() }),
  employerName: z.string(),
  studentName: z.string(),
  studentNumber: z.string(),
  position: z.string(),
  sentAt: instant,
  respondBy: day,
  status: invitationStatus,
  standing: standingOfInvitation,
  agreement: z
    .object({
      id: z.uuid(),
      number: z.string(),
      status: z.enum(AGREEMENT_STATUSES),
      standing: standingOfAgreement,
    })
    .nullable(),
})

export const listMyInvitations = {
  method: 'GET',
  url: '/api/schools/:school/my/invitations',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'The student’s invitations, newest first',
    params: schoolParams,
    querystring: paging.extend({ employer: search }),
    response: { 200: pageOf(invitationRow) },
  },
} as const satisfies Endpoint

export const listSentInvitations = {
  method: 'GET',
  url: '/api/employer/invitations',
  config: { access: 'employer' },
  schema: {
    tags,
    summary:
      'The employer’s invitations across schools; `ending=soon` is what the student can answer until tomorrow at the latest',
    querystring: paging.extend({
      q: search,
      status: invitationStatus.optional(),
      ending: z.literal('soon').optional(),
    }),
    response: { 200: pageOf(invitationRow) },
  },
} as const satisfies Endpoint

/** The student is named again by what the employer knows, so that a guessed id opens nothing. */
export const sendInvitation = {
  method: 'POST',
  url: '/api/schools/:school/invitations',
  config: { access: 'employer' },
  schema: {
    tags,
    summary: 'Send an invitation (R2, R3, R5)',
    params: schoolParams,
    body: z.object({
      studentId: uuid,
      studentName: personName,
      respondBy: dayOf('answer'),
      terms: typedTerms,
    }),
    response: { 200: invitationView },
  },
} as const satisfies Endpoint

export const getInvitation = {
  method: 'GET',
  url: '/api/schools/:school/invitations/:id',
  config: { access: 'concerned' },
  schema: {
    tags,
    summary: 'One invitation, for its parties',
    params: keyParams,
    response: { 200: invitationView },
  },
} as const satisfies Endpoint

const invitationAct = actsOn('invitations', invitationView)

/**
 * The acts on one invitation, by their names in its lifecycle. `confirmed` is the second explicit confirmation 现在签约
 * (R6); version and hash are those that were on the screen.
 */
export const invitationActs = {
  accept: invitationAct(
    'accept',
    'student',
    'Accept and sign (R1, R6, R7)',
    z.object({
      seenVersion: z.int().min(1),
      termsHash: z.string().regex(/^[0-9a-f]{64}$/),
      confirmed: z.literal(true),
    }),
  ),
  decline: invitationAct('decline', 'student', 'Decline', act),
  revise: invitationAct(
    'revise',
    'employer',
    'Revise an unanswered invitation',
    z.object({ seenVersion: z.int().min(1), respondBy: dayOf('answer'), terms: typedTerms }),
  ),
  withdraw: invitationAct('withdraw', 'employer', 'Withdraw an unanswered invitation', act),
} as const satisfies Record<(typeof invitationLife.offers)[number], Endpoint>
