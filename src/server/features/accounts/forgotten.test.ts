import { afterAll, beforeAll, expect, test } from 'vitest'
import * as accounts from '../../../contracts/accounts.ts'
import { changeEmail } from '../../../contracts/contact.ts'
import { askForLink } from '../../../contracts/forgotten.ts'
import { listNotifications } from '../../../contracts/notifications.ts'
import { enterByLink, getStaffMember, giveStaffLink, openLink } from '../../../contracts/staff.ts'
import { answerForgotten } from '../../background/forgotten.ts'
import { startWorkers } from '../../background/workers.ts'
import type { Visitor } from '../../http/visitor.ts'
import { openMail } from '../../services/mail.ts'
import { startMailServer } from '../../testing/mail-server.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { changeSettings } from '../notifications/settings.ts'

const PASSWORD = 'Qiao-Liang-2026'
const NEW = 'Chun-Tian-2026'
const START = '2026-06-01T10:00:00+08:00'

let server: Awaited<ReturnType<typeof startMailServer>>
let mail: Awaited<ReturnType<typeof openMail>>
let s: Scenario
let school: string
beforeAll(async () => {
  server = await startMailServer()
  mail = await openMail(server.url, '签约 <sign@school.example>')
  s = await startScenario(mail)
  school = await s.school()
  // On the other instance: the statements of this one are counted.
  await startWorkers(s.secondQueue.boss, s.secondServices)
})
afterAll(async () => {
  await s.stop()
  mail.close()
  await server.stop()
})

const codeOf = (answer: { statusCode: number; json(): { code: string } }) =>
  answer.statusCode === 200 ? 'done' : answer.json().code

let made = 0
const reachable = async <P extends { userId: string }>(person: P) => {
  const email = `owner${++made}@example.org`
  await s.setPassword(person.userId, PASSWORD)
  await changeSettings(s.db, person.userId, { email })
  return { ...person, email }
}
const mailed = (email: string) =>
  server.delivered.filter(({ recipients, text }) => recipients.includes(email) && text.includes('/enter#'))
/** The token of the newest link that came to this address. */
const tokenTo = (email: string) =>
  /http:\/\/localhost:3000\/enter#(\S+)/.exec(mailed(email).at(-1)!.text)![1]!
type Typed = { portal: 'student' | 'employer' | 'school' | 'platform'; school?: string; login: string }
const forgets = (typed: Typed, by: Visitor = s.visitor()) => by.ask(askForLink, { body: typed })
/** What comes of it, without the turn that it waits for. */
const answered = ({ portal, school: of, login }: Typed) =>
  answerForgotten(s.services, { portal, school: of ?? null, login, ip: '192.0.2.1', userAgent: 'x' })
const enters = (token: string, password = NEW, by = s.visitor()) =>
  by.ask(enterByLink, { body: { token, password, language: 'zh-CN' } })
const signsIn = async (typed: Typed, secret: string) =>
  codeOf(await s.visitor().ask(accounts.signIn, { body: { ...typed, secret } }))

test('what was asked at the door is done in its turn: a link comes, and then word that it was used', async () => {
  const { studentNumber: login, email } = await reachable(await s.student(school))
  expect((await forgets({ portal: 'student', school, login })).json()).toEqual({ mails: true })
  await expect.poll(() => mailed(email).length, { timeout: 25_000 }).toBe(1)
  expect(codeOf(await enters(tokenTo(email)))).toBe('done')
  const told = () =>
    server.delivered.filter(
      ({ recipients, text }) => recipients.includes(email) && text.includes('密码已更改'),
    )
  await expect.poll(() => told().length, { timeout: 25_000 }).toBe(1)
}, 90_000)

test('at every door: a link to the confirmed address ends all sessions, and its owner is told', async () => {
  const student = await reachable(await s.student(school))
  const employer = await reachable(await s.enter({ ...(await memberOf()), login: 'hr.wang' }))
  const staff = await reachable(
    await s.enter({ portal: 'school', schoolId: school, staffRole: 'administrator', login: 'ban' }),
  )
  const operator = await reachable(await s.enter({ portal: 'platform', login: 'yun' }))
  const doors: [Typed, { first: Visitor; email: string }][] = [
    [{ portal: 'student', school, login: student.studentNumber }, student],
    [{ portal: 'employer', login: 'HR.Wang' }, employer],
    [{ portal: 'school', school, login: 'ban' }, staff],
    [{ portal: 'platform', login: 'yun' }, operator],
  ]
  for (const [typed] of doors) await answered(typed)
  for (const [typed, { first, email }] of doors) {
    const token = tokenTo(email)
    expect((await s.visitor().call(openLink, { body: { token } })).portal).toBe(typed.portal)
    const by = s.visitor()
    expect((await enters(token, NEW, by)).json()).toMatchObject({ portal: typed.portal, lacks: null })
    expect(codeOf(await first.ask(accounts.getMe))).toBe('not-signed-in')
    expect((await by.call(listNotifications)).items[0]!.kind).toBe('account.password-changed')
  }
  const [mine] = doors[0]!
  expect([await signsIn(mine, PASSWORD), await signsIn(mine, NEW)]).toEqual(['wrong-credentials', 'done'])
  const actions = async (subject: string) =>
    (await s.journal(subject)).map(({ entry }) => (entry as { action: string }).action)
  expect(await actions(`student:${student.id}`)).toEqual(['student.reset-password'])
  expect(await actions(`staff:${staff.userId}`)).toEqual(['staff.reset-password'])
  expect(await actions(`staff:${operator.userId}`)).toEqual(['staff.reset-password'])
})
const memberOf = async () => {
  const { id: employerId } = await s.employer(school)
  return { portal: 'employer', employerId, employerRole: 'recruiter' } as const
}

