import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { admissionActs } from '../../../contracts/admissions.ts'
import * as jobs from '../../../contracts/jobs.ts'
import { listNotifications } from '../../../contracts/notifications.ts'
import * as contract from '../../../contracts/post-reports.ts'
import * as posts from '../../../contracts/posts.ts'
import { getKept } from '../../../contracts/privacy.ts'
import { verifyJournal } from '../../db/journal.ts'
import type { Visitor } from '../../http/visitor.ts'
import { kindsOf } from '../../testing/admitting.ts'
import { samplePost } from '../../testing/sample-post.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

const START = '2026-06-01T10:00:00+08:00'
let s: Scenario
let school: string
let staff: Awaited<ReturnType<Scenario['staff']>>
let employer: Awaited<ReturnType<Scenario['employer']>>
let student: Awaited<ReturnType<Scenario['student']>>
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())
beforeEach(async () => {
  s.setClock(START)
  school = await s.school({ postsAtOnce: true, postChangesReviewed: false })
  staff = await s.staff(school, 'school_reviewer')
  employer = await s.employer(school)
  student = await s.student(school)
})

type Said = typeof samplePost
async function published(change: Partial<Said> = {}, by = employer) {
  const { id } = await by.first.call(posts.writePost, { body: { ...samplePost, ...change } })
  const body = { seenVersion: 1, schools: [school] }
  const { schools } = await by.first.call(posts.ownPostActs.submit, { params: { id }, body })
  return { id, shortId: new URL(schools[0]!.address).pathname.split('/').at(-1)! }
}
const at = (shortId: string) => ({ school, shortId })
type Student = typeof student
const seek = ({ first }: Student, query: object = {}) =>
  first.call(jobs.listJobs, { params: { school }, query })
const titles = async (who: Student, query: object = {}) =>
  (await seek(who, query)).items.map(({ title }) => title)
const report = (who: Student, shortId: string, reportGround: 'fee' | 'fraud' = 'fraud') =>
  who.first.ask(contract.reportPost, {
    params: at(shortId),
    body: { reportGround, reportText: '面试后要求交 300 元' },
  })
const reported = async (...asked: Parameters<typeof report>) => {
  const answer = await report(...asked)
  expect([answer.statusCode, answer.statusCode === 200 || answer.body]).toEqual([200, true])
  return answer.json() as contract.ReportView
}
const decide = (id: string, action: 'uphold' | 'dismiss', more: object = {}, by = staff.first) =>
  by.ask(contract.reportActs[action], {
    params: { school, id },
    body: { seenVersion: 1, reason: '经核查', ...more },
  })
const publicPage = async (below: string) => (await s.app.inject({ url: `/s/${school}${below}` })).body

describe('what a student finds', () => {
  test('all that is open, what is for the school’s students too, by the filters of the public list', async () => {
    const hidden = await published({ audience: 'students', title: '实验室助理', regions: ['310101'] })
    s.setClock('2026-06-01T11:00:00+08:00')
    await published()
    s.setClock('2026-06-02T11:00:00+08:00')
    expect(await titles(student)).toEqual([samplePost.title, '实验室助理'])
    expect(await titles(student, { region: '310000' })).toEqual(['实验室助理'])
    expect(await titles(student, { q: '软件', sort: 'pay' })).toEqual([samplePost.title])
    expect((await student.first.call(jobs.getJob, { params: at(hidden.shortId) })).content.title).toBe(
      '实验室助理',
    )
    const abroad = await s.student(await s.school())
    for (const who of [employer, staff, abroad])
      expect(
        (await who.first.ask(jobs.getJob, { params: at(hidden.shortId) })).statusCode,
      ).toBeGreaterThanOrEqual(403)
    const unreadable = await student.first.ask(jobs.listJobs, {
      params: { school },
      query: { region: 'x' } as never,
    })
    expect([unreadable.statusCode, unreadable.json().errors[0].field]).toEqual([422, 'region'])
  })

  test('a contact that is not shown is nobody’s to read', async () => {
    const { shortId } = await published({ contact: { ...samplePost.contact, shown: false } })
    const answer = await student.first.ask(jobs.getJob, { params: at(shortId) })
    expect([answer.json().content.contact, answer.body.includes('81234567')]).toEqual([
      { name: '', phone: '', email: '', shown: false },
      false,
    ])
    // Nor by reporting it, or by asking what is kept: the school alone reads it.
    const { id } = await reported(student, shortId)
    const key = { params: { school, id } }
    const readBy = async (who: { first: Visitor }) => (await who.first.ask(contract.getReport, key)).body
    const { contentHash } = JSON.parse(await readBy(staff))
    expect(await readBy(staff)).toContain('81234567')
    for (const read of [await readBy(student), (await student.first.ask(getKept, {})).body]) {
      expect(read).toContain(samplePost.title)
      expect(read).not.toMatch(/81234567|hr@example|李老师/)
      // By which whoever knows the rest could try out every number.
      expect(read).not.toContain(contentHash)
    }
  })

  test('pages by keys: each post once, whatever is published meanwhile', async () => {
    const open = await s.school({ postsAtOnce: true })
    const by = await s.employer(open)
    const reader = await s.student(open)
    for (let n = 0; n < 19; n++) {
      const { id } = await by.first.call(posts.writePost, { body: { ...samplePost, title: `岗位${n}` } })
      await by.first.call(posts.ownPostActs.submit, {
        params: { id },
        body: { seenVersion: 1, schools: [open] },
      })
    }
    const page = (after: string) =>
      reader.first.call(jobs.listJobs, { params: { school: open }, query: { after } })
    expect((await page('')).next).toBeNull()
    const more = await s.employer(open)
    for (let n = 19; n < 25; n++) {
      const { id } = await more.first.call(posts.writePost, { body: { ...samplePost, title: `岗位${n}` } })
      await more.first.call(posts.ownPostActs.submit, {
        params: { id },
        body: { seenVersion: 1, schools: [open] },
      })
    }
    const first = await page('')
    const second = await page(first.next!)
    const met = [...first.items, ...second.items].map(({ title }) => title)
    expect([first.items.length, new Set(met).size, second.next]).toEqual([20, 25, null])
  }, 60_000)
})

