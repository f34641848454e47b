import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEmbedded } from './embedded.ts'
import { watchOver } from './watching.ts'

let folder: string
let applications: ChildProcess[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qianyue-embedded-'))
  applications = []
})

afterEach(async () => {
  for (const application of applications) await kill(application)
  const last = await startEmbedded(folder, { durable: false })
  await last.stop()
  await rm(await realpath(join(folder, 'postgres')), { recursive: true, force: true })
  await rm(folder, { recursive: true, force: true })
})

test('makes a database that only its owner can open, speaks UTF-8 and stops', async () => {
  const { url, stop } = await startEmbedded(folder, { durable: false })

  expect(await answer(url, `select upper('é签约') as word`)).toEqual({ word: 'É签约' })
  await expect(answer(url.replace(/:[^:@]+@/, ':guess@'), 'select 1')).rejects.toThrow(/password/)
  expect((await stat(join(folder, 'database.json'))).mode & 0o777).toBe(0o600)
  await stop()
  await expect(answer(url, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
})

test('takes over the server of an application that was killed', async () => {
  const { url, application } = await startApplication()
  const before = await serverProcess()
  await kill(application)

  const second = await startEmbedded(folder, { durable: false })

  expect(second.url).toBe(url)
  expect(await serverProcess()).toBe(before)
  await second.stop()
  await expect(answer(url, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
})

test('recovers what was committed when the server itself is killed', async () => {
  const first = await startEmbedded(folder)
  await answer(first.url, 'create table kept as select 42 as number')
  process.kill(await serverProcess(), 'SIGKILL')

  const second = await startEmbedded(folder)

  expect(await answer(second.url, 'select number from kept')).toEqual({ number: 42 })
  await Promise.all([first.stop(), second.stop()])
})

test('starts when the number of the killed server is another process by now', async () => {
  const first = await startEmbedded(folder, { durable: false })
  await first.stop()
  const cluster = await realpath(join(folder, 'postgres', 'data'))
  await writeFile(
    join(cluster, 'postmaster.pid'),
    `${process.pid}\n${cluster}\n1\n5432\n\n127.0.0.1\n0 0\nready\n`,
  )

  const second = await startEmbedded(folder, { durable: false })

  expect(await answer(second.url, 'select 1 as one')).toEqual({ one: 1 })
  await second.stop()
})

test('two applications that start at once share one server, which stays until the last one stops', async () => {
  const [first, second] = await Promise.all([startApplication(), startApplication()])
  expect(second.url).toBe(first.url)

  first.application.kill('SIGTERM')
  await once(first.application, 'exit')
  expect(await answer(second.url, 'select 1 as one')).toEqual({ one: 1 })

  second.application.kill('SIGTERM')
  await once(second.application, 'exit')
  await expect(answer(second.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
})

test('sees Chinese as letters, sorts by code point, and lends its letters to pg_trgm', async () => {
  const { url, stop } = await startEmbedded(folder, { durable: false })
  await answer(url, 'create extension pg_trgm')
  const { trigrams } = (await answer(url, `select show_trgm('签约协议') as trigrams`)) as {
    trigrams: string[]
  }
  expect(trigrams).toHaveLength(5)
  const sorted = `select string_agg(x, '' order by x) as sorted from unnest(array['b', 'A', 'é', '签', 'Z', 'a']) x`
  expect(await answer(url, sorted)).toEqual({ sorted: 'AZabé签' })
  await stop()
})

test('a folder whose database was made with ctype C sees Chinese from its next start on, and keeps what it has', async () => {
  const first = await startEmbedded(folder, { durable: false })
  await answer(first.url, `create table kept as select '签约' as word`)
  await answer(first.url, 'create extension pg_trgm')
  // As every version before this one made it.
  await answer(first.url, `update pg_database set datctype = 'C' where datname = 'qianyue'`)
  expect(await answer(first.url, `select cardinality(show_trgm('签约协议')) as seen`)).toEqual({ seen: 0 })
  await first.stop()

  const second = await startEmbedded(folder, { durable: false })
  expect(await answer(second.url, `select cardinality(show_trgm('签约协议')) as seen`)).toEqual({ seen: 5 })
  expect(await answer(second.url, 'select word from kept')).toEqual({ word: '签约' })
  await second.stop()
})

test('a server that dies is started again at the same address, and one that was told to stop is not', async () => {
  const database = await startEmbedded(folder, { durable: false })
  const heard: string[] = []
  const end = watchOver(database, {
    onDeath: () => heard.push('died'),
    onRevived: () => heard.push('revived'),
    onFault: (fault) => heard.push(String(fault)),
  })
  process.kill(await serverProcess(), 'SIGKILL')
  await expect.poll(() => heard, { timeout: 20_000 }).toEqual(['died', 'revived'])
  expect(await answer(database.url, 'select 1 as one')).toEqual({ one: 1 })
  await end()
  await database.stop()
  expect(heard).toEqual(['died', 'revived'])
  expect(await database.isRunning()).toBe(false)
})

/** Another process that uses the database until it is told to stop. */
async function startApplication() {
  const program = `
    const { startEmbedded } = await import(${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)})
    const database = await startEmbedded(${JSON.stringify(folder)}, { durable: false })
    process.once('SIGTERM', () => database.stop().then(() => process.exit()))
    setInterval(() => {}, 60_000)
    console.log(database.url)`
  const application = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  applications.push(application)
  const [url] = await once(application.stdout, 'data')
  return { application, url: String(url).trim() }
}

async function kill(application: ChildProcess) {
  if (application.exitCode !== null || application.signalCode !== null) return
  application.kill('SIGKILL')
  await once(application, 'exit')
}

const serverProcess = async () =>
  Number.parseInt(await readFile(join(folder, 'postgres', 'data', 'postmaster.pid'), 'utf8'), 10)

async function answer(url: string, query: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(query)).rows[0]
  } finally {
    await client.end()
  }
}
