import { type OpenCorrection, reasonsOfCorrection } from '../correction/eligibility.ts'
import { type NamedEmployer, type PlacingFacts, reasonsAgainstPlacing } from '../placement.ts'
import type { Reason } from '../refusal.ts'
import { type Invitation, invitationLife } from './life.ts'

export type SigningFacts = PlacingFacts & {
  readonly invitation: Invitation
  readonly verified: boolean
  /** The student's open correction of the roster (R20). */
  readonly correction: OpenCorrection
  readonly admitted: boolean
  readonly employer: NamedEmployer
}

/** All reasons that stand in the way of accepting, not only the first (R27). */
export function reasonsAgainstAccepting(facts: SigningFacts, at: Date): Reason[] {
  const reasons: Reason[] = []
  const add = (code: Reason['code'], remover: Reason['remover'], details: Reason['details'] = {}) =>
    reasons.push({ code, remover, details })
  const life = invitationLife.whyNot(facts.invitation, 'accept', 'student', at)
  if (life === 'invitation-expired') add(life, 'employer', { respondBy: facts.invitation.respondBy })
  else if (life) add(life, 'nobody', { status: facts.invitation.status })
  if (!facts.verified) add('student-not-verified', 'student')
  reasons.push(...reasonsOfCorrection(facts.correction))
  if (!facts.admitted) add('employer-not-admitted', 'school', { employer: facts.employer.name })
  return [...reasons, ...reasonsAgainstPlacing(facts, facts.employer)]
}
