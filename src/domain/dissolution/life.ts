import { isOver } from '../day.ts'
import { lifecycle, otherSide, type Rule, type Side, type Step } from '../lifecycle.ts'
import { type Holder, isLastLevel, levelDue, type UnderReview } from '../review.ts'

/** The undoing of an effective agreement, from the request to its end (`domain.md` §3, 解约). */
export const DISSOLUTION_STATUSES = [
  'awaiting_counterparty',
  'in_mediation',
  'in_review',
  'completed',
  'refused',
  'withdrawn',
  'rejected',
] as const
export type DissolutionStatus = (typeof DISSOLUTION_STATUSES)[number]
/** While one is open no other can be asked for, and the agreement cannot be fulfilled (R13, R15). */
export const OPEN_DISSOLUTION: readonly DissolutionStatus[] = [
  'awaiting_counterparty',
  'in_mediation',
  'in_review',
]

/** While it waits for the other side's answer, whoever else may step in. */
export const UNANSWERED: readonly DissolutionStatus[] = ['awaiting_counterparty', 'in_mediation']

/** The other side may still answer in time. */
export const AWAITED: readonly DissolutionStatus[] = ['awaiting_counterparty']
/** Nobody answered in time, and the school mediates. */
export const MEDIATED: readonly DissolutionStatus[] = ['in_mediation']
/** With the reviewers, who are to certify it. */
export const BEING_REVIEWED: readonly DissolutionStatus[] = ['in_review']
/** The other side said no. */
export const REFUSED: readonly DissolutionStatus[] = ['refused']
/** It came to nothing between the two sides, and the one that asked waits before it asks again. */
export const CAME_TO_NOTHING: readonly DissolutionStatus[] = ['refused', 'withdrawn']
/** The agreement is dissolved. */
export const COMPLETED: readonly DissolutionStatus[] = ['completed']

export const DISSOLUTION_KINDS = ['consent', 'paper', 'statutory'] as const
/** By both sides' consent (R12); of a paper agreement with the employer's proof (R14); on a ground the law gives. */
export type DissolutionKind = (typeof DISSOLUTION_KINDS)[number]

export type Dissolution = UnderReview & {
  readonly status: DissolutionStatus
  /** Grows with every act of a person: an act names the version its author had read. */
  readonly version: number
  readonly kind: DissolutionKind
  readonly askedBy: Side
  /** The last day in China on which the other side's answer is waited for; null where none is needed. */
  readonly answerBy: string | null
}

const RULES = {
  ask: {
    from: null,
    to: (born) => (born.kind === 'consent' ? 'awaiting_counterparty' : 'in_review'),
    by: ['student', 'employer'],
  },
  agree: { from: ['awaiting_counterparty', 'in_mediation'], to: 'in_review', by: ['student', 'employer'] },
  refuse: {
    from: ['awaiting_counterparty', 'in_mediation'],
    to: 'refused',
    by: ['student', 'employer'],
    needsReason: true,
  },
  withdraw: {
    from: ['awaiting_counterparty', 'in_mediation'],
    to: 'withdrawn',
    by: ['student', 'employer'],
  },
  escalate: { from: ['awaiting_counterparty'], to: 'in_mediation', by: ['clock'] },
  'accept-evidence': {
    from: ['awaiting_counterparty', 'in_mediation'],
    to: 'in_review',
    by: ['reviewer'],
    needsReason: true,
  },
  correct: { from: ['in_review'], to: 'in_review', by: ['student', 'employer'], repeats: true },
  pass: {
    from: ['in_review'],
    to: (dissolution) => (isLastLevel(dissolution) ? 'completed' : 'in_review'),
    by: ['reviewer'],
  },
  reject: { from: ['in_review'], to: 'rejected', by: ['reviewer'], needsReason: true },
} as const satisfies Record<string, Rule<Dissolution>>
export type DissolutionAction = keyof typeof RULES

/** Decided by the reviewer of the level that is due. */
export const DISSOLUTION_REVIEWS: readonly DissolutionAction[] = ['pass', 'reject']

/** Once one side has asked, the other can only answer (R13); the school steps in only when no answer came in time. */
export const dissolutionLife = lifecycle<Dissolution, typeof RULES>(
  RULES,
  (dissolution, action, role, at) => {
    const isAsker = role === dissolution.askedBy
    switch (action) {
      case 'agree':
      case 'refuse':
        return isAsker ? 'not-your-turn' : null
      case 'withdraw':
        return isAsker ? null : 'not-your-turn'
      case 'correct':
        if (!isAsker) return 'not-your-turn'
        return dissolution.kind === 'consent' ? 'nothing-to-correct' : null
      case 'escalate':
        return isOverdue(dissolution, at) ? null : 'not-your-turn'
      case 'accept-evidence':
        return dissolutionStatusAt(dissolution, at) === 'in_mediation' ? null : 'answer-still-due'
      default:
        return null
    }
  },
)

const isOverdue = ({ answerBy }: Pick<Dissolution, 'answerBy'>, at: Date) =>
  answerBy !== null && isOver(answerBy, at)

/** What the status is at this instant, whether or not any sweep has run: what nobody answered is in mediation. */
export const dissolutionStatusAt = (
  dissolution: Pick<Dissolution, 'status' | 'answerBy'>,
  at: Date,
): DissolutionStatus =>
  dissolution.status === 'awaiting_counterparty' && isOverdue(dissolution, at)
    ? 'in_mediation'
    : dissolution.status

/**
 * The dissolution after the step; corrected evidence goes through all review levels again. The clock changes nothing
 * that anybody has read: an overdue request was shown as one in mediation before.
 */
export function evolveDissolution<D extends Dissolution>(
  dissolution: D,
  step: Step<DissolutionAction, DissolutionStatus>,
): D {
  if (step.action === 'escalate') return { ...dissolution, status: step.to }
  const after = { ...dissolution, status: step.to, version: dissolution.version + 1 }
  if (step.action === 'pass' && step.to === 'in_review') return { ...after, level: dissolution.level + 1 }
  return step.action === 'correct' ? { ...after, level: 0 } : after
}

/** Completed, it ends its agreement and frees the place; ended otherwise, the agreement stands as before. */
export const endsAgreement = ({ status }: Pick<Dissolution, 'status'>) => COMPLETED.includes(status)

/** Whose turn it is as the row stands; what is overdue is the school's turn at once (`dissolutionStatusAt`). */
export function dissolutionWaitsFor(dissolution: Dissolution): Holder {
  switch (dissolution.status) {
    case 'awaiting_counterparty':
      return otherSide(dissolution.askedBy)
    case 'in_mediation':
      return 'school'
    case 'in_review':
      return levelDue(dissolution)
    default:
      return null
  }
}
