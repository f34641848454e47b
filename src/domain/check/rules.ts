/**
 * 核查规则 (教学〔2023〕核查要求, `domain-more.md` §2.1; issue 13): each is data, with a switch and, where there is a measure, a
 * threshold that a school may set. What a rule looks for in the rows is said in SQL (`features/checks/rule-queries.ts`), in the
 * same order.
 */
type Threshold = { readonly usual: number; readonly least: number; readonly most: number }
type CheckRuleFacts = {
  /** In which the rule measures, with its bounds; null where there is nothing to measure. */
  readonly threshold: Threshold | null
}
export const CHECK_RULES = {
  /** What the case itself asks for is empty: region, industry, nature. */
  'missing-fields': { threshold: null },
  /** Declared as seeking work beside a certified place; to report for work before signing. */
  contradictory: { threshold: null },
  /** More signed students than this share, in percent, of the most people its size allows. */
  'employer-too-small': { threshold: { usual: 100, least: 10, most: 1000 } },
  /** One contact's telephone at so many admitted employers. */
  'shared-phone': { threshold: { usual: 3, least: 2, most: 100 } },
  /** One address at so many admitted employers. */
  'shared-address': { threshold: { usual: 5, least: 2, most: 100 } },
  /** So many students sign or register from one network address within one hour of the clock. */
  'burst-of-acts': { threshold: { usual: 10, least: 3, most: 1000 } },
  /** One file (SHA-256) as evidence of two students. */
  'same-evidence': { threshold: null },
  /** Pay so many median absolute deviations from the median of the same major, of ten signed at least. */
  'pay-far-off': { threshold: { usual: 5, least: 2, most: 50 } },
  /** 12, 76: no evidence, no place of work, or nothing said of what it pays. */
  'flexible-lacking': { threshold: null },
  /** Pay of an agreement in the month in which work begins, or of flexible work in that of its registration, below the minimum wage of the place; where the table knows none, one case says of whom (AT-27). */
  'below-minimum-wage': { threshold: null },
  /** Dissolved within so many days of being certified. */
  'dissolved-soon': { threshold: { usual: 30, least: 1, most: 365 } },
  /** The school has since rejected, suspended or barred the employer of a certified agreement. */
  'employer-refused': { threshold: null },
  /** The school has noted the employer as deregistered: a case for each of its registrations (AT-28). */
  'employer-deregistered': { threshold: null },
} as const satisfies Record<string, CheckRuleFacts>
export type CheckRule = keyof typeof CHECK_RULES
export const CHECK_RULE_NAMES = Object.keys(CHECK_RULES) as CheckRule[]

/** As a school has it. `threshold` is null where the rule measures nothing. */
export type RuleSetting = { readonly isOn: boolean; readonly threshold: number | null }
export const thresholdOf = (rule: CheckRule): Threshold | null => CHECK_RULES[rule].threshold
export const usualSetting = (rule: CheckRule): RuleSetting => ({
  isOn: true,
  threshold: thresholdOf(rule)?.usual ?? null,
})

/** Whether this can be its threshold: a whole number within the bounds, or none where there is nothing to measure. */
export function isThreshold(rule: CheckRule, threshold: number | null): boolean {
  const bounds = thresholdOf(rule)
  if (bounds === null || threshold === null) return bounds === null && threshold === null
  return Number.isInteger(threshold) && threshold >= bounds.least && threshold <= bounds.most
}

/** The most people that an employer of this size (单位规模) has; null where its size says no such number. */
const MOST_PEOPLE: Readonly<Record<string, number>> = {
  '10': 19,
  '20': 99,
  '30': 499,
  '40': 999,
  '50': 9_999,
}
export const SIZES_BOUNDED = Object.entries(MOST_PEOPLE)
