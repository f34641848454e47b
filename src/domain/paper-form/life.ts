import { lifecycle, type OfferOf, type Rule, type Step } from '../lifecycle.ts'

/**
 * 编号台账 (AT-36): a paper form is handed out under its number, and comes back signed, is spoiled, or is lost. Whatever became of
 * it, its number is spent: another form has another.
 */
export const FORM_STATUSES = ['issued', 'returned', 'spoiled', 'lost'] as const
export type FormStatus = (typeof FORM_STATUSES)[number]
/** Handed out and not accounted for: a student has one at most. */
export const FORM_OUT: readonly FormStatus[] = ['issued']

/** Why it was handed out: for the first time, or after the form before was spoiled, lost, or signed and its agreement ended. */
export const FORM_CAUSES = ['first', 'spoiled', 'lost', 'again'] as const
export type FormCause = (typeof FORM_CAUSES)[number]
const CAUSE_AFTER: Record<FormStatus, FormCause> = {
  issued: 'first',
  returned: 'again',
  spoiled: 'spoiled',
  lost: 'lost',
}
/** `before`: what became of the student's form before; null where there was none. */
export const causeAfter = (before: FormStatus | null): FormCause =>
  before === null ? 'first' : CAUSE_AFTER[before]

export type PaperForm = {
  readonly status: FormStatus
  readonly version: number
}

const RULES = {
  issue: { from: null, to: 'issued', by: ['reviewer'] },
  return: { from: ['issued'], to: 'returned', by: ['reviewer'] },
  spoil: { from: ['issued'], to: 'spoiled', by: ['reviewer'], needsReason: true },
  lose: { from: ['issued'], to: 'lost', by: ['student', 'reviewer'], needsReason: true },
} as const satisfies Record<string, Rule<PaperForm>>
export type FormAction = keyof typeof RULES
export type FormOffer = OfferOf<typeof RULES>
export type FormStep = Step<FormAction, FormStatus>

export const paperFormLife = lifecycle<PaperForm, typeof RULES>(RULES, () => null)

export const isFormOut = (status: FormStatus): boolean => FORM_OUT.includes(status)
