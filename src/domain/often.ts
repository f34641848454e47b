import { addDays, type Day, dayInChina } from './day.ts'
import type { Reason, RefusalCode } from './refusal.ts'

/** Of the last so many days it is counted how often somebody has begun a thing. */
const COUNTED_DAYS = 30
/**
 * How many paper agreements and destinations a student registers within thirty days, ended or not: each takes a reviewer's
 * look, and a paper agreement takes a number for good.
 */
export const REGISTRATIONS_COUNTED = 10
/** How many requests to dissolve one agreement a side makes within thirty days; a ground of law is never counted. */
export const REQUESTS_COUNTED = 5
/** How many corrections of the roster a student asks for within thirty days. */
export const CORRECTIONS_COUNTED = 5
/** How many requests about their data a student makes within thirty days. */
export const PRIVACY_REQUESTS_COUNTED = 5

/** `nthLastAt`: when the one was begun that is the last to count; null where there are fewer. The day on which it counts no more. */
function againOn(nthLastAt: Date | null, at: Date): Day | null {
  if (!nthLastAt) return null
  const day = addDays(dayInChina(nthLastAt), COUNTED_DAYS)
  return dayInChina(at) < day ? day : null
}

/** Why nothing of the kind is begun for now, with the day from which it can be again. */
export function reasonsOfOften(
  code: Extract<
    RefusalCode,
    'registered-too-often' | 'asked-too-often' | 'corrections-too-often' | 'requests-too-often'
  >,
  limit: number,
  nthLastAt: Date | null,
  at: Date,
): Reason[] {
  const day = againOn(nthLastAt, at)
  return day ? [{ code, remover: 'nobody', details: { limit, day } }] : []
}
