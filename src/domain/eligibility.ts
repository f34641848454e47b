import { type Invitation, invitationLife } from './invitation.ts'
import type { RefusalCode, RefusalDetails } from './refusal.ts'

/** Who can take a reason out of the way (R27). */
export type Remover = 'student' | 'employer' | 'school' | 'nobody'
export type Reason = {
  readonly code: RefusalCode
  readonly remover: Remover
  readonly details: RefusalDetails
}

export type PlacingFacts = {
  /** What holds the student's one place, or null (R1, R10). */
  readonly placement: { readonly holder: string; readonly number: string | null } | null
  /** R19: the only employer a 定向/委培 student may sign with; null for everybody else. */
  readonly designatedEmployer: string | null
}

/** Why the student's one place cannot be taken; `employer` is null where none is named yet, or none is involved. */
export function reasonsAgainstPlacing(facts: PlacingFacts, employer: string | null): Reason[] {
  const reasons: Reason[] = []
  const { placement, designatedEmployer } = facts
  if (placement)
    reasons.push({ code: 'student-already-placed', remover: 'student', details: { ...placement } })
  if (designatedEmployer && employer !== null && employer !== designatedEmployer) {
    reasons.push({
      code: 'designated-employer-only',
      remover: 'nobody',
      details: { employer: designatedEmployer },
    })
  }
  return reasons
}

export type SigningFacts = PlacingFacts & {
  readonly invitation: Invitation
  readonly verified: boolean
  readonly admitted: boolean
  readonly employerName: string
}

/** All reasons that stand in the way of accepting, not only the first (R27). */
export function reasonsAgainstAccepting(facts: SigningFacts, at: Date): Reason[] {
  const reasons: Reason[] = []
  const add = (code: RefusalCode, remover: Remover, details: RefusalDetails = {}) =>
    reasons.push({ code, remover, details })
  const life = invitationLife.whyNot(facts.invitation, 'accept', 'student', at)
  if (life === 'invitation-expired') add(life, 'employer', { respondBy: facts.invitation.respondBy })
  else if (life) add(life, 'nobody', { status: facts.invitation.status })
  if (!facts.verified) add('student-not-verified', 'student')
  if (!facts.admitted) add('employer-not-admitted', 'school', { employer: facts.employerName })
  return [...reasons, ...reasonsAgainstPlacing(facts, facts.employerName)]
}
