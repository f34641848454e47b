import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { getKept } from '../../../contracts/privacy.ts'
import * as contract from '../../../contracts/school-copies.ts'
import { listTakenFiles } from '../../../contracts/taken-files.ts'
import { COLUMNS } from '../../../words/school-copies/columns.ts'
import { FILES } from '../../../words/school-copies/tables.ts'
import { sha256 } from '../../db/journal.ts'
import type { Visitor } from '../../http/visitor.ts'
import { declare } from '../../testing/destination-forms.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { rowsIn, unzipped } from '../../testing/unzipped.ts'
import { sealDocument } from '../documents/sealing.ts'
import { copied } from './copying.ts'
import { COPIED_TABLES, LEFT_COLUMNS, SEALED_COLUMNS } from './tables.ts'

let s: Scenario
let school: string
let other: string
let admin: Awaited<ReturnType<Scenario['staff']>>
let student: Awaited<ReturnType<Scenario['student']>>
let foreign: Awaited<ReturnType<Scenario['student']>>

/** One school's usual things: an agreement with its sealed document, and a destination with its evidence. */
async function fill(at: string) {
  const reviewer = await s.staff(at, 'school_reviewer')
  const employer = await s.employer(at)
  const { id } = await s.certify(await s.sign(employer, await s.student(at)), reviewer)
  await sealDocument(s.services, { school: at, kind: 'agreement', id, version: 2 })
  const declaring = await s.student(at, { phone: '13800138000', className: '=1+1' })
  await declare(s, declaring, '801')
  return declaring
}
beforeAll(async () => {
  s = await startScenario()
  ;[school, other] = [await s.school(), await s.school()]
  admin = await s.staff(school, 'administrator')
  student = await fill(school)
  foreign = await fill(other)
})
afterAll(() => s.stop())

type Asked = z.input<typeof contract.takeCopy.schema.body>
const asking = (change: Partial<Asked> = {}) => ({
  params: { school },
  body: {
    ...{ purpose: 'other' as const, reason: '学校自存', language: 'zh-CN' as const },
    ...{ whole: false, withFiles: true },
    ...change,
  },
})
async function take(change?: Partial<Asked>) {
  const answer = await admin.first.ask(contract.takeCopy, asking(change))
  expect(answer.statusCode).toBe(200)
  return unzipped(answer.rawPayload)
}
const textOf = (files: ReadonlyMap<string, Buffer>) =>
  [...files].flatMap(([path, bytes]) => (path.endsWith('.csv') ? [bytes.toString()] : [])).join('\n')
const identityNumberOf = async ({ id }: { id: string }) => {
  const row = await s.db.selectFrom('students').where('id', '=', id).selectAll().executeTakeFirstOrThrow()
  return s.services.secrets.open(row.idNumberCipher)
}

