import { expect, test } from 'vitest'
import { canBeMeant, type DayWindow, daysMeant, refuseUnlessMeant } from './plausible-day.ts'

const AT = new Date('2026-06-01T00:30:00+08:00')

test.each<[DayWindow, string, boolean]>([
  ['ahead', '2026-06-01', true],
  ['ahead', '2026-05-31', false],
  ['ahead', '2020-07-10', false],
  ['ahead', '9999-12-31', false],
  ['reporting', '2026-02-01', true],
  ['reporting', '2019-02-01', false],
  ['signed', '2026-06-01', true],
  ['signed', '2026-06-02', false],
  ['signed', '1900-01-01', false],
  ['destination', '2025-09-01', true],
  ['destination', '2999-09-01', false],
  ['birth', '2004-03-01', true],
  ['birth', '2027-03-01', false],
  ['birth', '1900-03-01', false],
])('for %s, %s can be meant: %s', (window, day, can) => {
  expect(canBeMeant(day, window, AT)).toBe(can)
})

test('what cannot be meant is refused with its field and the days between which it can lie', () => {
  expect(() => refuseUnlessMeant('signedOn', '2026-06-01', 'signed', AT)).not.toThrow()
  try {
    refuseUnlessMeant('signedOn', '2030-01-01', 'signed', AT)
    expect.unreachable()
  } catch (refusal) {
    expect(refusal).toMatchObject({
      code: 'day-not-meant',
      details: { field: 'signedOn', ...daysMeant('signed', AT) },
    })
  }
})