test('whether there is such an account, an address or nothing: one answer, by the same statements', async () => {
  const known = await reachable(await s.student(school))
  const [silent, newcomer] = [await s.student(school), await s.student(school, { verified: false })]
  await s.setPassword(silent.userId, PASSWORD)
  const disabled = await reachable(await s.student(school))
  await s.db.updateTable('users').set({ disabledAt: s.now() }).where('id', '=', disabled.userId).execute()
  const logins = [known, silent, newcomer, disabled].map(({ studentNumber }) => studentNumber)
  const seen = []
  for (const login of [...logins, 'nobody']) {
    const before = s.statements.length
    const { statusCode, body, headers } = await forgets({ portal: 'student', school, login })
    const asked = s.statements.slice(before).filter((sql) => !sql.includes('pgboss'))
    seen.push([statusCode, body, Object.keys(headers).sort(), asked])
  }
  expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1)
  for (const login of [...logins, 'nobody']) await answered({ portal: 'student', school, login })
  expect(mailed(known.email).length).toBeGreaterThan(0)
  expect(mailed(disabled.email)).toEqual([])
  const rows = await s.db.selectFrom('entryLinks').select('userId').execute()
  expect(rows.map(({ userId }) => userId)).toEqual([known.userId])
})

test('a link opens once, in one of two browsers, for an hour; the next one takes its place', async () => {
  const { studentNumber: login, email } = await reachable(await s.student(school))
  const typed = { portal: 'student', school, login } as const
  await answered(typed)
  const first = tokenTo(email)
  await answered(typed)
  const second = tokenTo(email)
  expect(codeOf(await enters(first))).toBe('link-over')
  const both = await Promise.all([enters(second), enters(second, 'Another-Pass-2026', s.secondVisitor())])
  expect(both.map(codeOf).sort()).toEqual(['done', 'link-over'])
  await answered(typed)
  const third = tokenTo(email)
  s.setClock('2026-06-01T11:00:00+08:00')
  expect(codeOf(await enters(third))).toBe('link-over')
  s.setClock(START)
})

test('what a stranger has mailed takes away no link that somebody was given, and shows in no list', async () => {
  const staff = await reachable(
    await s.enter({ portal: 'school', schoolId: school, staffRole: 'school_reviewer', login: 'li' }),
  )
  const administrator = await s.staff(school, 'administrator')
  const params = { school, id: staff.userId }
  await answered({ portal: 'school', school, login: 'li' })
  const token = tokenTo(staff.email)
  expect((await administrator.first.call(getStaffMember, { params })).linkUntil).toBeNull()
  const { link, until } = await administrator.first.call(giveStaffLink, { params })
  await answered({ portal: 'school', school, login: 'li' })
  expect((await administrator.first.call(getStaffMember, { params })).linkUntil).toBe(until)
  expect(codeOf(await enters(new URL(link).hash.slice(1)))).toBe('done')
  // Whichever is used, none is left.
  expect(codeOf(await enters(token))).toBe('link-over')
  expect(
    await s.db.selectFrom('entryLinks').where('userId', '=', staff.userId).selectAll().execute(),
  ).toEqual([])
})

test('the second factor stays asked for', async () => {
  const staff = await reachable(
    await s.enter({ portal: 'school', schoolId: school, staffRole: 'school_reviewer', login: 'er' }),
  )
  await s.giveSecondFactor(staff.userId)
  await answered({ portal: 'school', school, login: 'er' })
  expect((await enters(tokenTo(staff.email))).json().lacks).toBe('code')
})

test('one log-in is asked for so often, whoever asks, and one network asks for so many', async () => {
  const typed = { portal: 'student', school, login: 'somebody' } as const
  const answers = []
  for (let count = 0; count < 6; count++)
    answers.push(codeOf(await forgets(typed, s.visitor(null, {}, `192.0.2.${count}`))))
  expect(answers).toEqual([...Array(4).fill('done'), 'locked-out', 'locked-out'])
  const crowd = s.visitor(null, {}, '198.51.100.7')
  let last = ''
  for (let count = 0; count < 101; count++)
    last = codeOf(await forgets({ ...typed, login: `n${count}` }, crowd))
  expect(last).toBe('locked-out')
})

test('changing one’s own password is told in the same way', async () => {
  const { first } = await reachable(await s.student(school))
  await first.call(accounts.changePassword, { body: { current: PASSWORD, next: NEW } })
  expect((await first.call(listNotifications)).items[0]!.kind).toBe('account.password-changed')
})

test('a new address is not asked for a link before it is confirmed', async () => {
  const student = await reachable(await s.student(school))
  await student.first.call(changeEmail, { body: { email: 'new@example.org', password: PASSWORD } })
  await answered({ portal: 'student', school, login: student.studentNumber })
  expect(mailed(student.email)).toHaveLength(1)
  expect(mailed('new@example.org')).toEqual([])
})
