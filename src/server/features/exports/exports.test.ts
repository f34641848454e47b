import { Readable } from 'node:stream'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as contract from '../../../contracts/exports.ts'
import { SHIPPED } from '../../../domain/export/shipped.ts'
import { textOf } from '../../../domain/sheet.ts'
import { openSheetReader, type SheetReader } from '../../services/sheets/reader.ts'
import { enterGraduates, type Graduate } from '../../testing/graduates.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

const [C, A] = SHIPPED.map(({ id }) => id) as [string, string]
const GRADUATE: Graduate = {
  college: '01',
  major: '会计',
  level: '31',
  gender: 'female',
  home: '420111',
  year: 2026,
  enrolment: 'enrolled',
  agreements: [],
  destinations: [],
}
const since = '2026-04-01T02:00:00Z'
const until = '2026-05-01T02:00:00Z'

let s: Scenario
let school: string
let administrator: Awaited<ReturnType<Scenario['staff']>>
let ofCollege: Awaited<ReturnType<Scenario['staff']>>
let ids: string[]
/** Of the graduates, in the order of `ids`. */
let names: string[]
let reader: SheetReader
beforeAll(async () => {
  reader = openSheetReader()
  s = await startScenario()
  school = await s.school()
  administrator = await s.staff(school, 'administrator')
  ofCollege = await s.staff(school, 'college_reviewer', '02')
  const { id: employerId } = await s.employer(school)
  await s.db
    .updateTable('employers')
    .set({ profile: JSON.stringify({ industry: '34', nature: '39', address: '=1+1' }) })
    .where('id', '=', employerId)
    .execute()
  const agreement = { status: 'effective', region: '420111', pay: 850_000, employerId, since, until } as const
  const registered = {
    status: 'registered',
    region: '110105',
    industry: '42',
    nature: '22',
    since,
    until,
  } as const
  ids = await enterGraduates(s, school, [
    { ...GRADUATE, agreements: [agreement] },
    { ...GRADUATE, college: '02', destinations: [{ ...registered, category: '12' }] },
    { ...GRADUATE, destinations: [{ ...registered, category: '12', region: '' }] },
    GRADUATE,
    { ...GRADUATE, enrolment: 'delayed' },
    { ...GRADUATE, year: 2025 },
  ])
  const all = await s.db
    .selectFrom('students')
    .where('schoolId', '=', school)
    .select(['id', 'name'])
    .execute()
  names = ids.map((id) => all.find((one) => one.id === id)!.name)
  await sql`update students set student_number = '0012' where school_id = ${school} and id = ${ids[0]}`.execute(
    s.owner,
  )
})
afterAll(async () => {
  await reader.close()
  await s.stop()
})

/** Read by our own reader, which has nothing of what writes: every cell as its text. */
const sheetOf = (file: Buffer) =>
  reader.read(
    async () => Readable.from([file]),
    async ({ rows }) => {
      const all: string[][] = []
      for await (const together of rows) for (const { cells } of together) all.push(cells.map(textOf))
      return all
    },
  )

const csvRows = ({ body }: { body: string }) => parse(body, { bom: true }) as string[][]

const asking = { year: 2026, filter: {}, format: 'xlsx', language: 'zh-CN', purpose: 'report', reason: '' }
const take = (id: string, body: object = {}, by = administrator) =>
  by.first.ask(contract.takeExport, {
    params: { school, id },
    body: { ...asking, seenVersion: 1, ...body },
  })
const problemOf = (answer: { statusCode: number; json: () => { code?: string } }) => [
  answer.statusCode,
  answer.json().code,
]
const linesOf = async (subject: string, action: string) =>
  (await s.journal(subject))
    .map(({ entry }) => entry as { action: string; reason: string | null; data: Record<string, unknown> })
    .filter((line) => line.action === action)

