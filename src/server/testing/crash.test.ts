import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOf } from '../../contracts/address.ts'
import { acceptInvitation } from '../../contracts/invitations.ts'
import { connect, type Db } from '../db/database.ts'
import { startEmbedded } from '../db/embedded.ts'
import { verifyJournal } from '../db/journal.ts'
import { migrate } from '../db/migrate.ts'
import { SESSION_COOKIE } from '../features/accounts/sessions.ts'
import { secretsFrom } from '../secrets.ts'
import { gatherCrowd, type Invited } from './crowd.ts'

const SECRET = 'a secret for crash tests, long enough it is'
const PORT = 30_000 + (process.pid % 20_000)
const USERS = 10

let folder: string
let database: Awaited<ReturnType<typeof startEmbedded>>
let db: Db
let crowd: Invited[]
let server: ChildProcess

const startServer = async () => {
  const env = {
    ...process.env,
    BASE_URL: 'http://localhost', // Vitest puts its own into the environment
    DATABASE_URL: database.url,
    PORT: String(PORT),
    DATA_DIR: folder,
    SECRET,
    DEMO: '0',
    LOG_LEVEL: 'fatal',
  }
  server = spawn(process.execPath, ['src/server/main.ts'], { env, stdio: 'ignore' })
  await untilReady()
}
const untilReady = async () => {
  for (let tries = 0; tries < 200; tries++) {
    const answer = await fetch(`http://127.0.0.1:${PORT}/readyz`).catch(() => null)
    if (answer?.ok) return
    await sleep(50)
  }
  throw new Error('the server did not become ready')
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qianyue-crash-'))
  database = await startEmbedded(folder)
  await migrate(database.url)
  db = connect({ url: database.url, poolSize: 2 })
  crowd = await gatherCrowd(db, secretsFrom(SECRET), 600, new Date())
  await startServer()
}, 120_000)

afterAll(async () => {
  server?.kill('SIGKILL')
  await db?.destroy()
  await database?.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Accepts until something breaks; returns the invitations that were answered 2xx. `struck` runs once, under load. */
async function acceptUntil(
  share: Invited[],
  after: number,
  strike: () => Promise<void> | void,
): Promise<string[]> {
  const signed: string[] = []
  const queue = [...share]
  let struck: Promise<void> | undefined
  await Promise.all(
    Array.from({ length: USERS }, async () => {
      for (let next = queue.pop(); next; next = queue.pop()) {
        const answer = await fetch(
          `http://127.0.0.1:${PORT}${addressOf(acceptInvitation, { params: next.params })}`,
          {
            method: 'POST',
            headers: { 'content-type': 'application/json', cookie: `${SESSION_COOKIE}=${next.token}` },
            body: JSON.stringify(next.body),
          },
        ).catch(() => null)
        if (answer?.ok) signed.push(next.params.id)
        if (signed.length >= after && struck === undefined) struck = Promise.resolve(strike())
        if (!answer) return
      }
    }),
  )
  await struck
  return signed
}

/** What was answered 2xx is there, nothing is half done, the journal verifies. */
async function expectWhole(signed: readonly string[]) {
  const { rows } = await sql<{ accepted: number; agreements: number; placements: number; lines: number }>`
    select (select count(*) from invitations where status = 'accepted') as accepted,
      (select count(*) from agreements a join invitations i on i.school_id = a.school_id and i.id = a.invitation_id
       where i.status = 'accepted') as agreements,
      (select count(*) from placements) as placements,
      (select count(*) from journal where entry->>'action' = 'agreement.form') as lines
  `.execute(db)
  const { accepted, agreements, placements, lines } = rows[0]!
  expect([agreements, placements, lines]).toEqual([accepted, accepted, accepted])
  const there = await db
    .selectFrom('invitations')
    .where('id', 'in', [...signed])
    .where('status', '=', 'accepted')
    .select('id')
    .execute()
  expect(there).toHaveLength(signed.length)
  expect((await verifyJournal(db)).faults).toEqual([])
}

test('kill -9 of the app under load: what was answered is there, nothing is half done, the next start needs no hand', async () => {
  const signed = await acceptUntil(crowd.slice(0, 300), 60, () => {
    server.kill('SIGKILL')
  })
  expect(signed.length).toBeGreaterThanOrEqual(60)
  expect(signed.length).toBeLessThan(300)
  await expectWhole(signed)
  await startServer()
})

test('kill -9 of the database under load: the same, and the app goes on by itself once it is back', async () => {
  const signed = await acceptUntil(crowd.slice(300), 60, async () => {
    const cluster = join(folder, 'postgres', 'data', 'postmaster.pid')
    process.kill(Number((await readFile(cluster, 'utf8')).split('\n')[0]), 'SIGKILL')
  })
  expect(signed.length).toBeGreaterThanOrEqual(60)
  await db.destroy()
  database = await startEmbedded(folder)
  db = connect({ url: database.url, poolSize: 2 })
  await expectWhole(signed)
  await untilReady()
  const rest = await acceptUntil(crowd, Number.POSITIVE_INFINITY, () => {})
  expect(rest.length).toBeGreaterThan(0)
  await expectWhole([...signed, ...rest])
  expect(await db.selectFrom('placements').selectAll().execute()).toHaveLength(600)
})
