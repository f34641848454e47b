import { lifecycle, type OfferOf, type Rule, type Step } from '../lifecycle.ts'
import { type Holder, isLastLevel, levelDue, type UnderReview } from '../review.ts'

/** 毕业生推荐表: the school's word for a graduate, from asking to being issued, and each edition after it. One for each student. */
export const RECOMMENDATION_STATUSES = [
  'asked',
  'recommended',
  'returned',
  'issued',
  'withdrawn',
  'revoked',
] as const
export type RecommendationStatus = (typeof RECOMMENDATION_STATUSES)[number]

export type Recommendation = UnderReview & {
  readonly status: RecommendationStatus
  /** Grows with every act: an act names the version its author had read. */
  readonly version: number
  /** How many editions were issued. */
  readonly editions: number
  /** The edition that holds, which is the last; null where none was issued, or it was revoked. */
  readonly inForce: number | null
}

const RULES = {
  ask: { from: null, to: 'asked', by: ['student'] },
  renew: { from: ['issued', 'withdrawn', 'revoked'], to: 'asked', by: ['student'], repeats: true },
  resubmit: { from: ['asked', 'recommended', 'returned'], to: 'asked', by: ['student'], repeats: true },
  withdraw: {
    from: ['asked', 'recommended', 'returned'],
    to: ({ inForce }) => (inForce === null ? 'withdrawn' : 'issued'),
    by: ['student'],
  },
  // 评语: whoever reviews first writes it, and lets it go on by that.
  recommend: {
    from: ['asked'],
    to: (of) => (isLastLevel(of) ? 'issued' : 'recommended'),
    by: ['reviewer'],
  },
  pass: {
    from: ['recommended'],
    to: (of) => (isLastLevel(of) ? 'issued' : 'recommended'),
    by: ['reviewer'],
  },
  return: { from: ['asked', 'recommended'], to: 'returned', by: ['reviewer'], needsReason: true },
  revoke: {
    from: ['asked', 'recommended', 'returned', 'issued'],
    to: 'revoked',
    by: ['reviewer'],
    needsReason: true,
  },
} as const satisfies Record<string, Rule<Recommendation>>
export type RecommendationAction = keyof typeof RULES
export type RecommendationOffer = OfferOf<typeof RULES>
export type RecommendationStep = Step<RecommendationAction, RecommendationStatus>

/** What was never issued, or was revoked before, cannot be revoked. */
export const recommendationLife = lifecycle<Recommendation, typeof RULES>(RULES, ({ inForce }, action) =>
  action === 'revoke' && inForce === null ? 'already-moved-on' : null,
)

/** The recommendation after the step; what is sent anew goes through all levels again. */
export function evolveRecommendation<R extends Recommendation>(of: R, step: RecommendationStep): R {
  const after = { ...of, status: step.to, version: of.version + 1 }
  switch (step.action) {
    case 'renew':
    case 'resubmit':
      return { ...after, level: 0 }
    case 'revoke':
      return { ...after, inForce: null }
    case 'recommend':
    case 'pass':
      return step.to === 'issued'
        ? { ...after, editions: of.editions + 1, inForce: of.editions + 1 }
        : { ...after, level: of.level + 1 }
    default:
      return after
  }
}

/** A review is awaited. */
export const UNDER_REVIEW: readonly RecommendationStatus[] = ['asked', 'recommended']
/** The school has asked back. */
export const ASKED_BACK: readonly RecommendationStatus[] = ['returned']
/** What the last reviewers have issued. */
export const ISSUED: readonly RecommendationStatus[] = ['issued']

/** Somebody's turn: a review, or the student's. */
export const isOpen = ({ status }: Pick<Recommendation, 'status'>): boolean =>
  UNDER_REVIEW.includes(status) || ASKED_BACK.includes(status)

/** Whose turn it is. */
export function recommendationWaitsFor(of: Pick<Recommendation, 'status' | 'level' | 'levels'>): Holder {
  if (ASKED_BACK.includes(of.status)) return 'student'
  return UNDER_REVIEW.includes(of.status) ? levelDue(of) : null
}

/** This step has issued an edition. */
export const issues = ({ to, action }: RecommendationStep): boolean =>
  ISSUED.includes(to) && (action === 'recommend' || action === 'pass')
