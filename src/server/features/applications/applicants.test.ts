import { buffer } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import yauzl from 'yauzl'
import * as contract from '../../../contracts/applications.ts'
import { uploadEvidence } from '../../../contracts/evidence.ts'
import * as posts from '../../../contracts/posts.ts'
import { listLooks, saveResume } from '../../../contracts/resumes.ts'
import { MOST_RESUMES } from '../../../domain/resume-archive/names.ts'
import { sha256, verifyJournal } from '../../db/journal.ts'
import { kindsOf } from '../../testing/admitting.ts'
import { textOf } from '../../testing/pdf-tools.ts'
import { samplePost } from '../../testing/sample-post.ts'
import { sampleResume, writtenResume } from '../../testing/sample-resume.ts'
import { type Scenario, SMALL_PDF, startScenario } from '../../testing/scenario.ts'
import { listSentTo } from './sent.ts'

let s: Scenario
let school: string
let employer: Awaited<ReturnType<Scenario['employer']>>
let shortId: string
let postId: string
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())
beforeEach(async () => {
  s.setClock('2026-06-01T10:00:00+08:00')
  school = await s.school({ postsAtOnce: true, postChangesReviewed: false, applicationDays: 3 })
  employer = await s.employer(school)
  ;({ id: postId, shortId } = await published())
})

type Employer = typeof employer
async function published(by: Employer = employer, title = samplePost.title) {
  const { id } = await by.first.call(posts.writePost, { body: { ...samplePost, title } })
  const body = { seenVersion: 1, schools: [school] }
  const { schools } = await by.first.call(posts.ownPostActs.submit, { params: { id }, body })
  return { id, shortId: new URL(schools[0]!.address).pathname.split('/').at(-1)! }
}
async function candidate() {
  const student = await s.student(school)
  return { ...student, resumeId: (await writtenResume(student.first, school)).id }
}
type Candidate = Awaited<ReturnType<typeof candidate>>
async function applied(who?: Candidate, at = shortId) {
  const student = who ?? (await candidate())
  const body = { resumeId: student.resumeId, note: '' }
  const { id } = await student.first.call(contract.applyForJob, { params: { school, shortId: at }, body })
  return { student, id, params: { school, id } }
}
type Applied = Awaited<ReturnType<typeof applied>>
const decided = (
  action: 'shortlist' | 'offer' | 'decline' | 'withdraw',
  { params, student }: Applied,
  seenVersion: number,
) =>
  (action === 'withdraw' ? student : employer).first.call(contract.applicationActs[action], {
    params,
    body: { seenVersion, reason: '谢谢' },
  })
const look = ({ params }: Applied) => employer.first.call(contract.applicationActs.look, { params, body: {} })

describe('a board of applicants', () => {
  const board = (query: object = {}) => employer.first.call(contract.boardOfApplications, { query })

  test('has the latest of each state with what may be done to them, and how many there are; narrowed as the table is', async () => {
    const all: Applied[] = []
    for (let n = 0; n < 18; n++) {
      s.setClock(new Date(Date.parse('2026-06-01T10:00:00+08:00') + n * 1000).toISOString())
      all.push(await applied())
    }
    const [seen, listed, offered, declined, gone] = all
    await look(seen!)
    await decided('shortlist', listed!, 1)
    await decided('shortlist', offered!, 1)
    await decided('offer', offered!, 2)
    await decided('decline', declined!, 1)
    await decided('withdraw', gone!, 1)
    const { columns, counts } = await board()
    expect(columns.map(({ status, items }) => [status, items.length])).toEqual([
      ['submitted', 13],
      ['seen', 1],
      ['shortlisted', 1],
      ['interview', 0],
      ['offered', 1],
      ['declined', 1],
    ])
    expect(counts).toEqual({ submitted: 13, seen: 1, shortlisted: 1, offered: 1, declined: 1 })
    expect(columns.map(({ items }) => items[0]?.actions)).toEqual([
      ['shortlist', 'decline'],
      ['shortlist', 'interview', 'offer', 'decline'],
      ['interview', 'offer', 'decline'],
      undefined,
      ['invite', 'decline'],
      [],
    ])
    expect(columns[0]!.items[0]!.id).toBe(all.at(-1)!.id)
    for (let n = 0; n < 4; n++) await applied()
    const one = await board({ status: 'submitted', post: postId })
    expect([one.columns.map(({ items }) => items.length), one.counts.submitted]).toEqual([[16], 17])
    const found = await board({ q: seen!.student.name })
    expect(found.columns.flatMap(({ items }) => items.map(({ id }) => id))).toContain(seen!.id)
    expect((await board({ education: '11' })).columns.flatMap(({ items }) => items)).toEqual([])
    const stranger = await s.employer(school)
    const theirs = await stranger.first.call(contract.boardOfApplications, {})
    expect([theirs.columns.flatMap(({ items }) => items), theirs.counts]).toEqual([[], {}])
  }, 60_000)

  test('shows the interview that is arranged, beside which there is no other', async () => {
    const one = await applied()
    await look(one)
    await employer.first.call(contract.applicationActs.interview, {
      params: one.params,
      body: {
        ...{ seenVersion: 2, manner: 'onsite', place: '一号楼', note: '', minutes: 30 },
        begins: ['2026-06-03T01:00:00.000Z'],
      },
    })
    const row = (await board({ status: 'interview' })).columns[0]!.items[0]!
    expect([row.interview?.status, row.actions]).toEqual(['proposed', ['offer', 'decline']])
    const page = await employer.first.call(contract.getApplication, { params: one.params })
    expect(page.actions).toEqual(row.actions)
  })
})

