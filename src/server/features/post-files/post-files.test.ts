import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { getJob } from '../../../contracts/jobs.ts'
import * as contract from '../../../contracts/post-files.ts'
import { getReport, reportPost } from '../../../contracts/post-reports.ts'
import { getOwnPost, getPost, ownPostActs, postActs, writePost } from '../../../contracts/posts.ts'
import { sweep } from '../../background/sweep.ts'
import type { Visitor } from '../../http/visitor.ts'
import { ACCEPTED, picture, REFUSED, TELLTALES, TURNED } from '../../testing/sample-files.ts'
import { samplePost } from '../../testing/sample-post.ts'
import { type Scenario, SMALL_PDF, startScenario } from '../../testing/scenario.ts'
import { addFile, finishFile, postFileKey } from './queries.ts'

const START = '2026-06-01T10:00:00+08:00'
let s: Scenario
let [school, second] = ['', '']
let staff: Awaited<ReturnType<Scenario['staff']>>
let employer: Awaited<ReturnType<Scenario['employer']>>
let student: Awaited<ReturnType<Scenario['student']>>
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())
beforeEach(async () => {
  s.setClock(START)
  school = await s.school({ postsADay: 100 })
  second = await s.school({ postsADay: 100, postsAtOnce: true })
  staff = await s.staff(school, 'school_reviewer')
  employer = await s.employer(school)
  await s.db
    .insertInto('admissions')
    .values({
      schoolId: second,
      employerId: employer.id,
      appliedAt: s.now(),
      waitingSince: s.now(),
      status: 'approved',
      admittedAt: s.now(),
      verifyDue: '2026-12-01',
    })
    .execute()
  student = await s.student(school)
})

const upload = (name: string, file: Buffer = SMALL_PDF, by: Visitor = employer.first) =>
  by.ask(contract.uploadPostFile, { query: { name }, file })
const uploaded = async (...sent: Parameters<typeof upload>): Promise<string> =>
  (await upload(...sent)).json().id
/** A post with this file, submitted to these schools; the one that decides publishes it. */
async function published(attachment: string, schools = [school]) {
  const { id, version } = await employer.first.call(writePost, { body: { ...samplePost, attachment } })
  await employer.first.call(ownPostActs.submit, { params: { id }, body: { seenVersion: version, schools } })
  if (schools.includes(school)) await act('publish', id)
  return id
}
const look = (id: string) => staff.first.call(getPost, { params: { school, id } })
async function act(action: 'publish' | 'pass-change', id: string) {
  const { version: seenVersion } = await look(id)
  await staff.first.call(postActs[action], { params: { school, id }, body: { seenVersion } })
}
async function change(id: string, attachment: string | null) {
  const { version: seenVersion } = await employer.first.call(getOwnPost, { params: { id } })
  const body = { ...samplePost, attachment, seenVersion }
  return employer.first.ask(ownPostActs.edit, { params: { id }, body })
}
const shortIdOf = (address: string) => address.split('/').at(-1)!
const inPublic = (at: string, shortId: string, headers = {}) =>
  s.app.inject({ url: `/s/${at}/jobs/${shortId}/attachment`, headers })
const files = () => readdir(join(s.folder, 'posts', employer.id)).catch(() => [])

test('what comes is told by its content, named by it, and is the employer’s alone until a post shows it', async () => {
  for (const [mediaType, name, file] of ACCEPTED) {
    const answer = await upload(name, file)
    expect([name, answer.statusCode, answer.json().mediaType]).toEqual([name, 200, mediaType])
  }
  for (const [name, file] of REFUSED)
    expect([(await upload(name, file)).statusCode, name]).toEqual([415, name])
  const id = await uploaded('说明书.pdf')
  const read = (by: Visitor) => by.ask(contract.readPostFile, { params: { id } })
  expect((await read(employer.first)).rawPayload).toEqual(SMALL_PDF)
  expect((await read((await s.employer(school)).first)).statusCode).toBe(404)
  expect((await read(staff.first)).statusCode).toBe(403)
})

