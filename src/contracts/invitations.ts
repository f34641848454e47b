import { z } from 'zod'
import { AGREEMENT_STATUSES } from '../domain/agreement/life.ts'
import { INVITATION_STATUSES, invitationLife } from '../domain/invitation/life.ts'
import { INVITATION_STANDINGS } from '../domain/invitation/standing.ts'
import { standingOfAgreement } from './agreements.ts'
import { day, dayOf, instant, keyParams, pageOf, paging, schoolNamed, schoolParams, uuid } from './atoms.ts'
import { act, actsOn, studentBrief } from './case.ts'
import type { Endpoint } from './endpoint.ts'
import { noticeRead, noticeText } from './notice-texts.ts'
import { reason } from './problem.ts'
import { dissolutionRules } from './schools.ts'
import { signed } from './signing.ts'
import { standingOf } from './standing.ts'
import { againstPost, shownTerms, termChange, termWarning, typedTerms } from './terms.ts'
import { personName, search } from './typed.ts'

const tags = ['invitations']
/** A student whom an employer has named, and all that keeps it from inviting them (R27). */
export const studentToInvite = studentBrief.extend({ id: z.uuid(), reasons: z.array(reason) })
export const invitationStatus = z.enum(INVITATION_STATUSES)
export const standingOfInvitation = standingOf(INVITATION_STANDINGS)

/** `actions`: what this reader may do now. `reasons`: all that stands in the way of accepting (R27). */
export const invitationView = z.object({
  id: z.uuid(),
  school: schoolNamed,
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
  /** Where its terms say otherwise than the post by which the student came. */
  againstPost: z.array(againstPost),
  /** What the latest revision changed; empty at the first version. */
  changes: z.array(termChange),
  actions: z.array(z.enum([...invitationLife.offers, 'invite-again'])),
  reasons: z.array(reason),
  declineNeedsReason: z.boolean(),
  /** Between which days from today its deadline may be moved, as when it was sent. */
  limits: z.object({ minDays: z.int(), maxDays: z.int() }),
  /** The school's rules on dissolutions, to be read before signing (R23). */
  dissolutionRules,
  /** What comes of it is in force only once its employer has sealed it after the review. */
  isSealed: z.boolean(),
  /** 签约须知, to be read before signing. */
  notice: noticeText,
  agreementId: z.uuid().nullable(),
  /** The application that it has come of; null where none, and to a school. */
  applicationId: z.uuid().nullable(),
})
export type InvitationView = z.infer<typeof invitationView>

export const invitationRow = z.object({
  id: z.uuid(),
  school: schoolNamed,
  employerName: z.string(),
  studentName: z.string(),
  studentNumber: z.string(),
  position: z.string(),
  sentAt: instant,
  respondBy: day,
  status: invitationStatus,
  standing: standingOfInvitation,
  /** The employer may begin another with its terms: this one keeps the pair from nothing any more (R3). */
  again: z.boolean(),
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
  config: { access: 'employer', token: 'cases.read' },
  schema: {
    tags,
    summary:
      'The employer’s invitations across schools; `ending=soon` is what the student can answer until tomorrow at the latest, `ended=lately` what came to nothing in the last days',
    querystring: paging.extend({
      q: search,
      status: invitationStatus.optional(),
      ending: z.literal('soon').optional(),
      ended: z.literal('lately').optional(),
    }),
    response: { 200: pageOf(invitationRow) },
  },
} as const satisfies Endpoint

/** The student is named again by what the employer knows, so that a guessed id opens nothing. */
export const sendInvitation = {
  method: 'POST',
  url: '/api/schools/:school/invitations',
  config: { access: 'employer', signs: 'invitation.send' },
  schema: {
    tags,
    summary: 'Send an invitation (R2, R3, R5)',
    params: schoolParams,
    body: z.object({
      studentId: uuid,
      studentName: personName,
      ...noticeRead,
      respondBy: dayOf('answer'),
      terms: typedTerms,
      /** What it comes of: an application of this student that the employer has answered with an offer. */
      applicationId: uuid.nullable().default(null),
      ...signed,
    }),
    response: { 200: invitationView },
  },
} as const satisfies Endpoint

export const getInvitation = {
  method: 'GET',
  url: '/api/schools/:school/invitations/:id',
  config: { access: 'concerned', token: 'cases.read' },
  schema: {
    tags,
    summary: 'One invitation, for its parties',
    params: keyParams,
    response: { 200: invitationView },
  },
} as const satisfies Endpoint

/** What the next invitation of this student begins with, and what keeps the employer from sending one. */
export const getInvitationAgain = {
  method: 'GET',
  url: '/api/schools/:school/invitations/:id/again',
  config: { access: 'employer' },
  schema: {
    tags,
    summary: 'The student and the terms of an earlier invitation, to invite again (R3)',
    params: keyParams,
    response: { 200: z.object({ student: studentToInvite, terms: shownTerms }) },
  },
} as const satisfies Endpoint

/** Its own, at whatever school: another employer's terms are nobody's to see. */
export const getLastTerms = {
  method: 'GET',
  url: '/api/employer/last-terms',
  config: { access: 'employer' },
  schema: {
    tags,
    summary: 'The terms that the employer sent last, to begin another invitation with; null before the first',
    response: {
      200: z.object({
        last: z.object({ terms: shownTerms, sentAt: instant, studentName: z.string() }).nullable(),
      }),
    },
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
      ...noticeRead,
      confirmed: z.literal(true),
      ...signed,
    }),
    'invitation.accept',
  ),
  decline: invitationAct('decline', 'student', 'Decline', act),
  revise: invitationAct(
    'revise',
    'employer',
    'Revise an unanswered invitation',
    z.object({
      seenVersion: z.int().min(1),
      ...noticeRead,
      respondBy: dayOf('answer'),
      terms: typedTerms,
      ...signed,
    }),
    'invitation.revise',
  ),
  withdraw: invitationAct('withdraw', 'employer', 'Withdraw an unanswered invitation', act),
} as const satisfies Record<(typeof invitationLife.offers)[number], Endpoint>
