import { sql } from 'kysely'
import { MARK } from '../../domain/mark.ts'

/** A place in an order: of equals the later id stands first, and what was shown meanwhile moves nothing. */
export type Mark = { readonly tier: 0 | 1; readonly value: string; readonly id: string }
export const markText = ({ tier, value, id }: Mark): string => `${tier}_${value}_${id}`
/** Null for what is no mark of an order by such values; an instant is a number of milliseconds. */
export function markFrom(text: string, by: 'numbers' | 'days' = 'numbers'): Mark | null {
  const [, tier, value, id] = MARK.exec(text) ?? []
  if (!value || !id || value.includes('-') !== (by === 'days')) return null
  return { tier: tier === '1' ? 1 : 0, value, id }
}

/** What stands behind the mark among rows that are ordered by `at desc, id desc`: what comes meanwhile moves nothing. */
export const behind = (at: string, id: string, mark: Mark) =>
  sql<boolean>`(${sql.ref(at)}, ${sql.ref(id)}) < (to_timestamp(${mark.value}::numeric / 1000), ${mark.id}::uuid)`

/** The same among rows that are ordered by `at, id`: the next to come first. */
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
