import { addDays, dayInChina, isOver } from '../day.ts'
import type { No, OfferOf } from '../lifecycle.ts'
import type { Outcome } from '../outcome.ts'
import { Refusal } from '../refusal.ts'
import { type Acting, decidedAt, isDueTo, levelDue } from '../review.ts'
import { refuseUnlessWithinTerm, type Wording } from '../terms.ts'
import { type AgreementCase, type AgreementChange, agreementChange } from './case.ts'
import {
  AGREEMENT_REVIEWS,
  type AgreementAction,
  AWAITS_SEAL,
  agreementLife,
  agreementWaitsFor,
  evolveAgreement,
  SCHOOL_DECIDES,
} from './life.ts'
import { type Numbered, numberMask } from './number-pattern.ts'
import { sealLadder } from './sealing.ts'
import { agreementTold } from './told.ts'

export type AgreementOffer = OfferOf<typeof agreementLife.rules>

export type AgreementCommand = {
  /** A paper's correction is an act of its own (`paper.ts`). */
  readonly action: Exclude<AgreementOffer, 'correct'>
  readonly seenVersion: number
  readonly reason?: string | undefined
  /** The new terms, where an amendment is proposed. */
  readonly proposed?: Wording
  /** The fingerprint of what was read, where an amendment is accepted and where the agreement is sealed. */
  readonly agreedHash?: string
}

/** Whether this member of staff decides now: the level that is due, or the school's own. */
function isTheirTurn(
  action: AgreementAction,
  of: AgreementCase,
  acting: Pick<Acting, 'role' | 'level'>,
): boolean {
  if (AGREEMENT_REVIEWS.includes(action)) return isDueTo(of, acting)
  if (SCHOOL_DECIDES.includes(action)) return acting.level === 'school'
  return acting.role !== 'reviewer' || acting.level !== null
}

/**
 * What the agreement itself does not know: nothing comes into force for an employer that the school has not admitted, and the
 * school ends what is not sealed in time, or by such an employer can't be.
 */
function whyNotSettled(
  action: AgreementAction,
  { before: { sealBy }, admitted }: Pick<AgreementFacts, 'before' | 'admitted'>,
  at: Date,
): No | null {
  if (action === 'seal') return admitted ? null : 'employer-not-admitted'
  if (action !== 'end-unsealed' || !admitted || sealBy === null || isOver(sealBy, at)) return null
  return { code: 'seal-not-overdue', details: { day: sealBy } }
}

/** What this person may do now: the buttons of the page. */
export const agreementOffers = (
  facts: Pick<AgreementFacts, 'before' | 'admitted'>,
  { role, level, at }: Acting,
): AgreementOffer[] =>
  agreementLife
    .actionsFor(facts.before, role, at)
    .filter(
      (action) =>
        isTheirTurn(action, facts.before, { role, level }) && whyNotSettled(action, facts, at) === null,
    )

const employerOf = ({ snapshot }: AgreementCase) => ({ employer: snapshot.employer.name })

export type AgreementFacts = {
  readonly before: AgreementCase
  /** The school lets what this employer has begun come into force. */
  readonly admitted: boolean
  /** Days in which the student says whether they have reported, and in which, denied, it is not asked again. */
  readonly fulfilmentDays: number
}

/** Every act of a person on an agreement but the correction of a paper. */
export function actOnAgreement(
  facts: AgreementFacts,
  command: AgreementCommand,
  acting: Acting,
): Outcome<AgreementChange> {
  const { before, fulfilmentDays } = facts
  const { role, at } = acting
  const { action, seenVersion, reason, proposed, agreedHash } = command
  const step = agreementLife.decide(before, { action, seenVersion, reason, role, at })
  const isReview = AGREEMENT_REVIEWS.includes(action)
  if (!isTheirTurn(action, before, acting)) throw new Refusal('reviewed-at-another-level')
  const no = whyNotSettled(action, facts, at)
  if (no)
    throw typeof no === 'string' ? new Refusal(no, employerOf(before)) : new Refusal(no.code, no.details)
  if (proposed && proposed.termsHash === before.termsHash) throw new Refusal('nothing-changed')
  if (proposed) refuseUnlessWithinTerm(proposed.terms)
  const read = action === 'seal' ? before.termsHash : before.amendmentHash
  if (agreedHash !== undefined && agreedHash !== read)
    throw new Refusal('content-changed', { version: before.version })
  const level = isReview ? levelDue(before) : null
  const evolved = {
    ...sealing(asked(evolveAgreement(before, step, role))),
    decidedBy: decidedAt(before, level),
  }
  const change = agreementChange(before, worded(evolved, proposed), step, {
    version: seenVersion,
    termsHash: proposed?.termsHash ?? before.amendmentHash ?? before.termsHash,
    level,
  })
  return { changes: [change], files: null, told: agreementTold(change, step, role) }

  /** From today on the student has these days to say it; denied, it rests for as long. */
  function asked(evolved: AgreementCase): AgreementCase {
    const last = addDays(dayInChina(at), fulfilmentDays)
    if (action === 'deny-fulfilment') return { ...evolved, fulfilmentAgainOn: last }
    if (action !== 'ask-fulfilment') return evolved
    return { ...evolved, fulfilment: { by: role === 'employer' ? role : 'school', answerBy: last } }
  }

  /** From the review on the employer has its days to seal; whatever comes of it, nobody is reminded any more. */
  function sealing(evolved: AgreementCase): AgreementCase {
    if (action === 'seal') return { ...evolved, sealedAt: at, sealReminders: [] }
    const { sealRules } = before
    if (AWAITS_SEAL.includes(step.to) && action === 'pass' && sealRules) {
      const { remindOn, sealBy } = sealLadder(sealRules, dayInChina(at))
      return { ...evolved, sealBy, sealReminders: remindOn }
    }
    return evolved.sealBy === null ? { ...evolved, sealReminders: [] } : evolved
  }

  /** What is proposed stands beside the terms until it is answered; accepted, it takes their place. */
  function worded(after: AgreementCase, amendment: Wording | undefined): AgreementCase {
    if (amendment) return { ...after, amendmentTerms: amendment.terms, amendmentHash: amendment.termsHash }
    if (after.amendment) return after
    const settled = { ...after, amendmentTerms: null, amendmentHash: null }
    const { amendmentTerms: terms, amendmentHash: termsHash, termsVersion } = before
    return action === 'accept-amendment' && terms && termsHash
      ? { ...settled, terms, termsHash, termsVersion: termsVersion + 1 }
      : settled
  }
}

