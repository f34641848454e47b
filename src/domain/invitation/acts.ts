import { type Forming, formAgreement } from '../agreement/acts.ts'
import type { AgreementChange } from '../agreement/case.ts'
import { sealRulesOf } from '../agreement/sealing.ts'
import { agreementToReview } from '../agreement/told.ts'
import { keptRulesOf } from '../dissolution/asking.ts'
import type { OfferOf } from '../lifecycle.ts'
import { type NoticeText, refuseUnlessRead } from '../notice-text.ts'
import type { Outcome } from '../outcome.ts'
import { Refusal, refuseFor } from '../refusal.ts'
import type { Acting } from '../review.ts'
import { refuseUnlessWithinTerm, type Wording } from '../terms.ts'
import { type InvitingFacts, reasonsAgainstInviting, refuseUnlessAdmitted } from './again.ts'
import { type InvitationCase, type InvitationChange, invitationChange } from './case.ts'
import { type InvitationRules, refuseUnlessDeadlineFair, refuseUnlessWithinLimits } from './deadline.ts'
import { reasonsAgainstAccepting, type SigningFacts } from './eligibility.ts'
import { evolveInvitation, invitationLife } from './life.ts'
import { invitationTold } from './told.ts'

export type InvitationOffer = OfferOf<typeof invitationLife.rules>
type Seen = { readonly seenVersion: number }
/** Of 签约须知, as whoever sends or signs had it before them. */
type Read = { readonly noticeVersion: number }

/** What this person may do now. R1: after signing, every other invitation can be read but not answered. */
export const invitationOffers = (
  invitation: InvitationCase,
  facts: SigningFacts,
  { role, at }: Acting,
): InvitationOffer[] =>
  invitationLife.actionsFor(invitation, role, at).filter((action) => {
    if (action === 'accept') return reasonsAgainstAccepting(facts, at).length === 0
    return action !== 'decline' || facts.placement === null
  })

export type SendingFacts = Omit<InvitingFacts, 'pending'> & {
  readonly student: { readonly id: string; readonly name: string }
  readonly limits: InvitationRules
  /** Invitations of this pair that are pending as far as anybody has recorded. */
  readonly pending: readonly InvitationCase[]
}

/** A new invitation (R2, R3, R5); what the clock has ended of the pair's is recorded on the way. */
export function sendInvitation(
  facts: SendingFacts,
  {
    noticeVersion,
    ...command
  }: Wording & Read & { readonly schoolId: string; readonly id: string; readonly respondBy: string },
  { role, at }: Acting,
): Outcome<InvitationChange> {
  const { employer, student, limits, pending } = facts
  refuseUnlessAdmitted(facts)
  refuseUnlessWithinLimits(command.respondBy, limits, at)
  refuseUnlessWithinTerm(command.terms)
  refuseFor(reasonsAgainstInviting(facts, at))
  const born: InvitationCase = {
    ...command,
    studentId: student.id,
    studentName: student.name,
    employerId: employer.id,
    employerName: employer.name,
    status: 'pending',
    version: 1,
    termsVersion: 1,
    minDays: limits.minDays,
    maxDays: limits.maxDays,
    declineNeedsReason: limits.declineNeedsReason,
    dissolutionRules: keptRulesOf(limits),
    sealRules: sealRulesOf(limits),
    reason: null,
    sentAt: at,
    endedAt: null,
  }
  const step = invitationLife.begin(born, { action: 'send', role, at })
  const { version, termsHash } = born
  const sent = invitationChange(null, born, step, { version, termsHash, notice: noticeVersion })
  const expired = pending.map((one) => expireInvitation(one, at))
  return {
    changes: [...expired.flatMap(({ changes }) => changes), sent],
    files: null,
    told: [...expired.flatMap(({ told }) => told), ...invitationTold(born, step)],
  }
}

/** What nobody answered in time is recorded as over; nothing depends on its having been (R4). */
export function expireInvitation(before: InvitationCase, at: Date): Outcome<InvitationChange> {
  const step = invitationLife.decide(before, { action: 'expire', role: 'clock', seenVersion: null, at })
  const after = evolveInvitation(before, step)
  const { version, termsHash } = after
  const change = { ...invitationChange(before, after, step, { version, termsHash }), byClock: true as const }
  return { changes: [change], files: null, told: invitationTold(after, step) }
}

