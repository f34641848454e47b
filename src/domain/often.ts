import { addDays, type Day, dayInChina } from './day.ts'
import type { Reason, RefusalCode } from './refusal.ts'

/** Of the last so many days it is counted how often somebody has begun a thing. */
const COUNTED_DAYS = 30
/** How many requests about their data a student makes within thirty days. */
export const PRIVACY_REQUESTS_COUNTED = 5
/** And how many job posts they report. */
export const POST_REPORTS_COUNTED = 10
/** And how often they object to what would be reported of them. */
export const OBJECTIONS_COUNTED = 10
/** And for how many they apply: far more than anybody reads with care. */
export const APPLICATIONS_COUNTED = 200
/** A school's limits on what is begun within thirty days. */
export type OftenLimits = {
  /** Paper agreements and destinations of a student, ended or not: each takes a reviewer's look, a paper a number for good. */
  readonly registrationLimit: number
  /** Corrections of the roster that a student asks for. */
  readonly correctionLimit: number
}
/** `nthLastAt`: when the one was begun that is the last to count up to the limit; null where there are fewer. */
export type Often = { readonly limit: number; readonly nthLastAt: Date | null }
/** `instants`: when each was begun, the latest first. */
export const oftenOf = (limit: number, instants: readonly Date[]): Often => ({
  limit,
  nthLastAt: instants[limit - 1] ?? null,
})
/** How often a student has registered, and the year of graduation where the school takes nothing new of it. */
export type Registered = Often & { readonly closedYear: number | null }

/** A student's year where it is not among those that the school has open; none named, all are. */
export const closedYear = (open: readonly number[], year: number): number | null =>
  open.length === 0 || open.includes(year) ? null : year

export const reasonsOfYear = (closed: number | null): Reason[] =>
  closed === null ? [] : [{ code: 'year-not-open', remover: 'school', details: { year: closed } }]

/** The day on which the one that is the last to count counts no more. */
function againOn(nthLastAt: Date | null, at: Date): Day | null {
  if (!nthLastAt) return null
  const day = addDays(dayInChina(nthLastAt), COUNTED_DAYS)
  return dayInChina(at) < day ? day : null
}

/** Why nothing of the kind is begun for now, with the day from which it can be again. */
export function reasonsOfOften(
  code: Extract<
    RefusalCode,
    | 'registered-too-often'
    | 'asked-too-often'
    | 'corrections-too-often'
    | 'requests-too-often'
    | 'reports-too-often'
    | 'objections-too-often'
    | 'applications-too-often'
  >,
  { limit, nthLastAt }: Often,
  at: Date,
): Reason[] {
  const day = againOn(nthLastAt, at)
  return day ? [{ code, remover: 'nobody', details: { limit, day } }] : []
}
