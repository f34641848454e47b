import { basisPointsOf, type Figure } from './parts.ts'

/** How a figure changed: heads, and hundredths of a percentage point; null where one of the rates is of nobody. */
export type FigureChange = { readonly heads: number; readonly points: number | null }

/** From what it was to what it is. The points are those of the rates as they are written, so that a reader can take one from the other. */
export function changeOf(was: Figure, is: Figure): FigureChange {
  const [before, after] = [basisPointsOf(was), basisPointsOf(is)]
  return {
    heads: is.numerator - was.numerator,
    points: before === null || after === null ? null : after - before,
  }
}
