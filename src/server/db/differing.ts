import { isDeepStrictEqual } from 'node:util'

/**
 * A column for whatever a case is made of, but for what is read from elsewhere: a fact that is added is asked for its
 * column. `Beside` are those that follow from others, to search by.
 */
export type ColumnsOf<Case, Elsewhere extends keyof Case = never, Beside extends string = never> = Readonly<
  Record<Exclude<keyof Case, Elsewhere> | Beside, unknown>
>

/** The columns in which a row is another after an act than it was before. */
export function differing<Row extends object>(before: Row, after: Row): Partial<Row> {
  const columns = Object.keys(after) as (keyof Row)[]
  const changed = columns.filter((column) => !isDeepStrictEqual(before[column], after[column]))
  return Object.fromEntries(changed.map((column) => [column, after[column]])) as Partial<Row>
}

/**
 * These columns of the row as it is after; fails where it comes into being or is another in any other column, which a
 * statement that writes only these would lose.
 */
export function differingOnlyIn<Row extends object, Column extends keyof Row>(
  columns: readonly Column[],
  before: Row | null,
  after: Row,
): Pick<Row, Column> {
  const lost = Object.keys(before ? differing(before, after) : after).filter(
    (column) => !(columns as readonly string[]).includes(column),
  )
  if (lost.length > 0) throw new Error(`would not be saved: ${lost.join(', ')}`)
  return Object.fromEntries(columns.map((column) => [column, after[column]])) as Pick<Row, Column>
}
