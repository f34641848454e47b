import { afterAll, beforeAll, expect, test } from 'vitest'
import { getMe, signIn } from '../../../contracts/accounts.ts'
import { recoverByCode } from '../../../contracts/forgotten.ts'
import { listNotifications } from '../../../contracts/notifications.ts'
import * as contract from '../../../contracts/recoveries.ts'
import { answerForgotten } from '../../background/forgotten.ts'
import { sweep } from '../../background/sweep.ts'
import type { Visitor } from '../../http/visitor.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

const PASSWORD = 'Qiao-Liang-2026'
const NEW = 'Chun-Tian-2026'
const START = '2026-06-01T10:00:00+08:00'

let s: Scenario
let school: string
let one: Awaited<ReturnType<Scenario['staff']>>
let two: Awaited<ReturnType<Scenario['staff']>>
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
  one = await s.staff(school, 'school_reviewer')
  two = await s.staff(school, 'administrator')
})
afterAll(() => s.stop())

const codeOf = (answer: { statusCode: number; json(): { code: string } }) =>
  answer.statusCode === 200 ? 'done' : answer.json().code

const graduate = async () => {
  const student = await s.student(school)
  await s.setPassword(student.userId, PASSWORD)
  return student
}
type Student = Awaited<ReturnType<typeof graduate>>
const params = ({ id }: { id: string }) => ({ school, id })
const COUNTER = { reason: '手机丢失，邮箱停用', identifiedBy: '核对身份证原件' }
const start = (by: Visitor, of: { id: string }) =>
  by.ask(contract.startRecovery, { params: params(of), body: COUNTER })
const approve = (by: Visitor, of: { id: string }, seenVersion = 1) =>
  by.ask(contract.approveRecovery, { params: params(of), body: { seenVersion } })
const recover = (of: { studentNumber: string }, code: string, password = NEW, by = s.visitor()) =>
  by.ask(recoverByCode, {
    body: { school, login: of.studentNumber, code, password, language: 'zh-CN' },
  })
const standing = (by: Visitor, of: { id: string }) => by.call(contract.getRecovery, { params: params(of) })
const codeFor = async (of: Student): Promise<string> => {
  await start(one.first, of)
  return (await approve(two.first, of)).json().code
}
const historyOf = async (of: { id: string }) =>
  (await s.journal(`student:${of.id}`)).map(({ entry }) => entry as { action: string; data: object })
const typed = (login: string) => ({
  portal: 'student' as const,
  school,
  login,
  ip: '192.0.2.1',
  userAgent: 'x',
})

test('one begins it with who stood there, another approves, and the student sets a password by the spoken code', async () => {
  const student = await graduate()
  expect((await start(one.first, student)).json()).toMatchObject({
    last: { status: 'started', ...COUNTER, approvedBy: null },
    actions: ['refuse'],
  })
  expect((await standing(two.first, student)).actions).toEqual(['approve', 'refuse'])
  const { code, until } = (await approve(two.first, student)).json()
  expect([code, until]).toEqual([
    expect.stringMatching(/^[A-Z2-9]{4}(-[A-Z2-9]{4}){2}$/),
    '2026-06-02T02:00:00.000Z',
  ])
  const kinds = (await student.first.call(listNotifications)).items.map(({ kind }) => kind)
  expect(kinds).toEqual(['account.recovery-approved', 'account.recovery-started'])

  const by = s.visitor()
  const entered = await recover(student, code.toLowerCase().replaceAll('-', ' '), NEW, by)
  expect(entered.json()).toMatchObject({ portal: 'student', verified: true })
  // Whoever was signed in with the lost password is out, and the password is another.
  expect(codeOf(await student.first.ask(getMe))).toBe('not-signed-in')
  expect((await by.call(listNotifications)).items[0]!.kind).toBe('account.password-changed')
  const entry = { portal: 'student' as const, school, login: student.studentNumber }
  expect(codeOf(await s.visitor().ask(signIn, { body: { ...entry, secret: PASSWORD } }))).toBe(
    'wrong-credentials',
  )
  expect(codeOf(await s.visitor().ask(signIn, { body: { ...entry, secret: NEW } }))).toBe('done')
  expect(await historyOf(student)).toMatchObject([
    { action: 'student.start-recovery', data: COUNTER, actor: { name: expect.any(String) } },
    { action: 'student.approve-recovery' },
    { action: 'student.recover' },
  ])
  // Both see who began and who approved.
  const { last } = await standing(one.first, student)
  expect([last?.status, last?.startedBy === last?.approvedBy]).toEqual(['used', false])
})

test('whoever began it approves nothing, and the database says so too', async () => {
  const student = await graduate()
  await start(one.first, student)
  expect(codeOf(await approve(one.first, student))).toBe('second-person-needed')
  const alone = s.db
    .updateTable('recoveries')
    .set({ approvedBy: one.userId, approvedAt: s.now(), status: 'approved', code: Buffer.from('x') })
    .where('studentId', '=', student.id)
  await expect(alone.execute()).rejects.toMatchObject({ constraint: 'recoveries_by_two_people' })
})

