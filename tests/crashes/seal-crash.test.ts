import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAgreementDocument } from '../../src/contracts/agreements.ts'
import { readCertificate } from '../../src/contracts/dissolutions.ts'
import { connect } from '../../src/server/db/database.ts'
import { verifyJournal } from '../../src/server/db/journal.ts'
import { pdfsig } from '../../src/server/testing/pdf-tools.ts'
import { listContradictions } from '../races/contradictions.ts'
import { type CrashSite, openCrashSite } from './crash-site.ts'
import { enterStaff, type Staff } from './crowd.ts'
import { askToDissolve, certifyAll } from './dissolving-crowd.ts'

let site: CrashSite
let staff: Staff
beforeAll(async () => {
  site = await openCrashSite(5)
  await site.start()
  staff = await enterStaff(site.db, site.secrets, new Date())
}, 120_000)
afterAll(() => site?.close())

const standing = async (studentId: string) => {
  const row = await site.db
    .selectFrom('documents as d')
    .innerJoin('agreements as a', (on) =>
      on.onRef('a.schoolId', '=', 'd.schoolId').onRef('a.id', '=', 'd.agreementId'),
    )
    .where('a.studentId', '=', studentId)
    .select(['d.agreementId as id', 'd.attempt', 'd.sealedAt'])
    .executeTakeFirst()
  return row ?? { id: '', attempt: null, sealedAt: null }
}
const until = async (isThere: () => Promise<boolean>) => {
  while (!(await isThere()));
}
const isWaiting = async (on: string) => {
  const { rows } = await sql`select from pg_stat_activity
    where wait_event_type = 'Lock' and query like ${`%${on}%`} and pid <> pg_backend_pid()`.execute(site.db)
  return rows.length > 0
}
const filesOf = (school: string) => readdir(join(site.files, 'documents', school)).catch(() => [])

const STANDS = {
  'between the review and the seal': null,
  'with the seal made and its file to be named': ['documents', 'update documents d'],
  'with its file written and the row not yet committed': ['journal_heads', 'insert into journal_heads'],
} as const

test.each(Object.entries(STANDS))(
  'killed %s: the next start makes one document, sealed and valid, and leaves no other file',
  async (stand, hold) => {
    const student = site.crowd[Object.keys(STANDS).indexOf(stand)]!
    const { school } = student.params
    const before = await filesOf(school)
    if (!hold) {
      await certifyAll(site, staff, [student])
      await site.kill()
    } else {
      const [table, statement] = hold
      const holding = connect({ url: site.url, poolSize: 1 })
      await certifyAll(site, staff, [student])
      await holding.transaction().execute(async (tx) => {
        // Reads go on, what would be kept waits.
        await sql`lock table ${sql.table(table)} in exclusive mode`.execute(tx)
        await until(() => isWaiting(statement))
        await site.kill()
      })
      await holding.destroy()
    }
    expect((await standing(student.studentId)).sealedAt).toBeNull()

    await site.start()
    await until(async () => (await standing(student.studentId)).sealedAt !== null)
    const { id } = await standing(student.studentId)
    const answer = await site.ask(student.token, readAgreementDocument, { params: { school, id } })
    expect(pdfsig(answer!.bytes)).toContain('Signature is Valid')
    expect(await filesOf(school)).toHaveLength(before.length + 1)
    expect(await listContradictions(site.db)).toEqual([])
    expect((await verifyJournal(site.db)).faults).toEqual([])
  },
  60_000,
)

test('killed after the seal, and its job done again: there is no second document', async () => {
  const student = site.crowd.at(-2)!
  const { school } = student.params
  const before = await filesOf(school)
  await certifyAll(site, staff, [student])
  await until(async () => (await standing(student.studentId)).sealedAt !== null)
  await site.kill()
  const made = await standing(student.studentId)
  // As the queue does with what has not said in its time that it is done.
  const again = await sql<{ id: string }>`
    update pgboss.job set state = 'retry', completed_on = null, start_after = now()
    where name = 'seal' and data->>'id' = ${made.id}
    returning id`.execute(site.db)
  expect(again.rows).toHaveLength(1)

  await site.start()
  await until(async () => {
    const { rows } =
      await sql`select from pgboss.job where id = ${again.rows[0]!.id} and state = 'completed'`.execute(
        site.db,
      )
    return rows.length === 1
  })
  expect(await standing(student.studentId)).toEqual(made)
  expect(await filesOf(school)).toHaveLength(before.length + 1)
  expect(await listContradictions(site.db)).toEqual([])
}, 60_000)

test('killed between a request to dissolve and its certificate: the next start makes one, sealed and valid', async () => {
  const student = site.crowd.at(-1)!
  const { school } = student.params
  await certifyAll(site, staff, [student])
  await until(async () => (await standing(student.studentId)).sealedAt !== null)
  const before = await filesOf(school)
  await askToDissolve(site, student)
  await site.kill()
  const certificate = () =>
    site.db
      .selectFrom('documents')
      .where('kind', '=', 'dissolving')
      .select(['subjectId as id', 'sealedAt'])
      .executeTakeFirstOrThrow()
  expect((await certificate()).sealedAt).toBeNull()

  await site.start()
  await until(async () => (await certificate()).sealedAt !== null)
  const { id } = await certificate()
  const answer = await site.ask(student.token, readCertificate.dissolving, { params: { school, id } })
  expect(pdfsig(answer!.bytes)).toContain('Signature is Valid')
  expect(await filesOf(school)).toHaveLength(before.length + 1)
  expect(await listContradictions(site.db)).toEqual([])
  expect((await verifyJournal(site.db)).faults).toEqual([])
}, 60_000)
