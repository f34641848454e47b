import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { fenFromYuan, MOST_FEN, yuanFromFen } from './money.ts'

test.each([
  ['3000', 300_000],
  ['3000.5', 300_050],
  ['3000.50', 300_050],
  [' 3000 ', 300_000],
  ['0', 0],
  ['0.29', 29],
  ['0.01', 1],
  ['99999999.99', MOST_FEN],
  ['8000.00', 800_000],
  ['8,000.00', 800_000],
  ['８，０００', 800_000],
  ['８０００．５０', 800_050],
  ['8000。5', 800_050],
  ['12 000', 1_200_000],
  ['1,234,567.8', 123_456_780],
  ['¥3000', 300_000],
  ['￥ 3,000 元', 300_000],
  ['1.2万', 1_200_000],
  ['0.8万元', 800_000],
  ['1.234567万', 1_234_567],
])('%j yuan are %i fen', (text, fen) => {
  expect(fenFromYuan(text)).toBe(fen)
})

test.each([
  '',
  ' ',
  '-1',
  '+1',
  '3,00',
  '30,00.5',
  '1,2万',
  '1.2345678万',
  '8千',
  '3000.505',
  '3000.',
  '.5',
  '1e3',
  '0x10',
  '100000000',
  '99999999.999',
  '9'.repeat(400),
  '面议',
])('%j is not an amount', (text) => {
  expect(fenFromYuan(text)).toBeNull()
})

test.each([
  [300_000, '3000'],
  [300_050, '3000.50'],
  [300_005, '3000.05'],
  [1, '0.01'],
  [0, '0'],
])('%i fen are written %j', (fen, text) => {
  expect(yuanFromFen(fen)).toBe(text)
})

test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses to write %d fen', (fen) => {
  expect(() => yuanFromFen(fen)).toThrow(RangeError)
})

it('reads back every amount it has written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: MOST_FEN }), (fen) => {
      expect(fenFromYuan(yuanFromFen(fen))).toBe(fen)
    }),
    { seed: 20_260_630 },
  )
})
