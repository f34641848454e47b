import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import pg from 'pg'
import { fromKysely, PgBoss } from 'pg-boss'
import { copyText } from '../db/copy.ts'
import { connect, type Db, inTransaction, type Tx } from '../db/database.ts'
import { type JournalFault, verifyJournal } from '../db/journal.ts'
import { MIGRATION_NAMES, makeTablesOf, migrate } from '../db/migrate.ts'
import { OperatorError } from '../db/operator-error.ts'
import { isBeingRestored, RESTORATION } from '../db/restoration-mark.ts'
import { type TreeFault, verifyTree } from '../features/transparency/verify-tree.ts'
import type { Files } from '../services/files.ts'
import { KEY_FILE } from '../services/sealing/key-file.ts'
import { checkValueOf } from '../services/secrets.ts'
import { type Entry, readArchive } from './archive.ts'
import { FORMS } from './catalogue.ts'
import { type About, type Contents, kindOf } from './format.ts'
import { type Keys, placeKey } from './keys-file.ts'
import { verifyArchive } from './reading.ts'
import { withoutRules } from './rules.ts'

export type Restoring = {
  /** Of the database, as its owner. */
  readonly databaseUrl: string
  readonly files: Pick<Files, 'write'>
  readonly path: string
  readonly dataDir: string
  /** SECRET, where it is set. */
  readonly secret?: string | undefined
  /** What stands in the file of keys; null where there is none. */
  readonly keys: Keys | null
}
export type Restored = About &
  Contents & {
    readonly lines: number
    readonly faults: readonly JournalFault[]
    readonly fault: TreeFault | null
  }

/** Of this product: one restoration at a time. */
const LOCK = 7_262_028
const FILES_AT_ONCE = 8
const JOBS_AT_ONCE = 1000

/**
 * Brings the whole of a site from a file to an empty place, and reads its journal through. Changes nothing before it has read all of the
 * file. From then on a mark in the database keeps the site from starting, until all is done; broken off anywhere, it is run again
 * with the same file. Throws an OperatorError where the file, its secret or the place is not right.
 */
export async function restoreBackup(of: Restoring): Promise<Restored> {
  const held = await verifyArchive(of.path)
  refuseUnlessOurs(held)
  const secret = await secretFor(of, held)
  const db = connect({ url: of.databaseUrl, poolSize: 3 })
  try {
    return await db.connection().execute(async (turn) => {
      await takeTurn(turn)
      if (!(await isLoaded(db, held))) {
        await mark(db, held)
        if (of.secret === undefined) await placeKey(of.dataDir, 'secret', `${secret}\n`)
        if (of.keys?.sealKey) await placeKey(of.dataDir, KEY_FILE, of.keys.sealKey)
        await db.transaction().execute((tx) => load(tx, of, held))
      }
      await migrate(of.databaseUrl, { restoring: true })
      await sql`analyze`.execute(db)
      const { lines, faults } = await verifyJournal(db)
      const { fault } = await verifyTree(db)
      await finish(of.databaseUrl, db)
      return { ...held, lines, faults, fault }
    })
  } finally {
    await db.destroy()
  }
}

function refuseUnlessOurs({ migrations, version }: About) {
  if (MIGRATION_NAMES.slice(0, migrations.length).join() !== migrations.join())
    throw new OperatorError(
      `这份备份由更新的版本（${version}）生成：请用那个版本或更新的版本恢复。`,
      `The back-up was made by a later version (${version}): restore it with that one or a later one.`,
    )
}

/** The one that opens what the back-up holds: SECRET, what DATA_DIR has already, or the file of keys. */
async function secretFor({ secret, keys, dataDir }: Restoring, held: About): Promise<string> {
  const kept = await readFile(join(dataDir, 'secret'), 'utf8').catch(() => undefined)
  const found = secret ?? kept?.trim() ?? keys?.secret
  if (found !== undefined && held.secret === checkValueOf(found).toString('hex')) return found
  throw new OperatorError(
    found === undefined
      ? '缺少密钥：请把备份的密钥文件放在备份旁边（<备份文件>.keys），或设置 SECRET。'
      : '密钥与这份备份不符：没有备份时的密钥就无法读取其中的个人信息。',
    found === undefined
      ? 'There is no secret: put the keys of the back-up beside it (<file>.keys), or set SECRET.'
      : 'The secret is not that of this back-up: without the one it was made with its personal data cannot be read.',
  )
}

async function takeTurn(turn: Db): Promise<void> {
  const { rows } = await sql<{ ours: boolean }>`select pg_try_advisory_lock(${LOCK}) as ours`.execute(turn)
  if (!rows[0]!.ours)
    throw new OperatorError('另一个恢复正在进行。', 'Another restoration into this database is under way.')
}

/** Says of which back-up the place is from now on. */
const mark = (db: Db, { id }: About) =>
  sql`
    create schema if not exists ${sql.id(RESTORATION)};
    comment on schema ${sql.id(RESTORATION)} is ${sql.lit(id)}`.execute(db)

