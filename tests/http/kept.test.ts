import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unmaskCorrection } from '../../src/contracts/corrections.ts'
import { declareDestination } from '../../src/contracts/destinations.ts'
import { openOriginal, uploadEvidence } from '../../src/contracts/evidence.ts'
import { getKept, getKeptPage, type Kept } from '../../src/contracts/privacy.ts'
import { downloadRoster, unmaskStudent } from '../../src/contracts/roster.ts'
import { EVENT_NAMES } from '../../src/domain/event.ts'
import { lookedBy } from '../../src/domain/look.ts'
import { sampleTerms } from '../../src/server/demo/terms.ts'
import { KEPT } from '../../src/server/features/privacy/kept-tables.ts'
import { askCorrection } from '../../src/server/testing/asked-correction.ts'
import { declarationOf } from '../../src/server/testing/destination-forms.ts'
import { TURNED } from '../../src/server/testing/sample-files.ts'
import { type Scenario, startScenario } from '../../src/server/testing/scenario.ts'
import { KEPT_WORDS } from '../../src/words/kept.ts'
import { ENDPOINTS } from './contract.ts'
import { makeOneOfEach } from './one-of-each.ts'

let s: Scenario
let school: string
let things: Awaited<ReturnType<typeof makeOneOfEach>>['things']
beforeAll(async () => {
  s = await startScenario()
  school = await s.school({ agreementLevels: ['college', 'school'] })
  things = (await makeOneOfEach(s, school)).things
})
afterAll(() => s.stop())

const inSql = (table: string) => table.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const rowsOf = ({ sections }: Kept, table: string) =>
  sections.find((section) => section.table === table)?.rows ?? []

