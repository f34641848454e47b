import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../../contracts/contact.ts'
import {
  getNotificationSettings,
  listNotifications,
  saveNotificationSettings,
} from '../../../contracts/notifications.ts'
import { studentHome } from '../../../contracts/students.ts'
import { passVerification } from '../../../contracts/verification.ts'
import { sweep } from '../../background/sweep.ts'
import { startWorkers } from '../../background/workers.ts'
import type { Visitor } from '../../http/visitor.ts'
import { openMail } from '../../services/mail.ts'
import { startMailServer } from '../../testing/mail-server.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

const PASSWORD = 'Chun-Tian-2026'
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
  await startWorkers(s.queue.boss, s.services)
})
afterAll(async () => {
  await s.stop()
  mail.close()
  await server.stop()
})

let made = 0
const anEmail = () => `person${++made}@example.org`
const received = (email: string) => server.delivered.filter(({ recipients }) => recipients.includes(email))
/** The newest e-mail to this address that says so, once there are as many. */
const arrives = async (email: string, says: string, count = 1) => {
  const those = () => received(email).filter(({ text }) => text.includes(says))
  await expect.poll(() => those().length, { timeout: 20_000 }).toBe(count)
  return those().at(-1)!
}
const link = (email: string, count = 1) => arrives(email, '/confirm-email#', count)
const tokenIn = ({ text }: { text: string }) => /http:\/\/localhost:3000\/confirm-email#(\S+)/.exec(text)![1]!
const confirm = (token: string) => s.visitor().ask(contract.confirmEmail, { body: { token } })
const change = (by: Visitor, email: string, password = PASSWORD) =>
  by.ask(contract.changeEmail, { body: { email, password } })
const settingsOf = (by: Visitor) => by.call(getNotificationSettings)
const kindsOf = async (by: Visitor) => (await by.call(listNotifications)).items.map(({ kind }) => kind)
const graduate = async () => {
  const student = await s.student(school)
  await s.setPassword(student.userId, PASSWORD)
  return student
}
/** With an address that is confirmed. */
const reachable = async () => {
  const [student, email] = [await graduate(), anEmail()]
  await change(student.first, email)
  await confirm(tokenIn(await link(email)))
  return { ...student, email }
}

test('no copy goes to an address before the link that was sent there was opened', async () => {
  const [student, employer, email] = [await graduate(), await s.employer(school), anEmail()]
  expect((await change(student.first, email)).json()).toMatchObject({ email: '', pendingEmail: email })
  const sent = await link(email)
  expect([sent.subject, sent.text.includes('只能使用一次')]).toEqual(['[签约] 请确认您的接收邮箱', true])
  await s.invite(employer, student)
  expect((await student.first.call(listNotifications)).items.map(({ mail: state }) => state)).toEqual([
    null,
    null,
  ])
  const answer = await confirm(tokenIn(sent))
  expect([answer.statusCode, answer.json()]).toEqual([200, { email: 'p***@example.org' }])
  expect(await settingsOf(student.first)).toMatchObject({ email, pendingEmail: null })
  expect((await student.first.call(studentHome, { params: { school } })).basics.email).toBe(email)
  await s.invite(await s.employer(school), student)
  await arrives(email, '邀请您签约')
  expect(await kindsOf(student.first)).toContain('account.email-confirmed')
})

test('a link works once, also when it is pressed twice at once; one replaced, forged or over opens nothing', async () => {
  const [student, email] = [await graduate(), anEmail()]
  await change(student.first, email)
  const first = tokenIn(await link(email))
  await student.first.call(contract.sendEmailLink)
  const second = tokenIn(await link(email, 2))
  expect((await confirm(first)).json().code).toBe('link-not-valid')
  const [id] = second.split('.')
  for (const forged of [`${id}.${'A'.repeat(43)}`, id!, 'x', `${second}x`])
    expect((await confirm(forged)).json().code).toBe('link-not-valid')
  const both = await Promise.all([confirm(second), confirm(second)])
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 410])

  const late = anEmail()
  await change(student.first, late)
  const third = tokenIn(await link(late))
  s.setClock('2026-06-08T10:00:01+08:00')
  expect((await confirm(third)).json().code).toBe('link-not-valid')
  await sweep(s.services)
  expect(await settingsOf(student.first)).toMatchObject({ email, pendingEmail: null })
  s.setClock(START)
})