test('a copy has every row of the school’s, and not one of another’s', async () => {
  const files = await take()
  for (const table of COPIED_TABLES) {
    const rows = rowsIn(files, `data/${table.replace(/[A-Z]/g, (one) => `_${one.toLowerCase()}`)}.csv`)
    expect(rows.filter((row) => row.school_id !== undefined && row.school_id !== school)).toEqual([])
  }
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'school_id'`.execute(s.db)
  let compared = 0
  for (const { name } of tables) {
    const path = `data/${name}.csv`
    // What is written by taking it is written meanwhile.
    if (!files.has(path) || name === 'journal') continue
    const { rows } = await sql<{ n: number }>`
      select count(*)::integer as n from ${sql.table(name)} where school_id = ${school}`.execute(s.db)
    expect([path, rowsIn(files, path).length]).toEqual([path, rows[0]!.n])
    compared += rows[0]!.n
  }
  expect(compared).toBeGreaterThan(30)
  const text = textOf(files)
  expect(text).toContain(student.id)
  for (const theirs of [foreign.id, foreign.name, foreign.userId]) expect(text).not.toContain(theirs)
  expect(rowsIn(files, 'data/students.csv').map((row) => row.class_name)).toContain("'=1+1")
})

test('what each file and column is stands in the copy, in both languages, and what is left out and why', async () => {
  const files = await take({ withFiles: false })
  const described = rowsIn(files, '说明.csv')
  for (const [path, bytes] of files) {
    if (!path.startsWith('data/')) continue
    const headings = bytes.toString().slice(1).split('\r\n')[0]!.replaceAll('"', '').split(',')
    const told = described.filter((row) => row.文件 === path && row.列 !== '')
    expect([path, told.map((row) => row.列)]).toEqual([path, headings])
    expect(told.every((row) => row.含义 !== '' && row.Meaning !== '' && row.类型 !== '')).toBe(true)
  }
  expect(described.find((row) => row.文件 === 'sessions')).toMatchObject({ 列: '不在包内' })
  // Nothing is worded that no table has any more.
  const { rows } = await sql<{ name: string }>`
    select distinct column_name as name from information_schema.columns where table_schema = 'public'`.execute(
    s.db,
  )
  const known = rows.map(({ name }) => name.replace(/_([a-z0-9])/g, (_, one: string) => one.toUpperCase()))
  expect(Object.keys(COLUMNS).filter((name) => !known.includes(name))).toEqual([])
  expect(Object.keys(FILES).sort()).toEqual([...COPIED_TABLES].sort())
})

test('numbers of people are whole only where that is asked for, and no secret ever is in it', async () => {
  const [number, phone] = [await identityNumberOf(student), '13800138000']
  await s.owner
    .updateTable('users')
    .set({ passwordHash: 'a-hash-of-a-password' })
    .where('id', '=', student.userId)
    .execute()
  const masked = textOf(await take({ withFiles: false }))
  expect([masked.includes(number), masked.includes(phone)]).toEqual([false, false])
  const whole = textOf(await take({ whole: true, withFiles: false }))
  expect([whole.includes(number), whole.includes(phone)]).toEqual([true, true])
  expect(whole).not.toContain('a-hash-of-a-password')
  // Bytes that are neither sealed nor left out are the chain's own hashes.
  const { rows } = await sql<{ table: string; name: string }>`
    select table_name as "table", column_name as name from information_schema.columns
    where table_schema = 'public' and data_type = 'bytea'`.execute(s.db)
  const camel = (name: string) => name.replace(/_([a-z0-9])/g, (_, one: string) => one.toUpperCase())
  const decided: readonly string[] = [...LEFT_COLUMNS, ...SEALED_COLUMNS]
  const given = rows.filter(
    ({ table, name }) => COPIED_TABLES.some((one) => one === camel(table)) && !decided.includes(camel(name)),
  )
  expect(given).toEqual([{ table: 'journal', name: 'hash' }])
})

test('the files are in it under their ids, and one that is gone is named while the rest arrives', async () => {
  const files = await take()
  const stored = [...files.keys()].filter((path) => path.startsWith('files/'))
  expect(stored.map((path) => path.split('/')[1]).sort()).toEqual(['documents', 'evidence'])
  const listed = rowsIn(files, '清单.csv')
  expect(listed.map((row) => row.文件).filter((path) => path?.startsWith('files/'))).toEqual(stored)
  for (const row of listed) expect(sha256(files.get(row.文件!)!).toString('hex')).toBe(row['SHA-256'])
  const weighed = await admin.first.call(contract.weighCopy, { params: { school } })
  expect(weighed).toMatchObject({ students: 2, files: 2 })
  const evidence = stored.find((path) => path.startsWith('files/evidence/'))!
  const id = evidence.split('/')[2]!.replace(/\..*$/, '')
  await rm(join(s.folder, `evidence/${school}/${id}`))
  const without = rowsIn(await take(), '清单.csv')
  expect(without.find((row) => row.文件 === evidence)).toMatchObject({ 状态: '缺失：存储中没有这个文件' })
  expect(without).toHaveLength(listed.length)
})

test('it is the administrators’, for a reason in words that the school and each student can read before anything leaves', async () => {
  const journal = async () => (await s.journal(`school:${school}`)).length
  const before = await journal()
  const refused = await admin.first.ask(contract.takeCopy, asking({ purpose: 'report', reason: '' }))
  expect([refused.statusCode, refused.json().code]).toEqual([422, 'reason-needed'])
  const reviewer = await s.staff(school, 'school_reviewer')
  const asked = async (by: Visitor) => (await by.ask(contract.takeCopy, asking())).statusCode
  const stranger = await s.staff(other, 'administrator')
  expect([await asked(reviewer.first), await asked(stranger.first)]).toEqual([403, 404])
  expect(await journal()).toBe(before)
  await take({ whole: true })
  const { items } = await admin.first.call(listTakenFiles, {
    params: { school },
    query: { kind: 'everything' },
  })
  expect(items[0]).toMatchObject({ purpose: 'other', reason: '学校自存', students: 2 })
  expect(JSON.stringify(await student.first.call(getKept))).toContain('学校自存')
})

test('it is of one instant, whatever is written meanwhile; and what cannot be read breaks it off', async () => {
  const of = {
    ...{ school, language: 'zh-CN' as const, at: s.now(), isWhole: true, withFiles: false },
    ...{ services: s.services, gone: new AbortController().signal },
  }
  let later: { readonly userId: string } | null = null
  const tell = async () => {
    later ??= await s.student(school)
  }
  const files = await unzipped(await buffer(copied({ ...of, tell })))
  const users = rowsIn(files, 'data/users.csv').map((row) => row.id)
  expect(users).toContain(student.userId)
  expect(users).not.toContain(later!.userId)
  const untold = copied({ ...of, tell: () => Promise.reject(new Error('nobody was told')) })
  await expect(buffer(untold)).rejects.toThrow('nobody was told')
  await s.owner
    .updateTable('students')
    .set({ phoneCipher: Buffer.alloc(40, 1) })
    .where('id', '=', student.id)
    .execute()
  await expect(buffer(copied({ ...of, tell }))).rejects.toThrow()
})
