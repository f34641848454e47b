import { afterAll, beforeAll, expect, test } from 'vitest'
import { downloadRoster, unmaskStudent } from '../../../contracts/roster.ts'
import { getRosterImport, uploadRoster } from '../../../contracts/roster-imports.ts'
import { verifyJournal } from '../../db/journal.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

let s: Scenario
let school: string
let reviewer: Awaited<ReturnType<Scenario['staff']>>
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
  reviewer = await s.staff(school, 'school_reviewer')
})
afterAll(() => s.stop())

const linesOf = async (subject: string) => (await s.journal(subject)).map(({ entry }) => entry as object)

test('numbers are shown whole for a purpose, and the line says who, what for and why', async () => {
  const student = await s.student(school, { phone: '13800001234', examNumber: '22420111010001' })
  const look = (body: object) =>
    reviewer.first.ask(unmaskStudent, { params: { school, id: student.id }, body })
  const shown = await look({ purpose: 'contact', reason: '通知领取毕业证' })
  expect(shown.json()).toEqual({
    documentNumber: student.idNumber,
    phone: '13800001234',
    further: expect.arrayContaining([{ name: '考生号', nameEn: 'Examinee number', value: '22420111010001' }]),
  })
  expect(shown.headers['cache-control']).toBe('no-store')
  const lines = await linesOf(`student:${student.id}`)
  expect(lines.at(-1)).toMatchObject({
    action: 'student.unmask',
    reason: '通知领取毕业证',
    data: { purpose: 'contact' },
    actor: { id: reviewer.userId },
  })
  expect(JSON.stringify(lines)).not.toContain(student.idNumber)
  // What says nothing is no purpose, and nothing is shown for it.
  const unsaid = await look({ purpose: 'other', reason: ' ' })
  expect([unsaid.statusCode, unsaid.json().code, unsaid.json().errors[0].field]).toEqual([
    422,
    'reason-needed',
    'reason',
  ])
  expect((await look({ reason: '好奇' })).statusCode).toBe(422)
  expect(await linesOf(`student:${student.id}`)).toHaveLength(lines.length)
  expect((await verifyJournal(s.db)).faults).toEqual([])
})

test('nobody outside the college looks, and whoever has looked at very many waits', async () => {
  const student = await s.student(school)
  const other = await s.staff(school, 'college_reviewer', '02')
  const asked = { params: { school, id: student.id }, body: { purpose: 'identity' } }
  expect((await other.first.ask(unmaskStudent, asked)).statusCode).toBe(404)
  const { first } = await s.staff(school, 'school_reviewer')
  for (let n = 0; n < 60; n++) expect((await first.ask(unmaskStudent, asked)).statusCode).toBe(200)
  const over = await first.ask(unmaskStudent, asked)
  expect([over.statusCode, over.json().code]).toEqual([429, 'locked-out'])
  expect((await reviewer.first.ask(unmaskStudent, asked)).statusCode).toBe(200)
})

test('what is downloaded imports again unchanged, and who took whom is journaled', async () => {
  const at = await s.school()
  const administrator = await s.staff(at, 'administrator')
  const students = [
    await s.student(at, { phone: '13800001234', className: '三班' }),
    await s.student(at, { documentType: 'passport', idNumber: 'C01X00T47', gender: 'female' }),
    await s.student(at, { college: '02', designatedEmployer: '某军区' }),
  ]
  const take = (filter: object) =>
    administrator.first.ask(downloadRoster, {
      params: { school: at },
      body: { filter, purpose: 'report', reason: '年度上报' },
    })
  const file = await take({})
  expect(file.headers['content-type']).toContain('spreadsheetml')
  const { id } = await administrator.first.call(uploadRoster, {
    params: { school: at },
    query: { name: '生源库.xlsx' },
    file: file.rawPayload,
  })
  await s.services.background.settled()
  const { counts } = await administrator.first.call(getRosterImport, { params: { school: at, id } })
  expect(counts).toEqual({ new: 0, changed: 0, unchanged: students.length, faulty: 0 })

  await take({ college: '02' })
  const [all, some] = (await linesOf(`school:${at}`)) as { data: { rows: number; filter: string } }[]
  expect([all!.data.rows, some!.data.rows]).toEqual([3, 1])
  expect(JSON.parse(some!.data.filter)).toMatchObject({ college: '02' })
  const taken = await Promise.all(students.map((one) => linesOf(`student:${one.id}`)))
  expect(taken.map((lines) => lines.length)).toEqual([1, 1, 2])
  expect(taken[2]![1]).toMatchObject({ action: 'student.download-data', reason: '年度上报' })
})

test('a college’s reviewer downloads their college alone, and of nobody it is a file with headings', async () => {
  const at = await s.school()
  await s.student(at)
  const { first } = await s.staff(at, 'college_reviewer', '02')
  const body = { filter: { college: '01' }, purpose: 'report', reason: '' }
  const file = await first.ask(downloadRoster, { params: { school: at }, body })
  expect(file.statusCode).toBe(200)
  const [line] = (await linesOf(`school:${at}`)) as { data: { rows: number } }[]
  expect(line!.data.rows).toBe(0)
})
