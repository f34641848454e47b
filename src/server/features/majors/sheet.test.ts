import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import * as contract from '../../../contracts/majors.ts'
import type { Visitor } from '../../http/visitor.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { dbf, inline, xlsx } from '../../testing/sheet-files.ts'

let s: Scenario
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())

const HEADINGS = '专业代码,专业名称,学历层次,开设院系,状态'
const csv = (...lines: string[]) => Buffer.from([HEADINGS, ...lines].join('\n'))

async function begin() {
  const school = await s.school()
  const params = { school }
  const { first } = await s.staff(school, 'administrator')
  const ask = (file: Buffer, by: Visitor = first) =>
    by.ask(contract.checkMajorSheet, { params, query: { name: '专业.csv' }, file })
  const check = (file: Buffer) =>
    first.call(contract.checkMajorSheet, { params, query: { name: '专业.csv' }, file })
  const enter = ({ rows }: contract.CheckedMajors) =>
    first.ask(contract.enterMajors, { params, body: { listed: rows.map(({ brought }) => brought) } })
  const list = async () => (await first.call(contract.listMajors, { params })).items
  return { school, params, first, ask, check, enter, list }
}
const FIRST = csv('080901,计算机科学与技术,本科,一院、二院,', '050101,汉语言文学,31 本科生毕业,01,已停用')

test('what a sheet says is shown beside the list, entered whole, and brought back unchanged changes nothing', async () => {
  const { school, params, first, check, enter, list } = await begin()
  const checked = await check(FIRST)
  expect(checked).toMatchObject({ missing: [], same: 0, faults: [], faultyRows: 0 })
  expect(checked.rows.map(({ row, before, after }) => [row, before, after])).toEqual([
    [
      2,
      null,
      { name: '计算机科学与技术', educationLevel: '本科生毕业', colleges: ['一院', '二院'], inUse: true },
    ],
    [3, null, { name: '汉语言文学', educationLevel: '本科生毕业', colleges: ['一院'], inUse: false }],
  ])
  expect(await list()).toEqual([])
  expect((await enter(checked)).json()).toEqual({ added: 2, changed: 0 })
  expect(await list()).toMatchObject([
    { code: '050101', inUse: false, version: 1, colleges: [{ id: '01' }] },
    { code: '080901', inUse: true, version: 1, colleges: [{ id: '01' }, { id: '02' }] },
  ])
  for (const query of [{ language: 'zh-CN' }, { language: 'en' }] as const) {
    const downloaded = await first.ask(contract.readMajorSheet, { params, query })
    expect(await check(downloaded.rawPayload)).toMatchObject({ rows: [], same: 2, faults: [], unread: [] })
  }
  expect(await check(FIRST)).toMatchObject({ rows: [], same: 2 })
  const renamed = await check(csv('080901,计算机科学,本科生毕业,二院,已停用'))
  expect(renamed.rows).toMatchObject([
    { before: { name: '计算机科学与技术', inUse: true }, after: { colleges: ['二院'], inUse: false } },
  ])
  expect((await enter(renamed)).json()).toEqual({ added: 0, changed: 1 })
  expect((await list()).at(-1)).toMatchObject({ version: 2, inUse: false, colleges: [{ id: '02' }] })
  const lines = z
    .array(z.object({ action: z.string(), data: z.record(z.string(), z.unknown()) }))
    .parse((await s.journal(`school:${school}`)).map(({ entry }) => entry))
    .filter(({ action }) => action === 'school.enter-majors')
  expect(lines.map(({ data }) => data)).toMatchObject([
    { added: expect.stringContaining('汉语言文学'), 'changed.after': '[]' },
    {
      'changed.before': expect.stringContaining('"colleges":["01","02"]'),
      'changed.after': expect.stringContaining('"name":"计算机科学"'),
    },
  ])
})

test('every cell that is wrong is named, and its row is left out', async () => {
  const { check, enter, list } = await begin()
  const checked = await check(
    csv(
      '080901,计算机,本科,九院,',
      '0809 01!,软件工程,本科,,',
      '050101,,学士,,也许',
      '120204,财务管理,本科,一院,使用中',
      '120204,财务,本科,一院,使用中',
      '120205,\u{20BB7}学,本科,,',
    ),
  )
  expect(checked.faults.map(({ row, column, name, value }) => [row, column, name, value])).toEqual([
    [2, 'D', '开设院系', '九院'],
    [3, 'A', '专业代码', '0809 01!'],
    [4, 'C', '学历层次', '学士'],
    [4, 'E', '状态', '也许'],
    [4, 'B', '专业名称', ''],
    [6, 'A', '专业代码', '120204'],
    [7, 'B', '专业名称', '\u{20BB7}学'],
  ])
  expect(checked.faults[0]!.said).toContain('九院')
  expect(checked.faults[5]!.said).toContain('第 5 行')
  expect(checked.faultyRows).toBe(5)
  expect((await enter(checked)).json()).toEqual({ added: 1, changed: 0 })
  expect(await list()).toMatchObject([{ code: '120204', name: '财务管理' }])
})

