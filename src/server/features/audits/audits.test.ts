import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { getAgreement } from '../../../contracts/agreements.ts'
import * as contract from '../../../contracts/audits.ts'
import { checkActs, getCheck, listChecks } from '../../../contracts/checks.ts'
import { getMyConfirmation } from '../../../contracts/confirmations.ts'
import * as deregistrations from '../../../contracts/deregistrations.ts'
import { writeHelpRecord } from '../../../contracts/help.ts'
import { raiseObjection } from '../../../contracts/objections.ts'
import { getKept } from '../../../contracts/privacy.ts'
import { TOPICS, type Topic } from '../../../domain/audit/topics.ts'
import type { CheckRule } from '../../../domain/check/rules.ts'
import { sha256 } from '../../db/journal.ts'
import { declare } from '../../testing/destination-forms.ts'
import { enterGraduates } from '../../testing/graduates.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { actionsOn } from '../../testing/told.ts'
import { rowsIn, unzipped } from '../../testing/unzipped.ts'
import { runChecks } from '../checks/running.ts'
import { sealDocument } from '../documents/sealing.ts'

let s: Scenario
let school: string
let params: { school: string }
let admin: Awaited<ReturnType<Scenario['staff']>>
let reviewer: Awaited<ReturnType<Scenario['staff']>>
let employer: Awaited<ReturnType<Scenario['employer']>>
let signed: Awaited<ReturnType<Scenario['student']>>
let objecting: Awaited<ReturnType<Scenario['student']>>
let agreement: { id: string; number: string }
const YEAR = 2026

beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
  params = { school }
  admin = await s.staff(school, 'administrator')
  reviewer = await s.staff(school, 'school_reviewer')
  employer = await s.employer(school)
  signed = await s.student(school)
  agreement = await s.certify(await s.sign(employer, signed), reviewer)
  objecting = await s.student(school)
  const { seenHash } = await objecting.first.call(getMyConfirmation, { params })
  const body = { seenHash, objectionText: '=不是我登记的' }
  await objecting.first.call(raiseObjection, { params, body })
  s.setClock('2026-06-04T10:00:00+08:00')
})
afterAll(() => s.stop())

const audit = () => admin.first.call(contract.getAudit, { params, query: { year: YEAR } })
const countOf = async (topic: Topic) => (await audit()).topics.find((one) => one.topic === topic)?.count
/** All rows of a topic, page by page, each by its headings. */
async function rowsOf(topic: Topic) {
  const found: Record<string, string>[] = []
  for (let after: string | null = ''; after !== null; ) {
    const query = { year: YEAR, topic, after }
    const page: z.infer<(typeof contract.listAuditRows)['schema']['response'][200]> =
      await reviewer.first.call(contract.listAuditRows, { params, query })
    for (const row of page.rows)
      found.push(Object.fromEntries(page.headings.map((heading, nth) => [heading, row[nth]!])))
    after = page.next
  }
  return found
}
const check = async () => {
  await runChecks(s.services, s.now())
}
const casesOf = async (checkRule: CheckRule) =>
  (await reviewer.first.call(listChecks, { params, query: { checkRule, queue: 'all', pageSize: 100 } })).items

