import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { addressOf } from '../../src/contracts/address.ts'
import { streamNotifications } from '../../src/contracts/notifications.ts'
import { connect, type Db } from '../../src/server/db/database.ts'
import { startEmbedded } from '../../src/server/db/embedded.ts'
import { migrate } from '../../src/server/db/migrate.ts'
import { SESSION_COOKIE } from '../../src/server/features/accounts/sessions.ts'
import { secretsFrom } from '../../src/server/services/secrets.ts'
import { aPort, SECRET, serverOf, startSite } from '../starts/process.ts'
import { gatherCrowd, type Invited } from './crowd.ts'

let folder: string
let database: Awaited<ReturnType<typeof startEmbedded>>
let db: Db
let crowd: Invited[]
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qianyue-death-'))
  database = await startEmbedded(folder)
  await migrate(database.url)
  db = connect({ url: database.url, poolSize: 2 })
  crowd = await gatherCrowd(db, secretsFrom(SECRET), 2, new Date())
}, 120_000)
afterAll(async () => {
  await db.destroy()
  await database.stop()
  await rm(folder, { recursive: true, force: true })
})

/** A page that listens; what it was told. */
async function listenAt(address: string, token: string) {
  const headers = { accept: 'text/event-stream', cookie: `${SESSION_COOKIE}=${token}` }
  const asked = get(address + addressOf(streamNotifications), { headers, agent: false })
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  const page = { status: answer.statusCode, told: [] as number[] }
  answer.on('data', (bytes: Buffer) => {
    for (const [, unread] of bytes.toString().matchAll(/"unread":(\d+)/g)) page.told.push(Number(unread))
  })
  answer.on('error', () => {})
  onTestFinished(() => void asked.destroy())
  return page
}

test.each([1, 2])(
  'kill -9 of the embedded PostgreSQL, time %i: 503 until it is back within seconds, and all else comes back by itself',
  async () => {
    const port = await aPort()
    const env = { PORT: String(port), DATA_DIR: folder, SECRET, DEMO: '0', LOG_LEVEL: 'info' }
    const site = startSite(env)
    await site.ready
    const address = `http://127.0.0.1:${port}`
    const { token, studentId } = crowd[0]!
    const ask = () => fetch(`${address}/api/me`, { headers: { cookie: `${SESSION_COOKIE}=${token}` } })
    expect((await ask()).status).toBe(200)
    const page = await listenAt(address, token)
    await expect.poll(() => page.told.length, { timeout: 10_000 }).toBeGreaterThan(0)

    const before = (await serverOf(folder))!
    process.kill(before, 'SIGKILL')
    const answers: { status: number; retryAfter: string | null }[] = []
    const since = performance.now()
    const isBack = async () => answers.at(-1)!.status === 200 && (await serverOf(folder)) !== before
    // Who still has a backend of the dead server may be answered by it.
    do {
      const { status, headers } = await ask()
      answers.push({ status, retryAfter: headers.get('retry-after') })
    } while (!(await isBack()) && performance.now() - since < 30_000)
    const refused = answers.filter(({ status }) => status !== 200)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.filter(({ status, retryAfter }) => status !== 503 || retryAfter === null)).toEqual([])
    expect(await isBack()).toBe(true)

    // Behind the back of the acts, as one that was committed while nobody listened: the stream asks anew by itself.
    const { id: userId } = await db
      .selectFrom('users')
      .where('studentId', '=', studentId)
      .select('id')
      .executeTakeFirstOrThrow()
    const told = page.told.at(-1)!
    await sql`insert into notifications (user_id, id, school_id, kind, subject, params, at)
      values (${userId}, gen_random_uuid(), '99901', 'agreement.effective', ${`agreement:${crypto.randomUUID()}`}, '{}', now())`.execute(
      db,
    )
    await sql`select pg_notify('qianyue_inbox', ${userId})`.execute(db)
    await expect.poll(() => page.told.at(-1), { timeout: 45_000 }).toBe(told + 1)

    // The clock's jobs are taken up again: what is sent now is done.
    await sql`insert into pgboss.job (name) values ('sweep') on conflict do nothing`.execute(db)
    const left = async () => {
      const { rows } = await sql<{ left: number }>`
        select count(*)::int as left from pgboss.job where name = 'sweep' and state in ('created', 'active')`.execute(
        db,
      )
      return rows[0]!.left
    }
    await expect.poll(left, { timeout: 45_000, interval: 500 }).toBe(0)
    expect(site.said.out).toContain('the embedded database runs again')
    site.kill('SIGTERM')
    expect(await site.ended).toBe(0)
  },
  150_000,
)
