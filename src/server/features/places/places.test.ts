import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getAgreement, getAgreementNeighbours, listAgreements } from '../../../contracts/agreements.ts'
import { getDestination, listDestinations } from '../../../contracts/destinations.ts'
import { getInvitationBatch, uploadInvitations } from '../../../contracts/invitation-batches.ts'
import * as contract from '../../../contracts/places.ts'
import { dayInChina } from '../../../domain/day.ts'
import { monthOf, type PlaceFactKind, type PlaceTag } from '../../../domain/place/fact.ts'
import { verifyJournal } from '../../db/journal.ts'
import type { Visitor } from '../../http/visitor.ts'
import { declare } from '../../testing/destination-forms.ts'
import { invitationRow, invitationsCsv } from '../../testing/invitation-files.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { seedPlaces } from './seed.ts'

let s: Scenario
let operator: Visitor
beforeAll(async () => {
  s = await startScenario()
  operator = (await s.enter({ portal: 'platform' })).first
})
afterAll(() => s.stop())

const wages = { figure: 'minimum-wage' } as const
type Row = { region: string; since: string; until: string | null; amount: number | null }
type Seen = Pick<Row, 'until' | 'amount'> | null
const save = (row: Row, seen: Seen = null, kind: PlaceFactKind = 'minimum-wage') =>
  operator.ask(contract.savePlaceFacts, { params: { figure: kind }, body: { rows: [{ ...row, seen }] } })
const wageOf = async (region: string, month: string) =>
  (await operator.call(contract.findMinimumWage, { query: { region, month } })).minimum
const csv = (...lines: string[]) =>
  Buffer.from(['地区,月最低工资标准,执行月份,截止月份', ...lines].join('\n'))

test('the western provinces are there and nothing else; what an operator ends stays ended', async () => {
  const { items } = await operator.call(contract.listPlaceKinds)
  expect(items.map(({ kind, rows }) => [kind, rows])).toEqual([
    ['minimum-wage', 0],
    ['western', 12],
    ['remote', 0],
    ['grassroots', 0],
  ])
  const ended = { region: '450000', since: '2000-10', until: '2025-12', amount: null }
  expect((await save(ended, { until: null, amount: null }, 'western')).json()).toEqual({
    added: 0,
    changed: 1,
  })
  await seedPlaces(s.owner)
  const { items: rows, history } = await operator.call(contract.getPlaceFacts, {
    params: { figure: 'western' },
    query: { q: '广西' },
  })
  expect(rows.map(({ region, until, isShipped }) => [region, until, isShipped])).toEqual([
    ['450000', '2025-12', true],
  ])
  expect(history).toMatchObject([{ region: '450000', before: { until: null }, after: { until: '2025-12' } }])
})

test('a figure is added once and changed as it was seen; what cannot be meant names its field', async () => {
  const row = { region: '420100', since: '2024-02', until: null, amount: 200_000 }
  const both = await Promise.all([save(row), save({ ...row, amount: 210_000 })])
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  await sql`update place_facts set amount = 200000 where kind = 'minimum-wage'`.execute(s.db)
  expect((await save({ ...row, amount: 1 }, { until: null, amount: 5 })).json().code).toBe('content-changed')
  const fields = [
    await save({ ...row, region: '999999' }),
    await save({ ...row, since: '2026-02', until: '2026-01' }),
    await save({ ...row, since: '2026-02', amount: null }),
    await save(row, { until: null, amount: 200_000 }),
  ].map((answer) => [answer.statusCode, answer.json().errors[0].field])
  expect(fields).toEqual([
    [422, 'region'],
    [422, 'until'],
    [422, 'amount'],
    [422, 'until'],
  ])
  expect(await wageOf('420111', '2026-07')).toEqual({
    amount: 200_000,
    place: '湖北省武汉市',
    since: '2024-02',
  })
  expect(await wageOf('420111', '2024-01')).toBeNull()
  expect((await verifyJournal(s.db)).faults).toEqual([])
})

test('a sheet is checked row by row beside what is there, keeps nothing, and is written whole or not at all', async () => {
  const check = (file: Buffer) =>
    operator.call(contract.checkPlaceSheet, { params: wages, query: { name: '标准.csv' }, file })
  const checked = await check(
    csv('武汉市,2000,2024-02,', '武汉市,2210,2026-02,', '湖北省宜昌市,1950,2026年2月,', '月球,1,2026-02,'),
  )
  expect(checked).toMatchObject({ missing: [], same: 1 })
  expect(checked.rows.map(({ row, name, amount, seen }) => [row, name, amount, seen])).toEqual([
    [3, '湖北省武汉市', 221_000, null],
    [4, '湖北省宜昌市', 195_000, null],
  ])
  expect(checked.faults.map(({ row, column, value }) => [row, column, value])).toEqual([[5, 'A', '月球']])
  expect((await operator.call(contract.getPlaceFacts, { params: wages })).total).toBe(1)
  const rows = checked.rows.map(({ row: _row, name: _name, ...fact }) => fact)
  await save({ region: '420500', since: '2026-02', until: null, amount: 1 })
  const late = await operator.ask(contract.savePlaceFacts, { params: wages, body: { rows } })
  expect([late.statusCode, (await operator.call(contract.getPlaceFacts, { params: wages })).total]).toEqual([
    409, 2,
  ])
  const again = await check(csv('武汉市,2210,2026-02,', '湖北省宜昌市,1950,2026-02,'))
  const taken = await operator.call(contract.savePlaceFacts, {
    params: wages,
    body: { rows: again.rows.map(({ row: _row, name: _name, ...fact }) => fact) },
  })
  expect(taken).toEqual({ added: 1, changed: 1 })
  const nowhere = { region: '999999', since: '2026-02', until: null, amount: 1 }
  const whole = await operator.ask(contract.savePlaceFacts, {
    params: wages,
    body: { rows: Array.from({ length: contract.MOST_PLACES }, () => ({ ...nowhere, seen: nowhere })) },
  })
  expect([whole.statusCode, whole.json().code]).toEqual([422, 'code-not-offered'])
  expect((await check(Buffer.from('甲,乙\n1,2'))).missing).toEqual(['地区', '月最低工资（元）', '起始月份'])
  const template = await operator.ask(contract.readPlaceTemplate, { params: wages })
  expect((await check(template.rawPayload)).missing).toEqual([])
})

