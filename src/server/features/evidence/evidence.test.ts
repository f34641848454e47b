import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { EVIDENCE, removeEvidence, uploadEvidence } from '../../../contracts/evidence.ts'
import { fileNameOf } from '../../../domain/file-name.ts'
import { inTransaction } from '../../db/database.ts'
import type { Visitor } from '../../http/visitor.ts'
import { just, keptEvidence } from '../../testing/kept-evidence.ts'
import { ACCEPTED, REFUSED, UNUSABLE } from '../../testing/sample-files.ts'
import { type Scenario, SMALL_PDF, startScenario } from '../../testing/scenario.ts'
import { takeEvidence } from './queries.ts'
import { removeUnused } from './removal.ts'

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

const kept = () => keptEvidence(s, school)
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
      form: null,
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
