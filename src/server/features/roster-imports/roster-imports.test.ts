import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as accounts from '../../../contracts/accounts.ts'
import { getAgreement } from '../../../contracts/agreements.ts'
import { listStudents } from '../../../contracts/roster.ts'
import * as contract from '../../../contracts/roster-imports.ts'
import { moveStudent } from '../../../contracts/students.ts'
import type { RowStanding } from '../../../domain/roster/import.ts'
import { sweep } from '../../background/sweep.ts'
import { inTransaction, type Tx } from '../../db/database.ts'
import { verifyJournal } from '../../db/journal.ts'
import type { Visitor } from '../../http/visitor.ts'
import { csvOf, type RosterStudent, rosterStudent } from '../../testing/roster-files.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { listMissing, savePreview } from './queries.ts'

const START = '2026-06-01T10:00:00+08:00'
let s: Scenario
beforeAll(async () => {
  s = await startScenario()
  s.setClock(START)
})
afterAll(() => s.stop())

function importing(school: string, by: Visitor) {
  const params = { school }
  const send = (file: Buffer, name = '名单.csv') =>
    by.ask(contract.uploadRoster, { params, query: { name }, file })
  const look = (id: string) => by.call(contract.getRosterImport, { params: { school, id } })
  return {
    send,
    look,
    preview: async (students: readonly RosterStudent[] | Buffer) => {
      const answer = await send(Buffer.isBuffer(students) ? students : csvOf(students))
      expect(answer.statusCode).toBe(200)
      await s.services.background.settled()
      return look(answer.json().id)
    },
    rows: async (id: string, standing: RowStanding) => {
      const query = { standing, pageSize: 100 }
      return (await by.call(contract.listRosterRows, { params: { school, id }, query })).items
    },
    missing: async (id: string) =>
      (await by.call(contract.listMissingStudents, { params: { school, id } })).items,
    commit: (id: string) => by.ask(contract.commitRosterImport, { params: { school, id } }),
    cancel: (id: string) => by.ask(contract.cancelRosterImport, { params: { school, id } }),
    report: async (id: string) =>
      (await by.ask(contract.readRosterReport, { params: { school, id }, body: { purpose: 'formality' } }))
        .rawPayload,
  }
}
async function begin() {
  const school = await s.school()
  const administrator = await s.staff(school, 'administrator')
  return { school, administrator, ...importing(school, administrator.first) }
}
const studentsOf = (school: string) =>
  s.db.selectFrom('students').where('schoolId', '=', school).selectAll().orderBy('studentNumber').execute()
const only = (counts: object) => ({ new: 0, changed: 0, unchanged: 0, faulty: 0, ...counts })

test('every faulty cell is named where it stands, the right rows are entered, and the same file again changes nothing', async () => {
  const { school, preview, rows, commit } = await begin()
  const file = csvOf([
    rosterStudent(1),
    rosterStudent(2, { 院系: '九院', 毕业年度: '去年' }),
    rosterStudent(3, { 学号: rosterStudent(1).学号 }),
    rosterStudent(4, { 证件号码: '4.20111E+17' }),
    rosterStudent(5),
  ])
  const shown = await preview(file)
  expect(shown).toMatchObject({ status: 'previewed', counts: only({ new: 2, faulty: 3 }), missing: 0 })
  expect(
    (await rows(shown.id, 'faulty')).map(({ row, faults }) => [
      row,
      ...faults.map(({ column, value }) => [column, value]),
    ]),
  ).toEqual([
    [3, ['D', '九院'], ['G', '去年']],
    [4, ['A', rosterStudent(1).学号]],
    [5, ['C', '4.20111E+17']],
  ])
  expect(await studentsOf(school)).toEqual([])
  expect((await commit(shown.id)).json()).toMatchObject({ status: 'committed', actions: [] })
  expect((await studentsOf(school)).map(({ name }) => name)).toEqual(['新生1', '新生5'])
  const again = await preview(file)
  expect(again).toMatchObject({ counts: only({ unchanged: 2, faulty: 3 }), actions: ['cancel'] })
  expect((await commit(again.id)).json().code).toBe('nothing-changed')
})