/** What an agreement begins with: what its acceptance or its paper says, and what holds for the student. */
export type Forming = Wording &
  Pick<
    AgreementCase,
    | 'schoolId'
    | 'id'
    | 'studentId'
    | 'studentVersion'
    | 'collegeId'
    | 'employerId'
    | 'invitationId'
    | 'signedOn'
    | 'snapshot'
    | 'levels'
    | 'dissolutionRules'
    | 'sealRules'
    | 'noticeId'
  > & { readonly numbering: Numbering }

/** What its number is made of beside its kind and school. */
export type Numbering = Pick<Numbered, 'year' | 'level'> & { readonly pattern: string }
const KINDS: Record<AgreementCase['kind'], Numbered['kind']> = { online: 1, paper: 2 }

/** A new agreement, before its number is known; `kind` decides how it came about. */
export const newAgreement = (
  kind: AgreementCase['kind'],
  { numbering: { pattern, ...numbered }, ...forming }: Forming,
  at: Date,
): AgreementCase => ({
  ...forming,
  decidedBy: [],
  kind,
  number: numberMask(pattern, { kind: KINDS[kind], school: forming.schoolId, ...numbered }),
  status: 'in_review',
  version: 1,
  level: 0,
  amendment: null,
  amendmentTerms: null,
  amendmentHash: null,
  cancellationBy: null,
  dissolving: false,
  dissolutionId: null,
  fulfilment: null,
  fulfilmentAgainOn: null,
  sealBy: null,
  sealReminders: [],
  sealedAt: null,
  termsVersion: 1,
  waitingFor: null,
  waitingSince: at,
  formedAt: at,
  effectiveAt: null,
  endedAt: null,
})

/** An acceptance forms the agreement (R7): it takes the one place and waits for its first review. */
export function formAgreement(forming: Forming, at: Date): AgreementChange {
  const born = newAgreement('online', forming, at)
  const step = agreementLife.begin(born, { action: 'form', role: 'acceptance', at })
  return agreementChange(null, { ...born, status: step.to }, step, {
    version: born.version,
    termsHash: born.termsHash,
  })
}

/** A completed dissolution ends its agreement and frees the place; nobody else can. */
export function dissolveAgreement(before: AgreementCase, at: Date): AgreementChange {
  const step = agreementLife.decide(before, {
    action: 'dissolve',
    role: 'dissolution',
    seenVersion: null,
    at,
  })
  const after = { ...evolveAgreement(before, step, 'dissolution'), dissolutionId: null }
  const { version, termsHash } = before
  return agreementChange(before, after, step, { version, termsHash })
}

/**
 * A request to dissolve it is open from now on, or has ended and the agreement stands: the request's line tells of it.
 * Whoever asks to dissolve leaves the question whether the student has reported without an object.
 */
export const pointAgreement = (before: AgreementCase, dissolutionId: string | null): AgreementChange => ({
  kind: 'agreement',
  before,
  after: pointedAt(before, dissolutionId),
  step: null,
  data: {},
  place: { do: 'keep' },
})

function pointedAt(before: AgreementCase, dissolutionId: string | null): AgreementCase {
  const after = { ...before, dissolutionId, dissolving: dissolutionId !== null, fulfilment: null }
  return { ...after, waitingFor: agreementWaitsFor(after) }
}