/** Whether only the end is left to do. Refuses a database that has anything of its own, or of another back-up. */
async function isLoaded(db: Db, { id }: About): Promise<boolean> {
  if (await isBeingRestored(db)) {
    const { rows } = await sql<{ of: string | null; loaded: boolean }>`
      select obj_description(${RESTORATION}::regnamespace, 'pg_namespace') as "of",
        to_regclass(${`${RESTORATION}.jobs`}) is not null as loaded`.execute(db)
    if (rows[0]!.loaded && rows[0]!.of === id) return true
  }
  await refuseUnlessEmpty(db)
  return false
}

/** Files need no look: each has a name of its own for ever, so one that is there already is the same or nobody's. */
async function refuseUnlessEmpty(db: Db): Promise<void> {
  const { rows } = await sql<{ used: boolean }>`
    select to_regnamespace('pgboss') is not null or exists (
      select from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S', 'f')
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')) as used`.execute(
    db,
  )
  if (rows[0]!.used)
    throw new OperatorError(
      '只能恢复到空的数据库，而这个数据库中已有内容：请换一个 DATA_DIR 或 DATABASE_URL。',
      'A back-up is restored to an empty database, and this one has tables: name another DATA_DIR or DATABASE_URL.',
    )
}

/** In one transaction: whatever breaks it off, the database is as empty as before. */
async function load(tx: Tx, { path, files }: Restoring, held: About & Contents): Promise<void> {
  await sql
    .raw(`${FORMS}; set local idle_in_transaction_session_timeout = 0; set local statement_timeout = 0`)
    .execute(tx)
  await makeTablesOf(tx, held.migrations.at(-1)!)
  await sql
    .raw(`create table ${RESTORATION}.jobs (id uuid, name text, data jsonb, start_after timestamptz)`)
    .execute(tx)
  await withoutRules(tx, async () => {
    await sql`truncate ${sql.join(held.tables.map(({ name }) => sql.id('public', name)))}`.execute(tx)
    await putAll(tx, path, files, held.tables)
  })
  for (const { name, value } of held.sequences)
    await sql`
      select setval(format('public.%I', ${name}::text)::regclass, ${value ?? '1'}::bigint, ${value !== null})`.execute(
      tx,
    )
}

async function putAll(
  tx: Tx,
  path: string,
  files: Restoring['files'],
  tables: About['tables'],
): Promise<void> {
  const columnsOf = new Map(tables.map(({ name, columns }) => [name, columns]))
  let together: { readonly key: string; readonly bytes: Buffer }[] = []
  const writeTogether = async () => {
    await Promise.all(together.map(({ key, bytes }) => files.write(key, Readable.from([bytes]))))
    together = []
  }
  for await (const { kind, of, bytes } of runsOf(readArchive(path))) {
    if (kind === 'piece') {
      const columns = columnsOf.get(of)!.map((column) => pg.escapeIdentifier(column))
      await copyText(tx, `public.${pg.escapeIdentifier(of)}`, columns, bytes)
    } else if (kind === 'jobs')
      await copyText(tx, `${RESTORATION}.jobs`, ['id', 'name', 'data', 'start_after'], bytes)
    else {
      together.push({ key: of, bytes: await buffer(bytes) })
      if (together.length === FILES_AT_ONCE) await writeTogether()
    }
  }
  await writeTogether()
}

type Run = NonNullable<ReturnType<typeof kindOf>> & { readonly bytes: AsyncIterable<Uint8Array> }

/** Entries of one table that follow each other are one; each is read to its end before the next. */
async function* runsOf(entries: AsyncGenerator<Entry>): AsyncGenerator<Run> {
  let next: Entry | undefined
  const advance = async () => {
    const { value, done } = await entries.next()
    next = done ? undefined : value
  }
  async function* bytesOf({ kind, of }: NonNullable<ReturnType<typeof kindOf>>) {
    for (let now = kindOf(next!.name); next && now?.kind === kind && now.of === of; ) {
      yield* next.bytes
      await advance()
      now = next ? kindOf(next.name) : null
    }
  }
  for (await advance(); next; ) {
    const found = kindOf(next.name)
    if (found) yield { ...found, bytes: bytesOf(found) }
    else {
      for await (const _ of next.bytes);
      await advance()
    }
  }
}

/** The jobs wait in their queues, and the mark is gone: both or neither. */
async function finish(databaseUrl: string, db: Db): Promise<void> {
  const boss = new PgBoss({
    ...{ connectionString: databaseUrl, max: 1, migrate: false },
    ...{ supervise: false, schedule: false, registerInstance: false },
  })
  const faults: Error[] = []
  boss.on('error', (error) => faults.push(error))
  await boss.start()
  try {
    await inTransaction(db, async (tx) => {
      for (;;) {
        const { rows } = await sql<{ id: string; name: string; data: object; startAfter: Date }>`
          delete from ${sql.id(RESTORATION, 'jobs')} where ctid = any (array(
            select j.ctid from ${sql.id(RESTORATION, 'jobs')} j limit ${JOBS_AT_ONCE}))
          returning id, name, data, start_after`.execute(tx)
        if (rows.length === 0) break
        for (const [name, jobs] of Map.groupBy(rows, (job) => job.name))
          await boss.insert(
            name,
            jobs.map(({ name: _, ...job }) => job),
            {
              db: fromKysely(tx.withoutPlugins()),
            },
          )
      }
      await sql`drop schema ${sql.id(RESTORATION)} cascade`.execute(tx)
    })
  } finally {
    await boss.stop({ graceful: false })
  }
  if (faults[0]) throw faults[0]
}