describe('a topic', () => {
  test('of registrations says who has passed what, when, with which evidence and pay', async () => {
    expect(await countOf('agreement')).toBe(1)
    const name = (
      await s.db
        .selectFrom('users')
        .where('id', '=', reviewer.userId)
        .select('name')
        .executeTakeFirstOrThrow()
    ).name
    expect(await rowsOf('agreement')).toMatchObject([
      {
        ...{ 学号: signed.studentNumber, 姓名: signed.name, 协议编号: agreement.number },
        ...{ 审核人: name, 审核时间: '2026-06-01 10:00', 材料份数: '0', 本人核验时间: '', 当月最低工资: '' },
      },
    ])
    expect([await countOf('freelance'), await rowsOf('freelance')]).toEqual([0, []])
  })

  test('of feedback has each objection by its receipt, with its age and outcome (AT-29)', async () => {
    const [row, ...others] = await rowsOf('feedback')
    expect(others).toEqual([])
    expect(row).toMatchObject({
      ...{ 学号: objecting.studentNumber, 已过天数: '3', 结果: '待学校答复', 学生陈述: '=不是我登记的' },
      ...{ 答复期限: '2026-06-08', 答复人: '' },
    })
    expect(row!.受理编号).not.toBe('')
  })

  test('of help has whom the school helps, and on pages no hardship', async () => {
    const content = { spokeOn: '2026-06-03', spokeBy: 'phone', wishFor: null, offered: '推荐岗位' } as const
    const helped = { params: { school, id: signed.id }, body: { ...content, nextStep: '', nextOn: null } }
    await reviewer.first.call(writeHelpRecord, helped)
    await s.owner
      .updateTable('students')
      .set({ moreCipher: s.services.secrets.seal(JSON.stringify({ hardship: '脱贫家庭、残疾' })) })
      .where('id', '=', signed.id)
      .execute()
    const rows = await rowsOf('help')
    expect(rows.map((row) => [row.学号, row.帮扶次数, row.提供的帮助, row.困难类别]).sort()).toEqual(
      [
        [signed.studentNumber, '1', '推荐岗位', ''],
        [objecting.studentNumber, '0', '', ''],
      ].sort(),
    )
    expect(await countOf('help')).toBe(2)
  })

  test('of many is met once each, page after page, in as many statements as of few', async () => {
    const graduate = {
      college: '01',
      major: '会计',
      level: '31',
      gender: 'male',
      home: '',
      enrolment: 'enrolled',
    } as const
    const more = Array.from({ length: 45 }, () => ({
      ...graduate,
      year: YEAR,
      agreements: [],
      destinations: [],
    }))
    const read = async () => {
      s.statements.length = 0
      const { rows } = await reviewer.first.call(contract.listAuditRows, {
        params,
        query: { year: YEAR, topic: 'self-check' },
      })
      return [rows.length, s.statements.length]
    }
    const [few, statements] = await read()
    await enterGraduates(s, school, more)
    expect([few, await read()]).toEqual([2, [20, statements]])
    const numbers = (await rowsOf('self-check')).map((row) => row.学号)
    expect([numbers.length, new Set(numbers).size, await countOf('self-check')]).toEqual([47, 47, 47])
  })
})

describe('an employer that is deregistered', () => {
  const key = () => ({ school, id: employer.id })
  const note = (by = reviewer, change = {}) =>
    by.first.ask(deregistrations.noteDeregistration, {
      params: key(),
      body: { deregisteredOn: '2026-05-20', readFrom: '国家企业信用信息公示系统', ...change },
    })

  test('opens a case for each of its registrations, and none is changed; withdrawn, they are corrected (AT-28)', async () => {
    const bySameCode = await s.student(school)
    await declare(s, bySameCode, '11', { creditCode: employer.creditCode })
    await sql`update destinations set status = 'registered', registered_at = declared_at, waiting_for = null
      where student_id = ${bySameCode.id}`.execute(s.db)
    const before = await signed.first.call(getAgreement, { params: { school, id: agreement.id } })
    const late = await note(reviewer, { deregisteredOn: '2026-06-05' })
    expect([late.json().code, late.json().errors[0].field]).toEqual(['day-not-meant', 'deregisteredOn'])
    const both = await Promise.all([note(), note()])
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect(both.find(({ statusCode }) => statusCode === 409)!.json().code).toBe('deregistered-already')
    await check()
    const cases = await casesOf('employer-deregistered')
    expect(cases.map(({ who, status }) => [who, status])).toEqual(
      expect.arrayContaining([
        [expect.any(String), 'open'],
        [expect.any(String), 'open'],
      ]),
    )
    expect(cases).toHaveLength(2)
    const after = await signed.first.call(getAgreement, { params: { school, id: agreement.id } })
    expect([after.status, after.version]).toEqual([before.status, before.version])
    for (const { id, version } of cases) {
      const body = { seenVersion: version, reason: '已核实，注销前已离职' }
      await reviewer.first.call(checkActs.explain, { params: { school, id }, body })
    }
    const told = await rowsOf('deregistered')
    expect(told.map((row) => [row.注销日期, row.依据, row.核查结果, row.情况说明])).toEqual(
      Array(2).fill(['2026-05-20', '国家企业信用信息公示系统', '已说明，待关闭', '已核实，注销前已离职']),
    )
    const hits = (await rowsOf('self-check')).filter((row) => row.规则 !== '')
    expect(hits.map((row) => [row.学号, row.规则, row.核查结果]).sort()).toEqual(
      [signed, bySameCode].map((one) => [one.studentNumber, '单位已注销', '已说明，待关闭']).sort(),
    )
    await reviewer.first.call(deregistrations.withdrawDeregistration, {
      params: key(),
      body: { reason: '查错了单位' },
    })
    await check()
    for (const { id } of cases)
      expect((await reviewer.first.call(getCheck, { params: { school, id } })).status).toBe('corrected')
    const actions = await actionsOn(s, `school:${school}`)
    expect(actions).toEqual(
      expect.arrayContaining(['school.note-deregistration', 'school.withdraw-deregistration']),
    )
    expect((await note()).statusCode).toBe(200)
    await check()
  })

  test('is noted by the school’s own staff alone', async () => {
    const ofCollege = await s.staff(school, 'college_reviewer', '01')
    const elsewhere = await s.staff(await s.school(), 'school_reviewer')
    expect([(await note(ofCollege)).statusCode, (await note(elsewhere)).statusCode]).toEqual([403, 404])
  })

  test('is noted from a list: matched by credit code, all or none of two who bring it, and the same list twice notes nothing twice', async () => {
    const at = await s.school()
    const by = await s.staff(at, 'school_reviewer')
    const [dated, undated, unknown] = [await s.employer(at), await s.employer(at), await s.employer(school)]
    const lines = [
      ['统一社会信用代码', '单位名称', '注销日期'],
      [dated.creditCode.toLowerCase(), '旧名', '2026年5月2日'],
      [undated.creditCode, undated.name, ''],
      [unknown.creditCode, unknown.name, '2026-05-02'],
      [dated.creditCode, dated.name, '2026-05-02'],
      ['91420100MA4BENCH00', '', ''],
      [(await s.employer(at)).creditCode, '', '2099-01-01'],
    ]
    const brought = async () => {
      const file = Buffer.from(lines.map((cells) => cells.join()).join('\n'))
      const asked = { params: { school: at }, query: { name: '注销名单.csv' }, file }
      const answer = await by.first.ask(deregistrations.checkDeregistrations, asked)
      expect(answer.statusCode).toBe(200)
      return answer.json()
    }
    const checked = await brought()
    expect(checked).toMatchObject({ same: 0, strangers: 1, further: 0, faultyRows: 3 })
    expect(checked.rows).toMatchObject([
      { row: 2, employerId: dated.id, calledThere: '旧名', deregisteredOn: '2026-05-02' },
      { row: 3, employerId: undated.id, calledThere: null, deregisteredOn: null },
    ])
    expect(checked.faults.map(({ row, name }: { row: number; name: string }) => [row, name])).toEqual([
      [5, '统一社会信用代码'],
      [6, '统一社会信用代码'],
      [7, '注销日期'],
    ])
    const enter = (struck: readonly { id: string }[]) =>
      by.first.ask(deregistrations.enterDeregistrations, {
        params: { school: at },
        body: {
          readFrom: '省厅名单',
          struckOut: struck.map(({ id }) => ({ employerId: id, deregisteredOn: '2026-05-02' })),
        },
      })
    expect((await enter([dated, unknown])).statusCode).toBe(404)
    const both = await Promise.all([enter([dated, undated]), enter([undated, dated])])
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect(await brought()).toMatchObject({ rows: [], same: 2, strangers: 1 })
    const noted = await s.db.selectFrom('deregistrations').where('schoolId', '=', at).selectAll().execute()
    expect(noted.map(({ readFrom }) => readFrom)).toEqual(['省厅名单', '省厅名单'])
    expect(await actionsOn(s, `school:${at}`)).toEqual(['school.note-deregistrations'])
  })
})

