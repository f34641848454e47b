import type { Message } from './notification.ts'
import { Refusal } from './refusal.ts'

/**
 * A student who has lost the password, and has no address that a link could go to, gets in through the school: one of its
 * staff says who stands there, another lets them in (`domain.md` §5, 11).
 */
export const RECOVERY_STATUSES = ['asked', 'started', 'approved', 'used', 'refused', 'expired'] as const
export type RecoveryStatus = (typeof RECOVERY_STATUSES)[number]
/** Those in which something is still to come. */
export const RECOVERY_OPEN: readonly RecoveryStatus[] = ['asked', 'started', 'approved']

export const RECOVERY_ACTIONS = ['start', 'approve', 'refuse'] as const
export type RecoveryAction = (typeof RECOVERY_ACTIONS)[number]

const DAY = 24 * 60 * 60 * 1000
/** In days: what was asked at the door waits for the student to come, what was begun for the second, a code for its use. */
const LASTS = { asked: 30, started: 7, approved: 1 } as const

/** The instant from which it is over, of one that comes to this status now. */
export const recoveryEndsAt = (status: keyof typeof LASTS, at: Date): Date =>
  new Date(at.getTime() + LASTS[status] * DAY)

export type Recovery = {
  readonly status: RecoveryStatus
  readonly version: number
  readonly startedBy: string | null
  readonly endsAt: Date
}

/** As it stands at this instant, whatever any sweep has or has not done. */
export const recoveryStatusAt = ({ status, endsAt }: Pick<Recovery, 'status' | 'endsAt'>, at: Date) =>
  RECOVERY_OPEN.includes(status) && endsAt <= at ? 'expired' : status

type Facts = {
  /** The student's last; null where there was none. */
  readonly last: Recovery | null
  /** Whether the student has a password to lose. */
  readonly begun: boolean
  /** The member of staff who acts or reads. */
  readonly by: string
}

/** Why it cannot be done now; null where it can. */
function whyNot(action: RecoveryAction, { last, begun, by }: Facts, at: Date): Refusal | null {
  const status = last && recoveryStatusAt(last, at)
  if (action === 'start') {
    if (!begun) return new Refusal('student-not-verified')
    return status === 'started' || status === 'approved' ? new Refusal('recovery-open') : null
  }
  if (action === 'refuse')
    return status && RECOVERY_OPEN.includes(status) ? null : new Refusal('already-moved-on')
  if (status !== 'started') return new Refusal('already-moved-on')
  return last?.startedBy === by ? new Refusal('second-person-needed') : null
}

/** What this member of staff may do now: the buttons of the page. */
export const recoveryActions = (facts: Facts, at: Date): RecoveryAction[] =>
  RECOVERY_ACTIONS.filter((action) => whyNot(action, facts, at) === null)

/** Refuses what cannot be done now, or was decided on a page that is not the newest (`seenVersion`; null for a start). */
export function refuseRecoveryStep(
  action: RecoveryAction,
  facts: Facts,
  { seenVersion, at }: { readonly seenVersion: number | null; readonly at: Date },
): void {
  const { last } = facts
  const refusal = whyNot(action, facts, at)
  if (refusal) throw refusal
  if (seenVersion !== null && last?.version !== seenVersion)
    throw new Refusal('content-changed', { version: last?.version ?? 0 })
}

/** The student, whose inbox says it to whoever is still signed in somewhere. */
export const recoveryTold = (
  kind: 'account.recovery-started' | 'account.recovery-approved',
  { school, userId, by }: { readonly school: string; readonly userId: string; readonly by: string },
): Message => ({
  kind,
  school,
  to: { userId },
  about: { kind: 'account', id: userId },
  params: { by },
})
