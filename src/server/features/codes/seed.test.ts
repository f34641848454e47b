import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it, test } from 'vitest'
import { formField } from '../../../contracts/destinations.ts'
import { codeTableOf } from '../../../domain/form.ts'
import { freshDatabase } from '../../testing/template.ts'
import { seedCodes } from './seed.ts'

type Row = { code: string; name: string; nameEn: string | null; parent: string | null; class: string | null }

let db: Kysely<unknown>
let drop: () => Promise<void>
let inserted: number

beforeAll(async () => {
  const database = await freshDatabase(inject('clusterUrl'))
  drop = database.drop
  db = new Kysely({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: database.url }) }) })
  await sql`truncate place_facts, codes`.execute(db)
  inserted = await seedCodes(db)
})

afterAll(async () => {
  await db.destroy()
  await drop()
})

async function listCodes(kind: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select code, name, name_en as "nameEn", parent, class from codes where kind = ${kind} order by position`.execute(
    db,
  )
  return rows
}

test.each([
  ['destination', 21],
  ['employer_nature', 13],
  ['industry', 21],
  ['job_category', 18],
  ['education_level', 14],
  ['training_mode', 5],
  ['teacher_student', 3],
  ['gender', 2],
  ['ethnicity', 56],
  ['political_status', 13],
  ['file_transfer', 5],
])('%s has its %i rows, each with an English name', async (kind, count) => {
  const rows = await listCodes(kind)
  expect(rows).toHaveLength(count)
  expect(rows.filter((row) => !row.nameEn?.trim())).toEqual([])
})

describe('seeding again', () => {
  it('inserts nothing where nothing is missing', async () => {
    expect(inserted).toBeGreaterThan(3_300)
    expect(await seedCodes(db)).toBe(0)
  })

  it('keeps what the operator has changed and brings back what is missing', async () => {
    await sql`update codes set name = '其他地区', valid_until = 2030 where kind = 'employer_nature' and code = '99'`.execute(
      db,
    )
    await sql`delete from codes where kind = 'employer_nature' and code = '56'`.execute(db)

    expect(await seedCodes(db)).toBe(1)

    const rows = await listCodes('employer_nature')
    expect(rows.map(({ code, name }) => `${code} ${name}`).slice(-2)).toEqual(['56 城镇社区', '99 其他地区'])
  })
})

type Category = { code: string; route: string | null; form: unknown[] | null; evidence: string | null }
async function listCategories(from: Kysely<unknown>): Promise<Category[]> {
  const { rows } = await sql<Category>`
    select code, route, form, evidence from codes where kind = 'destination' order by position`.execute(from)
  return rows
}

describe('the way and the form of a destination', () => {
  it('is an agreement for 10, a declaration for the unplaced, and a form with evidence for all that are picked', async () => {
    const ways = Map.groupBy(await listCategories(db), ({ route }) => route)
    const codesOf = (route: string | null) => ways.get(route)?.map(({ code }) => code)
    expect(codesOf('agreement')).toEqual(['10'])
    expect(codesOf('declaration')).toEqual(['70', '71', '72'])
    // 80 is picked itself: 专升本 counts under it and has no code of its own.
    expect(codesOf(null)).toEqual(['27', '50', '51'])
    expect(ways.get('destination')?.filter(({ evidence }) => evidence === null)).toEqual([])
    expect(ways.get('declaration')?.filter(({ evidence }) => evidence !== null)).toEqual([])
  })

  it('asks each thing once, one of them for the lists, in both languages, and of tables that exist', async () => {
    const { rows } = await sql<{ kind: string }>`select distinct kind from codes`.execute(db)
    const tables = rows.map(({ kind }) => kind)
    for (const { form } of await listCategories(db)) {
      if (form === null) continue
      const fields = form.map((field) => formField.parse(field))
      expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length)
      expect(fields.filter(({ headline }) => headline).map(({ type }) => type)).toEqual(['line'])
      expect(fields.filter(({ name, nameEn }) => !name.trim() || !nameEn.trim())).toEqual([])
      const asked = fields.flatMap(({ type }) => codeTableOf(type) ?? [])
      expect(asked.filter((table) => !tables.includes(table))).toEqual([])
    }
  })

  it('is given to a category from before there were forms, never to one that the operator has touched', async () => {
    const before = await listCategories(db)
    const trial = await db.startTransaction().execute()
    await sql`update codes set route = null, form = null where kind = 'destination'`.execute(trial)
    await sql`update codes set form = '[]' where kind = 'destination' and code = '76'`.execute(trial)
    await sql`update codes set route = 'declaration' where kind = 'destination' and code = '12'`.execute(
      trial,
    )

    expect(await seedCodes(trial)).toBe(before.filter(({ route }) => route !== null).length - 2)

    const after = await listCategories(trial)
    const untouched = ({ code }: Category) => code !== '76' && code !== '12'
    expect(after.filter(untouched)).toEqual(before.filter(untouched))
    expect(after.filter((category) => !untouched(category))).toMatchObject([
      { code: '12', route: 'declaration', form: null },
      { code: '76', route: null, form: [] },
    ])
    expect(await seedCodes(trial)).toBe(0)
    await trial.rollback().execute()
  })
})

test('every destination has a class, and exactly the unplaced ones do not count as placed', async () => {
  const { rows } = await sql<{ class: string; placed: boolean; proven: boolean }>`
    select distinct class, counts_as_placed as placed, evidence is not null and evidence_en is not null as proven
    from codes where kind = 'destination' order by class`.execute(db)
  expect(rows).toEqual([
    { class: 'employment', placed: true, proven: true },
    { class: 'flexible', placed: true, proven: true },
    { class: 'further-study', placed: true, proven: true },
    { class: 'unplaced', placed: false, proven: false },
  ])
})

test('the students of R19 are known by the class of their training mode, not by a code', async () => {
  const designated = (await listCodes('training_mode')).filter((row) => row.class === 'designated')
  expect(designated.map((row) => row.name)).toEqual(['定向', '委培'])
})

test('ethnic groups have the names and codes of GB/T 3304', async () => {
  const rows = await listCodes('ethnicity')
  const group = (code: string) => rows.find((row) => row.code === code)
  expect(group('05')).toMatchObject({ name: '维吾尔族', nameEn: 'Uygur' })
  expect(group('23')).toMatchObject({ name: '高山族', nameEn: 'Gaoshan' })
  expect(group('46')).toMatchObject({ name: '德昂族', nameEn: 'Deang' })
  expect(group('56')).toMatchObject({ name: '基诺族', nameEn: 'Jino' })
})

describe('regions', () => {
  it('are provinces, their cities and counties, by GB/T 2260', async () => {
    const rows = await listCodes('region')
    const path = (code: string): string[] => {
      const row = rows.find((region) => region.code === code)
      return row ? [...(row.parent ? path(row.parent) : []), row.name] : []
    }
    expect(rows.filter((row) => row.parent === null)).toHaveLength(34)
    expect(path('420111')).toEqual(['湖北省', '武汉市', '洪山区'])
    expect(path('429004')).toEqual(['湖北省', '省直辖县级行政区划', '仙桃市'])
    expect(path('653229')).toEqual(['新疆维吾尔自治区', '和田地区', '和安县'])
    expect(path('810000')).toEqual(['香港特别行政区'])
  })

  it('have codes that say what they lie in', async () => {
    const rows = await listCodes('region')
    const parentByCode = (code: string) =>
      code.endsWith('0000') ? null : `${code.slice(0, code.endsWith('00') ? 2 : 4)}00`.padEnd(6, '0')
    expect(rows.filter((row) => row.parent !== parentByCode(row.code))).toEqual([])
  })

  it('are neither development zones nor towns', async () => {
    const codes = (await listCodes('region')).map((row) => row.code)
    expect(codes.filter((code) => /^\d\d(?!90)\d\d(?:7[1-9]|9\d)$/.test(code))).toEqual([])
    expect(codes.filter((code) => /^(?:4419|4420)(?!00)/.test(code))).toEqual([])
  })
})

test('the database refuses a destination without a class and a parent that does not exist', async () => {
  const insert = (values: string) =>
    sql.raw(`insert into codes (kind, code, name, position, parent) values (${values})`)
  await expect(insert(`'destination', '99', '未知', 99, null`).execute(db)).rejects.toThrow(
    /codes_destination_is_classified/,
  )
  await expect(insert(`'region', '999999', '未知', 9999, '990000'`).execute(db)).rejects.toThrow(
    /codes_parent/,
  )
})
