import { expect, test } from 'vitest'
import { normalCode, scaled, wholeFrom } from './entered.ts'

test.each([
  [' ２０２３０１０００１ ', '2023010001'],
  ['b 12', 'B12'],
  ['H12345678\u200B', 'H12345678'],
  ['4201－1120', '4201-1120'],
  ['42011120050703031ｘ', '42011120050703031X'],
])('the code %j is kept as %j', (text, kept) => {
  expect(normalCode(text)).toBe(kept)
})

test.each([
  ['30', 30],
  ['３０', 30],
  [' 30.0 ', 30],
  ['1,200', 1200],
  ['1，200', 1200],
  ['', null],
  ['三十', null],
  ['30.5', null],
  ['-1', null],
  ['12,00', null],
])('the whole number %j is %j', (text, value) => {
  expect(wholeFrom(text)).toBe(value)
})

test('digits that no integer holds exactly are none', () => {
  expect(scaled('9'.repeat(16), 2)).toBeNull()
})
