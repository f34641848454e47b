import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { admissionActs } from '../../src/contracts/admissions.ts'
import * as contract from '../../src/contracts/roster-imports.ts'
import * as sheets from '../../src/contracts/transfer-sheets.ts'
import { prepareTransfers } from '../../src/contracts/transfers.ts'
import { verifyJournal } from '../../src/server/db/journal.ts'
import { DEMO_EMPLOYERS, DEMO_SCHOOL } from '../../src/server/demo/people.ts'
import { addUsers } from '../../src/server/features/accounts/queries.ts'
import { openSession } from '../../src/server/features/accounts/sessions.ts'
import { saveAdmission } from '../../src/server/features/admissions/queries.ts'
import { addEmployers } from '../../src/server/features/employers/queries.ts'
import { agreeForAll } from '../../src/server/features/privacy/consents.ts'
import { csvOf, rosterStudent } from '../../src/server/testing/roster-files.ts'
import { listContradictions } from '../races/contradictions.ts'
import { type CrashSite, openCrashSite } from './crash-site.ts'

/** So many that they are still being read when the kill comes; to be entered, some are enough. */
const TO_READ = 6_000
const ROWS = 600
/** Whose files the post has brought, in one sheet. */
const SENT = 20
const school = DEMO_SCHOOL.code
let site: CrashSite
let token: string
beforeAll(async () => {
  site = await openCrashSite(2 * SENT)
  const [id] = await addUsers(site.db, [
    { portal: 'school', login: 'importer', name: '导入', schoolId: school, staffRole: 'administrator' },
  ])
  await agreeForAll(site.db, new Date())
  token = await openSession(site.db, id!, { ip: '127.0.0.1', userAgent: 'crash' }, new Date())
  await site.start()
}, 120_000)
afterAll(() => site?.close())

const file = (round: number, rows: number) =>
  csvOf(
    Array.from({ length: rows }, (_, n) =>
      rosterStudent(n, { 学号: `R${round}N${n}`, 院系: '01', 毕业年度: String(2022 + round) }),
    ),
  )
type Shown = { readonly id: string; readonly status: string; readonly counts: { readonly new: number } }
async function asked<Answer = Shown>(
  endpoint: Parameters<CrashSite['ask']>[1],
  input: object,
): Promise<Answer | null> {
  const answer = await site.ask(token, endpoint, input)
  return answer && JSON.parse(answer.bytes.toString('utf8'))
}
const upload = (round: number, rows: number) =>
  asked(contract.uploadRoster, { params: { school }, query: { name: 'a.csv' }, file: file(round, rows) })
const look = (id: string) => asked(contract.getRosterImport, { params: { school, id } })
async function preview(round: number, rows: number): Promise<Shown> {
  const sent = await upload(round, rows)
  for (;;) {
    const shown = await look(sent!.id)
    if (shown && shown.status !== 'reading') return shown
  }
}
const entered = async () => {
  const { rows } = await sql<{ students: number; users: number; lines: number }>`
    select (select count(*) from students where student_number like 'R%') as students,
      (select count(*) from users where login like 'R%') as users,
      (select count(*) from journal where entry ->> 'action' = 'student.import-data') as lines`.execute(
    site.db,
  )
  return rows[0]!
}
/** Killed while a statement of an act waits to write this table: all before it is done, and nothing is committed. Then started again. */
async function killedBeforeWriting(table: string, act: () => Promise<unknown>): Promise<void> {
  let acting: Promise<unknown> | undefined
  await site.db.transaction().execute(async (holding) => {
    await sql`lock table ${sql.table(table)} in share mode`.execute(holding)
    acting = act()
    for (let isWaiting = false; !isWaiting; ) {
      const { rows } = await sql`select from pg_stat_activity
        where wait_event_type = 'Lock' and query like ${`%insert into ${table}%`}`.execute(site.db)
      isWaiting = rows.length > 0
    }
    await site.kill()
  })
  expect(await acting).toBeNull()
  await site.start()
}

test('killed while it reads: nothing is entered, and the same person’s next file is read', async () => {
  const sent = await upload(1, TO_READ)
  await site.kill()
  await site.start()
  const shown = await preview(1, TO_READ)
  expect(shown).toMatchObject({ status: 'previewed', counts: { new: TO_READ } })
  expect((await look(sent!.id))!.status).toBe('cancelled')
  expect(await entered()).toEqual({ students: 0, users: 0, lines: 0 })
}, 60_000)

