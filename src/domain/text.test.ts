import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { characterCount, isPersonName, tidy, tidyLines } from './text.ts'

const seed = 20_260_630
const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ' ',
      '\n',
      '\r\n',
      '\t',
      '\u3000',
      '\u00a0',
      '\u200b',
      '\ufeff',
      '\u0000',
      '\u0301',
      'e',
      '李',
    ),
    fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
  ),
  maxLength: 40,
})

test.each([
  ['', 0],
  ['张三', 2],
  ['𬭊', 1],
  ['㛃', 1],
  ['王𬭊㛃', 3],
  ['Li Ming', 7],
])('a person counts in %j %i characters', (text, count) => {
  expect(characterCount(text)).toBe(count)
})

test.each([
  '张三',
  '黄河水',
  '〇',
  '王𬭊㛃',
  '𠀀',
  '\u{323B0}',
  '阿卜杜拉·买买提',
  'Anna-Lena Müller',
  "Sinéad O'Connor",
  'Martin Luther King Jr.',
  'ئابدۇللا',
  '漢'.repeat(50),
  '𠮷'.repeat(50),
])('%s may be a name', (text) => {
  expect(isPersonName(text)).toBe(true)
})

test.each([
  '',
  ' ',
  ' 张三',
  '张三 ',
  '·张三',
  '张三·',
  '张三9',
  '张\u200b三',
  '张\u202e三',
  '张\n三',
  '张\u0000三',
  '张\ue863三',
  '张\ud842三',
  '张<三>',
  '张三@',
  '漢'.repeat(51),
])('%j is no name', (text) => {
  expect(isPersonName(text)).toBe(false)
})

test.each([
  ['  张三  ', '张三'],
  ['Li   Ming', 'Li Ming'],
  ['Li\u3000\u00a0Ming', 'Li Ming'],
  ['a\n\tb', 'a b'],
  ['张\u200b三\ufeff', '张三'],
  ['a\u0000b\u202ec', 'abc'],
  ['\ud842张', '张'],
  ['e\u0301', 'é'],
  ['e\u200b\u0301', 'é'],
  ['𬭊', '𬭊'],
])('%j is kept as %j', (text, kept) => {
  expect(tidy(text)).toBe(kept)
})

test.each([
  ['一\r\n二\r三\u2028四', '一\n二\n三\n四'],
  ['\n\n一  二 \n\n\n\n 三\u200b\n', '一 二\n\n三'],
  [' \n\t\n ', ''],
])('of %j the lines are kept: %j', (text, kept) => {
  expect(tidyLines(text)).toBe(kept)
})

it('leaves alone what is tidy already', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(tidy(tidy(text))).toBe(tidy(text))
      expect(tidyLines(tidyLines(text))).toBe(tidyLines(text))
    }),
    { seed },
  )
})

it('leaves nothing that cannot be seen, and nothing that PostgreSQL cannot store', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(tidy(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]|^\s|\s$|\s\s|[^\S ]/u)
      expect(tidyLines(text)).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]|^\s|\s$|\n{3}/u)
      expect(tidy(text).isWellFormed()).toBe(true)
    }),
    { seed },
  )
})
