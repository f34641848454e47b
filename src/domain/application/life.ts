import { type Day, isOver } from '../day.ts'
import { lifecycle, type OfferOf, type Rule, type Step } from '../lifecycle.ts'
import type { ResumeStanding } from '../resume/standing.ts'

/** A student's application for a 招聘信息: what its employer does with it, and what the student does. */
export const APPLICATION_STATUSES = [
  'submitted',
  'seen',
  'shortlisted',
  'interview',
  'offered',
  'declined',
  'withdrawn',
  'ended',
] as const
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number]

/** The employer has yet to say something; opening the résumé says nothing. */
export const UNANSWERED: readonly ApplicationStatus[] = ['submitted', 'seen']
/** Nobody has ended it: these are what a post's end is told to. */
export const GOING_ON: readonly ApplicationStatus[] = [
  'submitted',
  'seen',
  'shortlisted',
  'interview',
  'offered',
]
/** These end with the post that its school takes down, and with leaving the roster; an offer stands, for it is answered by an invitation. */
export const NOT_OFFERED: readonly ApplicationStatus[] = ['submitted', 'seen', 'shortlisted', 'interview']
/** What its employer reads. What is withdrawn, or was ended with its post, is for the employer not there any more (AT-8). */
export const EMPLOYER_READS: readonly ApplicationStatus[] = [
  'submitted',
  'seen',
  'shortlisted',
  'interview',
  'offered',
  'declined',
]
/** The employer has taken it further. */
const TAKEN_UP: readonly ApplicationStatus[] = ['shortlisted', 'interview', 'offered']

export type Application = {
  readonly status: ApplicationStatus
  /** Counts what either side may have read. */
  readonly version: number
  /** An invitation that has come of it waits for the student or was accepted. */
  readonly isInvited: boolean
}

const RULES = {
  apply: { from: null, to: 'submitted', by: ['student'] },
  look: { from: ['submitted'], to: 'seen', by: ['employer'] },
  shortlist: { from: ['submitted', 'seen'], to: 'shortlisted', by: ['employer'] },
  interview: {
    from: ['seen', 'shortlisted', 'interview'],
    to: 'interview',
    by: ['employer'],
    repeats: true,
  },
  offer: { from: ['seen', 'shortlisted', 'interview'], to: 'offered', by: ['employer'] },
  invite: { from: ['offered'], to: 'offered', by: ['employer'], repeats: true },
  decline: {
    from: ['submitted', 'seen', 'shortlisted', 'interview', 'offered'],
    to: 'declined',
    by: ['employer'],
    needsReason: true,
  },
  withdraw: {
    from: ['submitted', 'seen', 'shortlisted', 'interview', 'offered'],
    to: 'withdrawn',
    by: ['student'],
  },
  end: { from: ['submitted', 'seen', 'shortlisted', 'interview'], to: 'ended', by: ['take-down'] },
  leave: { from: ['submitted', 'seen', 'shortlisted', 'interview'], to: 'withdrawn', by: ['enrolment'] },
} as const satisfies Record<string, Rule<Application>>
export type ApplicationAction = keyof typeof RULES
export type ApplicationOffer = OfferOf<typeof RULES>
export type ApplicationStep = Step<ApplicationAction, ApplicationStatus>

const UNTIL_INVITED: readonly ApplicationAction[] = ['invite', 'withdraw', 'decline']
/** What the table cannot say: whoever has been invited answers the invitation, and whoever has invited withdraws that. */
export const applicationLife = lifecycle<Application, typeof RULES>(RULES, ({ isInvited }, action) =>
  isInvited && UNTIL_INVITED.includes(action) ? 'application-invited' : null,
)

export const isUnanswered = (status: ApplicationStatus): boolean => UNANSWERED.includes(status)
/** Nobody of the employer has opened it, nor answered. */
export const isUnopened = (status: ApplicationStatus): boolean => status === 'submitted'
/** Interviews are arranged: one that goes on is of these alone. */
export const isInterviewing = (status: ApplicationStatus): boolean => status === 'interview'
export const isGoingOn = (status: ApplicationStatus): boolean => GOING_ON.includes(status)
/** The act, of those that are offered, by which it comes to stand so; none where it stands so already. */
export const actTo = <Action extends ApplicationOffer>(
  status: ApplicationStatus,
  now: { readonly status: ApplicationStatus; readonly actions: readonly Action[] },
): Action | undefined =>
  now.status === status
    ? undefined
    : now.actions.find((action) => applicationLife.rules[action].to === status)
/** How the employer comes to the résumé: by its own step the student is on its short list, and may be called. */
export const resumeStanding = (status: ApplicationStatus): ResumeStanding =>
  TAKEN_UP.includes(status) ? 'shortlisted' : 'applied'

/** The school's days are over and nobody has answered (AT-10): 暂无回复. */
export const isUnansweredAt = (
  { status, answerBy }: { readonly status: ApplicationStatus; readonly answerBy: Day },
  at: Date,
): boolean => isUnanswered(status) && isOver(answerBy, at)
