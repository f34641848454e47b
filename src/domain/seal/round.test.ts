import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EM, type Glyph, roundSeal, textOfSeal } from './round.ts'

/** Each character as the box that it takes; Chinese ones are a full em wide. */
const glyphOf = (character: string): Glyph => {
  const advance = character > '⺀' ? EM : EM / 2
  return { path: `M0 -30L${advance} -30L${advance} 220L0 220Z`, advance }
}
const draw = (name: string) => roundSeal(name, glyphOf, 'red')

type Box = { readonly outer: number; readonly inner: number; readonly turn: number }
/** Of each character in its order: how far its corners are from the centre in units of 200, and where it stands, in degrees from the top. */
const boxes = (svg: string): Box[] =>
  svg
    .slice(svg.indexOf(' d="'))
    .match(/M[^Z]+Z/g)!
    .map((path) => {
      const corners = [...path.matchAll(/(-?\d+) (-?\d+)/g)].map(([, x, y]) => [
        Number(x) / 5 - 100,
        Number(y) / 5 - 100,
      ])
      const far = corners.map(([x, y]) => Math.hypot(x!, y!))
      const [x, y] = [0, 1].map((axis) => corners.reduce((sum, corner) => sum + corner[axis]!, 0) / 4)
      return { outer: Math.max(...far), inner: Math.min(...far), turn: (Math.atan2(x!, -y!) * 180) / Math.PI }
    })
/** What stands in the middle comes last. */
const rimOf = (name: string) => boxes(draw(name)).slice(0, -'电子ELECTRONIC'.length)

const chinese = fc.string({
  unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((point) => String.fromCodePoint(point)),
  minLength: 4,
  maxLength: 100,
  size: 'max',
})
const names = fc.oneof(
  chinese,
  fc
    .string({ unit: fc.constantFrom(...'abcdefgh '), minLength: 4, maxLength: 100, size: 'max' })
    .filter((name) => name.trim() !== ''),
)

describe('a round seal', () => {
  test('bears each character of the name, and that it is electronic', () => {
    fc.assert(
      fc.property(names, (name) => {
        const blanks = [...textOfSeal(name)].filter((character) => character === ' ').length
        const drawn = boxes(draw(name)).length
        expect(drawn).toBeGreaterThanOrEqual([...textOfSeal(name)].length - blanks)
        expect(drawn).toBeLessThanOrEqual([...textOfSeal(name)].length)
        expect(textOfSeal(name).endsWith('电子ELECTRONIC')).toBe(true)
      }),
      { seed: 20_261_126 },
    )
  })

  test('keeps each within its edge and off its middle, in reading order, no ring over the other, whatever the name', () => {
    fc.assert(
      fc.property(names, (name) => {
        const rim = rimOf(name)
        for (const { outer, inner, turn } of rim) {
          expect(outer).toBeLessThan(94)
          expect(inner).toBeGreaterThan(42)
          expect(Math.abs(turn)).toBeLessThan(152)
        }
        const back = rim.filter(({ turn }, at) => at > 0 && turn < rim[at - 1]!.turn)
        expect(back.length).toBeLessThanOrEqual(1)
        const second = back[0] ? rim.slice(rim.indexOf(back[0])) : []
        const first = rim.slice(0, rim.length - second.length)
        for (const { outer } of second)
          expect(outer).toBeLessThan(Math.min(...first.map(({ inner }) => inner)))
      }),
      { seed: 20_261_126 },
    )
  })

  test('leaves out what is not seen', () => {
    expect(draw('江\u200b城大学')).toBe(draw('江城大学'))
  })

  test('goes on one ring while it can be read there, then on two, parted between words', () => {
    const rings = (name: string) => new Set(rimOf(name).map(({ inner }) => Math.round(inner / 8))).size
    expect(rings('江城大学')).toBe(1)
    expect(rings('某'.repeat(28))).toBe(1)
    expect(rings('某'.repeat(60))).toBe(2)
    const first = 'Zhongguancun International Trading and'
    const rim = rimOf(`${first} Engineering Company Limited`)
    expect(rim.findIndex(({ turn }, at) => at > 0 && turn < rim[at - 1]!.turn)).toBe(first.length)
  })
})