test('what is kept stands in a list with what has become of it, and is let go', async () => {
  const [one, two] = [await published(), await published({ title: '测试工程师', lastDay: '2026-06-02' })]
  const keep = (shortId: string, who = student) => who.first.ask(jobs.keepJob, { params: at(shortId) })
  expect((await keep(one.shortId)).statusCode).toBe(200)
  s.setClock('2026-06-01T10:00:01+08:00')
  await Promise.all([keep(two.shortId), keep(two.shortId)])
  expect((await seek(student)).items.map(({ isFavourite }) => isFavourite)).toEqual([true, true])
  await employer.first.call(posts.ownPostActs.close, { params: { id: one.id }, body: { seenVersion: 2 } })
  expect((await keep(one.shortId, await s.student(school))).statusCode).toBe(404)
  const list = () => student.first.call(jobs.listFavourites, { params: { school } })
  expect((await list()).items).toMatchObject([
    { title: '测试工程师', status: 'published' },
    { title: samplePost.title, status: 'closed' },
  ])
  await student.first.call(jobs.letJobGo, { params: at(one.shortId) })
  await student.first.call(jobs.letJobGo, { params: at(one.shortId) })
  expect((await list()).items).toHaveLength(1)
  s.setClock('2026-06-03T00:00:00+08:00')
  expect((await list()).items).toMatchObject([{ status: 'expired' }])
})