test('who is new signs in by what the roster says, and has no other account', async () => {
  const { school, preview, commit } = await begin()
  const permit = { 证件类型: '台湾居民来往大陆通行证', 证件号码: '01234567', 性别: '女' }
  await commit((await preview([rosterStudent(1), rosterStudent(2, permit)])).id)
  for (const [n, secret] of [
    [1, rosterStudent(1).证件号码],
    [2, '01234567'],
  ] as const) {
    const body = { portal: 'student' as const, school, login: rosterStudent(n).学号, secret }
    expect((await s.visitor().ask(accounts.signIn, { body })).statusCode).toBe(200)
  }
  const { users } = await s.db
    .selectFrom('users')
    .where('schoolId', '=', school)
    .where('portal', '=', 'student')
    .select(({ fn }) => fn.countAll<number>().as('users'))
    .executeTakeFirstOrThrow()
  expect(users).toBe(2)
})

test('what changes is shown from and to, without numbers that open accounts; who is not in the file is told and stays', async () => {
  const { school, preview, rows, missing, commit } = await begin()
  const first = [
    rosterStudent(1, { 手机号码: '13812345678', 民族: '汉族' }),
    rosterStudent(2),
    rosterStudent(3),
  ]
  await commit((await preview(first)).id)
  const [before] = await studentsOf(school)
  const shown = await preview([
    rosterStudent(1, { 姓名: '新名', 手机号码: '13912345678', 民族: '土家族', 班级: '软工 2301' }),
    rosterStudent(2, { 班级: '' }),
  ])
  expect(shown).toMatchObject({ counts: only({ changed: 1, unchanged: 1 }), missing: 1 })
  expect((await missing(shown.id)).map(({ name }) => name)).toEqual(['新生3'])
  const [changed] = await rows(shown.id, 'changed')
  expect(changed!.changes).toEqual([
    { column: '姓名', from: '新生1', to: '新名' },
    { column: '民族', from: '01 汉族', to: '15 土家族' },
    { column: '班级', from: '', to: '软工 2301' },
    { column: '手机号码', from: '1381****678', to: '1391****678' },
  ])
  await commit(shown.id)
  const after = await studentsOf(school)
  expect(after).toHaveLength(3)
  expect(after[0]).toMatchObject({ name: '新名', className: '软工 2301', version: before!.version + 1 })
  expect(after[0]!.idNumberCipher).toEqual(before!.idNumberCipher)
  const { name } = await s.db
    .selectFrom('users')
    .where('studentId', '=', before!.id)
    .select('name')
    .executeTakeFirstOrThrow()
  expect(name).toBe('新名')
})

test('who has signed keeps what was signed; their college is moved by the act that tells people', async () => {
  const school = await s.school({}, '44001')
  const administrator = await s.staff(school, 'administrator')
  const { preview, rows, commit } = importing(school, administrator.first)
  const student = await s.student(school, { name: '原名' })
  const agreement = await s.sign(await s.employer(school), student)
  const row = (change: object) =>
    rosterStudent(1, {
      学号: student.studentNumber,
      姓名: '原名',
      证件号码: student.idNumber,
      专业名称: '计算机',
      毕业年度: '2026',
      ...change,
    })
  const bound = await preview([row({ 院系: '二院' })])
  expect(bound.counts).toEqual(only({ faulty: 1 }))
  expect(await rows(bound.id, 'faulty')).toMatchObject([{ faults: [{ column: 'D', value: '二院' }] }])
  // The telephone is the one that the student has given.
  const shown = await preview([row({ 姓名: '新名', 手机号码: '13999999999' })])
  expect((await rows(shown.id, 'changed'))[0]!.changes.map(({ column }) => column)).toEqual(['姓名'])
  await commit(shown.id)
  const kept = await student.first.call(getAgreement, { params: { school, id: agreement.id } })
  expect(kept).toMatchObject({ student: { name: '原名' }, dataChangedSince: true })
})

