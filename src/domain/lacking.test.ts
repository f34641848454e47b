import { expect, test } from 'vitest'
import { LACKING, lackingOf, refuseWhileLacking } from './lacking.ts'
import { Refusal } from './refusal.ts'

test.each([
  [null, true, null],
  [null, false, 'notice'],
  ['code', true, 'code'],
  ['code', false, 'code'],
  ['set-up', false, 'set-up'],
] as const)('of the second factor %s, agreed %s: lacks %s', (second, hasAgreed, lacks) => {
  expect(lackingOf(second, hasAgreed)).toBe(lacks)
})

test('a session that lacks something gets nowhere, and is told what', () => {
  const codes = LACKING.map((lacking) => {
    try {
      refuseWhileLacking(lacking)
      return null
    } catch (refusal) {
      return (refusal as Refusal).code
    }
  })
  expect(codes).toEqual(['second-factor-needed', 'second-factor-to-set-up', 'notice-to-agree'])
  expect(() => refuseWhileLacking(null)).not.toThrow(Refusal)
})
