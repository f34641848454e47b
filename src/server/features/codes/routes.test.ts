import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../../contracts/code-tables.ts'
import { listCodes } from '../../../contracts/schools.ts'
import { verifyJournal } from '../../db/journal.ts'
import type { Visitor } from '../../http/visitor.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { seedCodes } from './seed.ts'

let s: Scenario
let operator: Visitor
let other: Visitor
beforeAll(async () => {
  s = await startScenario()
  operator = (await s.enter({ portal: 'platform' })).first
  other = (await s.enter({ portal: 'platform' })).second
})
afterAll(() => s.stop())

const industry = { kind: 'industry' } as const
const table = (kind: contract.CodeKind, query: { q?: string; standing?: 'changed' | 'own' } = {}) =>
  operator.call(contract.getCodeTable, { params: { kind }, query })
const rowOf = async (kind: contract.CodeKind, code: string) => {
  const { items } = await table(kind, { q: code })
  const found = items.find((row) => row.code === code)
  if (!found) throw new Error(`no row ${code}`)
  const { name, nameEn, validFrom, validUntil } = found
  return { name, nameEn, validFrom, validUntil }
}
const change = async (
  by: Visitor,
  code: string,
  to: Partial<Awaited<ReturnType<typeof rowOf>>>,
  seen?: object,
) => {
  const before = await rowOf('industry', code)
  return by.ask(contract.changeCode, {
    params: { ...industry, row: code },
    body: { ...before, ...to, seen: { ...before, ...seen } },
  })
}
const offered = async (code: string) => {
  const { items } = await s.visitor().call(listCodes, { params: { kind: 'industry' } })
  return items.find((row) => row.code === code)?.offered
}

test('as it begins every table is the product’s own, and is found by code and by name in both languages', async () => {
  const { items } = await operator.call(contract.listCodeTables)
  expect(items.map(({ kind, changed, own }) => [kind, changed, own])).toEqual(
    contract.CODE_KINDS.map((kind) => [kind, 0, 0]),
  )
  expect(items.find(({ kind }) => kind === 'region')!.rows).toBe(3227)
  const hongshan = await table('region', { q: '420111' })
  expect(hongshan.items.map(({ name, parentName }) => [name, parentName])).toEqual([['洪山区', '武汉市']])
  expect((await table('region', { q: '洪山' })).total).toBeGreaterThan(0)
  expect((await table('gender', { q: 'FEM' })).items.map(({ name }) => name)).toEqual(['女'])
})

test('a row is renamed and ended: choices follow, the journal says what was, a start brings nothing back', async () => {
  expect((await change(operator, '11', { name: '农业等', validUntil: 2026 })).statusCode).toBe(200)
  expect(await offered('11')).toBe(true)
  expect((await change(operator, '11', { validUntil: 2025 })).statusCode).toBe(200)
  expect(await offered('11')).toBe(false)
  await seedCodes(s.owner)
  const { items, history } = await table('industry', { standing: 'changed' })
  expect(items.map(({ code, name, shipped }) => [code, name, shipped?.validUntil])).toEqual([
    ['11', '农业等', null],
  ])
  expect(history).toHaveLength(2)
  expect(history.find(({ changes }) => changes.length === 1)).toMatchObject({
    code: '11',
    act: 'change',
    changes: [{ field: 'validUntil', before: 2026, after: 2025 }],
  })
  expect((await verifyJournal(s.db)).faults).toEqual([])
})

test('of two who change a row at once one is told that it was changed; nothing is refused without its field', async () => {
  const before = await rowOf('industry', '21')
  const body = (name: string) => ({ ...before, name, seen: before })
  const params = { ...industry, row: '21' }
  const both = await Promise.all([
    operator.ask(contract.changeCode, { params, body: body('采矿一') }),
    other.ask(contract.changeCode, { params, body: body('采矿二') }),
  ])
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  const reversed = await change(operator, '22', { validFrom: 2027, validUntil: 2026 })
  expect([reversed.statusCode, reversed.json()]).toEqual([
    422,
    expect.objectContaining({ errors: [expect.objectContaining({ field: 'validUntil' })] }),
  ])
})

test('the product’s own row is taken again, once, and only where it differs', async () => {
  await change(operator, '23', { name: '水电' })
  const take = () =>
    operator.call(contract.takeShippedCodes, { params: industry, body: { codes: ['23', '24', 'none'] } })
  expect([await take(), await take()]).toEqual([{ taken: 1 }, { taken: 0 }])
  expect((await table('industry', { q: '23' })).items.find(({ code }) => code === '23')!.standing).toBe(
    'same',
  )
  const { history } = await table('industry')
  expect(history.find(({ act, code }) => act === 'take' && code === '23')!.changes).toMatchObject([
    { field: 'name', before: '水电' },
  ])
})

test('a row is added once, in another that is there; a category takes the form of one', async () => {
  const blank = { nameEn: null, validFrom: null, validUntil: null, like: null }
  const district = { ...blank, id: '420199', name: '长江新区', parent: '420100' }
  const params = { kind: 'region' } as const
  const both = await Promise.all(
    [operator, other].map((by) => by.ask(contract.addCode, { params, body: district })),
  )
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  expect((await table('region', { standing: 'own' })).items.map(({ name }) => name)).toEqual(['长江新区'])
  const lost = await operator.ask(contract.addCode, {
    params,
    body: { ...district, id: '990101', parent: '990000' },
  })
  expect(lost.json()).toMatchObject({ errors: [{ field: 'parent' }] })

  const category = { ...blank, id: '88', name: '其他基层项目', parent: null }
  const as = (like: string | null) =>
    operator.ask(contract.addCode, { params: { kind: 'destination' }, body: { ...category, like } })
  expect((await as(null)).json()).toMatchObject({ errors: [{ field: 'like' }] })
  expect((await as('80')).statusCode).toBe(200)
  const [added, model] = await Promise.all(
    ['88', '80'].map((code) =>
      s.db
        .selectFrom('codes')
        .where('kind', '=', 'destination')
        .where('code', '=', code)
        .select(['class', 'countsAsPlaced', 'route', 'form', 'evidence'])
        .executeTakeFirstOrThrow(),
    ),
  )
  expect(added).toEqual(model)
})
