import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as figures from '../../../contracts/figures.ts'
import * as contract from '../../../contracts/moments.ts'
import { listNotifications } from '../../../contracts/notifications.ts'
import { DIMENSIONS } from '../../../domain/figures/dimensions.ts'
import { figureOf, MEASURE_NAMES, NOBODY, partsOf } from '../../../domain/figures/parts.ts'
import { MOST_PLANNED } from '../../../domain/moment/life.ts'
import { inTransaction } from '../../db/database.ts'
import { enterAgreement, enterGraduates } from '../../testing/graduates.ts'
import { textOf } from '../../testing/pdf-tools.ts'
import { groupOf, type Hiring, type Person, populations, recount, tally } from '../../testing/recount.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { keepDue } from './keeping.ts'

let s: Scenario
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())

type Staff = Awaited<ReturnType<Scenario['staff']>>
const keepNow = (staff: Staff, school: string, name = '周报') =>
  staff.first.call(contract.planMoment, { params: { school }, body: { name, when: null } })
const planned = (staff: Staff, school: string, name = '周五') =>
  staff.first.call(contract.planMoment, {
    params: { school },
    body: { name, when: { day: '2026-07-04', time: '17:00' } },
  })
/** Its clock time is this very instant, by the clock that orders what is committed. */
const isNow = (id: string) =>
  sql`update figure_moments set at = clock_timestamp() where id = ${id}`.execute(s.db)
const figuresAt = (staff: Staff, school: string, moment: string, query: object = {}) =>
  staff.first.call(figures.getFigures, { params: { school }, query: { year: 2026, moment, ...query } })
const certifiedAt = async (staff: Staff, school: string, moment: string) =>
  (await figuresAt(staff, school, moment)).total.contract
const certified = {
  ...{ status: 'effective' as const, region: '420111', pay: 1, employerId: null },
  ...{ since: '2026-05-01T00:00:00Z', until: '2026-05-02T00:00:00Z' },
}
const graduateOf = async (school: string) => ({
  school,
  id: (await s.student(school)).id,
  college: '01',
})
const desk = async () => {
  const school = await s.school()
  return { school, staff: await s.staff(school, 'school_reviewer') }
}