test('one file for every school of a post: visitors save it, students and staff open it, a picture as a copy without its place', async () => {
  const photo = await uploaded('车间.heic', TURNED.heic)
  const id = await published(photo, [school, second])
  const { address, content } = await look(id)
  expect(content.attachment).toMatchObject({ id: photo, mediaType: 'image/heic' })
  const shortId = shortIdOf(address)
  for (const at of [school, second]) {
    const answer = await inPublic(at, shortId)
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/jpeg'])
    expect(String(answer.headers['content-disposition'])).toMatch(/^attachment; filename.*\.jpg/)
    expect(String(answer.headers['content-security-policy'])).toContain("default-src 'none'")
    for (const told of TELLTALES) expect(answer.rawPayload.includes(told)).toBe(false)
    const { etag } = answer.headers
    expect((await inPublic(at, shortId, { 'if-none-match': etag })).statusCode).toBe(304)
  }
  const page = await s.app.inject({ url: `/s/${school}/jobs/${shortId}` })
  expect(page.body).toContain(`/s/${school}/jobs/${shortId}/attachment`)
  const reads = [
    student.first.ask(contract.readJobAttachment, { params: { school, shortId } }),
    staff.first.ask(contract.readPostAttachment, { params: { school, id } }),
    employer.first.ask(contract.readPostAttachment, { params: { school, id } }),
  ]
  expect((await Promise.all(reads)).map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
  const strangers = await s.employer(school)
  expect(
    (await strangers.first.ask(contract.readPostAttachment, { params: { school, id } })).statusCode,
  ).toBe(404)
})

test('another file is a change: visitors have the old one until the school has looked, and whoever reported it keeps what it was', async () => {
  const [first, other] = [
    await uploaded('一.pdf'),
    await uploaded('二.png', await picture(400, 300).png().toBuffer()),
  ]
  const id = await published(first)
  const shortId = shortIdOf((await look(id)).address)
  const said = { reportGround: 'not-as-promised', reportText: '附件里的工资是假的' } as const
  const report = await student.first.call(reportPost, { params: { school, shortId }, body: said })
  expect((await change(id, other)).statusCode).toBe(200)
  const waiting = await look(id)
  expect([waiting.content.attachment?.name, waiting.proposed?.attachment?.name]).toEqual(['一.pdf', '二.png'])
  const bytes = async () => (await inPublic(school, shortId)).rawPayload
  expect(await bytes()).toEqual(SMALL_PDF)
  const proposed = { params: { school, id }, query: { of: 'proposed' } } as const
  expect((await staff.first.ask(contract.readPostAttachment, proposed)).headers['content-type']).toBe(
    'image/jpeg',
  )
  await act('pass-change', id)
  expect((await inPublic(school, shortId)).headers['content-type']).toBe('image/jpeg')
  const reported = { params: { school, id: report.id } }
  expect((await staff.first.ask(contract.readReportedAttachment, reported)).rawPayload).toEqual(SMALL_PDF)
  expect((await staff.first.call(getReport, reported)).post.isChanged).toBe(true)

  expect((await change(id, null)).statusCode).toBe(200)
  await act('pass-change', id)
  expect((await inPublic(school, shortId)).statusCode).toBe(404)
  expect((await student.first.call(getJob, { params: { school, shortId } })).content.attachment).toBeNull()
  s.setClock('2026-07-10T10:00:00+08:00')
  await sweep(s.services)
  expect(await files()).toEqual(expect.arrayContaining([first, other]))
})

test('a file of somebody else’s, or none, is refused by its field', async () => {
  const stranger = await s.employer(school)
  const theirs = await uploaded('他们的.pdf', SMALL_PDF, stranger.first)
  for (const attachment of [theirs, s.anId()]) {
    const answer = await employer.first.ask(writePost, { body: { ...samplePost, attachment } })
    expect([answer.statusCode, answer.json().code, answer.json().errors[0].field]).toEqual([
      422,
      'evidence-not-found',
      'attachment',
    ])
  }
  // Nor could the code be wrong about it.
  const { id } = await employer.first.call(writePost, { body: samplePost })
  const taking = s.db
    .updateTable('ownPosts')
    .set({ content: JSON.stringify({ ...samplePost, attachment: { id: theirs } }) })
    .where('id', '=', id)
    .execute()
  await expect(taking).rejects.toThrow('own_posts_have_their_employers_file')
})

describe('the sweep', () => {
  test('what no post has taken goes after a day with its copies, what one has taken stays for good', async () => {
    const [used, unused] = [
      await uploaded('用.pdf'),
      await uploaded('不用.png', await picture(400, 300).png().toBuffer()),
    ]
    await employer.first.call(writePost, { body: { ...samplePost, attachment: used } })
    expect((await files()).sort()).toEqual([used, unused, `${unused}.small`, `${unused}.view`].sort())
    s.setClock('2026-06-03T10:00:00+08:00')
    await Promise.all([sweep(s.services), sweep(s.services)])
    expect(await files()).toEqual([used])
    await expect(
      s.db.updateTable('postFiles').set({ state: 'removing' }).where('id', '=', used).execute(),
    ).rejects.toThrow('post_files_taken_stay')
  })

  test('what a crash left goes after an hour, and an upload that was given up is not kept after all', async () => {
    const key = { employer: employer.id, id: s.anId() }
    await addFile(s.db, { ...key, name: '断.pdf', userId: employer.userId }, s.now())
    await s.services.files.write(postFileKey(key), Readable.from([SMALL_PDF]))
    s.setClock('2026-06-01T11:30:00+08:00')
    await sweep(s.services)
    expect(await files()).toEqual([])
    const copies = { viewSize: null, smallSize: null, formNumber: null, formCopy: null, formPage: null }
    const about = { mediaType: 'application/pdf', size: 1, sha256: '0'.repeat(64), ...copies }
    await expect(finishFile(s.db, key, about)).rejects.toThrow('evidence-broken-off')
  })
})
