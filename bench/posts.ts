/**
 * `npm run bench:posts -- --posts=1000000`: the public list and search of job posts over so many of them, at a school that has a
 * fifth and at one that has a few, cold and warm, with the index that each goes by (AT-45; aim: p95 below 50 ms, 1,000 lists a
 * second); and what 100,000 saved searches take to be told of. Prints; asserts nothing.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import autocannon from 'autocannon'
import { sql } from 'kysely'
import { connect } from '../src/server/db/database.ts'
import { startEmbedded } from '../src/server/db/embedded.ts'
import { migrate } from '../src/server/db/migrate.ts'
import { type AskedPosts, searching, searchOf } from '../src/server/features/posts/search.ts'
import { tellDigests } from '../src/server/features/saved-searches/digests.ts'
import { openLog } from '../src/server/services/log.ts'
import { openServices } from '../src/server/services/services.ts'
import { percentile, print, spread } from './load.ts'
import { addPosts, addSearches } from './many-posts.ts'
import { gatherStudents } from './many-students.ts'

const given = (name: string, otherwise: number) =>
  Number(process.argv.find((one) => one.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise)
const POSTS = given('posts', 1_000_000)
const SEARCHES = given('searches', 100_000)
const ROUNDS = given('rounds', 100)
const SECONDS = 10
const PORT = 3902
const SITE = `http://127.0.0.1:${PORT}`
const SECRET = 'a secret for measuring, thirty-two characters'

/** What is asked for, as the address says it. */
const ASKED: Readonly<Record<string, Record<string, string>>> = {
  'the newest': {},
  'a word of one in eight': { q: '软件' },
  'a rare word': { q: '软件 997' },
  'a word and a place': { q: '会计', region: '420000' },
  'a word that no such post has': { q: '护理', category: '13' },
  'a word of no post': { q: '考古' },
  'a major, a place, best paid': { major: '080901', region: '420100', sort: 'pay' },
  'pay from 15000, ending soon': { pay: '15000', sort: 'ending' },
  'shown within three days': { since: '3', kind: 'internship' },
}
const EMPTY: AskedPosts = {
  ...{ q: '', region: '', category: '', industry: '', nature: '', kind: null, education: null, major: '' },
  ...{ reader: 'anybody', pay: null, since: null, sort: null, after: '' },
}

const folder = mkdtempSync(join(tmpdir(), 'qianyue-posts-'))
const at = new Date()
let database = await startEmbedded(folder)
let server: ChildProcess | undefined
const ended = () => new Promise((resolve) => server!.once('exit', resolve))