test('what a moment has kept is what a recount found then, whatever is done after; two are compared row by row', async () => {
  const { school, staff } = await desk()
  const ofCollege = await s.staff(school, 'college_reviewer', '02')
  const employers: Hiring[] = [{ id: (await s.employer(school)).id, industry: '34', nature: '39' }]
  await sql`update employers set profile = ${'{"industry": "34", "nature": "39"}'} where id = ${employers[0]!.id}`.execute(
    s.db,
  )
  const [population] = fc.sample(populations(employers), { seed: 73, numRuns: 1 })
  await enterGraduates(s, school, population!)
  const counted = async () =>
    (await recount(s, school, employers)).filter((one) => one.year === 2026 && one.counted)
  const someOf = (of: number) => sql`school_id = ${school} and mod(abs(hashtext(id::text)), 3) = ${of}`

  const first = { people: await counted(), moment: await keepNow(staff, school, '第一周') }
  await sql`update students set college_id = case college_id when '01' then '02' else '01' end, version = version + 1
    where ${someOf(0)}`.execute(s.db)
  await sql`update students set enrolment = 'delayed' where ${someOf(1)} and gender = '1'`.execute(s.db)
  await sql`update agreements set status = 'dissolved', ended_at = now() where ${someOf(0)} and status = 'effective'`.execute(
    s.db,
  )
  await sql`update destinations set status = 'voided', ended_at = now() where ${someOf(1)} and status = 'registered'`.execute(
    s.db,
  )
  const second = { people: await counted(), moment: await keepNow(staff, school, '第二周') }
  await sql`update agreements set status = 'effective', effective_at = now(), waiting_for = null where ${someOf(1)}
    and status = 'in_review'`.execute(s.db)
  await sql`update destinations set status = 'voided', ended_at = now() where ${someOf(2)} and status = 'registered'`.execute(
    s.db,
  )
  await sql`update colleges set name = '改名后的学院' where school_id = ${school} and id = '01'`.execute(s.db)
  await sql`update codes set part = 'waiting' where kind = 'destination' and code in ('10', '46')`.execute(
    s.owner,
  )
  const later = { people: await counted(), moment: null }

  const isOf = (college: string | null) => (one: Person) => college === null || one.college === college
  for (const [reader, college] of [
    [staff, null],
    [ofCollege, '02'],
  ] as const)
    for (const { people, moment } of [first, second]) {
      const within = people.filter(isOf(college))
      for (const by of college === null ? DIMENSIONS : (['college', 'pay'] as const)) {
        const shown = await figuresAt(reader, school, moment.id, { by })
        const groups = Map.groupBy(within, (person) => groupOf(person, by, {}))
        expect(shown.total).toEqual(tally(within))
        expect(Object.fromEntries(shown.groups.map((group) => [group.key, group.tally]))).toEqual(
          Object.fromEntries([...groups].map(([key, some]) => [key, tally(some)])),
        )
        if (by === 'college') expect(shown.groups.map(({ name }) => name)).not.toContain('改名后的学院')
      }
      for (const measure of college === null ? MEASURE_NAMES : (['known'] as const)) {
        const rows = await reader.first.call(contract.listMomentRows, {
          params: { school, id: moment.id },
          query: { year: 2026, measure, pageSize: 100 },
        })
        const behind = within.filter((one) => partsOf(measure).includes(one.standing))
        expect(rows.items.map(({ id }) => id).sort()).toEqual(behind.map(({ id }) => id).sort())
        expect(rows.total).toBe(figureOf(measure, tally(within)).numerator)
      }
    }

  for (const [reader, college, was, is] of [
    [staff, null, first, second],
    [ofCollege, '02', first, second],
    [staff, null, second, later],
  ] as const) {
    const asked = {
      params: { school, id: was.moment.id },
      query: { year: 2026, ...(is.moment && { later: is.moment.id }) },
    }
    const [before, after] = [was.people.filter(isOf(college)), is.people.filter(isOf(college))]
    const compared = await reader.first.call(contract.compareMoments, asked)
    expect(compared.total).toEqual({ was: tally(before), is: tally(after) })
    for (const group of compared.groups)
      expect([group.was, group.is]).toEqual([
        tally(before.filter((one) => one.college === group.key)),
        tally(after.filter((one) => one.college === group.key)),
      ])
    const standingIn = (people: readonly Person[], id: string) =>
      people.find((one) => one.id === id)?.standing ?? null
    const ids = new Set([...before, ...after].map(({ id }) => id))
    const moved = [...ids]
      .map((id) => [id, standingIn(before, id), standingIn(after, id)])
      .filter(([, one, other]) => one !== other)
    const met: (string | null)[][] = []
    for (let page = 1, place: object = {}; ; page++) {
      const { items, total } = await reader.first.call(contract.listMomentChanges, {
        ...asked,
        query: { ...asked.query, pageSize: 5, page, ...place },
      })
      expect(total).toBe(moved.length)
      met.push(...items.map(({ id, was, is }) => [id, was?.standing ?? null, is?.standing ?? null]))
      if (met.length >= total || items.length === 0) break
      place = { after: items[items.length - 1]!.id }
    }
    expect(met.sort()).toEqual(moved.sort())
    expect(compared.moves.reduce((n, move) => n + move.n, 0)).toBe(moved.length)
  }
  await sql`update codes set part = 'contract' where kind = 'destination' and code in ('10', '46')`.execute(
    s.owner,
  )
})

test('an instance that comes late keeps the state of the set time, and tells who planned it, once', async () => {
  const { school, staff } = await desk()
  const [one, other] = [await graduateOf(school), await graduateOf(school)]
  const { id } = await planned(staff, school)
  await enterAgreement(s.db, one, certified)
  await isNow(id)
  await enterAgreement(s.db, other, certified)
  const told = async () =>
    (await staff.first.call(listNotifications, { query: {} })).items.filter(
      ({ kind }) => kind === 'moment.kept',
    )
  expect(await told()).toEqual([])
  const at = new Date()
  const kept = await Promise.all([keepDue(s.services, at), keepDue(s.secondServices, at)])
  expect(kept.sort()).toEqual([0, 1])
  expect(await certifiedAt(staff, school, id)).toBe(1)
  expect((await told()).map(({ subject }) => subject)).toEqual([{ kind: 'moment', id }])
  const { status, timeline, version } = await staff.first.call(contract.getMoment, { params: { school, id } })
  expect([status, version, timeline.map(({ action }) => action)]).toEqual([
    'kept',
    2,
    ['moment.plan', 'moment.keep'],
  ])
})

