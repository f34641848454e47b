import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Input } from '../../../contracts/address.ts'
import { askDissolution, dissolutionActs } from '../../../contracts/dissolutions.ts'
import { checkTransfers } from '../../../contracts/transfer-papers.ts'
import * as sheets from '../../../contracts/transfer-sheets.ts'
import * as contract from '../../../contracts/transfers.ts'
import type { Terms } from '../../../domain/terms.ts'
import { remind } from '../../background/reminders.ts'
import type { Visitor } from '../../http/visitor.ts'
import { givenTransfer } from '../../testing/given-transfer.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { actionsOn, kindsToldTo } from '../../testing/told.ts'

let s: Scenario
let school: string
let params: { school: string }
let office: Awaited<ReturnType<Scenario['staff']>>
let college: Awaited<ReturnType<Scenario['staff']>>
let employer: Awaited<ReturnType<Scenario['employer']>>
beforeAll(async () => {
  s = await startScenario()
  s.setClock('2026-06-20T10:00:00+08:00')
  school = await s.school()
  params = { school }
  office = await s.staff(school, 'administrator')
  college = await s.staff(school, 'college_reviewer', '02')
  employer = await s.employer(school)
})
afterAll(() => s.stop())

const FILE = {
  method: 'talent_service',
  receiver: '武汉市人才服务中心',
  address: '武汉市江岸区台北一路17号',
  postcode: '430015',
  contactName: '李老师',
  contactPhone: '027-82345678',
} as const satisfies Terms['file']
const EMS = { channel: 'ems', envelope: 'dedicated', batch: '第一批' } as const
type Student = Awaited<ReturnType<Scenario['student']>>
const placed = async (more: Parameters<Scenario['student']>[1] = {}) => {
  const student = await s.student(school, more)
  await s.certify(await s.sign(employer, student, { file: FILE }), office)
  return student
}
const prepare = (
  students: readonly Student[],
  body: Partial<Input<typeof contract.prepareTransfers>['body']> = {},
) =>
  office.first.ask(contract.prepareTransfers, {
    params,
    body: {
      transferKind: 'file',
      transferWay: EMS,
      transferWhom: { students: students.map(({ id }) => id) },
      seenTotal: students.length,
      ...body,
    },
  })
const list = (query: Input<typeof contract.listTransfers>['query'] = {}) =>
  office.first.call(contract.listTransfers, { params, query: { pageSize: 100, ...query } })
const ofStudent = async ({ id }: Student) => (await list()).items.find(({ studentId }) => studentId === id)!
const made = async (more?: Parameters<Scenario['student']>[1]) => {
  const student = await placed(more)
  expect((await prepare([student])).statusCode).toBe(200)
  return { student, record: await ofStudent(student) }
}
const keyOf = ({ id }: { readonly id: string }) => ({ school, id })
const NONE = { tracking: '', transfer: '', verification: '', migration: '' }
const send = (record: contract.TransferRow, numbers: Partial<typeof NONE> = {}) =>
  office.first.ask(contract.transferActs.send, {
    params: keyOf(record),
    body: { seenVersion: record.version, sentOn: '2026-06-19', transferNumbers: { ...NONE, ...numbers } },
  })
const codeOf = async (answer: ReturnType<typeof send>) => {
  const { code, errors } = (await answer).json()
  return [code, ...(errors ?? []).map(({ field }: { field: string }) => field)]
}

