import type { Day } from '../day.ts'
import { lifecycle, type OfferOf, type Rule, type Step } from '../lifecycle.ts'

/** What a student says is wrong with a 招聘信息, and what the school finds (AT-21). */
export const REPORT_STATUSES = ['reported', 'upheld', 'dismissed', 'withdrawn'] as const
export type ReportStatus = (typeof REPORT_STATUSES)[number]

/** Asked for money; made up; discriminating; not what was promised. */
export const REPORT_GROUNDS = ['fee', 'fraud', 'discrimination', 'not-as-promised', 'other'] as const
export type ReportGround = (typeof REPORT_GROUNDS)[number]
/** Who has been asked for money may pay today (`domain-more.md` L13). */
const URGENT: readonly ReportGround[] = ['fee']
export const isUrgent = (ground: ReportGround): boolean => URGENT.includes(ground)

/** The school has found it to be so: a dismissed one says nothing of its employer (AT-21). */
export const UPHELD: readonly ReportStatus[] = ['upheld']

/** Waits for the school. */
export const TO_LOOK_AT: readonly ReportStatus[] = ['reported']
export const isToLookAt = (status: ReportStatus): boolean => TO_LOOK_AT.includes(status)

export type PostReport = {
  readonly status: ReportStatus
  /** Counts what either side may have read. */
  readonly version: number
  /** The last day on which the school answers. */
  readonly answerBy: Day
}

const RULES = {
  report: { from: null, to: 'reported', by: ['student'], needsReason: true },
  withdraw: { from: ['reported'], to: 'withdrawn', by: ['student'] },
  uphold: { from: ['reported'], to: 'upheld', by: ['reviewer'], needsReason: true },
  dismiss: { from: ['reported'], to: 'dismissed', by: ['reviewer'], needsReason: true },
} as const satisfies Record<string, Rule<PostReport>>
export type ReportAction = keyof typeof RULES
export type ReportOffer = OfferOf<typeof RULES>
export type ReportStep = Step<ReportAction, ReportStatus>

/** A late answer is still given: nothing but its own status stands in the way. */
export const postReportLife = lifecycle<PostReport, typeof RULES>(RULES, () => null)
