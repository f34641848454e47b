import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as contract from '../../../contracts/transfer-papers.ts'
import { prepareTransfers } from '../../../contracts/transfers.ts'
import type { Terms } from '../../../domain/terms.ts'
import { zh } from '../../../words/transfer-papers.zh.ts'
import { wordSlips } from '../../../words/word-transfer.ts'
import { drawnPages, textOf } from '../../testing/pdf-tools.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { findTransfers } from './queries.ts'

let s: Scenario
let school: string
let reviewer: Awaited<ReturnType<Scenario['staff']>>
let employer: Awaited<ReturnType<Scenario['employer']>>
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
  reviewer = await s.staff(school, 'school_reviewer')
  employer = await s.employer(school)
})
afterAll(() => s.stop())

const FILE: Terms['file'] = {
  method: 'employer',
  receiver: '武汉市人才服务中心',
  address: '武汉市江岸区台北一路17号',
  postcode: '430015',
  contactName: '李老师',
  contactPhone: '027-82345678',
}
const placed = async (file: Partial<Terms['file']> = {}, isCertified = true) => {
  const student = await s.student(school)
  const agreement = await s.sign(employer, student, { file: { ...FILE, ...file } })
  if (isCertified) await s.certify(agreement, reviewer)
  return { student, agreement }
}
const query = (...students: readonly { readonly id: string }[]) => ({
  params: { school },
  query: { ids: students.map(({ id }) => id).join(',') },
})
const pdf = async (answer: Promise<{ statusCode: number; rawPayload: Buffer }>) => {
  const { statusCode, rawPayload } = await answer
  expect(statusCode).toBe(200)
  return rawPayload
}

describe('transfer papers', () => {
  test('warn of what receivers refuse before anything is printed, each student in the order of their number', async () => {
    const [right, street, own] = [
      await placed(),
      await placed({ address: '武汉市江岸区台北一路' }),
      await placed({ contactName: '', contactPhone: '' }),
    ]
    const waiting = await placed({}, false)
    const free = await s.student(school)
    const { items } = await reviewer.first.call(
      contract.checkTransfers,
      query(free, waiting.student, own.student, street.student, right.student),
    )
    const told = Object.fromEntries(items.map(({ id, warnings, hasLabel }) => [id, [warnings, hasLabel]]))
    expect(told).toEqual({
      [right.student.id]: [[], true],
      [street.student.id]: [['no-house-number'], true],
      [own.student.id]: [['no-contact'], true],
      [waiting.student.id]: [['no-receiver'], false],
      [free.id]: [['no-receiver'], false],
    })
    const numbers = items.map(({ studentNumber }) => studentNumber)
    expect(numbers).toEqual([...numbers].sort())
    expect(items.find(({ id }) => id === right.student.id)).toMatchObject({
      agreementNumber: right.agreement.number,
      file: FILE,
    })
    s.statements.length = 0
    await reviewer.first.call(contract.checkTransfers, query(right.student, free))
    expect(s.statements.length).toBeLessThanOrEqual(4)
  })

  test('have a slip for each, filled where the agreement says it and with lines where it does not', async () => {
    const { student, agreement } = await placed()
    const free = await s.student(school)
    const file = await pdf(reviewer.first.ask(contract.printTransferSlips, query(student, free)))
    expect(drawnPages(file, 40)).toHaveLength(2)
    const text = textOf(file)
    for (const said of [student.name, free.name, agreement.number, FILE.receiver, FILE.address, '回执'])
      expect(text).toContain(said.replace(/\s/g, ''))
    expect(text.split(FILE.receiver)).toHaveLength(3)
  })

  test('a slip of a record says by which way it goes and its numbers, where they are known', async () => {
    const office = await s.staff(school, 'administrator')
    const { student } = await placed()
    await office.first.call(prepareTransfers, {
      params: { school },
      body: {
        transferKind: 'file',
        transferWay: { channel: 'ems', envelope: 'dedicated', batch: '' },
        transferWhom: { students: [student.id] },
        seenTotal: 1,
      },
    })
    const asked = query(student)
    const before = textOf(await pdf(reviewer.first.ask(contract.printTransferSlips, asked)))
    await s.db
      .updateTable('transfers')
      .set({ trackingNumber: '0107654999CN', transferNumber: '00042' })
      .where('studentId', '=', student.id)
      .execute()
    const after = textOf(await pdf(reviewer.first.ask(contract.printTransferSlips, asked)))
    for (const number of ['0107654999CN', '00042'])
      expect([before.includes(number), after.includes(number)]).toEqual([false, true])
    const [slip] = wordSlips(
      await findTransfers(s.db, school, [student.id], { collegeId: null }),
      '',
      zh,
    ).slips
    expect(slip?.channel.choices.map(({ isTaken }) => isTaken)).toEqual([false, true, false])
  })

  test('have a label for each who has an address, from the place that is asked', async () => {
    const { student } = await placed({
      receiver: `${'长'.repeat(50)}档案馆`,
      address: `${'远'.repeat(100)}9号`,
    })
    const other = await placed()
    const free = await s.student(school)
    const asked = query(student, other.student, free)
    const file = await pdf(reviewer.first.ask(contract.printAddressLabels, asked))
    expect(drawnPages(file, 40)).toHaveLength(1)
    const text = textOf(file)
    expect(text).toContain(`${'长'.repeat(50)}档案馆`)
    expect(text).toContain(FILE.address)
    expect(text).not.toContain(free.name)
    const last = { ...asked, query: { ...asked.query, start: 24 } }
    expect(drawnPages(await pdf(reviewer.first.ask(contract.printAddressLabels, last)), 40)).toHaveLength(2)
    const beyond = await reviewer.first.ask(contract.printAddressLabels, {
      ...asked,
      query: { ...asked.query, start: 25 },
    })
    expect(beyond.json()).toMatchObject({ errors: [{ field: 'start' }] })
    const none = await reviewer.first.ask(contract.printAddressLabels, query(free))
    expect(none.json()).toMatchObject({ code: 'no-address-to-print' })
  })

  test('are of students whom one may see: a college its own, no other school, and all or none', async () => {
    const { student } = await placed()
    const foreign = await s.student(await s.school())
    const college = await s.staff(school, 'college_reviewer', '02')
    const of = query(student)
    expect((await college.first.ask(contract.checkTransfers, of)).statusCode).toBe(404)
    expect((await college.first.ask(contract.printTransferSlips, of)).statusCode).toBe(404)
    expect((await reviewer.first.ask(contract.printAddressLabels, query(student, foreign))).statusCode).toBe(
      404,
    )
    expect((await student.first.ask(contract.checkTransfers, of)).statusCode).toBe(403)
  })
})