test('the result can be downloaded, and uploaded again unchanged', async () => {
  const { preview, commit, report } = await begin()
  const students = [
    rosterStudent(1, { 学号: '0012', 手机号码: '13812345678', 困难类别: '低保、残疾', 户口是否转入: '是' }),
    rosterStudent(2, { 证件类型: '护照', 证件号码: 'E1234567', 性别: '女', 出生日期: '2004/3/5' }),
    rosterStudent(3, { 院系: '九院' }),
  ]
  const shown = await preview(students)
  const told = await preview(await report(shown.id))
  expect(told).toMatchObject({ counts: shown.counts, about: { sheet: { format: 'xlsx' } } })
  await commit(told.id)
  expect((await preview(students)).counts).toEqual(only({ unchanged: 2, faulty: 1 }))
  expect((await preview(await report(told.id))).counts).toEqual(only({ unchanged: 2, faulty: 1 }))
})

test('whoever takes the result away says why: the school’s journal and each student’s say so, and no more of others', async () => {
  const { school, administrator, preview, commit, report } = await begin()
  const other = await s.student(school)
  const { id } = await preview([rosterStudent(1), rosterStudent(2, { 院系: '九院' })])
  await commit(id)
  const ask = (body: object) =>
    administrator.first.ask(contract.readRosterReport, { params: { school, id }, body })
  for (const [body, field] of [
    [{}, 'purpose'],
    [{ purpose: 'other' }, 'reason'],
  ] as const) {
    const refused = await ask(body)
    expect([refused.statusCode, refused.json().errors[0].field]).toEqual([422, field])
  }
  await report(id)
  const [entered] = (await studentsOf(school)).filter((one) => one.id !== other.id)
  const linesOf = async (subject: string) => (await s.journal(subject)).map(({ entry }) => entry)
  expect((await linesOf(`school:${school}`)).at(-1)).toMatchObject({
    action: 'school.download-roster',
    data: { purpose: 'formality', rows: 1, import: id },
  })
  expect((await linesOf(`student:${entered!.id}`)).at(-1)).toMatchObject({
    action: 'student.download-data',
    data: { purpose: 'formality' },
  })
  expect(await linesOf(`student:${other.id}`)).toEqual([])
})

test('what has changed since the preview is refused, whatever it is, and nothing is written', async () => {
  const { school, administrator, preview, commit } = await begin()
  await commit((await preview([1, 2, 3].map((n) => rosterStudent(n)))).id)
  const [one] = await studentsOf(school)
  const next = [1, 2, 3, 4].map((n) => rosterStudent(n, { 班级: '软工 2301' }))
  const reasons: readonly (() => Promise<unknown>)[] = [
    () => {
      const body = { seenVersion: 1, collegeId: '02', reason: '转专业' }
      return administrator.first.call(moveStudent, { params: { school, id: one!.id }, body })
    },
    () => s.db.updateTable('students').set({ verifiedAt: s.now() }).where('id', '=', one!.id).execute(),
    // Somebody of the number that is new here.
    () => sql`update students set student_number = ${next[3]!.学号!} where id = ${one!.id}`.execute(s.db),
  ]
  for (const change of reasons) {
    const shown = await preview(next)
    expect(shown.status).toBe('previewed')
    await change()
    const before = [await studentsOf(school), await verifyJournal(s.db)]
    expect((await commit(shown.id)).json().code).toBe('roster-changed')
    expect([await studentsOf(school), await verifyJournal(s.db)]).toEqual(before)
  }
})

test('of two who import at once the second is told by whom, and goes on once it is out of the way; so it is with two who confirm', async () => {
  const { school, administrator, preview, commit } = await begin()
  const other = await s.staff(school, 'administrator')
  const beside = importing(school, other.first)
  const shown = await preview([rosterStudent(1)])
  const refused = await beside.send(csvOf([rosterStudent(2)]))
  const { name } = await s.db
    .selectFrom('users')
    .where('id', '=', administrator.userId)
    .select('name')
    .executeTakeFirstOrThrow()
  expect(refused.json()).toMatchObject({ code: 'import-under-way', details: { name } })
  const asOther = await beside.look(shown.id)
  expect(asOther).toMatchObject({ isMine: false, about: null, actions: ['cancel'] })
  const rows = await other.first.ask(contract.listRosterRows, { params: { school, id: shown.id } })
  expect([rows.statusCode, (await beside.commit(shown.id)).json().code]).toEqual([403, 'not-allowed'])
  const answers = await Promise.all([commit(shown.id), commit(shown.id)])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  const mine = await beside.preview([rosterStudent(2)])
  expect(mine.counts).toEqual(only({ new: 1 }))
  expect((await importing(school, administrator.first).cancel(mine.id)).json().status).toBe('cancelled')
  expect((await beside.commit(mine.id)).json().code).toBe('already-moved-on')
  expect(await studentsOf(school)).toHaveLength(1)
})

