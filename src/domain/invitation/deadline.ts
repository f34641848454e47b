import type { SealSettings } from '../agreement/sealing.ts'
import { addDays, dayInChina, endOfDayInChina } from '../day.ts'
import type { KeptRules } from '../dissolution/asking.ts'
import { Refusal } from '../refusal.ts'

export type DeadlineLimits = { readonly minDays: number; readonly maxDays: number }
/** What the school laid down when an invitation was sent: it keeps it to its end, and so does the agreement that comes of it. */
export type InvitationRules = DeadlineLimits &
  KeptRules &
  SealSettings & { readonly declineNeedsReason: boolean }

/** R5: a new deadline lies within the school's limits, counted in days from today in China. */
export function refuseUnlessWithinLimits(respondBy: string, limits: DeadlineLimits, at: Date): void {
  const today = dayInChina(at)
  if (respondBy < addDays(today, limits.minDays) || respondBy > addDays(today, limits.maxDays)) {
    throw new Refusal('deadline-out-of-limits', { min: limits.minDays, max: limits.maxDays })
  }
}

const A_DAY = 24 * 60 * 60 * 1000

/** A revision may only move the deadline later, and leaves at least 24 hours to read it; moved, it lies within the limits (R5). */
export function refuseUnlessDeadlineFair(
  before: string,
  after: string,
  limits: DeadlineLimits,
  at: Date,
): void {
  if (after < before) throw new Refusal('deadline-may-only-move-later', { respondBy: before })
  if (endOfDayInChina(after).getTime() - at.getTime() < A_DAY) throw new Refusal('deadline-too-soon')
  if (after !== before) refuseUnlessWithinLimits(after, limits, at)
}
