import { afterAll, beforeAll, expect, test } from 'vitest'
import { getMe, signIn, signOut } from '../../../contracts/accounts.ts'
import { listNotifications } from '../../../contracts/notifications.ts'
import * as contract from '../../../contracts/privacy.ts'
import { agreeToNotice, getMyNotice } from '../../../contracts/privacy.ts'
import { studentHome } from '../../../contracts/students.ts'
import { passVerification } from '../../../contracts/verification.ts'
import { visitor } from '../../http/visitor.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

let s: Scenario
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())

const TEXTS = {
  declaration: '# 一\n本校的声明',
  declarationEn: '# 1\nOur notice',
  responsible: '周主任 027-87001234',
}
/** The same person in a browser that agrees to nothing by itself. */
const reading = (token: string) => visitor(s.app, token, {}, '127.0.0.1', false)
const withdrawn = async (person: { token: string }) => {
  const by = reading(person.token)
  await by.call(contract.withdrawConsent)
  return by
}
const agree = async (by: ReturnType<typeof reading>) => {
  const { publisher, version } = await by.call(getMyNotice)
  return by.call(agreeToNotice, { body: { publisher, version } })
}
const publish = async (school: string, by: Awaited<ReturnType<Scenario['staff']>>, more: object = {}) =>
  by.first.ask(contract.publishNotice, {
    params: { school },
    body: { seenNotice: 0, material: false, ...TEXTS, ...more },
  })

test('who signs in for the first time reads the notice before anything else, by whatever door', async () => {
  const school = await s.school()
  const student = await s.student(school, { verified: false })
  await s.owner.deleteFrom('privacyConsents').where('userId', '=', student.userId).execute()
  const by = visitor(s.app, null, {}, '127.0.0.1', false)
  const me = await by.call(signIn, {
    body: { portal: 'student', school, login: student.studentNumber, secret: student.idNumber },
  })
  expect(me).toMatchObject({ lacks: 'notice', verified: false })
  const body = {
    name: student.name,
    idNumberTail: student.idNumber.slice(-6),
    rosterConfirmed: true as const,
    electronicFormAgreed: true as const,
    phone: '13900000001',
    password: 'Qiao-Liang-2026',
  }
  const early = await by.ask(passVerification, { params: { school }, body })
  expect([early.statusCode, early.json().code]).toEqual([403, 'notice-to-agree'])
  const notice = await by.call(getMyNotice)
  expect(notice).toMatchObject({ publisher: 'platform', version: 1, consents: [] })
  expect(notice.handler?.code).toBe(school)
  expect(notice.text).toContain(notice.handler?.name)
  expect(await agree(by)).toMatchObject({ lacks: null })
  await by.call(passVerification, { params: { school }, body })
  await by.call(studentHome, { params: { school } })
})

test('people of every portal are asked, and what is kept is when, to which version and from where', async () => {
  const school = await s.school()
  const people = [
    await s.student(school),
    await s.employer(school),
    await s.staff(school, 'administrator'),
    await s.enter({ portal: 'platform' }),
  ]
  for (const person of people) {
    const by = await withdrawn(person)
    const refused = await by.ask(listNotifications)
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'notice-to-agree'])
    expect((await by.call(getMe)).lacks).toBe('notice')
    await agree(by)
    await by.call(listNotifications)
    const kept = await s.db
      .selectFrom('privacyConsents')
      .where('userId', '=', person.userId)
      .where('withdrawnAt', 'is', null)
      .selectAll()
      .execute()
    expect(kept).toMatchObject([{ schoolId: 'platform', version: 1, ip: '127.0.0.1', agreedAt: s.now() }])
  }
})

test('who does not agree can read, leave, and agree later', async () => {
  const school = await s.school()
  const by = await withdrawn(await s.student(school))
  await by.call(getMyNotice)
  await by.call(signOut)
  expect((await by.ask(getMe)).statusCode).toBe(401)
})

test('a school’s first text, and a later one that matters, are agreed to anew; another is not', async () => {
  const school = await s.school()
  const [administrator, student, elsewhere] = [
    await s.staff(school, 'administrator'),
    await s.student(school),
    await s.student(await s.school()),
  ]
  const by = reading(student.token)
  expect((await publish(school, administrator)).json()).toMatchObject({ publisher: school, version: 1 })
  expect((await by.call(getMe)).lacks).toBe('notice')
  // What was on the screen before the school published is not what is agreed to.
  const old = await by.ask(agreeToNotice, { body: { publisher: 'platform', version: 1 } })
  expect(old.json().code).toBe('content-changed')
  expect((await by.call(getMyNotice)).text).toContain('本校的声明')
  await agree(by)
  await publish(school, administrator, { seenNotice: 1, declaration: '改了错字' })
  expect((await by.call(getMe)).lacks).toBeNull()
  await publish(school, administrator, { seenNotice: 2, material: true })
  expect((await by.call(getMe)).lacks).toBe('notice')
  await agree(by)
  expect((await by.call(getMyNotice)).consents.map(({ version }) => version)).toEqual([3, 1, 1])
  expect((await reading(elsewhere.token).call(getMe)).lacks).toBeNull()
  const { items } = await administrator.first.call(contract.listNotices, { params: { school } })
  expect(items.map(({ version, material }) => [version, material])).toEqual([
    [3, true],
    [2, false],
    [1, true],
  ])
  expect((await s.journal(`school:${school}`)).map(({ entry }) => entry)).toMatchObject([
    { action: 'school.publish-notice', data: { version: 1, material: true } },
    { data: { version: 2, material: false } },
    { data: { version: 3, material: true } },
  ])
})

test('of two who publish at once one is told that there is a newer text, and agreeing twice is kept once', async () => {
  const school = await s.school()
  const [one, two] = [await s.staff(school, 'administrator'), await s.staff(school, 'administrator')]
  const answers = await Promise.all([publish(school, one), publish(school, two)])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  const by = reading((await s.student(school)).token)
  const twice = await Promise.all([agree(by), agree(by)])
  expect(twice.map(({ lacks }) => lacks)).toEqual([null, null])
  expect((await by.call(getMyNotice)).consents.filter(({ publisher }) => publisher === school)).toHaveLength(
    1,
  )
})

test('a notice that was published, and a consent, are changed by nobody', async () => {
  await expect(s.db.updateTable('privacyNotices').set({ text: 'x' }).execute()).rejects.toThrow('permission')
  await expect(s.db.deleteFrom('privacyConsents').execute()).rejects.toThrow('permission')
  await expect(s.db.updateTable('privacyConsents').set({ version: 9 }).execute()).rejects.toThrow(
    'permission',
  )
  const first = {
    schoolId: '88888',
    version: 1,
    publishedAt: s.now(),
    publishedBy: '',
    material: false,
    text: '声明',
    textEn: 'Notice',
    responsible: '',
  }
  await expect(s.db.insertInto('privacyNotices').values(first).execute()).rejects.toThrow('first_is_material')
})

test('signed in, a request asks the database once who it is, and of a student once more by their key', async () => {
  const school = await s.school()
  for (const [{ first }, asked] of [
    [await s.employer(school), 1],
    [await s.student(school), 2],
  ] as const) {
    s.statements.length = 0
    await first.call(getMe)
    expect(s.statements).toHaveLength(asked)
  }
})
