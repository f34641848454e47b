import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { findHeadings } from '../sheets/header.ts'
import { actOnTransfer, prepareTransfer, type TransferCommand } from './acts.ts'
import { TRANSFER_SHEET } from './columns.ts'
import { judgeTransfers } from './judge-sheet.ts'
import { TRANSFER_STATUSES, type TransferAction, type TransferStatus, transferLife } from './life.ts'
import { dispatchNumber } from './numbering.ts'
import { warningsOfKind } from './receiver.ts'
import { isSourceChanged, type TransferCase } from './record.ts'
import { readTransferRow } from './sheet-row.ts'
import { filledFrom, sourceOf } from './source.ts'
import { tellOfSilenceOn, tracedUntil } from './tracing.ts'
import { CHANNELS_OF, ENVELOPES, refuseUnlessTaken, TRANSFER_CHANNELS } from './way.ts'

const AT = new Date('2026-06-20T02:00:00Z')
const STAFF = { role: 'reviewer', level: 'school', at: AT } as const
const FILE = {
  method: 'talent_service',
  receiver: '武汉市人才服务中心',
  address: '武汉市江岸区台北一路17号',
  postcode: '430015',
  contactName: '李老师',
  contactPhone: '027-82345678',
}
const WAY = { channel: 'ems', envelope: 'dedicated', batch: '第一批', remark: '' } as const
const SNAPSHOT = { name: '王五', studentNumber: '2023010001', college: '一院', major: '汉语' }
const prepared = (change: Partial<TransferCase> = {}): TransferCase => ({
  ...prepareTransfer(
    {
      ...{ schoolId: '99901', id: 'r', kind: 'file', dispatchNumber: 'F2026-00001', nth: 1 },
      ...{ studentId: 's', collegeId: '01', snapshot: SNAPSHOT, source: FILE },
      ...FILE,
      ...WAY,
    },
    STAFF,
  ).after,
  ...change,
})
const act = (before: TransferCase, command: Record<string, unknown> & { action: TransferAction }) =>
  actOnTransfer(before, { seenVersion: before.version, ...command } as TransferCommand, STAFF)
const refusalOf = (run: () => unknown) => {
  try {
    run()
    return null
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.details.field]
    throw error
  }
}
const sent = (on = '2026-06-18') => act(prepared(), { action: 'send', on }).after

test.each<[TransferStatus, TransferAction[]]>([
  ['prepared', ['change', 'send', 'number', 'cancel']],
  ['sent', ['number', 'receive', 'return']],
  ['received', ['number', 'return']],
  ['returned', []],
  ['cancelled', []],
])('staff may do with what is %s: %j', (status, expected) => {
  expect(transferLife.actionsFor({ status, version: 1 }, 'reviewer', AT)).toEqual(expected)
})
test.each(TRANSFER_STATUSES)('nobody else acts on what is %s', (status) => {
  for (const role of ['student', 'employer', 'clock', 'operator'] as const)
    expect(transferLife.actionsFor({ status, version: 1 }, role, AT)).toEqual([])
})

describe('a way', () => {
  it('is refused where the law or the post takes it not', () => {
    for (const kind of ['file', 'household'] as const)
      for (const channel of TRANSFER_CHANNELS)
        for (const envelope of [...ENVELOPES, null]) {
          const isTaken =
            CHANNELS_OF[kind].includes(channel) &&
            (kind === 'file') === (envelope !== null) &&
            !(kind === 'file' && channel === 'ems' && envelope === 'sealed-bag')
          expect(refusalOf(() => refuseUnlessTaken(kind, { channel, envelope })) === null).toBe(isTaken)
        }
  })
  it('of a file is never with the student', () => {
    expect(CHANNELS_OF.file).not.toContain('in-person')
    expect(CHANNELS_OF.file).not.toContain('college')
  })
})

test.each([
  [{ receiver: '' }, ['transfer-without-receiver', 'receiver']],
  [{ address: '' }, ['transfer-without-address', 'address']],
  [{ address: '', channel: 'messenger' }, null],
  [{ method: 'retained' }, ['transfer-file-stays', 'method']],
  [{ kind: 'household', address: '', channel: 'in-person' }, ['transfer-without-address', 'address']],
] as const)('what says %j is handed over, or refused: %j', (change, expected) => {
  expect(refusalOf(() => act(prepared(change), { action: 'send', on: '2026-06-20' }))).toEqual(expected)
})

