import { lifecycle, type OfferOf, type Rule, type Step } from '../lifecycle.ts'

/** 核查: what a rule has found is looked into until it is explained or corrected, and closed. */
export const CHECK_STATUSES = ['open', 'assigned', 'explained', 'corrected', 'closed'] as const
export type CheckStatus = (typeof CHECK_STATUSES)[number]

/** Waits for somebody to look into it. */
export const TO_LOOK_INTO: readonly CheckStatus[] = ['open', 'assigned']
/** Waits for the school to close it. */
export const TO_CLOSE: readonly CheckStatus[] = ['explained', 'corrected']
export const isUnsettled = (status: CheckStatus): boolean => TO_LOOK_INTO.includes(status)
/** Nothing is asked of anybody, though the rule may find it again. */
export const isAnswered = (status: CheckStatus): boolean => !isUnsettled(status)

export type Check = {
  readonly status: CheckStatus
  /** Counts what its readers may have read. */
  readonly version: number
}
const asItIs = ({ status }: Check): CheckStatus => status

const RULES = {
  find: { from: null, to: 'open', by: ['clock'] },
  /** What it is about is another by now. */
  'see-anew': { from: ['open', 'assigned'], to: asItIs, by: ['clock'] },
  'find-again': { from: ['explained', 'corrected', 'closed'], to: 'open', by: ['clock'] },
  correct: { from: ['open', 'assigned', 'explained'], to: 'corrected', by: ['clock'] },
  assign: { from: ['open', 'assigned'], to: 'assigned', by: ['reviewer'], repeats: true },
  explain: { from: ['open', 'assigned'], to: 'explained', by: ['reviewer'], needsReason: true },
  close: { from: ['explained', 'corrected'], to: 'closed', by: ['reviewer'] },
} as const satisfies Record<string, Rule<Check>>
export type CheckAction = keyof typeof RULES
export type CheckOffer = OfferOf<typeof RULES>
export type CheckStep = Step<CheckAction, CheckStatus>

/** At which level what is done, `acts.ts` says. */
export const checkLife = lifecycle<Check, typeof RULES>(RULES, () => null)