describe('a saved search', () => {
  const nothing = {
    q: '',
    region: '',
    category: '',
    industry: '',
    nature: '',
    kind: null,
    education: null,
    major: '',
    pay: null,
  }
  const save = (searchName: string, sought: object, who = student) =>
    who.first.ask(jobs.saveSearch, {
      params: { school },
      body: { searchName, sought: { ...nothing, ...sought } },
    })
  const fresh = async () =>
    (await student.first.call(jobs.listSearches, { params: { school } })).items.map((one) => [
      one.name,
      one.fresh,
    ])

  test('counts what has come since it was looked at, all of them in one statement', async () => {
    await published()
    await save('软件', { q: '软件' })
    s.setClock('2026-06-01T10:00:01+08:00')
    await save('高薪', { pay: 9000 })
    expect(await fresh()).toEqual([
      ['高薪', 0],
      ['软件', 0],
    ])
    s.setClock('2026-06-02T10:00:00+08:00')
    await published({ title: '软件测试' })
    await published({ title: '行政', pay: { from: 9000, to: 9500, months: 12 } })
    await published({ title: '软件实习', shownOn: '2026-06-05' })
    s.setClock('2026-06-02T10:00:01+08:00')
    const before = s.statements.length
    expect(await fresh()).toEqual([
      ['高薪', 1],
      ['软件', 1],
    ])
    const counting = s.statements.slice(before).filter((text) => text.includes('saved_searches'))
    expect(counting).toHaveLength(1)
    const { items } = await student.first.call(jobs.listSearches, { params: { school } })
    const params = { school, id: items[1]!.id }
    await student.first.call(jobs.lookAtSearch, { params })
    expect(await fresh()).toEqual([
      ['高薪', 1],
      ['软件', 0],
    ])
    const stranger = await s.student(school)
    for (const act of [jobs.lookAtSearch, jobs.removeSearch])
      expect((await stranger.first.ask(act, { params })).statusCode).toBe(404)
    await student.first.call(jobs.removeSearch, { params })
    expect(await fresh()).toEqual([['高薪', 1]])
  })

  test('finds nothing that is paused while its employer is to be verified; what is kept says so (L7)', async () => {
    await save('软件', { q: '软件' })
    s.setClock('2026-06-01T10:00:01+08:00')
    const { shortId } = await published()
    await student.first.call(jobs.keepJob, { params: at(shortId) })
    expect([await fresh(), await titles(student)]).toEqual([[['软件', 1]], [samplePost.title]])
    const verified = s.db.updateTable('admissions').where('employerId', '=', employer.id)
    await verified.set({ verifyDue: '2026-06-01' }).execute()
    s.setClock('2026-06-02T00:00:00+08:00')
    expect([await fresh(), await titles(student)]).toEqual([[['软件', 0]], []])
    const { items } = await student.first.call(jobs.listFavourites, { params: { school }, query: {} })
    expect(items.map(({ status }) => status)).toEqual(['paused'])
    const page = await student.first.ask(jobs.getJob, { params: at(shortId) })
    expect([page.statusCode, page.json().code]).toEqual([404, 'post-paused'])
    await verified.set({ verifyDue: '2026-12-02' }).execute()
    expect([await fresh(), await titles(student)]).toEqual([[['软件', 1]], [samplePost.title]])
  })

  test('has a name of its own, seeks something, and there are twenty', async () => {
    const codes = async (...asked: Parameters<typeof save>) => (await save(...asked)).json().code
    expect(await codes('空', {})).toBe('search-of-nothing')
    await save('甲', { q: "a' | \\b" })
    expect(await codes('甲', { q: '软件' })).toBe('search-saved')
    const many = await Promise.all(
      Array.from({ length: 21 }, (_, n) => save(`第${n}`, { kind: 'internship' })),
    )
    expect(many.filter(({ statusCode }) => statusCode === 200)).toHaveLength(19)
    expect(many.find(({ statusCode }) => statusCode !== 200)?.json().code).toBe('searches-too-many')
  }, 60_000)
})

