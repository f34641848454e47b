import { sql } from 'kysely'
import type { Mark } from './search.ts'

/** What stands behind the mark among rows that are ordered by `at desc, id desc`: what comes meanwhile moves nothing. */
export const behind = (at: string, id: string, mark: Mark) =>
  sql<boolean>`(${sql.ref(at)}, ${sql.ref(id)}) < (to_timestamp(${mark.value}::numeric / 1000), ${mark.id}::uuid)`

/** The same among rows that are ordered by `at, id`. */
export const ahead = (at: string, id: string, mark: Mark) =>
  sql<boolean>`(${sql.ref(at)}, ${sql.ref(id)}) > (to_timestamp(${mark.value}::numeric / 1000), ${mark.id}::uuid)`

/** Of rows of which one more was read than is shown: those shown, and the mark behind which the next page begins; null at the end. */
export function pageByTime<Row>(
  rows: readonly Row[],
  most: number,
  placeOf: (row: Row) => { readonly at: Date; readonly id: string },
): { readonly page: readonly Row[]; readonly next: Mark | null } {
  const page = rows.slice(0, most)
  const last = page.at(-1)
  if (rows.length <= most || last === undefined) return { page, next: null }
  const { at, id } = placeOf(last)
  return { page, next: { tier: 0, value: String(at.getTime()), id } }
}
