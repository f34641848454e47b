import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as contract from '../../../contracts/message-channels.ts'
import { remind } from '../../background/reminders.ts'
import type { Visitor } from '../../http/visitor.ts'
import { type Gateway, startGateway } from '../../testing/gateway.ts'
import { allowSms, channelBody, OTHER_KEY, openChannel, SIGNING_KEY } from '../../testing/message-channels.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

let s: Scenario
let gateway: Gateway
let school: string
let administrator: Visitor
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())
beforeEach(async () => {
  gateway = await startGateway(SIGNING_KEY)
  school = await s.school()
  administrator = (await s.staff(school, 'administrator')).first
})
afterEach(() => gateway.stop())

type Body = ReturnType<typeof channelBody>
const save = (change: Partial<Body> = {}) =>
  administrator.ask(contract.saveMessageChannel, {
    params: { school },
    body: { ...channelBody('sms', gateway.address), ...change },
  })
const trial = (change: object = {}) =>
  administrator.ask(contract.tryMessageChannel, {
    params: { school },
    body: { channel: 'sms', seenVersion: 1, notice: 'invitation.sent', to: '138 1234 5678', ...change },
  })
const enable = (seenVersion = 1, enabled = true) =>
  administrator.ask(contract.enableMessageChannel, {
    params: { school },
    body: { channel: 'sms', seenVersion, enabled },
  })
const shown = async () =>
  (await administrator.call(contract.getMessageChannels, { params: { school } })).channels
const faultOf = (answer: Awaited<ReturnType<typeof save>>) => {
  const { code, errors } = answer.json()
  return [answer.statusCode, code, errors?.[0]?.field]
}

test('an administrator sets it, tries it and opens it; the key is shown to nobody again', async () => {
  const set = await save()
  expect(set.statusCode).toBe(200)
  expect(set.body).not.toContain(SIGNING_KEY)
  expect(set.json().reportsTo).toBe(`http://localhost:3000/api/public/schools/${school}/message-reports`)
  expect((await enable()).json().code).toBe('channel-not-tried')
  const answer = await trial()
  expect(answer.json()).toEqual({
    ...{ isTaken: true, status: 200, fault: null, said: '{}' },
    text: '“示例单位”邀请您签约，请于2026 年 6 月 4 日 24:00前登录签约平台答复。',
  })
  expect(gateway.received[0]!.data).toMatchObject({ trial: true, recipient: { mobile: '13812345678' } })
  expect((await enable()).statusCode).toBe(200)
  expect(await shown()).toMatchObject([{ enabled: true, version: 2, triedAt: '2026-06-01T02:00:00.000Z' }])
  const kept = await s.db.selectFrom('messageChannels').select('key').execute()
  expect(kept.every(({ key }) => !key.toString('latin1').includes(SIGNING_KEY))).toBe(true)
  const lines = await s.journal(`school:${school}`)
  expect(lines.map(({ entry }) => (entry as { action: string }).action)).toEqual([
    'school.save-channel',
    'school.enable-channel',
  ])
  expect(JSON.stringify(lines)).not.toContain(SIGNING_KEY)
})

test('other words stay open; another address or key closes it until it was tried again, and an address asks for its key', async () => {
  await openChannel(administrator, { school, channel: 'sms', server: gateway.address })
  const [code, ...others] = channelBody('sms', '').templates
  const fewer = await save({ seenVersion: 2, key: '', templates: [code!, others[0]!] })
  expect(fewer.json().channels[0]).toMatchObject({ enabled: true, version: 3 })
  expect(fewer.json().channels[0].templates).toHaveLength(2)
  const elsewhere = await save({ seenVersion: 3, key: '', server: `${gateway.address}/2` })
  expect(faultOf(elsewhere)).toEqual([422, 'signing-key-needed', 'key'])
  const other = await save({ seenVersion: 3, key: OTHER_KEY })
  expect(other.json().channels[0]).toMatchObject({ enabled: false, triedAt: null, version: 4 })
  // The gateway knows another key.
  expect((await trial({ seenVersion: 4 })).json()).toMatchObject({
    ...{ isTaken: false, status: 401, fault: 'not-taken', said: '{"reason":"signature"}' },
  })
  expect((await save({ seenVersion: 3, key: '' })).json().code).toBe('content-changed')
})

