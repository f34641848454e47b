import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { access, mkdtemp, readdir, rm } from 'node:fs/promises'
import { type AddressInfo, createServer, connect as dial, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { startEmbedded } from '../../src/server/db/embedded.ts'
import { aPort, SECRET, startSite } from './process.ts'

/** Between the site and PostgreSQL: counts what the site sends, and tells when so much has been sent. */
let line: Server
let sent = 0
let whenSent: (count: number, bytes: Buffer) => void = () => {}
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qianyue-first-start-'))
  const { port, hostname } = new URL(inject('clusterUrl'))
  line = createServer((site) => {
    const server = dial(Number(port), hostname)
    site.on('data', (bytes) => {
      sent += 1
      whenSent(sent, bytes)
      server.write(bytes)
    })
    server.on('data', (bytes) => site.write(bytes))
    site.on('close', () => server.destroy()).on('error', () => {})
    server.on('close', () => site.destroy()).on('error', () => {})
  }).listen(0, '127.0.0.1')
  await once(line, 'listening')
})
afterAll(async () => {
  line.close()
  await rm(folder, { recursive: true })
})

/** An empty database, gone when the test is. */
async function emptyDatabase(): Promise<string> {
  const name = `first_${randomUUID().replaceAll('-', '')}`
  await ask(inject('clusterUrl'), `create database ${name}`)
  onTestFinished(async () => {
    await ask(inject('clusterUrl'), `drop database ${name} with (force)`)
  })
  return name
}
async function ask<Row extends object>(url: string, query: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(query)).rows
  } finally {
    await client.end()
  }
}
const urlOf = (name: string, port = new URL(inject('clusterUrl')).port) => {
  const url = new URL(inject('clusterUrl'))
  url.pathname = `/${name}`
  url.port = port
  return url.href
}

/** A start on this database through the line. */
async function start(name: string, DEMO: '0' | '1') {
  sent = 0
  const PORT = String(await aPort())
  const DATABASE_URL = urlOf(name, String((line.address() as AddressInfo).port))
  const site = startSite({ PORT, DATABASE_URL, DEMO, SECRET, DATA_DIR: folder, LOG_LEVEL: 'warn' })
  return { ...site, address: `http://127.0.0.1:${PORT}` }
}

/** Once all that the story has ordered to be sealed is: each seal is a line of the journal. */
const allSealed = (name: string) =>
  expect
    .poll(async () => ask(urlOf(name), 'select subject_id from documents where sealed_at is null'), {
      timeout: 60_000,
      interval: 250,
    })
    .toEqual([])
