import type { Day } from '../day.ts'
import { Refusal } from '../refusal.ts'
import { refuseUnlessVerified } from './verification.ts'

/** How an employer stands with a school at which it would hold a talk or take part in a fair. */
type Standing = {
  readonly schoolName: string
  readonly employerName: string
  readonly admitted: boolean
  readonly verifyDue: Day | null
}

/** Refuses an employer that the school has not admitted, or whose verification is overdue. */
export function refuseUnlessMayRecruit(
  { admitted, verifyDue, employerName, schoolName }: Standing,
  at: Date,
): void {
  if (!admitted) throw new Refusal('employer-not-admitted', { employer: employerName, school: schoolName })
  refuseUnlessVerified(verifyDue, at)
}
