import { buffer } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import yauzl from 'yauzl'
import * as contract from '../../../contracts/applications.ts'
import { uploadEvidence } from '../../../contracts/evidence.ts'
import { sendInvitation } from '../../../contracts/invitations.ts'
import * as posts from '../../../contracts/posts.ts'
import { listLooks, saveResume } from '../../../contracts/resumes.ts'
import { MOST_RESUMES } from '../../../domain/resume-archive/names.ts'
import { TERMS } from '../../../domain/testing/cases.ts'
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

/** As many applications for the post as students, made in the database: each would have to write a résumé. */
async function crowd(of: Applied, many: number) {
  const students = await Promise.all(Array.from({ length: many }, () => s.student(school)))
  await sql`
    insert into applications select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(),
      'student_id', x.student, 'resume_id', null, 'snapshot', jsonb_set(a.snapshot, '{name}', to_jsonb(x.name)),
      'student_folded', x.name))).*
    from applications a, jsonb_to_recordset(${JSON.stringify(students.map(({ id, name }) => ({ student: id, name })))}::jsonb)
      as x (student uuid, name text) where a.id = ${of.id}`.execute(s.db)
  return students
}

describe('a board of applicants', () => {
  const board = (query: object = {}) => employer.first.call(contract.boardOfApplications, { query })

  test('has the latest of each state with what may be done to them, and how many there are; narrowed as the table is', async () => {
    const all: Applied[] = []
    for (let n = 0; n < 6; n++) all.push(await applied())
    await crowd(all[5]!, 12)
    s.setClock('2026-06-01T10:01:00+08:00')
    const newest = await applied()
    const [seen, listed, offered, declined, gone] = all
    await look(seen!)
    await decided('shortlist', listed!, 1)
    await decided('shortlist', offered!, 1)
    await decided('offer', offered!, 2)
    await decided('decline', declined!, 1)
    await decided('withdraw', gone!, 1)
    const { columns, counts } = await board()
    expect(columns.map(({ status, items }) => [status, items.length])).toEqual([
      ['submitted', 14],
      ['seen', 1],
      ['shortlisted', 1],
      ['interview', 0],
      ['offered', 1],
      ['declined', 1],
    ])
    expect(counts).toEqual({ submitted: 14, seen: 1, shortlisted: 1, offered: 1, declined: 1 })
    expect(columns.map(({ items }) => items[0]?.actions)).toEqual([
      ['shortlist', 'decline'],
      ['shortlist', 'interview', 'offer', 'decline'],
      ['interview', 'offer', 'decline'],
      undefined,
      ['invite', 'decline'],
      [],
    ])
    expect(columns[0]!.items[0]!.id).toBe(newest.id)
    await crowd(all[5]!, 3)
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

test('an employer reaches no student of another’s by ids, posts, words, counts or marks (AT-9)', async () => {
  const one = await applied()
  const students = await crowd(one, 40)
  const rival = await s.employer(school)
  const own = await applied(undefined, (await published(rival)).shortId)
  const { rows } = await sql<{ id: string }>`select id from applications where post_id = ${postId}`.execute(
    s.db,
  )
  const reached = async (by: Employer) => {
    const answers = [
      await by.first.ask(contract.listApplications, { query: { post: postId } }),
      await by.first.ask(contract.boardOfApplications, { query: { post: postId } }),
      await by.first.ask(contract.boardOfApplications, { query: { q: students[7]!.name } }),
      await by.first.ask(contract.listApplications, { query: { q: students[7]!.name, school } }),
      await by.first.ask(contract.countApplicants, { params: { id: postId } }),
      await by.first.ask(contract.takeResumes, {
        body: {
          filter: {},
          items: rows.map(({ id }) => ({ school, id })),
          ...{ fileNames: '{NAME}', language: 'zh-CN' as const },
        },
      }),
    ]
    const said = answers.map(({ body }) => body).join()
    return [one.student, ...students].filter(({ name, id }) => said.includes(name) || said.includes(id))
      .length
  }
  expect(await reached(rival)).toBe(0)
  expect(await reached(employer)).toBeGreaterThan(10)
  const params = rows.map(({ id }) => ({ school, id }))
  const known = new Set<string>()
  for (const key of [...params, { school, id: s.anId() }]) {
    const tries = [
      rival.first.ask(contract.getApplication, { params: key }),
      rival.first.ask(contract.applicationActs.look, { params: key, body: {} }),
      rival.first.ask(contract.sentResume.pdf, { params: key, query: {} }),
    ]
    // The same whether there is one or none.
    for (const answer of await Promise.all(tries)) known.add(`${answer.statusCode} ${answer.json().code}`)
  }
  expect([...known]).toEqual(['404 not-found'])
  const decided = await rival.first.call(contract.decideApplications, {
    body: { decision: 'shortlist', items: params.map((key) => ({ ...key, seenVersion: 1 })) },
  })
  expect(new Set(decided.results.map(({ code }) => code))).toEqual(new Set(['not-found']))
  const theirs = await rival.first.call(contract.listApplications, {})
  expect([theirs.items.map(({ id }) => id), theirs.counts]).toEqual([[own.id], { submitted: 1 }])
}, 60_000)

test('at the same time: one declines several while another of them withdraws, is offered, or both devices decide', async () => {
  for (let round = 0; round < 3; round++) {
    const [one, two, three] = [await applied(), await applied(), await applied()]
    const items = [one, two, three].map(({ params }) => ({ ...params, seenVersion: 1 }))
    const several = (by: Employer['first']) =>
      by.ask(contract.decideApplications, { body: { decision: 'decline', reason: '谢谢', items } })
    const [declined, again, withdrawn] = await Promise.all([
      several(employer.first),
      several(employer.second),
      two.student.first.ask(contract.applicationActs.withdraw, {
        params: two.params,
        body: { seenVersion: 1 },
      }),
    ])
    const passed = [declined, again].flatMap((answer) =>
      (answer.json().results as { id: string; passed: boolean }[]).filter((result) => result.passed),
    )
    // Each is decided once, by one of the two, or by its student.
    const times = (id: string) => passed.filter((result) => result.id === id).length
    expect([times(one.id), times(three.id)]).toEqual([1, 1])
    expect(times(two.id) + Number(withdrawn.statusCode === 200)).toBe(1)
  }
  for (let round = 0; round < 3; round++) {
    const one = await applied()
    await decided('shortlist', one, 1)
    await decided('offer', one, 2)
    const { terms } = await employer.first.call(contract.getApplicationInvitation, one)
    const sending = {
      params: { school },
      body: {
        ...{ studentId: one.student.id, studentName: one.student.name, noticeVersion: 1 },
        ...{ respondBy: '2026-06-05', applicationId: one.id },
        terms: { ...TERMS, remarks: [], clauses: [], ...terms },
      },
    }
    const [sent, taken] = await Promise.all([
      employer.first.ask(sendInvitation, sending),
      one.student.first.ask(contract.applicationActs.withdraw, {
        params: one.params,
        body: { seenVersion: 3 },
      }),
    ])
    // Of an invitation and what is taken back at once there is one.
    expect([sent.statusCode === 200, taken.statusCode === 200].filter(Boolean)).toHaveLength(1)
    const { invitation, status } = await one.student.first.call(contract.getApplication, one)
    expect([status, invitation !== null]).toEqual(
      taken.statusCode === 200 ? ['withdrawn', false] : ['offered', true],
    )
  }
  expect((await verifyJournal(s.db)).faults).toEqual([])
}, 60_000)

describe('résumés that are taken away', () => {
  type Taking = {
    items?: { school: string; id: string }[]
    status?: 'submitted' | 'declined'
    fileNames?: string
  }
  const ask = ({ status, ...taking }: Taking = {}, by: Employer = employer) =>
    by.first.ask(contract.takeResumes, {
      body: {
        ...{ filter: { status }, fileNames: '{POST}/{NAME}_{WHAT}', language: 'zh-CN' as const },
        ...taking,
      },
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
    await crowd(one, MOST_RESUMES)
    expect((await ask()).json()).toMatchObject({ status: 409, code: 'resumes-at-once' })
    expect((await ask({ items: keysOf(one) })).statusCode).toBe(200)
  }, 120_000)
})
