import { afterAll, beforeAll, expect, test } from 'vitest'
import { getDesk } from '../../../contracts/desk.ts'
import { listNotifications } from '../../../contracts/notifications.ts'
import { getKept } from '../../../contracts/privacy.ts'
import * as contract from '../../../contracts/privacy-requests.ts'
import type { RefusalGround } from '../../../domain/privacy-request/life.ts'
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
    body: { school, requestKind, reason: '毕业后不再使用' },
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
  expect(s.statements.length).toBeLessThanOrEqual(17)
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
  const refusing = (lawGround: RefusalGround) => ({
    params: { school, id: asked.id },
    body: { seenVersion: 1, reason: '协议须保存三年', lawGround },
  })
  const acts = contract.privacyRequestActs
  const wrong = (await reviewer.first.ask(acts.refuse, refusing('data-right'))).json()
  expect([wrong.code, wrong.errors[0].field]).toEqual(['ground-not-offered', 'lawGround'])
  await expect(
    s.owner
      .updateTable('privacyRequests')
      .set({ status: 'refused', ground: 'data-right', answer: '好', endedAt: s.now() })
      .where('id', '=', asked.id)
      .execute(),
  ).rejects.toThrow('privacy_requests_ground_of_kind')
  const refused = await reviewer.first.call(acts.refuse, refusing('period-not-over'))
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
  const asking = { body: { school, requestKind: 'correction' as const, reason: '专业写错' } }
  const answers = await Promise.all([
    student.first.ask(contract.askPrivacyRequest, asking),
    student.second.ask(contract.askPrivacyRequest, asking),
  ])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  expect(answers.find(({ statusCode }) => statusCode === 409)?.json().code).toBe('request-open')
  const { items, reasons } = await student.first.call(contract.listOwnRequests)
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
  const waiting = await counted(reviewer, school)
  const queue = await reviewer.first.call(contract.listPrivacyRequests, { params: { school } })
  expect(waiting).toEqual({
    waiting: queue.total,
    overdue: queue.items.filter(({ overdue }) => overdue).length,
  })
  await reviewer.first.call(contract.privacyRequestActs.fulfil, {
    params: { school, id: asked.id },
    body: { seenVersion: 1, reason: '已办理' },
  })
  s.setClock('2026-06-01T10:00:00+08:00')
})

const asking = { school: '', requestKind: 'erasure' as const, reason: '不再需要邮箱' }
type Person = Pick<Student, 'first' | 'userId'>
const askAs = ({ first }: Person, at: string) =>
  first.ask(contract.askPrivacyRequest, { body: { ...asking, school: at } })
const answerAs = ({ first }: Pick<Person, 'first'>, id: string, at: string) =>
  first.ask(contract.privacyRequestActs.fulfil, {
    params: { school: at, id },
    body: { seenVersion: 1, reason: '已删除' },
  })
/** One who has begun. */
const administrator = async (at: string) => {
  const made = await s.staff(at, 'administrator')
  await s.setPassword(made.userId, 'Qiao-Liang-2026')
  return made
}
const queueOf = async ({ first }: Pick<Person, 'first'>, at: string) =>
  (await first.call(contract.listPrivacyRequests, { params: { school: at } })).items.map(({ id }) => id)
/** What the menu says beside the queue. */
const counted = async ({ first }: Pick<Person, 'first'>, at: string) =>
  (await first.call(getDesk, { params: { school: at } })).privacyRequests

test('staff ask, another administrator answers, and neither a reviewer nor a colleague reads it', async () => {
  const at = await s.school()
  const [asker, chief] = [await s.staff(at, 'college_reviewer', '01'), await administrator(at)]
  const [reviewer, colleague] = [
    await s.staff(at, 'school_reviewer'),
    await s.staff(at, 'college_reviewer', '01'),
  ]
  await changeSettings(s.db, asker.userId, { email: 'b@example.edu.cn' })
  expect(await asker.first.call(contract.listOwnRequests)).toMatchObject({
    answeredBy: 'administrators',
    workdays: 15,
    schools: [{ code: at }],
    reasons: [],
  })
  const asked = (await askAs(asker, at)).json()
  expect(asked).toMatchObject({ own: true, actions: ['withdraw'], asker: { side: 'staff', unit: '一院' } })
  expect([await kindsOf(chief), await kindsOf(reviewer)]).toEqual([['privacy-request.asked'], []])
  expect([await queueOf(chief, at), await queueOf(reviewer, at)]).toEqual([[asked.id], []])
  expect(await counted(chief, at)).toEqual({ waiting: 1, overdue: 0 })
  expect([await counted(reviewer, at), await counted(colleague, at)]).toEqual([
    { waiting: 0, overdue: 0 },
    null,
  ])
  const params = { school: at, id: asked.id }
  for (const who of [reviewer, colleague]) {
    expect((await who.first.ask(contract.getPrivacyRequest, { params })).statusCode).toBe(404)
    expect((await answerAs(who, asked.id, at)).statusCode).toBeGreaterThanOrEqual(403)
  }
  expect((await answerAs(chief, asked.id, at)).json()).toMatchObject({ status: 'done', own: false })
  expect((await findSettings(s.db, asker.userId)).email).toBe('')
  expect(await kindsOf(asker)).toEqual(['privacy-request.done'])
  expect(await asker.first.call(contract.getPrivacyRequest, { params })).toMatchObject({ answer: '已删除' })
  const kept = await asker.first.call(getKept)
  const row = kept.sections.find(({ table }) => table === 'privacyRequests')?.rows
  expect(row).toMatchObject([{ askerSide: 'staff', answer: '已删除' }])
  expect(JSON.stringify(kept)).not.toContain(chief.userId)
  expect(kept.sections.find(({ table }) => table === 'journal')?.rows).toEqual(
    expect.arrayContaining([expect.objectContaining({ action: 'privacy-request.ask' })]),
  )
})

