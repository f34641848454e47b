import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as contract from '../../../contracts/checks.ts'
import { CHECK_RULE_NAMES, type CheckRule } from '../../../domain/check/rules.ts'
import { enterGraduates, type Graduate } from '../../testing/graduates.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { actionsOn, kindsToldTo } from '../../testing/told.ts'
import { countAgain } from '../employers/queries.ts'
import { runChecks } from './running.ts'

let s: Scenario
let school: string
let params: { school: string }
let staff: Awaited<ReturnType<Scenario['staff']>>
let ofCollege: Awaited<ReturnType<Scenario['staff']>>
let ofOther: Awaited<ReturnType<Scenario['staff']>>
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
  params = { school }
  staff = await s.staff(school, 'school_reviewer')
  ofCollege = await s.staff(school, 'college_reviewer', '01')
  ofOther = await s.staff(school, 'college_reviewer', '02')
})
afterAll(() => s.stop())

const FULL = { industry: '34', nature: '39', size: '50', address: '', contactPhone: '' }
const employerWith = async (profile: object) => {
  const { id } = await s.employer(school)
  await sql`update employers set profile = ${JSON.stringify({ ...FULL, ...profile })} where id = ${id}`.execute(
    s.db,
  )
  return id
}
type Agreement = Graduate['agreements'][number]
const graduate = (change: Partial<Graduate>): Graduate => ({
  ...{
    college: '01',
    major: '计算机',
    level: '31',
    gender: 'male',
    home: '',
    year: 2026,
    enrolment: 'enrolled',
  },
  ...{ agreements: [], destinations: [], ...change },
})
const signed = (employerId: string, change: Partial<Agreement> = {}): Agreement => ({
  ...{ status: 'effective', region: '420111', pay: 500_000, employerId },
  ...{ since: '2026-03-02T01:00:00Z', until: '2026-03-20T01:00:00Z', ...change },
})
const enter = (...graduates: Partial<Graduate>[]) => enterGraduates(s, school, graduates.map(graduate))
/** As the clock does a day later, or at once where a member of staff asks for it. */
async function run() {
  await staff.first.call(contract.askChecks, { params })
  expect(await runChecks(s.services, s.now())).toBeGreaterThan(0)
}
const casesOf = async (checkRule: CheckRule, by = staff, query: object = {}) =>
  (
    await by.first.call(contract.listChecks, {
      params,
      query: { checkRule, queue: 'all', pageSize: 100, ...query },
    })
  ).items
const view = (id: string, by = staff) => by.first.call(contract.getCheck, { params: { school, id } })
const act = (action: 'explain' | 'close', id: string, seenVersion: number, by = staff) =>
  by.first.ask(contract.checkActs[action], {
    params: { school, id },
    body: { seenVersion, reason: '单位已补正' },
  })
/** The students or employers that a rule finds now, with what is noted of each. */
async function foundBy(rule: CheckRule) {
  const views = await Promise.all((await casesOf(rule)).map(({ id }) => view(id)))
  return views.flatMap(({ rows }) =>
    rows.map(({ student, employer, note }) => [student?.id ?? employer?.id, note] as const),
  )
}

