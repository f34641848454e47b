import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { changePhone } from '../../../contracts/contact.ts'
import * as contract from '../../../contracts/message-channels.ts'
import { listNotifications } from '../../../contracts/notifications.ts'
import * as own from '../../../contracts/own-messages.ts'
import { remind } from '../../background/reminders.ts'
import { startWorkers } from '../../background/workers.ts'
import { openMail } from '../../services/mail.ts'
import { type Gateway, startGateway } from '../../testing/gateway.ts'
import { allowSms, allowWechat, openChannel, SIGNING_KEY } from '../../testing/message-channels.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { changeSettings } from '../notifications/settings.ts'
import { findHealth } from '../platform/health.ts'
import { handOver } from './handing-over.ts'

const START = '2026-06-01T10:00:00+08:00'
const PATIENCE = { timeout: 20_000 }

let s: Scenario
let gateway: Gateway
let mail: Awaited<ReturnType<typeof openMail>>
let school: string
let administrator: Awaited<ReturnType<Scenario['staff']>>
beforeAll(async () => {
  // Nobody is there: every e-mail waits, and is given up in the end.
  mail = await openMail('smtp://127.0.0.1:9', '签约 <sign@school.example>')
  s = await startScenario(mail)
  await startWorkers(s.queue.boss, s.services)
  await startWorkers(s.secondQueue.boss, s.secondServices)
})
afterAll(async () => {
  await s.stop()
  mail.close()
})
beforeEach(async () => {
  s.setClock(START)
  gateway = await startGateway(SIGNING_KEY)
  school = await s.school()
  administrator = await s.staff(school, 'administrator')
})
afterEach(() => gateway.stop())

const open = async (...channels: readonly ('sms' | 'wechat')[]) => {
  for (const channel of channels)
    await openChannel(administrator.first, { school, channel, server: gateway.address })
  gateway.received.length = 0
  gateway.taken.clear()
}
type Student = Awaited<ReturnType<Scenario['student']>>
const reader = async (phone = '13812345678') => {
  const student = await s.student(school, { phone })
  await allowSms(s, student)
  return student
}
const inboxOf = async ({ first }: Student) => (await first.call(listNotifications)).items
const statesOf = async (student: Student) =>
  (await inboxOf(student)).map(({ messages }) => messages.map((one) => `${one.channel} ${one.state}`))
const become = (student: Student, ...states: string[][]) =>
  expect.poll(() => statesOf(student), PATIENCE).toEqual(states)
const keyOf = async ({ userId }: Student) => {
  const { id } = await s.db
    .selectFrom('outgoingMessages')
    .where('userId', '=', userId)
    .select('id')
    .executeTakeFirstOrThrow()
  return { school, id }
}
/** As if the time until the next try had passed; with the last try made, where that is meant. */
const letTimePass = (change = sql`retry_count`) =>
  sql`update pgboss.job set start_after = now(), retry_count = ${change}
    where name = 'message' and state in ('retry', 'created')`.execute(s.owner)
/** By how many hours messages have been put off by whoever tried them in the night. */
const hoursPutOff = async () =>
  (
    await sql<{ hours: number }>`
      select round(extract(epoch from start_after - created_on) / 3600, 1)::float as hours
      from pgboss.job where name = 'message' and state = 'created' and start_after > created_on`.execute(s.db)
  ).rows
const triedAgain = async () =>
  (
    await sql`select from pgboss.job where name = 'message' and state = 'retry'
    and data ->> 'school' = ${school}`.execute(s.db)
  ).rows.length

test('a student who has allowed it is told by SMS and WeChat, by the number and by the student number, and sees so', async () => {
  await open('sms', 'wechat')
  const [student, silent, employer] = [await reader(), await s.student(school), await s.employer(school)]
  await allowWechat(student)
  await s.invite(employer, student)
  await s.invite(employer, silent)
  await become(student, ['sms handed-over', 'wechat handed-over'])
  expect(await statesOf(silent)).toEqual([[]])
  const [sms, wechat] = ['message.sms', 'message.wechat'].map(
    (type) => gateway.received.find((one) => one.type === type)!,
  )
  const text = `“${employer.name}”邀请您签约，请于2026 年 6 月 6 日 24:00前登录签约平台答复。`
  expect(sms!.data).toEqual({
    ...{ school, recipient: { mobile: '13812345678' }, template: 'SMS_1', text, trial: false },
    values: { employer: employer.name, day: '2026 年 6 月 6 日 24:00' },
    deadline: '2026-06-06T16:00:00.000Z',
  })
  expect(wechat!.data).toMatchObject({ recipient: { studentNumber: student.studentNumber }, text })
  expect(gateway.received).toHaveLength(2)
  // Nobody's name, whatever the notice in the app says.
  expect(JSON.stringify(gateway.received)).not.toContain(student.name)
})