describe('a report', () => {
  test('keeps the post as it was with its fingerprint, is answered, and the post is taken down for all who said so (AT-21)', async () => {
    const { id: post, shortId } = await published()
    const other = await s.student(school)
    const before = s.statements.length
    const one = await reported(student, shortId, 'fee')
    expect(s.statements.length - before).toBeLessThanOrEqual(16)
    const two = await reported(other, shortId)
    const urgent = { status: 'reported', isUrgent: true, answerBy: '2026-06-02', overdue: false }
    expect(one).toMatchObject({ ...urgent, actions: ['withdraw'], title: samplePost.title })
    expect(await kindsOf(staff.first)).toEqual(
      expect.arrayContaining(['post-report.urgent', 'post-report.to-look-at']),
    )
    await employer.first.call(posts.ownPostActs.edit, {
      params: { id: post },
      body: { ...samplePost, title: '改名', seenVersion: 2 },
    })
    const { items } = await staff.first.call(contract.listReports, { params: { school } })
    expect(items.map(({ id }) => id)).toEqual([one.id, two.id])
    const seen = await staff.first.call(contract.getReport, { params: { school, id: one.id } })
    expect(seen.content.title).toBe(samplePost.title)
    expect(seen.contentHash).toMatch(/^[0-9a-f]{64}$/)
    expect(seen.post).toEqual({ id: post, status: 'published', isChanged: true, isToTakeDown: true })
    const wordless = await decide(one.id, 'uphold')
    expect([wordless.statusCode, wordless.json().errors[0].field]).toEqual([422, 'takeDown'])
    const upheld = await decide(one.id, 'uphold', { takeDown: '向求职者收费' })
    expect(upheld.json()).toMatchObject({
      status: 'upheld',
      answer: '经核查',
      post: { status: 'taken_down' },
    })
    for (const who of [student, other]) expect(await kindsOf(who.first)).toContain('post-report.upheld')
    expect(await titles(student)).toEqual([])
    const told = await employer.first.call(listNotifications, {})
    expect(told.items[0]).toMatchObject({ kind: 'post.taken-down' })
    expect(JSON.stringify(told)).not.toMatch(new RegExp(`${student.name}|${other.name}|举报|经核查`))
    const acts = (await s.journal(`post-report:${one.id}`)).map(({ entry }) => entry)
    expect(acts).toMatchObject([
      { action: 'post-report.report', data: { hash: seen.contentHash, ground: 'fee' } },
      { action: 'post-report.uphold', from: 'reported', to: 'upheld' },
    ])
    expect((await verifyJournal(s.db)).faults).toEqual([])
  })

  test('that is dismissed leaves no mark on what anybody, or the employer, reads', async () => {
    const { id: post, shortId } = await published()
    const pages = async () => [
      await publicPage(`/jobs/${shortId}`),
      await publicPage(`/employers/${employer.id}`),
      JSON.stringify(await employer.first.call(posts.getPost, { params: { school, id: post } })),
      JSON.stringify((await employer.first.call(listNotifications, {})).items),
    ]
    const before = await pages()
    const { id } = await reported(student, shortId)
    expect((await decide(id, 'dismiss', { reason: '单位已出示证明' })).statusCode).toBe(200)
    expect(await pages()).toEqual(before)
    const mine = await student.first.call(contract.listMyReports, { params: { school } })
    expect(mine.items).toMatchObject([{ id, status: 'dismissed' }])
    expect(await kindsOf(student.first)).toContain('post-report.dismissed')
    await reported(student, shortId)
  })

  test('is upheld by whoever takes the post down, and without taking down where the post is over', async () => {
    const [one, two] = [await published(), await published({ title: '测试工程师' })]
    const [first, second] = [await reported(student, one.shortId), await reported(student, two.shortId)]
    await staff.first.call(posts.postActs['take-down'], {
      params: { school, id: one.id },
      body: { seenVersion: 1, reason: '内容不实' },
    })
    await employer.first.call(posts.ownPostActs.close, { params: { id: two.id }, body: { seenVersion: 2 } })
    expect((await decide(second.id, 'uphold')).json()).toMatchObject({
      status: 'upheld',
      post: { status: 'closed' },
    })
    const mine = await student.first.call(contract.listMyReports, { params: { school } })
    expect(mine.items.map(({ id, status }) => [id, status])).toEqual(
      expect.arrayContaining([
        [first.id, 'upheld'],
        [second.id, 'upheld'],
      ]),
    )
  })

  test('is the reporter’s and the school’s: for anybody else it does not exist, and a suspension answers none', async () => {
    const { shortId } = await published()
    const { id } = await reported(student, shortId)
    const params = { school, id }
    const college = await s.staff(school, 'college_reviewer', '01')
    const strangers = [
      employer,
      await s.student(school),
      await s.staff(await s.school(), 'administrator'),
      college,
    ]
    for (const { first } of strangers) {
      expect((await first.ask(contract.getReport, { params })).statusCode).toBeGreaterThanOrEqual(403)
      expect((await decide(id, 'dismiss', {}, first)).statusCode).toBeGreaterThanOrEqual(403)
    }
    expect(
      (
        await employer.first.ask(contract.reportPost, {
          params: at(shortId),
          body: { reportGround: 'fee', reportText: 'x' },
        })
      ).statusCode,
    ).toBe(403)
    await staff.first.call(admissionActs.suspend, {
      params: { school, id: employer.id },
      body: { seenVersion: 1, reason: '停' },
    })
    const seen = await staff.first.call(contract.getReport, { params })
    expect([seen.status, seen.post.isToTakeDown]).toEqual(['reported', false])
    expect((await report(await s.student(school), shortId)).statusCode).toBe(404)
  })

  test('at the same time: two of one student, report against take-down, uphold against dismiss', async () => {
    for (let round = 0; round < 5; round++) {
      const { id: post, shortId } = await published()
      const asked = { params: at(shortId), body: { reportGround: 'fraud' as const, reportText: '虚假' } }
      const who = await s.student(school)
      const twice = await Promise.all([
        who.first.ask(contract.reportPost, asked),
        who.second.ask(contract.reportPost, asked),
      ])
      expect(twice.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
      const { id } = twice.find(({ statusCode }) => statusCode === 200)!.json()
      const late = await s.student(school)
      const takingDown = staff.second.ask(posts.postActs['take-down'], {
        params: { school, id: post },
        body: { seenVersion: 1, reason: '不实' },
      })
      const [byLate, decided] = await Promise.all([report(late, shortId), decide(id, 'dismiss'), takingDown])
      expect([200, 404]).toContain(byLate.statusCode)
      const { items } = await staff.first.call(contract.listReports, {
        params: { school },
        query: { queue: 'all' },
      })
      expect(items.filter(({ status }) => status === 'reported')).toEqual([])
      expect(items.find((row) => row.id === id)?.status).toBe(
        decided.statusCode === 200 ? 'dismissed' : 'upheld',
      )
    }
  }, 60_000)
})
