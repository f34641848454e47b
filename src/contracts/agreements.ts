import { z } from 'zod'
import {
  AGREEMENT_KINDS,
  AGREEMENT_STATUSES,
  agreementLife,
  FULFILMENT_ASKERS,
} from '../domain/agreement/life.ts'
import { AGREEMENT_STANDINGS } from '../domain/agreement/standing.ts'
import { DISSOLUTION_STATUSES } from '../domain/dissolution/life.ts'
import { TERM_WARNINGS } from '../domain/terms.ts'
import { day, dayOf, instant, keyParams, pageOf, paging, schoolNamed, schoolParams, side } from './atoms.ts'
import { act, actsOn, studentBrief, timelineEntry } from './case.ts'
import { documentAt, documentState } from './documents.ts'
import type { Endpoint } from './endpoint.ts'
import { evidenceFile, evidenceIds } from './evidence.ts'
import { noticeText } from './notice-texts.ts'
import { minimumWage, placeTags, taggedAs } from './places.ts'
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
import { signed } from './signing.ts'
import { standingOf } from './standing.ts'
import { againstPost, paperTerms, shownTerms, termChange, termWarning, typedTerms } from './terms.ts'
import { creditCode, organisation, search } from './typed.ts'

const tags = ['agreements']
export const agreementStatus = z.enum(AGREEMENT_STATUSES)
const agreementKind = z.enum(AGREEMENT_KINDS)
export const standingOfAgreement = standingOf(AGREEMENT_STANDINGS)
/** The question whether the student has reported for work, while it is open; after `answerBy` the school decides. */
const fulfilment = z.object({ by: z.enum(FULFILMENT_ASKERS), answerBy: day }).nullable()

/** What the paper says: with whom, when, on which terms; and its scans. */
export const paperRegistration = z.object({
  employer: z.object({ creditCode, name: organisation }),
  signedOn: dayOf('signed'),
  terms: paperTerms,
  evidence: evidenceIds,
})
export type PaperRegistration = z.infer<typeof paperRegistration>

/** What differs from the usual, for the reviewer: money in fen. */
const notable = z.discriminatedUnion('code', [
  ...againstPost.options,
  z.object({ code: z.enum([...TERM_WARNINGS, 'employer-new']) }),
  z.object({ code: z.literal('pay-below-minimum'), pay: z.int(), minimum: minimumWage }),
  z.object({ code: z.literal('pay-low'), pay: z.int(), usual: z.int() }),
  z.object({ code: z.literal('penalty-high'), penalty: z.int(), pay: z.int() }),
  z.object({
    code: z.enum(['employer-at-fault', 'signed-before', 'student-dissolved', 'revised']),
    times: z.int(),
  }),
])

export const agreementView = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: agreementKind,
  school: schoolNamed,
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
  standing: standingOfAgreement,
  version: z.int(),
  certified: z.boolean(),
  levels: levelsOfReview,
  waitingFor: holder.nullable(),
  waitingSince: instant,
  terms: shownTerms,
  termsHash: z.string(),
  warnings: z.array(termWarning),
  placeTags,
  /** What differs from the usual, for whoever reviews it and while it is under review. */
  notables: z.array(notable),
  amendment: z
    .object({
      terms: shownTerms,
      termsHash: z.string(),
      changes: z.array(termChange),
      warnings: z.array(termWarning),
    })
    .nullable(),
  /** Revisions before signing and amendments after it, oldest first: the reviewer sees them too. */
  history: z.array(z.object({ at: instant, changes: z.array(termChange) })),
  /** 签约须知 in the version that the student had read when signing; null for a paper. */
  notice: noticeText.extend({ savedAt: instant }).nullable(),
  cancellationBy: side.nullable(),
  fulfilment,
  /** It is in force only once its employer has sealed it after the review. */
  isSealed: z.boolean(),
  /** While it awaits the seal: the last day in China before the school may end it. */
  sealBy: day.nullable(),
  sealedAt: instant.nullable(),
  /** The latest request to dissolve it. */
  dissolution: z.object({ id: z.uuid(), status: z.enum(DISSOLUTION_STATUSES), askedBy: side }).nullable(),
  invitationId: z.uuid().nullable(),
  formedAt: instant,
  effectiveAt: instant.nullable(),
  endedAt: instant.nullable(),
  /** Where its sealed PDF is; null before it is certified. */
  document: documentState.nullable(),
  serverTime: instant,
  /** What this reader may do now; `ask-dissolution` is a page of its own. */
  actions: z.array(z.enum([...agreementLife.offers, 'ask-dissolution'])),
  /** Why a party to an agreement in force may not ask to dissolve it (R27). */
  reasons: z.array(reason),
  timeline: z.array(timelineEntry),
})
export type AgreementView = z.infer<typeof agreementView>

export const agreementRow = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: agreementKind,
  school: schoolNamed,
  student: studentBrief,
  employerName: z.string(),
  position: z.string(),
  status: agreementStatus,
  standing: standingOfAgreement,
  version: z.int(),
  waitingFor: holder.nullable(),
  waitingSince: instant,
  fulfilment,
  sealBy: day.nullable(),
  /** The day that a paper agreement bears. */
  signedOn: day.nullable(),
  formedAt: instant,
  /** The open request to dissolve it. */
  dissolution: z.object({ id: z.uuid(), status: z.enum(DISSOLUTION_STATUSES) }).nullable(),
})

