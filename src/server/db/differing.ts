import { isDeepStrictEqual } from 'node:util'

/** The columns in which a row is another after an act than it was before. */
export function differing<Row extends object>(before: Row, after: Row): Partial<Row> {
  const columns = Object.keys(after) as (keyof Row)[]
  const changed = columns.filter((column) => !isDeepStrictEqual(before[column], after[column]))
  return Object.fromEntries(changed.map((column) => [column, after[column]])) as Partial<Row>
}
