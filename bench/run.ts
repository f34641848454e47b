/** `npm run bench`: the figures of the signing loop, measured in one run on this machine. Prints; asserts nothing. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import autocannon from 'autocannon'
import { sql } from 'kysely'
import { addressOf } from '../src/contracts/address.ts'
import { invitationActs, listMyInvitations } from '../src/contracts/invitations.ts'
import { connect } from '../src/server/db/database.ts'
import { startEmbedded } from '../src/server/db/embedded.ts'
import { SESSION_COOKIE } from '../src/server/features/accounts/sessions.ts'
import { buildApp } from '../src/server/http/app.ts'
import { visitor } from '../src/server/http/visitor.ts'
import { openLog } from '../src/server/services/log.ts'
import { secretsFrom } from '../src/server/services/secrets.ts'
import { openServices } from '../src/server/services/services.ts'
import { enterStaff, gatherCrowd, type Invited } from '../tests/crashes/crowd.ts'
import { recordAccept, replayAccepts } from './ceiling.ts'
import { measureDissolutions } from './dissolutions.ts'
import { measureDoor } from './door.ts'
import { measureLive } from './live.ts'
import { inParallel, print, send, signed, spread } from './load.ts'
import { measurePages } from './pages.ts'
import { processorOf } from './processes.ts'
import { measureUploads } from './upload.ts'

const PORT = 3900
const SECRET = 'a secret for measurements, long enough it is'
const USERS = [1, 8, 32]
const PER_ROUND = 1000
/** A dissolution is three acts; its figures stand beside those of the accepts. */
const CYCLERS = [1, 8]
const PER_CYCLE = 300
/** Pages that listen at the same time. */
const STREAMS = 2000

/** As `npm start` gives them. */
const FLAGS = ['--max-semi-space-size=16', '--heap-growing-percent=50']

const folder = mkdtempSync(join(tmpdir(), 'qianyue-bench-'))
let server: ChildProcess | undefined

async function start(): Promise<number> {
  const env = {
    ...process.env,
    PORT: String(PORT),
    DATA_DIR: folder,
    SECRET,
    DEMO: '0',
    LOG_LEVEL: 'fatal',
    TRUSTED_PROXIES: '127.0.0.1',
  }
  const began = performance.now()
  server = spawn(process.execPath, [...FLAGS, 'src/server/main.ts'], { env, stdio: 'ignore' })
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${PORT}/readyz`).catch(() => null)
    if (answer?.ok) return performance.now() - began
    await sleep(5)
  }
}
/** What the server's own process holds now. */
const megabytes = () =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server!.pid}/status`, 'utf8'))![1]) / 1024)
const memory = () => `${megabytes()} MB`
const ended = () => new Promise((resolve) => server!.once('exit', resolve))

/** Milliseconds on the processor until now: of the server, and of the database behind it. */
function processor() {
  const [postmaster] = readFileSync(join(folder, 'postgres/data/postmaster.pid'), 'utf8').split('\n')
  return {
    node: processorOf(server!.pid!).own * 1000,
    database: processorOf(Number(postmaster)).children * 1000,
  }
}

/** Signed before anything is measured: an acceptance is one request. */
async function signedAll(many: Invited[]): Promise<Invited[]> {
  const ready: Invited[] = []
  await inParallel(8, many, async (one) => {
    const { token, params, body } = one
    ready.push({
      ...one,
      ...(await signed(PORT, token, invitationActs.accept, { params: { ...params }, body })),
      params,
    })
  })
  return ready
}
const accept = ({ token, params, body }: Invited) =>
  send(PORT, token, invitationActs.accept, { params: { ...params }, body })
const acceptWithoutKey = ({ token, params, body }: Invited) =>
  send(PORT, token, invitationActs.accept, { params: { ...params }, body }, { keyed: false })

