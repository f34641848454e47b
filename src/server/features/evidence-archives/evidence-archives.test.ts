import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import * as contract from '../../../contracts/evidence-archives.ts'
import { getKept } from '../../../contracts/privacy.ts'
import { downloadRoster } from '../../../contracts/roster.ts'
import { listTakenFiles } from '../../../contracts/taken-files.ts'
import { PART_OF_ARCHIVE } from '../../../domain/evidence-archive/archive.ts'
import type { Taken } from '../../../domain/taken.ts'
import { inTransaction } from '../../db/database.ts'
import { sha256 } from '../../db/journal.ts'
import type { Visitor } from '../../http/visitor.ts'
import { declare } from '../../testing/destination-forms.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { rowsIn, unzipped } from '../../testing/unzipped.ts'
import { sealDocument } from '../documents/sealing.ts'
import { takeEvidence } from '../evidence/queries.ts'
import { storageKey } from '../evidence/storage-keys.ts'

let s: Scenario
let school: string
let reviewer: Awaited<ReturnType<Scenario['staff']>>
let ofCollege: Awaited<ReturnType<Scenario['staff']>>
let students: Awaited<ReturnType<Scenario['student']>>[]

const NAMES = '{CLASS}/{NUMBER}_{NAME}_{WHAT}'
const DESTINATIONS = { kind: 'destination', which: 'all' } as const
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
  reviewer = await s.staff(school, 'school_reviewer')
  ofCollege = await s.staff(school, 'college_reviewer', '01')
  students = [await s.student(school), await s.student(school, { college: '02' }), await s.student(school)]
  for (const student of students) await declare(s, student, '801')
})
afterAll(() => s.stop())

type Filter = z.input<typeof contract.archiveFilter>
const weigh = async (by: Visitor, filter: Filter) =>
  (await by.call(contract.weighArchive, { params: { school }, query: filter })).parts
type Change = Partial<z.input<typeof contract.takeArchive.schema.body>>
const asking = (filter: Filter, change: Change = {}, at = school) => ({
  params: { school: at },
  body: {
    filter,
    span: { from: '0', to: 'z' },
    names: NAMES,
    purpose: 'report' as const,
    reason: '上级核查',
    language: 'zh-CN' as const,
    ...change,
  },
})
async function open(bytes: Buffer) {
  const files = await unzipped(bytes)
  return { files, manifest: rowsIn(files, '材料清单.csv') }
}
const take = async (by: Visitor, filter: Filter, change?: Change) => {
  const answer = await by.ask(contract.takeArchive, asking(filter, change))
  expect(answer.statusCode).toBe(200)
  return open(answer.rawPayload)
}