describe('a file by a template', () => {
  test('has who is counted by their numbers, each cell as text, and the journal has who, which and why', async () => {
    const [headings = [], first = [], ...rest] = await sheetOf((await take(C)).rawPayload)
    expect(headings).toEqual(SHIPPED[0]!.columns.map(({ heading }) => heading))
    const cell = (name: string) => first[headings.indexOf(name)]
    expect(first.slice(0, 5)).toEqual(['0012', names[0], '女', '湖北省武汉市洪山区', '420111'])
    expect([cell('毕业去向类别代码'), cell('签约日期'), cell('单位名称')]).toEqual(['10', '20260101', '单位'])
    // What a spreadsheet would take for a formula is text.
    expect([cell('单位行业代码'), cell('单位地址')]).toEqual(['34', '=1+1'])
    expect(rest).toHaveLength(3)
    const [line] = await linesOf(`school:${school}`, 'school.take-export')
    expect(line?.data).toMatchObject({
      template: C,
      version: 1,
      year: 2026,
      rows: 4,
      whole: false,
      filter: '{}',
    })
    expect(await linesOf(`student:${ids[0]}`, 'student.download-data')).toHaveLength(1)
    expect(await linesOf(`student:${ids[4]}`, 'student.download-data')).toEqual([])
  })

  test('of two rows of headings, as csv, with numbers whole for a reason in words alone', async () => {
    const refused = await take(A, { whole: true })
    expect(problemOf(refused)).toEqual([422, 'reason-needed'])
    const csvOf = async (body: object) => csvRows(await take(A, { format: 'csv', ...body }))
    const [keys, names, masked = []] = await csvOf({})
    const [, , whole = []] = await csvOf({ whole: true, reason: '省里要求' })
    expect([keys?.slice(0, 3), names?.slice(0, 3)]).toEqual([
      ['Ksh', 'Xm', 'Sfzh'],
      ['考生号', '姓名', '身份证号'],
    ])
    expect(masked[2]).toMatch(/^E1\*+/)
    expect(whole[2]).toMatch(/^E\d{8}$/)
    const lines = await linesOf(`school:${school}`, 'school.take-export')
    expect(lines.map(({ reason, data }) => [reason, data.whole]).slice(-2)).toEqual([
      [null, false],
      ['省里要求', true],
    ])
  })

  test('narrowed as figures are, to who was ticked, and to a college reviewer’s own', async () => {
    const numbersIn = async (body: object, by = administrator) =>
      csvRows(await take(C, { format: 'csv', ...body }, by))
        .slice(1)
        .map(([, name]) => name)
    expect(await numbersIn({ measure: 'flexible' })).toEqual([names[1], names[2]])
    expect(await numbersIn({ filter: { college: '01' }, ticked: [ids[1], ids[3]] })).toEqual([names[3]])
    expect(await numbersIn({}, ofCollege)).toEqual([names[1]])
    expect(problemOf(await take(C, { filter: { college: '01' } }, ofCollege))).toEqual([
      409,
      'export-of-nobody',
    ])
  })
})

describe('before the file is taken', () => {
  const query = { year: 2026 }
  test('it is counted what rows lack, and they open, with numbers masked', async () => {
    const params = { school, id: C }
    const { total, lacking } = await administrator.first.call(contract.checkExport, { params, query })
    const of = (heading: string) => lacking.find((one) => one.heading === heading)
    expect([total, of('单位所在地代码')?.n, of('毕业去向')?.n, of('单位名称')?.n]).toEqual([4, 1, 1, 2])
    // Needed of who works, and this one does not.
    const column = of('单位所在地代码')!.column
    const preview = (more: object) =>
      administrator.first.call(contract.previewExport, { params, query: { ...query, ...more } })
    expect((await preview({ lacking: column })).items.map(({ id }) => id)).toEqual([ids[2]])
    const { items, next, headings } = await preview({})
    expect([items.map(({ id }) => id), next, headings[0]]).toEqual([
      [ids[0], ids[1], ids[2], ids[3]],
      null,
      '学号',
    ])
    expect((await preview({ after: ids[2] })).items.map(({ id }) => id)).toEqual([ids[3]])
    const narrowed = await preview({ nature: '39', region: '420000' })
    expect(narrowed.items.map(({ id }) => id)).toEqual([ids[0]])
    expect(narrowed.chosen.map(({ dimension, name }) => `${dimension} ${name}`)).toEqual([
      'region 湖北省',
      'nature 其他企业',
    ])
    const inA = await administrator.first.call(contract.previewExport, { params: { school, id: A }, query })
    expect(inA.items[0]?.cells[2]).toMatch(/^E1\*+/)
  })
})