test('a batch is made of who has a destination and no record, for as many as were shown, and warns of what is sent back', async () => {
  const [one, other] = [await placed(), await placed({ college: '02' })]
  const free = await s.student(school)
  const asked = { params, query: {} }
  const shown = await office.first.call(contract.listTransferCandidates, asked)
  expect(shown.items.map(({ id }) => id)).toEqual([one.id, other.id])
  expect(shown.items[0]).toMatchObject({ receiver: FILE.receiver, warnings: [] })
  expect((await college.first.call(contract.listTransferCandidates, asked)).total).toBe(1)
  const named = { params, query: { ids: free.id } }
  expect((await office.first.call(contract.listTransferCandidates, named)).items).toMatchObject([
    { method: 'hometown', warnings: ['no-receiver'] },
  ])
  expect((await prepare([], { transferWhom: {}, seenTotal: 3 })).json()).toMatchObject({
    code: 'transfer-group-changed',
    details: { count: 2 },
  })
  expect((await prepare([one], { transferWay: { ...EMS, envelope: 'sealed-bag' } })).json()).toMatchObject({
    code: 'transfer-envelope-needed',
  })
  // Of two who make the same batch one does, and the other is told.
  const both = await Promise.all([1, 2].map(() => prepare([], { transferWhom: {}, seenTotal: 2 })))
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  s.statements.length = 0
  expect((await prepare([free])).statusCode).toBe(200)
  expect(s.statements.length).toBeLessThanOrEqual(14)
  const { items, counts } = await list()
  expect(counts).toMatchObject({ prepared: 3, sent: 0 })
  expect(items.map(({ dispatchNumber }) => dispatchNumber)).toEqual([
    'F2026-00003',
    'F2026-00002',
    'F2026-00001',
  ])
  expect(items[0]).toMatchObject({ warnings: ['no-receiver'] })
  // A label is printed of what the record says.
  const [first] = items.filter(({ studentId }) => studentId === one.id)
  await office.first.call(contract.transferActs.change, {
    params: keyOf(first!),
    body: {
      seenVersion: 1,
      transferTo: { ...FILE, receiver: '汉口人才中心', contactName: one.name, ...EMS, remark: '' },
    },
  })
  const { items: labels } = await office.first.call(checkTransfers, { params, query: { ids: one.id } })
  expect(labels[0]).toMatchObject({ file: { receiver: '汉口人才中心' }, warnings: ['receiver-is-student'] })
})

test('it goes, comes back and goes again: each try is kept, and its student sees in every state where it is', async () => {
  const { student, record } = await made()
  const mine = async () => (await student.first.call(contract.listMyTransfers, { params })).items
  expect(await mine()).toMatchObject([{ status: 'prepared' }])
  expect((await send(record, { tracking: '0012345' })).statusCode).toBe(200)
  expect(await codeOf(send(record))).toEqual(['already-moved-on'])
  const back = await office.first.call(contract.transferActs.return, {
    params: keyOf(record),
    body: { seenVersion: 2, returnedOn: '2026-06-20', reason: '无门牌号' },
  })
  expect(back).toMatchObject({ status: 'returned', numbers: { tracking: '0012345' }, actions: [] })
  expect((await prepare([student])).statusCode).toBe(200)
  expect(await mine()).toMatchObject([
    { nth: 2, status: 'prepared' },
    { nth: 1, status: 'returned', reason: '无门牌号' },
  ])
  const again = (await mine())[0]!
  expect(await codeOf(send(again, { tracking: '0012345' }))).toEqual([
    'transfer-number-taken',
    'transferNumbers.tracking',
  ])
  expect((await send(again, { tracking: '0012346', transfer: '007' })).statusCode).toBe(200)
  const here = await office.first.call(contract.transferActs.receive, {
    params: keyOf(again),
    body: { seenVersion: 2, receivedOn: '2026-06-20' },
  })
  expect(here.timeline.map(({ action }) => action)).toEqual([
    'transfer.prepare',
    'transfer.send',
    'transfer.receive',
  ])
  expect(await actionsOn(s, `transfer:${record.id}`)).toEqual([
    'transfer.prepare',
    'transfer.send',
    'transfer.return',
  ])
  const told = await kindsToldTo(s, student)
  expect(told.filter((kind) => kind.startsWith('transfer.'))).toEqual([
    'transfer.file-received',
    'transfer.file-returned',
    'transfer.file-sent',
    'transfer.file-sent',
  ])
  // What others have numbered is one student's, at each try.
  const { record: theirs } = await made()
  expect(await codeOf(send(theirs, { transfer: '007' }))).toEqual([
    'transfer-number-taken',
    'transferNumbers.transfer',
  ])
  await expect(
    s.db.updateTable('transfers').set({ receiver: '别处' }).where('id', '=', record.id).execute(),
  ).rejects.toThrow('keeps what was')
})

