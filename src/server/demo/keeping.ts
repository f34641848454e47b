import { sql } from 'kysely'
import { connect, type Db, inTransaction, type Tx } from '../db/database.ts'
import { removeFiles } from '../features/evidence/removal.ts'
import { storageKey } from '../features/evidence/storage-keys.ts'
import type { Services } from '../services/services.ts'
import { DEMO_SCHOOL } from './people.ts'
import { demoOf, mark } from './standing.ts'
import { playDemo } from './story.ts'

/** Tables that belong to the installation and not to any school: they are there before the demo and stay. */
const NOT_OF_SCHOOLS = [
  'codes',
  'place_facts',
  'installation',
  'privacy_notices',
  'secret_keys',
  'seal_certificates',
  'checkpoint_keys',
  'kysely_migration',
  'kysely_migration_lock',
]
/** The bit of `pg_trigger.tgtype` of what comes before a table is emptied. */
const FOR_TRUNCATE = 32

/**
 * Leaves the database at `ownerUrl` with the whole demo school or without any of it, wherever an earlier start was broken
 * off: what was begun is removed, and made anew where it is wanted and no school is there. Instances that start together
 * take turns.
 */
export async function keepDemo(
  ownerUrl: string,
  services: Services,
  wanted: boolean,
  told?: AbortSignal,
): Promise<void> {
  const owner = connect({ url: ownerUrl, poolSize: 2 })
  try {
    await owner.connection().execute(async (turn) => {
      await sql`select pg_advisory_lock(7262027)`.execute(turn)
      if ((await demoOf(turn)) === 'begun') await removeBegun(owner, services.files)
      if (wanted && !(await isInUse(turn))) {
        await mark(turn, 'begun')
        await playDemo(services, told)
        await mark(turn, 'whole')
      }
      await sql`select pg_advisory_unlock(7262027)`.execute(turn)
    })
  } finally {
    // A turn that failed ends with its connection, and with it the lock.
    await owner.destroy()
  }
}

/** A school is there, or an operator who is about to open one: no place for a story. */
async function isInUse(db: Db): Promise<boolean> {
  const school = await db.selectFrom('schools').select('id').limit(1).executeTakeFirst()
  const operator = await db
    .selectFrom('users')
    .where('portal', '=', 'platform')
    .where('schoolId', 'is', null)
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return Boolean(school ?? operator)
}

/** No instance serves before this, so nobody has used it; where another school is, nothing is touched. */
async function removeBegun(owner: Db, files: Services['files']) {
  const other = owner.selectFrom('schools').where('id', '<>', DEMO_SCHOOL.code).select('id').limit(1)
  if (await other.executeTakeFirst()) return
  const uploads = await owner.selectFrom('evidence').select(['schoolId as school', 'id']).execute()
  for (const key of uploads) await removeFiles(files, storageKey(key))
  await inTransaction(owner, async (tx) => {
    const { rows } = await sql<{ tablename: string }>`
      select tablename from pg_tables where schemaname = 'public' and not tablename = any(${NOT_OF_SCHOOLS})`.execute(
      tx,
    )
    await unguarded(tx, () =>
      sql`truncate ${sql.join(rows.map(({ tablename }) => sql.table(tablename)))}`.execute(tx),
    )
    await mark(tx, 'none')
  })
}

/** What is never emptied (decision 73) is, of a story that nobody has read: the guards are put aside for this, and put back. */
async function unguarded(tx: Tx, empty: () => Promise<unknown>): Promise<void> {
  const { rows: guards } = await sql<{ tablename: string; guard: string }>`
    select c.relname as tablename, t.tgname as guard from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = 'public'::regnamespace and not t.tgisinternal and t.tgtype & ${sql.lit(FOR_TRUNCATE)} <> 0`.execute(
    tx,
  )
  const turnAll = async (turn: 'disable' | 'enable') => {
    for (const { tablename, guard } of guards)
      await sql`alter table ${sql.table(tablename)} ${sql.raw(turn)} trigger ${sql.id(guard)}`.execute(tx)
  }
  await turnAll('disable')
  await empty()
  await turnAll('enable')
}
