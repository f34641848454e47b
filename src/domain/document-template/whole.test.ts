import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { PRINTED_HERE } from '../printed.ts'
import { notAllowedIn } from './allowed.ts'
import { bare, standsOn, standTogether } from './whole.ts'

describe('a text stands on the pages', () => {
  const word = fc.stringMatching(/^[一-龥]{20,60}$/)
  it('whole, or broken once where a page ends', () => {
    fc.assert(
      fc.property(word, fc.integer({ min: 8, max: 12 }), (text, cut) => {
        expect(standsOn([`头${text}尾`], text)).toBe(true)
        expect(standsOn([`头${text.slice(0, cut)}脚`, `头${text.slice(cut)}尾`], text)).toBe(true)
      }),
      { seed: 56 },
    )
  })
  it('not with a character left out, nor with its parts in another order', () => {
    fc.assert(
      fc.property(word, fc.nat(), (text, at) => {
        const left = [...text].filter((_, index) => index !== at % text.length).join('')
        fc.pre(!left.includes(text))
        expect(standsOn([left], text)).toBe(text.length === 0)
        const [first, second] = [text.slice(0, 10), text.slice(10)]
        fc.pre(first !== second && !`${second}|${first}`.includes(text))
        expect(standsOn([second, first], text)).toBe(false)
      }),
      { seed: 56 },
    )
  })
  test('whatever a line’s end or a font makes of it', () => {
    expect(bare('8,500 元\n/月')).toBe(bare('8,500元/月'))
    expect(bare('a1b2-\nc3')).toBe('a1b2c3')
    expect(bare('⽂')).toBe('文')
  })
})

test.each([
  ['某某学院2026-06-01', true],
  ['2026-06-01（某某学院）', true],
  ['某某学院（盖章）2026-06-01', true],
  ['某某学院于2026-06-01', true],
  ['毕业于某某学院，双方的解约于2026-06-01提出', false],
  ['某某学院', false],
])('who issues it and the day stand together in %s: %s', (page, wanted) => {
  expect(standTogether(['前页', page], '某某学院', '2026-06-01')).toBe(wanted)
})

describe('what a template must not say', () => {
  test.each([
    ['#import "x.typ"', 'import'],
    ['  #  include"x"', 'include'],
    ['#{ let f = plugin }', 'plugin'],
    ['a\n#std.image("x")', 'std'],
    ['/* eval */', 'eval'],
    ['#datetime.today()', 'today'],
  ])('%s', (source, word) => {
    expect(notAllowedIn(source, PRINTED_HERE)).toMatchObject([{ what: 'forbidden', word }])
  })
  test.each(['important', '#evaluate', '#std-line', 'my-import', 'stdx', '重要'])(
    '%s it may say',
    (source) => {
      expect(notAllowedIn(source, PRINTED_HERE)).toEqual([])
    },
  )
  test('a character that no font has, by its line', () => {
    expect(notAllowedIn('好\n\t𠮷', PRINTED_HERE)).toEqual([
      { what: 'unprinted', line: 2, character: '𠮷', code: 'U+20BB7' },
    ])
  })
})