test('given up while it is read, or replaced by the next file, nothing of it is kept', async () => {
  const { school, send, look, cancel, preview } = await begin()
  const many = csvOf(Array.from({ length: 3_000 }, (_, n) => rosterStudent(n)))
  const reading = (await send(many)).json()
  expect(reading).toMatchObject({ status: 'reading', actions: ['cancel'] })
  expect((await cancel(reading.id)).json().status).toBe('cancelled')
  await s.services.background.settled()
  const looked = await preview([rosterStudent(4)])
  const given = await preview([rosterStudent(5)])
  await cancel(given.id)
  const replaced = (await send(many)).json()
  const shown = await preview([rosterStudent(1)])
  const over = await Promise.all([reading, looked, given, replaced].map(({ id }) => look(id)))
  expect(new Set(over.map(({ status }) => status))).toEqual(new Set(['cancelled']))
  const kept = await s.db
    .selectFrom('rosterImportRows')
    .where('schoolId', '=', school)
    .select('importId')
    .execute()
  expect(kept).toEqual([{ importId: shown.id }])
})

test('columns that are not clear are asked for, and what the school says is kept for its files', async () => {
  const { school, administrator, preview } = await begin()
  const named = (from: RosterStudent, names: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(from).map(([key, value]) => [names[key] ?? key, value]))
  const odd = (n: number) => named(rosterStudent(n, { 备注: 'x' }), { 学号: '本校编号', 院系: '二级单位' })
  const unclear = await preview([odd(1)])
  expect(unclear).toMatchObject({ status: 'unclear', about: { missing: ['studentNumber', 'college'] } })
  expect(
    unclear.about!.headings.map(({ column, state, examples }) => [column, state, examples.length]),
  ).toEqual([
    ['A', 'unread', 1],
    ...['B', 'C'].map((column) => [column, 'read', 1]),
    ['D', 'unread', 1],
    ...['E', 'F', 'G'].map((column) => [column, 'read', 1]),
    ['H', 'unread', 1],
  ])
  const say = (
    headings: readonly { column: string; means: 'studentNumber' | 'college' | 'nothing' | 'automatic' }[],
  ) =>
    administrator.first.ask(contract.nameHeadings, { params: { school, id: unclear.id }, body: { headings } })
  expect((await say([{ column: 'Z', means: 'nothing' }])).json()).toMatchObject({
    code: 'invalid-input',
    errors: [{ field: 'headings.0.column' }],
  })
  const said = [
    { column: 'A', means: 'studentNumber' },
    { column: 'D', means: 'college' },
    { column: 'H', means: 'nothing' },
  ] as const
  expect((await say(said)).statusCode).toBe(200)
  const clear = await preview([odd(1), odd(2)])
  expect(clear).toMatchObject({ status: 'previewed', counts: only({ new: 2 }) })
  expect(clear.about!.headings.at(-1)).toMatchObject({ state: 'ignored', isSaid: true })
  await say([{ column: 'A', means: 'automatic' }])
  expect((await preview([odd(1)])).status).toBe('unclear')
  // A file without any heading that is known.
  const strange = await preview(Buffer.from('甲,乙\n1,2\n'))
  expect(strange).toMatchObject({ status: 'unclear', about: { headingRow: 1 } })
  expect((await preview(Buffer.from('学号,姓名,姓名\n1,2,3\n'))).about!.headings[1]!.state).toBe('twice')
})

