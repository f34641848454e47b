import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { EVIDENCE, removeEvidence, uploadEvidence } from '../../../contracts/evidence.ts'
import { fileNameOf } from '../../../domain/file-name.ts'
import { inTransaction } from '../../db/database.ts'
import type { Visitor } from '../../http/visitor.ts'
import { ACCEPTED, REFUSED, UNUSABLE } from '../../testing/sample-files.ts'
import { type Scenario, SMALL_PDF, startScenario } from '../../testing/scenario.ts'
import { takeEvidence } from './queries.ts'
import { removeUnused } from './removal.ts'
import { storageKey } from './storage-keys.ts'
import { addUpload, finishUpload } from './uploads.ts'

let s: Scenario
let school: string
let student: Awaited<ReturnType<Scenario['student']>>
beforeAll(async () => {
  s = await startScenario()
})
beforeEach(async () => {
  school = await s.school()
  student = await s.student(school)
})
afterAll(() => s.stop())

const send = (by: Visitor, name: string, file: Buffer | Readable = SMALL_PDF) =>
  by.ask(uploadEvidence, { params: { school }, query: { name }, file })
const remove = (by: Visitor, id: string) => by.ask(removeEvidence, { params: { school, id } })
const code = (answer: Awaited<ReturnType<typeof send>>) => [answer.statusCode, answer.json().code]

/** The ids that the school's table has, and those that have a file. */
async function kept() {
  const rows = await s.db.selectFrom('evidence').where('schoolId', '=', school).select('id').execute()
  const files = await readdir(join(s.folder, 'evidence', school)).catch(() => [])
  return { rows: rows.map(({ id }) => id).sort(), files: files.sort() }
}
const just = (...ids: string[]) => ({ rows: ids.sort(), files: ids })
const justPicture = (id: string) => ({ rows: [id], files: [id, `${id}.small`, `${id}.view`] })

describe('what is accepted is told by content', () => {
  test.each(ACCEPTED)('%s, though it is called %s', async (mediaType, name, file) => {
    const answer = await send(student.first, name, file)
    const { id, ...about } = answer.json()
    const isPicture = mediaType.startsWith('image/')
    expect(about).toEqual({
      name: fileNameOf(name, mediaType),
      mediaType,
      size: file.length,
      uploadedAt: s.now().toISOString(),
      original: isPicture ? 'freely' : null,
    })
    expect(await kept()).toEqual(isPicture ? justPicture(id) : just(id))
    const row = await s.db.selectFrom('evidence').where('id', '=', id).select('sha256').executeTakeFirst()
    expect(row).toEqual({ sha256: createHash('sha256').update(file).digest('hex') })
  })

  test.each(REFUSED)('%s is refused, and nothing is kept', async (name, file) => {
    expect(code(await send(student.first, name, file))).toEqual([415, 'evidence-type-refused'])
    expect(await kept()).toEqual(just())
  })

  test.each(UNUSABLE)('%s is refused as %s, and nothing is kept', async (_what, why, file) => {
    expect(code(await send(student.first, '证明', file))).toEqual([422, why])
    expect(await kept()).toEqual(just())
  })
})

describe('how much', () => {
  const ofSize = (size: number) => Readable.from([SMALL_PDF, Buffer.alloc(size - SMALL_PDF.length)])

  test('a file of exactly the limit is kept', async () => {
    const answer = await send(student.first, '扫描件.pdf', ofSize(EVIDENCE.mostBytes))
    expect(answer.json().size).toBe(EVIDENCE.mostBytes)
  })

  test('one byte more is refused in the words of the limit, and nothing is kept', async () => {
    const answer = await send(student.first, '扫描件.pdf', ofSize(EVIDENCE.mostBytes + 1))
    expect(answer.json()).toMatchObject({
      status: 413,
      code: 'evidence-too-large',
      details: { most: 20 },
      title: '单个文件不能超过 20 MB',
    })
    expect(await kept()).toEqual(just())
  })

  test('an empty file, and no file at all, are refused', async () => {
    expect(code(await send(student.first, '空.pdf', Buffer.alloc(0)))).toEqual([422, 'evidence-empty'])
    const nothing = await student.first.ask(uploadEvidence, { params: { school }, query: { name: '空.pdf' } })
    expect(code(nothing)).toEqual([422, 'evidence-empty'])
    expect(await kept()).toEqual(just())
  })

  test('what arrives byte by byte is one file all the same', async () => {
    const [, , file] = ACCEPTED.find(([type]) => type === 'image/png')!
    const answer = await send(
      student.first,
      '截图.png',
      Readable.from(Array.from(file, (byte) => Buffer.of(byte))),
    )
    expect(answer.json()).toMatchObject({ mediaType: 'image/png', size: file.length })
  })
})