test.each([
  [2, 'students'],
  [3, 'users'],
  [4, 'journal_heads'],
])(
  'killed in the middle of entering it (%i: at %s): all or nothing, the page says which, and it is entered after all',
  async (round, table) => {
    const before = await entered()
    const { id } = await preview(round, ROWS)
    await killedBeforeWriting(table, () => asked(contract.commitRosterImport, { params: { school, id } }))
    // The database notices at the end of its statement that nobody is there any more.
    await sql`select from schools where id = ${school} for update`.execute(site.db)
    expect([(await look(id))!.status, await entered()]).toEqual(['previewed', before])
    const done = await asked(contract.commitRosterImport, { params: { school, id } })
    expect(done!.status).toBe('committed')
    const all = (count: number) => count + ROWS
    expect(await entered()).toEqual({
      students: all(before.students),
      users: all(before.users),
      lines: all(before.lines),
    })
    expect((await verifyJournal(site.db)).faults).toEqual([])
  },
  60_000,
)

test('killed in the middle of an admission: the employer waits as before and nobody is told, and asked again it is admitted once', async () => {
  const { db } = site
  const [employerId] = await addEmployers(db, [{ ...DEMO_EMPLOYERS[1]!, name: '等待认可的单位' }])
  await saveAdmission(db, school, employerId!, 'pending', new Date())
  await addUsers(db, [{ portal: 'employer', login: 'waiting-hr', name: '人事', employerId: employerId! }])
  const params = { school, id: employerId! }
  const admit = () => asked(admissionActs.approve, { params, body: { seenVersion: 1 } })
  const become = async () => {
    const { rows } = await sql<{ status: string; lines: number; told: number }>`
      select (select status from admissions where employer_id = ${employerId}) as status,
        (select count(*) from journal where subject = ${`admission:${employerId}`}) as lines,
        (select count(*) from notifications where subject = ${`admission:${employerId}`}) as told`.execute(db)
    return rows[0]!
  }
  await killedBeforeWriting('notifications', admit)
  // Held until the database has noticed that nobody is there any more.
  await sql`select from admissions where employer_id = ${employerId} for update`.execute(db)
  expect(await become()).toEqual({ status: 'pending', lines: 0, told: 0 })
  await admit()
  expect(await become()).toEqual({ status: 'approved', lines: 1, told: 1 })
  expect((await verifyJournal(db)).faults).toEqual([])
}, 60_000)

test.each([
  [0, 'journal_heads'],
  [1, 'notifications'],
])(
  'killed while the post’s sheet is entered (%i: at %s): all or nothing, and the sheet read again says which',
  async (round, table) => {
    const { db, crowd } = site
    const params = { school }
    const ids = crowd.slice(round * SENT, (round + 1) * SENT).map(({ studentId }) => studentId)
    const transferWay = { channel: 'ems', envelope: 'dedicated', batch: table }
    const whom = { transferKind: 'file', transferWhom: { students: ids }, seenTotal: ids.length }
    await asked(prepareTransfers, { params, body: { ...whom, transferWay } })
    await sql`update transfers set method = 'talent_service', receiver = '某市人才中心', address = '某路1号'
      where batch = ${table}`.execute(db)
    const made = db.selectFrom('transfers').where('batch', '=', table)
    const records = await made.select('dispatchNumber').execute()
    const lines = records.map((one, nth) => `${one.dispatchNumber},EMS${round}${nth}CN`)
    const post = Buffer.from(['发档号,EMS单号', ...lines].join('\n'))
    const check = () =>
      asked<sheets.CheckedTransfers>(sheets.checkTransferSheet, {
        params,
        query: { name: 'a.csv' },
        file: post,
      })
    const become = async () => {
      const { rows } = await sql<{ sent: number; told: number }>`
        select count(*) filter (where t.status = 'sent') as sent, count(n.id) as told from transfers t
        left join notifications n on n.subject = 'transfer:' || t.id where t.batch = ${table}`.execute(db)
      return rows[0]
    }
    const checked = await check()
    expect([checked?.rows.length, checked?.same]).toEqual([ids.length, 0])
    const body = { transferRows: checked?.rows.map(({ brought }) => brought) }
    await killedBeforeWriting(table, () => asked(sheets.enterTransfers, { params, body }))
    // Held until the database has noticed that nobody is there any more.
    await sql`select from transfers where batch = ${table} for update`.execute(db)
    expect(await become()).toEqual({ sent: 0, told: 0 })
    expect((await check())?.rows).toEqual(checked?.rows)
    expect(await asked(sheets.enterTransfers, { params, body })).toEqual({ count: SENT })
    expect(await become()).toEqual({ sent: ids.length, told: ids.length })
    expect(await check()).toMatchObject({ rows: [], same: ids.length })
    expect([await listContradictions(db), (await verifyJournal(db)).faults]).toEqual([[], []])
  },
  60_000,
)
