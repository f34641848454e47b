import { Refusal } from '../refusal.ts'

/** The floor of a fair: so many rows of so many booths, but for those that are left out: an aisle, a pillar, a stage. */
export type Plan = {
  readonly rows: number
  readonly columns: number
  /** By their names. */
  readonly leftOut: readonly string[]
}
export const PLAN_BOUNDS = { rows: { least: 1, most: 26 }, columns: { least: 1, most: 40 } } as const
/** A booth is called by its row and its place in it: what is left out renames no other. */
export const BOOTH = /^[A-Z]\d{2}$/

const A = 'A'.charCodeAt(0)
const isWithin = (n: number, { least, most }: { readonly least: number; readonly most: number }) =>
  n >= least && n <= most
/** `row` and `column` from 0: `A01`. Names stand in the order in which booths are given. */
export const boothAt = (row: number, column: number): string =>
  `${String.fromCharCode(A + row)}${String(column + 1).padStart(2, '0')}`

/** The names of a row, from the left, those left out too. Of figures that can be no plan's, none. */
export const rowsOf = ({ rows, columns }: Pick<Plan, 'rows' | 'columns'>): readonly (readonly string[])[] =>
  isWithin(rows, PLAN_BOUNDS.rows) && isWithin(columns, PLAN_BOUNDS.columns)
    ? Array.from({ length: rows }, (_, row) =>
        Array.from({ length: columns }, (_, column) => boothAt(row, column)),
      )
    : []

/** All booths, in the order in which they are given. */
export const boothsOf = (plan: Plan): readonly string[] =>
  rowsOf(plan)
    .flat()
    .filter((booth) => !plan.leftOut.includes(booth))

/** The same plan, each left out once, in order, and none that it has no place for. */
export const tidied = ({ rows, columns, leftOut }: Plan): Plan => ({
  rows,
  columns,
  leftOut: rowsOf({ rows, columns })
    .flat()
    .filter((booth) => leftOut.includes(booth)),
})

/** Refuses a plan without booths, or without one at which somebody stands. */
export function refuseUnlessHolds(plan: Plan, taken: readonly string[]): void {
  const booths = boothsOf(plan)
  if (booths.length === 0) throw new Refusal('fair-without-booths', { field: 'plan.leftOut' })
  const lost = taken.find((booth) => !booths.includes(booth))
  if (lost !== undefined) throw new Refusal('fair-booth-in-use', { field: 'plan.leftOut', booth: lost })
}