test('pay below the minimum wage is held, and where the table knows none the rule says so (AT-27)', async () => {
  const at = await s.school()
  const graduate = (region: string, pay: number) => ({
    ...({
      college: '01',
      major: '会计',
      level: '31',
      gender: 'male',
      home: '',
      enrolment: 'enrolled',
    } as const),
    ...{ year: YEAR, destinations: [] },
    agreements: [
      {
        status: 'effective',
        region,
        pay,
        employerId: employer.id,
        since: '2026-03-02T01:00:00Z',
        until: '2026-03-20T01:00:00Z',
      } as const,
    ],
  })
  await sql`insert into place_facts (kind, region, since, amount) values ('minimum-wage', '420000', '2020-01', 200000)`.execute(
    s.owner,
  )
  const [poor, , unknown] = await enterGraduates(s, at, [
    graduate('420111', 199_999),
    graduate('420111', 200_000),
    graduate('110101', 100),
  ])
  await sql`insert into check_runs (school_id, rule, due_at) values (${at}, 'below-minimum-wage', ${s.now()})`.execute(
    s.db,
  )
  await check()
  const rows = await s.db
    .selectFrom('checkRows as r')
    .innerJoin('checkCases as c', (on) =>
      on.onRef('c.id', '=', 'r.caseId').onRef('c.schoolId', '=', 'r.schoolId'),
    )
    .where('r.schoolId', '=', at)
    .select(['r.studentId', 'r.note', 'c.subject'])
    .execute()
  expect(rows.sort((a, b) => a.note.localeCompare(b.note))).toEqual([
    { studentId: poor, note: '199999/200000', subject: `student:${poor}` },
    { studentId: unknown, note: '2027-07', subject: 'wage-unknown' },
  ])
})

