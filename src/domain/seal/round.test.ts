import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EM, type Glyph, roundSeal, textOfSeal } from './round.ts'

/** Each character as a mark of its own that a test finds again, a full em wide where it is Chinese. */
const glyphOf = (character: string): Glyph => ({
  path: `M${character.codePointAt(0)} 0Z`,
  advance: character > '⺀' ? EM : EM / 2,
})
const draw = (name: string) => roundSeal(name, glyphOf, 'red')
const marks = (svg: string) =>
  [...svg.matchAll(/d="M(\d+) 0Z"/g)].map(([, point]) => String.fromCodePoint(Number(point)))

/** How far the corners of each character on a ring are from the centre of 100. */
const reach = (svg: string) =>
  [...svg.matchAll(/rotate\((\S+)\) translate\((\S+) (\S+)\) scale\((\S+) /g)].map(
    ([, turn, x, y, scale]) => {
      const size = Number(scale) * EM
      const [left, base] = [Number(x), Number(y)]
      return {
        turn: Number(turn),
        size,
        outer: Math.hypot(left, base - 0.88 * size),
        inner: Math.abs(base + 0.12 * size),
      }
    },
  )

const chinese = fc.string({
  unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((point) => String.fromCodePoint(point)),
  minLength: 4,
  maxLength: 100,
})
const names = fc.oneof(
  chinese,
  fc
    .string({ unit: fc.constantFrom(...'abcdefgh '), minLength: 4, maxLength: 100 })
    .filter((name) => name.trim() !== ''),
)

describe('a round seal', () => {
  test('bears the whole name in its order, and that it is electronic', () => {
    fc.assert(
      fc.property(names, (name) => {
        const said = marks(draw(name)).join('').replaceAll(' ', '')
        expect(said).toBe(textOfSeal(name).replaceAll(' ', ''))
        expect(said.endsWith('电子ELECTRONIC')).toBe(true)
      }),
    )
  })

  test('keeps each character within its edge and off its middle, none over another, whatever the name', () => {
    fc.assert(
      fc.property(names, (name) => {
        for (const { turn, size, outer, inner } of reach(draw(name))) {
          expect(outer).toBeLessThan(94)
          expect(inner).toBeGreaterThan(42)
          expect(size).toBeGreaterThan(5)
          expect(Math.abs(turn)).toBeLessThan(151)
        }
      }),
    )
  })

  test('leaves out what is not seen', () => {
    expect(draw('江\u200b城大学')).toBe(draw('江城大学'))
  })

  test('goes on one ring while it can be read there, then on two, parted between words', () => {
    const rings = (name: string) =>
      new Set(reach(draw(name)).map(({ size, inner }) => Math.round(inner - size * 0.24))).size
    expect(rings('江城大学')).toBe(1)
    expect(rings('某'.repeat(28))).toBe(1)
    expect(rings('某'.repeat(60))).toBe(2)
    const turns = reach(draw('Zhongguancun International Trading and Engineering Company Limited'))
    expect(turns.some(({ turn }, at) => at > 0 && turn < turns[at - 1]!.turn)).toBe(true)
  })
})