describe('refused, at its field', () => {
  const templates = (text: string, kind: Body['templates'][number]['kind'] = 'agreement.returned') => [
    channelBody('sms', '').templates[0]!,
    { kind, template: 'SMS_2', text },
  ]
  test.each([
    ['a name', '{{student}}，协议被退回', 'message-data-unknown'],
    ['pay', '月薪 {{regularPay}}', 'message-data-unknown'],
    ['a reason', '{{reason}}', 'message-data-unknown'],
    ['what another notice has', '请于 {{day}} 前', 'message-data-unknown'],
    ['the code of another', '{{code}}', 'message-data-unknown'],
    ['a brace that is not closed', '协议 {{number 被退回', 'message-text-unreadable'],
    ['nothing in braces', '协议 {{}} 被退回', 'message-text-unreadable'],
  ])('a text with %s', async (_what, text, code) => {
    expect(faultOf(await save({ templates: templates(text) }))).toEqual([422, code, 'templates.1.text'])
    expect(await shown()).toEqual([])
  })

  test('the data that is there is said', async () => {
    const answer = await save({ templates: templates('{{student}}') })
    expect(answer.json().title).toBe('这类消息没有数据项“student”，可用的有：number, employer, school')
  })

  test('SMS without the code, the code by WeChat, a kind twice, a text too long', async () => {
    const [code, ...others] = channelBody('sms', '').templates
    expect(faultOf(await save({ templates: others }))[1]).toBe('message-code-missing')
    const silent = { ...code!, text: '验证码' }
    expect(faultOf(await save({ templates: [silent] }))).toEqual([
      422,
      'message-code-missing',
      'templates.0.text',
    ])
    expect(faultOf(await save({ channel: 'wechat', templates: [code!] }))[1]).toBe('message-code-by-sms')
    expect(faultOf(await save({ templates: [code!, code!] }))[1]).toBe('message-kind-twice')
    const long = { ...code!, text: `{{code}}${'长'.repeat(300)}` }
    expect(faultOf(await save({ templates: [long] }))).toEqual([422, 'invalid-input', 'templates.0.text'])
  })

  test('an address within the operator’s network, or not https; a key that is none', async () => {
    for (const server of ['https://10.0.0.1/sms', 'https://169.254.169.254/latest', 'ftp://sms.example.cn'])
      expect([server, faultOf(await save({ server }))[2]]).toEqual([server, 'server'])
    const short = `whsec_${Buffer.from('short').toString('base64')}`
    for (const key of ['secret', short, 'whsec_%%%'])
      expect([key, faultOf(await save({ key }))[1]]).toEqual([key, 'signing-key-unreadable'])
  })
})

test('a trial says what is wrong: nobody there, a number that is none, a kind that is not sent', async () => {
  await save()
  expect(faultOf(await trial({ to: '12345' }))).toEqual([422, 'message-recipient-unreadable', 'to'])
  expect(faultOf(await trial({ notice: 'correction.returned' }))).toEqual([
    422,
    'message-kind-not-sent',
    'notice',
  ])
  gateway.answer(() => [400, { reason: 'template-refused' }])
  expect((await trial()).json()).toMatchObject({ isTaken: false, status: 400, fault: 'template-refused' })
  gateway.answer(() => null)
  expect((await trial()).json()).toMatchObject({ isTaken: false, status: null, fault: 'unreachable' })
  expect((await enable()).json().code).toBe('channel-not-tried')
})

test('removed, its key is forgotten', async () => {
  await openChannel(administrator, { school, channel: 'sms', server: gateway.address })
  const body = { channel: 'sms', seenVersion: 2 } as const
  await administrator.call(contract.removeMessageChannel, { params: { school }, body })
  expect(await shown()).toEqual([])
})

test('the database opens nothing untried', async () => {
  await save()
  await expect(s.db.updateTable('messageChannels').set({ enabled: true }).execute()).rejects.toThrow(
    'message_channels_enabled_once_tried',
  )
})

test('twenty people are told, and their messages written, in as many statements as two', async () => {
  for (const channel of ['sms', 'wechat'] as const)
    await openChannel(administrator, { school, channel, server: gateway.address })
  const count = async (people: number) => {
    const employer = await s.employer(school)
    const students = await Promise.all(
      Array.from({ length: people }, (_, nth) =>
        s.student(school, { phone: `138${String(nth).padStart(8, '0')}` }),
      ),
    )
    for (const student of students) {
      await allowSms(s, student)
      await s.db
        .insertInto('messageConsents')
        .values({ schoolId: school, userId: student.userId, channel: 'wechat', since: s.now() })
        .execute()
    }
    for (const student of students) await s.invite(employer, student)
    await sql`delete from pgboss.job where name = 'message'`.execute(s.owner)
    await s.db.deleteFrom('outgoingMessages').execute()
    s.setClock('2026-06-05T00:30:00+08:00')
    const before = s.statements.length
    await remind(s.services)
    s.setClock('2026-06-01T10:00:00+08:00')
    return s.statements.slice(before).length
  }
  const two = await count(2)
  expect(await count(20)).toBe(two)
  const { rows } = await sql<{ n: number }>`select count(*) as n from outgoing_messages`.execute(s.db)
  expect(Number(rows[0]!.n)).toBe(40)
})