/** Every table of the database that has a row in which one of these is written. */
async function tablesThatName(marks: readonly string[]) {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
      and table_name not like 'kysely%'`.execute(s.db)
  const naming = await Promise.all(
    rows.map(async ({ name }) => {
      const patterns = marks.map((mark) => `%${mark}%`)
      const found = await sql<{ n: number }>`
        select count(*)::int as n from ${sql.table(name)} t where to_jsonb(t)::text like any(${patterns}::text[])`.execute(
        s.owner,
      )
      return found.rows[0]!.n > 0 ? [name] : []
    }),
  )
  return { all: rows.map(({ name }) => name), naming: naming.flat() }
}

test('whatever table of the database names a student, they are shown it, or it is said why not', async () => {
  const known = new Map(Object.entries(KEPT).map(([table, of]) => [inSql(table), { table, of }]))
  for (const { student, studentNumber, name } of Object.values(things)) {
    const account = await s.db
      .selectFrom('users')
      .where('login', '=', studentNumber)
      .select(['id', 'studentId'])
      .executeTakeFirstOrThrow()
    const kept = await student.call(getKept)
    const { all, naming } = await tablesThatName([account.id, account.studentId!])
    expect(all.filter((table) => !known.has(table))).toEqual([])
    expect(naming).toContain('students')
    const missing = naming.filter((table) => {
      const { table: key, of } = known.get(table)!
      return !('left' in of) && rowsOf(kept, key).length === 0
    })
    expect(missing, name).toEqual([])
  }
})

test('what is sealed is read in the clear, and nothing of anybody else is', async () => {
  const one = await s.student(school, { name: '慕容甲', phone: '13911112222' })
  const other = await s.student(school, { name: '慕容乙', phone: '13933334444' })
  const employer = await s.employer(school)
  const staff = await s.staff(school, 'school_reviewer')
  await s.sign(employer, one)
  await s.sign(employer, other)
  await askCorrection(s, other, { className: '二班' })
  const { body, json } = await one.first.ask(getKept)
  const kept: Kept = json()
  expect(rowsOf(kept, 'students')).toMatchObject([
    { name: '慕容甲', idNumberCipher: one.idNumber, phoneCipher: '13911112222' },
  ])
  expect(rowsOf(kept, 'agreements')).toHaveLength(1)
  const terms = sampleTerms('2026-07-10')
  const others = ['慕容乙', other.studentNumber, other.id, other.userId, other.idNumber, '13933334444']
  const named = [...others, terms.contactName, terms.contactPhone, employer.userId, staff.userId]
  expect(
    named.filter((mark) => body.includes(`"${mark}"`) || (mark.length > 8 && body.includes(mark))),
  ).toEqual([])
  const html = await one.first.ask(getKeptPage)
  expect(html.headers['content-disposition']).toContain('attachment')
  expect(html.body).toContain(one.idNumber)
  expect(named.filter((mark) => mark.length > 8 && html.body.includes(mark))).toEqual([])
})

test('who looked at whole numbers and original files is shown with why, and whoever else looked at others is not', async () => {
  const [one, other] = [await s.student(school), await s.student(school)]
  const staff = await s.staff(school, 'school_reviewer')
  for (const student of [one, other]) {
    const photo = { params: { school }, query: { name: '证明.jpg' }, file: TURNED.jpeg }
    const { id } = await student.first.call(uploadEvidence, photo)
    const { params, body } = await declarationOf(s, student, '12')
    await student.first.call(declareDestination, { params, body: { ...body, evidence: [id] } })
    await staff.first.call(openOriginal, { params: { school, id }, body: { reason: `看${student.name}` } })
  }
  const correction = await askCorrection(s, one, { className: '二班' })
  await staff.first.call(unmaskCorrection, {
    params: { school, id: correction.id },
    body: { reason: '核对号码' },
  })
  const looking = { purpose: 'report', reason: '年度上报' } as const
  await staff.first.call(unmaskStudent, {
    params: { school, id: one.id },
    body: { purpose: 'contact', reason: '' },
  })
  const roster = {
    params: { school },
    body: { language: 'zh-CN', filter: { q: one.studentNumber }, ...looking },
  }
  await staff.first.ask(downloadRoster, roster)
  const { looks } = await one.first.call(getKept)
  expect(looks.map(({ action, purpose, reason }) => [action, purpose, reason]).sort()).toEqual([
    ['correction.unmask', null, '核对号码'],
    ['evidence.open-original', null, `看${one.name}`],
    ['student.download-data', 'report', '年度上报'],
    ['student.unmask', 'contact', null],
  ])
  expect(looks.every(({ by }) => by !== '')).toBe(true)
  const { body } = await one.first.ask(getKeptPage)
  const said = [
    '下载完整信息 · 按规定上报 · 年度上报',
    '查看完整号码 · 联系学生</li>',
    '查看完整号码 · 核对号码',
  ]
  expect(said.filter((text) => !body.includes(text))).toEqual([])
  expect((await other.first.call(getKept)).looks.map(({ reason }) => reason)).toEqual([`看${other.name}`])
})

test('whatever act is called a look is named as one, so that no other name hides it', () => {
  const verbs = [
    ...ENDPOINTS.map(([, { url }]) => url.split('/').at(-1)!),
    ...EVENT_NAMES.map((name) => name.split('.')[1]!),
  ]
  const looking = [...new Set(verbs.filter((verb) => /unmask|original|export|download/.test(verb)))].sort()
  // Whoever takes a roster (`download`, of the school `download-roster`), a file by a template (`take-export`) or all that the
  // school has (`copy/download`) has a `download-data` at each student besides; what else is of exports is of templates, which are of nobody.
  const ofTemplates = ['end-export-template', 'export-fields', 'export-templates', 'save-export-template']
  const ofSchools = ['download', 'download-roster', 'take-export', ...ofTemplates].sort()
  expect(looking).toEqual([...ofSchools, 'download-data', 'open-original', 'unmask'].sort())
  expect(looking.filter((verb) => lookedBy(`.${verb}`) === null)).toEqual(ofSchools)
})

test('people without a school see theirs too: members, staff and operators', async () => {
  const people = [
    await s.employer(school),
    await s.staff(school, 'administrator'),
    await s.enter({ portal: 'platform' }),
    await s.student(school, { verified: false }),
  ]
  for (const { first, userId } of people) {
    const kept = await first.call(getKept)
    expect(rowsOf(kept, 'users')).toMatchObject([{ id: userId }])
    expect(rowsOf(kept, 'privacyConsents')).toHaveLength(1)
  }
})

test('it is one question to the database, and every table and column has its name in both languages', async () => {
  const { first } = await s.student(school)
  await first.call(getKept)
  s.statements.length = 0
  const { sections } = await first.call(getKept)
  expect(s.statements).toHaveLength(3)
  const shown = Object.entries(KEPT).flatMap(([, of]) =>
    'left' in of
      ? []
      : Object.entries<unknown>(of.columns).flatMap(([name, column]) =>
          typeof column === 'object' && column !== null && 'left' in column ? [] : [name],
        ),
  )
  for (const words of Object.values(KEPT_WORDS)) {
    expect(sections.map(({ table }) => table).filter((table) => !(table in words.tables))).toEqual([])
    expect([...new Set(shown)].filter((name) => !(name in words.columns))).toEqual([])
  }
})
