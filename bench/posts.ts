/**
 * `npm run bench:posts -- --posts=1000000`: the public list and search of job posts over so many of them, at a school that has a
 * fifth and at one that has a few, cold and warm, with the index that each goes by (AT-45; aim: p95 below 50 ms, 1,000 lists a
 * second); and what 100,000 saved searches take to be told of. Prints; asserts nothing. `--data=<folder>` keeps what it is measured on
 * there, and measures at once where it is there already; `--fill` only fills; `--explain` prints each plan.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import autocannon from 'autocannon'
import { sql } from 'kysely'
import { connect } from '../src/server/db/database.ts'
import { type EmbeddedDatabase, startEmbedded } from '../src/server/db/embedded.ts'
import { type AskedPosts, searching, searchOf } from '../src/server/features/posts/search.ts'
import { tellDigests } from '../src/server/features/saved-searches/digests.ts'
import { openLog } from '../src/server/services/log.ts'
import { openServices } from '../src/server/services/services.ts'
import { percentile, print, spread } from './load.ts'
import { addSearches } from './many-posts.ts'
import { type Filled, fillOnce } from './posts-folder.ts'

const said = (name: string) => process.argv.find((one) => one.startsWith(`--${name}=`))?.split('=')[1]
const given = (name: string, otherwise: number) => Number(said(name) ?? otherwise)
const POSTS = given('posts', 1_000_000)
const SEARCHES = given('searches', 100_000)
const ROUNDS = given('rounds', 100)
const SECONDS = given('seconds', 10)
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

const kept = said('data')
const folder = kept ?? mkdtempSync(join(tmpdir(), 'qianyue-posts-'))
const errors = join(folder, 'server-errors.log')
const at = new Date()
let server: ChildProcess | undefined
let isStopping = false

async function start(databaseUrl: string) {
  const env = {
    ...process.env,
    PORT: String(PORT),
    DATA_DIR: folder,
    DATABASE_URL: databaseUrl,
    SECRET,
    DEMO: '0',
    LOG_LEVEL: 'error',
    TRUSTED_PROXIES: '127.0.0.1',
  }
  server = spawn(process.execPath, ['src/server/main.ts'], {
    env,
    stdio: ['ignore', 'ignore', openSync(errors, 'w')],
  })
  server.once('exit', (code, signal) => {
    if (!isStopping)
      console.error(`the server has died (${code ?? signal}):\n${readFileSync(errors, 'utf8')}`)
  })
  while (!(await fetch(`${SITE}/readyz`).catch(() => null))?.ok) await sleep(50)
}
async function stop() {
  isStopping = true
  const ended = once(server!, 'exit')
  server!.kill('SIGTERM')
  await ended
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

async function measure({ schools, posts }: Filled, databaseUrl: string) {
  const db = connect({ url: databaseUrl, poolSize: 2 })
  const [{ size }] = (
    await sql<{ size: string }>`select pg_size_pretty(pg_total_relation_size('posts')) || ', of it words '
    || pg_size_pretty(pg_relation_size('posts_by_words')) as size`.execute(db)
  ).rows as [{ size: string }]
  print(`${posts} posts at ${schools.length} schools`, size)
  // Cold: a database and a server that have just started. What the machine itself keeps of the files stays.
  await start(databaseUrl)
  const [large, small] = [schools[0]!, schools[1]!]
  for (const [name, of] of Object.entries(ASKED))
    print(`cold: ${name}`, `${(await timed(list(large, of))).toFixed(0)} ms`)
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
    databaseUrl,
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
}

let database: EmbeddedDatabase | undefined
try {
  const wanted = { posts: POSTS, students: Math.ceil(SEARCHES / 5), secret: SECRET, at }
  const filled = await fillOnce(folder, wanted)
  if (!process.argv.includes('--fill')) {
    database = await startEmbedded(folder)
    await measure(filled, database.url)
  }
} finally {
  if (server && server.exitCode === null) await stop()
  await database?.stop()
  if (!kept) rmSync(folder, { recursive: true, force: true })
}
