import { copyFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { removeEvidence } from '../../src/contracts/evidence.ts'
import { readKeys, writeKeys } from '../../src/server/backup/keys-file.ts'
import { makeBackup } from '../../src/server/backup/making.ts'
import { type Restoring, restoreBackup } from '../../src/server/backup/restoring.ts'
import { connect, type Db } from '../../src/server/db/database.ts'
import { verifyJournal } from '../../src/server/db/journal.ts'
import { migrate } from '../../src/server/db/migrate.ts'
import { sealDocument } from '../../src/server/features/documents/sealing.ts'
import { removeUnused } from '../../src/server/features/evidence/removal.ts'
import { type Files, openFiles } from '../../src/server/services/files.ts'
import { checkValueOf } from '../../src/server/services/secrets.ts'
import { declare } from '../../src/server/testing/destination-forms.ts'
import { type Scenario, startScenario } from '../../src/server/testing/scenario.ts'
import { freshDatabase } from '../../src/server/testing/template.ts'
import { listContradictions } from '../races/contradictions.ts'

const SECRET = 'a secret for tests, thirty-two characters'
let s: Scenario
let school: string
let employer: Awaited<ReturnType<Scenario['employer']>>
let reviewer: Awaited<ReturnType<Scenario['staff']>>
let folder: string
beforeAll(async () => {
  s = await startScenario()
  folder = await mkdtemp(join(tmpdir(), 'qianyue-backup-'))
  school = await s.school()
  ;[employer, reviewer] = [await s.employer(school), await s.staff(school, 'school_reviewer')]
  // An introduced secret is what a start leaves.
  await sql`insert into secret_keys (id, check_value) values (1, ${checkValueOf(SECRET)})`.execute(s.owner)
  await declare(s, await s.student(school), '801')
  const { id } = await s.certify(await s.sign(employer, await s.student(school)), reviewer)
  await sealDocument(s.services, { school, kind: 'agreement', id, version: 2 })
})
afterAll(async () => {
  await s.stop()
  await rm(folder, { recursive: true, force: true })
})

let made = 0
const aPath = () => join(folder, `back-up-${++made}`)
const backUp = async (files: Pick<Files, 'read' | 'has'> = s.services.files) => {
  const path = aPath()
  return { path, held: await makeBackup({ databaseUrl: s.url, files, path, now: () => new Date() }) }
}

/** An empty database, whose owner may do no more than README asks for, and an empty folder. */
async function anEmptyPlace() {
  const database = await freshDatabase(inject('clusterUrl'), 'template1')
  const cluster = connect({ url: database.url, poolSize: 1 })
  const url = new URL(database.url)
  const name = url.pathname.slice(1)
  await sql
    .raw(`
      create role ${name} login createrole password 'of the place';
      grant qianyue_app to ${name};
      alter database ${name} owner to ${name}`)
    .execute(cluster)
  await cluster.destroy()
  ;[url.username, url.password] = [name, 'of the place']
  const dataDir = join(folder, name)
  const files = openFiles(join(dataDir, 'files'))
  const db = connect({ url: url.href, poolSize: 2 })
  onTestFinished(async () => {
    await db.destroy()
    await database.drop()
    await sql.raw(`drop role ${name}`).execute(s.owner)
  })
  const place = { databaseUrl: url.href, files, dataDir, secret: SECRET, keys: null }
  return {
    db,
    place,
    restore: (path: string, change: Partial<Restoring> = {}) => restoreBackup({ ...place, path, ...change }),
  }
}

/** Of each table how many rows and what they say; and how far each sequence has come. */
async function allOf(db: Db) {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'kysely%' order by 1`.execute(
    db,
  )
  const said: Record<string, unknown> = {}
  for (const { name } of tables) {
    const { rows } = await sql`
      select count(*) as rows, md5(string_agg(t::text, '|' order by t::text)) as said from ${sql.table(name)} t`.execute(
      db,
    )
    said[name] = rows[0]
  }
  const { rows: sequences } = await sql`
    select sequencename, last_value from pg_sequences where schemaname = 'public' order by 1`.execute(db)
  const { rows: rules } = await sql`
    select conrelid::regclass::text as on, conname as name, pg_get_constraintdef(oid) as said from pg_constraint
      where connamespace = 'public'::regnamespace
    union all
    select tgrelid::regclass::text, tgname, tgenabled::text from pg_trigger join pg_class c on c.oid = tgrelid
      where not tgisinternal and c.relnamespace = 'public'::regnamespace order by 1, 2, 3`.execute(db)
  const { rows: jobs } = await sql`
    select id, name, data, start_after from pgboss.job where state = 'created' and policy = 'standard' order by id`.execute(
    db,
  )
  return { said, sequences, rules, jobs }
}
const filesIn = async (of: string) =>
  (await readdir(of, { recursive: true, withFileTypes: true }))
    // Scenarios keep their key of seals there.
    .filter((entry) => entry.isFile() && entry.name !== 'seal-key.pem')
    .map((entry) => join(entry.parentPath, entry.name).slice(of.length))
    .sort()

test('all of a site comes back in another database, with its files, jobs, numbers and rules; and from there in a third, with the secret alone that it was made with', async () => {
  const { path, held } = await backUp()
  const { db, place, restore } = await anEmptyPlace()
  const restored = await restore(path)
  expect(restored).toMatchObject({ faults: [], fault: null, missing: [] })
  expect(restored.lines).toBeGreaterThan(5)
  const [before, after] = [await allOf(s.owner), await allOf(db)]
  expect(after).toEqual(before)
  expect(before.jobs.length).toBeGreaterThan(0)
  expect(await filesIn(join(place.dataDir, 'files'))).toEqual(await filesIn(s.folder))
  expect(held.files).toBeGreaterThan(1)

  const second = aPath()
  await makeBackup({ databaseUrl: place.databaseUrl, files: place.files, path: second, now: s.now })
  const third = await anEmptyPlace()
  await expect(third.restore(second, { secret: undefined })).rejects.toThrow('There is no secret')
  await expect(third.restore(second, { secret: `${SECRET}, another` })).rejects.toThrow(
    'not that of this back-up',
  )
  const kept = { secret: SECRET, known: held.secret, dataDir: folder }
  await expect(writeKeys(`${second}.keys`, { ...kept, secret: 'another one' })).rejects.toThrow(
    'no keys were written',
  )
  await writeFile(join(folder, 'seal-key.pem'), 'the key of seals')
  await writeKeys(`${second}.keys`, kept)
  await third.restore(second, { secret: undefined, keys: await readKeys(`${second}.keys`) })
  expect(await allOf(third.db)).toEqual(before)
  expect(await readFile(join(third.place.dataDir, 'secret'), 'utf8')).toBe(`${SECRET}\n`)
  expect(await readFile(join(third.place.dataDir, 'seal-key.pem'), 'utf8')).toBe('the key of seals')
  // What has tables is no empty place.
  await expect(restore(path)).rejects.toThrow('to an empty database')
}, 60_000)

test('what was acknowledged before its instant is in it, nothing is half in it, and a file that goes meanwhile is', async () => {
  const student = await s.student(school)
  const unused = await s.scan(student.first, school)
  const acts = { isOver: false, known: [] as { id: string; at: Date }[] }
  onTestFinished(() => {
    acts.isOver = true
  })
  const acting = (async () => {
    while (!acts.isOver) {
      const { id } = await s.sign(employer, await s.student(school))
      acts.known.push({ id, at: new Date() })
    }
  })()
  while (acts.known.length < 2) await new Promise(setImmediate)
  const isThere = async () => (await filesIn(s.folder)).some((name) => name.endsWith(unused))
  let removals = 0
  const { path, held } = await backUp({
    has: s.services.files.has,
    // The first file is read when all rows are: now one goes that the rows name.
    read: async (key) => {
      if (removals++ === 0) {
        await student.first.call(removeEvidence, { params: { school, id: unused } })
        await removeUnused(s.services, s.now())
        expect(await isThere()).toBe(true)
      }
      return s.services.files.read(key)
    },
  })
  acts.isOver = true
  await acting
  await removeUnused(s.services, s.now())
  expect([removals > 0, held.missing, await isThere()]).toEqual([true, [], false])

  const { db, place, restore } = await anEmptyPlace()
  await restore(path)
  expect(await filesIn(join(place.dataDir, 'files'))).toContainEqual(expect.stringMatching(unused))
  expect(await listContradictions(db)).toEqual([])
  const kept = await db.selectFrom('agreements').select('id').execute()
  const ids = new Set(kept.map(({ id }) => id))
  const before = acts.known.filter(({ at }) => at.getTime() <= Date.parse(held.at))
  expect(before.length).toBeGreaterThan(1)
  expect(before.filter(({ id }) => !ids.has(id))).toEqual([])
}, 60_000)

test('a file that was cut off or changed is refused in one sentence, and nothing has been changed', async () => {
  const { path } = await backUp()
  const { db, place, restore } = await anEmptyPlace()
  const whole = await readFile(path)
  const bad = aPath()
  const refused = async () => {
    await expect(restore(bad)).rejects.toThrow('is no whole back-up')
    await rm(bad)
  }
  for (const length of [0, 5, 4096, whole.length - 9, whole.length - 1]) {
    await copyFile(path, bad)
    await truncate(bad, length)
    await refused()
  }
  for (const part of [0.01, 0.3, 0.6, 0.9]) {
    const changed = Buffer.from(whole)
    changed[Math.floor(whole.length * part)]! ^= 0x10
    await writeFile(bad, changed)
    await refused()
  }
  await writeFile(bad, 'what else')
  await refused()
  const { rows } = await sql`
    select from pg_class where relnamespace in ('public'::regnamespace, to_regnamespace('restoration')) union all
    select from pg_namespace where nspname in ('restoration', 'pgboss')`.execute(db)
  expect(rows).toEqual([])
  await expect(readdir(place.dataDir)).rejects.toThrow('ENOENT')
}, 60_000)

test('a restoration that breaks off says so to whoever starts there, and is run again to its end', async () => {
  const { path } = await backUp()
  const { db, place, restore } = await anEmptyPlace()
  let written = 0
  const dying: Restoring['files'] = {
    ...place.files,
    // As where the process is killed: the server ends its transaction, and one file is there.
    write: async (key, bytes) => {
      if (written++ === 1) throw new Error('killed')
      await place.files.write(key, bytes)
    },
  }
  await expect(restore(path, { files: dying })).rejects.toThrow('killed')
  await expect(migrate(place.databaseUrl)).rejects.toThrow('was not finished')
  expect((await verifyTables(db)).length).toBe(0)
  await restore(path)
  expect(await allOf(db)).toEqual(await allOf(s.owner))
  await migrate(place.databaseUrl)
  expect((await verifyJournal(db)).faults).toEqual([])
}, 60_000)

const verifyTables = async (db: Db) =>
  (await sql`select from information_schema.tables where table_schema = 'public'`.execute(db)).rows