describe('a record', () => {
  it('goes its way, and tells the student of what happens to it', () => {
    const out = act(prepared(), { action: 'send', on: '2026-06-18', numbers: { tracking: '0012' } })
    expect(out.after).toMatchObject({ status: 'sent', tellOn: '2027-05-18', numbers: { tracking: '0012' } })
    const here = act(out.after, { action: 'receive', on: '2026-06-19' })
    const back = act(here.after, { action: 'return', on: '2026-06-20', reason: '单位无人事权' })
    expect(back.after).toMatchObject({ status: 'returned', receivedOn: '2026-06-19', reason: '单位无人事权' })
    expect([out, here, back].map(({ told }) => told[0]?.kind)).toEqual([
      'transfer.file-sent',
      'transfer.file-received',
      'transfer.file-returned',
    ])
  })
  it('refuses a day before what it follows, a return without a reason, and a number that is there', () => {
    expect(refusalOf(() => act(sent(), { action: 'receive', on: '2026-06-17' }))).toEqual([
      'transfer-day-before',
      'receivedOn',
    ])
    expect(refusalOf(() => act(sent(), { action: 'return', on: '2026-06-19', reason: '' }))?.[0]).toBe(
      'reason-needed',
    )
    expect(refusalOf(() => act(sent(), { action: 'number', numbers: {} }))?.[0]).toBe('nothing-changed')
  })
  it('keeps in the journal what stood there, but no address', () => {
    const { remark, batch, channel, envelope } = prepared()
    const content = {
      ...FILE,
      remark,
      batch,
      channel,
      envelope,
      receiver: '汉口人才中心',
      address: '解放大道 9 号',
    }
    const { data } = act(prepared(), { action: 'change', content, source: FILE })
    expect(data).toMatchObject({
      'receiver.before': FILE.receiver,
      'receiver.after': '汉口人才中心',
      changed: 'address',
    })
    expect(JSON.stringify(data)).not.toContain('解放大道')
    const same = { ...FILE, remark, batch, channel, envelope }
    expect(refusalOf(() => act(prepared(), { action: 'change', content: same, source: FILE }))?.[0]).toBe(
      'nothing-changed',
    )
    // Looked at, and left as it is: what the agreement says by now is known.
    const now = { ...FILE, receiver: '别处' }
    expect(act(prepared(), { action: 'change', content: same, source: now }).after.source).toBe(now)
  })
})

describe('where it goes', () => {
  const terms = { file: FILE, household: { accepted: true, address: '武汉市江岸区台北一路17号' } }
  test.each([
    ['file', { terms, holder: '星火', isStudy: false }, FILE.receiver, 'talent_service'],
    ['file', { terms: null, holder: '武汉大学', isStudy: true }, '武汉大学', 'further_study_school'],
    ['file', { terms: null, holder: '星火', isStudy: false }, '', 'hometown'],
    ['household', { terms, holder: '星火', isStudy: false }, '星火', ''],
    ['household', { terms: null, holder: null, isStudy: false }, '', ''],
  ] as const)('of a %s by %j is “%s” (%s)', (kind, placed, receiver, method) => {
    expect(filledFrom(kind, sourceOf(kind, placed))).toMatchObject({ receiver, method })
  })
  it('has changed as soon as anything of it has', () => {
    expect(isSourceChanged(FILE, { ...FILE })).toBe(false)
    for (const key of Object.keys(FILE)) expect(isSourceChanged(FILE, { ...FILE, [key]: 'x' })).toBe(true)
    expect(isSourceChanged(FILE, null)).toBe(true)
    expect(isSourceChanged(null, null)).toBe(false)
  })
  it('of a household needs an exact address', () => {
    const of = (address: string) =>
      warningsOfKind('household', { student: '王五', nature: null, file: { ...FILE, address } })
    expect([of(''), of('台北一路'), of('台北一路17号')]).toEqual([['no-address'], ['no-house-number'], []])
  })
})

it('is told of eleven months on, a month before the post traces it no more, at the end of short months too', () => {
  expect([tellOfSilenceOn('2026-03-31'), tracedUntil('2026-03-31')]).toEqual(['2027-02-28', '2027-03-31'])
})
it('is numbered by what it is, its year and a serial', () => {
  expect([dispatchNumber('file', 2026, 17), dispatchNumber('household', 2026, 99_999)]).toEqual([
    'F2026-00017',
    'H2026-99999',
  ])
  expect(() => dispatchNumber('file', 2026, 100_000)).toThrow(RangeError)
})

