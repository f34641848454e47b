import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { alongCurve, type Place, simplified } from './polyline.ts'

const place = fc.tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 240 }))

/** How far a place is from the nearest part of a line. */
const awayFrom = ([x, y]: Place, line: readonly Place[]) =>
  Math.min(
    ...line.slice(1).map(([bx, by], at) => {
      const [ax, ay] = line[at]!
      const [dx, dy] = [bx - ax, by - ay]
      const along =
        dx || dy ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy))) : 0
      return Math.hypot(x - ax - along * dx, y - ay - along * dy)
    }),
  )

it('keeps both ends, adds nothing, and leaves out nothing that stands off', () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 2, maxLength: 60 }), (places) => {
      const line = simplified(places, 2)
      expect([line[0], line.at(-1)]).toEqual([places[0], places.at(-1)])
      for (const one of line) expect(places).toContain(one)
      for (const one of places) expect(awayFrom(one, line)).toBeLessThanOrEqual(2.000001)
    }),
    { seed: 60 },
  )
})

test('what is straight has its ends alone, and what turns keeps its corners', () => {
  expect(
    simplified(
      [
        [0, 0],
        [1, 0],
        [5, 0],
        [9, 0],
      ],
      1,
    ),
  ).toEqual([
    [0, 0],
    [9, 0],
  ])
  const square: Place[] = [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
    [0, 0],
  ]
  expect(simplified(square, 1)).toEqual(square)
  expect(simplified([[3, 4]], 1)).toEqual([[3, 4]])
  expect(simplified([], 1)).toEqual([])
})

test('a curve ends where it ends, and bends towards its control', () => {
  const places = alongCurve([0, 0], [50, 100], [100, 0])
  expect(places.at(-1)).toEqual([100, 0])
  expect(places[2]).toEqual([50, 50])
})