/** How many rows each table has: neither what is told meanwhile, nor which processes are there just now. */
const countRows = async (name: string) => {
  const tables = await ask<{ name: string }>(
    urlOf(name),
    `select tablename as name from pg_tables where schemaname = 'public'
      and tablename not in ('notifications', 'instances') order by 1`,
  )
  const counts = tables.map(
    ({ name: table }) => `select '${table}' as name, count(*)::int as rows from ${table}`,
  )
  return ask<{ name: string; rows: number }>(urlOf(name), `${counts.join(' union all ')} order by 1`)
}
const signIn = (address: string) =>
  fetch(`${address}/api/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ portal: 'school', school: '99901', login: 'admin', secret: 'Qiao-Liang-2026' }),
  })

const costOf = async (name: string, login: string) => {
  const [user] = await ask<{ hash: string }>(
    urlOf(name),
    `select password_hash as hash from users where school_id = '99901' and login = '${login}'`,
  )
  return user?.hash
}

/** Starts and kills at the given count of what was sent; answers whether it came so far. */
async function killAt(name: string, count: number, demo: '0' | '1') {
  const site = await start(name, demo)
  whenSent = (now) => {
    if (now === count) site.kill()
  }
  await Promise.race([site.ready.catch(() => {}), site.ended])
  site.kill()
  await site.ended
  whenSent = () => {}
  return sent >= count
}

/** A first start that nobody broke off: what it sent in all, what before the story began, and the rows it left. */
async function startUncut() {
  const name = await emptyDatabase()
  let story = 0
  whenSent = (count, bytes) => {
    if (story === 0 && bytes.includes('begun')) story = count
  }
  const site = await start(name, '1')
  await site.ready
  const all = sent
  await allSealed(name)
  whenSent = () => {}
  site.kill('SIGTERM')
  expect(await site.ended).toBe(0)
  return { all, story, rows: await countRows(name) }
}
let known: ReturnType<typeof startUncut> | undefined
/** Made by the first test that asks. */
const uncut = () => {
  known ??= startUncut()
  return known
}

test('a first start has so many moments that four are worth trying', async () => {
  const { story, all } = await uncut()
  expect(story).toBeGreaterThan(20)
  expect(all).toBeGreaterThan(story + 500)
}, 120_000)

test.each([1, 2, 3])(
  'killed before the demo, at moment %i of 4: the next start has tables, grants and queues',
  async (moment) => {
    const { story } = await uncut()
    const name = await emptyDatabase()
    expect(await killAt(name, Math.round((moment * story) / 4), '1')).toBe(true)
    const next = await start(name, '0')
    await next.ready
    // Asks the database through the role that an earlier start may not have granted.
    expect((await signIn(next.address)).status).toBe(401)
    expect((await fetch(`${next.address}/readyz`)).status).toBe(200)
  },
  120_000,
)

test('killed in the middle of the demo: the next start has the whole demo, and its log-ins work', async () => {
  const { all, story, rows } = await uncut()
  const name = await emptyDatabase()
  expect(await killAt(name, Math.round((story + all) / 2), '1')).toBe(true)
  const next = await start(name, '1')
  await next.ready
  await allSealed(name)
  expect(await countRows(name)).toEqual(rows)
  expect(await costOf(name, 'admin')).toMatch(/^\$scrypt\$ln=4,/)
  expect((await signIn(next.address)).status).toBe(200)
  expect(next.said.out).toContain('Demo log-ins')
  // The story's people work out their passwords cheaply, the site does not.
  expect(await costOf(name, 'admin')).toMatch(/^\$scrypt\$ln=14,r=8,p=5\$/)
}, 180_000)

test('a demo that was broken off is taken away where none is wanted, and its log-ins are not told', async () => {
  const name = await emptyDatabase()
  let story = 0
  const broken = await start(name, '1')
  whenSent = (count, bytes) => {
    if (story === 0 && bytes.includes('begun')) story = count
    if (story > 0 && count === story + 200) broken.kill()
  }
  await broken.ended
  whenSent = () => {}
  const next = await start(name, '0')
  await next.ready
  expect(await ask(urlOf(name), 'select id from schools union all select id::text from users')).toEqual([])
  expect(next.said.out).not.toContain('Demo log-ins')
}, 60_000)

test('what an earlier start was not allowed to grant, or somebody took away, is granted by the next', async () => {
  const name = await emptyDatabase()
  const first = await start(name, '0')
  await first.ready
  first.kill('SIGTERM')
  await first.ended
  await ask(urlOf(name), 'revoke all on all tables in schema public from qianyue_app')
  const next = await start(name, '0')
  await next.ready
  expect((await signIn(next.address)).status).toBe(401)
  expect((await fetch(`${next.address}/readyz`)).status).toBe(200)
}, 60_000)

test('killed while the embedded database is made or begins, the next start works', async () => {
  const data = await mkdtemp(join(folder, 'embedded-'))
  const isThere = (path: string) =>
    access(join(data, path)).then(
      () => true,
      () => false,
    )
  const isBeingMade = async () =>
    (await readdir(join(data, 'postgres')).catch(() => [])).some((entry) => entry.startsWith('data.new'))
  for (const moment of [
    () => isThere('database.json'),
    isBeingMade,
    () => isThere('postgres/data'),
    () => isThere('postgres/data/postmaster.pid'),
    () => isThere('secret'),
  ]) {
    const site = startSite({ PORT: String(await aPort()), DATA_DIR: data, DEMO: '0', LOG_LEVEL: 'warn' })
    await expect.poll(moment, { interval: 2, timeout: 30_000 }).toBe(true)
    site.kill()
    await site.ended
  }
  const last = startSite({ PORT: String(await aPort()), DATA_DIR: data, DEMO: '0', LOG_LEVEL: 'warn' })
  await last.ready
  last.kill('SIGTERM')
  expect(await last.ended).toBe(0)
  expect((await readdir(join(data, 'postgres'))).filter((entry) => entry.startsWith('data.'))).toEqual([])
  await (await startEmbedded(data)).stop()
}, 120_000)
