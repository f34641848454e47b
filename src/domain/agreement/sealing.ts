import { addWorkingDays, type Day } from '../day.ts'

/**
 * The employer seals after the school's review (`domain-more.md` AT-35): `everyDays` working days after the review it is
 * reminded, `times` times; as many days after the last reminder the school is told and may end the agreement.
 */
export type SealRules = { readonly everyDays: number; readonly times: number }

/** What a school decides on it, for what begins from then on. */
export type SealSettings = {
  readonly sealAfterReview: boolean
  /** Working days from the review to the first reminder, and from each to the next. */
  readonly sealReminderDays: number
  readonly sealReminders: number
}

/** What an invitation that is sent now keeps; null where the review alone brings an agreement into force. */
export const sealRulesOf = ({
  sealAfterReview,
  sealReminderDays: everyDays,
  sealReminders: times,
}: SealSettings): SealRules | null => (sealAfterReview ? { everyDays, times } : null)

/** For what was reviewed on this day in China: when the employer is reminded, and the last day before the school may end it. */
export const sealLadder = (
  { everyDays, times }: SealRules,
  reviewedOn: Day,
): { readonly remindOn: readonly Day[]; readonly sealBy: Day } => ({
  remindOn: Array.from({ length: times }, (_, nth) => addWorkingDays(reviewedOn, everyDays * (nth + 1))),
  sealBy: addWorkingDays(reviewedOn, everyDays * (times + 1)),
})
