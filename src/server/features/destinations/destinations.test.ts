import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../../contracts/destinations.ts'
import { studentHome } from '../../../contracts/students.ts'
import { verifyJournal } from '../../db/journal.ts'
import { declarationOf, declare } from '../../testing/destination-forms.ts'
import { type Scenario, SMALL_PDF, startScenario } from '../../testing/scenario.ts'
import { actionsOn, kindsToldTo } from '../../testing/told.ts'

let s: Scenario
let school: string
let reviewer: Awaited<ReturnType<Scenario['staff']>>
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
  reviewer = await s.staff(school, 'school_reviewer')
})
afterAll(() => s.stop())

const sha256Of = (file: Buffer) => createHash('sha256').update(file).digest('hex')
type Student = Awaited<ReturnType<Scenario['student']>>
const act = <More extends object>(of: { id: string; version: number }, more: More) => ({
  params: { school, id: of.id },
  body: { seenVersion: of.version, ...more },
})
const actionsOf = (id: string) => actionsOn(s, `destination:${id}`)
const employmentOf = async (student: Student) =>
  (await student.first.call(studentHome, { params: { school: student.school } })).employment
const placesOf = ({ id }: Student) =>
  s.db.selectFrom('placements').where('studentId', '=', id).select(['kind', 'holder']).execute()
const toldTo = (who: { userId: string }) => kindsToldTo(s, who)

test('from declaration to void: registered by the school, voided at the student’s wish, the place free, all journaled', async () => {
  const student = await s.student(school)
  const declared = await declare(s, student, '801', { schoolName: '武汉大学' })
  expect(declared).toMatchObject({
    status: 'in_review',
    headline: '武汉大学',
    category: { name: '研究生', nameEn: 'Postgraduate study' },
    waitingFor: 'school',
    levels: ['school'],
    actions: ['correct', 'withdraw'],
  })
  expect(await employmentOf(student)).toMatchObject({ status: 'registering', holder: '武汉大学' })

  const passed = await reviewer.first.call(contract.destinationActs.pass, act(declared, {}))
  expect([passed.status, passed.waitingFor, passed.actions]).toEqual(['registered', null, []])
  expect(await employmentOf(student)).toMatchObject({
    status: 'studying',
    category: { name: '研究生' },
    date: '2026-06-01',
  })

  const withoutReason = await student.first.ask(contract.destinationActs['ask-void'], act(passed, {}))
  expect(withoutReason.json().code).toBe('reason-needed')
  const asked = await student.first.call(
    contract.destinationActs['ask-void'],
    act(passed, { reason: '放弃入学' }),
  )
  expect([asked.status, asked.voiding, asked.waitingFor]).toEqual(['registered', true, 'school'])
  expect((await employmentOf(student)).status).toBe('voiding')
  const refused = await reviewer.first.call(
    contract.destinationActs['refuse-void'],
    act(asked, { reason: '请附学院意见' }),
  )
  expect([refused.status, refused.voiding]).toEqual(['registered', false])
  const again = await student.first.call(
    contract.destinationActs['ask-void'],
    act(refused, { reason: '放弃入学' }),
  )
  const kept = await student.first.call(contract.destinationActs['withdraw-void'], act(again, {}))
  const last = await student.first.call(
    contract.destinationActs['ask-void'],
    act(kept, { reason: '放弃入学' }),
  )
  const voided = await reviewer.first.call(contract.destinationActs['grant-void'], act(last, {}))
  expect([voided.status, voided.voiding, voided.endedAt]).toEqual(['voided', false, s.now().toISOString()])

  expect(await placesOf(student)).toEqual([])
  expect((await employmentOf(student)).status).toBe('unplaced')
  const story = [
    'declare',
    'pass',
    'ask-void',
    'refuse-void',
    'ask-void',
    'withdraw-void',
    'ask-void',
    'grant-void',
  ].map((verb) => `destination.${verb}`)
  expect(await actionsOf(declared.id)).toEqual(story)
  expect(voided.timeline.map(({ action }) => action)).toEqual(story)
  expect(await toldTo(student)).toEqual([
    'destination.registered',
    'destination.void-refused',
    'destination.voided',
  ])
  expect((await verifyJournal(s.db)).faults).toEqual([])
})

test('what was returned is corrected with another scan and another school, and comes back to the reviewer', async () => {
  const student = await s.student(school)
  const declared = await declare(s, student, '801', { schoolName: '武汉大学' })
  const returned = await reviewer.first.call(
    contract.destinationActs.return,
    act(declared, { reason: '通知书不清晰' }),
  )
  expect([returned.status, returned.waitingFor]).toEqual(['returned', 'student'])
  expect((await employmentOf(student)).status).toBe('returned')

  const sent = await declarationOf(s, student, '802', { schoolName: '华中科技大学' })
  const corrected = await student.first.call(contract.destinationActs.correct, act(returned, sent.body))

  expect(corrected).toMatchObject({
    status: 'in_review',
    code: '802',
    headline: '华中科技大学',
    waitingFor: 'school',
  })
  expect(corrected.evidence.map(({ id }) => id)).toEqual(sent.body.evidence)
  expect(await placesOf(student)).toEqual([{ kind: 'destination', holder: '华中科技大学' }])
  const kept = await student.first.call(
    contract.destinationActs.correct,
    act(corrected, { ...sent.body, evidence: [...sent.body.evidence, await s.scan(student.first, school)] }),
  )
  expect(kept.evidence).toHaveLength(2)
  const queue = await reviewer.first.call(contract.listDestinations, {
    params: { school },
    query: { q: student.studentNumber },
  })
  expect(queue.items).toMatchObject([
    { id: declared.id, category: { name: '第二学士学位' }, version: kept.version },
  ])
})

