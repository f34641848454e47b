import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { goesAt, USUAL_QUIET } from './quiet-hours.ts'

const inChina = (text: string) => new Date(`2026-06-${text}:00+08:00`)

test.each([
  ['01T07:59', '01T08:00'],
  ['01T08:00', '01T08:00'],
  ['01T21:59', '01T21:59'],
  ['01T22:00', '02T08:00'],
  ['01T23:59', '02T08:00'],
  ['02T00:00', '02T08:00'],
  ['30T22:00', '31T08:00'],
])('from 22 to 8 o’clock: what could go on %s goes on %s', (at, goes) => {
  const expected = goes === '31T08:00' ? new Date('2026-07-01T08:00:00+08:00') : inChina(goes)
  expect(goesAt(USUAL_QUIET, inChina(at), null)).toEqual(expected)
})

test.each([
  [{ quietFrom: 12, quietUntil: 14 }, '01T13:30', '01T14:00'],
  [{ quietFrom: 12, quietUntil: 14 }, '01T23:30', '01T23:30'],
  [{ quietFrom: 0, quietUntil: 7 }, '01T00:00', '01T07:00'],
  [{ quietFrom: 20, quietUntil: 0 }, '01T20:00', '02T00:00'],
  [{ quietFrom: 8, quietUntil: 8 }, '01T08:00', '01T08:00'],
])('hours of %j: what could go on %s goes on %s', (hours, at, goes) => {
  expect(goesAt(hours, inChina(at), null)).toEqual(inChina(goes))
})

test('nobody waits for a morning that is too late', () => {
  const at = inChina('01T22:30')
  expect(goesAt(USUAL_QUIET, at, inChina('02T00:00'))).toEqual(at)
  expect(goesAt(USUAL_QUIET, at, inChina('02T08:00'))).toEqual(at)
  expect(goesAt(USUAL_QUIET, at, inChina('03T00:00'))).toEqual(inChina('02T08:00'))
})

describe('whatever the hours are', () => {
  const hour = fc.integer({ min: 0, max: 23 })
  const day = fc.integer({ min: 0, max: 3 * 24 * 60 - 1 })
  const given = fc.tuple(fc.record({ quietFrom: hour, quietUntil: hour }), day)
  const instant = (minutes: number) => new Date(inChina('01T00:00').getTime() + minutes * 60_000)

  it('a message goes within a day, never earlier than it could, and what waited does not wait again', () => {
    fc.assert(
      fc.property(given, ([hours, minutes]) => {
        const at = instant(minutes)
        const goes = goesAt(hours, at, null)
        expect(goes >= at).toBe(true)
        expect(goes.getTime() - at.getTime()).toBeLessThan(24 * 3_600_000)
        expect(goesAt(hours, goes, null)).toEqual(goes)
      }),
      { seed: 26 },
    )
  })

  it('it goes before its deadline, or at once', () => {
    fc.assert(
      fc.property(given, day, ([hours, minutes], until) => {
        const [at, deadline] = [instant(minutes), instant(until)]
        const goes = goesAt(hours, at, deadline)
        expect(goes.getTime() === at.getTime() || goes < deadline).toBe(true)
      }),
      { seed: 26 },
    )
  })
})