test.each<[string, Buffer, string]>([
  ['old format', Buffer.from('<html><table><tr><td>1</td></tr></table>'), '.xls'],
  ['another kind', Buffer.from('%PDF-1.4\n'), '.xlsx'],
  ['a damaged zip', Buffer.from('PK\x03\x04 and nothing more'), '损坏'],
  ['only blanks', Buffer.from('\n\n ,, \n'), '没有内容'],
])(
  'what cannot be read is told in a sentence, and keeps nobody from the next: %s',
  async (_, file, words) => {
    const { preview } = await begin()
    const failed = await preview(file)
    expect(failed).toMatchObject({ status: 'failed', actions: [] })
    expect(failed.failure).toContain(words)
    expect((await preview([rosterStudent(1)])).status).toBe('previewed')
  },
)

test('a file that is empty or too large is refused before anything is read', async () => {
  const { administrator, school, send } = await begin()
  expect((await send(Buffer.alloc(0))).json().code).toBe('sheet-without-rows')
  const large = await s.app.inject({
    method: 'POST',
    url: `/api/schools/${school}/roster-imports?name=a.xlsx`,
    headers: { 'content-type': 'application/octet-stream', 'content-length': String(61 * 1024 * 1024) },
    cookies: Object.fromEntries(administrator.first.cookies),
    payload: Buffer.alloc(10),
  })
  expect(large.json()).toMatchObject({ code: 'sheet-too-large', details: { most: 60 } })
  const imports = await administrator.first.call(contract.listRosterImports, { params: { school } })
  expect(imports.total).toBe(0)
})

test('a school’s template has its headings, and what is filled in there is read', async () => {
  const { school, administrator } = await begin()
  for (const language of ['zh-CN', 'en'] as const) {
    const params = { params: { school }, query: { language } }
    const { headers, rawPayload } = await administrator.first.ask(contract.readRosterTemplate, params)
    expect(headers['content-disposition']).toContain('.xlsx')
    expect(rawPayload.subarray(0, 2).toString()).toBe('PK')
  }
})

test('the journal says who, which file and how many, and no personal data; what is kept meanwhile is sealed', async () => {
  const { school, administrator, preview, commit } = await begin()
  const student = rosterStudent(7, { 姓名: '某位同学', 家庭地址: '某路 1 号' })
  const { id } = await preview([student])
  const rows = await s.db.selectFrom('rosterImportRows').where('importId', '=', id).selectAll().execute()
  const kept = rows
    .flatMap((row) => Object.values(row))
    .map((value) => (Buffer.isBuffer(value) ? value.toString() : JSON.stringify(value)))
    .join('\n')
  expect(kept).toContain(student.学号)
  for (const secret of [student.证件号码!, '某路 1 号']) expect(kept).not.toContain(secret)
  await commit(id)
  const told = await s.journal(`school:${school}`)
  expect(told.map(({ entry }) => entry)).toMatchObject([
    {
      action: 'school.import-roster',
      actor: { id: administrator.userId, role: 'administrator' },
      data: { import: id, sha256: expect.stringMatching(/^[0-9a-f]{64}$/), new: 1, changed: 0, faulty: 0 },
    },
  ])
  const [entered] = await studentsOf(school)
  const lines = await s.journal(`student:${entered!.id}`)
  expect(lines.map(({ entry }) => entry)).toMatchObject([
    { action: 'student.import-data', data: { import: id } },
  ])
  expect(JSON.stringify([told, lines])).not.toMatch(/某位同学|某路|42011120/)
  expect((await verifyJournal(s.db)).faults).toEqual([])
})

test('an import whose reader is gone is told as broken off and in nobody’s way; rows go after a week', async () => {
  const { school, administrator, preview, look, commit, rows } = await begin()
  const committed = await preview([rosterStudent(1)])
  await commit(committed.id)
  const gone = s.anId()
  const at = new Date(START)
  await s.db
    .insertInto('rosterImports')
    .values({
      schoolId: school,
      id: gone,
      status: 'reading',
      begunBy: administrator.userId,
      begunAt: at,
      heardAt: at,
      fileName: 'a.csv',
      fileSize: 1,
      fileSha256: '',
    })
    .execute()
  s.setClock('2026-06-01T10:01:01+08:00')
  expect(await look(gone)).toMatchObject({ status: 'failed', failure: expect.stringContaining('重新上传') })
  const other = importing(school, (await s.staff(school, 'administrator')).first)
  const beside = await other.preview([rosterStudent(2)])
  expect(beside.status).toBe('previewed')
  s.setClock('2026-06-09T10:01:02+08:00')
  await sweep(s.services)
  expect((await other.look(beside.id)).status).toBe('cancelled')
  expect(await rows(committed.id, 'new')).toEqual([])
  expect(await look(committed.id)).toMatchObject({ status: 'committed', about: null })
  s.setClock(START)
})

