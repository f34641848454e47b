import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as contract from '../../../contracts/figures.ts'
import { DIMENSIONS, type FigureFilter } from '../../../domain/figures/dimensions.ts'
import { figureOf, graduatesIn, MEASURE_NAMES, partsOf, STANDINGS } from '../../../domain/figures/parts.ts'
import { rateText } from '../../../words/figure-words.ts'
import { enterAgreement, enterGraduates, type Graduate } from '../../testing/graduates.ts'
import { groupOf, matches, populations, recount, tally } from '../../testing/recount.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { countAgain } from '../employers/queries.ts'

let s: Scenario
let school: string
let staff: Awaited<ReturnType<Scenario['staff']>>
let ofCollege: Awaited<ReturnType<Scenario['staff']>>
let employers: { id: string; industry: string; nature: string }[]
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
  staff = await s.staff(school, 'school_reviewer')
  ofCollege = await s.staff(school, 'college_reviewer', '02')
  employers = await Promise.all(
    [
      ['34', '39'],
      ['42', '22'],
    ].map(async ([industry = '', nature = '']) => {
      const { id } = await s.employer(school)
      await s.db
        .updateTable('employers')
        .set({ profile: JSON.stringify({ industry, nature }) })
        .where('id', '=', id)
        .execute()
      return { id, industry, nature }
    }),
  )
})
afterAll(() => s.stop())

const readSheet = async (file: Buffer) =>
  ((await readXlsx(file)).sheets[0]?.rows ?? []).map((row) => row.map((cell) => String(cell ?? '')))

/** Every figure of these filters, and who stands behind each, against the recount. */
async function compare(reader: typeof staff, college: string | null, filters: readonly FigureFilter[]) {
  const people = (await recount(s, school, employers)).filter(
    (one) => one.year === 2026 && one.counted && (college === null || one.college === college),
  )
  const params = { school }
  for (const filter of filters) {
    const within = people.filter((person) => matches(person, filter))
    for (const by of DIMENSIONS) {
      const shown = await reader.first.call(contract.getFigures, {
        params,
        query: { year: 2026, by, ...filter },
      })
      expect(shown.total).toEqual(tally(within))
      expect(shown.waiting).toBe(within.filter((person) => person.waiting).length)
      const grouped = Map.groupBy(within, (person) => groupOf(person, by, filter))
      expect(Object.fromEntries(shown.groups.map((group) => [group.key, group.tally]))).toEqual(
        Object.fromEntries([...grouped].map(([key, some]) => [key, tally(some)])),
      )
      expect(shown.groups.reduce((sum, group) => sum + graduatesIn(group.tally), 0)).toBe(
        graduatesIn(shown.total),
      )
    }
    for (const measure of [...MEASURE_NAMES, undefined]) {
      const rows = await reader.first.call(contract.listFigureRows, {
        params,
        query: { year: 2026, pageSize: 100, ...(measure && { measure }), ...filter },
      })
      const expected = within.filter((person) => !measure || partsOf(measure).includes(person.standing))
      expect(rows.items.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort())
      expect(rows.total).toBe(measure ? figureOf(measure, tally(within)).numerator : within.length)
    }
  }
}

const FILTERS: readonly FigureFilter[] = [
  {},
  { college: '01', gender: '2' },
  { home: '420000' },
  { home: '420100', level: '31' },
  { home: '' },
  { major: '会计' },
  { region: '420000' },
  { industry: '34', nature: '39' },
  { pay: '03000' },
  { pay: '' },
]

