import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import pg from 'pg'
import { to } from 'pg-copy-streams'
import { BACKUP_LOCK } from '../db/backup-lock.ts'
import { MIGRATION_NAMES } from '../db/migrate.ts'
import { OperatorError } from '../db/operator-error.ts'
import type { Files } from '../services/files.ts'
import { VERSION } from '../services/version.ts'
import { type Writer, writeArchive } from './archive.ts'
import { FORMS, listSequences, listTables } from './catalogue.ts'
import { ABOUT, type About, CONTENTS, type Contents, nameOf } from './format.ts'
import { storedFiles } from './stored-files.ts'

export type Making = {
  /** Of the database, as its owner. */
  readonly databaseUrl: string
  readonly files: Pick<Files, 'read' | 'has'>
  /** Where it goes; nothing may be there. */
  readonly path: string
  readonly now: () => Date
}

/** In bytes: so much of a table is in memory at once. */
const PIECE = 1024 * 1024
/** A store in a network answers late, and each file is small. */
const FILES_AT_ONCE = 8

/**
 * Writes the whole of a site as it is at one instant to one file, while people work: every row, the jobs that wait, and every file
 * that a row names. Nobody's act waits for it; files are removed again once it is done (`unlessBackedUp`). Throws an OperatorError
 * where the database is not this version's.
 */
export async function makeBackup({ databaseUrl, files, path, now }: Making): Promise<About & Contents> {
  const client = new pg.Client({ connectionString: databaseUrl })
  client.on('error', () => {})
  await client.connect()
  const part = `${path}.part`
  try {
    await client.query(`select pg_advisory_lock(${BACKUP_LOCK})`)
    await rm(part, { force: true })
    // Whatever was acknowledged before this is in it.
    const at = now()
    await client.query('begin isolation level repeatable read read only')
    await client.query(
      `${FORMS}; set local idle_in_transaction_session_timeout = 0; set local statement_timeout = 0`,
    )
    const about = await aboutOf(client, at)
    let made: Contents | undefined
    await writeArchive(part, async (archive) => {
      await archive.add(ABOUT, jsonOf(about))
      made = await addAll(client, files, about.tables, archive)
      await archive.add(CONTENTS, jsonOf(made))
    })
    await rename(part, path)
    await settle(dirname(path))
    return { ...about, ...made! }
  } catch (error) {
    await rm(part, { force: true })
    throw error
  } finally {
    await client.end()
  }
}

const jsonOf = (value: object) => Buffer.from(JSON.stringify(value, null, 1))

async function aboutOf(client: pg.Client, at: Date): Promise<About> {
  const { rows: there } = await client.query<{ migrated: boolean }>(
    `select to_regclass('public.kysely_migration') is not null and to_regnamespace('pgboss') is not null as migrated`,
  )
  const { rows } = there[0]!.migrated
    ? await client.query<{ name: string }>('select name from kysely_migration order by name')
    : { rows: [] }
  const migrations = rows.map(({ name }) => name)
  if (migrations.join() !== MIGRATION_NAMES.join())
    throw new OperatorError(
      '这个数据库不是由本版本的程序运行的：请用正在运行它的版本备份，或先用本版本启动一次。',
      'The database is not of this version of the product: make the back-up with the version that runs it, or start this one first.',
    )
  const { rows: keys } = await client.query<{ value: string }>(
    `select encode(check_value, 'hex') as value from secret_keys order by id desc limit 1`,
  )
  return {
    format: 1,
    version: VERSION,
    id: randomUUID(),
    at: at.toISOString(),
    migrations,
    tables: await listTables(client),
    secret: keys[0]?.value ?? '',
  }
}

/** What waits or was begun is done where it is restored; what the clock starts, it starts there too. */
const JOBS = `
  select id, name, data, start_after from pgboss.job
  where state in ('created', 'retry', 'active') and policy = 'standard'`

async function addAll(
  client: pg.Client,
  files: Making['files'],
  tables: About['tables'],
  archive: Writer,
): Promise<Contents> {
  const rows: Record<string, number> = {}
  for (const { name, columns } of tables) {
    const chosen = columns.map((column) => pg.escapeIdentifier(column)).join(', ')
    const table = pg.escapeIdentifier(name)
    rows[name] = await addRows(client, archive, `select ${chosen} from public.${table}`, (nth) =>
      nameOf.piece(name, nth),
    )
  }
  const jobs = await addRows(client, archive, JOBS, nameOf.jobs)
  const stored = await addFiles(client, files, archive)
  return { rows, jobs, ...stored, sequences: await listSequences(client) }
}

/** Answers how many rows there were. */
async function addRows(
  client: pg.Client,
  archive: Writer,
  query: string,
  nameOfPiece: (nth: number) => string,
): Promise<number> {
  const rows = client.query(to(`copy (${query}) to stdout`))
  let nth = 0
  for await (const piece of inPieces(rows)) await archive.add(nameOfPiece(++nth), piece)
  return rows.rowCount
}

async function* inPieces(bytes: Readable): AsyncGenerator<Buffer> {
  let gathered: Buffer[] = []
  let size = 0
  for await (const some of bytes as AsyncIterable<Buffer>) {
    gathered.push(some)
    size += some.length
    if (size < PIECE) continue
    yield Buffer.concat(gathered)
    gathered = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(gathered)
}

/** A row whose file is not there is a fault of the store: it is named, and the rest is kept. */
async function addFiles(client: pg.Client, files: Making['files'], archive: Writer) {
  const missing: string[] = []
  let added = 0
  const add = async (keys: readonly string[]) => {
    const read = await Promise.all(keys.map((key) => bytesOf(files, key)))
    for (const [nth, bytes] of read.entries()) {
      const key = keys[nth]!
      if (!bytes) missing.push(key)
      else await archive.add(nameOf.file(key), bytes)
    }
    added += keys.length
  }
  let together: string[] = []
  for await (const key of storedFiles(client)) {
    together.push(key)
    if (together.length < FILES_AT_ONCE) continue
    await add(together)
    together = []
  }
  await add(together)
  return { files: added - missing.length, missing }
}

/** Null where the store does not have it; a store that cannot be read is no such answer. */
async function bytesOf(files: Making['files'], key: string): Promise<Buffer | null> {
  try {
    return await buffer(await files.read(key))
  } catch (error) {
    if (await files.has(key)) throw error
    return null
  }
}

/** The name is on the disk too. */
async function settle(folder: string) {
  const opened = await open(folder)
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}
