import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { freshDatabase } from '../testing/template.ts'
import { type Cell, copyRows } from './copy.ts'
import { connect, type Db, inTransaction } from './database.ts'
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
  (await sql<{ n: number }>`select n, t, b, j::text, "is" from copied order by n`.execute(db)).rows

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