test.each([
  ['录用通知书（盖章）🎓.pdf', '录用通知书（盖章）🎓.pdf'],
  ['𬭊㛃的 三方协议.pdf', '𬭊㛃的 三方协议.pdf'],
  ['100%.pdf', '100%.pdf'],
  ["a';--.pdf", "a';--.pdf"],
  ['../../etc/passwd', '_.._etc_passwd.pdf'],
  ['C:\\合同\\扫描.pdf', 'C__合同_扫描.pdf'],
  ['证明.html', '证明.pdf'],
  ['证明\u202Efdp.exe', '证明fdp.pdf'],
  ['a\r\nb.pdf', 'a b.pdf'],
  [' ', 'file.pdf'],
  ['证'.repeat(300), `${'证'.repeat(83)}.pdf`],
])('the name %j is kept as %j and reaches no path', async (name, expected) => {
  const { id, name: same } = (await send(student.first, name)).json()
  expect(same).toBe(expected)
  expect(await kept()).toEqual(just(id))
})

test.each([
  ['NUL', 'a%00.pdf'],
  ['half a character', '%ED%A0%80.pdf'],
  ['no character', '%FF.pdf'],
  ['nothing', ''],
  ['1001 characters', 'x'.repeat(1001)],
])('a name with %s in it is refused', async (_what, name) => {
  const answer = await s.app.inject({
    method: 'POST',
    url: `/api/schools/${school}/evidence?name=${name}`,
    payload: SMALL_PDF,
    headers: { 'content-type': 'application/octet-stream' },
    cookies: { qianyue_session: student.token },
  })
  expect(code(answer)).toEqual([422, 'invalid-input'])
  expect(await kept()).toEqual(just())
})

test('the database takes no name that hides something', async () => {
  const id = await s.scan(student.first, school)
  const rename = (name: string) => s.db.updateTable('evidence').set({ name }).where('id', '=', id).execute()
  for (const name of ['', 'a\u202Eb', 'a\u0007b', '../b', 'a\\b'])
    await expect(rename(name)).rejects.toThrow('evidence_names_hide_nothing')
})

test.each(['application/json', 'multipart/form-data; boundary=x', 'text/plain', 'nonsense'])(
  'a body that says it is %s is a problem',
  async (type) => {
    const asked = { params: { school }, query: { name: '扫描件.pdf' }, file: SMALL_PDF }
    const answer = await s.visitor(student.token, { 'content-type': type }).ask(uploadEvidence, asked)
    expect(code(answer)).toEqual([415, 'invalid-input'])
  },
)

test('two uploads at once are two files', async () => {
  const [one, other] = await Promise.all([send(student.first, '一.pdf'), send(student.second, '二.pdf')])
  expect(await kept()).toEqual(just(one.json().id, other.json().id))
})

test('of forty files at once thirty may wait to be used, and once one is removed another may come', async () => {
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      send(index % 2 ? student.first : student.second, `${index}.pdf`),
    ),
  )
  const passed = answers
    .filter(({ statusCode }) => statusCode === 200)
    .map((answer) => answer.json().id as string)
  expect(passed).toHaveLength(30)
  for (const answer of answers.filter(({ statusCode }) => statusCode !== 200))
    expect(code(answer)).toEqual([409, 'evidence-too-many'])
  expect(await kept()).toEqual(just(...passed))

  expect((await send((await s.student(school)).first, '别人.pdf')).statusCode).toBe(200)
  await remove(student.first, passed[0]!)
  expect((await send(student.first, '一.pdf')).statusCode).toBe(200)
})

test('of one person’s uploads within an hour sixty are let in, whatever becomes of them, and then they wait', async () => {
  for (const [index, file] of Array.from({ length: 60 }, () => Buffer.from('no file')).entries())
    expect((await send(index % 2 ? student.first : student.second, '一.pdf', file)).statusCode).toBe(415)
  const refused = await send(student.first, '一.pdf', Readable.from([SMALL_PDF, Buffer.alloc(2_000_000)]))
  expect(refused.json()).toMatchObject({
    status: 429,
    code: 'evidence-too-often',
    title: '一小时内上传次数过多（最多 60 次），请 60 分钟后再试',
  })
  expect(await kept()).toEqual(just())
  expect((await send((await s.student(school)).first, '别人.pdf')).statusCode).toBe(200)
  const before = s.now()
  onTestFinished(() => s.setClock(before.toISOString()))
  s.setClock(new Date(before.getTime() + 60 * 60 * 1000).toISOString())
  expect((await send(student.first, '一.pdf')).statusCode).toBe(200)
  await removeUnused(s.services, new Date(s.now().getTime() + 3 * 60 * 60 * 1000))
  const counted = await s.db
    .selectFrom('uploadsOfHour')
    .where('userId', '=', student.userId)
    .selectAll()
    .execute()
  expect(counted).toEqual([])
})

test('an employer uploads where it has signed with somebody, and nowhere else', async () => {
  const employer = await s.employer(school)
  const { first } = employer
  expect(code(await send(first, '证明.pdf'))).toEqual([404, 'not-found'])
  await s.sign(employer, student)
  expect((await send(first, '证明.pdf')).statusCode).toBe(200)
  const nowhere = { params: { school: '99999' }, query: { name: '证明.pdf' }, file: SMALL_PDF }
  expect(code(await first.ask(uploadEvidence, nowhere))).toEqual([404, 'not-found'])
})

