import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as contract from '../../../contracts/figures.ts'
import { AGREEMENT_STATUSES, isCertified } from '../../../domain/agreement/life.ts'
import { DECLARED, REGISTERED } from '../../../domain/destination/life.ts'
import { ENROLMENTS } from '../../../domain/enrolment/life.ts'
import {
  DIMENSIONS,
  type Dimension,
  digitsMeant,
  digitsShown,
  type FigureFilter,
  OF_WORK,
  payBandOf,
} from '../../../domain/figures/dimensions.ts'
import {
  COUNTED,
  type FigureStanding,
  figureOf,
  graduatesIn,
  MEASURE_NAMES,
  partsOf,
  STANDINGS,
  tallyOf,
  WORKING,
} from '../../../domain/figures/parts.ts'
import { enterAgreement, enterGraduates, type Graduate } from '../../testing/graduates.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

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

const REGIONS = ['420111', '420106', '420200', '110105', '440305', '']
const populations = () => {
  const since = fc.constantFrom('2026-03-02T01:00:00Z', '2026-04-30T16:30:00Z', '2026-05-20T03:00:00Z')
  const until = fc.constantFrom('2026-05-21T01:00:00Z', '2026-05-30T01:00:00Z')
  const industry = fc.constantFrom('34', '42', '22')
  const nature = fc.constantFrom('39', '31', '22')
  const agreement = fc.record({
    status: fc.constantFrom(...AGREEMENT_STATUSES.filter((one) => one !== 'awaiting_seal')),
    region: fc.constantFrom('420111', '420200', '110105'),
    pay: fc.constantFrom(0, 299_999, 300_000, 850_000, 2_500_000),
    employerId: fc.constantFrom(null, ...employers.map(({ id }) => id)),
    since,
    until,
  })
  const placed = fc.record({
    status: fc.constantFrom('registered', 'in_review', 'returned', 'voided', 'rejected'),
    category: fc.constantFrom('11', '12', '46', '512', '75', '76', '80', '801', '85'),
    region: fc.constantFrom('420111', '110105', ''),
    industry,
    nature,
    since,
    until,
  })
  const declared = fc.record({
    status: fc.constantFrom('declared'),
    category: fc.constantFrom('70', '71', '72'),
    ...{ region: fc.constant(''), industry: fc.constant(''), nature: fc.constant(''), since, until },
  })
  // A place is held by one at most; what is over, and a declaration, may be there beside it.
  const one = fc.record({
    college: fc.constantFrom('01', '02'),
    major: fc.constantFrom('计算机', '会计', '护理'),
    level: fc.constantFrom('31', '11', '41'),
    gender: fc.constantFrom('male', 'female'),
    home: fc.constantFrom(...REGIONS),
    year: fc.constantFrom(2026, 2026, 2026, 2025),
    enrolment: fc.constantFrom('enrolled', 'enrolled', 'enrolled', ...ENROLMENTS),
    agreements: fc.array(agreement, { maxLength: 1 }),
    destinations: fc
      .tuple(fc.array(placed, { maxLength: 1 }), fc.array(declared, { maxLength: 1 }))
      .map((all) => all.flat()),
  })
  return fc.array(one as fc.Arbitrary<Graduate>, { minLength: 45, maxLength: 45 })
}

type Person = {
  readonly id: string
  readonly counted: boolean
  readonly standing: FigureStanding
} & Readonly<Record<Dimension, string>> & { readonly year: number; readonly waiting: boolean }