test('a kind that the school has not chosen, an employer and a school that has closed it get none', async () => {
  await open('sms')
  const [student, employer] = [await reader(), await s.employer(school)]
  const params = { school }
  await administrator.first.call(contract.enableMessageChannel, {
    params,
    body: { channel: 'sms', seenVersion: 2, enabled: false },
  })
  await s.invite(employer, student)
  expect(await statesOf(student)).toEqual([[]])
  const before = s.statements.length
  await s.invite(await s.employer(school), student)
  expect(s.statements.slice(before).filter((one) => /pgboss/.test(one) && /message/.test(one))).toEqual([])
})

test('what a gateway refuses has failed for its reason, and the school sees its words; the student reads the reason', async () => {
  await open('sms')
  gateway.answer(() => [422, { reason: 'quota-used-up', note: '余额不足' }])
  const [student, employer] = [await reader(), await s.employer(school)]
  await s.invite(employer, student)
  await become(student, ['sms failed'])
  const { messages } = (await inboxOf(student))[0]!
  expect(messages).toEqual([{ channel: 'sms', state: 'failed', fault: 'quota-used-up' }])
  const list = await administrator.first.call(contract.listUndeliveredNotices, { params: { school } })
  expect(list).toMatchObject({ total: 1, days: 30 })
  expect(list.items[0]).toMatchObject({
    ...{ channel: 'sms', kind: 'invitation.sent', name: student.name, studentNumber: student.studentNumber },
    ...{ fault: 'quota-used-up', said: '{"reason":"quota-used-up","note":"余额不足"}' },
  })
  const elsewhere = await s.staff(await s.school(), 'administrator')
  const theirs = { params: { school: elsewhere.first ? school : '' } }
  expect((await elsewhere.first.ask(contract.listUndeliveredNotices, theirs)).statusCode).toBe(404)
})

test('a message that the gateway took in a moment in which we died goes once more, under the same id, and is taken once', async () => {
  await open('sms')
  const [student, employer] = [await reader(), await s.employer(school)]
  gateway.answer(() => null)
  await s.invite(employer, student)
  await expect.poll(triedAgain, PATIENCE).toBe(1)
  // The gateway took it, and nobody wrote that down: as before a try.
  gateway.answer(() => [200, {}])
  await handOver(s.services, [await keyOf(student)])
  await s.db.updateTable('outgoingMessages').set({ state: 'waiting' }).execute()
  await letTimePass()
  await become(student, ['sms handed-over'])
  expect(gateway.received.length).toBeGreaterThan(2)
  expect(gateway.taken.size).toBe(1)
  // What is handed over already is not handed over again.
  const count = gateway.received.length
  await handOver(s.services, [await keyOf(student)])
  expect(gateway.received).toHaveLength(count)
})

describe('quiet hours', () => {
  test('in the night a message waits until morning, and goes then', async () => {
    await open('sms')
    const [student, employer] = [await reader(), await s.employer(school)]
    s.setClock('2026-06-01T23:30:00+08:00')
    await s.invite(employer, student)
    await expect.poll(hoursPutOff, PATIENCE).toEqual([{ hours: 8.5 }])
    expect(gateway.received).toEqual([])
    expect(await statesOf(student)).toEqual([['sms waiting']])
    s.setClock('2026-06-02T08:00:00+08:00')
    await letTimePass()
    await become(student, ['sms handed-over'])
  })

  test('what ends before the morning goes at once; what has ended goes no more', async () => {
    await open('sms')
    const [student, late, employer] = [await reader(), await reader(), await s.employer(school)]
    await s.invite(employer, student)
    await become(student, ['sms handed-over'])
    s.setClock('2026-06-06T22:30:00+08:00')
    await remind(s.services)
    await become(student, ['sms handed-over'], ['sms handed-over'])
    expect(gateway.received.at(-1)!.data.text).toContain('即将截止')

    s.setClock(START)
    gateway.answer(() => [503, {}])
    await s.invite(employer, late)
    await expect.poll(triedAgain, PATIENCE).toBe(1)
    s.setClock('2026-06-07T09:00:00+08:00')
    gateway.answer(() => [200, {}])
    await letTimePass()
    await become(late, ['sms failed'])
    expect((await inboxOf(late))[0]!.messages[0]!.fault).toBe('too-late')
  })
})

