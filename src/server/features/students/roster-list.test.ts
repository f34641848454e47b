import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { declareDestination } from '../../../contracts/destinations.ts'
import * as contract from '../../../contracts/roster.ts'
import { getStudentFile } from '../../../contracts/students.ts'
import { EMPLOYMENT_STATUSES } from '../../../domain/employment.ts'
import { MOST_FILTERS, ROSTER_ORDERS, ROSTER_SORTS } from '../../../domain/roster/filter.ts'
import { declarationOf, declare } from '../../testing/destination-forms.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

let s: Scenario
let school: string
let reviewer: Awaited<ReturnType<Scenario['staff']>>
let ofCollege: Awaited<ReturnType<Scenario['staff']>>
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
  reviewer = await s.staff(school, 'school_reviewer')
  ofCollege = await s.staff(school, 'college_reviewer', '02')
})
afterAll(() => s.stop())

type Query = Parameters<typeof list>[0]
const list = (query: Parameters<typeof reviewer.first.call<typeof contract.listStudents>>[1]['query'] = {}) =>
  reviewer.first.call(contract.listStudents, { params: { school }, query })
const idsOf = async (query: Query) => (await list(query)).items.map(({ id }) => id)

test('each filter finds those whom the file shows so, and whom it does not find are not so', async () => {
  const [free, signing, employed] = [
    await s.student(school),
    await s.student(school),
    await s.student(school),
  ]
  const [declared, studying] = [await s.student(school), await s.student(school)]
  const employer = await s.employer(school)
  await s.sign(employer, signing)
  await s.certify(await s.sign(employer, employed), reviewer)
  const { params, body } = await declarationOf(s, declared, '70')
  await declared.first.call(declareDestination, { params, body })
  await declare(s, studying, '801')
  const all = await idsOf({ pageSize: 100 })
  const found = new Map<string, string>()
  for (const employment of EMPLOYMENT_STATUSES)
    for (const id of await idsOf({ employment, pageSize: 100 })) {
      expect(found.get(id)).toBeUndefined()
      found.set(id, employment)
    }
  expect([...found.keys()].sort()).toEqual([...all].sort())
  for (const [id, status] of found) {
    const file = await reviewer.first.call(getStudentFile, { params: { school, id } })
    expect(file.employment.status).toBe(status)
  }
  expect([free, signing, employed, declared, studying].map(({ id }) => found.get(id))).toEqual([
    'unplaced',
    'signing',
    'employed',
    'declared',
    'registering',
  ])
})

test('is narrowed by what the roster says, and by the first login', async () => {
  const at = await s.school()
  const administrator = await s.staff(at, 'administrator')
  const one = await s.student(at, { className: '三班' })
  const other = await s.student(at, { verified: false, college: '02' })
  const found = async (query: Query) =>
    (await administrator.first.call(contract.listStudents, { params: { school: at }, query })).items.map(
      ({ id }) => id,
    )
  expect(await found({ className: '三班' })).toEqual([one.id])
  expect(await found({ college: '02' })).toEqual([other.id])
  expect(await found({ verified: 'no' })).toEqual([other.id])
  expect(await found({ verified: 'yes' })).toEqual([one.id])
  for (const all of [
    { major: '计算机' },
    { level: '31' },
    { year: 2026 },
    { enrolment: 'enrolled' },
  ] as const)
    expect(await found(all)).toEqual([one.id, other.id])
  for (const none of [{ major: '计算' }, { level: '11' }, { year: 2027 }, { enrolment: 'delayed' }] as const)
    expect(await found(none)).toEqual([])
  expect(await administrator.first.call(contract.listRosterChoices, { params: { school: at } })).toEqual({
    majors: ['计算机'],
    classes: [
      { college: '01', name: '三班' },
      { college: '02', name: '一班' },
    ],
    levels: [{ code: '31', name: '本科生毕业', nameEn: expect.any(String) }],
    years: [2026],
  })
  const ofCollege = await s.staff(at, 'college_reviewer', '02')
  const own = await ofCollege.first.call(contract.listRosterChoices, { params: { school: at } })
  expect(own.classes).toEqual([{ college: '02', name: '一班' }])
})