test('the reviewer sees what each correction has changed: category, answers and scans, and the journal names the scans by content', async () => {
  const student = await s.student(school)
  const sent = await declarationOf(s, student, '801', { schoolName: '武汉大学' })
  const declared = await student.first.call(contract.declareDestination, sent)
  expect(declared.history).toEqual([])
  const other = await declarationOf(s, student, '75')
  const once = await student.first.call(contract.destinationActs.correct, act(declared, other.body))
  // Another file may bear the same name.
  const again = await declarationOf(s, student, '75')
  const twice = await student.first.call(contract.destinationActs.correct, act(once, again.body))

  const params = { school, id: declared.id }
  const { history } = await reviewer.first.call(contract.getDestination, { params })
  expect(history).toEqual(twice.history)
  const [first, second] = history.map(({ changes }) => changes)
  const none = { name: '', nameEn: '' }
  expect(first).toEqual(
    expect.arrayContaining([
      { name: '去向类别', nameEn: 'Category', before: declared.category, after: once.category },
      {
        name: '录取院校',
        nameEn: 'Admitting institution',
        before: { name: '武汉大学', nameEn: '武汉大学' },
        after: none,
      },
      {
        name: '单位行业',
        nameEn: 'Industry',
        before: none,
        after: { name: '科学研究和技术服务业', nameEn: 'Scientific research and technical services' },
      },
    ]),
  )
  const scans = { name: '扫描件.pdf', nameEn: '扫描件.pdf' }
  expect(second).toEqual([{ name: '证明材料', nameEn: 'Evidence', before: scans, after: scans }])
  const journaled = (await s.journal(`destination:${declared.id}`)).map(
    ({ entry }) => (entry as { data: { evidence: string } }).data.evidence,
  )
  expect(journaled).toEqual(
    [sent, other, again].map(({ body }) => `${body.evidence[0]}:${sha256Of(SMALL_PDF)}`),
  )
})

test.each([['70'], ['10']])('what holds the place cannot be corrected into %s', async (category) => {
  const student = await s.student(school)
  const declared = await declare(s, student, '801')
  const body = { category, details: {}, evidence: [] }
  const answer = await student.first.ask(contract.destinationActs.correct, act(declared, body))
  expect([answer.statusCode, answer.json().code]).toEqual([422, 'category-not-offered'])
  expect((await placesOf(student)).length).toBe(1)
})

test('rejected: the place is free, and the student registers another', async () => {
  const student = await s.student(school)
  const declared = await declare(s, student, '12')
  const rejected = await reviewer.first.call(
    contract.destinationActs.reject,
    act(declared, { reason: '实习证明不能作为材料' }),
  )
  expect([rejected.status, rejected.actions]).toEqual(['rejected', []])
  expect((await declare(s, student, '76')).status).toBe('in_review')
  expect(await toldTo(student)).toEqual(['destination.rejected'])
})

test('for another college, another school, another student and every employer it does not exist', async () => {
  const [student, employer] = [await s.student(school), await s.employer(school)]
  const declared = await declare(s, student, '801')
  const elsewhere = await s.school()
  const strangers = [
    await s.staff(school, 'college_reviewer', '02'),
    await s.staff(elsewhere, 'administrator'),
    await s.student(school),
    await s.student(elsewhere),
    employer,
  ]
  for (const { first } of strangers)
    expect((await first.ask(contract.getDestination, act(declared, {}))).statusCode).toBe(404)
  for (const endpoint of [contract.destinationActs.withdraw, contract.destinationActs['ask-void']])
    expect((await strangers[2]!.first.ask(endpoint, act(declared, {}))).statusCode).toBe(404)
  expect((await strangers[0]!.first.ask(contract.destinationActs.pass, act(declared, {}))).statusCode).toBe(
    404,
  )
  expect((await employer.first.ask(contract.listDestinations, { params: { school } })).statusCode).toBe(403)
  expect(await actionsOf(declared.id)).toEqual(['destination.declare'])
})

test('the student is kept as declared, whatever the roster says later', async () => {
  const student = await s.student(school)
  const { id, student: before } = await declare(s, student, '801')
  await s.owner.updateTable('students').set({ name: '改名' }).where('id', '=', student.id).execute()
  const view = await reviewer.first.call(contract.getDestination, { params: { school, id } })
  expect(view.student).toEqual(before)
})

test('an act costs about ten statements, beside the session’s and those of the transaction', async () => {
  const student = await s.student(school)
  const sent = await declarationOf(s, student, '801')
  s.statements.length = 0
  const declared = await student.first.call(contract.declareDestination, sent)
  expect(s.statements.length).toBeLessThanOrEqual(16)
  s.statements.length = 0
  const rejected = await reviewer.first.call(
    contract.destinationActs.reject,
    act(declared, { reason: '材料不符' }),
  )
  expect([rejected.status, s.statements.length <= 13]).toEqual(['rejected', true])
})