describe('résumés that are taken away', () => {
  type Taking = {
    items?: { school: string; id: string }[]
    status?: 'submitted' | 'declined'
    fileNames?: string
  }
  const ask = (taking: Taking = {}, by: Employer = employer) =>
    by.first.ask(contract.takeResumes, {
      body: { fileNames: '{POST}/{NAME}_{WHAT}', language: 'zh-CN', ...taking },
    })
  async function take(taking?: Taking) {
    const answer = await ask(taking)
    expect(answer.statusCode).toBe(200)
    const zip = await yauzl.fromBufferPromise(answer.rawPayload)
    const files = new Map<string, Buffer>()
    for await (const entry of zip.eachEntry())
      files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
    const rows: Record<string, string>[] = parse(files.get('简历清单.csv') ?? '', {
      bom: true,
      columns: true,
    })
    return { files, rows, name: String(answer.headers['content-disposition']) }
  }
  const keysOf = (...those: Applied[]) => those.map(({ params }) => params)

  test('are those that are ticked, with what was attached and a manifest; each is a look, which its student reads (AT-7)', async () => {
    const who = await candidate()
    const pdf = await who.first.call(uploadEvidence, {
      params: { school },
      query: { name: '作品.pdf' },
      file: SMALL_PDF,
    })
    await who.first.call(saveResume, {
      params: { school, id: who.resumeId },
      body: { seenVersion: 2, resume: { ...sampleResume, files: { photo: null, attachment: pdf.id } } },
    })
    const [one, two, left] = [await applied(who), await applied(), await applied()]
    await decided('shortlist', two, 1)
    const { files, rows, name } = await take({ items: keysOf(one, two) })
    expect(decodeURIComponent(name)).toContain('应聘简历（2 人）.zip')
    expect(rows.map((row) => [row.姓名, row.材料, row.状态]).sort()).toEqual(
      [
        [one.student.name, '简历', '在包内'],
        [one.student.name, '附件', '在包内'],
        [two.student.name, '简历', '在包内'],
      ].sort(),
    )
    for (const row of rows) expect(sha256(files.get(row.文件!)!).toString('hex')).toBe(row['SHA-256'])
    const fileOf = (of: Applied, what: string) =>
      files.get(`${samplePost.title}/${of.student.name}_${what}.pdf`)!
    expect(fileOf(one, '附件').equals(SMALL_PDF)).toBe(true)
    // The telephone of who is on the short list alone.
    expect(textOf(fileOf(two, '简历'))).toContain(sampleResume.contact.phone)
    expect(textOf(fileOf(one, '简历'))).not.toContain(sampleResume.contact.phone)
    for (const { student, params } of [one, two]) {
      const { items } = await student.first.call(listLooks, { params: { school } })
      expect(items).toMatchObject([{ employer: employer.name, resumeName: '技术岗' }])
      expect(await student.first.call(contract.getApplication, { params })).not.toMatchObject({
        status: 'submitted',
      })
    }
    expect(await kindsOf(one.student.first)).toContain('application.seen')
    expect((await left.student.first.call(listLooks, { params: { school } })).items).toEqual([])
    expect((await s.journal(`employer:${employer.id}`)).at(-1)?.entry).toMatchObject({
      action: 'employer.take-resumes',
      data: { applications: 2 },
    })
    expect((await verifyJournal(s.db)).faults).toEqual([])
  }, 60_000)

  test('or all that the filter means; never what was taken back, also while they are sent (AT-8)', async () => {
    const [one, two, gone, declined] = [await applied(), await applied(), await applied(), await applied()]
    await decided('withdraw', gone, 1)
    await decided('decline', declined, 1)
    const names = (rows: Record<string, string>[]) => rows.map((row) => row.姓名).sort()
    const waiting = [one.student.name, two.student.name].sort()
    expect(names((await take({ status: 'submitted' })).rows)).toEqual(waiting)
    const all = await take()
    expect(names(all.rows)).toEqual([...waiting, declined.student.name].sort())
    expect(names((await take({ items: keysOf(one, gone) })).rows)).toEqual([one.student.name])
    const none = await ask({ items: keysOf(gone) })
    expect(none.json()).toMatchObject({ status: 409, code: 'no-resumes-to-take' })
    // What was to be sent is read again as it is sent.
    await decided('withdraw', two, 2)
    const of = { secrets: s.services.secrets, at: new Date() }
    const sent = await listSentTo(s.db, employer.id, keysOf(one, two), of)
    expect(sent.map(({ application }) => application.id)).toEqual([one.id])
  }, 60_000)

  test('are no other employer’s, are named as can be, and not too many at once', async () => {
    const one = await applied()
    const stranger = await s.employer(school)
    const theirs = await ask({ items: keysOf(one) }, stranger)
    expect(theirs.json()).toMatchObject({ status: 409, code: 'no-resumes-to-take' })
    expect((await one.student.first.call(contract.getApplication, one)).status).toBe('submitted')
    expect((await ask({ fileNames: '{POST}' })).json()).toMatchObject({
      status: 422,
      errors: [{ field: 'fileNames' }],
    })
    // Made in the database: two hundred students would each have to write a résumé.
    for (let n = 0; n < MOST_RESUMES; n++) {
      const { id } = await s.student(school)
      await sql`
        insert into applications select (jsonb_populate_record(a,
          jsonb_build_object('id', ${s.anId()}::text, 'student_id', ${id}::text, 'resume_id', null))).*
        from applications a where id = ${one.id}`.execute(s.db)
    }
    expect((await ask()).json()).toMatchObject({ status: 409, code: 'resumes-at-once' })
    expect((await ask({ items: keysOf(one) })).statusCode).toBe(200)
  }, 120_000)
})