test('by what it can be narrowed is found by leaping over those who have said it already', async () => {
  const at = await s.school()
  const { first } = await s.staff(at, 'administrator')
  for (const className of ['甲班', '甲班', '乙班', '甲班', '乙班']) await s.student(at, { className })
  s.statements.length = 0
  const { classes } = await first.call(contract.listRosterChoices, { params: { school: at } })
  expect(classes.map(({ name }) => name).sort()).toEqual(['乙班', '甲班'])
  const [leaping] = s.statements.filter((text) => text.includes('recursive held'))
  // Of a table that is small a plan reads all: what an index alone could answer is asked for here.
  const plan = await s.owner.connection().execute(async (owner) => {
    await sql`set enable_seqscan = off`.execute(owner)
    await sql`set enable_bitmapscan = off`.execute(owner)
    const text = leaping!.replaceAll(/\$\d+/g, `'${at}'`)
    const { rows } = await sql<Record<string, string>>`explain (costs off) ${sql.raw(text)}`.execute(owner)
    await sql`reset enable_seqscan`.execute(owner)
    await sql`reset enable_bitmapscan`.execute(owner)
    return rows.map((row) => Object.values(row)[0]).join('\n')
  })
  expect(plan.match(/students_in_choices/g)).toHaveLength(2)
  expect(plan).toMatch(/Index Cond: .*ROW\(/)
})

describe.each(ROSTER_SORTS)('by %s', (sort) => {
  test.each(ROSTER_ORDERS)(
    '%s: pages go on from a place, whatever comes and goes before it',
    async (order) => {
      const at = await s.school()
      const { first } = await s.staff(at, 'school_reviewer')
      const made = []
      for (const name of ['丙', '甲', '乙', '甲', '丁', '戊', '己'])
        made.push(await s.student(at, { name, className: `${name}班` }))
      const page = (query: Query) =>
        first.call(contract.listStudents, {
          params: { school: at },
          query: { sort, order, pageSize: 2, ...query },
        })
      const whole = (await page({ pageSize: 100 })).items.map(({ id }) => id)
      expect(new Set(whole).size).toBe(made.length)
      const seen: string[] = []
      for (let of = await page({}), n = 1; ; n++) {
        seen.push(...of.items.map(({ id }) => id))
        if (seen.length >= of.total) break
        of = await page({ page: n + 1, after: of.items.at(-1)!.id })
      }
      expect(seen).toEqual(whole)
      const back = await page({ page: 2, before: whole[4]! })
      expect(back.items.map(({ id }) => id)).toEqual(whole.slice(2, 4))
      // Who was before the place has gone: what follows is what followed, and nobody is passed over.
      await s.db
        .updateTable('students')
        .set({ className: '', graduationYear: 1999 })
        .where('id', '=', whole[0]!)
        .execute()
      const next = await page({ page: 2, after: whole[1]! })
      if (sort === 'number' || sort === 'name')
        expect(next.items.map(({ id }) => id)).toEqual(whole.slice(2, 4))
      else expect(next.items[0]?.id).toBe(whole[2])
    },
  )
})

test('a place that is nobody of the reader’s is the page of that number', async () => {
  const stranger = await s.student(await s.school())
  const { items, page } = await list({ page: 2, pageSize: 1, after: stranger.id })
  expect([page, items]).toEqual([2, (await list({ page: 2, pageSize: 1 })).items])
})

test('a list takes few statements, whatever it is narrowed by', async () => {
  const before = s.statements.length
  await list({ q: '学', employment: 'employed', sort: 'name' })
  // The session, the page, its number, the rows, the colleges.
  expect(s.statements.length - before).toBeLessThanOrEqual(6)
})

describe('by document', () => {
  const find = (by: typeof reviewer, documentNumber: string) =>
    by.first.ask(contract.findByDocument, { params: { school }, body: { documentNumber } })

  test('finds by the whole number alone, however it is typed, also without the digits that count renewals', async () => {
    const resident = await s.student(school)
    const permit = await s.student(school, {
      documentType: 'hk_macao_permit',
      idNumber: 'H1234567801',
      gender: 'male',
    })
    const found = async (typed: string) =>
      (await find(reviewer, typed)).json().items.map(({ id }: { id: string }) => id)
    expect(await found(` ${resident.idNumber.toLowerCase()} `)).toContain(resident.id)
    expect(await found('h12345678')).toEqual([permit.id])
    expect(await found('H1234567802')).toEqual([permit.id])
    expect(await found('H87654321')).toEqual([])
    const part = await find(reviewer, resident.idNumber.slice(-6, -1))
    expect([part.statusCode, part.json().code, part.json().errors[0].field]).toEqual([
      422,
      'no-document-number',
      'documentNumber',
    ])
  })

  test('finds nobody outside the reader’s college or school', async () => {
    const student = await s.student(school)
    expect((await find(ofCollege, student.idNumber)).json().items).toEqual([])
    const at = await s.school()
    const elsewhere = await s.staff(at, 'administrator')
    const there = { params: { school: at }, body: { documentNumber: student.idNumber } }
    expect(await elsewhere.first.call(contract.findByDocument, there)).toEqual({ items: [] })
  })
})

describe('what one of the staff has set up', () => {
  test('is kept for them alone, and comes back as it was', async () => {
    const [mine, other] = [await s.staff(school, 'school_reviewer'), await s.staff(school, 'school_reviewer')]
    const params = { school }
    const view = ({ first }: typeof mine) => first.call(contract.getRosterView, { params })
    await mine.first.call(contract.saveRosterColumns, { params, body: { columns: ['name', 'className'] } })
    const filter = { college: '01', employment: 'unplaced', year: 2026 } as const
    await mine.first.call(contract.saveRosterFilter, { params, body: { name: '一院未就业', filter } })
    expect(await view(mine)).toEqual({
      columns: ['name', 'className'],
      filters: [{ name: '一院未就业', filter: { q: '', sort: 'number', order: 'asc', ...filter } }],
      own: [],
    })
    expect(await view(other)).toEqual({ columns: null, filters: [], own: [] })
    // Under the same name, however it is typed, it is replaced.
    await mine.first.call(contract.saveRosterFilter, {
      params,
      body: { name: ' 一院未就业 ', filter: { q: '王' } },
    })
    expect((await view(mine)).filters).toEqual([
      { name: '一院未就业', filter: { q: '王', sort: 'number', order: 'asc' } },
    ])
    expect(
      (await mine.first.call(contract.forgetRosterFilter, { params, body: { name: '一院未就业' } })).filters,
    ).toEqual([])
  })

  test('has at most so many filters, and a place again once one is forgotten', async () => {
    const { first } = await s.staff(school, 'school_reviewer')
    const params = { school }
    const keep = (n: number) =>
      first.ask(contract.saveRosterFilter, {
        params,
        body: { name: `第 ${n} 个`, filter: { year: 2000 + n } },
      })
    for (let n = 1; n <= MOST_FILTERS; n++) expect((await keep(n)).statusCode).toBe(200)
    const over = await keep(MOST_FILTERS + 1)
    expect([over.statusCode, over.json().code]).toEqual([409, 'filters-too-many'])
    await first.call(contract.forgetRosterFilter, { params, body: { name: '第 7 个' } })
    expect((await keep(MOST_FILTERS + 1)).json().filters).toHaveLength(MOST_FILTERS)
    // One that is there is replaced, though all places are taken.
    expect((await keep(3)).json().filters).toHaveLength(MOST_FILTERS)
  })

  test('two at once are two, or one is told to read again', async () => {
    const { first, second } = await s.staff(school, 'school_reviewer')
    const keep = (by: typeof first, name: string) =>
      by.ask(contract.saveRosterFilter, { params: { school }, body: { name, filter: {} } })
    const codes = (await Promise.all([keep(first, '甲'), keep(second, '乙'), keep(first, '丙')])).map(
      ({ statusCode }) => statusCode,
    )
    expect(codes.every((code) => code === 200 || code === 409)).toBe(true)
    const { filters } = await first.call(contract.getRosterView, { params: { school } })
    expect(filters).toHaveLength(codes.filter((code) => code === 200).length)
  })
})
