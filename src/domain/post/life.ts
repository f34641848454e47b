import { addDays, type Day, endOfDayInChina, isOver } from '../day.ts'
import { type Lifecycle, lifecycle, type OfferOf, type Rule, type Step } from '../lifecycle.ts'

/** A 招聘信息 as its employer has it, whatever schools make of it. */
export const OWN_POST_STATUSES = ['draft', 'sent', 'closed'] as const
export type OwnPostStatus = (typeof OWN_POST_STATUSES)[number]
export type OwnPost = {
  readonly status: OwnPostStatus
  /** Counts what the employer's members may have read. */
  readonly version: number
}

const OWN_RULES = {
  write: { from: null, to: 'draft', by: ['employer'] },
  edit: { from: ['draft', 'sent'], to: ({ status }) => status, by: ['employer'], repeats: true },
  submit: { from: ['draft', 'sent', 'closed'], to: 'sent', by: ['employer'], repeats: true },
  extend: { from: ['sent'], to: 'sent', by: ['employer'], repeats: true },
  close: { from: ['sent'], to: 'closed', by: ['employer'] },
} as const satisfies Record<string, Rule<OwnPost>>
export const ownPostLife: Lifecycle<OwnPost, typeof OWN_RULES> = lifecycle<OwnPost, typeof OWN_RULES>(
  OWN_RULES,
  () => null,
)

/** A 招聘信息 at one school that its employer has chosen. */
export const POST_STATUSES = [
  'submitted',
  'questioned',
  'returned',
  'rejected',
  'published',
  'closed',
  'expired',
  'taken_down',
] as const
export type PostStatus = (typeof POST_STATUSES)[number]

/** Anybody may read these while their time lasts, and only these. */
export const PUBLIC_POSTS: readonly PostStatus[] = ['published']
/** Whatever the employer changes is a change of these too. */
export const FOLLOWING: readonly PostStatus[] = ['submitted', 'questioned', 'published']
/** What an employer's suspension ends, and what it closes itself. */
export const NOT_OVER: readonly PostStatus[] = ['submitted', 'questioned', 'returned', 'published']

/** The school has said no, with its reason. */
export const REFUSED_POSTS: readonly PostStatus[] = ['rejected', 'taken_down']

/** Why a school rejects a post for good (AT-3). */
export const REJECTIONS = ['unlawful', 'untrue', 'not-for-graduates', 'not-authorised', 'other'] as const
export type Rejection = (typeof REJECTIONS)[number]

export type Post = {
  readonly status: PostStatus
  /** Counts what either side may have read. */
  readonly version: number
  /** The last day, of what is published or is to be. */
  readonly lastDay: Day
  /** From when on anybody may read it; null until it has been published. */
  readonly shownFrom: Date | null
  /** A change of what is published waits for the school; visitors read the old until then. */
  readonly isChangeProposed: boolean
  /** Rejected, it may be submitted once more, and has not been yet. */
  readonly mayRetry: boolean
  /** The school publishes at once what an employer submits. Of what is submitted just now. */
  readonly atOnce: boolean
}

const toDecision = ({ atOnce }: Post): PostStatus => (atOnce ? 'published' : 'submitted')

const RULES = {
  submit: { from: null, to: toDecision, by: ['employer'] },
  'submit-again': {
    from: ['returned', 'rejected', 'closed', 'expired'],
    to: toDecision,
    by: ['employer'],
    repeats: true,
  },
  change: {
    from: ['submitted', 'questioned', 'published'],
    to: ({ status }) => status,
    by: ['employer'],
    repeats: true,
  },
  extend: { from: ['published', 'expired'], to: 'published', by: ['employer'], repeats: true },
  publish: { from: ['submitted', 'questioned'], to: 'published', by: ['reviewer'] },
  'pass-change': { from: ['published'], to: 'published', by: ['reviewer'] },
  ask: { from: ['submitted'], to: 'questioned', by: ['reviewer'], needsReason: true },
  answer: { from: ['questioned'], to: 'submitted', by: ['employer'], needsReason: true },
  return: { from: ['submitted', 'questioned'], to: 'returned', by: ['reviewer'], needsReason: true },
  'return-change': { from: ['published'], to: 'published', by: ['reviewer'], needsReason: true },
  reject: {
    from: ['submitted', 'questioned', 'returned'],
    to: 'rejected',
    by: ['reviewer'],
    needsReason: true,
  },
  'take-down': {
    from: ['submitted', 'questioned', 'returned', 'published'],
    to: 'taken_down',
    by: ['reviewer'],
    needsReason: true,
  },
  close: { from: ['submitted', 'questioned', 'returned', 'published'], to: 'closed', by: ['employer'] },
  expire: { from: ['published'], to: 'expired', by: ['clock'] },
} as const satisfies Record<string, Rule<Post>>
export type PostAction = keyof typeof RULES
export type PostOffer = OfferOf<typeof RULES>
export type PostStep = Step<PostAction, PostStatus>

const OF_A_CHANGE: readonly PostAction[] = ['pass-change', 'return-change']

/** What the table cannot say: the clock, a change that waits or does not, the one retry of what was rejected. */
export const postLife: Lifecycle<Post, typeof RULES> = lifecycle<Post, typeof RULES>(
  RULES,
  ({ status, lastDay, isChangeProposed, mayRetry }, action, _role, at) => {
    if (OF_A_CHANGE.includes(action) && !isChangeProposed) return 'nothing-changed'
    if (action === 'submit-again' && status === 'rejected' && !mayRetry) return 'post-rejected-for-good'
    if (action === 'publish' && isOver(lastDay, at)) return { code: 'post-over', details: { day: lastDay } }
    return action === 'expire' && !isOver(lastDay, at) ? 'already-moved-on' : null
  },
)

/** Where it stands at this instant: nothing depends on the clock's having run. */
export const postStatusAt = ({ status, lastDay }: Pick<Post, 'status' | 'lastDay'>, at: Date): PostStatus =>
  PUBLIC_POSTS.includes(status) && isOver(lastDay, at) ? 'expired' : status

/** Published, and read by nobody while the school's verification of its employer is overdue (L7). */
export const PAUSED = 'paused'
export const POST_STANDINGS = [...POST_STATUSES, PAUSED] as const
export type PostStanding = (typeof POST_STANDINGS)[number]

/** How it stands at this instant for whoever reads of it: it pauses and comes back without anybody's act on it. */
export function postStandingAt(
  { verifiedUntil, ...of }: Pick<Post, 'status' | 'lastDay'> & { readonly verifiedUntil: Day },
  at: Date,
): PostStanding {
  const status = postStatusAt(of, at)
  return PUBLIC_POSTS.includes(status) && isOver(verifiedUntil, at) ? PAUSED : status
}

/** Whether anybody reads it now; from its first day on. */
export const isPublicPost = (standing: PostStanding): boolean =>
  standing !== PAUSED && PUBLIC_POSTS.includes(standing)

/** Whose turn it is; null when nobody's. */
export function postTurn({
  status,
  isChangeProposed,
}: Pick<Post, 'isChangeProposed'> & { readonly status: PostStanding }): 'school' | 'employer' | null {
  if (status === 'submitted' || isChangeProposed) return 'school'
  return status === 'questioned' || status === 'returned' ? 'employer' : null
}

/** From when what is published at this instant is shown: at once, or from 0:00 in China of a later day. */
export function postShownFrom(day: Day | null, at: Date): Date {
  const begins = day === null ? at : endOfDayInChina(addDays(day, -1))
  return begins > at ? begins : at
}