test('an administrator answers no request of their own, whatever the code believes, and without another asks nothing', async () => {
  const at = await s.school()
  const only = await administrator(at)
  const refused = await askAs(only, at)
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'nobody-to-answer'])
  const { reasons } = await only.first.call(contract.listOwnRequests)
  expect(reasons.map(({ code }) => code)).toEqual(['nobody-to-answer'])
  // One who has not begun could not.
  await s.staff(at, 'administrator')
  expect((await askAs(only, at)).statusCode).toBe(409)
  const second = await administrator(at)
  const asked = (await askAs(only, at)).json()
  expect(await queueOf(only, at)).toEqual([asked.id])
  const own = await answerAs(only, asked.id, at)
  expect([own.statusCode, own.json().code]).toEqual([403, 'own-request'])
  const forced = s.db
    .updateTable('privacyRequests')
    .set({ status: 'done', answer: '好', answeredBy: only.userId, endedAt: s.now() })
    .where('id', '=', asked.id)
  await expect(forced.execute()).rejects.toThrow('privacy_requests_nobody_answers_themselves')
  expect((await answerAs(second, asked.id, at)).statusCode).toBe(200)
})

test('a member of an employer asks a school that has admitted it, whose office answers; once at a time, and nobody else', async () => {
  const [at, elsewhere] = [await s.school(), await s.school()]
  const [employer, office] = [await s.employer(at), await s.staff(at, 'school_reviewer')]
  const own = await employer.first.call(contract.listOwnRequests)
  expect(own).toMatchObject({ answeredBy: 'office', schools: [{ code: at }] })
  const stranger = await askAs(employer, elsewhere)
  expect([stranger.statusCode, stranger.json().code]).toEqual([409, 'employer-not-admitted'])
  expect(stranger.json().errors[0].field).toBe('school')
  const [one, two] = await Promise.all([
    askAs(employer, at),
    employer.second.ask(contract.askPrivacyRequest, { body: { ...asking, school: at } }),
  ])
  expect([one.statusCode, two.statusCode].sort()).toEqual([200, 409])
  const asked = (one.statusCode === 200 ? one : two).json()
  expect(asked.asker).toMatchObject({ side: 'member', unit: employer.name })
  expect([await queueOf(office, at), await kindsOf(office)]).toEqual([[asked.id], ['privacy-request.asked']])
  const others = [await s.employer(at), await s.student(at)]
  for (const { first } of others) {
    const read = await first.ask(contract.getPrivacyRequest, { params: { school: at, id: asked.id } })
    expect(read.statusCode).toBe(404)
  }
  expect((await answerAs(office, asked.id, at)).statusCode).toBe(200)
  expect(await kindsOf(employer)).toEqual(['privacy-request.done'])
  const { items } = await employer.first.call(contract.listOwnRequests)
  expect(items).toMatchObject([{ id: asked.id, status: 'done', school: { code: at } }])
})

test('whom no school has admitted, who is not verified, and who keeps the platform ask no school', async () => {
  const refused = await s.employer(school, 'pending')
  expect((await refused.first.call(contract.listOwnRequests)).schools).toEqual([])
  const newcomer = await s.student(school, { verified: false })
  const operator = await s.enter({ portal: 'platform' })
  const answers = [await askAs(refused, school), await askAs(newcomer, school), await askAs(operator, school)]
  expect(answers.map((answer) => [answer.statusCode, answer.json().code])).toEqual([
    [409, 'employer-not-admitted'],
    [403, 'verification-needed'],
    [403, 'not-allowed'],
  ])
})
