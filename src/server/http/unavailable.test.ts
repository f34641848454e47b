import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { getMe } from '../../contracts/accounts.ts'
import { readAllNotifications } from '../../contracts/notifications.ts'
import { connect, inTransaction, OutcomeUnknown } from '../db/database.ts'
import { DatabaseUnavailable } from '../db/unavailable.ts'
import { type Scenario, startScenario } from '../testing/scenario.ts'
import { buildApp } from './app.ts'
import { visitor } from './visitor.ts'

let s: Scenario
let name: string
let student: Awaited<ReturnType<Scenario['student']>>
/** Of the whole server, and in another database: it says what ours may do. */
const server = connect({ url: inject('clusterUrl'), poolSize: 1 })
beforeAll(async () => {
  s = await startScenario()
  name = new URL(s.url).pathname.slice(1)
  student = await s.student(await s.school())
})
const database = (change: string) => sql.raw(`alter database ${name} ${change}`).execute(server)
const endConnections = () =>
  sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`.execute(server)
afterEach(async () => {
  await database('reset all')
  await database('allow_connections true')
  await endConnections()
  await expect.poll(async () => (await s.app.inject('/readyz')).statusCode).toBe(200)
  s.faults.splice(0)
})
afterAll(async () => {
  await server.destroy()
  await s.stop()
})

const expectUnavailable = ({ statusCode, headers, json }: Awaited<ReturnType<typeof student.first.ask>>) => {
  expect({ statusCode, retryAfter: headers['retry-after'], ...json() }).toMatchObject({
    statusCode: 503,
    retryAfter: '3',
    code: 'unavailable',
    title: '系统暂时无法使用，您的操作没有生效，请稍后重试',
    requestId: expect.stringMatching(/^[0-9a-f]{12}$/),
  })
}

test('a database that takes no connections', async () => {
  await database('allow_connections false')
  await endConnections()
  expectUnavailable(await student.first.ask(getMe))
  expect((await s.app.inject('/readyz')).json()).toEqual({ ok: false })
  expect((await s.app.inject('/healthz')).statusCode).toBe(200)
})

test('connections that were ended between two requests, and in the middle of one', async () => {
  await endConnections()
  const { statusCode } = await student.first.ask(getMe)
  expect([200, 503]).toContain(statusCode)
  await expect(
    inTransaction(s.db, async (tx) => {
      await endConnections()
      await sql`select 1`.execute(tx)
    }),
  ).rejects.toThrow(DatabaseUnavailable)
})

test('a standby that only reads, as in a fail-over: pages are shown, acts are told to come again', async () => {
  await database('set default_transaction_read_only = on')
  await endConnections()
  await expect.poll(async () => (await student.first.ask(getMe)).statusCode).toBe(200)
  expectUnavailable(await student.first.ask(readAllNotifications))
  expect((await s.app.inject('/readyz')).statusCode).toBe(503)
})

test('nobody at the address, and too many connections', async () => {
  const url = new URL(s.url)
  url.port = '1'
  const nobody = connect({ url: url.href, poolSize: 1 })
  await expect(nobody.selectFrom('schools').select('id').execute()).rejects.toThrow(DatabaseUnavailable)
  const app = await buildApp({ ...s.services, db: nobody })
  expectUnavailable(await visitor(app, student.token).ask(getMe))
  await app.close()
  await nobody.destroy()

  const crowded = new URL(s.url)
  await sql.raw(`create role crowded_${name} login password 'crowded' connection limit 0`).execute(server)
  crowded.username = `crowded_${name}`
  crowded.password = 'crowded'
  const many = connect({ url: crowded.href, poolSize: 1 })
  await expect(many.selectFrom('schools').select('id').execute()).rejects.toMatchObject({
    name: 'DatabaseUnavailable',
    cause: { code: '53300' },
  })
  await many.destroy()
  await sql.raw(`drop role crowded_${name}`).execute(server)
})

test('a COMMIT whose answer is lost is not told as "nothing was changed"', async () => {
  const lost = inTransaction(s.db, async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    // Ends it at its next statement, which is the commit.
    await sql`select pg_terminate_backend(${rows[0]!.pid})`.execute(server)
  })
  await expect(lost).rejects.toThrow(OutcomeUnknown)
})

test('a statement that is wrong is a fault of ours and stays one', async () => {
  await expect(sql`select nothing from nowhere`.execute(s.db)).rejects.not.toThrow(DatabaseUnavailable)
})
