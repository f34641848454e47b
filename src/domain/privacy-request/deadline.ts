import { addWorkdays, type Day, dayInChina } from '../day.ts'

/**
 * In so many working days a request about personal data is answered: the bound by which the authorities judge apps
 * (App 违法违规收集使用个人信息行为认定方法, part 6); the law itself says "without delay" (PIPL arts. 45, 46).
 */
export const ANSWER_WORKDAYS = 15

/** The last day to answer. Holidays are no workdays, but not known here: a day too early harms nobody. */
export const answerByAfter = (at: Date): Day => addWorkdays(dayInChina(at), ANSWER_WORKDAYS)