describe('a template', () => {
  const column = (heading: string, field = 'name', more: object = {}) => ({
    heading,
    below: '',
    field,
    form: '',
    constant: '',
    need: 'nobody',
    ...more,
  })
  const add = (templateName: string, columns: object[]) =>
    administrator.first.ask(contract.addExportTemplate, {
      params: { school },
      body: { templateName, exportColumns: columns },
    })

  test('is saved in versions: a file is by the one that was seen, and of two who save at once one is told', async () => {
    const added = await add('周报', [column('姓名'), column('备注', 'constant', { constant: '无' })])
    const { id } = added.json()
    const save = (seenVersion: number, heading: string) =>
      administrator.second.ask(contract.exportTemplateActs.save, {
        params: { school, id },
        body: { templateName: '周报', exportColumns: [column(heading)], seenVersion },
      })
    const both = await Promise.all([save(1, '甲'), save(1, '乙')])
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect(problemOf(await take(id, { seenVersion: 1 }))).toEqual([409, 'content-changed'])
    const rows = csvRows(await take(id, { seenVersion: 2, format: 'csv' }))
    expect(rows.map((row) => row.length)).toEqual([1, 1, 1, 1, 1])
    const seen = await administrator.first.call(contract.getExportTemplate, { params: { school, id } })
    expect(seen.versions.map(({ version, columns }) => [version, columns.length])).toEqual([
      [2, 1],
      [1, 2],
    ])
    await expect(
      sql`update export_template_versions set version = 9 where template_id = ${id}`.execute(s.owner),
    ).rejects.toThrow('never changed')
  })

  test('that is wrong is refused with every column by its number and heading; one name is one template', async () => {
    const wrong = await add('甲', [
      column('姓名', 'nothing'),
      column('姓名'),
      column('生源', 'homeRegion', { form: 'yyyy' }),
    ])
    expect(problemOf(wrong)).toEqual([422, 'invalid-input'])
    expect(wrong.json().errors).toEqual([
      { field: 'exportColumns.0.field', message: expect.stringContaining('第 1 列“姓名”') },
      { field: 'exportColumns.1.heading', message: expect.stringContaining('第 2 列“姓名”') },
      { field: 'exportColumns.2.form', message: expect.stringContaining('第 3 列“生源”') },
    ])
    expect((await add('乙', [column('姓名')])).statusCode).toBe(200)
    expect(problemOf(await add('乙', [column('姓名')]))).toEqual([409, 'export-name-taken'])
  })

  test('of the product is nobody’s to change, another’s is not there, and one that ended exports no more', async () => {
    const { id } = (await add('丙', [column('姓名')])).json()
    const end = (of: string, by = administrator) =>
      by.first.ask(contract.exportTemplateActs.end, { params: { school, id: of }, body: { seenVersion: 1 } })
    expect(problemOf(await end(C))).toEqual([409, 'export-template-shipped'])
    expect((await end(id, ofCollege)).statusCode).toBe(403)
    expect((await end(id)).statusCode).toBe(200)
    expect((await take(id)).statusCode).toBe(404)
    const { items } = await administrator.first.call(contract.listExportTemplates, { params: { school } })
    expect(items.map((one) => one.id)).not.toContain(id)
    expect((await add('丙', [column('姓名')])).statusCode).toBe(200)
  })
})