export const listAgreements = {
  method: 'GET',
  url: '/api/schools/:school/agreements',
  config: { access: 'staff', token: 'cases.read' },
  schema: {
    tags,
    summary: 'The school’s agreements; `queue=mine` is what waits for this reviewer, oldest first',
    params: schoolParams,
    querystring: queueQuery(agreementStatus).extend(taggedAs),
    response: { 200: queueOf(agreementRow) },
  },
} as const satisfies Endpoint

export const listSignedStudents = {
  method: 'GET',
  url: '/api/employer/agreements',
  config: { access: 'employer', token: 'cases.read' },
  schema: {
    tags,
    summary: 'The employer’s agreements across schools; `turn` is whose turn it is',
    querystring: paging.extend({ q: search, status: agreementStatus.optional(), turn: turn.optional() }),
    response: { 200: pageOf(agreementRow) },
  },
} as const satisfies Endpoint

export const getAgreementNeighbours = neighboursIn(
  'agreements',
  neighboursQuery(agreementStatus).extend(taggedAs),
)

export const getAgreement = {
  method: 'GET',
  url: '/api/schools/:school/agreements/:id',
  config: { access: 'concerned', token: 'cases.read' },
  schema: {
    tags,
    summary: 'One agreement with its timeline',
    params: keyParams,
    response: { 200: agreementView },
  },
} as const satisfies Endpoint

/** 就业协议书: a copy bears 未鉴证 before the certification, 待单位签章 before the employer's seal, 已解约 after a dissolution. */
export const readAgreementDocument = documentAt(
  '/api/schools/:school/agreements/:id/document',
  'agreements',
  'The agreement as a PDF, for those who may see it',
)

const agreementAct = actsOn('agreements', agreementView)

const consent = z.object({
  seenVersion: z.int().min(1),
  termsHash: z.string().regex(/^[0-9a-f]{64}$/),
  confirmed: z.literal(true),
})

/** The acts on one agreement, by their names in its lifecycle. */
export const agreementActs = {
  pass: agreementAct('pass', 'staff', 'Pass the review that is due (R8)', act),
  return: agreementAct('return', 'staff', 'Return to the parties for correction', act),
  reject: agreementAct('reject', 'staff', 'Reject: the student may sign with others (R8)', act),
  'propose-amendment': agreementAct(
    'propose-amendment',
    'employer',
    'Propose new terms before the review has passed (R9)',
    act.extend({ terms: typedTerms, ...signed }),
    'agreement.propose-amendment',
  ),
  'accept-amendment': agreementAct(
    'accept-amendment',
    'student',
    'Accept the amendment (R6, R9)',
    consent.extend(signed),
    'agreement.accept-amendment',
  ),
  'decline-amendment': agreementAct('decline-amendment', 'student', 'Decline: the original stands', act),
  'ask-cancellation': agreementAct(
    'ask-cancellation',
    'concerned',
    'Ask the other side to cancel before certification',
    act,
  ),
  seal: agreementAct(
    'seal',
    'employer',
    'Confirm having sealed what the school has passed: it is in force',
    consent.extend(signed),
    'agreement.seal',
  ),
  'end-unsealed': agreementAct('end-unsealed', 'staff', 'End what its employer has not sealed in time', act),
  'confirm-cancellation': agreementAct(
    'confirm-cancellation',
    'concerned',
    'Confirm the other side’s request to cancel',
    act,
  ),
  'decline-cancellation': agreementAct(
    'decline-cancellation',
    'concerned',
    'Decline the other side’s request to cancel',
    act,
  ),
  correct: agreementAct(
    'correct',
    'student',
    'Correct a paper registration before its review has passed; all levels again',
    paperRegistration.extend({ seenVersion: z.int().min(1) }),
  ),
  cancel: agreementAct('cancel', 'student', 'Cancel a paper registration in review', act),
  'ask-fulfilment': agreementAct(
    'ask-fulfilment',
    'concerned',
    'Ask the student, from the reporting day on, to confirm having reported for work and signed a labour contract',
    act,
  ),
  'confirm-fulfilment': agreementAct(
    'confirm-fulfilment',
    'student',
    'Confirm having reported for work and signed a labour contract',
    act,
  ),
  'deny-fulfilment': agreementAct('deny-fulfilment', 'student', 'Deny having reported for work', act),
  fulfil: agreementAct(
    'fulfil',
    'staff',
    'Record the reporting for work where the student did not answer in time',
    act,
  ),
  'undo-fulfilment': agreementAct(
    'undo-fulfilment',
    'staff',
    'Undo a reporting for work that was recorded wrongly: the agreement is in force again',
    act,
  ),
} as const satisfies Record<(typeof agreementLife.offers)[number], Endpoint>

/** `reasons`: all that stands in the way of registering one now (R10, R27). */
export const listMyPaper = {
  method: 'GET',
  url: '/api/schools/:school/my/paper-agreements',
  config: { access: 'student' },
  schema: {
    tags,
    summary: '纸质签约: the student’s paper agreements, newest first',
    params: schoolParams,
    querystring: paging,
    response: { 200: pageOf(agreementRow).extend({ reasons: z.array(reason) }) },
  },
} as const satisfies Endpoint

export const registerPaper = {
  method: 'POST',
  url: '/api/schools/:school/my/paper-agreements',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'Register a paper agreement for review (R10, R19)',
    params: schoolParams,
    body: paperRegistration.extend({ confirmed: z.literal(true) }),
    response: { 200: agreementView },
  },
} as const satisfies Endpoint

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
