import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { sql } from 'kysely'
import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { invitationActs } from '../../../contracts/invitations.ts'
import { listNotifications } from '../../../contracts/notifications.ts'
import { employerWebhooks, schoolWebhooks } from '../../../contracts/webhooks.ts'
import type { WEBHOOK_KINDS_OF } from '../../../domain/webhook/webhook.ts'
import { sweep } from '../../background/sweep.ts'
import { startWorkers } from '../../background/workers.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { deliver } from './delivering.ts'

const START = '2026-06-01T10:00:00+08:00'
const PATIENCE = { timeout: 20_000 }
type Kinds = (typeof WEBHOOK_KINDS_OF.employer)[number][]

let s: Scenario
let school: string
let receiver: Awaited<ReturnType<typeof startReceiver>>
beforeAll(async () => {
  s = await startScenario()
  await startWorkers(s.queue.boss, s.services)
  await startWorkers(s.secondQueue.boss, s.secondServices)
})
afterAll(() => s.stop())
beforeEach(async () => {
  s.setClock(START)
  school = await s.school()
  receiver = await startReceiver()
})
afterEach(() => receiver.stop())

/** Somebody's server, which keeps what came and answers as it is told; null hangs up once it has come. */
async function startReceiver() {
  type Came = { readonly id: string; readonly body: string; readonly at: Date; readonly signatures: string[] }
  const received: Came[] = []
  let answer: number | null = 200
  const server = createServer(async (request, response) => {
    const body = await text(request)
    const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = request.headers
    received.push({
      id: String(id),
      body,
      at: new Date(Number(at) * 1000),
      signatures: String(signature).split(' '),
    })
    if (answer === null) return request.socket.destroy()
    response.writeHead(answer).end('谢谢\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/qianyue`,
    received,
    bodies: () => received.map(({ body }) => JSON.parse(body)),
    answers: (next: number | null) => {
      answer = next
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const added = async (
  { first }: Awaited<ReturnType<Scenario['employer']>>,
  kinds: Kinds = ['agreement.formed'],
) => first.call(employerWebhooks.add, { body: { server: receiver.address, kinds } })
const logOf = async ({ first }: Awaited<ReturnType<Scenario['employer']>>, id: string) =>
  (await first.call(employerWebhooks.deliveries, { params: { id } })).items
const come = (count: number) => expect.poll(() => receiver.received.length, PATIENCE).toBe(count)
/** As if the time until the next try had passed, once the queue has noted that there is to be one. */
const letTimePass = () =>
  expect
    .poll(async () => {
      const { numAffectedRows } = await sql`
        update pgboss.job set start_after = now() where name = 'webhook' and state = 'retry'`.execute(s.owner)
      return Number(numAffectedRows)
    }, PATIENCE)
    .toBeGreaterThan(0)

test('an agreement that is formed, certified and dissolved is told to both owners, signed, and says nothing of a person', async () => {
  const [employer, student] = [await s.employer(school), await s.student(school)]
  const reviewer = await s.staff(school, 'administrator')
  const { key } = await added(employer, ['agreement.formed', 'agreement.effective'])
  await reviewer.first.call(schoolWebhooks.add, {
    params: { school },
    body: { server: receiver.address, kinds: ['agreement.effective'] },
  })
  const agreement = await s.sign(employer, student)
  await come(1)
  await s.certify(agreement, reviewer)
  await come(3)
  const data = { school, subject: `agreement:${agreement.id}`, number: agreement.number }
  const timestamp = s.now().toISOString()
  expect(receiver.bodies()).toEqual([
    { type: 'agreement.formed', timestamp, data },
    { type: 'agreement.effective', timestamp, data },
    { type: 'agreement.effective', timestamp, data },
  ])
  const { id, at, body, signatures } = receiver.received[0]!
  expect(signatures).toEqual([new Webhook(key).sign(id, at, body)])
  for (const one of [student.name, student.studentNumber, employer.name])
    expect(JSON.stringify(receiver.received)).not.toContain(one)
})

test('what was sent and not noted comes again under the same id, from another instance', async () => {
  const employer = await s.employer(school)
  const webhook = await added(employer)
  // It has come whole, and nobody here ever learns so: as where the process dies between sending and noting.
  receiver.answers(null)
  await s.sign(employer, await s.student(school))
  await come(1)
  await expect.poll(async () => (await logOf(employer, webhook.id))[0]!.tries, PATIENCE).toBe(1)
  receiver.answers(200)
  await deliver(s.secondServices, [{ id: receiver.received[0]!.id }])
  expect(new Set(receiver.received.map(({ id, body }) => id + body)).size).toBe(1)
  expect(await logOf(employer, webhook.id)).toMatchObject([
    { state: 'delivered', tries: 2, status: 200, said: '谢谢' },
  ])
})

test('two who accept at once form one agreement, which is told once', async () => {
  const [employer, student] = [await s.employer(school), await s.student(school)]
  const { id } = await added(employer)
  const accept = await student.first.signed(
    invitationActs.accept,
    s.acceptance(await s.invite(employer, student)),
  )
  await Promise.all([student.first, student.second].map((by) => by.ask(invitationActs.accept, accept)))
  await come(1)
  expect(await logOf(employer, id)).toHaveLength(1)
})

test('after days without success it is switched off, those who set it are told, and it is switched on again', async () => {
  const employer = await s.employer(school)
  const { id } = await added(employer)
  receiver.answers(500)
  await s.sign(employer, await s.student(school))
  await come(1)
  s.setClock('2026-06-06T10:00:01+08:00')
  await letTimePass()
  const off = async () => (await employer.first.call(employerWebhooks.list)).items[0]!.off?.reason ?? null
  await expect.poll(off, PATIENCE).toBe('failing')
  const notices = (await employer.first.call(listNotifications)).items
  expect(notices.filter(({ kind }) => kind === 'webhook.switched-off')).toHaveLength(1)
  await s.sign(employer, await s.student(school))
  expect(await logOf(employer, id)).toHaveLength(1)
  receiver.answers(200)
  await employer.first.call(employerWebhooks.enable, { params: { id }, body: { enabled: true } })
  expect(await off()).toBe(null)
})

test('a key that was changed signs beside the new one for a day', async () => {
  const employer = await s.employer(school)
  const { id, key } = await added(employer)
  const { key: next } = await employer.first.call(employerWebhooks.renewKey, { params: { id } })
  const signedBy = ({ id, at, body }: (typeof receiver.received)[number], keys: string[]) =>
    keys.map((one) => new Webhook(one).sign(id, at, body))
  await s.sign(employer, await s.student(school))
  await come(1)
  expect(receiver.received[0]!.signatures).toEqual(signedBy(receiver.received[0]!, [next, key]))
  s.setClock('2026-06-02T10:00:01+08:00')
  await s.sign(employer, await s.student(school))
  await come(2)
  expect(receiver.received[1]!.signatures).toEqual(signedBy(receiver.received[1]!, [next]))
})

test('a delivery is sent again by hand under its id, once, and by nobody else', async () => {
  const [employer, other] = [await s.employer(school), await s.employer(school)]
  const webhook = await added(employer)
  await s.sign(employer, await s.student(school))
  await expect.poll(async () => (await logOf(employer, webhook.id))[0]?.state, PATIENCE).toBe('delivered')
  const params = { id: receiver.received[0]!.id }
  expect((await other.first.ask(employerWebhooks.replay, { params })).json().code).toBe('not-found')
  const log = await other.first.ask(employerWebhooks.deliveries, { params: { id: webhook.id } })
  expect(log.json().code).toBe('not-found')
  await employer.first.call(employerWebhooks.replay, { params })
  await come(2)
  expect(receiver.received[1]!.id).toBe(params.id)
})

test('an address of the site’s own network is refused where it is not allowed', async () => {
  const { first } = await s.employer(school)
  const answer = await first.ask(employerWebhooks.add, {
    body: { server: 'http://10.0.0.1/', kinds: ['agreement.formed'] },
  })
  expect([answer.statusCode, answer.json().code]).toEqual([422, 'address-not-allowed'])
})

test('the log goes after thirty days', async () => {
  const employer = await s.employer(school)
  const { id } = await added(employer)
  await s.sign(employer, await s.student(school))
  await come(1)
  s.setClock('2026-07-01T10:00:01+08:00')
  await sweep(s.services)
  expect(
    await s.db.selectFrom('webhookDeliveries').where('webhookId', '=', id).select('id').execute(),
  ).toEqual([])
})