test('two who begin it at once, two who approve at once, two browsers with one code: one of each', async () => {
  const student = await graduate()
  const begun = await Promise.all([start(one.first, student), start(two.second, student)])
  expect(begun.map(codeOf).sort()).toEqual(['done', 'recovery-open'])
  const [third, fourth] = [await s.staff(school, 'school_reviewer'), await s.staff(school, 'school_reviewer')]
  const approved = await Promise.all([approve(third.first, student), approve(fourth.second, student)])
  expect(approved.map(codeOf).sort()).toEqual(['already-moved-on', 'done'])
  const { code } = approved.find(({ statusCode }) => statusCode === 200)!.json()
  const entered = await Promise.all([
    recover(student, code),
    recover(student, code, 'Another-Pass-2026', s.secondVisitor()),
  ])
  expect(entered.map(codeOf).sort()).toEqual(['done', 'recovery-code-wrong'])
})

test('a code that is wrong, of another student, refused or over opens nothing, and says no more of nobody', async () => {
  const [student, other] = [await graduate(), await graduate()]
  const code = await codeFor(student)
  for (const wrong of [
    await recover(other, code),
    await recover(student, 'AAAA-AAAA-AAAA'),
    await recover({ studentNumber: 'nobody' }, code),
  ])
    expect([wrong.statusCode, wrong.json().code, wrong.json().errors[0].field]).toEqual([
      422,
      'recovery-code-wrong',
      'code',
    ])
  // A password that is too weak uses nothing up.
  expect(codeOf(await recover(student, code, student.studentNumber))).toBe('weak-password')
  const seenVersion = (await standing(one.first, student)).last!.version
  const refused = await one.first.ask(contract.refuseRecovery, {
    params: params(student),
    body: { seenVersion, reason: '不是本人' },
  })
  expect(refused.json()).toMatchObject({
    last: { status: 'refused', refusal: '不是本人' },
    actions: ['start'],
  })
  expect(codeOf(await recover(student, code))).toBe('recovery-code-wrong')

  const late = await graduate()
  const overtaken = await codeFor(late)
  s.setClock('2026-06-02T10:00:00+08:00')
  expect(codeOf(await recover(late, overtaken))).toBe('recovery-code-wrong')
  expect((await standing(one.first, late)).last?.status).toBe('expired')
  await sweep(s.services)
  expect(codeOf(await start(one.first, late))).toBe('done')
  s.setClock(START)
})

test('a college sees and lets in its own students only, and a student without a password has none to lose', async () => {
  const student = await graduate()
  const [own, foreign] = [
    await s.staff(school, 'college_reviewer', '01'),
    await s.staff(school, 'college_reviewer', '02'),
  ]
  expect(codeOf(await start(foreign.first, student))).toBe('not-found')
  expect(codeOf(await start(own.first, student))).toBe('done')
  const list = (by: Visitor) => by.call(contract.listRecoveries, { params: { school }, query: { open: '1' } })
  expect((await list(own.first)).items.map(({ studentId }) => studentId)).toContain(student.id)
  expect((await list(foreign.first)).items).toEqual([])
  expect(codeOf(await approve(foreign.first, student))).toBe('not-found')
  const newcomer = await s.student(school)
  expect(codeOf(await start(one.first, newcomer))).toBe('student-not-verified')
})

test('what is typed at the door waits for the student to come, once, and says where it came from', async () => {
  const student = await graduate()
  for (let count = 0; count < 2; count++) await answerForgotten(s.services, typed(student.studentNumber))
  const { last, actions } = await standing(one.first, student)
  expect([last, actions]).toMatchObject([{ status: 'asked', startedBy: null }, ['start', 'refuse']])
  expect(await historyOf(student)).toMatchObject([{ action: 'student.ask-recovery' }])
  const [asked] = await s.journal(`student:${student.id}`)
  expect(asked!.origin).toMatchObject({ ip: '192.0.2.1' })
  await start(one.first, student)
  expect((await standing(two.first, student)).last).toMatchObject({
    id: last!.id,
    status: 'started',
    askedAt: last!.askedAt,
  })
  for (const login of ['nobody', (await s.student(school)).studentNumber])
    await answerForgotten(s.services, typed(login))
  expect(await s.db.selectFrom('recoveries').where('status', '=', 'asked').selectAll().execute()).toEqual([])
})

test('each step takes fourteen statements at most, and the code stands nowhere', async () => {
  const student = await graduate()
  const counts: number[] = []
  const counted = async <T>(act: () => Promise<T>) => {
    const before = s.statements.length
    const answer = await act()
    counts.push(s.statements.slice(before).filter((sql) => !/^(begin|commit)$/.test(sql)).length)
    return answer
  }
  await counted(() => start(one.first, student))
  const { code } = (await counted(() => approve(two.first, student))).json()
  const kept = await s.db.selectFrom('recoveries').where('studentId', '=', student.id).selectAll().execute()
  const answers = await s.db.selectFrom('keptAnswers').selectAll().execute()
  expect(JSON.stringify([kept, answers, await historyOf(student)])).not.toContain(code.replaceAll('-', ''))
  expect((await counted(() => recover(student, code))).statusCode).toBe(200)
  expect(counts).toEqual([10, 7, 14])
})
