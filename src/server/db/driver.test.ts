import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { freshDatabase } from '../testing/template.ts'
import { type Cell, copyRows } from './copy.ts'
import { connect, type Db, inTransaction, together } from './database.ts'
import type { PipelinedConnection } from './driver.ts'
import { prepared, type Slots } from './prepared.ts'
import { DatabaseUnavailable } from './unavailable.ts'

let database: Awaited<ReturnType<typeof freshDatabase>>
let db: Db
beforeAll(async () => {
  database = await freshDatabase(inject('clusterUrl'))
  db = connect({ url: database.url, poolSize: 1 })
  await sql`create table copied (n integer primary key, t text, b bytea, j jsonb, "is" boolean)`.execute(db)
})
beforeEach(() => sql`truncate copied`.execute(db))
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

const copy = (rows: readonly (readonly Cell[])[]) =>
  inTransaction(db, (tx) => copyRows(tx, 'copied', ['n', 't', 'b', 'j', '"is"'], rows))
const kept = async () =>
  (
    await sql<{ n: number; t: string | null }>`select n, t, b, j::text, "is" from copied order by n`.execute(
      db,
    )
  ).rows

const text = fc.oneof(
  fc.constantFrom('', '\\N', '\\.', 'NULL', '\t', '\r\n', '\\\\x00', '签约\u2028𠮷'),
  fc.string({ unit: 'grapheme' }).filter((one) => !one.includes('\0')),
)
const bytes = fc.uint8Array().map((array) => Buffer.from(array))

test('what is copied is read back as it was, whatever it is', () =>
  fc.assert(
    fc
      .asyncProperty(
        fc.array(fc.tuple(fc.option(text), fc.option(bytes), fc.option(fc.boolean())), { minLength: 1 }),
        async (values) => {
          await copy(values.map(([t, b, is], n) => [n, t, b, JSON.stringify({}), is]))
          expect(await kept()).toEqual(values.map(([t, b, is], n) => ({ n, t, b, j: '{}', is })))
        },
      )
      .beforeEach(async () => void (await sql`truncate copied`.execute(db))),
    { numRuns: 40, seed: 20261127 },
  ))

test('what a constraint refuses is said as of any statement, nothing of it stays, and the connection goes on', async () => {
  const row = [1, 'a', null, null, null]
  await expect(copy([row, row])).rejects.toMatchObject({ constraint: 'copied_pkey', severity: 'ERROR' })
  expect(await kept()).toEqual([])
  await copy([row])
  expect(await kept()).toHaveLength(1)
})

test('a table that is not there is said, and a connection that is lost', async () => {
  await expect(inTransaction(db, (tx) => copyRows(tx, 'nothing', ['n'], [[1]]))).rejects.toThrow('nothing')
  const lost = inTransaction(db, async (tx) => {
    await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx).catch(() => {})
    await copyRows(tx, 'copied', ['n'], [[1]])
  })
  await expect(lost).rejects.toThrow(DatabaseUnavailable)
  expect(await kept()).toEqual([])
})

test('a server that writes days another way is read all the same', async () => {
  await sql`alter role current_user in database ${sql.id(new URL(database.url).pathname.slice(1))} set datestyle = 'SQL, DMY'`.execute(
    db,
  )
  const other = connect({ url: database.url, poolSize: 1 })
  try {
    const { rows } = await sql<{ day: string; at: Date }>`
      select date '2026-06-01' as day, timestamptz '2026-06-01T00:00:00+08:00' as at`.execute(other)
    expect(rows).toEqual([{ day: '2026-06-01', at: new Date('2026-05-31T16:00:00Z') }])
  } finally {
    await other.destroy()
  }
})

const add = (on: Db, n: number) => sql`insert into copied (n) values (${n})`.execute(on)
const numbers = async () => (await kept()).map(({ n }) => n)

test('statements begun at once are one trip, in their order, and BEGIN goes with the first', async () => {
  const trips: string[] = []
  const told = connect({ url: database.url, poolSize: 1 }, ({ sql: text }, _ms, opensTrip) => {
    if (opensTrip) trips.push('')
    trips[trips.length - 1] += `${text.split(' ')[0]} `
  })
  await inTransaction(
    told,
    async (tx) => {
      await sql`select 1`.execute(tx)
      await together(add(tx, 1), sql`update copied set n = n + 1`.execute(tx), add(tx, 1))
    },
    () => addLast({ n: 3 }),
  )
  await told.destroy()
  // Each is told once it is over: those of a trip behind the one that opened it.
  expect(trips).toEqual(['begin select ', 'insert update insert ', 'insert commit '])
  expect(await numbers()).toEqual([1, 2, 3])
})

const addLast = prepared((_, { n }: Slots<{ n: number }>) => sql`insert into copied (n) values (${n})`)

test('of a last statement that fails the failure is told, and nothing was done', async () => {
  await add(db, 1)
  const refused = inTransaction(
    db,
    (tx) => add(tx, 2),
    () => addLast({ n: 1 }),
  )
  await expect(refused).rejects.toMatchObject({ code: '23505' })
  expect(await numbers()).toEqual([1])
})

test('nothing goes on behind a rollback: what was begun with a failure is over before, and what begins later is refused', async () => {
  let later = (): Promise<unknown> => Promise.resolve()
  const failing = inTransaction(db, async (tx) => {
    later = () => add(tx, 9)
    const inTwoSteps = async () => {
      await add(tx, 1)
      await sql`select pg_sleep(0.05)`.execute(tx)
      await add(tx, 2)
    }
    await together(Promise.reject(new Error('refused')), inTwoSteps())
  })
  await expect(failing).rejects.toThrow('refused')
  await expect(later()).rejects.toThrow('this transaction is over')
  expect(await numbers()).toEqual([])
})

test('where BEGIN fails, no change that was begun behind it stays', async () => {
  const failing = db.getExecutor().provideConnection(async (connection) => {
    const { begin } = connection as PipelinedConnection
    // PostgreSQL knows no such level.
    const begun = begin.call(connection, { isolationLevel: 'snapshot' })
    const change = connection.executeQuery(addLast({ n: 1 }))
    const read = connection.executeQuery(sql`select 1`.compile(db))
    const ended = await Promise.allSettled([begun, change, read])
    await (connection as PipelinedConnection).rollback()
    return ended.map(({ status }) => status)
  })
  expect(await failing).toEqual(['rejected', 'rejected', 'fulfilled'])
  expect(await numbers()).toEqual([])
})

test('a copy waits for what was begun in front of it, and what is begun behind it for the copy', async () => {
  await inTransaction(db, (tx) => {
    const before = add(tx, 1)
    const copied = copyRows(tx, 'copied', ['n'], [[2], [3]])
    const after = sql`update copied set t = 'seen'`.execute(tx)
    return together(before, copied, after)
  })
  expect((await kept()).map(({ t }) => t)).toEqual(['seen', 'seen', 'seen'])
})