describe('a sheet', () => {
  const heads = {
    row: 1,
    cells: ['发档号', '姓名', 'EMS单号', '寄出日期', '签收日期', '退回日期', '退回原因'],
  }
  const mapping = findHeadings(TRANSFER_SHEET, [heads, { row: 2, cells: ['x'] }])!
  const judge = (
    rows: readonly string[][],
    records: readonly TransferCase[] = [prepared()],
    holders = [] as const,
  ) =>
    judgeTransfers(
      rows.map((cells, n) => readTransferRow({ row: n + 2, cells }, mapping, AT)),
      mapping,
      {
        records: new Map(records.map((one) => [one.dispatchNumber, one])),
        holders,
        today: '2026-06-20',
        acting: STAFF,
      },
    )
  const faultsOf = (...of: Parameters<typeof judge>) =>
    judge(...of).faults.map(({ row, key, fault }) => [row, key, fault])

  test.each([
    [['F2026-00001', '王 五', '0012345'], ['send'], 'sent'],
    [['F2026-00001', '', '', '2026/6/18', '20260619'], ['send', 'receive'], 'received'],
    [['F2026-00001', '', '0012', '', '2026-06-19'], ['send', 'receive'], 'received'],
    [['F2026-00001', '', '0012', '2026-06-18', '', '2026-06-19', '无门牌号'], ['send', 'return'], 'returned'],
  ])('row %j does %j', (cells, actions, status) => {
    const { right } = judge([cells])
    expect(right[0]?.outcomes.map(({ step }) => step.action)).toEqual(actions)
    expect(right[0]?.outcomes.at(-1)?.after.status).toBe(status)
  })
  test.each([
    [['F2026-00009'], 'dispatch', 'no-such-record'],
    [['F2026-00001', '李四', '12'], 'name', 'another-name'],
    [['F2026-00001', '', '12', '2026-06-21'], 'sentOn', 'day-not-meant'],
    [['F2026-00001', '', '12', '2026-06-18', '2026-06-17'], 'receivedOn', 'day-before'],
    [['F2026-00001', '', '12', '', '', '2026-06-20'], 'reason', 'reason-needed'],
    [['F2026-00001', '', '', '', '2026-06-19'], 'dispatch', 'moved-on'],
    [['', '', '12'], 'dispatch', 'needed'],
  ])('row %j is faulty in %s: %s', (cells, key, fault) => {
    expect(faultsOf([cells])).toEqual([[2, key, fault]])
  })
  it('takes neither of two rows with one number, but files of one bag by 机要', () => {
    const other = (change: Partial<TransferCase> = {}) =>
      prepared({ id: 'o', studentId: 'o', dispatchNumber: 'F2026-00002', ...change })
    expect(
      faultsOf([
        ['F2026-00001', '', '1'],
        ['F2026-00001', '', '2'],
      ]),
    ).toEqual([
      [2, 'dispatch', 'record-twice'],
      [3, 'dispatch', 'record-twice'],
    ])
    const rows = [
      ['F2026-00001', '', '007'],
      ['F2026-00002', '', '007'],
    ]
    expect(faultsOf(rows, [prepared(), other()])).toEqual([
      [2, 'tracking', 'number-repeated'],
      [3, 'tracking', 'number-repeated'],
    ])
    const bag = [prepared({ channel: 'confidential' }), other({ channel: 'confidential' })]
    expect(judge(rows, bag).right).toHaveLength(2)
  })
  it('that is brought again says nothing new', () => {
    const once = judge([['F2026-00001', '', '0012', '2026-06-18']]).right[0]!.outcomes.at(-1)!.after
    expect(judge([['F2026-00001', '', '0012', '2026-06-18']], [once])).toEqual({
      right: [],
      same: 1,
      faults: [],
    })
  })
  it('counts every row once, whatever stands in it', () => {
    const cell = fc.constantFrom(
      '',
      'F2026-00001',
      'F2026-00002',
      '0012',
      '2026-06-18',
      '2026-06-19',
      '2099-01-01',
      '王五',
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 7, maxLength: 7 }), { maxLength: 6 }), (rows) => {
        const { right, same, faults } = judge(rows)
        expect(right.length + same + new Set(faults.map(({ row }) => row)).size).toBe(rows.length)
      }),
      { seed: 79 },
    )
  })
})