describe('the student’s own choice', () => {
  const ways = (student: Student) => student.first.call(own.getOwnChannels, { params: { school } })
  const allow = (student: Student, digits: string) =>
    student.first.ask(own.allowMessages, { params: { school }, body: { channel: 'sms', digits } })
  const askCode = (student: Student) => student.first.ask(own.askPhoneCode, { params: { school } })
  const codeOf = async (nth: number) => {
    await expect.poll(() => gateway.received.length, PATIENCE).toBe(nth)
    return gateway.received.at(-1)!.data.values.code!
  }

  test('a number is confirmed by the code that was sent there, once; another number on the roster was confirmed by nobody', async () => {
    await open('sms')
    const student = await s.student(school, { phone: '13812345678' })
    await s.setPassword(student.userId, 'Qiao-Liang-2026')
    expect(await ways(student)).toMatchObject({
      mobile: '1381****678',
      channels: [{ isOffered: true, allowedSince: null }, { isOffered: false }],
    })
    expect((await askCode(student)).statusCode).toBe(200)
    const code = await codeOf(1)
    expect(gateway.received[0]!.data).toMatchObject({
      recipient: { mobile: '13812345678' },
      text: `您的手机验证码为${code}，10分钟内有效。如非本人操作请忽略。`,
    })
    expect((await ways(student)).code).toMatchObject({ state: 'handed-over', fault: null })
    const wrong = await allow(student, code === '000000' ? '000001' : '000000')
    expect([wrong.statusCode, wrong.json().code, wrong.json().errors[0].field]).toEqual([
      422,
      'phone-code-wrong',
      'digits',
    ])
    expect((await allow(student, ` ${code} `)).statusCode).toBe(200)
    expect((await ways(student)).channels[0]).toMatchObject({ channel: 'sms', stands: true })
    // Used: nobody comes by it a second time.
    expect((await allow(student, code)).json().code).toBe('phone-code-wrong')

    const employer = await s.employer(school)
    await s.invite(employer, student)
    await become(student, ['sms handed-over'])
    await student.first.call(changePhone, {
      params: { school },
      body: { phone: '13900001111', password: 'Qiao-Liang-2026' },
    })
    expect((await ways(student)).channels[0]).toMatchObject({ stands: false })
    await s.invite(await s.employer(school), student)
    expect((await statesOf(student))[0]).toEqual([])
    const lines = (await s.journal(`student:${student.id}`)).map(
      ({ entry }) => (entry as { action: string }).action,
    )
    expect(lines).toEqual(['student.allow-messages', 'student.change-phone'])
  })

  test('a number abroad is asked for as it is written; a gateway that does not send there says so, and nothing is allowed', async () => {
    await open('sms')
    const student = await s.student(school, { phone: '13812345678' })
    await s.setPassword(student.userId, 'Qiao-Liang-2026')
    await student.first.call(changePhone, {
      params: { school },
      body: { phone: '0044 7911 123456', password: 'Qiao-Liang-2026' },
    })
    gateway.answer(() => [422, { reason: 'number-not-served' }])
    expect((await askCode(student)).statusCode).toBe(200)
    await expect
      .poll(async () => (await ways(student)).code, PATIENCE)
      .toMatchObject({ state: 'failed', fault: 'number-not-served' })
    expect(gateway.received[0]!.data.recipient).toEqual({ mobile: '+447911123456' })
    expect(await ways(student)).toMatchObject({
      mobile: '+447****456',
      channels: [{ allowedSince: null }, {}],
    })
    gateway.answer(() => [200, {}])
    await askCode(student)
    expect((await allow(student, await codeOf(2))).statusCode).toBe(200)
  })

  test('a code ends after ten minutes, with the next one, and by guessing', async () => {
    await open('sms')
    const student = await s.student(school, { phone: '13812345678' })
    await askCode(student)
    const first = await codeOf(1)
    await askCode(student)
    const second = await codeOf(2)
    if (first !== second) expect((await allow(student, first)).json().code).toBe('phone-code-wrong')
    s.setClock('2026-06-01T10:10:00+08:00')
    expect((await allow(student, second)).json().code).toBe('phone-code-wrong')
    await askCode(student)
    const third = await codeOf(3)
    const answers: string[] = []
    for (let guess = 0; guess < 6; guess++) answers.push((await allow(student, String(guess))).json().code)
    expect(answers).toContain('locked-out')
    expect((await allow(student, third)).json().code).toBe('locked-out')
    for (let more = 0; more < 2; more++) await askCode(student)
    expect((await askCode(student)).json().code).toBe('locked-out')
  })

  test('is stopped at any time: what waits goes no more, and the inbox has everything', async () => {
    await open('sms', 'wechat')
    const [student, employer] = [await reader(), await s.employer(school)]
    await allowWechat(student)
    s.setClock('2026-06-01T23:30:00+08:00')
    await s.invite(employer, student)
    await expect.poll(hoursPutOff, PATIENCE).toEqual([{ hours: 8.5 }, { hours: 8.5 }])
    await student.first.call(own.stopMessages, { params: { school }, body: { channel: 'wechat' } })
    s.setClock('2026-06-02T09:00:00+08:00')
    await letTimePass()
    await become(student, ['sms handed-over'])
    await student.first.call(own.stopMessages, { params: { school }, body: { channel: 'sms' } })
    await s.invite(await s.employer(school), student)
    expect(await statesOf(student)).toEqual([[], ['sms handed-over']])
  })

  test('a school that offers none is said so, and no code is sent', async () => {
    const student = await s.student(school, { phone: '13812345678' })
    expect((await askCode(student)).json().code).toBe('channel-not-offered')
    await open('sms')
    const without = await s.student(school)
    expect((await askCode(without)).json().code).toBe('no-mobile-number')
  })
})