test('once the destination is another, both sides are warned and the record stays as it was, until staff have looked at it', async () => {
  const student = await s.student(school)
  const agreement = await s.certify(await s.sign(employer, student, { file: FILE }), office)
  const { id, receiver } = await givenTransfer(office.first, school, student.id)
  const key = { school, id }
  const seenBy = ({ first }: { first: Visitor }) => first.call(contract.getTransfer, { params: key })
  expect((await seenBy(student)).warnings).not.toContain('destination-changed')
  const asked = await student.first.call(askDissolution, {
    params: { school, id: agreement.id },
    body: { seenVersion: agreement.version, noticeVersion: 1, ground: 'other-offer', reason: '另有安排' },
  })
  const over = { school, id: asked.id }
  const agreed = await employer.first.call(dissolutionActs.agree, {
    params: over,
    body: { seenVersion: asked.version, noticeVersion: 1 },
  })
  await office.first.call(dissolutionActs.pass, {
    params: over,
    body: { seenVersion: agreed.version, fault: 'student' },
  })
  const found = await seenBy(office)
  expect(found).toMatchObject({ receiver, version: 1, said: null, status: 'prepared' })
  for (const { warnings } of [found, await seenBy(student)]) expect(warnings).toContain('destination-changed')
  const { address, postcode, contactName, contactPhone, channel, envelope, batch, remark } = found
  const transferTo = {
    ...{ method: 'hometown' as const, receiver, address, postcode, contactName, contactPhone },
    ...{ channel, envelope, batch, remark },
  }
  await office.first.call(contract.transferActs.change, {
    params: key,
    body: { seenVersion: 1, transferTo },
  })
  expect((await seenBy(office)).warnings).not.toContain('destination-changed')
})

test('is the student’s, their college’s and the school’s, and nobody else’s', async () => {
  const { student, record } = await made({ college: '01' })
  const asked = { params: keyOf(record) }
  expect((await student.first.ask(contract.getTransfer, asked)).json()).toMatchObject({ actions: [] })
  for (const stranger of [await s.student(school), college, employer])
    expect((await stranger.first.ask(contract.getTransfer, asked)).statusCode).toBe(404)
  const batch = { params, body: { transfers: [{ id: record.id, seenVersion: 1 }], sentOn: '2026-06-20' } }
  expect((await college.first.ask(contract.handOverTransfers, batch)).statusCode).toBe(404)
  expect((await office.first.call(contract.handOverTransfers, batch)).count).toBe(1)
  expect(
    (await college.first.call(contract.listTransfers, { params, query: {} })).items.map(
      ({ student }) => student.college,
    ),
  ).toEqual(['二院'])
})

test('the list is narrowed and gone through page by page; taken as a sheet it is journaled at each of its students', async () => {
  const all = (await list()).items.map(({ id }) => id)
  const walked: string[] = []
  let after: string | undefined
  for (let page = 1; walked.length < all.length; page++) {
    const { items } = await list({ page, pageSize: 2, ...(after && { after }) })
    walked.push(...items.map(({ id }) => id))
    after = items.at(-1)!.id
  }
  expect(walked).toEqual(all)
  expect((await list({ page: 1, pageSize: 2, before: all[2] })).items.map(({ id }) => id)).toEqual(
    all.slice(0, 2),
  )
  const { items: sent } = await list({ status: 'sent' })
  expect(sent.every(({ status }) => status === 'sent')).toBe(true)
  const [one] = (await list({ q: '0012346' })).items
  expect(one).toMatchObject({ numbers: { tracking: '0012346', transfer: '007' } })
  expect((await list({ q: one!.dispatchNumber, channel: 'confidential' })).items).toEqual([])
  const file = await office.first.ask(contract.takeTransfers, {
    params,
    body: { transferFilter: { kind: 'file', q: one!.dispatchNumber }, purpose: 'formality', reason: '' },
  })
  const { sheets: read } = await readXlsx(file.rawPayload)
  const [headings, row] = read[0]!.rows
  expect(row?.[headings!.indexOf('转递编号')]).toBe('007')
  expect(await actionsOn(s, `student:${one!.studentId}`)).toContain('student.download-data')
  expect(await actionsOn(s, `school:${school}`)).toContain('school.take-transfers')
})

