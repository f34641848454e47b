import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { reportDelivery } from '../../../contracts/message-reports.ts'
import { listNotifications } from '../../../contracts/notifications.ts'
import { type Gateway, signedReport, startGateway } from '../../testing/gateway.ts'
import { allowSms, OTHER_KEY, openChannel, SIGNING_KEY } from '../../testing/message-channels.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { giveUpMessages, handOver } from './handing-over.ts'

const START = '2026-06-01T10:00:00+08:00'

let s: Scenario
let gateway: Gateway
let school: string
let student: Awaited<ReturnType<Scenario['student']>>
let id: string
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())
beforeEach(async () => {
  s.setClock(START)
  gateway = await startGateway(SIGNING_KEY)
  school = await s.school()
  const { first } = await s.staff(school, 'administrator')
  await openChannel(first, { school, channel: 'sms', server: gateway.address })
  student = await s.student(school, { phone: '13812345678' })
  await allowSms(s, student)
  await s.invite(await s.employer(school), student)
  id = (
    await s.db
      .selectFrom('outgoingMessages')
      .where('userId', '=', student.userId)
      .select('id')
      .executeTakeFirstOrThrow()
  ).id
  await handOver(s.services, [{ school, id }])
})
afterEach(() => gateway.stop())

const state = async () => (await student.first.call(listNotifications)).items[0]!.messages[0]!

type Reporting = { of?: string; at?: string; key?: string; school?: string; reason?: string; change?: string }
const report = async (what: 'delivered' | 'failed', given: Reporting = {}) => {
  const at = new Date(given.at ?? START)
  const data = { id: given.of ?? id, ...(given.reason && { reason: given.reason }) }
  const body = JSON.stringify({ type: `message.${what}`, timestamp: at.toISOString(), data })
  const headers = signedReport(given.key ?? SIGNING_KEY, { id: randomUUID(), at, body })
  const answer = await s.app.inject({
    method: 'POST',
    url: reportDelivery.url.replace(':school', given.school ?? school),
    headers: { ...headers, 'content-type': 'application/json' },
    payload: given.change ? body.replace(id, given.change) : body,
  })
  return {
    status: answer.statusCode,
    code: answer.json().code,
    body: answer.body.replace(/"requestId":"\w+"/, ''),
  }
}

test('a gateway tells that a message has come, and its reader sees so', async () => {
  expect(await state()).toEqual({ channel: 'sms', state: 'handed-over', fault: null })
  expect((await report('delivered')).status).toBe(200)
  expect(await state()).toEqual({ channel: 'sms', state: 'delivered', fault: null })
})

test('or that it has not, and why', async () => {
  expect((await report('failed', { reason: 'recipient-unreachable' })).status).toBe(200)
  expect(await state()).toEqual({ channel: 'sms', state: 'failed', fault: 'recipient-unreachable' })
  expect((await report('failed', { reason: 'who knows' })).status).toBe(422)
})

test('said again, or late, it changes nothing; what had come stays so', async () => {
  await report('failed', { reason: 'no-recipient' })
  expect((await report('failed', { reason: 'quota-used-up' })).status).toBe(200)
  expect((await state()).fault).toBe('no-recipient')
  // We had given up; the gateway has it all the same.
  await report('delivered')
  await report('failed', { reason: 'no-recipient' })
  expect((await state()).state).toBe('delivered')
  await giveUpMessages(s.services, [{ school, id }])
  expect((await state()).state).toBe('delivered')
})

test('forged, late, early, changed on its way or without a signature it is refused, in the same words for every school', async () => {
  const refused = await report('delivered', { key: OTHER_KEY })
  expect([refused.status, refused.code]).toEqual([403, 'signature-refused'])
  const other = await s.school()
  const answers = await Promise.all([
    report('delivered', { at: '2026-06-01T09:54:59+08:00' }),
    report('delivered', { at: '2026-06-01T10:05:01+08:00' }),
    report('delivered', { change: randomUUID() }),
    report('delivered', { school: other }),
    report('delivered', { school: '00000' }),
    report('delivered', { of: randomUUID(), key: OTHER_KEY }),
  ])
  for (const answer of answers) expect(answer).toEqual(refused)
  const bare = await s.app.inject({
    method: 'POST',
    url: reportDelivery.url.replace(':school', school),
    payload: { type: 'message.delivered', timestamp: '2026-06-01T02:00:00.000Z', data: { id } },
  })
  expect([bare.statusCode, bare.json().code]).toEqual([403, 'signature-refused'])
  expect((await state()).state).toBe('handed-over')
  expect((await report('delivered', { at: '2026-06-01T09:55:00+08:00' })).status).toBe(200)
})

test('another school’s gateway, though rightly signed, tells nothing of our messages, nor does the gateway of another way', async () => {
  const other = await s.school()
  const { first } = await s.staff(other, 'administrator')
  const theirs = await startGateway(OTHER_KEY)
  await openChannel(first, { school: other, channel: 'sms', server: theirs.address, key: OTHER_KEY })
  expect(await report('delivered', { school: other, key: OTHER_KEY })).toMatchObject({ status: 404 })
  expect((await report('delivered', { key: OTHER_KEY })).code).toBe('signature-refused')
  const own = await s.staff(school, 'administrator')
  await openChannel(own.first, { school, channel: 'wechat', server: theirs.address, key: OTHER_KEY })
  expect(await report('delivered', { key: OTHER_KEY })).toMatchObject({ status: 404 })
  await theirs.stop()
  expect((await state()).state).toBe('handed-over')
})