try {
  print('start to first 200, empty folder', `${Math.round(await start())} ms`)
  server!.kill('SIGTERM')
  await ended()
  print('start to first 200, embedded database', `${Math.round(await start())} ms`)
  server!.kill('SIGKILL')
  await ended()
  print('start to first 200, database running', `${Math.round(await start())} ms`)
  await sleep(1000)
  print('memory after start', memory())

  const database = await startEmbedded(folder)
  const owner = connect({ url: database.url, poolSize: 4 })
  const secrets = secretsFrom(SECRET)
  const crowd = await gatherCrowd(
    owner,
    secrets,
    PER_ROUND * (USERS.length * 2 + 2) + PER_CYCLE * CYCLERS.length + STREAMS + 300,
    new Date(),
  )
  await sql`analyze`.execute(owner) // as autovacuum would have, had the crowd come slowly
  const take = (count: number) => crowd.splice(0, count)

  const statements: { sql: string; parameters: readonly unknown[] }[] = []
  let trips = 0
  const inside = await openServices({
    databaseUrl: database.url,
    databasePool: 2,
    now: () => new Date(),
    secret: SECRET,
    filesFolder: join(folder, 'files'),
    baseUrl: 'http://localhost',
    log: openLog('silent'),
    onFault: (fault) => console.error(fault),
    keepsOrder: false,
    onQuery: (query, _ms, opensTrip) => {
      statements.push(query)
      if (opensTrip) trips++
    },
  })
  const app = await buildApp(inside.services)
  const sample = take(1)[0]!
  const one = visitor(app, sample.token)
  const asked = await one.signed(invitationActs.accept, { params: { ...sample.params }, body: sample.body })
  statements.length = 0
  trips = 0
  await one.call(invitationActs.accept, asked)
  print('statements per accept, and trips to the database', `${statements.length} in ${trips}`)
  const recorded = await recordAccept(owner, sample, statements)
  await app.close()
  await inside.close()

  await inParallel(8, take(100), accept)
  await sql`analyze`.execute(owner)
  for (const users of USERS) {
    const ready = await signedAll(take(PER_ROUND))
    const before = processor()
    const through = await inParallel(users, ready, accept)
    const after = processor()
    const straight = await replayAccepts(database.url, recorded, users, take(PER_ROUND))
    print(
      `accepts, ${users} at once`,
      `${Math.round(through.rate)}/s  ${spread(through.times)}` +
        `  | straight to the database ${Math.round(straight.rate)}/s  | ratio ${(through.rate / straight.rate).toFixed(2)}`,
    )
    const each = (kind: keyof typeof before) => ((after[kind] - before[kind]) / PER_ROUND).toFixed(2)
    print('  on the processor, each', `${each('node')} ms in node, ${each('database')} ms in PostgreSQL`)
  }
  // Turn by turn, so that both meet the same machine.
  const [keyed, bare] = [await signedAll(take(PER_ROUND)), await signedAll(take(PER_ROUND))]
  const times = { keyed: [] as number[], bare: [] as number[] }
  for (let from = 0; from < PER_ROUND; from += 100) {
    times.keyed.push(...(await inParallel(1, keyed.slice(from, from + 100), accept)).times)
    times.bare.push(...(await inParallel(1, bare.slice(from, from + 100), acceptWithoutKey)).times)
  }
  print('accepts with a key, and without', `${spread(times.keyed)}  | ${spread(times.bare)}`)
  const staff = await enterStaff(owner, secrets, new Date())
  await measureDoor(owner, PORT)
  await measureDissolutions(owner, PORT, take(PER_CYCLE * CYCLERS.length), staff, CYCLERS)
  const list = await autocannon({
    url: `http://127.0.0.1:${PORT}${addressOf(listMyInvitations, { params: { school: sample.params.school } })}`,
    headers: { cookie: `${SESSION_COOKIE}=${sample.token}` },
    connections: 32,
    duration: 5,
  })
  print('list requests, 32 at once', `${Math.round(list.requests.average)}/s, ${list.non2xx} not 2xx`)
  print('memory after load', memory())
  const { token, params } = take(1)[0]!
  await measurePages(`http://localhost:${PORT}`, token)
  await measureUploads({ port: PORT, token, school: params.school, megabytes })
  await measureLive(PORT, take(STREAMS), staff.employer, memory)
  await owner.destroy()
  await database.stop()
} finally {
  server?.kill('SIGTERM')
  if (server && server.exitCode === null) await ended()
  rmSync(folder, { recursive: true, force: true })
}