async function start() {
  const env = {
    ...process.env,
    PORT: String(PORT),
    DATA_DIR: folder,
    DATABASE_URL: database.url,
    SECRET,
    DEMO: '0',
    LOG_LEVEL: 'error',
    TRUSTED_PROXIES: '127.0.0.1',
  }
  server = spawn(process.execPath, ['src/server/main.ts'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  while (!(await fetch(`${SITE}/readyz`).catch(() => null))?.ok) await sleep(50)
}
async function stop() {
  server?.kill('SIGTERM')
  await ended()
}
const list = (school: string, of: Record<string, string>) => `/s/${school}/jobs?${new URLSearchParams(of)}`
async function timed(path: string) {
  const began = performance.now()
  const answer = await fetch(SITE + path)
  await answer.text()
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return performance.now() - began
}

/** The indexes by which PostgreSQL finds it, and how long that takes there. */
async function planOf(db: ReturnType<typeof connect>, school: string, of: Record<string, string>) {
  const asked = {
    ...EMPTY,
    ...of,
    pay: of.pay ? Number(of.pay) : null,
    since: of.since ? Number(of.since) : null,
  } as AskedPosts
  const { rows } = await sql<{
    'QUERY PLAN': string
  }>`explain (analyze, buffers, costs off) ${searching(school, searchOf(asked, at), at, 20)}`.execute(db)
  const lines = rows.map((row) => row['QUERY PLAN'] ?? (row as { queryPlan?: string }).queryPlan ?? '')
  if (process.argv.includes('--explain')) console.log(lines.join('\n'))
  const used = lines.flatMap((line) => /(?:using|Bitmap Index Scan on) (\w+)/.exec(line)?.[1] ?? [])
  return `${[...new Set(used)].filter((name) => name.startsWith('posts')).join(', ')}; ${/Execution Time: (.*)/.exec(lines.join('\n'))?.[1]}`
}

try {
  await migrate(database.url)
  const { services, close } = await openServices({
    databaseUrl: database.url,
    now: () => at,
    secret: SECRET,
    filesFolder: join(folder, 'files'),
    baseUrl: SITE,
    log: openLog('silent'),
    onFault: (fault) => console.error(fault),
    keepsOrder: false,
  })
  const owner = connect({ url: database.url, poolSize: 2 })
  const began = performance.now()
  const desks = await gatherStudents(database.url, services.secrets, Math.ceil(SEARCHES / 5), at)
  const schools = desks.map(({ school }) => school)
  await addPosts(owner, schools, POSTS, at)
  print(
    `${POSTS} posts at ${schools.length} schools made`,
    `${Math.round((performance.now() - began) / 1000)} s`,
  )
  const [{ size }] = (
    await sql<{ size: string }>`select pg_size_pretty(pg_total_relation_size('posts')) || ', of it words '
    || pg_size_pretty(pg_relation_size('posts_by_words')) as size`.execute(owner)
  ).rows as [{ size: string }]
  print('the table', size)
  await close()
  await owner.destroy()

  // Cold: a database and a server that have just started. What the machine itself keeps of the files stays.
  await database.stop()
  database = await startEmbedded(folder)
  await start()
  const [large, small] = [schools[0]!, schools[1]!]
  for (const [name, of] of Object.entries(ASKED))
    print(`cold: ${name}`, `${(await timed(list(large, of))).toFixed(0)} ms`)
  const db = connect({ url: database.url, poolSize: 2 })
  for (const [which, school] of [
    ['large', large],
    ['small', small],
  ] as const)
    for (const [name, of] of Object.entries(ASKED)) {
      const times: number[] = []
      for (let n = 0; n < ROUNDS; n++) times.push(await timed(list(school, of)))
      print(`${which} school: ${name}`, `${spread(times)}  ${await planOf(db, school, of)}`)
    }
  for (const connections of [8, 32]) {
    const paths = Object.values(ASKED).map((of) => ({ path: list(large, of) }))
    for (const [name, requests] of [
      ['lists', [{ path: list(large, {}) }]],
      ['lists and searches mixed', paths],
    ] as const) {
      const {
        requests: rate,
        latency,
        non2xx,
      } = await autocannon({ url: SITE, connections, duration: SECONDS, requests: [...requests] })
      print(
        `${name} a second, ${connections} at once`,
        `${Math.round(rate.average)}, p50 ${latency.p50} ms, p97.5 ${latency.p97_5} ms, ${non2xx} not 2xx`,
      )
    }
  }
  await stop()

  const again = await openServices({
    databaseUrl: database.url,
    now: () => at,
    secret: SECRET,
    filesFolder: join(folder, 'files'),
    baseUrl: SITE,
    log: openLog('silent'),
    onFault: (fault) => console.error(fault),
    keepsOrder: false,
  })
  await addSearches(db, SEARCHES, at)
  const pieces: number[] = []
  let from = performance.now()
  const since = from
  const done = await tellDigests({
    ...again.services,
    now: () => {
      pieces.push(performance.now() - from)
      from = performance.now()
      return at
    },
  })
  const [{ told }] = (
    await sql<{
      told: number
    }>`select count(*)::integer as told from notifications where kind = 'saved-search.digest'`.execute(db)
  ).rows as [{ told: number }]
  print(
    `${done} saved searches told of`,
    `${((performance.now() - since) / 1000).toFixed(1)} s, ${told} messages, a piece p95 ${percentile(pieces, 0.95).toFixed(0)} ms`,
  )
  await again.close()
  await db.destroy()
  await database.stop()
} finally {
  if (server && server.exitCode === null) server.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}
