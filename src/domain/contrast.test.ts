import { describe, expect, it, test } from 'vitest'
import { colours } from '../looks/tokens.ts'
import { contrast, readability, refuseUnlessReadable } from './contrast.ts'

test.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#fff', 1],
  ['#767676', '#ffffff', 4.54],
  ['#777777', '#ffffff', 4.48],
  ['#ff0000', '#ffffff', 4],
])('%s on %s is told by %d (WCAG)', (one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 1)
  expect(contrast(other, one)).toBe(contrast(one, other))
})

describe('a school’s colour', () => {
  const grounds = [colours.white, colours.paper]
  it('is refused with its figure where it cannot be read', () => {
    expect(() => refuseUnlessReadable({ colour: '#ffcc00', accent: null }, grounds)).toThrow(
      expect.objectContaining({
        code: 'colour-unreadable',
        details: { field: 'colour', ratio: 1.3, least: 4.5 },
      }),
    )
    expect(() => refuseUnlessReadable({ colour: null, accent: '#dddddd' }, grounds)).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ field: 'accent', least: 3 }) }),
    )
  })

  it('is judged by the ground on which it is hardest to see, and a mark less strictly than a word', () => {
    // Enough on white, not on paper.
    expect(readability('colour', '#767676', [colours.white]).isEnough).toBe(true)
    expect(readability('colour', '#767676', grounds).isEnough).toBe(false)
    expect(readability('accent', '#767676', grounds).isEnough).toBe(true)
  })

  it('may be the product’s own, and none', () => {
    expect(() => refuseUnlessReadable({ colour: colours.pine, accent: colours.seal }, grounds)).not.toThrow()
    expect(() => refuseUnlessReadable({ colour: null, accent: null }, grounds)).not.toThrow()
  })

  it('that is refused never reads as enough', () => {
    const { isEnough, ratio, least } = readability('colour', '#777777', [colours.white])
    expect([isEnough, ratio < least]).toEqual([false, true])
  })
})
