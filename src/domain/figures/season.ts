import { addDays, addMonths, type Day, daysBetween } from '../day.ts'

/** A year's figures grow from 1 September before it to 31 December of it, when the annual report is due (`domain-more.md` §2.1). */
export const seasonOf = (year: number): { readonly from: Day; readonly to: Day } => ({
  from: `${year - 1}-09-01`,
  to: `${year}-12-31`,
})

/** The year that this day belongs to: from September on it is the next. */
export const seasonAt = (day: Day): number => Number(day.slice(0, 4)) + (day.slice(5) >= '09-01' ? 1 : 0)

/** The year shown where none is asked for: the latest that has graduates and whose season has begun, else the first to come. */
export function yearShown(years: readonly number[], today: Day): number {
  const begun = seasonAt(today)
  const sorted = [...years].sort((one, other) => other - one)
  return sorted.find((year) => year <= begun) ?? sorted[sorted.length - 1] ?? begun
}

const WEEK = 7
/**
 * The days on which a year is looked at, a week apart and the last of them today: an earlier year is looked at on the same days
 * of its own season, so that the same day of each stands at the same place.
 */
export function daysLookedAt(year: number, today: Day): Day[] {
  const { from, to } = seasonOf(year)
  const last = today > to ? to : today
  const weeks = Math.floor(daysBetween(from, last) / WEEK)
  return weeks < 0 ? [] : Array.from({ length: weeks + 1 }, (_, n) => addDays(last, (n - weeks) * WEEK))
}
/** The same day so many years before. */
export const yearsBefore = (day: Day, years: number): Day => addMonths(day, -12 * years)

/** On a day so many more, or fewer, counted as something. */
export type Step<Key extends string> = { readonly day: Day; readonly key: Key; readonly n: number }
/** How many there were at the end of each of these days, which go up. */
export function standingOn<Key extends string>(
  days: readonly Day[],
  steps: readonly Step<Key>[],
  keys: readonly Key[],
): Record<Key, number>[] {
  const sorted = [...steps].sort((one, other) => (one.day < other.day ? -1 : 1))
  const sums = Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>
  let next = 0
  return days.map((day) => {
    for (; next < sorted.length && sorted[next]!.day <= day; next++) {
      const { key, n } = sorted[next]!
      sums[key] += n
    }
    return { ...sums }
  })
}
