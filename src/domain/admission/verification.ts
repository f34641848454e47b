import { addDays, addMonths, type Day, dayInChina, daysBetween, isOver } from '../day.ts'
import { Refusal } from '../refusal.ts'

/** Whoever recruits is verified again at least every six months (`domain-more.md` L7). */
const MONTHS = 6
/** Days before the last day from which the employer may confirm, and at which it is reminded. */
const REMINDED = [0, 7, 30] as const
const OPENS = 30

/** The last day of a verification that is done at this instant. */
export const verifyDueAfter = (at: Date): Day => addMonths(dayInChina(at), MONTHS)

export const VERIFICATIONS = ['fresh', 'due', 'overdue'] as const
export type VerificationState = (typeof VERIFICATIONS)[number]

/** `verifyDue` is null where the school has verified nothing. */
export function verificationAt(verifyDue: Day | null, at: Date): VerificationState {
  if (verifyDue === null) return 'fresh'
  if (isOver(verifyDue, at)) return 'overdue'
  return daysBetween(dayInChina(at), verifyDue) <= OPENS ? 'due' : 'fresh'
}

/** What an employer has published is read by nobody meanwhile, until the school has verified it again. */
export const isOverdue = (verifyDue: Day | null, at: Date): boolean =>
  verificationAt(verifyDue, at) === 'overdue'

/** Overdue closes new invitations; what was sent is still answered. */
export function refuseUnlessVerified(verifyDue: Day | null, at: Date): void {
  if (isOverdue(verifyDue, at)) throw new Refusal('employer-verification-due', { day: verifyDue })
}

/**
 * Of whom to remind on this day: those whose last day lies within a step and beyond the one below it, so that a day on which
 * nothing ran costs nobody a reminder.
 */
export const duesToRemind = (
  at: Date,
): { readonly days: number; readonly from: Day; readonly until: Day }[] => {
  const today = dayInChina(at)
  return REMINDED.map((days, index) => ({
    days,
    from: addDays(today, index === 0 ? 0 : (REMINDED[index - 1] ?? 0) + 1),
    until: addDays(today, days),
  }))
}