/** Row by row, as somebody with paper and pencil would: every student with every case of theirs, by the rules of the domain. */
async function recount(of: string): Promise<Person[]> {
  const all = async <T extends 'students' | 'agreements' | 'destinations'>(table: T) =>
    (await s.db
      .selectFrom(table as 'students')
      .where('schoolId', '=', of)
      .selectAll()
      .execute()) as unknown as Record<string, unknown>[]
  const [students, agreements, destinations] = await Promise.all([
    all('students'),
    all('agreements'),
    all('destinations'),
  ])
  const codes = await s.db.selectFrom('codes').where('kind', '=', 'destination').selectAll().execute()
  const partOf = new Map(codes.map((code) => [code.code, code.part as FigureStanding]))
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  const answer = (of: Record<string, unknown>, type: string) => {
    const form = of.form as { key: string; type: string }[]
    const key = form.find((field) => field.type === type)?.key ?? ''
    return (of.details as Record<string, { value: string }>)[key]?.value ?? ''
  }
  return students.map((student): Person => {
    const mine = (row: Record<string, unknown>) => row.studentId === student.id
    const certified = agreements.find((row) => mine(row) && isCertified(row.status as 'effective'))
    const registered = destinations.find(
      (row) => mine(row) && REGISTERED.includes(row.status as 'registered'),
    )
    const declared = destinations.find((row) => mine(row) && DECLARED.includes(row.status as 'declared'))
    const other = registered ?? declared
    const category = certified ? '10' : text(other?.category)
    const employer = employers.find(({ id }) => id === certified?.employerId)
    const terms = certified?.terms as { regionCode: string; regularPay: number } | undefined
    const waits = [...agreements, ...destinations].some(
      (row) => mine(row) && (row.waitingFor === 'school' || row.waitingFor === 'college'),
    )
    return {
      id: text(student.id),
      year: Number(student.graduationYear),
      counted: COUNTED.includes(student.enrolment as 'enrolled'),
      waiting: waits,
      standing: category === '' ? 'nothing' : partOf.get(category)!,
      college: text(student.collegeId),
      major: text(student.majorName),
      level: text(student.educationLevel),
      gender: text(student.gender),
      home: text(student.homeRegion),
      region: terms ? terms.regionCode : other ? answer(other, 'code:region') : '',
      industry: certified ? (employer?.industry ?? '') : other ? answer(other, 'code:industry') : '',
      nature: certified ? (employer?.nature ?? '') : other ? answer(other, 'code:employer_nature') : '',
      pay: payBandOf(terms ? terms.regularPay : null),
    }
  })
}

const matches = (person: Person, filter: FigureFilter) =>
  (Object.entries(filter) as [Dimension, string][]).every(([dimension, value]) => {
    if (OF_WORK.includes(dimension) && !WORKING.includes(person.standing)) return false
    const isPlace = dimension === 'home' || dimension === 'region'
    return isPlace && value !== ''
      ? person[dimension].startsWith(value.slice(0, digitsMeant(value)))
      : person[dimension] === value
  })
const groupOf = (person: Person, by: Dimension, filter: FigureFilter) => {
  if (by !== 'home' && by !== 'region') return person[by]
  return person[by] === '' ? '' : person[by].slice(0, digitsShown(filter[by])).padEnd(6, '0')
}
const tally = (people: readonly Person[]) => tallyOf(people.map(({ standing }) => ({ standing, n: 1 })))

/** Every figure of these filters, and who stands behind each, against the recount. */
async function compare(reader: typeof staff, college: string | null, filters: readonly FigureFilter[]) {
  const people = (await recount(school)).filter(
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
    const [population] = fc.sample(populations(), { seed, numRuns: 1 })
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
    await compare(staff, null, FILTERS)
  })

  test('the rows that the database keeps are those that it would derive now', async () => {
    const { rows } = await sql`
      (select f.* from figure_rows f except select d.* from students st cross join lateral figure_source(st.school_id, st.id) d)
      union all
      (select d.* from students st cross join lateral figure_source(st.school_id, st.id) d except select f.* from figure_rows f)`.execute(
      s.owner,
    )
    expect(rows).toEqual([])
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
  const lines = (await s.journal(`school:${school}`)).map(
    ({ entry }) => entry as { action: string; data: { what?: string; rows?: number } },
  )
  expect(lines.map(({ action, data }) => [action, data.what ?? data.rows])).toEqual([
    ['school.take-figures', 'xlsx'],
    ['school.take-figures', 'csv'],
    ['school.take-figures', numerator],
    ['school.take-figures', 'groups.svg'],
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