test('what is under way at the time is in it when it was committed before, whole, and else not at all', async () => {
  const { school, staff } = await desk()
  const [slow, half, rest] = [await graduateOf(school), await graduateOf(school), await graduateOf(school)]
  const [within, before] = [await keepNow(staff, school), await planned(staff, school)]
  expect(await certifiedAt(staff, school, within.id)).toBe(0)

  // Written before the time and committed after it.
  await inTransaction(s.db, async (tx) => {
    await enterAgreement(tx, slow, certified)
    await isNow(before.id)
    expect(await keepDue(s.secondServices, new Date())).toBe(1)
  })
  expect(await certifiedAt(staff, school, before.id)).toBe(0)

  // Through with its work, and its answer to COMMIT is still to come: whoever keeps the moment waits for it.
  const late = await planned(staff, school)
  let kept: Promise<number> | undefined
  await inTransaction(s.db, async (tx) => {
    await enterAgreement(tx, half, certified)
    await enterAgreement(tx, rest, certified)
    await sql`set constraints all immediate`.execute(tx)
    await isNow(late.id)
    kept = keepDue(s.secondServices, new Date())
    const waits = async () =>
      (await sql`select from pg_locks where locktype = 'advisory' and not granted`.execute(s.owner)).rows
        .length
    await expect.poll(waits).toBe(1)
  })
  expect(await kept).toBe(1)
  expect(await certifiedAt(staff, school, late.id)).toBe(3)
})

test('figures that are kept while reviews pass hold what had passed, and nothing that had not begun', async () => {
  const { school, staff } = await desk()
  const reader = await s.staff(school, 'administrator')
  const employer = await s.employer(school)
  const signed: Awaited<ReturnType<Scenario['sign']>>[] = []
  for (let n = 0; n < 6; n++) signed.push(await s.sign(employer, await s.student(school)))
  let [begun, passed] = [0, 0]
  const reviews = async () => {
    for (const agreement of signed) {
      begun++
      await s.certify(agreement, staff)
      passed++
    }
  }
  const keeping = async () => {
    const found: { id: string; least: number; most: number }[] = []
    while (passed < signed.length) {
      const least = passed
      const { id } = await keepNow(reader, school)
      found.push({ id, least, most: begun })
    }
    return found
  }
  const [found] = await Promise.all([keeping(), reviews()])
  const numbers: number[] = []
  for (const { id, least, most } of found) {
    const n = await certifiedAt(staff, school, id)
    expect(n).toBeGreaterThanOrEqual(least)
    expect(n).toBeLessThanOrEqual(most)
    numbers.push(n)
  }
  expect(numbers).toEqual([...numbers].sort())
  expect(await certifiedAt(staff, school, (await keepNow(reader, school)).id)).toBe(signed.length)
})

test('of a cancellation and the clock one comes first, and the other is told so', async () => {
  const { school, staff } = await desk()
  for (let n = 0; n < 4; n++) {
    const { id } = await planned(staff, school)
    await isNow(id)
    const params = { school, id }
    const [answer, kept] = await Promise.all([
      staff.first.ask(contract.momentActs.cancel, { params, body: { seenVersion: 1 } }),
      keepDue(s.secondServices, new Date()),
    ])
    const { status } = await staff.first.call(contract.getMoment, { params })
    expect([answer.statusCode, kept, status]).toEqual(kept === 1 ? [409, 1, 'kept'] : [200, 0, 'cancelled'])
  }
})

