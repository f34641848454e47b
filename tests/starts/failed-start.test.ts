import { once } from 'node:events'
import { access, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, inject, onTestFinished, test } from 'vitest'
import { freshDatabase } from '../../src/server/testing/template.ts'
import { aPort, SECRET, serverOf, startSite } from './process.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qianyue-failed-start-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Starts with this, which must not work: what it said is a sentence in each language and nothing else. */
async function failWith(env: Readonly<Record<string, string>>): Promise<string> {
  const site = startSite({
    DATA_DIR: folder,
    DEMO: '0',
    PORT: String(await aPort()),
    LOG_LEVEL: 'error',
    ...env,
  })
  expect(await site.ended).toBe(1)
  expect(site.said.out).toBe('')
  expect(site.said.err).not.toMatch(/^\s+at /m)
  const [zh, en, ...rest] = site.said.err.trimEnd().split('\n')
  expect(zh).toMatch(/\p{Script=Han}.*。$/u)
  expect(en).toMatch(/^[\p{ASCII}]+\.$/u)
  expect(rest).toEqual([])
  return en!
}

test('a busy port: said at once, and no PostgreSQL is left behind', async () => {
  const busy = createServer().listen(0, '127.0.0.1')
  await once(busy, 'listening')
  onTestFinished(() => void busy.close())
  const PORT = String((busy.address() as { port: number }).port)
  expect(await failWith({ PORT })).toContain(`Port ${PORT} is in use`)
  expect(await serverOf(folder)).toBeNull()
}, 60_000)

test('what fails after the database has started stops it again', async () => {
  // The secret is read once the database is up.
  await writeFile(join(folder, 'secret'), 'short\n')
  expect(await failWith({})).toContain('is damaged')
  await access(join(folder, 'postgres/data'))
  expect(await serverOf(folder)).toBeNull()
}, 60_000)

test('a data folder of another major version of PostgreSQL: what to do with it, and it stays as it is', async () => {
  const cluster = join(folder, 'postgres/data')
  await mkdir(cluster, { recursive: true })
  await writeFile(join(cluster, 'PG_VERSION'), '16\n')
  await writeFile(join(folder, 'database.json'), JSON.stringify({ password: 'x', port: 5432 }))
  const said = await failWith({})
  expect(said).toMatch(/was made by PostgreSQL 16, and this version brings PostgreSQL \d\d/)
  expect(said).toContain('npm run restore')
  expect(await readdir(cluster)).toEqual(['PG_VERSION'])
}, 60_000)

test('a database that cannot be reached, is not there, or does not let us in', async () => {
  const port = await aPort()
  const url = new URL(inject('clusterUrl'))
  expect(await failWith({ DATABASE_URL: `postgres://q:hunter2@127.0.0.1:${port}/q` })).toContain(
    `The database at 127.0.0.1:${port} cannot be reached`,
  )
  url.pathname = '/not_there'
  expect(await failWith({ DATABASE_URL: url.href })).toContain('does not exist')
  url.password = 'hunter2'
  expect(await failWith({ DATABASE_URL: url.href })).toContain('user or password')
}, 60_000)

test('a folder that is none, or that nobody may write to', async () => {
  await writeFile(join(folder, 'file'), '')
  expect(await failWith({ DATA_DIR: join(folder, 'file') })).toContain('cannot be a folder')
  expect(await failWith({ DATA_DIR: join(folder, 'file', 'data') })).toContain('cannot be a folder')
  // Not even root makes a folder here.
  if (process.platform === 'linux')
    expect(await failWith({ DATA_DIR: '/sys/qianyue' })).toContain('cannot be written to')
}, 60_000)

test('a wrong environment: every mistake in both languages', async () => {
  const site = startSite({ DATA_DIR: folder, BASE_URL: 'https://school.example/sign', PORT: 'many' })
  expect(await site.ended).toBe(1)
  expect(site.said.err.split('\n')).toEqual([
    '配置不可用，请改正以下环境变量：',
    '  - PORT 须为 1 到 65535 的整数',
    '  - BASE_URL 须为不带路径的 http 或 https 地址，如 https://sign.example.edu.cn',
    'The configuration is not usable; correct these environment variables:',
    '  - PORT must be a whole number from 1 to 65535',
    '  - BASE_URL must be an http or https address without a path, like https://sign.example.edu.cn',
    '',
  ])
}, 60_000)

test('another SECRET than the one that sealed the personal data', async () => {
  const database = await freshDatabase(inject('clusterUrl'))
  onTestFinished(() => database.drop())
  const PORT = String(await aPort())
  const first = startSite({ PORT, DATABASE_URL: database.url, DATA_DIR: folder, SECRET, LOG_LEVEL: 'warn' })
  await first.ready
  // A second instance beside it: seen by nobody before.
  const SAME = { DATABASE_URL: database.url, SECRET: `${SECRET}, another` }
  expect(await failWith(SAME)).toContain("is not the one that sealed this database's personal data")
  expect((await fetch(`http://127.0.0.1:${PORT}/readyz`)).status).toBe(200)
}, 60_000)

test('a database that a later version has upgraded', async () => {
  const database = await freshDatabase(inject('clusterUrl'))
  onTestFinished(() => database.drop())
  const later = new pg.Client({ connectionString: database.url })
  await later.connect()
  await later.query(`insert into kysely_migration values ('9999-later', now()::text)`)
  await later.end()
  const said = await failWith({ DATABASE_URL: database.url, SECRET })
  expect(said).toContain('A later version of Qianyue has upgraded this database')
}, 60_000)
