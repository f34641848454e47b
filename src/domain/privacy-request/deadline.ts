import { addDays, type Day, dayInChina, isWorkday } from '../day.ts'

/**
 * In so many working days a request about personal data is answered: the bound by which the authorities judge apps
 * (App 违法违规收集使用个人信息行为认定方法, part 6); the law itself says "without delay" (PIPL arts. 45, 46).
 */
export const ANSWER_WORKDAYS = 15

/** The last day to answer. Holidays are no workdays, but not known here: a day too early harms nobody. */
export function answerByAfter(at: Date): Day {
  let day = dayInChina(at)
  for (let left = ANSWER_WORKDAYS; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkday(day)) left--
  }
  return day
}