describe('a file that comes back corrected', () => {
  const csvFrom = (rows: readonly (readonly string[])[]) =>
    Buffer.from(rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n'))
  const readBack = (file: Buffer, by = administrator, id = C) =>
    by.first.ask(contract.readExportBack, { params: { school, id }, query: { name: '退回.csv' }, file })
  const taken = async () => (await take(C, { format: 'csv' })).rawPayload
  type Read = contract.ReadBackView
  const correct = (
    { items }: Read,
    by: (typeof administrator)['first'] = administrator.first,
    values: object = {},
  ) =>
    by.ask(contract.correctByFile, {
      params: { school, id: C },
      body: {
        returnedFile: '退回.csv',
        corrections: items
          .filter(({ changes }) => changes.length > 0)
          .map(({ student, seenVersion, changes }) => ({
            studentId: student.id,
            seenVersion,
            values: { ...Object.fromEntries(changes.map(({ key, value }) => [key, value])), ...values },
          })),
      },
    })

  test('differs in nothing as it was exported, with formulas and masked numbers in it', async () => {
    const read = (await readBack(await taken())).json()
    expect([read.rows, read.same, read.differingRows, read.unknownRows]).toEqual([4, 4, 0, 0])
    const old = await readBack((await take(A)).rawPayload, administrator, A)
    expect([old.json().same, old.json().items]).toEqual([4, []])
  })

  test('is told apart by what the roster has, what a case has, and what is wrong; then one by one it is entered', async () => {
    const [headings = [], first = [], second = [], third = [], ...others] = csvRows({
      body: (await taken()).toString(),
    })
    const change = (row: string[], to: Record<string, string>) =>
      row.map((cell, place) => to[headings[place] ?? ''] ?? cell)
    const file = csvFrom([
      headings,
      change(first, {
        姓名: '改名甲',
        生源地代码: '420106',
        生源地名称: '湖北省武汉市武昌区',
        单位名称: '别的单位',
      }),
      change(second, { 性别: '无', 专业方向: '' }),
      change(third, { 生源地代码: '420106' }),
      ...others,
      change(first, { 学号: '99999999' }),
    ])
    const read: Read = (await readBack(file)).json()
    expect([read.rows, read.same, read.differingRows, read.unknown]).toEqual([
      5,
      1,
      3,
      [{ row: 6, studentNumber: '99999999' }],
    ])
    expect(read.items[0]).toMatchObject({
      row: 2,
      changes: [
        { key: 'name', from: names[0], to: '改名甲' },
        { key: 'homeRegion', value: '420106' },
      ],
      elsewhere: [{ heading: '单位名称', from: '单位', to: '别的单位' }],
    })
    expect(read.items[1]).toMatchObject({ changes: [], faults: [{ value: '无' }] })
    // By code another place than by name: neither is taken.
    expect(read.items[2]).toMatchObject({ changes: [], faults: [{ value: '420106' }] })
    expect((await readBack(file, ofCollege)).statusCode).toBe(403)

    // Two people take the same row, each otherwise: one has read it as it is no more, at the same time and later.
    const otherwise = { name: '改名丙' }
    const both = await Promise.all([
      correct(read, administrator.first),
      correct(read, administrator.second, otherwise),
    ])
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect(both.find(({ statusCode }) => statusCode === 409)?.json().code).toBe('roster-changed')
    const name = both[0]?.statusCode === 200 ? '改名甲' : '改名丙'
    expect(problemOf(await correct(read, administrator.first, { name: '改名丁' }))).toEqual([
      409,
      'roster-changed',
    ])
    const { rows } = await sql<{ name: string; account: string; home: string; version: number }>`
      select st.name, u.name as account, st.home_region as home, st.version from students st
      join users u on u.student_id = st.id where st.school_id = ${school} and st.id = ${ids[0]}`.execute(
      s.owner,
    )
    expect(rows).toEqual([{ name, account: name, home: '420106', version: 2 }])
    const [line, ...more] = await linesOf(`student:${ids[0]}`, 'student.correct-by-file')
    expect([line?.data['name.after'], line?.data.file, more]).toEqual([name, '退回.csv', []])

    const again: Read = (await readBack(file)).json()
    expect(again.items[0]).toMatchObject({
      changes: name === '改名甲' ? [] : [{ key: 'name' }],
      elsewhere: [{ heading: '单位名称' }],
    })
  })

  test('is judged again as the roster is: what is wrong, and another’s document, is named, and nothing is entered', async () => {
    const { items }: Read = (
      await readBack(
        csvFrom([
          ['学号', '姓名'],
          ['0012', '改名乙'],
        ]),
      )
    ).json()
    const version = items[0]!.seenVersion
    // At the cell that says it, as the file has it; of one student's two rows the later is none.
    const odd: Read = (
      await readBack(
        csvFrom([
          ['学号', '生源地名称', '性别'],
          ['0012', '火星', ''],
          ['0012', '', '男'],
        ]),
      )
    ).json()
    expect(odd.items.map(({ changes, faults }) => [changes, faults[0]])).toEqual([
      [[], expect.objectContaining({ column: 'B', value: '火星' })],
      [[], expect.objectContaining({ column: 'A', value: '0012', said: expect.stringContaining('2') })],
    ])
    const wrong = await correct({ items } as Read, administrator.first, { mobile: '12' })
    expect([problemOf(wrong), wrong.json().errors[0].field]).toEqual([
      [422, 'invalid-input'],
      'corrections.mobile',
    ])
    const { documentNumber } = await s.db
      .selectFrom('students')
      .where('id', '=', ids[3]!)
      .select('idNumberCipher')
      .executeTakeFirstOrThrow()
      .then(({ idNumberCipher }) => ({ documentNumber: s.services.secrets.open(idNumberCipher) }))
    expect(problemOf(await correct({ items } as Read, administrator.first, { documentNumber }))).toEqual([
      422,
      'invalid-input',
    ])
    const { rows } = await sql`select version from students where id = ${ids[0]}`.execute(s.owner)
    expect(rows).toEqual([{ version }])
  })

  test('of other headings, or without a student’s number, is refused in its own words', async () => {
    expect(
      problemOf(
        await readBack(
          csvFrom([
            ['甲', '乙'],
            ['1', '2'],
          ]),
        ),
      ),
    ).toEqual([422, 'export-headings-not-found'])
    expect(
      problemOf(
        await readBack(
          csvFrom([
            ['姓名', '性别'],
            ['1', '2'],
          ]),
        ),
      ),
    ).toEqual([422, 'export-headings-not-found'])
  })
})
