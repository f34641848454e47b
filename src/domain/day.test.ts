import fc from 'fast-check'
import { afterEach, describe, expect, it, test } from 'vitest'
import { addDays, dayInChina, daysBetween, endOfDayInChina, isDay, isOver } from './day.ts'

const seed = 20_260_630
const instant = fc.date({
  min: new Date('1992-01-01T00:00:00Z'),
  max: new Date('2099-12-31T00:00:00Z'),
  noInvalidDate: true,
})
const day = instant.map(dayInChina)

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

describe.each(['UTC', 'America/New_York', 'Asia/Shanghai'])('on a server in %s', (tz) => {
  it('really runs in that zone', () => {
    process.env.TZ = tz
    expect(new Date('2026-06-30T00:00:00Z').getHours()).toBe(
      { UTC: 0, 'America/New_York': 20, 'Asia/Shanghai': 8 }[tz],
    )
  })

  it('a new day begins at 24:00 in China, not on the server', () => {
    process.env.TZ = tz
    expect(dayInChina(new Date('2026-06-30T15:59:59.999Z'))).toBe('2026-06-30')
    expect(dayInChina(new Date('2026-06-30T16:00:00Z'))).toBe('2026-07-01')
    expect(endOfDayInChina('2026-06-30').toISOString()).toBe('2026-06-30T16:00:00.000Z')
  })

  it('a deadline holds until the last millisecond of its day (R4)', () => {
    process.env.TZ = tz
    expect(isOver('2026-06-30', new Date('2026-06-30T23:59:59.999+08:00'))).toBe(false)
    expect(isOver('2026-06-30', new Date('2026-07-01T00:00:00.000+08:00'))).toBe(true)
  })

  it('counts days over months, leap years and American summer time', () => {
    process.env.TZ = tz
    expect(addDays('2026-03-07', 2)).toBe('2026-03-09')
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(daysBetween('2026-11-02', '2026-10-31')).toBe(-2)
  })

  it('agrees with the calendar of Asia/Shanghai at any instant', () => {
    process.env.TZ = tz
    const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })
    fc.assert(
      fc.property(instant, (at) => {
        expect(dayInChina(at)).toBe(calendar.format(at))
      }),
      { seed },
    )
  })
})

test.each(['1900-01-01', '2000-02-29', '2024-02-29', '2999-12-31'])('%s is a day', (text) => {
  expect(isDay(text)).toBe(true)
})

test.each([
  '1899-12-31',
  '3000-01-01',
  '1900-02-29',
  '2025-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-06-31',
  '2026-6-3',
  '2026-06-30T00:00:00Z',
  ' 2026-06-30',
  '2026-06-30\n',
  '２０２６-06-30',
  '',
])('%j is not a day', (text) => {
  expect(isDay(text)).toBe(false)
})

it('refuses to calculate with what is not a day, an instant or a number of days', () => {
  expect(() => addDays('2026-02-30', 1)).toThrow(RangeError)
  expect(() => addDays('2026-02-01', 0.5)).toThrow(RangeError)
  expect(() => addDays('2999-12-31', 1)).toThrow(RangeError)
  expect(() => daysBetween('2026-02-01', 'tomorrow')).toThrow(RangeError)
  expect(() => dayInChina(new Date(Number.NaN))).toThrow(RangeError)
  expect(() => isOver('2026-02-01', new Date(Number.NaN))).toThrow(RangeError)
})

it('adds what it has measured', () => {
  fc.assert(
    fc.property(day, day, (a, b) => {
      expect(addDays(a, daysBetween(a, b))).toBe(b)
    }),
    { seed },
  )
})

it('orders days as text as it orders them in time', () => {
  fc.assert(
    fc.property(day, day, (a, b) => {
      expect(a < b).toBe(daysBetween(a, b) > 0)
    }),
    { seed },
  )
})

it('an instant lies within its own day, and the day before is over', () => {
  fc.assert(
    fc.property(instant, (at) => {
      const today = dayInChina(at)
      expect(isOver(today, at)).toBe(false)
      expect(isOver(addDays(today, -1), at)).toBe(true)
    }),
    { seed },
  )
})
