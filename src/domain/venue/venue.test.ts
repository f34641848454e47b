import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, atInChina, dayInChina, timeInChina, weekdayOf } from '../day.ts'
import { Refusal } from '../refusal.ts'
import { refuseUnlessHours, type Slot, slotOf, spanOf, USUAL_HOURS } from './slot.ts'
import { type Booked, heldSpan, placedBy, refuseUnlessFree, type Venue } from './venue.ts'

const AT = new Date('2026-06-01T10:00:00+08:00')
/** A Monday. */
const SLOT: Slot = { day: '2026-06-08', from: '14:00', until: '16:00' }
const venue = (change: Partial<Venue> = {}): Venue => ({
  id: 'a',
  name: '报告厅',
  nameEn: '',
  place: '主校区',
  placeEn: '',
  capacity: 100,
  setupMinutes: 30,
  hours: USUAL_HOURS,
  retiredAt: null,
  version: 1,
  ...change,
})

test('a time of a day in China is an instant and back, whatever the zone of the process', () => {
  expect(spanOf(SLOT).startsAt).toEqual(new Date('2026-06-08T06:00:00Z'))
  expect([weekdayOf('2026-06-08'), weekdayOf('2026-06-14')]).toEqual([0, 6])
  const time = fc
    .tuple(fc.nat(23), fc.nat(59))
    .map((of) => of.map((n) => String(n).padStart(2, '0')).join(':'))
  const day = fc.nat(4000).map((n) => addDays('2020-01-01', n))
  fc.assert(
    fc.property(day, time, (on, at) => {
      const instant = atInChina(on, at)
      expect([dayInChina(instant), timeInChina(instant)]).toEqual([on, at])
    }),
    { seed: 64 },
  )
  expect(slotOf(spanOf(SLOT))).toEqual(SLOT)
  expect(() => atInChina('2026-06-08', '24:00')).toThrow(RangeError)
})

describe('what is held in a venue', () => {
  const inTheWay: Booked = { title: '别的活动', ...spanOf(SLOT) }
  test.each<
    [string, { of?: Venue; slot?: Partial<Slot>; places?: number; inTheWay?: Booked }, string | null]
  >([
    ['within its hours', {}, null],
    ['to the minute when it opens and shuts', { slot: { from: '08:00', until: '21:00' } }, null],
    ['before it opens', { slot: { from: '07:59' } }, 'venue-closed'],
    ['after it shuts', { slot: { until: '21:01' } }, 'venue-closed'],
    ['on a Sunday', { slot: { day: '2026-06-07' } }, 'venue-shut'],
    ['backwards', { slot: { until: '14:00' } }, 'slot-too-short'],
    ['for fourteen minutes', { slot: { until: '14:14' } }, 'slot-too-short'],
    ['before now', { slot: { day: '2026-06-01', from: '09:00', until: '09:30' } }, 'slot-past'],
    ['once it is retired', { of: venue({ retiredAt: AT }) }, 'venue-retired'],
    ['with as many as it holds', { places: 100 }, null],
    ['with one more', { places: 101 }, 'venue-too-small'],
    ['while something stands there', { inTheWay }, 'venue-taken'],
  ])('%s', (_name, { of = venue(), slot, places = 50, inTheWay: other = null }, expected) => {
    const ask = () =>
      refuseUnlessFree({ venue: of, inTheWay: other ?? null }, { slot: { ...SLOT, ...slot }, places }, AT)
    if (expected === null) return expect(ask).not.toThrow()
    expect(ask).toThrow(Refusal)
    expect(ask).toThrow(expected)
  })

  it('holds it with the time to set up, and no longer than it lasts', () => {
    const placed = placedBy({ venueId: 'a', slot: SLOT, places: 1 })
    expect(heldSpan(venue(), placed)).toEqual({
      heldFrom: new Date('2026-06-08T05:30:00Z'),
      endsAt: new Date('2026-06-08T08:00:00Z'),
    })
  })

  it('opens before it shuts on every day of the week, or not at all', () => {
    expect(() => refuseUnlessHours(USUAL_HOURS)).not.toThrow()
    expect(() => refuseUnlessHours([...USUAL_HOURS.slice(1), { from: '09:00', until: '09:00' }])).toThrow(
      'hours-reversed',
    )
  })
})
