/** 投递回复率: how many of an employer's applications at a school it has answered within the school's days. A fact, no score. */
export type AnswerRate = {
  /** Applications whose days are over, of the last `ANSWER_RATE_DAYS`. */
  readonly n: number
  readonly answered: number
}

/** Applications of so many days count. */
export const ANSWER_RATE_DAYS = 365
/** Of fewer nothing is said (AT-10): one who was busy for a week is not what a percentage would make of it. */
const LEAST = 10

/** What students and visitors read; null where there are too few. `percent` is whole, and whole only where all were answered. */
export const shownRate = ({ n, answered }: AnswerRate): (AnswerRate & { readonly percent: number }) | null =>
  n < LEAST ? null : { n, answered, percent: Math.floor((answered / n) * 100) }