test('a page that is only fetched confirms nothing', async () => {
  const [student, email] = [await graduate(), anEmail()]
  await change(student.first, email)
  const token = tokenIn(await link(email))
  for (const url of ['/confirm-email', `/api/public/email-confirmations?token=${token}`])
    await s.app.inject({ method: 'GET', url, headers: { accept: 'text/html' } })
  expect(await settingsOf(student.first)).toMatchObject({ email: '', pendingEmail: email })
})

test('changing or removing it asks for the password, and the address there was is told, whatever groups were chosen', async () => {
  const { first, email } = await reachable()
  await first.call(saveNotificationSettings, { body: { mail: [] } })
  const wrong = await change(first, anEmail(), 'wrong')
  expect([wrong.statusCode, wrong.json().errors[0].field]).toEqual([401, 'password'])
  const other = anEmail()
  await change(first, other)
  const told = await arrives(email, '已申请将接收邮箱改为')
  expect(told.text).toContain('p***@example.org')
  expect(told.text).not.toContain(other)
  expect(await settingsOf(first)).toMatchObject({ email, pendingEmail: other })
  await confirm(tokenIn(await link(other)))
  expect(await settingsOf(first)).toMatchObject({ email: other, pendingEmail: null })

  await change(first, '')
  expect(await settingsOf(first)).toMatchObject({ email: '', pendingEmail: null })
  await arrives(other, '接收邮箱已移除')
  // A copy is written off just after it has arrived.
  const kept = () =>
    s.db.selectFrom('notifications').select('mailTo').where('mailTo', 'is not', null).execute()
  await expect.poll(kept).toEqual([])
})

test('the password is guessed here no oftener than at the door, and nobody floods an address with links', async () => {
  const student = await graduate()
  const codes = []
  for (let count = 0; count < 7; count++)
    codes.push((await change(student.first, anEmail(), 'wrong')).json().code)
  expect(codes).toEqual([...Array(5).fill('wrong-credentials'), 'locked-out', 'locked-out'])
  const flooder = await graduate()
  const victim = anEmail()
  const answers = []
  for (let count = 0; count < 7; count++) answers.push((await change(flooder.first, victim)).statusCode)
  expect(answers).toEqual([200, 200, 200, 200, 200, 429, 429])
})

test('employers and staff confirm theirs in the same way', async () => {
  const employer = await s.employer(school)
  const staff = await s.staff(school, 'administrator')
  for (const { userId, first } of [employer, staff]) {
    await s.setPassword(userId, PASSWORD)
    const email = anEmail()
    await change(first, email)
    await confirm(tokenIn(await link(email)))
    expect(await settingsOf(first)).toMatchObject({ email, pendingEmail: null })
    expect(await kindsOf(first)).toEqual(['account.email-confirmed', 'account.email-asked'])
  }
})

test('an address given at the first login is sent its link', async () => {
  const [student, email] = [await s.student(school, { verified: false }), anEmail()]
  await student.first.call(passVerification, {
    params: { school },
    body: {
      name: student.name,
      idNumberTail: student.idNumber.slice(-6),
      rosterConfirmed: true,
      electronicFormAgreed: true,
      phone: '13900000000',
      email,
      password: PASSWORD,
    },
  })
  await confirm(tokenIn(await link(email)))
  expect(await settingsOf(student.first)).toMatchObject({ email, pendingEmail: null })
})

test('a changed phone asks for the password and is told by e-mail and in the inbox; both are in the journal', async () => {
  const { first, id, email } = await reachable()
  const ask = (password: string) =>
    first.ask(contract.changePhone, { params: { school }, body: { phone: '１３９ 1234 5678', password } })
  expect((await ask('wrong')).json().errors[0].field).toBe('password')
  expect((await ask(PASSWORD)).statusCode).toBe(200)
  expect((await first.call(studentHome, { params: { school } })).basics.maskedPhone).toBe('1391****678')
  await arrives(email, '手机号已改为 1391****678')
  const actions = (await s.journal(`student:${id}`)).map(({ entry }) => (entry as { action: string }).action)
  expect(actions).toEqual(['student.change-email', 'student.change-phone'])
})