test('pay below it: the reviewer reads the figure and its month, and a sheet of invitations names the row; both go on', async () => {
  const school = await s.school()
  const [employer, student, other] = [
    await s.employer(school),
    await s.student(school),
    await s.student(school),
  ]
  const reviewer = await s.staff(school, 'school_reviewer')
  const terms = { regionCode: '420111', regularPay: 220_000, probationPay: 220_000 }
  const { id } = await s.sign(employer, student, terms)
  const params = { school, id }
  const read = await reviewer.first.call(getAgreement, { params })
  expect(read.notables[0]).toEqual({
    code: 'pay-below-minimum',
    pay: 220_000,
    minimum: { amount: 221_000, place: '湖北省武汉市', since: '2026-02' },
  })
  expect(read.placeTags).toEqual([])
  expect((await s.certify(read, reviewer)).status).toBe('effective')

  const row = invitationRow(other, { 实际工作地点: '420111', 转正起薪: '2200', 试用起薪: '2200' })
  const batch = await employer.first.call(uploadInvitations, {
    params: { school },
    query: { name: '邀约.csv' },
    file: invitationsCsv([row]),
  })
  await s.services.background.settled()
  const seen = await employer.first.call(getInvitationBatch, { params: { school, id: batch.id } })
  expect(seen.counts).toMatchObject({ right: 1, faulty: 0 })
  expect(seen.belowMinimum).toEqual([
    { row: 2, pay: 220_000, minimum: { amount: 221_000, place: '湖北省武汉市', since: '2026-02' } },
  ])
})

test('the school reads what the place of work is; the parties do not', async () => {
  const school = await s.school()
  const [employer, student] = [await s.employer(school), await s.student(school)]
  const reviewer = await s.staff(school, 'school_reviewer')
  const { id } = await s.sign(employer, student, { regionCode: '510104' })
  const params = { school, id }
  const tags = async ({ first }: { first: Visitor }) => (await first.call(getAgreement, { params })).placeTags
  expect([await tags(reviewer), await tags(student)]).toEqual([['western'], []])
})

test('the school finds agreements and destinations by what their place is this month, and is led on among them', async () => {
  const school = await s.school()
  const reviewer = await s.staff(school, 'school_reviewer')
  const employer = await s.employer(school)
  const [west, east] = [
    await s.sign(employer, await s.student(school), { regionCode: '510104' }),
    await s.sign(employer, await s.student(school), { regionCode: '420106' }),
  ]
  const [far, near] = [
    await declare(s, await s.student(school), '801', { region: '510104' }),
    await declare(s, await s.student(school), '801', { region: '420111' }),
  ]
  const params = { school }
  const tagged = async (tag: PlaceTag) => {
    const query = { tag, queue: 'all' as const }
    const [agreements, others] = [
      await reviewer.first.call(listAgreements, { params, query }),
      await reviewer.first.call(listDestinations, { params, query }),
    ]
    return [agreements, others].map(({ items, total }) => [total, ...items.map(({ id }) => id)])
  }
  expect(await tagged('western')).toEqual([
    [1, west.id],
    [1, far.id],
  ])
  const tagsOf = async (id: string) =>
    (await reviewer.first.call(getDestination, { params: { school, id } })).placeTags
  expect([await tagsOf(far.id), await tagsOf(near.id)]).toEqual([['western'], []])
  // A city is so until this month, its province is not; a county of it is as the city.
  const month = monthOf(dayInChina(s.now()))
  await save({ region: '420100', since: '2020-01', until: month, amount: null }, null, 'grassroots')
  await save({ region: '510000', since: '2020-01', until: '2020-02', amount: null }, null, 'grassroots')
  expect(await tagged('grassroots')).toEqual([
    [1, east.id],
    [1, near.id],
  ])
  const beside = await reviewer.first.call(getAgreementNeighbours, {
    params: { school, id: east.id },
    query: { tag: 'grassroots', queue: 'all' },
  })
  expect([beside.total, beside.previous, beside.next]).toEqual([1, null, null])
})

test('the database holds it too', async () => {
  const insert = (values: string) =>
    sql`insert into place_facts (kind, region, since, until, amount) values (${sql.raw(values)})`.execute(
      s.db,
    )
  await expect(insert(`'minimum-wage', '999999', '2026-01', null, 1`)).rejects.toThrow('place_facts_region')
  await expect(insert(`'minimum-wage', '420000', '2026-01', null, null`)).rejects.toThrow(
    'place_facts_wages_have_an_amount',
  )
  await expect(insert(`'western', '420000', '2026-02', '2026-01', null`)).rejects.toThrow(
    'place_facts_months_in_order',
  )
})
