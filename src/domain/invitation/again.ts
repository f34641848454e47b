import { verificationAt } from '../admission/verification.ts'
import { type AgreementStatus, HOLDS_PLACEMENT } from '../agreement/life.ts'
import { addDays, type Day, dayInChina } from '../day.ts'
import type { Enrolment } from '../enrolment/life.ts'
import { reasonsAgainstInvitingAt } from '../enrolment/signing.ts'
import { reasonsOfYear } from '../often.ts'
import { type Reason, Refusal } from '../refusal.ts'
import type { InvitationCase } from './case.ts'
import { ENDED_LATELY_DAYS, type Invitation, invitationLife, invitationStatusAt } from './life.ts'

/** It keeps the pair from nothing any more (R3): it came to nothing, or its agreement, of this status, did. */
export function isOverForPair(
  invitation: Pick<Invitation, 'status' | 'respondBy'>,
  agreement: AgreementStatus | null,
  at: Date,
): boolean {
  const status = invitationStatusAt(invitation, at)
  if (status === 'accepted') return agreement !== null && !HOLDS_PLACEMENT.includes(agreement)
  return status !== 'pending'
}

/** Invitations that end on this day in China or later have ended lately. */
export const endedLatelyFrom = (at: Date): Day => addDays(dayInChina(at), -ENDED_LATELY_DAYS)

export type InvitingFacts = {
  readonly admitted: boolean
  /** The last day on which the school's verification holds; null where there is none. */
  readonly verifyDue: Day | null
  readonly employer: { readonly id: string; readonly name: string }
  /** The student's year where the school takes nothing new of it. */
  readonly closedYear: number | null
  readonly enrolment: Enrolment
  /** An agreement of this pair that keeps it (R3). */
  readonly kept: { readonly number: string } | null
  /** Invitations of this pair that are pending as far as anybody has recorded. */
  readonly pending: readonly Pick<InvitationCase, 'status' | 'respondBy' | 'version'>[]
}

/** All that keeps an employer from inviting a student (R3, R21, R27), as far as it is the employer's to know (R2). */
export function reasonsAgainstInviting(
  { admitted, verifyDue, employer, closedYear, enrolment, kept, pending }: InvitingFacts,
  at: Date,
): Reason[] {
  const reasons: Reason[] = []
  if (!admitted)
    reasons.push({ code: 'employer-not-admitted', remover: 'school', details: { employer: employer.name } })
  if (verificationAt(verifyDue, at) === 'overdue')
    reasons.push({ code: 'employer-verification-due', remover: 'employer', details: { day: verifyDue } })
  reasons.push(...reasonsOfYear(closedYear))
  reasons.push(...reasonsAgainstInvitingAt(enrolment))
  if (kept)
    reasons.push({
      code: 'agreement-with-employer-in-force',
      remover: 'nobody',
      details: { number: kept.number },
    })
  const isOver = (one: InvitingFacts['pending'][number]) =>
    invitationLife.whyNot(one, 'expire', 'clock', at) === null
  if (!pending.every(isOver))
    reasons.push({ code: 'live-invitation-exists', remover: 'employer', details: {} })
  return reasons
}

/** R21: an employer invites only where that school has admitted it. */
export function refuseUnlessAdmitted({
  admitted,
  employer,
}: Pick<InvitingFacts, 'admitted' | 'employer'>): void {
  if (!admitted) throw new Refusal('employer-not-admitted', { employer: employer.name })
}