test('a moment is planned for later, renamed and cancelled before its time by the school, and by nobody else', async () => {
  const { school, staff } = await desk()
  const ofCollege = await s.staff(school, 'college_reviewer', '01')
  const stranger = await s.staff(await s.school(), 'administrator')
  const params = { school }
  const plan = (who: Staff, day: string, time: string) =>
    who.first.ask(contract.planMoment, { params, body: { name: '六月', when: { day, time } } })
  const refused = (answer: Awaited<ReturnType<typeof plan>>) => {
    const { code, errors } = answer.json()
    return [answer.statusCode, code, errors?.[0]?.field]
  }
  expect(refused(await plan(staff, '2026-06-01', '10:00'))).toEqual([422, 'moment-past', 'when.time'])
  s.statements.length = 0
  const { id, at, actions } = await planned(staff, school, '七月')
  expect(s.statements.length).toBeLessThanOrEqual(12)
  expect([at, actions]).toEqual(['2026-07-04T09:00:00.000Z', ['rename', 'cancel']])
  expect(refused(await plan(staff, '2026-07-04', '17:00'))).toEqual([409, 'moment-taken', 'when.time'])
  expect((await plan(ofCollege, '2026-07-05', '17:00')).statusCode).toBe(403)
  expect((await plan(stranger, '2026-07-05', '17:00')).statusCode).toBe(404)
  expect((await ofCollege.first.call(contract.getMoment, { params: { school, id } })).actions).toEqual([])
  expect((await stranger.first.ask(contract.getMoment, { params: { school, id } })).statusCode).toBe(404)
  expect(
    (await staff.first.ask(contract.listMomentRows, { params: { school, id }, query: { year: 2026 } }))
      .statusCode,
  ).toBe(404)

  const renamed = await staff.first.call(contract.momentActs.rename, {
    params: { school, id },
    body: { seenVersion: 1, name: '七月四日' },
  })
  expect([renamed.name, renamed.version]).toEqual(['七月四日', 2])
  const stale = await staff.first.ask(contract.momentActs.cancel, {
    params: { school, id },
    body: { seenVersion: 1 },
  })
  expect(stale.json().code).toBe('content-changed')
  const gone = await staff.first.call(contract.momentActs.cancel, {
    params: { school, id },
    body: { seenVersion: 2 },
  })
  expect([gone.status, gone.actions]).toEqual(['cancelled', []])
  expect((await plan(staff, '2026-07-04', '17:00')).statusCode).toBe(200)
  await sql`insert into figure_moments (school_id, id, name, status, at, planned_by, planner, planned_at)
    select ${school}, gen_random_uuid(), '满', 'planned', now() + n * interval '1 day', gen_random_uuid(), '', now()
    from generate_series(1, ${MOST_PLANNED - 1}::integer) n`.execute(s.db)
  expect(refused(await plan(staff, '2026-07-06', '17:00')).slice(0, 2)).toEqual([409, 'moments-too-many'])
  await sql`update figure_moments set status = 'cancelled' where school_id = ${school} and status = 'planned'`.execute(
    s.db,
  )
})

test('nobody changes what is kept, not even the owner of the database; whoever is forgotten counts on without a number', async () => {
  const { school, staff } = await desk()
  const [student, other] = [await graduateOf(school), await graduateOf(school)]
  await enterAgreement(s.db, other, certified)
  const { id } = await keepNow(staff, school)
  const row = await keepNow(staff, school)
  await enterAgreement(s.db, student, certified)
  for (const act of [
    sql`update figure_moments set name = '改' where id = ${id}`,
    sql`delete from figure_moments where id = ${id}`,
    sql`truncate figure_moments`,
    sql`update figure_history set category = '70' where school_id = ${school}`,
    sql`update figure_history set written_in = 1 where school_id = ${school}`,
    sql`update figure_history set student_number = '2' where school_id = ${school}`,
    sql`update figure_commits set at = '2020-01-01' where school_id = ${school}`,
    sql`delete from figure_commits where school_id = ${school}`,
    sql`truncate figure_commits`,
    sql`truncate figure_rows`,
    sql`insert into figure_commits select school_id, 0, '2020-01-01', xact from figure_commits where school_id = ${school}`,
    sql`delete from figure_history where school_id = ${school}`,
    sql`truncate figure_history`,
    sql`insert into figure_history select f.*, written_in from figure_rows f where school_id = ${school}`,
  ])
    await expect(act.execute(s.owner)).rejects.toThrow(/never changes/)
  await expect(
    sql`update figure_rows f set written_in = (select min(number) from figure_commits c where c.school_id = f.school_id)
      where school_id = ${school}`.execute(s.owner),
  ).rejects.toThrow(/open transaction/)
  await expect(sql`update figure_history set category = ''`.execute(s.db)).rejects.toThrow(
    'permission denied',
  )
  await expect(sql`delete from figure_moments`.execute(s.db)).rejects.toThrow('permission denied')

  const before = await figuresAt(staff, school, id)
  await sql`delete from agreements where school_id = ${school} and student_id = ${student.id}`.execute(
    s.owner,
  )
  await sql`delete from students where school_id = ${school} and id = ${student.id}`.execute(s.owner)
  expect(await figuresAt(staff, school, id)).toEqual(before)
  const rows = await staff.first.call(contract.listMomentRows, {
    params: { school, id: row.id },
    query: { year: 2026 },
  })
  expect(rows.items.find((one) => one.id === student.id)).toMatchObject({ studentNumber: '', name: '' })
  const later = await staff.first.call(contract.compareMoments, { params: { school, id }, query: {} })
  expect(later.total.is).toEqual({ ...NOBODY, contract: 1 })
  const open = await sql`select from figure_commits where school_id = ${school} and at = 'infinity'`.execute(
    s.owner,
  )
  expect(open.rows).toEqual([])
})