test('five hundred numbers of the post’s sheet are matched by dispatch number, faulty rows are named, and what was previewed is written whole', async () => {
  const mail = await s.school()
  const at = { school: mail }
  const staff = await s.staff(mail, 'administrator')
  const pupils: Student[] = []
  for (let n = 0; n < 4; n++) pupils.push(await s.student(mail))
  const whom = { students: pupils.map(({ id }) => id) }
  const way = { ...EMS, channel: 'confidential' as const, envelope: 'sealed-bag' as const }
  const body = { transferKind: 'file' as const, transferWay: way, transferWhom: whom, seenTotal: 4 }
  await staff.first.call(contract.prepareTransfers, { params: at, body })
  // Five hundred are matched as fast as four: most rows name nobody.
  const strangers = Array.from({ length: 496 }, (_, n) => `F2026-${String(n + 90_000)},EMS${n}`)
  const check = (...lines: string[]) =>
    staff.first.call(sheets.checkTransferSheet, {
      params: at,
      query: { name: '邮局.csv' },
      file: Buffer.from(['发档号,EMS单号,寄出日期,签收日期', ...lines].join('\n')),
    })
  const { items: records } = await staff.first.call(contract.listTransfers, { params: at, query: {} })
  const numbers = records.map(({ dispatchNumber }) => dispatchNumber).sort()
  const incomplete = await check(`${numbers[0]},0012`)
  expect(incomplete.faults).toMatchObject([{ row: 2, said: expect.stringContaining('接收单位') }])
  for (const { id } of records)
    await staff.first.call(contract.transferActs.change, {
      params: { school: mail, id },
      body: { seenVersion: 1, transferTo: { ...FILE, ...EMS, remark: '' } },
    })
  s.statements.length = 0
  const lines = numbers.map((number, n) => `${number},00${n}7${n === 0 ? ',2026-06-18,2026-06-20' : ''}`)
  const checked = await check(...lines.slice(0, 3), `${numbers[3]},1`, `${numbers[3]},2`, ...strangers)
  expect(s.statements.length).toBeLessThanOrEqual(6)
  expect(checked).toMatchObject({ faultyRows: 498, same: 0 })
  expect(
    checked.rows.map(({ dispatchNumber, tracking, after }) => [dispatchNumber, tracking, after]),
  ).toEqual(numbers.slice(0, 3).map((number, n) => [number, `00${n}7`, n === 0 ? 'received' : 'sent']))
  expect(checked.faults.slice(0, 3)).toMatchObject([{ row: 5 }, { row: 6 }, { row: 7 }])
  const enter = ({ rows }: sheets.CheckedTransfers) =>
    staff.first.ask(sheets.enterTransfers, {
      params: at,
      body: { transferRows: rows.map(({ brought }) => brought) },
    })
  const stale = structuredClone(checked)
  stale.rows[2]!.brought.seenVersion = 1
  expect((await enter(stale)).json().code).toBe('content-changed')
  const untouched = await staff.first.call(contract.listTransfers, { params: at, query: { status: 'sent' } })
  expect(untouched.total).toBe(0)
  s.statements.length = 0
  expect((await enter(checked)).json()).toEqual({ count: 3 })
  expect(s.statements.length).toBeLessThanOrEqual(12)
  expect(await check(...lines.slice(0, 3))).toMatchObject({ rows: [], same: 3 })
  const gone = records.find(({ dispatchNumber }) => dispatchNumber === numbers[0])!
  expect(await actionsOn(s, `transfer:${gone.id}`)).toEqual([
    ...['transfer.prepare', 'transfer.change', 'transfer.send', 'transfer.receive'],
  ])
  const doubled = await check(`${numbers[3]},0007`)
  expect(doubled.faults).toMatchObject([{ row: 2, value: '0007' }])
  for (const pupil of pupils.slice(0, 3)) expect(await kindsToldTo(s, pupil)).toContain('transfer.file-sent')
})

test('eleven months on both sides are told once of what nobody has confirmed, by any number of instances', async () => {
  const { student, record } = await made()
  await send(record)
  const toldTo = async (who: { userId: string }) =>
    (await kindsToldTo(s, who)).filter((kind) => kind.endsWith('unconfirmed'))
  s.setClock('2027-05-18T23:00:00+08:00')
  await remind(s.services)
  expect(await toldTo(student)).toEqual([])
  s.setClock('2027-05-19T00:00:00+08:00')
  await Promise.all([remind(s.services), remind(s.services)])
  await remind(s.services)
  expect(await toldTo(student)).toEqual(['transfer.file-unconfirmed'])
  const staff = (await toldTo(office)).length
  await remind(s.services)
  expect((await toldTo(office)).length).toBe(staff)
  const { first: later } = await s.staff(school, 'school_reviewer')
  const { items } = await later.call(contract.listTransfers, { params, query: { only: 'unconfirmed' } })
  expect(items.map(({ id }) => id)).toContain(record.id)
})