const take = (id: string, userId = student.userId) =>
  inTransaction(s.db, (tx) =>
    takeEvidence(tx, { school, subject: `agreement:${s.anId()}`, ids: [id], userId }, s.now()),
  )

test('what an act has taken is named by id and content, in the order given', async () => {
  const sent = [ACCEPTED[0]!, ACCEPTED[1]!, ACCEPTED[2]!]
  const files = []
  for (const [, name, file] of sent) {
    const { id } = (await send(student.first, name, file)).json()
    files.unshift({ id, sha256: createHash('sha256').update(file).digest('hex') })
  }
  const taking = { school, subject: `agreement:${s.anId()}`, userId: student.userId }
  const ids = files.map(({ id }) => id)
  const taken = await inTransaction(s.db, (tx) => takeEvidence(tx, { ...taking, ids }, s.now()))
  expect(taken).toEqual(files.map(({ id, sha256 }) => `${id}:${sha256}`))
  expect(await inTransaction(s.db, (tx) => takeEvidence(tx, { ...taking, ids: [] }, s.now()))).toEqual([])
})

describe('removal', () => {
  test('one’s own unused upload goes, its file with it', async () => {
    const id = await s.scan(student.first, school)
    expect((await remove(student.first, id)).json()).toEqual({ done: true })
    expect(await kept()).toEqual(just())
    expect(code(await remove(student.first, id))).toEqual([404, 'not-found'])
  })

  test('somebody else’s does not, nor one that an act has taken', async () => {
    const id = await s.scan(student.first, school)
    for (const { first } of [await s.student(school), await s.staff(school, 'administrator')])
      expect(code(await remove(first, id))).toEqual([404, 'not-found'])
    await take(id)
    expect(code(await remove(student.first, id))).toEqual([404, 'not-found'])
    expect(await kept()).toEqual(just(id))
  })

  test('removed and taken in the same moment: one of the two', async () => {
    for (let round = 0; round < 10; round++) {
      const id = await s.scan(student.first, school)
      const [removed, taken] = await Promise.allSettled([remove(student.first, id), take(id)])
      const wasTaken = taken.status === 'fulfilled'
      expect(removed).toMatchObject({ value: { statusCode: wasTaken ? 404 : 200 } })
      expect((await kept()).files.includes(id)).toBe(wasTaken)
    }
  })
})

describe('the sweep', () => {
  const later = (hours: number) => new Date(s.now().getTime() + hours * 60 * 60 * 1000)
  /** As a crash leaves it: a row, and a file or a part of one. */
  const crash = async (hasFile: boolean) => {
    const row = {
      school,
      id: s.anId(),
      userId: student.userId,
      portal: 'student' as const,
      name: '扫描件.pdf',
    }
    await addUpload(s.db, row, s.now())
    if (hasFile) await s.services.files.write(storageKey(row), Readable.from([SMALL_PDF]))
    return row.id
  }

  test('what a crash left goes after an hour, with what there is of its file', async () => {
    const ids = [await crash(false), await crash(true)]
    await removeUnused(s.services, later(0.9))
    expect((await kept()).rows).toEqual(ids.sort())
    await removeUnused(s.services, later(1.1))
    expect(await kept()).toEqual(just())
  })

  test('what no act has taken goes after a day, what an act has taken stays', async () => {
    const [unused, used] = [await s.scan(student.first, school), await s.scan(student.first, school)]
    await take(used)
    await removeUnused(s.services, later(23))
    expect(await kept()).toEqual(just(unused, used))
    await removeUnused(s.services, later(25))
    expect(await kept()).toEqual(just(used))
  })

  test('a sweep that broke off between file and row is finished by the next', async () => {
    const id = await crash(true)
    await s.services.files.remove(storageKey({ school, id }))
    await removeUnused(s.services, later(2))
    expect(await kept()).toEqual(just())
  })

  test('an upload that the sweep has given up is not kept after all', async () => {
    const id = await crash(true)
    await removeUnused(s.services, later(2))
    const copies = { viewSize: null, smallSize: null }
    const about = { mediaType: 'application/pdf', size: SMALL_PDF.length, sha256: '', ...copies }
    const by = { userId: student.userId, portal: 'student' as const }
    await expect(finishUpload(s.db, { school, id, ...by }, about)).rejects.toThrow('evidence-broken-off')
  })

  test('two instances sweep at once, and more than one batch goes', async () => {
    for (let round = 0; round < 8; round++) {
      const other = await s.student(school)
      await Promise.all(Array.from({ length: 30 }, () => s.scan(other.first, school)))
    }
    await Promise.all([removeUnused(s.services, later(25)), removeUnused(s.services, later(25))])
    expect(await kept()).toEqual(just())
  })
})
