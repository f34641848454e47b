import type { Day } from '../day.ts'
import { lifecycle, type OfferOf, type Rule, type Step } from '../lifecycle.ts'

/** A student who had signed up for a talk or a fair and was not counted at its door (AT-18). */
export const ABSENCE_STATUSES = ['recorded', 'appealed', 'excused', 'upheld'] as const
export type AbsenceStatus = (typeof ABSENCE_STATUSES)[number]

/** Waits for the school. */
export const APPEALED: readonly AbsenceStatus[] = ['appealed']
export const isAppealed = (status: AbsenceStatus): boolean => APPEALED.includes(status)
/** Those that a school's limit counts: what is excused counts no more, and what is appealed not before the answer. */
export const COUNTED: readonly AbsenceStatus[] = ['recorded', 'upheld']

export type Absence = {
  readonly status: AbsenceStatus
  /** Counts what either side may have read. */
  readonly version: number
  /** The last day on which the school answers an appeal; null before there is one. */
  readonly answerBy: Day | null
}

const RULES = {
  record: { from: null, to: 'recorded', by: ['clock'] },
  appeal: { from: ['recorded'], to: 'appealed', by: ['student'], needsReason: true },
  excuse: { from: ['recorded', 'appealed'], to: 'excused', by: ['reviewer'], needsReason: true },
  uphold: { from: ['appealed'], to: 'upheld', by: ['reviewer'], needsReason: true },
} as const satisfies Record<string, Rule<Absence>>
export type AbsenceAction = keyof typeof RULES
export type AbsenceOffer = OfferOf<typeof RULES>
export type AbsenceStep = Step<AbsenceAction, AbsenceStatus>

/** A late answer is still given: nothing but its own status stands in the way. */
export const absenceLife = lifecycle<Absence, typeof RULES>(RULES, () => null)
