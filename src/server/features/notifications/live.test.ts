import { once } from 'node:events'
import { createServer, get, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { addressOf } from '../../../contracts/address.ts'
import { invitationActs } from '../../../contracts/invitations.ts'
import * as contract from '../../../contracts/notifications.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { SESSION_COOKIE } from '../accounts/sessions.ts'
import { openStreams } from './streams.ts'

let s: Scenario
let school: string
let here: string
let there: string
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
  here = await s.app.listen({ port: 0, host: '127.0.0.1' })
  there = await s.second.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => s.stop())

const STREAM = addressOf(contract.streamNotifications)
/** A page that listens, as a browser's EventSource does; what it was told, and whether it has ended. */
async function listenAt(address: string, token: string) {
  const headers = { accept: 'text/event-stream', cookie: `${SESSION_COOKIE}=${token}` }
  const asked = get(address, { headers, agent: false })
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  const page = { answer, told: [] as number[], ended: false, close: () => void asked.destroy() }
  answer.on('data', (bytes: Buffer) => {
    for (const [, unread] of bytes.toString().matchAll(/^event: unread\ndata: \{"unread":(\d+)\}\n\n/gm))
      page.told.push(Number(unread))
  })
  answer.on('end', () => {
    page.ended = true
  })
  answer.on('error', () => {})
  onTestFinished(page.close)
  return page
}
const hears = (page: { told: number[] }, count: number) =>
  expect.poll(() => page.told.at(-1), { timeout: 10_000 }).toBe(count)

test('a page is told its count at once, over a connection that proxies leave alone', async () => {
  const student = await s.student(school)
  const page = await listenAt(here + STREAM, student.token)
  await hears(page, 0)
  expect(page.answer.headers['content-type']).toBe('text/event-stream; charset=utf-8')
  expect(page.answer.headers['cache-control']).toBe('no-store, no-transform')
  expect(page.answer.headers['x-accel-buffering']).toBe('no')
  expect(page.answer.headers['x-content-type-options']).toBe('nosniff')
})

test('an act on one instance is heard on both, by those it concerns and by no stranger', async () => {
  const [student, stranger, employer] = [
    await s.student(school),
    await s.student(school),
    await s.employer(school),
  ]
  const pages = [await listenAt(here + STREAM, student.token), await listenAt(there + STREAM, student.token)]
  const foreign = await listenAt(there + STREAM, stranger.token)
  const office = await listenAt(there + STREAM, employer.token)
  await Promise.all([...pages, foreign, office].map((page) => hears(page, 0)))

  const invitation = await s.invite(employer, student)
  await Promise.all(pages.map((page) => hears(page, 1)))
  await student.first.call(invitationActs.accept, s.acceptance(invitation))
  await hears(office, 1)
  await student.first.call(contract.readAllNotifications)
  await Promise.all(pages.map((page) => hears(page, 0)))
  expect(foreign.told.filter((unread) => unread > 0)).toEqual([])
})

test('who is not signed in hears nothing', async () => {
  const page = await listenAt(here + STREAM, 'x'.repeat(43))
  expect(page.answer.statusCode).toBe(401)
})

test('a ninth page of one person is refused, and there is room again when one is closed', async () => {
  const student = await s.student(school)
  const pages = await Promise.all(Array.from({ length: 8 }, () => listenAt(here + STREAM, student.token)))
  expect(pages.map(({ answer }) => answer.statusCode)).toEqual(Array.from({ length: 8 }, () => 200))
  expect((await listenAt(here + STREAM, student.token)).answer.statusCode).toBe(429)
  pages[0]!.close()
  await expect
    .poll(async () => {
      const page = await listenAt(here + STREAM, student.token)
      return page.answer.statusCode
    })
    .toBe(200)
})

test('when the connection that listens is lost, it is made anew and every page is told its count', async () => {
  const student = await s.student(school)
  const page = await listenAt(here + STREAM, student.token)
  await hears(page, 0)
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where query like 'LISTEN%' or query like '%pg_listening_channels%'
    and datname = current_database() and pid <> pg_backend_pid()`.execute(s.owner)
  // Added behind the back of the act's announcement, as one that was lost would be.
  await sql`insert into notifications (user_id, id, school_id, kind, subject, params, at)
    values (${student.userId}, gen_random_uuid(), ${school}, 'agreement.effective', ${`agreement:${s.anId()}`}, '{}', now())`.execute(
    s.db,
  )
  await hears(page, 1)
  s.faults.splice(0)
})

test('a stream ends after its time, is told on every beat, and nothing is written to it afterwards', async () => {
  let unread = 0
  const streams = openStreams({
    count: async (userIds) => new Map(userIds.map((id) => [id, ++unread])),
    listen: async () => ({ close: async () => {} }),
    onFault: (fault) => expect(fault).toBeNull(),
    beat: 20,
    beats: 3,
  })
  const server = createServer((_request, response) => {
    response.writeHead(200)
    response.flushHeaders()
    streams.open('somebody', response)
  }).listen(0)
  await once(server, 'listening')
  const page = await listenAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, '')
  await expect.poll(() => page.ended).toBe(true)
  expect(page.told).toEqual([1, 2, 3])
  expect(streams.mayOpen('somebody')).toBe(true)
  await streams.close()
  await new Promise((resolve) => server.close(resolve))
})

test('when the site closes, neither a stream nor a connection on which nothing was asked holds it up', async () => {
  // One of its own: the others may still want theirs.
  const site = await startScenario()
  onTestFinished(() => site.stop())
  const student = await site.student(await site.school())
  const address = await site.second.listen({ port: 0, host: '127.0.0.1' })
  const silent = connect(Number(new URL(address).port), '127.0.0.1')
  await once(silent, 'connect')
  const page = await listenAt(address + STREAM, student.token)
  await hears(page, 0)
  await site.second.close()
  await expect.poll(() => page.ended).toBe(true)
})