describe('an archive', () => {
  test('has the files of whom the filter means, by the names of the pattern, with a manifest that tells each by its hash', async () => {
    const [one, other] = students
    expect(await weigh(reviewer.first, DESTINATIONS)).toMatchObject([{ students: 3, cases: 3, files: 3 }])
    const { files, manifest } = await take(reviewer.first, DESTINATIONS)
    const numbers = students.map(({ studentNumber }) => studentNumber).sort()
    expect(manifest.map((row) => row.学号)).toEqual(numbers)
    for (const row of manifest) {
      expect(row.状态).toBe('在包内')
      expect(sha256(files.get(row.文件!)!).toString('hex')).toBe(row['SHA-256'])
    }
    expect(manifest.find(({ 学号 }) => 学号 === one!.studentNumber)).toMatchObject({
      文件: `一班/${one!.studentNumber}_${one!.name}_证明材料_01.pdf`,
      业务: '毕业去向',
    })
    expect(files.size).toBe(4)
    const { manifest: few } = await take(reviewer.first, { ...DESTINATIONS, college: '02' })
    expect(few.map((row) => row.学号)).toEqual([other!.studentNumber])
    expect(await weigh(reviewer.first, { ...DESTINATIONS, year: 2019 })).toEqual([])
    expect(await weigh(reviewer.first, { kind: 'destination' })).toEqual([])
  })

  test('of a college’s reviewer has its own students alone, and nobody’s of another school', async () => {
    const { manifest } = await take(ofCollege.first, DESTINATIONS)
    expect(manifest.map((row) => row.院系)).toEqual(['一院', '一院'])
    const outside = await ofCollege.first.ask(
      contract.takeArchive,
      asking({ ...DESTINATIONS, college: '02' }),
    )
    expect([outside.statusCode, outside.json().code]).toEqual([409, 'nothing-to-take'])
    const stranger = await s.staff(await s.school(), 'administrator')
    expect((await stranger.first.ask(contract.takeArchive, asking(DESTINATIONS))).statusCode).toBe(404)
  })

  test('is taken for a purpose, which the school and each student can read', async () => {
    const before = (await s.journal(`school:${school}`)).length
    for (const [change, code, field] of [
      [{ purpose: 'other', reason: '' }, 'reason-needed', 'reason'],
      [{ names: '{CLASS}/{NAME}' }, 'archive-names-lack', 'names'],
      [{ span: { from: 'x', to: 'y' } }, 'nothing-to-take', undefined],
    ] as const) {
      const refused = await reviewer.first.ask(contract.takeArchive, asking(DESTINATIONS, change))
      expect([refused.json().code, refused.json().errors?.[0].field]).toEqual([code, field])
    }
    expect(await s.journal(`school:${school}`)).toHaveLength(before)
    await take(reviewer.first, { ...DESTINATIONS, college: '02' })
    const [line] = (await s.journal(`school:${school}`)).slice(before)
    expect(line!.entry).toMatchObject({
      action: 'school.take-evidence',
      reason: '上级核查',
      data: { purpose: 'report', students: 1 },
    })
    const kept = JSON.stringify(await students[1]!.first.call(getKept))
    expect(kept).toContain('student.take-evidence')
    expect(JSON.stringify(await students[0]!.first.call(getKept))).toContain('student.take-evidence')
  })

  test('is listed with all other files by who has taken it, why and what, page after page; a college’s reviewer reads only their own', async () => {
    const [at, admin] = [await s.school(), await s.staff(school, 'administrator')]
    const listed = (by: Visitor, kind: Taken | '' = 'evidence', after = '') =>
      by.call(listTakenFiles, { params: { school }, query: { kind, after } })
    const nameOf = async ({ userId }: typeof reviewer) =>
      (await s.db.selectFrom('users').where('id', '=', userId).select('name').executeTakeFirstOrThrow()).name
    const [whole, part] = [await nameOf(reviewer), await nameOf(ofCollege)]
    await take(ofCollege.first, DESTINATIONS, { purpose: 'other', reason: '移交档案馆' })
    for (let n = 0; n < 21; n++) await take(reviewer.first, { ...DESTINATIONS, college: '02', year: 2026 })
    const [newest, ...others] = (await listed(admin.first)).items
    expect(others).toHaveLength(19)
    expect(newest).toMatchObject({
      ...{ by: whole, kind: 'evidence', purpose: 'report', reason: '上级核查', students: 1 },
      ...{ year: 2026, college: '二院' },
      archive: { kind: 'destination', which: 'all', from: '0', to: 'z' },
    })
    const second = await listed(admin.first, 'evidence', (await listed(admin.first)).next!)
    expect([second.items[0]!.seq, second.items[1]!.by, second.items[1]!.college]).toEqual([
      others.at(-1)!.seq - 1,
      part,
      null,
    ])
    const own = await listed(ofCollege.first)
    expect(own.items.every(({ by }) => by === part)).toBe(true)
    expect(own.items[0]).toMatchObject({ purpose: 'other', reason: '移交档案馆' })
    const roster = {
      params: { school },
      body: { filter: { college: '02' }, purpose: 'report', language: 'zh-CN' },
    } as const
    expect((await reviewer.first.ask(downloadRoster, roster)).statusCode).toBe(200)
    const [latest, before] = (await listed(admin.first, '')).items
    expect([latest, before!.kind]).toEqual([
      expect.objectContaining({
        kind: 'roster',
        college: '二院',
        year: null,
        archive: null,
        purpose: 'report',
      }),
      'evidence',
    ])
    expect((await listed(admin.first, 'roster')).items).toEqual([latest])
    const elsewhere = await s.staff(at, 'administrator')
    const empty = { params: { school: at }, query: {} }
    expect(await elsewhere.first.call(listTakenFiles, empty)).toEqual({ items: [], next: null })
  })

  test('names what is gone, broken or altered, and the rest arrives', async () => {
    const files = await s.db
      .selectFrom('evidence')
      .where('schoolId', '=', school)
      .where('subject', 'like', 'destination:%')
      .select('id')
      .orderBy('id')
      .execute()
    const [gone, altered] = files.map(({ id }) => join(s.folder, storageKey({ school, id })))
    await rename(gone!, `${gone}.away`)
    await rename(altered!, `${altered}.away`)
    await writeFile(altered!, 'something else')
    const { files: packed, manifest } = await take(reviewer.first, DESTINATIONS)
    expect(manifest.map((row) => row.状态).sort()).toEqual([
      '在包内',
      '在包内，但与登记时的指纹不一致',
      '缺失：存储中没有这个文件',
    ])
    expect(packed.size).toBe(3)
    await rm(altered!)
    await rename(`${gone}.away`, gone!)
    await rename(`${altered}.away`, altered!)
  })

  test('of agreements has what was sealed, and says who has nothing', async () => {
    const [employer, student] = [await s.employer(school), await s.student(school)]
    const { id, number } = await s.certify(await s.sign(employer, student), reviewer)
    const filter = { kind: 'agreement' } as const
    expect(await weigh(reviewer.first, filter)).toMatchObject([{ cases: 1, files: 0 }])
    await sealDocument(s.services, { school, kind: 'agreement', id, version: 2 })
    const plain = await s.certify(await s.sign(employer, await s.student(school)), reviewer)
    const { files, manifest } = await take(reviewer.first, filter)
    expect(manifest).toMatchObject([
      { 协议编号: number, 材料: '就业协议书', 状态: '在包内' },
      { 协议编号: plain.number, 材料: '', 状态: '没有材料', 文件: '' },
    ])
    expect(files.get(manifest[0]!.文件!)!.subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('is cut between students where a part is full, and no file is lost or in two', async () => {
    const at = await s.school()
    const { first } = await s.staff(at, 'administrator')
    const many = []
    for (let n = 0; n < 4; n++) many.push(await s.student(at))
    for (const student of many) await declare(s, student, '801')
    // As large as three of them fill a part and a half: nothing of it is read here.
    await s.owner
      .updateTable('evidence')
      .set({ size: PART_OF_ARCHIVE.bytes / 2 })
      .where('schoolId', '=', at)
      .execute()
    const { parts } = await first.call(contract.weighArchive, { params: { school: at }, query: DESTINATIONS })
    const numbers = many.map(({ studentNumber }) => studentNumber).sort()
    expect(parts.map(({ from, to, files }) => [from, to, files])).toEqual([
      [numbers[0], numbers[1], 2],
      [numbers[2], numbers[3], 2],
    ])
    const found = []
    for (const { from, to } of parts) {
      const answer = await first.ask(contract.takeArchive, asking(DESTINATIONS, { span: { from, to } }, at))
      found.push(...(await open(answer.rawPayload)).manifest.map((row) => row.学号))
    }
    expect(found).toEqual(numbers)
  })

  test('of more files takes no more statements, and their own names harm nobody', async () => {
    const student = students[2]!
    const statements = async () => {
      s.statements.length = 0
      await take(reviewer.first, DESTINATIONS)
      return s.statements.length
    }
    const few = await statements()
    const { id } = await s.db
      .selectFrom('destinations')
      .where('studentId', '=', student.id)
      .select('id')
      .executeTakeFirstOrThrow()
    const subject = `destination:${id}`
    const ids = [
      await s.scan(student.first, school, 'CON.pdf'),
      await s.scan(student.first, school, '=1+1.pdf'),
    ]
    await inTransaction(s.db, (tx) =>
      takeEvidence(tx, { school, subject, ids, userId: student.userId }, s.now()),
    )
    expect(await statements()).toBe(few)
    const { manifest } = await take(reviewer.first, DESTINATIONS, { names: '{NUMBER}/{NUMBER}-{FILE}' })
    expect(
      manifest
        .filter((row) => row.学号 === student.studentNumber)
        .map((row) => [row.文件, row.上传时的文件名]),
    ).toEqual([
      [`${student.studentNumber}/${student.studentNumber}-_CON_01.pdf`, '_CON.pdf'],
      [`${student.studentNumber}/${student.studentNumber}-=1+1_02.pdf`, "'=1+1.pdf"],
    ])
  })
})
