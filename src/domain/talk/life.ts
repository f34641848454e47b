import { isOverdue } from '../admission/verification.ts'
import type { Day } from '../day.ts'
import { type Lifecycle, lifecycle, type OfferOf, type Rule, type Step } from '../lifecycle.ts'

/** A 宣讲会 that an employer holds at a school. */
export const TALK_STATUSES = [
  'requested',
  'handed_back',
  'turned_down',
  'scheduled',
  'withdrawn',
  'cancelled',
] as const
export type TalkStatus = (typeof TALK_STATUSES)[number]

/** These have a venue and a time, anybody may read them and students sign up; and only these. */
export const PUBLIC_TALKS: readonly TalkStatus[] = ['scheduled']
/** Called off, by whomever. */
export const CALLED_OFF: readonly TalkStatus[] = ['withdrawn', 'cancelled']
/** What waits for the school. */
export const TO_PLACE: readonly TalkStatus[] = ['requested']
/** What ends when the employer is suspended. */
export const TALKS_NOT_OVER: readonly TalkStatus[] = ['requested', 'handed_back', 'scheduled']

/** Why a school turns a talk down. */
export const TALK_GROUNDS = ['no-venue', 'not-for-graduates', 'unlawful', 'untrue', 'other'] as const
export type TalkGround = (typeof TALK_GROUNDS)[number]

export type Talk = {
  readonly status: TalkStatus
  /** Counts what either side may have read. */
  readonly version: number
  /** When it begins; null until it has a venue and a time. */
  readonly startsAt: Date | null
}

const RULES = {
  request: { from: null, to: 'requested', by: ['employer'] },
  change: { from: ['requested', 'handed_back'], to: 'requested', by: ['employer'], repeats: true },
  schedule: { from: ['requested'], to: 'scheduled', by: ['reviewer'] },
  move: { from: ['scheduled'], to: 'scheduled', by: ['reviewer'], needsReason: true, repeats: true },
  'hand-back': { from: ['requested'], to: 'handed_back', by: ['reviewer'], needsReason: true },
  'turn-down': {
    from: ['requested', 'handed_back'],
    to: 'turned_down',
    by: ['reviewer'],
    needsReason: true,
  },
  withdraw: {
    from: ['requested', 'handed_back', 'scheduled'],
    to: 'withdrawn',
    by: ['employer'],
    needsReason: true,
  },
  cancel: { from: ['scheduled'], to: 'cancelled', by: ['reviewer'], needsReason: true },
  /** With its admission an employer loses what is still to come. */
  end: { from: ['requested', 'handed_back', 'scheduled'], to: 'cancelled', by: ['take-down'] },
} as const satisfies Record<string, Rule<Talk>>
export type TalkAction = keyof typeof RULES
export type TalkOffer = OfferOf<typeof RULES>
export type TalkStep = Step<TalkAction, TalkStatus>

/** What has begun is neither moved nor called off: people sit there. */
export const talkLife: Lifecycle<Talk, typeof RULES> = lifecycle<Talk, typeof RULES>(
  RULES,
  ({ startsAt, status }, _action, _role, at) =>
    PUBLIC_TALKS.includes(status) && startsAt !== null && startsAt <= at ? 'event-begun' : null,
)

/**
 * To come, and shown to nobody while the school's verification of its employer is overdue (L7), as that employer's posts are: it
 * pauses and comes back without anybody's act on it. Who has signed up keeps the place; what was held stays told of.
 */
export const isTalkPaused = (
  {
    status,
    placed,
    verifyDue,
  }: Pick<Talk, 'status'> & {
    readonly placed: { readonly endsAt: Date } | null
    readonly verifyDue: Day | null
  },
  at: Date,
): boolean =>
  PUBLIC_TALKS.includes(status) && placed !== null && placed.endsAt > at && isOverdue(verifyDue, at)

/** Whose turn it is; null when nobody's. */
export function talkTurn({ status }: Pick<Talk, 'status'>): 'school' | 'employer' | null {
  if (TO_PLACE.includes(status)) return 'school'
  return status === 'handed_back' ? 'employer' : null
}