describe('each rule finds what it is for, and nothing beside', () => {
  test('of agreements: fields, size, pay, wage, dissolution, employers', async () => {
    const [usual, bare, tiny, refused] = [
      await employerWith({}),
      await employerWith({ industry: '' }),
      await employerWith({ size: '10', contactPhone: '027-8123 4567' }),
      await employerWith({ contactPhone: '02781234567' }),
    ]
    await sql`update admissions set status = 'suspended', admitted_at = null, verify_due = null, reason = '停用' where employer_id = ${refused}`.execute(
      s.db,
    )
    await sql`insert into place_facts (kind, region, since, until, amount) values ('minimum-wage', '420000', '2020-01', null, 200000),
      ('minimum-wage', '420100', '2020-01', '2021-01', 900000)`.execute(s.owner)
    const many = Array.from({ length: 10 }, () => ({ agreements: [signed(usual)] }))
    const ids = await enter(
      ...many,
      { agreements: [signed(usual, { pay: 5_000_000 })] },
      { agreements: [signed(usual, { pay: 199_999 })], major: '护理' },
      { agreements: [signed(bare)] },
      { agreements: [signed(tiny)], college: '01', major: '会计' },
      { agreements: [signed(tiny)], college: '02', major: '会计' },
      { agreements: [signed(refused)], major: '会计' },
      { agreements: [signed(usual, { status: 'dissolved' })], major: '会计' },
      { agreements: [signed(usual, { status: 'dissolved', until: '2026-05-20T01:00:00Z' })], major: '会计' },
    )
    const [rich, poor, lacking, first, second, dropped, dissolved] = ids.slice(10)
    const tooSmall = { checkRule: 'employer-too-small', isOn: true, threshold: 10, seenVersion: 0 } as const
    await staff.first.call(contract.saveCheckRule, { params, body: tooSmall })
    await run()
    expect(await foundBy('missing-fields')).toEqual([[lacking, 'industry']])
    expect(await foundBy('pay-far-off')).toEqual([[rich, '5000000/500000']])
    expect(await foundBy('below-minimum-wage')).toEqual([[poor, '199999/200000']])
    expect((await foundBy('employer-too-small')).map(([id, note]) => [id, note])).toEqual([
      [first, '2/19'],
      [second, '2/19'],
    ])
    expect(await foundBy('dissolved-soon')).toEqual([[dissolved, '18']])
    expect(await foundBy('employer-refused')).toEqual([[dropped, 'suspended']])
  })

  test('of employers that share a telephone, however it is written, or an address', async () => {
    const same = await Promise.all(
      ['027-87654321', '027 87654321', '02787654321'].map((contactPhone) => employerWith({ contactPhone })),
    )
    await run()
    const found = await foundBy('shared-phone')
    expect(found.map(([id]) => id).sort()).toEqual([...same].sort())
    expect(await foundBy('shared-address')).toEqual([])
  })

  test('of destinations and files: contradictions, what 12 and 76 need, one file for two', async () => {
    const since = { since: '2026-03-02T01:00:00Z', until: '2026-03-02T01:00:00Z' }
    const destination = { region: '420111', industry: '34', nature: '39', ...since }
    const usual = await employerWith({})
    const [flexible, both, twin] = await enter(
      { destinations: [{ ...destination, status: 'registered', category: '12', pay: '1999.99' }] },
      {
        agreements: [signed(usual)],
        destinations: [{ ...destination, status: 'declared', category: '70' }],
      },
      { destinations: [{ ...destination, status: 'registered', category: '11' }] },
    )
    expect(await foundBy('same-evidence')).toEqual([])
    for (const student of [flexible, twin])
      await sql`insert into evidence (school_id, id, uploaded_by, subject, state, name, sha256, uploaded_at)
        select ${school}, gen_random_uuid(), ${staff.userId}, 'destination:' || id, 'ready', '证明.pdf', ${'a'.repeat(64)}, now()
        from destinations where student_id = ${student}`.execute(s.db)
    const [bare] = await enter({ destinations: [{ ...destination, status: 'registered', category: '76' }] })
    await run()
    expect(await foundBy('below-minimum-wage')).toContainEqual([flexible, '199999/200000'])
    expect(await foundBy('contradictory')).toEqual([[both, 'declared']])
    expect(await foundBy('flexible-lacking')).toEqual([[bare, 'evidence,pay']])
    expect((await foundBy('same-evidence')).map(([id]) => id).sort()).toEqual([flexible, twin].sort())
  })

  test('of many acts from one address within an hour', async () => {
    const rule = { checkRule: 'burst-of-acts', isOn: true, threshold: 3, seenVersion: 0 } as const
    await staff.first.call(contract.saveCheckRule, { params, body: rule })
    const employer = await s.employer(school)
    const students = [await s.student(school), await s.student(school), await s.student(school)]
    await s.sign(employer, students[0]!)
    await s.sign(employer, students[1]!)
    await run()
    expect(await foundBy('burst-of-acts')).toEqual([])
    await s.sign(employer, students[2]!)
    await run()
    expect((await foundBy('burst-of-acts')).map(([id]) => id).sort()).toEqual(
      students.map(({ id }) => id).sort(),
    )
  })
})

