/** A place of a drawing, in its own units. */
export type Place = readonly [x: number, y: number]

/** How far a place is from what lies between two others: a line that turns back goes beyond its ends. */
function distance([x, y]: Place, [ax, ay]: Place, [bx, by]: Place): number {
  const [dx, dy] = [bx - ax, by - ay]
  const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)
  const part = Math.min(1, Math.max(0, along))
  return Math.hypot(x - ax - part * dx, y - ay - part * dy)
}

/**
 * The same line of fewer places, its ends among them: none that was left out is further from it than this (Douglas and Peucker). What is printed
 * is looked at from a hand's length, and each number is kept for ever.
 */
export function simplified(places: readonly Place[], tolerance: number): readonly Place[] {
  const [first, last] = [places[0], places[places.length - 1]]
  if (!first || !last || places.length < 3) return places
  const away = places.map((place) => distance(place, first, last))
  const furthest = away.indexOf(Math.max(...away))
  if (away[furthest]! <= tolerance) return [first, last]
  const before = simplified(places.slice(0, furthest + 1), tolerance)
  return [...before.slice(0, -1), ...simplified(places.slice(furthest), tolerance)]
}

/** As many parts of a curve as are straight where it is printed. */
const PARTS = 6

/** So far along a curve of these controls, its ends among them: `part` from 0 to 1 (de Casteljau). */
function placeOn(controls: readonly Place[], part: number): Place {
  const [first, ...rest] = controls
  if (!first || rest.length === 0) return first ?? [0, 0]
  const nearer = rest.map(([x, y], at): Place => {
    const [fromX, fromY] = controls[at]!
    return [fromX + (x - fromX) * part, fromY + (y - fromY) * part]
  })
  return placeOn(nearer, part)
}

/** Places along a curve of any degree, from its first control, which is left out, to its last. */
export const alongCurve = (...controls: readonly Place[]): Place[] =>
  Array.from({ length: PARTS }, (_, nth) => placeOn(controls, (nth + 1) / PARTS))