test('headings in any order below a title, GBK, DBF and a formula are read; what is not there stays as it is', async () => {
  const { first, params, ask, check, enter, list } = await begin()
  await enter(await check(FIRST))
  const gbk = Buffer.from(
    // 专业名称,代码,学历 / 法学,030101K,本科
    'd7a8d2b5c3fbb3c62cb4fac2eb2cd1a7c0fa0ab7a8d1a72c3033303130314b2cb1bebfc6',
    'hex',
  )
  expect((await check(gbk)).rows).toMatchObject([
    { brought: { majorCode: '030101K', majorName: '法学', colleges: [], inUse: true, seenVersion: null } },
  ])
  const without = await check(
    Buffer.from('我校专业\n备注,学历,代码,名称\n无,31,080901,计算机科学与技术\n,31,050101,文学'),
  )
  expect(without).toMatchObject({
    unread: ['备注'],
    same: 1,
    rows: [{ row: 4, brought: { colleges: ['01'], inUse: false, seenVersion: 1 } }],
  })
  const heads = HEADINGS.split(',').map((heading, at) => inline(`${'ABCDE'[at]}1`, heading))
  const workbook = (name: string) =>
    xlsx({
      sheets: [
        {
          name: '专业',
          rows: `<row r="1">${heads.join('')}</row><row r="2">${inline('A2', '080902')}${name}${inline('C2', '31')}</row>`,
        },
      ],
    })
  expect((await check(await workbook('<c r="B2" t="str"><f>A2</f><v>软件工程</v></c>'))).rows).toMatchObject([
    { brought: { majorName: '软件工程' } },
  ])
  expect((await check(await workbook('<c r="B2"><f>A2</f></c>'))).faults).toMatchObject([
    { row: 2, column: 'B', said: expect.stringContaining('公式') },
  ])
  const field = (hex: string, length: number) => ({ name: Buffer.from(hex, 'hex'), type: 'C', length })
  const fields = [field('d7a8d2b5b4fac2eb', 8), field('d7a8d2b5c3fbb3c6', 4), field('d1a7c0fab2e3b4ce', 2)]
  const record = Buffer.concat([Buffer.from(' 030101K '), Buffer.from('b7a8d1a7', 'hex'), Buffer.from('31')])
  expect((await check(dbf(fields, [record]))).rows).toMatchObject([
    { brought: { majorCode: '030101K', majorName: '法学', educationLevel: '31' } },
  ])
  expect((await check(Buffer.from('代码,名称,名称\n1,2,3'))).missing).toEqual(['学历层次'])
  expect((await check(Buffer.from('代码,学历,院系,院系\n1,2,3,4'))).twice).toEqual(['开设院系'])
  const long = csv(...Array.from({ length: contract.MOST_MAJORS + 1 }, (_, n) => `${n},某,本科,,`))
  expect((await ask(long)).json()).toMatchObject({ status: 422, code: 'sheet-too-long' })
  expect((await ask(Buffer.from([0, 1, 2, 3]))).json().code).toBe('sheet-kind-refused')
  const template = await first.ask(contract.readMajorTemplate, { params })
  expect(await check(template.rawPayload)).toMatchObject({ missing: [], rows: [], faults: [] })
  const { sheets } = await readXlsx(template.rawPayload)
  expect(sheets.map(({ name }) => name)).toEqual(['专业列表', '填写说明', '学历层次', '开设院系'])
  expect(await list()).toHaveLength(2)
})

test('what was previewed is entered or nothing: of two uploads, or beside somebody’s change, the later is told', async () => {
  const { params, first, check, enter, list } = await begin()
  const checked = await check(FIRST)
  const both = await Promise.all([enter(checked), enter(checked)])
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  expect(await list()).toHaveLength(2)

  const stale = await check(csv('120204,财务管理,本科,,', '080901,计算机,本科,,'))
  const { majorCode: _, ...same } = {
    majorCode: '080901',
    majorName: '计算机科学与技术',
    educationLevel: '31',
    colleges: ['02'],
  }
  await first.call(contract.changeMajor, {
    params: { ...params, majorCode: '080901' },
    body: { ...same, inUse: true, seenVersion: 1 },
  })
  expect((await enter(stale)).json()).toMatchObject({ status: 409, code: 'content-changed' })
  expect((await list()).map(({ code }) => code)).toEqual(['050101', '080901'])

  const again = await check(csv('120204,财务管理,本科,,', '080901,计算机,本科,,'))
  const two = await Promise.all([enter(again), enter(again)])
  expect(two.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  expect((await list()).at(1)).toMatchObject({ name: '计算机', version: 3, colleges: [] })

  const wrong = { majorCode: '030101', majorName: '法学', educationLevel: '31', colleges: ['01'] }
  const send = (...listed: object[]) =>
    first.ask(contract.enterMajors, {
      params,
      body: { listed: listed.map((one) => ({ ...wrong, inUse: true, seenVersion: null, ...one })) },
    })
  const fields = [
    await send({ colleges: ['99'] }),
    await send({ educationLevel: '00' }),
    await send({}, {}),
  ].map((answer) => [answer.statusCode, answer.json().errors[0].field])
  expect(fields).toEqual([
    [422, 'colleges'],
    [422, 'educationLevel'],
    [422, 'majorCode'],
  ])
  expect(await list()).toHaveLength(3)
})

test('a thousand majors are entered at once, in as many statements as one', async () => {
  const { check, enter } = await begin()
  const counted = async (...lines: string[]) => {
    const checked = await check(csv(...lines))
    s.statements.length = 0
    expect((await enter(checked)).statusCode).toBe(200)
    return s.statements.length
  }
  const one = await counted('1,某专业,本科,一院,')
  const many = Array.from(
    { length: contract.MOST_MAJORS },
    (_, n) => `${n + 2},${'很长的专业名称'.repeat(10)},本科,一院、二院,`,
  )
  expect(await counted(...many)).toBe(one)
  expect(one).toBeLessThanOrEqual(14)
})
