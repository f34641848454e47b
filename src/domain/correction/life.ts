import { lifecycle, type Rule, type Step } from '../lifecycle.ts'
import { type Holder, isLastLevel, levelDue, type UnderReview } from '../review.ts'

/** 信息更正: what a student says is wrong on the roster, from asking to its end (R20). */
export const CORRECTION_STATUSES = ['in_review', 'returned', 'corrected', 'rejected', 'withdrawn'] as const
export type CorrectionStatus = (typeof CORRECTION_STATUSES)[number]

export type Correction = UnderReview & {
  readonly status: CorrectionStatus
  /** Grows with every act: an act names the version its author had read. */
  readonly version: number
}

const RULES = {
  submit: { from: null, to: 'in_review', by: ['student'] },
  resubmit: { from: ['in_review', 'returned'], to: 'in_review', by: ['student'], repeats: true },
  withdraw: { from: ['in_review', 'returned'], to: 'withdrawn', by: ['student'] },
  pass: {
    from: ['in_review'],
    to: (correction) => (isLastLevel(correction) ? 'corrected' : 'in_review'),
    by: ['reviewer'],
  },
  return: { from: ['in_review'], to: 'returned', by: ['reviewer'], needsReason: true },
  reject: { from: ['in_review'], to: 'rejected', by: ['reviewer'], needsReason: true },
} as const satisfies Record<string, Rule<Correction>>
export type CorrectionAction = keyof typeof RULES

export const correctionLife = lifecycle<Correction, typeof RULES>(RULES, () => null)

/** The correction after the step; what was sent anew goes through all levels again. */
export function evolveCorrection<C extends Correction>(
  correction: C,
  step: Step<CorrectionAction, CorrectionStatus>,
): C {
  const after = { ...correction, status: step.to, version: correction.version + 1 }
  if (step.action === 'resubmit') return { ...after, level: 0 }
  const isOnward = step.action === 'pass' && step.to === 'in_review'
  return isOnward ? { ...after, level: correction.level + 1 } : after
}

/** The school has asked back. */
export const ASKED_BACK: readonly CorrectionStatus[] = ['returned']
/** Nothing follows it any more. */
const CORRECTION_ENDED: readonly CorrectionStatus[] = ['corrected', 'rejected', 'withdrawn']
/** Signing waits as long as it is open (R20). */
export const isOpen = ({ status }: Pick<Correction, 'status'>): boolean => !CORRECTION_ENDED.includes(status)
/** The roster says what was asked for. */
export const GRANTED: readonly CorrectionStatus[] = ['corrected']
export const isGranted = ({ status }: Pick<Correction, 'status'>): boolean => GRANTED.includes(status)

/** Whose turn it is. */
export function correctionWaitsFor(correction: Omit<Correction, 'version'>): Holder {
  if (correction.status === 'returned') return 'student'
  return correction.status === 'in_review' ? levelDue(correction) : null
}
