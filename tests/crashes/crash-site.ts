import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inject } from 'vitest'
import { addressOf } from '../../src/contracts/address.ts'
import type { Endpoint } from '../../src/contracts/endpoint.ts'
import { connect } from '../../src/server/db/database.ts'
import { startEmbedded } from '../../src/server/db/embedded.ts'
import { migrate } from '../../src/server/db/migrate.ts'
import { SESSION_COOKIE } from '../../src/server/features/accounts/sessions.ts'
import { inTurn, signedFirst } from '../../src/server/http/sign-first.ts'
import type { Asking } from '../../src/server/http/visitor.ts'
import { secretsFrom } from '../../src/server/services/secrets.ts'
import { freshDatabase } from '../../src/server/testing/template.ts'
import { gatherCrowd } from './crowd.ts'

const SECRET = 'a secret for crash tests, long enough it is'
/** Test files run in processes of their own. */
const PORT = 30_000 + (process.pid % 20_000)

export const newFolder = () => mkdtemp(join(tmpdir(), 'qianyue-crash-'))

/**
 * The real server as a process of its own, on a folder and a database of its own, with as many students who have each an
 * invitation: to be killed. It does not run until `start`.
 */
export const openCrashSite = async (students: number) =>
  openSite(await newFolder(), await freshDatabase(inject('clusterUrl')), students)

/** The same on a PostgreSQL of its own, which can be killed too. */
export async function openSiteOfMortalDatabase(students: number) {
  const folder = await newFolder()
  let database = await startEmbedded(folder)
  await migrate(database.url)
  const site = await openSite(folder, { url: database.url, drop: () => database.stop() }, students)
  return {
    ...site,
    async killDatabase() {
      const cluster = join(folder, 'postgres', 'data', 'postmaster.pid')
      process.kill(Number((await readFile(cluster, 'utf8')).split('\n')[0]), 'SIGKILL')
    },
    /** Started again, at the address at which it was. */
    async recoverDatabase() {
      database = await startEmbedded(folder)
    },
  }
}

/** As many processes as `instances` serve the site: who asks comes to each in turn. */
export async function openSite(
  folder: string,
  database: Pick<Awaited<ReturnType<typeof freshDatabase>>, 'url' | 'drop'>,
  students: number,
  instances = 1,
) {
  const db = connect({ url: database.url, poolSize: 2 })
  const crowd = await gatherCrowd(db, secretsFrom(SECRET), students, new Date())
  const ports = Array.from({ length: instances }, (_, n) => PORT + n)
  const servers = new Map<number, ChildProcess>()
  let asked = 0

  const isReady = (port: number) =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
  const untilReady = async () => {
    for (let tries = 0; tries < 600; tries++) {
      const ready = await Promise.all(ports.map(isReady))
      if (ready.every((one) => one)) return
      await sleep(50)
    }
    throw new Error('the server did not become ready')
  }

  const kill = async () => {
    for (const server of servers.values()) {
      if (server.signalCode !== null || server.exitCode !== null) continue
      server.kill('SIGKILL')
      await once(server, 'exit')
    }
  }

  const askOnce = async (token: string, endpoint: Endpoint, { file, ...input }: Asking) => {
    const port = ports[asked++ % instances]
    try {
      const answer = await fetch(`http://127.0.0.1:${port}${addressOf(endpoint, input)}`, {
        method: endpoint.method,
        headers: {
          cookie: `${SESSION_COOKIE}=${token}`,
          ...(input.body !== undefined && { 'content-type': 'application/json' }),
          ...(file && { 'content-type': 'application/octet-stream' }),
        },
        ...(input.body !== undefined && { body: JSON.stringify(input.body) }),
        ...(file && { body: file as BodyInit, duplex: 'half' }),
      })
      const { ok, status, headers } = answer
      const retryAfter = headers.get('retry-after')
      return { ok, status, retryAfter, bytes: Buffer.from(await answer.arrayBuffer()) }
    } catch {
      return null
    }
  }

  const turns = new Map<string, ReturnType<typeof inTurn>>()
  const turnOf = (token: string) => {
    const turn = turns.get(token) ?? inTurn()
    turns.set(token, turn)
    return turn
  }

  return {
    crowd,
    db,
    /** Of the database. */
    url: database.url,
    /** Where uploaded files are kept. */
    files: join(folder, 'files'),
    async start() {
      const env = {
        ...process.env,
        BASE_URL: 'http://localhost', // Vitest puts its own into the environment
        DATABASE_URL: database.url,
        DATA_DIR: folder,
        SECRET,
        DEMO: '0',
        LOG_LEVEL: 'fatal',
      }
      for (const port of ports) {
        const own = { ...env, PORT: String(port) }
        servers.set(port, spawn(process.execPath, ['src/server/main.ts'], { env: own, stdio: 'ignore' }))
      }
      await untilReady()
    },
    untilReady,
    kill,
    /** Signed first where it is to be; null where the connection broke before all of the answer was there. */
    async ask(token: string, endpoint: Endpoint, input: Asking) {
      let isBroken = false
      const sign = () =>
        signedFirst(endpoint, input, async (first, given) => {
          const answer = await askOnce(token, first, given)
          isBroken ||= answer === null
          return answer?.ok ? JSON.parse(answer.bytes.toString()) : null
        })
      const signed = endpoint.config.signs ? await turnOf(token)(sign) : input
      return isBroken ? null : askOnce(token, endpoint, signed)
    },
    /** For signing by those who are there. */
    secrets: secretsFrom(SECRET),
    async close() {
      await kill()
      await db.destroy()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
export type CrashSite = Awaited<ReturnType<typeof openCrashSite>>