/** Other terms or a later day for an unanswered invitation; what stood is kept, and the student reads it anew. */
export function reviseInvitation(
  before: InvitationCase,
  {
    seenVersion,
    noticeVersion,
    respondBy,
    terms,
    termsHash,
  }: Seen & Read & Wording & { readonly respondBy: string },
  { role, at }: Acting,
): Outcome<InvitationChange> {
  const step = invitationLife.decide(before, { action: 'revise', role, seenVersion, at })
  if (respondBy === before.respondBy && termsHash === before.termsHash) throw new Refusal('nothing-changed')
  refuseUnlessDeadlineFair(before.respondBy, respondBy, before, at)
  refuseUnlessWithinTerm(terms)
  const termsVersion = before.termsVersion + 1
  const after = { ...evolveInvitation(before, step), respondBy, terms, termsHash, termsVersion }
  const data = { version: after.version, termsHash, respondBy, notice: noticeVersion }
  return {
    changes: [invitationChange(before, after, step, data)],
    files: null,
    told: invitationTold(after, step),
  }
}

type Ending = Seen & { readonly action: 'withdraw' | 'decline'; readonly reason?: string | undefined }

/** The employer takes it back, or the student declines it. */
export function endInvitation(
  { before, placement }: { before: InvitationCase; placement: SigningFacts['placement'] },
  { action, seenVersion, reason }: Ending,
  { role, at }: Acting,
): Outcome<InvitationChange> {
  const step = invitationLife.decide(before, { action, role, seenVersion, reason, at })
  if (action === 'decline' && placement) throw new Refusal('student-already-placed', { ...placement })
  if (action === 'decline' && before.declineNeedsReason && !step.reason)
    throw new Refusal('reason-needed', { field: 'reason' })
  const after = evolveInvitation(before, step)
  const { version, termsHash } = after
  return {
    changes: [invitationChange(before, after, step, { version, termsHash })],
    files: null,
    told: invitationTold(after, step),
  }
}

export type AcceptingFacts = {
  readonly before: InvitationCase
  readonly signing: SigningFacts
  /** 签约须知 as it holds now: what was read is what is agreed to. */
  readonly notice: Pick<NoticeText, 'id' | 'version'>
  /** What the agreement begins with beside the invitation's terms. */
  readonly forming: Omit<
    Forming,
    | 'schoolId'
    | 'studentId'
    | 'employerId'
    | 'invitationId'
    | 'signedOn'
    | 'noticeId'
    | 'dissolutionRules'
    | 'sealRules'
    | keyof Wording
  >
}

/** What the student has read: the invitation, its terms by their hash, and the notice below them. */
export type Accepting = Seen & Read & { readonly termsHash: string }

/** 现在签约: what was read is signed, which forms the agreement and takes the one place (R1, R6, R7). */
export function acceptInvitation(
  { before, signing, notice, forming }: AcceptingFacts,
  { seenVersion, termsHash, noticeVersion }: Accepting,
  { role, at }: Acting,
): Outcome<InvitationChange | AgreementChange> {
  refuseFor(reasonsAgainstAccepting(signing, at))
  const step = invitationLife.decide(before, { action: 'accept', role, seenVersion, at })
  const { version, terms, schoolId, studentId, employerId, id: invitationId } = before
  if (termsHash !== before.termsHash) throw new Refusal('content-changed', { version })
  refuseUnlessRead(notice, noticeVersion)
  const after = evolveInvitation(before, step)
  const parties = { schoolId, studentId, employerId, invitationId }
  const { dissolutionRules, sealRules } = before
  const kept = { dissolutionRules, sealRules, noticeId: notice.id }
  const formed = formAgreement({ ...forming, ...parties, ...kept, signedOn: null, terms, termsHash }, at)
  return {
    changes: [invitationChange(before, after, step, { version, termsHash, notice: noticeVersion }), formed],
    files: null,
    told: [...invitationTold(after, step), ...agreementToReview(formed.after)],
  }
}
