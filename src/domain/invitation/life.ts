import { isOver } from '../day.ts'
import { lifecycle, type Rule, type Step } from '../lifecycle.ts'

/** An employer's invitation to sign, from sending to answer (`domain.md` §3). */
export const INVITATION_STATUSES = ['pending', 'accepted', 'declined', 'withdrawn', 'expired'] as const
export type InvitationStatus = (typeof INVITATION_STATUSES)[number]

/** Still to be answered, as far as anybody has recorded: the day has the last word. */
export const ANSWERABLE: readonly InvitationStatus[] = ['pending']
/** The student has signed. */
export const ACCEPTED: readonly InvitationStatus[] = ['accepted']
/** Its day went by without an answer. */
export const LAPSED: readonly InvitationStatus[] = ['expired']
/** The student said no. */
export const DECLINED: readonly InvitationStatus[] = ['declined']
/** For so many days an invitation that the student declined or left unanswered stands on the employer's desk. */
export const ENDED_LATELY_DAYS = 7

export type Invitation = {
  readonly status: InvitationStatus
  /** Counts what the student may have read. */
  readonly version: number
  /** The last day in China on which the student may answer (R4). */
  readonly respondBy: string
}

const RULES = {
  send: { from: null, to: 'pending', by: ['employer'] },
  accept: { from: ['pending'], to: 'accepted', by: ['student'] },
  decline: { from: ['pending'], to: 'declined', by: ['student'] },
  revise: { from: ['pending'], to: 'pending', by: ['employer'], repeats: true },
  withdraw: { from: ['pending'], to: 'withdrawn', by: ['employer'], needsReason: true },
  expire: { from: ['pending'], to: 'expired', by: ['clock'] },
} as const satisfies Record<string, Rule<Invitation>>
export type InvitationAction = keyof typeof RULES

/** Nothing is possible after the deadline but expiry, and expiry never before it (R4). */
export const invitationLife = lifecycle<Invitation, typeof RULES>(RULES, (invitation, action, _role, at) => {
  const over = isOver(invitation.respondBy, at)
  if (action === 'expire') return over ? null : 'not-your-turn'
  return over ? 'invitation-expired' : null
})

export const evolveInvitation = <I extends Invitation>(
  invitation: I,
  step: Step<InvitationAction, InvitationStatus>,
): I => ({ ...invitation, status: step.to, version: invitation.version + 1 })

/** What the status is at this instant, whether or not any sweep has run (R4). */
export const invitationStatusAt = (invitation: Pick<Invitation, 'status' | 'respondBy'>, at: Date) =>
  invitation.status === 'pending' && isOver(invitation.respondBy, at) ? 'expired' : invitation.status
