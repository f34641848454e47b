import { addDays, dayInChina, endOfDayInChina, isOver } from './day.ts'
import { lifecycle, type Rule, type Step } from './lifecycle.ts'
import { Refusal } from './refusal.ts'

/** An employer's invitation to sign, from sending to answer (`domain.md` §3). */
export const INVITATION_STATUSES = ['pending', 'accepted', 'declined', 'withdrawn', 'expired'] as const
export type InvitationStatus = (typeof INVITATION_STATUSES)[number]
export type InvitationAction = 'revise' | 'withdraw' | 'accept' | 'decline' | 'expire'

export type Invitation = {
  readonly status: InvitationStatus
  /** Counts what the student may have read. */
  readonly version: number
  /** The last day in China on which the student may answer (R4). */
  readonly respondBy: string
}

const RULES = {
  accept: { from: ['pending'], to: 'accepted', by: ['student'] },
  decline: { from: ['pending'], to: 'declined', by: ['student'] },
  revise: { from: ['pending'], to: 'pending', by: ['employer'] },
  withdraw: { from: ['pending'], to: 'withdrawn', by: ['employer'], needsReason: true },
  expire: { from: ['pending'], to: 'expired', by: ['clock'] },
} as const satisfies Record<InvitationAction, Rule<Invitation>>

/** Nothing is possible after the deadline but expiry, and expiry never before it (R4). */
export const invitationLife = lifecycle<Invitation, InvitationAction>(
  RULES,
  (invitation, action, _role, at) => {
    const over = isOver(invitation.respondBy, at)
    if (action === 'expire') return over ? null : 'not-your-turn'
    return over ? 'invitation-expired' : null
  },
)

export const evolveInvitation = <I extends Invitation>(
  invitation: I,
  step: Step<InvitationAction, InvitationStatus>,
): I => ({ ...invitation, status: step.to, version: invitation.version + 1 })

/** What the status is at this instant, whether or not any sweep has run (R4). */
export const invitationStatusAt = (invitation: Pick<Invitation, 'status' | 'respondBy'>, at: Date) =>
  invitation.status === 'pending' && isOver(invitation.respondBy, at) ? 'expired' : invitation.status

export type DeadlineLimits = { readonly minDays: number; readonly maxDays: number }

/** R5: a new deadline lies within the school's limits, counted in days from today in China. */
export function refuseUnlessWithinLimits(respondBy: string, limits: DeadlineLimits, at: Date): void {
  const today = dayInChina(at)
  if (respondBy < addDays(today, limits.minDays) || respondBy > addDays(today, limits.maxDays)) {
    throw new Refusal('deadline-out-of-limits', { min: limits.minDays, max: limits.maxDays })
  }
}

const A_DAY = 24 * 60 * 60 * 1000

/** A revision may only move the deadline later, and leaves at least 24 hours to read it. */
export function refuseUnlessDeadlineFair(before: string, after: string, at: Date): void {
  if (after < before) throw new Refusal('deadline-may-only-move-later', { respondBy: before })
  if (endOfDayInChina(after).getTime() - at.getTime() < A_DAY) throw new Refusal('deadline-too-soon')
}
