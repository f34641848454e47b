/** 投递回复率: how many of an employer's applications at a school it has answered within the school's days. A fact, no score. */
type AnswerRate = {
  /** Applications whose days are over, of the last `ANSWER_RATE_DAYS`. */
  readonly n: number
  readonly answered: number
}

/** Applications of so many days count. */
export const ANSWER_RATE_DAYS = 365
/** Of fewer nothing is said (AT-10): one who was busy for a week is not what a percentage would make of it. */
const LEAST = 10

/** `percent` is whole, and 100 only where all were answered. */
export type ShownRate = AnswerRate & { readonly percent: number }
/** What students and visitors read; null where there are too few. */
export const shownRate = ({ n, answered }: AnswerRate): ShownRate | null =>
  n < LEAST ? null : { n, answered, percent: Math.floor((answered / n) * 100) }