describe('every figure and every filter agrees with a recount row by row', () => {
  test.each([11, 23])('of a random population (seed %i)', async (seed) => {
    const [population] = fc.sample(populations(employers), { seed, numRuns: 1 })
    await enterGraduates(s, school, population!)
    await compare(staff, null, FILTERS)
    await compare(ofCollege, '02', [{}, { home: '420000' }])
  })

  test('after everything has changed: roster, cases, an employer, one at a time and many at once', async () => {
    const someOf = (of: number) => sql`mod(abs(hashtext(id::text)), 3) = ${of}`
    await sql`update students set college_id = case college_id when '01' then '02' else '01' end, version = version + 1
      where school_id = ${school} and ${someOf(0)}`.execute(s.db)
    await sql`update students set enrolment = 'delayed' where school_id = ${school} and ${someOf(1)} and gender = '1'`.execute(
      s.db,
    )
    await sql`update agreements set status = 'dissolved', ended_at = now() where school_id = ${school} and ${someOf(0)}
      and status = 'effective'`.execute(s.db)
    await sql`update agreements set status = 'effective', effective_at = now(), waiting_for = null where school_id = ${school}
      and ${someOf(1)} and status = 'in_review'`.execute(s.db)
    await sql`update destinations set status = 'registered', registered_at = now(), waiting_for = null where school_id = ${school}
      and ${someOf(2)} and status = 'in_review' and student_id not in (select student_id from agreements
        where school_id = ${school} and status in ('effective', 'fulfilled'))`.execute(s.db)
    await sql`update destinations set status = 'voided', ended_at = now() where school_id = ${school} and ${someOf(0)}
      and status = 'registered'`.execute(s.db)
    employers = employers.map((one, n) => (n === 0 ? { ...one, industry: '22' } : one))
    await sql`update employers set profile = profile || '{"industry": "22"}' where id = ${employers[0]!.id}`.execute(
      s.db,
    )
    await countAgain(s.db, employers[0]!.id)
    await compare(staff, null, FILTERS)
  })

  test('the rows that the database keeps are those that it would derive now', async () => {
    const kept = () => s.owner.selectFrom('figureRows').selectAll().orderBy('studentId').execute()
    const before = await kept()
    await sql`select refresh_figures(school_id, array_agg(id)) from students group by school_id`.execute(
      s.owner,
    )
    expect(await kept()).toEqual(before)
  })

  test('nobody writes them: the product may not', async () => {
    await expect(sql`update figure_rows set category = '10'`.execute(s.db)).rejects.toThrow(
      'permission denied',
    )
    await expect(sql`delete from figure_rows`.execute(s.db)).rejects.toThrow('permission denied')
  })
})

test('two who change one student at once leave the figures as if one had come after the other', async () => {
  for (let n = 0; n < 5; n++) {
    const { id } = await s.student(school)
    await Promise.all([
      sql`update students set major_name = '护理' where id = ${id}`.execute(s.db),
      enterAgreement(
        s.db,
        { school, id, college: '01' },
        {
          ...{ status: 'effective', region: '420111', pay: 1, employerId: null },
          ...{ since: '2026-05-01T00:00:00Z', until: '2026-05-02T00:00:00Z' },
        },
      ),
    ])
    const { rows } =
      await sql`select major_name as major, category from figure_rows where student_id = ${id}`.execute(s.db)
    expect(rows).toEqual([{ major: '护理', category: '10' }])
  }
})

test('what reviews pass is counted at once, and no more when it is dissolved; nothing of another school is', async () => {
  const at = await s.school()
  const [reviewer, student, employer] = [
    await s.staff(at, 'school_reviewer'),
    await s.student(at),
    await s.employer(at),
  ]
  const figures = async () => {
    const { total, waiting } = await reviewer.first.call(contract.getFigures, {
      params: { school: at },
      query: {},
    })
    return [total.contract, total.nothing, waiting]
  }
  expect(await figures()).toEqual([0, 1, 0])
  const agreement = await s.sign(employer, student)
  expect(await figures()).toEqual([0, 1, 1])
  await s.certify(agreement, reviewer)
  expect(await figures()).toEqual([1, 0, 0])
  expect((await staff.first.ask(contract.getFigures, { params: { school: at }, query: {} })).statusCode).toBe(
    404,
  )
})

test('development counts what was in force on each day, beside earlier years on the same days', async () => {
  const at = await s.school()
  const reader = await s.staff(at, 'school_reviewer')
  const base: Omit<Graduate, 'year'> = {
    ...{ college: '01', major: '计算机', level: '31', home: '420111', destinations: [], agreements: [] },
    ...{ gender: 'male', enrolment: 'enrolled' },
  }
  const signed = (status: 'effective' | 'dissolved', since: string, until = since) => [
    { status, region: '420111', pay: 1, employerId: null, since, until },
  ]
  await enterGraduates(s, at, [
    { ...base, year: 2026, agreements: signed('effective', '2026-03-01T00:00:00Z') },
    { ...base, year: 2026, agreements: signed('dissolved', '2026-04-01T00:00:00Z', '2026-05-10T00:00:00Z') },
    { ...base, year: 2026 },
    { ...base, year: 2025, agreements: signed('effective', '2025-06-10T00:00:00Z') },
    { ...base, year: 2025, agreements: signed('effective', '2025-05-30T16:30:00Z') },
  ])
  const { year, days, years } = await reader.first.call(contract.getDevelopment, {
    params: { school: at },
    query: {},
  })
  expect([year, days.at(-1), days.every((day) => day >= '2025-09-01')]).toEqual([2026, '2026-06-01', true])
  const on = (of: number, day: string) => years.find((one) => one.year === of)!.points[days.indexOf(day)]!
  expect(years.map((one) => [one.year, one.graduates])).toEqual([
    [2026, 3],
    [2025, 2],
  ])
  expect([
    on(2026, '2026-03-02').contract,
    on(2026, '2026-04-06').contract,
    on(2026, '2026-05-11').contract,
  ]).toEqual([1, 2, 1])
  expect([on(2025, '2026-05-25').contract, on(2025, '2026-06-01').contract]).toEqual([0, 1])
  expect(
    years.every((one) =>
      one.points.every((point) => STANDINGS.reduce((n, key) => n + point[key], 0) === one.graduates),
    ),
  ).toBe(true)
})