describe('a case', () => {
  const lacking = async () => {
    const employer = await employerWith({ industry: '' })
    const [student] = await enter({ agreements: [signed(employer)], major: '物流' })
    await run()
    const id = (
      await s.db
        .selectFrom('checkRows')
        .where('studentId', '=', student!)
        .select('caseId')
        .executeTakeFirstOrThrow()
    ).caseId
    return { employer, student: student!, id }
  }

  test('is found once, by two instances at once too; explained it stays so until what it saw changes', async () => {
    const { employer, id } = await lacking()
    await staff.first.call(contract.askChecks, { params })
    await Promise.all([runChecks(s.services, s.now()), runChecks(s.secondServices, s.now())])
    expect(await actionsOn(s, `check:${id}`)).toEqual(['check.find'])
    expect((await act('explain', id, 1, ofCollege)).statusCode).toBe(200)
    await run()
    expect((await view(id)).status).toBe('explained')
    expect((await act('close', id, 2, ofCollege)).json().code).toBe('reviewed-at-another-level')
    expect((await act('close', id, 2)).json()).toMatchObject({ status: 'closed', explanation: '单位已补正' })
    await run()
    expect((await view(id)).status).toBe('closed')
    await sql`update employers set profile = profile || '{"nature": ""}' where id = ${employer}`.execute(s.db)
    await countAgain(s.db, employer)
    await run()
    expect(await view(id)).toMatchObject({
      status: 'open',
      explanation: null,
      rows: [{ note: 'industry,nature' }],
    })
  })

  test('is corrected when the rule finds it no more, keeps the rows it saw, and is found again', async () => {
    const { employer, id } = await lacking()
    const fill = async (industry: string) => {
      await sql`update employers set profile = profile || ${JSON.stringify({ industry })} where id = ${employer}`.execute(
        s.db,
      )
      await countAgain(s.db, employer)
    }
    await fill('34')
    await run()
    expect(await view(id)).toMatchObject({ status: 'corrected', rows: [{ note: 'industry' }] })
    await fill('')
    await run()
    expect((await view(id)).status).toBe('open')
    expect(await actionsOn(s, `check:${id}`)).toEqual(['check.find', 'check.correct', 'check.find-again'])
  })

  test('is assigned to who can see it, who is told; several are explained at once', async () => {
    const { id } = await lacking()
    const assign = (assignee: string) =>
      staff.first.ask(contract.checkActs.assign, {
        params: { school, id },
        body: { seenVersion: 1, assignee },
      })
    expect((await assign(ofOther.userId)).json()).toMatchObject({
      code: 'assignee-not-possible',
      errors: [{ field: 'assignee' }],
    })
    expect((await assign(ofCollege.userId)).json().status).toBe('assigned')
    expect(await kindsToldTo(s, ofCollege)).toContain('check.assigned')
    const stale = (await lacking()).id
    const { results } = await ofCollege.first.call(contract.explainChecks, {
      params,
      body: {
        reason: '已核实',
        items: [
          { id, seenVersion: 2 },
          { id: stale, seenVersion: 9 },
        ],
      },
    })
    expect(results.map(({ code }) => code)).toEqual([null, 'content-changed'])
  })

  test('a college sees its own and none that crosses colleges; another college and another school see nothing', async () => {
    const { id } = await lacking()
    expect((await view(id, ofCollege)).college).toBe('一院')
    expect((await ofOther.first.ask(contract.getCheck, { params: { school, id } })).statusCode).toBe(404)
    expect(
      (
        await ofOther.first.ask(contract.checkActs.explain, {
          params: { school, id },
          body: { seenVersion: 1, reason: 'x' },
        })
      ).statusCode,
    ).toBe(404)
    expect((await casesOf('employer-too-small', ofCollege)).length).toBe(0)
    expect((await casesOf('employer-too-small')).length).toBe(1)
    expect((await casesOf('missing-fields', staff, { q: 'nobody' })).length).toBe(0)
  })
})

describe('the rules', () => {
  test('are set within bounds, by one of two; switched off they find nothing new and leave what they found', async () => {
    const save = (change: object, seenVersion = 0) =>
      staff.first.ask(contract.saveCheckRule, {
        params,
        body: { checkRule: 'shared-phone', isOn: true, threshold: 4, seenVersion, ...change },
      })
    expect((await save({ threshold: 1 })).json()).toMatchObject({
      code: 'threshold-out-of-bounds',
      errors: [{ field: 'threshold' }],
    })
    expect((await save({ checkRule: 'same-evidence' })).json().code).toBe('threshold-out-of-bounds')
    const before = await casesOf('shared-phone')
    const both = await Promise.all([save({ isOn: false }), save({ isOn: false })])
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    await run()
    expect(await casesOf('shared-phone')).toEqual(before)
    await save({ isOn: true, threshold: 4 }, 1)
    await run()
    expect((await casesOf('shared-phone')).map(({ status }) => status)).toEqual(['corrected'])
    const { items } = await staff.first.call(contract.listCheckRules, { params })
    expect(items.map(({ checkRule }) => checkRule)).toEqual(CHECK_RULE_NAMES)
    expect(items.every(({ ranAt, isDue }) => ranAt !== null && !isDue)).toBe(true)
  })

  test('are run again a day later by the clock alone, and never at a school that has not asked', async () => {
    expect(await runChecks(s.services, s.now())).toBe(0)
    s.setClock('2026-06-02T10:00:01+08:00')
    expect(await runChecks(s.services, s.now())).toBe(CHECK_RULE_NAMES.length)
    expect(await runChecks(s.services, s.now())).toBe(0)
  })
})