test('what hides in a file is named and not shown, and a text without end is shown and kept by its beginning', async () => {
  const { preview, rows } = await begin()
  const long = 'x'.repeat(30_000)
  const shown = await preview([
    rosterStudent(1, { 姓名: '张\u202e三', 班级: long, '备\u202e注': '甲\u202e乙' }),
    rosterStudent(2, { 班级: long }),
  ])
  expect(shown.about!.headings.at(-1)).toMatchObject({ heading: '备注', examples: ['甲乙'] })
  const faulty = await rows(shown.id, 'faulty')
  expect(faulty.map(({ name, faults }) => [name, ...faults.map(({ value }) => value.length)])).toEqual([
    ['张三', 2, 501],
    ['新生2', 501],
  ])
  expect(faulty[0]!.faults[0]!.said).toContain('U+202E')
})

test('an import is entered in few statements, however many its rows', async () => {
  const { preview, commit, school, administrator } = await begin()
  const shown = await preview(Array.from({ length: 600 }, (_, n) => rosterStudent(n)))
  expect(shown.counts).toEqual(only({ new: 600 }))
  const before = s.statements.length
  expect((await commit(shown.id)).statusCode).toBe(200)
  expect(s.statements.length - before).toBeLessThanOrEqual(21)
  const { total } = await administrator.first.call(listStudents, { params: { school } })
  expect(total).toBe(600)
})

test('who is missing is found by reading each row once, though nobody has counted the tables', async () => {
  for (const table of ['students', 'roster_import_rows'])
    await sql`alter table ${sql.table(table)} set (autovacuum_enabled = false)`.execute(s.owner)
  const { preview, commit, school, missing } = await begin()
  const students = Array.from({ length: 600 }, (_, n) => rosterStudent(n))
  await commit((await preview(students)).id)
  const { id, missing: count } = await preview(students.slice(1))
  expect([count, await missing(id)]).toMatchObject([1, [{ studentNumber: students[0]!.学号 }]])
  const readSoFar = async (tx: Tx) => {
    const { rows } = await sql<{ read: number }>`
      select coalesce(sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)), 0)::integer as read
      from pg_stat_xact_user_tables where relname in ('students', 'roster_import_rows')`.execute(tx)
    return rows[0]!.read
  }
  // The connection still has what it read in the second before.
  const read = (act: (tx: Tx) => Promise<unknown>) =>
    inTransaction(s.db, async (tx) => {
      const before = await readSoFar(tx)
      await act(tx)
      return (await readSoFar(tx)) - before
    })
  const all = await sql<{ count: number }>`select (select count(*) from students) +
    (select count(*) from roster_import_rows) as count`.execute(s.owner)
  const most = 2 * all.rows[0]!.count
  const counts = only({})
  const at = new Date(START)
  expect(
    await read((tx) => savePreview(tx, { school, id }, { years: [2026], counts, about: Buffer.of(), at })),
  ).toBeLessThan(most)
  const page = { page: 1, pageSize: 20 }
  expect(await read((tx) => listMissing(tx, { school, id }, [2026], page))).toBeLessThan(2 * most)
})

test('a long list of numbers is planned for each time, with the table as it is then; a short one once a connection', async () => {
  const isKept = (length: number) =>
    s.db.connection().execute(async (db) => {
      const list = Array.from({ length }, () => 'x')
      await sql`select ${sql.lit(`of ${length}`)} = any(${list}::text[])`.execute(db)
      const { rows } = await sql`select from pg_prepared_statements
        where statement like ${`select 'of ${length}' = any%`}`.execute(db)
      return rows.length > 0
    })
  expect([await isKept(2), await isKept(500)]).toEqual([true, false])
})