test('rows are turned page by page, forwards and back, and each is met once', async () => {
  const turn = (query: object) =>
    staff.first.call(contract.listFigureRows, {
      params: { school },
      query: { year: 2026, pageSize: 7, ...query },
    })
  const first = await turn({})
  const second = await turn({ page: 2, after: first.items.at(-1)!.id })
  const back = await turn({ page: 1, before: second.items[0]!.id })
  expect(second.items).toHaveLength(7)
  expect(back.items.map(({ id }) => id)).toEqual(first.items.map(({ id }) => id))
  expect(first.items.some(({ id }) => second.items.some((one) => one.id === id))).toBe(false)
  expect((await turn({ page: 2, after: s.anId() })).items.map(({ id }) => id)).toEqual(
    second.items.map(({ id }) => id),
  )
})

test('tables and rows leave as files whose cells are text, and the journal says what was taken', async () => {
  await s.db
    .updateTable('colleges')
    .set({ name: '=1+1' })
    .where('schoolId', '=', school)
    .where('id', '=', '01')
    .execute()
  const params = { school }
  const table = (format: string) =>
    staff.first.ask(contract.downloadFigureTable, {
      params,
      body: { year: 2026, groupedBy: 'college', filter: { home: '420000' }, format, language: 'zh-CN' },
    })
  const [xlsx, csv] = [await table('xlsx'), await table('csv')]
  const cells = await readSheet(xlsx.rawPayload)
  const shown = await staff.first.call(contract.getFigures, { params, query: { year: 2026, home: '420000' } })
  const { numerator, denominator } = figureOf('placed', shown.total)
  expect(cells[1]![0]).toBe('=1+1')
  expect(cells[3]!.slice(0, 4)).toEqual([
    '合计',
    String(denominator),
    String(numerator),
    `${((numerator / denominator) * 100).toFixed(2)}%`,
  ])
  expect(cells.flat()).toContain('范围：生源地 湖北省')
  expect(csv.body).toContain(`"'=1+1"`)
  expect(csv.headers['content-type']).toContain('text/csv')

  const body = {
    year: 2026,
    measure: 'placed',
    filter: { home: '420000' },
    format: 'xlsx',
    language: 'zh-CN',
  }
  const rows = await staff.first.ask(contract.downloadFigureRows, {
    params,
    body: { ...body, purpose: 'report', reason: '周报' },
  })
  expect((await readSheet(rows.rawPayload)).slice(1)).toHaveLength(numerator)
  await staff.first.call(contract.takePicture, {
    params,
    body: { year: 2026, groupedBy: 'college', filter: {}, picture: 'groups', pictureForm: 'svg' },
  })
  const grown = await staff.first.call(contract.getDevelopment, { params, query: { year: 2026 } })
  const development = await staff.first.ask(contract.downloadDevelopment, {
    params,
    body: { year: 2026, filter: {}, format: 'csv', language: 'zh-CN' },
  })
  const last = figureOf('placed', grown.years[0]!.points[grown.days.length - 1]!)
  const [, ...days] = development.body.split('\r\n')
  expect(days[grown.days.length - 1]).toContain(
    `"${grown.days[grown.days.length - 1]}","${last.numerator}","${rateText(last)}"`,
  )
  expect(days[grown.days.length]).toBe('')

  const lines = (await s.journal(`school:${school}`)).map(
    ({ entry }) => entry as { action: string; data: { what?: string; rows?: number } },
  )
  expect(lines.map(({ action, data }) => [action, data.what ?? data.rows])).toEqual([
    ['school.take-figures', 'xlsx'],
    ['school.take-figures', 'csv'],
    ['school.take-figures', numerator],
    ['school.take-figures', 'groups.svg'],
    ['school.take-figures', 'development.csv'],
  ])
})

test('a college’s reviewer sees their college, whatever they ask for; an empty school says so', async () => {
  const asked = { params: { school }, query: { year: 2026, by: 'college', college: '01' } } as const
  expect((await ofCollege.first.call(contract.getFigures, asked)).groups).toEqual([])
  const other = await s.school()
  const reader = await s.staff(other, 'administrator')
  const figures = await reader.first.call(contract.getFigures, { params: { school: other }, query: {} })
  expect([figures.year, figures.years, figures.groups, graduatesIn(figures.total)]).toEqual([2026, [], [], 0])
  const development = await reader.first.call(contract.getDevelopment, {
    params: { school: other },
    query: {},
  })
  expect(development.years).toEqual([])
})
