import type { Day } from '../day.ts'
import { lifecycle, type OfferOf, type Rule, type Step } from '../lifecycle.ts'

/** 去向异议: a graduate says that what is reported of them is not so, and the school answers, round the college (AT-29). */
export const OBJECTION_STATUSES = ['raised', 'upheld', 'dismissed', 'withdrawn'] as const
export type ObjectionStatus = (typeof OBJECTION_STATUSES)[number]

/** Waits for the school. */
export const TO_ANSWER_OBJECTION: readonly ObjectionStatus[] = ['raised']
export const isRaised = (status: ObjectionStatus): boolean => TO_ANSWER_OBJECTION.includes(status)

export type Objection = {
  readonly status: ObjectionStatus
  /** Counts what either side may have read. */
  readonly version: number
  /** The last day on which the school answers. */
  readonly answerBy: Day
}

const RULES = {
  raise: { from: null, to: 'raised', by: ['student'], needsReason: true },
  withdraw: { from: ['raised'], to: 'withdrawn', by: ['student'] },
  uphold: { from: ['raised'], to: 'upheld', by: ['reviewer'], needsReason: true },
  dismiss: { from: ['raised'], to: 'dismissed', by: ['reviewer'], needsReason: true },
} as const satisfies Record<string, Rule<Objection>>
export type ObjectionAction = keyof typeof RULES
export type ObjectionOffer = OfferOf<typeof RULES>
export type ObjectionStep = Step<ObjectionAction, ObjectionStatus>

/** A late answer is still given. Which of the staff may give it, `answerer.ts` says. */
export const objectionLife = lifecycle<Objection, typeof RULES>(RULES, () => null)
