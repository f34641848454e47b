import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { typedTerms } from '../../contracts/terms.ts'
import { PRINTED_HERE } from '../printed.ts'
import type { Cell, SheetRow } from '../sheet.ts'
import { cellsAsRead } from '../sheets/cells.ts'
import { codeTable } from '../sheets/code-table.ts'
import { findHeadings } from '../sheets/header.ts'
import { foldText } from '../text.ts'
import { type Batch, type BatchStatus, batchActions, refuseUnlessOffered, standingOfBatch } from './batch.ts'
import { BATCH_COLUMNS, BATCH_SHEET, type ColumnKey } from './columns.ts'
import { longestCell } from './read-cell.ts'
import { rowReader } from './read-row.ts'

const at = new Date('2026-06-01T10:00:00+08:00')
const row = (code: string, name: string, parent: string | null = null) => ({ code, name, parent })
const tables = {
  job_category: codeTable([row('13', '工程技术人员'), row('11', '科学研究人员')]),
  region: codeTable([
    row('110000', '北京市'),
    row('110100', '北京市', '110000'),
    row('110105', '朝阳区', '110100'),
    row('220000', '吉林省'),
    row('220100', '长春市', '220000'),
    row('220104', '朝阳区', '220100'),
  ]),
  file_transfer: codeTable([row('employer', '签约单位接收'), row('retained', '暂不转')]),
}
const limits = { minDays: 1, defaultDays: 5, maxDays: 30 }
const sheetRow = (n: number, cells: readonly Cell[]): SheetRow => ({ row: n, cells })
const RIGHT: { readonly [key in ColumnKey]?: string } = {
  studentNumber: '2023010001',
  name: '张三',
  position: '工程师',
  jobCategory: '13 工程技术人员',
  reportBy: '2026-07-15',
  region: '北京市朝阳区',
  contactName: '李四',
  contactPhone: '027-81234567',
  probationDays: '30',
  probationPay: '7000',
  regularPay: '8000',
}
const mapping = findHeadings(BATCH_SHEET, [
  sheetRow(
    1,
    BATCH_SHEET.keys.map((key) => BATCH_COLUMNS[key].zh),
  ),
])!
const reader = () => rowReader(mapping, { tables, limits, at, printed: PRINTED_HERE })
const cellsOf = (said: { readonly [key in ColumnKey]?: Cell }) =>
  BATCH_SHEET.keys.map((key) => said[key] ?? '')
const read = (change: { readonly [key in ColumnKey]?: Cell }, n = 2) =>
  reader()(sheetRow(n, cellsOf({ ...RIGHT, ...change })))
const faultsOf = (change: { readonly [key in ColumnKey]?: Cell }) =>
  read(change).faults.map((one) => [one.key, 'fault' in one ? one.fault : one.refusal])

test('a heading is known by its name and its synonyms, of which none means two columns', () => {
  const names = BATCH_SHEET.keys.flatMap((key) => {
    const { zh, en, also } = BATCH_COLUMNS[key]
    return [zh, en, ...also].map((name) => [foldText(name), key] as const)
  })
  const of = Map.groupBy(names, ([name]) => name)
  expect([...of].filter(([, keys]) => new Set(keys.map(([, key]) => key)).size > 1)).toEqual([])
})

describe('a cell', () => {
  test.each<[ColumnKey, Cell, string | undefined]>([
    ['probationDays', '０', undefined],
    ['probationDays', '30天', undefined],
    ['probationDays', '367', 'not-whole'],
    ['probationDays', '半年', 'not-whole'],
    ['regularPay', '¥8,000.50', undefined],
    ['regularPay', '0.8万', undefined],
    ['regularPay', '8000元/月', undefined],
    ['regularPay', '0', 'pay-zero'],
    ['regularPay', '-1', 'not-money'],
    ['penalty', '0', undefined],
    ['penalty', '100,00', 'not-money'],
    ['reportBy', '2026/7/15', undefined],
    ['reportBy', '2026年7月15日', undefined],
    ['reportBy', '20260715', undefined],
    ['reportBy', '2026-7-15 00:00:00', undefined],
    ['reportBy', '15.7.2026', 'not-a-day'],
    ['reportBy', '2026-02-30', 'not-a-day'],
    ['reportBy', '2020-07-15', 'day-not-meant'],
    ['respondBy', '2026-06-02', undefined],
    ['respondBy', '2026-06-01', 'deadline-out-of-limits'],
    ['respondBy', '2026-07-02', 'deadline-out-of-limits'],
    ['region', '110105', undefined],
    ['region', '朝阳区', 'several-in-table'],
    ['region', '火星', 'not-in-table'],
    ['jobCategory', '１３', undefined],
    ['contactPhone', '1.38E+10', 'digits-lost'],
    ['contactPhone', '138 1234 5678', undefined],
    ['studentNumber', { text: '', fault: 'digits-lost' }, 'digits-lost'],
    ['studentNumber', '2023010001.0', undefined],
    ['name', '张\u202E三', 'hidden-character'],
    ['name', '张　三', undefined],
    ['name', '', 'needed'],
    ['position', '职'.repeat(61), 'too-long'],
    ['household', '√', undefined],
    ['household', '也许', 'not-yes-or-no'],
    ['clauses', '公务员、事业单位录用后自动解除', undefined],
    ['clauses', '升学，公务员；入伍', undefined],
    ['clauses', '结婚', 'not-a-clause'],
    ['remarks', Array.from({ length: 10 }, () => '条'.repeat(300)).join('\n'), undefined],
    ['remarks', Array.from({ length: 11 }, () => '条').join('\n'), 'remarks-too-many'],
    ['remarks', '条'.repeat(301), 'too-long'],
    ['filePostcode', '430070.0', undefined],
    ['filePostcode', '4300', 'not-a-postcode'],
    ['contractMonths', '0', 'not-whole'],
    ['fileMethod', '暂不转', undefined],
  ])('%s %j: %s', (key, cell, fault) => {
    expect(faultsOf({ [key]: cell })).toEqual(fault ? [[key, fault]] : [])
  })
})