describe('the sign-off', () => {
  const content = () => reviewer.first.call(contract.getAuditContent, { params, query: { year: YEAR } })
  const sign = (seenHash: string, by = admin) =>
    by.first.ask(contract.signAudit, {
      params,
      body: { year: YEAR, signatoryPosition: '分管副校长', seenHash },
    })

  test('is by name and time of what was read, once; what changes later is seen, and it stays as it was', async () => {
    const { hash, isSigned, topics } = await content()
    expect([isSigned, topics.every(({ isChanged }) => isChanged === null)]).toEqual([false, true])
    expect((await sign('0'.repeat(64))).json().code).toBe('content-changed')
    expect((await sign(hash, reviewer)).statusCode).toBe(403)
    const both = await Promise.all([sign(hash), sign(hash)])
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect(both.find(({ statusCode }) => statusCode === 409)!.json().code).toBe('audit-signed')
    const { signings } = await audit()
    expect(signings).toMatchObject([
      { signatoryPosition: '分管副校长', hash, signedAt: s.now().toISOString() },
    ])
    // A day later an objection is older, and nothing else is another.
    s.setClock('2026-06-05T10:00:00+08:00')
    expect(await content()).toMatchObject({ hash, isSigned: true })
    await sql`update students set name = '改名' where id = ${signed.id}`.execute(s.db)
    const after = await content()
    expect(after.hash).not.toBe(hash)
    expect(after.topics.filter(({ isChanged }) => isChanged).map(({ topic }) => topic)).toEqual([
      ...['self-check', 'agreement', 'help', 'deregistered'],
    ])
    const change = s.db.updateTable('auditSignings').set({ signatory: '他人' }).execute()
    await expect(change).rejects.toThrow('never changed')
    await expect(s.db.deleteFrom('auditSignings').execute()).rejects.toThrow('never changed')
  })
})

describe('the file', () => {
  const take = (change: object = {}, by = admin) =>
    by.first.ask(contract.takeAudit, {
      params,
      body: {
        ...{ year: YEAR, format: 'csv' as const, withFiles: true, language: 'zh-CN' as const },
        ...{ purpose: 'report' as const, reason: '省级核查', ...change },
      },
    })

  test('has a sheet a topic as pages show it, the sign-offs, and evidence with its manifest', async () => {
    await sealDocument(s.services, { school, kind: 'agreement', id: agreement.id, version: 2 })
    const files = await unzipped((await take()).rawPayload)
    expect([...files.keys()].slice(0, 9)).toEqual(
      TOPICS.map((_, nth) => expect.stringMatching(new RegExp(`^${nth + 1} .*\\.csv$`))),
    )
    const own = rowsIn(files, '4 就业协议.csv')
    expect(own).toEqual(await rowsOf('agreement'))
    expect(rowsIn(files, '3 学生反馈.csv')[0]!.学生陈述).toBe("'=不是我登记的")
    const help = rowsIn(files, '8 就业帮扶.csv').find((row) => row.学号 === signed.studentNumber)
    expect(help!.困难类别).toBe('脱贫家庭、残疾')
    const told = rowsIn(files, '签字.csv')
    expect(told.filter((row) => row.专题 !== '')).toHaveLength(9)
    expect(told.find((row) => row.专题 === '就业协议')!.与最近一次签字相比).toBe('签字后有变化')
    expect(told.at(-1)).toMatchObject({ 职务: '分管副校长' })
    const manifest = rowsIn(files, '材料/就业协议/材料清单.csv')
    const pdf = files.get(`材料/就业协议/${manifest[0]!.文件}`)!
    expect([manifest[0]!.状态, sha256(pdf).toString('hex')]).toEqual(['在包内', manifest[0]!['SHA-256']])
  })

  test('is the administrators’, and who has had it is journaled for the school and each student', async () => {
    expect((await take({}, reviewer)).statusCode).toBe(403)
    const elsewhere = await s.staff(await s.school(), 'administrator')
    expect((await take({}, elsewhere)).statusCode).toBe(404)
    expect((await take({ purpose: 'other', reason: '' })).json().code).toBe('reason-needed')
    const xlsx = await take({ format: 'xlsx', withFiles: false, language: 'en' })
    const files = await unzipped(xlsx.rawPayload)
    expect([...files.keys()].slice(0, 2)).toEqual(['1 Rules of checks.xlsx', '2 Self-check.xlsx'])
    expect(files.get('2 Self-check.xlsx')!.subarray(0, 2).toString()).toBe('PK')
    const lines = await s.journal(`school:${school}`)
    expect(lines.at(-1)!.entry).toMatchObject({
      action: 'school.take-audit',
      reason: '省级核查',
      data: { purpose: 'report', year: YEAR },
    })
    expect(JSON.stringify(await objecting.first.call(getKept))).toContain('student.take-evidence')
  })
})
