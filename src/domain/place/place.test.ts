import { describe, expect, it, test } from 'vitest'
import { codeTable } from '../sheets/code-table.ts'
import { findHeadings } from '../sheets/header.ts'
import { PLACE_SHEET } from './columns.ts'
import { factFor, type PlaceFact, refuseUnlessFact, regionsAround } from './fact.ts'
import { wageDoubt } from './minimum-wage.ts'
import { placeReader, writtenMonth } from './read-row.ts'

const REGIONS = codeTable([
  { code: '420000', name: '湖北省' },
  { code: '420100', name: '武汉市', parent: '420000' },
  { code: '420111', name: '洪山区', parent: '420100' },
  { code: '420500', name: '宜昌市', parent: '420000' },
])
const fact = (region: string, since: string, amount: number, until: string | null = null): PlaceFact => ({
  region,
  since,
  until,
  amount,
})
const FACTS = [
  fact('420000', '2020-01', 150_000),
  fact('420100', '2024-02', 200_000),
  fact('420100', '2026-02', 221_000),
  fact('420500', '2024-02', 180_000, '2026-01'),
]

test('a county falls back to its city, a city to its province', () => {
  expect(regionsAround('420111')).toEqual(['420111', '420100', '420000'])
  expect(regionsAround('420000')).toEqual(['420000'])
})

test.each([
  ['the city’s latest that has begun, for a county', '420111', '2026-07', 221_000],
  ['the month before the latest begins, the one before it', '420111', '2026-01', 200_000],
  ['in the very month in which it begins', '420111', '2026-02', 221_000],
  ['before the city’s own, the province’s', '420100', '2023-12', 150_000],
  ['one that has ended holds in its last month', '420500', '2026-01', 180_000],
  ['and no more after it: the province’s', '420500', '2026-02', 150_000],
  ['nothing before the first', '420111', '2019-12', null],
  ['nothing elsewhere', '110101', '2026-07', null],
])('%s', (_, region, month, amount) => {
  expect(factFor(FACTS, region, month)?.amount ?? null).toBe(amount)
})

test('pay is doubtful below the figure, in the probation too, and never where none is known', () => {
  const minimum = { amount: 221_000, place: '武汉市', since: '2026-02' }
  const pay = (probationDays: number, probationPay: number, regularPay: number) =>
    wageDoubt({ probationDays, probationPay, regularPay }, minimum)?.pay ?? null
  expect([pay(0, 0, 221_000), pay(0, 0, 220_999)]).toEqual([null, 220_999])
  expect([pay(30, 220_000, 300_000), pay(30, 221_000, 300_000)]).toEqual([220_000, null])
  expect(wageDoubt({ probationDays: 0, probationPay: 0, regularPay: 1 }, null)).toBeNull()
})

test.each([
  ['2026-07', '2026-07'],
  ['2026/7', '2026-07'],
  ['2026年7月', '2026-07'],
  ['202607', '2026-07'],
  ['２０２６－０７', '2026-07'],
  ['2026-07-15', '2026-07'],
  ['2026-13', null],
  ['七月', null],
])('the month %s is read as %s', (typed, month) => expect(writtenMonth(typed)).toBe(month))

it('refuses what nobody could mean', () => {
  const of = { since: '2026-02', until: null, amount: 1 }
  expect(() => refuseUnlessFact('minimum-wage', of)).not.toThrow()
  expect(() => refuseUnlessFact('minimum-wage', { ...of, until: '2026-01' })).toThrow('months-reversed')
  expect(() => refuseUnlessFact('minimum-wage', { ...of, amount: null })).toThrow('amount-needed')
  expect(() => refuseUnlessFact('western', of)).toThrow('amount-needed')
})

describe('a sheet', () => {
  const row = (at: number, ...cells: string[]) => ({ row: at, cells })
  const read = (hasAmount: boolean, ...rows: string[][]) => {
    const headings = row(1, '地区', '月最低工资（元）', '执行月份', '截止月份')
    const reader = placeReader(findHeadings(PLACE_SHEET, [headings])!, { regions: REGIONS, hasAmount })
    return rows.map((cells, index) => reader(row(index + 2, ...cells)))
  }
  const faults = (...of: ReturnType<typeof read>) =>
    of.flatMap(({ faults: found }) => found.map(({ row: at, column, fault }) => [at, column, fault]))

  it('is read by code, by name and by path', () => {
    const all = read(true, ['420111', '2210', '2026-02', ''], ['武汉市', '2,210.00元', '202602', '2026-12'])
    expect(all.map(({ fact: one }) => one)).toEqual([
      fact('420111', '2026-02', 221_000),
      fact('420100', '2026-02', 221_000, '2026-12'),
    ])
  })

  it('names every cell that is wrong, and the earlier row of two about the same', () => {
    expect(
      faults(
        ...read(
          true,
          ['月球', '0', '下月', ''],
          ['420111', '2210', '2026-02', '2026-01'],
          ['420100', '', '2026-02', ''],
          ['洪山区', '2300', '2026-02', ''],
        ),
      ),
    ).toEqual([
      [2, 'A', 'not-in-table'],
      [2, 'B', 'not-money'],
      [2, 'C', 'not-a-month'],
      [3, 'D', 'ends-before'],
      [4, 'B', 'needed'],
      [5, 'A', 'place-twice'],
    ])
  })

  it('of a tag has no amount', () => {
    expect(faults(...read(false, ['420111', '2210', '2026-02', '']))).toEqual([[2, 'B', 'no-amount-here']])
    expect(read(false, ['420111', '', '2026-02', ''])[0]!.fact).toEqual({
      ...fact('420111', '2026-02', 0),
      amount: null,
    })
  })
})
