import { afterAll, beforeAll, expect, test } from 'vitest'
import { listNotifications } from '../../../contracts/notifications.ts'
import { getKept } from '../../../contracts/privacy.ts'
import * as contract from '../../../contracts/privacy-requests.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { changeSettings, findSettings } from '../notifications/settings.ts'

let s: Scenario
let school: string
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
})
afterAll(() => s.stop())

type Student = Awaited<ReturnType<Scenario['student']>>
const ask = ({ first }: Student, requestKind: 'erasure' | 'correction' = 'erasure') =>
  first.call(contract.askPrivacyRequest, {
    params: { school },
    body: { requestKind, reason: '毕业后不再使用' },
  })
const kindsOf = async ({ first }: Pick<Student, 'first'>) =>
  (await first.call(listNotifications, {})).items.map(({ kind }) => kind)

test('a request is asked, stands in the queue by its day, is answered, and both sides are told', async () => {
  const [student, reviewer] = [await s.student(school), await s.staff(school, 'school_reviewer')]
  await changeSettings(s.db, student.userId, { email: 'a@example.edu.cn' })
  const asked = await ask(student)
  expect(asked).toMatchObject({
    status: 'asked',
    answerBy: '2026-06-22',
    overdue: false,
    actions: ['withdraw'],
  })
  expect(await kindsOf(reviewer)).toContain('privacy-request.asked')
  const { items } = await reviewer.first.call(contract.listPrivacyRequests, { params: { school } })
  expect(items.map(({ id }) => id)).toContain(asked.id)
  const params = { school, id: asked.id }
  s.statements.length = 0
  const done = await reviewer.first.call(contract.privacyRequestActs.fulfil, {
    params,
    body: { seenVersion: 1, reason: '已删除接收邮箱；协议和证明材料依法保存三年' },
  })
  expect(s.statements.length).toBeLessThanOrEqual(13)
  expect(done).toMatchObject({ status: 'done', actions: [], ground: null })
  expect((await findSettings(s.db, student.userId)).email).toBe('')
  expect(await kindsOf(student)).toEqual(['privacy-request.done'])
  expect((await s.journal(`privacy-request:${asked.id}`)).map(({ entry }) => entry)).toMatchObject([
    { action: 'privacy-request.ask', from: null, to: 'asked' },
    { action: 'privacy-request.fulfil', to: 'done', data: { kind: 'erasure', erasesOptional: true } },
  ])
  const kept = await student.first.call(getKept)
  expect(kept.sections.find(({ table }) => table === 'privacyRequests')?.rows).toMatchObject([
    { status: 'done' },
  ])
})

test('an agreement stays whatever is asked, and the refusal says by which law', async () => {
  const [student, employer] = [await s.student(school), await s.employer(school)]
  const reviewer = await s.staff(school, 'school_reviewer')
  const { id } = await s.sign(employer, student)
  const asked = await ask(student)
  const refused = await reviewer.first.call(contract.privacyRequestActs.refuse, {
    params: { school, id: asked.id },
    body: { seenVersion: 1, reason: '协议须保存三年', lawGround: 'period-not-over' },
  })
  expect(refused).toMatchObject({ status: 'refused', ground: 'period-not-over', answer: '协议须保存三年' })
  const found = await s.db.selectFrom('agreements').where('id', '=', id).select('id').execute()
  expect(found).toHaveLength(1)
  await expect(s.owner.deleteFrom('students').where('id', '=', student.id).execute()).rejects.toThrow(
    'violates foreign key',
  )
})

test('of two at once one is asked, and of two answers one is given', async () => {
  const student = await s.student(school)
  const reviewers = [await s.staff(school, 'school_reviewer'), await s.staff(school, 'administrator')]
  const body = { requestKind: 'correction' as const, reason: '专业写错' }
  const asking = { params: { school }, body }
  const answers = await Promise.all([
    student.first.ask(contract.askPrivacyRequest, asking),
    student.second.ask(contract.askPrivacyRequest, asking),
  ])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  expect(answers.find(({ statusCode }) => statusCode === 409)?.json().code).toBe('request-open')
  const { items, reasons } = await student.first.call(contract.listMyRequests, { params: { school } })
  expect([items.length, reasons.map(({ code }) => code)]).toEqual([1, ['request-open']])
  const given = { params: { school, id: items[0]!.id }, body: { seenVersion: 1, reason: '已改' } }
  const acts = await Promise.all(
    reviewers.map(({ first }) => first.ask(contract.privacyRequestActs.fulfil, given)),
  )
  expect(acts.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
})

test('what nobody has answered by its day is overdue, and still answered', async () => {
  const student = await s.student(school)
  const asked = await ask(student)
  s.setClock('2026-06-23T00:00:00+08:00')
  const reviewer = await s.staff(school, 'school_reviewer')
  const { items } = await reviewer.first.call(contract.listPrivacyRequests, {
    params: { school },
    query: { q: student.name },
  })
  expect(items).toMatchObject([{ id: asked.id, overdue: true }])
  await reviewer.first.call(contract.privacyRequestActs.fulfil, {
    params: { school, id: asked.id },
    body: { seenVersion: 1, reason: '已办理' },
  })
  s.setClock('2026-06-01T10:00:00+08:00')
})
