import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../../contracts/roster-imports.ts'
import { streamSheet } from '../../services/sheets/writer.ts'
import { csvOf, rosterStudent, tableOf } from '../../testing/roster-files.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { dbf, inline, xlsx } from '../../testing/sheet-files.ts'

let s: Scenario
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())

/** GBK has no encoder here: what each character decodes from. */
const GBK = new Map<string, Buffer>()
for (let high = 0xb0; high <= 0xf7; high++)
  for (let low = 0xa1; low <= 0xfe; low++) {
    const bytes = Buffer.from([high, low])
    GBK.set(new TextDecoder('gbk').decode(bytes), bytes)
  }
const inGbk = (text: string) =>
  Buffer.concat([...text].map((one) => GBK.get(one) ?? Buffer.from(one, 'latin1')))

const STUDENTS = [rosterStudent(1), rosterStudent(2)]
const [headings = [], ...rows] = tableOf(STUDENTS)
const workbook = () => {
  const titled = [['2027 届毕业生名单'], [], headings, ...rows]
  const row = (cells: readonly string[], k: number) =>
    `<row r="${k + 1}">${cells.map((cell, c) => inline(`${String.fromCharCode(65 + c)}${k + 1}`, cell)).join('')}</row>`
  return xlsx({ sheets: [{ name: '名单', rows: titled.map(row).join('') }] })
}
const table = () => {
  const fields = headings.map((name) => ({ name: inGbk(name), type: 'C', length: 30 }))
  const cell = (text: string) => Buffer.concat([inGbk(text), Buffer.alloc(30, ' ')]).subarray(0, 30)
  const records = rows.map((cells) => Buffer.concat([Buffer.from(' '), ...cells.map(cell)]))
  return dbf(fields, records)
}

test.each<[string, string, () => Buffer | Promise<Buffer>, object]>([
  ['csv in UTF-8', 'csv', () => csvOf(STUDENTS), { headingRow: 1 }],
  [
    'csv in GBK',
    'csv',
    () => inGbk([headings, ...rows].map((row) => row.join()).join('\r\n')),
    { headingRow: 1 },
  ],
  ['xlsx with titles above', 'xlsx', workbook, { headingRow: 3 }],
  ['xlsx as we write it', 'xlsx', () => buffer(streamSheet('名单', headings, rows)), { headingRow: 1 }],
  ['DBF', 'dbf', table, {}],
])('%s is read, shown and entered', async (_, format, make, about) => {
  const school = await s.school()
  const { first } = await s.staff(school, 'administrator')
  const file = await make()
  const { id } = await first.call(contract.uploadRoster, { params: { school }, query: { name: 'a' }, file })
  await s.services.background.settled()
  const shown = await first.call(contract.getRosterImport, { params: { school, id } })
  expect(shown).toMatchObject({
    status: 'previewed',
    counts: { new: 2, changed: 0, unchanged: 0, faulty: 0 },
    about: { ...about, sheet: { format } },
  })
  await first.call(contract.commitRosterImport, { params: { school, id } })
  const entered = await s.db
    .selectFrom('students')
    .where('schoolId', '=', school)
    .select(['name', 'studentNumber', 'collegeId', 'majorName', 'graduationYear'])
    .orderBy('studentNumber')
    .execute()
  expect(entered).toEqual(
    STUDENTS.map((one) => ({
      name: one.姓名,
      studentNumber: one.学号,
      collegeId: '01',
      majorName: '软件工程',
      graduationYear: 2027,
    })),
  )
})
