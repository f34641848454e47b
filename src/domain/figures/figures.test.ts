import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays } from '../day.ts'
import { digitsMeant, digitsShown, PAY_BANDS, payBandBounds, payBandOf, regionWithin } from './dimensions.ts'
import {
  basisPointsOf,
  figureOf,
  graduatesIn,
  MEASURE_NAMES,
  NOBODY,
  PARTS,
  partsOf,
  STANDINGS,
  type Tally,
  tallyOf,
} from './parts.ts'
import { daysLookedAt, seasonAt, seasonOf, standingOn, yearShown, yearsBefore } from './season.ts'

const tallies = fc.record(
  Object.fromEntries(STANDINGS.map((one) => [one, fc.nat(5_000)])) as Record<
    keyof Tally,
    fc.Arbitrary<number>
  >,
)

describe('the figures of a tally', () => {
  const tally: Tally = { ...NOBODY, contract: 60, flexible: 5, 'further-study': 20, waiting: 10, nothing: 5 }
  test.each([
    ['placed', 85],
    ['contract', 60],
    ['flexible', 5],
    ['own-business', 0],
    ['further-study', 20],
    ['waiting', 10],
    ['not-seeking', 0],
    ['nothing', 5],
    ['known', 95],
  ] as const)('%s are %i of a hundred', (measure, numerator) => {
    expect(figureOf(measure, tally)).toEqual({ numerator, denominator: 100 })
  })

  it('parts and the rest make the whole, whatever the numbers', () => {
    fc.assert(
      fc.property(tallies, (of) => {
        const n = (measure: (typeof MEASURE_NAMES)[number]) => figureOf(measure, of).numerator
        const all = graduatesIn(of)
        expect(n('contract') + n('flexible') + n('own-business') + n('further-study')).toBe(n('placed'))
        expect(n('placed') + n('waiting') + n('not-seeking')).toBe(n('known'))
        expect(n('known') + n('nothing')).toBe(all)
        expect(MEASURE_NAMES.every((measure) => figureOf(measure, of).denominator === all)).toBe(true)
      }),
      { seed: 72 },
    )
  })

  it('names every part in a measure of its own', () => {
    expect(PARTS.map((part) => partsOf(part))).toEqual(PARTS.map((part) => [part]))
  })

  it('adds up rows, several of one standing too', () => {
    expect(
      tallyOf([
        { standing: 'contract', n: 2 },
        { standing: 'nothing', n: 1 },
        { standing: 'contract', n: 3 },
      ]),
    ).toEqual({ ...NOBODY, contract: 5, nothing: 1 })
  })

  test.each([
    [85, 100, 8500],
    [1, 3, 3333],
    [2, 3, 6667],
    [1, 8, 1250],
    [1, 20_000, 1],
    [0, 7, 0],
    [0, 0, null],
  ])('%i of %i is %s hundredths of a percent', (numerator, denominator, expected) => {
    expect(basisPointsOf({ numerator, denominator })).toBe(expected)
  })
})

describe('where and for how much', () => {
  test.each([
    ['420000', 2, 4],
    ['420100', 4, 6],
    ['420111', 6, 6],
  ])('%s means %i digits, and beneath it stand %i', (code, meant, shown) => {
    expect([digitsMeant(code), digitsShown(code)]).toEqual([meant, shown])
  })
  it('shows provinces first, and nothing of nothing', () => {
    expect([digitsShown(undefined), regionWithin('420111', 2), regionWithin('', 2)]).toEqual([
      2,
      '420000',
      '',
    ])
  })
  test.each([
    [null, ''],
    [0, '00000'],
    [299_999, '00000'],
    [300_000, '03000'],
    [1_999_999, '15000'],
    [2_000_000, '20000'],
    [99_000_000, '20000'],
  ])('%s fen are in the band %s', (fen, band) => {
    expect(payBandOf(fen)).toBe(band)
  })
  it('has bands that follow each other', () => {
    expect(payBandBounds('05000')).toEqual({ from: 5_000, to: 6_000 })
    expect(payBandBounds(payBandOf(PAY_BANDS[PAY_BANDS.length - 1]! * 100))).toEqual({
      from: 20_000,
      to: null,
    })
    expect(payBandBounds('banana')).toBeNull()
  })
})

describe('development', () => {
  test.each([
    ['2026-08-31', 2026],
    ['2026-09-01', 2027],
    ['2027-01-01', 2027],
  ])('%s is of the season %i', (day, year) => {
    expect(seasonAt(day)).toBe(year)
  })
  test.each([
    [[2025, 2026, 2027], '2026-08-31', 2026],
    [[2025, 2026], '2026-11-27', 2026],
    [[2028, 2027], '2026-03-01', 2027],
    [[], '2026-03-01', 2026],
  ])('of %j on %s the year %i is shown', (years, day, year) => {
    expect(yearShown(years, day)).toBe(year)
  })
  it('looks a week apart, last of all today, and never beyond the season', () => {
    const days = daysLookedAt(2026, '2026-06-01')
    expect([days[days.length - 1], days[days.length - 2]]).toEqual(['2026-06-01', '2026-05-25'])
    expect(days[0]! >= seasonOf(2026).from && days[0]! < addDays(seasonOf(2026).from, 7)).toBe(true)
    expect(daysLookedAt(2025, '2026-06-01').at(-1)).toBe('2025-12-31')
    expect(daysLookedAt(2027, '2026-06-01')).toEqual([])
    expect(yearsBefore('2028-02-29', 1)).toBe('2027-02-28')
  })
  it('counts what had begun and not ended by the end of each day, as counting them one by one does', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2026-03-01', n))
    const steps = fc.array(fc.record({ day, key: fc.constantFrom('a', 'b'), n: fc.constantFrom(1, -1) }))
    const days = fc.uniqueArray(day).map((all) => all.sort())
    fc.assert(
      fc.property(days, steps, (at, all) => {
        const slow = at.map((until) => {
          const sum = (key: string) =>
            all.reduce((n, step) => (step.key === key && step.day <= until ? n + step.n : n), 0)
          return { a: sum('a'), b: sum('b') }
        })
        expect(standingOn(at, all, ['a', 'b'])).toEqual(slow)
      }),
      { seed: 72 },
    )
  })
})