describe('a row', () => {
  it('says where each fault stands, all of them at once', () => {
    const { faults, named, offer } = read({ regularPay: '多', probationDays: '', name: '' }, 7)
    expect(faults.map(({ row: n, column, key, value }) => [n, column, key, value])).toEqual([
      [7, 'M', 'regularPay', '多'],
      [7, 'B', 'name', ''],
      [7, 'K', 'probationDays', ''],
    ])
    expect([named, offer]).toEqual([null, null])
  })

  it('without a probation needs no pay of it, and with one does', () => {
    expect(read({ probationDays: '0', probationPay: '' }).offer?.terms.probationPay).toBe(800_000)
    expect(faultsOf({ probationPay: '' })).toEqual([['probationPay', 'needed']])
  })

  it('has a probation within its term, and a usual deadline', () => {
    expect(faultsOf({ probationDays: '200', contractMonths: '6' })).toEqual([
      ['probationDays', 'probation-beyond-term'],
    ])
    expect(read({}).offer?.respondBy).toBe('2026-06-06')
  })

  it('is about another student than the rows before', () => {
    const judge = reader()
    const first = judge(sheetRow(2, cellsOf({ ...RIGHT, studentNumber: 'ab01' })))
    const second = judge(sheetRow(3, cellsOf({ ...RIGHT, studentNumber: 'ＡＢ01' })))
    expect([first.faults.length, second.faults[0]]).toMatchObject([
      0,
      { key: 'studentNumber', details: { row: 2 } },
    ])
    expect(second.named).toBeNull()
  })

  it('that is right makes terms that a single invitation would be sent with', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        '0',
        '30',
        '８，０００',
        '1.2万',
        '2026-07-15',
        '是',
        '升学',
        '410000',
        '条\n款',
        '12345678',
      ),
      fc.string({ unit: 'binary', maxLength: 40 }),
    )
    const change = fc.dictionary(fc.constantFrom(...BATCH_SHEET.keys), cell, { maxKeys: 6 })
    fc.assert(
      fc.property(change, (said) => {
        const { offer, named, faults } = read(said)
        if (!offer || !named || faults.length > 0) return
        const { success, data } = typedTerms.safeParse(offer.terms)
        expect([success, data]).toEqual([true, offer.terms])
      }),
      { seed: 20, numRuns: 2_000 },
    )
  })

  it('written back as it was read is read the same', () => {
    const cells = cellsOf({ ...RIGHT, remarks: '一\n二', clauses: '升学、体检' })
    const judged = reader()(sheetRow(2, cells))
    const again = cellsAsRead(sheetRow(2, cells), mapping, BATCH_SHEET.keys, (key) =>
      longestCell(BATCH_COLUMNS[key].takes),
    )
    expect(reader()(sheetRow(2, again))).toEqual(judged)
  })
})

describe('a batch', () => {
  const batch = (status: BatchStatus, right = 1, silent = 0): Batch => ({
    status,
    heardAt: new Date(at.getTime() - silent * 1000),
    counts: { right, faulty: 0, sent: 0, refused: 0 },
  })

  test.each<[string, Batch, string, string[]]>([
    ['being read', batch('reading'), 'reading', ['cancel']],
    ['read by nobody any more', batch('reading', 0, 61), 'failed', []],
    ['checked', batch('checked'), 'checked', ['send', 'cancel']],
    ['checked with nothing right', batch('checked', 0), 'checked', ['cancel']],
    ['being sent', batch('sending', 5, 59), 'sending', ['cancel']],
    ['sent by nobody any more', batch('sending', 5, 61), 'unfinished', ['send', 'cancel']],
    ['sent', batch('sent', 0), 'sent', []],
    ['cancelled', batch('cancelled'), 'cancelled', []],
    ['unclear', batch('unclear', 0), 'unclear', []],
  ])('%s', (_, of, standing, actions) => {
    expect([standingOfBatch(of, at), batchActions(of, at)]).toEqual([standing, actions])
  })

  it('refuses what it does not offer, and says when there is nothing to send', () => {
    expect(() => refuseUnlessOffered(batch('checked', 0), 'send', at)).toThrow('nothing-to-send')
    expect(() => refuseUnlessOffered(batch('sent', 0), 'send', at)).toThrow('already-moved-on')
    expect(() => refuseUnlessOffered(batch('checked'), 'send', at)).not.toThrow()
  })
})