test('a week’s report is the same byte for byte whenever it is made, beside the moment before; each file is journaled', async () => {
  const { school, staff } = await desk()
  const [one, other] = [await graduateOf(school), await graduateOf(school)]
  await enterAgreement(s.db, one, certified)
  const before = await keepNow(staff, school, '上周')
  await enterAgreement(s.db, other, certified)
  const { id } = await keepNow(staff, school, '本周')
  const params = { school, id }
  const report = await staff.first.call(contract.getMomentReport, { params, query: {} })
  expect([report.year, report.before?.id, report.yearBefore]).toEqual([2026, before.id, null])
  expect([report.total.was?.contract, report.total.is.contract]).toEqual([1, 2])
  expect(report.sections.map(({ by, groups }) => [by, groups.length])).toEqual([
    ['college', 1],
    ['level', 1],
  ])
  const take = async (reportForm: 'pdf' | 'xlsx') => {
    const answer = await staff.first.ask(contract.downloadMomentReport, {
      params,
      body: { year: 2026, reportForm, language: 'zh-CN' },
    })
    expect(answer.statusCode).toBe(200)
    return answer.rawPayload
  }
  const made = [await take('pdf'), await take('xlsx')]
  await sql`update students set enrolment = 'delayed' where school_id = ${school}`.execute(s.db)
  await sql`update schools set name = '改名大学' where id = ${school}`.execute(s.db)
  await keepNow(staff, school, '下周')
  expect([await take('pdf'), await take('xlsx')].map((file, n) => file.equals(made[n]!))).toEqual([
    true,
    true,
  ])
  expect(textOf(made[0]!)).toContain('落实率较上次')
  const cells = ((await readXlsx(made[1]!)).sheets[0]?.rows ?? []).map((row) =>
    row.map((cell) => String(cell ?? '')),
  )
  expect(cells.find(([name]) => name === '协议和合同就业率')?.slice(0, 7)).toEqual([
    '协议和合同就业率',
    '2',
    '100.00%',
    '+1',
    '+50.00',
    '—',
    '—',
  ])
  const table = await staff.first.ask(contract.downloadComparison, {
    params: { school, id: before.id },
    body: { later: id, year: 2026, groupedBy: 'college', format: 'csv', language: 'en' },
  })
  expect(table.body).toContain('Placement rate')
  const rows = await staff.first.ask(contract.downloadMomentRows, {
    params,
    body: {
      year: 2026,
      measure: 'contract',
      filter: {},
      format: 'csv',
      language: 'zh-CN',
      purpose: 'report',
    },
  })
  expect(rows.body.trim().split('\n')).toHaveLength(3)
  const taken = (await s.journal(`school:${school}`)).map(
    ({ entry }) => (entry as { data: { what?: string; moment: string } }).data,
  )
  expect(taken.map(({ what, moment }) => [what, moment])).toEqual([
    ...['report.pdf', 'report.xlsx', 'report.pdf', 'report.xlsx'].map((what) => [what, id]),
    ['csv', before.id],
    [undefined, id],
  ])
  const reversed = await staff.first.ask(contract.compareMoments, { params, query: { later: before.id } })
  expect(reversed.json()).toMatchObject({ code: 'moments-reversed' })
})