test('AT-48: with the mail server and both gateways down for hours every notice with a deadline is in the app in time, and both sides see what was not delivered', async () => {
  await open('sms', 'wechat')
  const [student, employer] = [await reader(), await s.employer(school)]
  await allowWechat(student)
  await changeSettings(s.db, student.userId, { email: 'xuesheng@example.org', mail: ['signing', 'reminder'] })
  await gateway.stop()
  await s.invite(employer, student)
  const told: string[] = []
  for (const at of ['2026-06-05T00:30', '2026-06-06T00:30', '2026-06-06T22:30']) {
    s.setClock(`${at}:00+08:00`)
    await remind(s.services)
    told.push((await inboxOf(student))[0]!.kind)
  }
  expect(told).toEqual(['invitation.ends-48h', 'invitation.ends-24h', 'invitation.ends-2h'])
  const open48 = () =>
    sql`select from pgboss.job where name in ('message', 'mail') and state in ('created', 'retry', 'active')`.execute(
      s.db,
    )
  await expect
    .poll(
      async () => {
        await sql`update pgboss.job set start_after = now(), retry_count = retry_limit
          where name in ('message', 'mail') and state in ('retry', 'created')`.execute(s.owner)
        return (await open48()).rows.length
      },
      { timeout: 60_000, interval: 500 },
    )
    .toBe(0)
  await expect
    .poll(
      async () =>
        (await inboxOf(student)).map(({ mail: copy, messages }) => [
          copy,
          messages.map(({ state }) => state),
        ]),
      {
        timeout: 30_000,
      },
    )
    .toEqual(Array.from({ length: 4 }, () => ['failed', ['failed', 'failed']]))
  const { messages } = (await inboxOf(student))[0]!
  expect(messages.map(({ fault }) => fault)).toEqual(['unreachable', 'unreachable'])
  const list = await administrator.first.call(contract.listUndeliveredNotices, { params: { school } })
  expect(list.total).toBe(12)
  expect(new Set(list.items.map(({ channel }) => channel))).toEqual(new Set(['mail', 'sms', 'wechat']))
  const health = await findHealth(s.db, s.services, s.now())
  expect(health.messages.schools.find(({ code }) => code === school)?.failed).toBe(8)
})
