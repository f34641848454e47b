/** The post traces what it carried for a year (`domain-more.md` §4): a month before, both sides are told of what nobody has confirmed (AT-42). */
import { addMonths, type Day } from '../day.ts'

const TOLD_AFTER = 11
const TRACED_FOR = 12

/** The first day on which it is told of. */
export const tellOfSilenceOn = (sentOn: Day): Day => addMonths(sentOn, TOLD_AFTER)
/** The last day on which the post traces it. */
export const tracedUntil = (sentOn: Day): Day => addMonths(sentOn, TRACED_FOR)
