import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { admissionActs } from '../../../contracts/admissions.ts'
import { getAgreement } from '../../../contracts/agreements.ts'
import * as contract from '../../../contracts/applications.ts'
import { COUNTED_BY, employerWorkbench } from '../../../contracts/employers.ts'
import { uploadEvidence } from '../../../contracts/evidence.ts'
import { getInvitation, invitationActs, sendInvitation } from '../../../contracts/invitations.ts'
import * as jobs from '../../../contracts/jobs.ts'
import { listNotifications } from '../../../contracts/notifications.ts'
import * as posts from '../../../contracts/posts.ts'
import { askPrivacyRequest, privacyRequestActs } from '../../../contracts/privacy-requests.ts'
import { listLooks, saveResume } from '../../../contracts/resumes.ts'
import { saveRetention } from '../../../contracts/retention.ts'
import { TERMS } from '../../../domain/testing/cases.ts'
import { verifyJournal } from '../../db/journal.ts'
import { kindsOf } from '../../testing/admitting.ts'
import { textOf } from '../../testing/pdf-tools.ts'
import { TURNED } from '../../testing/sample-files.ts'
import { samplePost } from '../../testing/sample-post.ts'
import { sampleResume, writtenResume } from '../../testing/sample-resume.ts'
import { type Scenario, SMALL_PDF, startScenario } from '../../testing/scenario.ts'
import { sweepRetention } from '../retention/letting-go.ts'

const START = '2026-06-01T10:00:00+08:00'
let s: Scenario
let school: string
let staff: Awaited<ReturnType<Scenario['staff']>>
let employer: Awaited<ReturnType<Scenario['employer']>>
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())
beforeEach(async () => {
  s.setClock(START)
  school = await s.school({ postsAtOnce: true, postChangesReviewed: false, applicationDays: 3 })
  staff = await s.staff(school, 'school_reviewer')
  employer = await s.employer(school)
})

type Student = Awaited<ReturnType<Scenario['student']>>
async function published(change: Partial<typeof samplePost> = {}, by = employer) {
  const { id } = await by.first.call(posts.writePost, { body: { ...samplePost, ...change } })
  const body = { seenVersion: 1, schools: [school] }
  const { schools } = await by.first.call(posts.ownPostActs.submit, { params: { id }, body })
  return { id, shortId: new URL(schools[0]!.address).pathname.split('/').at(-1)! }
}
async function candidate() {
  const student = await s.student(school)
  return { ...student, resumeId: (await writtenResume(student.first, school)).id }
}
type Candidate = Awaited<ReturnType<typeof candidate>>
const at = (shortId: string) => ({ params: { school, shortId } })
const asked = (who: Candidate, shortId: string) => ({
  params: { school, shortId },
  body: { resumeId: who.resumeId, note: '我熟悉 PostgreSQL' },
})
const apply = (who: Candidate, shortId: string) => who.first.ask(contract.applyForJob, asked(who, shortId))
async function applied(shortId: string, who?: Candidate) {
  const student = who ?? (await candidate())
  const { id } = await student.first.call(contract.applyForJob, asked(student, shortId))
  return { student, id, params: { school, id } }
}
type Act = Exclude<keyof typeof contract.applicationActs, 'look'>
const act = (
  { params }: { readonly params: { readonly school: string; readonly id: string } },
  action: Act,
  seenVersion: number,
  by: { first: Student['first'] } = employer,
) => by.first.ask(contract.applicationActs[action], { params, body: { seenVersion, reason: '感谢您的投递' } })
const look = (params: { readonly school: string; readonly id: string }) =>
  employer.first.call(contract.applicationActs.look, { params, body: {} })
const listed = (query: object = {}) => employer.first.call(contract.listApplications, { query })

describe('a student applies', () => {
  test('with the résumé as it stood, once, and finds it in the list with every step told', async () => {
    const post = await published()
    const { student, params } = await applied(post.shortId)
    expect((await apply(student, post.shortId)).json()).toMatchObject({
      status: 409,
      code: 'applied-already',
    })
    expect((await student.first.call(jobs.getJob, at(post.shortId))).application).toEqual({
      id: params.id,
      status: 'submitted',
    })
    expect(await kindsOf(employer.first)).toContain('application.submitted')
    await s.db.updateTable('resumes').set({ content: '{}' }).where('id', '=', student.resumeId).execute()
    const seen = await look(params)
    expect(seen).toMatchObject({
      status: 'seen',
      resume: { content: { summary: sampleResume.summary }, contact: null },
    })
    expect(seen.resumeName).toBeNull()
    expect((await act({ params }, 'shortlist', 2)).statusCode).toBe(200)
    expect((await look(params)).resume?.contact).toEqual(sampleResume.contact)
    expect((await act({ params }, 'offer', 3)).statusCode).toBe(200)
    expect(await kindsOf(student.first)).toEqual(
      expect.arrayContaining(['application.seen', 'application.shortlisted', 'application.offered']),
    )
    const query = { status: 'offered' as const }
    const mine = await student.first.call(contract.listMyApplications, { params: { school }, query })
    expect(mine.items).toMatchObject([{ id: params.id, title: samplePost.title, postStatus: 'published' }])
    const { timeline, resumeName } = await student.first.call(contract.getApplication, { params })
    expect([timeline.map(({ action }) => action.split('.')[1]), resumeName]).toEqual([
      ['apply', 'look', 'shortlist', 'offer'],
      '技术岗',
    ])
    expect((await verifyJournal(s.db)).faults).toEqual([])
  })

  test('for what is open alone, with an own résumé, as its reader; who has none of these is told', async () => {
    const [closed, over] = [await published(), await published({ lastDay: '2026-06-02' })]
    const who = await candidate()
    await employer.first.call(posts.ownPostActs.close, {
      params: { id: closed.id },
      body: { seenVersion: 2 },
    })
    s.setClock('2026-06-02T23:59:59+08:00')
    expect((await apply(who, over.shortId)).statusCode).toBe(200)
    s.setClock('2026-06-03T00:00:00+08:00')
    const late = await candidate()
    for (const { shortId } of [closed, over])
      expect((await apply(late, shortId)).json()).toMatchObject({ status: 409, code: 'post-not-open' })
    const { shortId } = await published()
    await s.db
      .updateTable('admissions')
      .set({ verifyDue: '2026-06-02' })
      .where('employerId', '=', employer.id)
      .execute()
    expect((await apply(late, shortId)).json()).toMatchObject({ status: 404, code: 'post-paused' })
    await s.db
      .updateTable('admissions')
      .set({ verifyDue: '2026-12-02' })
      .where('employerId', '=', employer.id)
      .execute()
    expect((await apply(late, 'zzzzzzzz')).statusCode).toBe(404)
    const other = await candidate()
    const foreign = { ...other, resumeId: late.resumeId }
    expect((await apply(foreign, (await published()).shortId)).statusCode).toBe(404)
  })

  test('and takes it back: the employer reads nothing of it any more, and was told', async () => {
    const { shortId } = await published()
    const { student, params } = await applied(shortId)
    await look(params)
    expect((await act({ params }, 'withdraw', 2, student)).statusCode).toBe(200)
    expect((await listed()).items).toEqual([])
    expect((await listed({ q: student.name })).counts).toEqual({})
    for (const answer of [
      await employer.first.ask(contract.getApplication, { params }),
      await employer.first.ask(contract.applicationActs.look, { params, body: {} }),
      await act({ params }, 'offer', 3),
    ])
      expect([answer.statusCode, answer.body.includes('长江数据')]).toEqual([404, false])
    expect(await kindsOf(employer.first)).toContain('application.withdrawn')
    expect((await student.first.call(contract.getApplication, { params })).resume?.contact).toEqual(
      sampleResume.contact,
    )
  })

  test('with photo and attachment, which both read as they were sent; the employer not unopened, nor once it is taken back', async () => {
    const { shortId } = await published()
    const who = await candidate()
    const upload = (name: string, file: Buffer) =>
      who.first.call(uploadEvidence, { params: { school }, query: { name }, file })
    const [photo, pdf] = [await upload('照片.jpg', TURNED.jpeg), await upload('作品.pdf', SMALL_PDF)]
    const save = (seenVersion: number, files: typeof sampleResume.files) =>
      who.first.call(saveResume, {
        params: { school, id: who.resumeId },
        body: { seenVersion, resume: { ...sampleResume, files } },
      })
    const { version } = await save(2, { photo: photo.id, attachment: pdf.id })
    const { params } = await applied(shortId, who)
    await save(version, { photo: null, attachment: null })
    const read = async ({ first }: { first: Student['first'] }) => {
      const { photo, attachment, pdf } = contract.sentResume
      return {
        photo: await first.ask(photo, { params }),
        attachment: await first.ask(attachment, { params }),
        pdf: await first.ask(pdf, { params, query: {} }),
      }
    }
    const statuses = async (by: { first: Student['first'] }) =>
      Object.values(await read(by)).map(({ statusCode }) => statusCode)
    expect(await statuses(employer)).toEqual([404, 404, 404])
    expect((await who.first.call(listLooks, { params: { school } })).items).toEqual([])
    await look(params)
    for (const by of [employer, who]) {
      const { photo, attachment, pdf } = await read(by)
      expect([photo.statusCode, photo.headers['content-type']]).toEqual([200, 'image/jpeg'])
      expect(attachment.rawPayload.equals(SMALL_PDF)).toBe(true)
      const isShown = textOf(pdf.rawPayload).includes(sampleResume.contact.phone)
      expect(isShown).toBe(by === who)
    }
    s.setClock('2026-06-02T09:00:00+08:00')
    await employer.first.ask(contract.sentResume.pdf, { params, query: {} })
    const { items } = await who.first.call(listLooks, { params: { school } })
    expect(items.map(({ lookedAt }) => lookedAt.slice(0, 10))).toEqual(['2026-06-02', '2026-06-01'])
    for (const by of [await s.employer(school), await s.student(school)])
      expect(await statuses(by)).toEqual([404, 404, 404])
    await act({ params }, 'withdraw', 2, who)
    expect(await statuses(employer)).toEqual([404, 404, 404])
    expect(await statuses(who)).toEqual([200, 200, 200])
  }, 60_000)
})

describe('an employer', () => {
  test('reads its own alone, by filters and in pages by keys, without the student’s number', async () => {
    const [one, two] = [await published(), await published({ title: '测试工程师' })]
    const first = await applied(one.shortId)
    for (let n = 0; n < 21; n++) {
      s.setClock(new Date(Date.parse(START) + n * 1000).toISOString())
      await applied(two.shortId)
    }
    const page = await listed()
    const next = await listed({ after: page.next })
    const ids = [...page.items, ...next.items].map(({ id }) => id)
    expect([page.items.length, new Set(ids).size, next.next]).toEqual([20, 22, null])
    const narrow = await listed({ post: one.id, school, education: '31', q: first.student.name })
    expect(narrow.items.map(({ id }) => id)).toEqual([first.id])
    expect(JSON.stringify(narrow)).not.toContain(first.student.studentNumber)
    expect((await listed({ education: '11' })).items).toEqual([])
    await look(first.params)
    const onDesk = async (by: typeof employer) => (await by.first.call(employerWorkbench)).counts.applications
    expect(await onDesk(employer)).toEqual({ submitted: 21, seen: 1 })
    const opened = await listed(COUNTED_BY.applications.seen)
    expect(opened.items.map(({ id }) => id)).toEqual([first.id])
    const stranger = await s.employer(school)
    expect((await stranger.first.call(contract.listApplications, {})).items).toEqual([])
    expect(await onDesk(stranger)).toEqual({ submitted: 0, seen: 0 })
    const rest = { params: first.params }
    for (const by of [stranger, staff, await s.student(school)])
      expect((await by.first.ask(contract.getApplication, rest)).statusCode).toBeGreaterThanOrEqual(403)
    const ofOthers = await stranger.first.ask(contract.countApplicants, { params: { id: one.id } })
    expect(ofOthers.statusCode).toBe(404)
  }, 60_000)

  test('marks and notes for itself; neither the student’s page nor chain says a word of it', async () => {
    const { shortId } = await published()
    const { student, params } = await applied(shortId)
    const body = { seenVersion: 0, mark: 'strong' as const, note: '表达清楚' }
    const after = await employer.first.call(contract.assessApplication, { params, body })
    expect(after.assessment).toEqual({ mark: 'strong', note: '表达清楚', version: 1 })
    const again = await employer.second.ask(contract.assessApplication, { params, body })
    expect(again.json()).toMatchObject({ status: 409, code: 'content-changed' })
    expect((await listed({ mark: 'strong' })).items.map(({ id }) => id)).toEqual([params.id])
    const read = await student.first.ask(contract.getApplication, { params })
    expect([read.json().assessment, read.body.includes('表达清楚')]).toEqual([null, false])
    expect(JSON.stringify(await s.journal(`application:${params.id}`))).not.toContain('assess')
  })

  test('is declined and noted of in words that the lists of its school allow, be it one of several', async () => {
    const { params, id } = await applied((await published()).shortId)
    const reasonOf = (reason: string) => ({ seenVersion: 1, reason })
    const items = [{ school, id, seenVersion: 1 }]
    for (const refused of [
      await employer.first.ask(contract.applicationActs.decline, { params, body: reasonOf('仅限男生') }),
      await employer.first.ask(contract.decideApplications, {
        body: { decision: 'decline', reason: '仅限男生', items },
      }),
      await employer.first.ask(contract.assessApplication, {
        params,
        body: { seenVersion: 0, mark: null, note: '仅限男生' },
      }),
    ])
      expect(refused.json()).toMatchObject({
        status: 422,
        code: 'post-wording',
        errors: [{ field: expect.stringMatching(/^(reason|note)$/) }],
      })
    const allowed = { params, body: reasonOf('不收取任何费用，祝求职顺利') }
    expect((await employer.first.call(contract.applicationActs.decline, allowed)).status).toBe('declined')
  })

  test('declines several kindly, each told by itself; one that has moved on holds up no other', async () => {
    const { shortId } = await published()
    const [one, two] = [await applied(shortId), await applied(shortId)]
    await act(two, 'withdraw', 1, two.student)
    const items = [one, two].map(({ id }) => ({ school, id, seenVersion: 1 }))
    const { results } = await employer.first.call(contract.decideApplications, {
      body: { decision: 'decline', reason: '感谢投递，祝求职顺利', items },
    })
    expect(results.map(({ passed, code }) => [passed, code])).toEqual([
      [true, null],
      [false, 'not-found'],
    ])
    const { items: told } = await one.student.first.call(listNotifications, {})
    expect(told[0]).toMatchObject({ kind: 'application.declined' })
    expect(JSON.stringify(told[0])).toContain('祝求职顺利')
  })

  test('offers, invites with what the post says, and both sides find one from the other', async () => {
    const post = await published()
    const { student, params } = await applied(post.shortId)
    await look(params)
    expect((await employer.first.ask(contract.getApplicationInvitation, { params })).statusCode).toBe(409)
    await act({ params }, 'offer', 2)
    const prefilled = await employer.first.call(contract.getApplicationInvitation, { params })
    expect(prefilled).toMatchObject({
      student: { id: student.id, studentNumber: student.studentNumber, reasons: [] },
      terms: { position: samplePost.title, jobCategory: '13', regularPay: 800_000, regionCode: '420111' },
    })
    const invited = await employer.first.call(sendInvitation, {
      params: { school },
      body: {
        studentId: student.id,
        studentName: student.name,
        noticeVersion: 1,
        respondBy: '2026-06-05',
        terms: { ...TERMS, remarks: [], clauses: [], ...prefilled.terms },
        applicationId: params.id,
      },
    })
    expect(invited.applicationId).toBe(params.id)
    const view = await student.first.call(contract.getApplication, { params })
    expect([view.invitation?.id, view.invitation?.status, view.actions]).toEqual([invited.id, 'pending', []])
    expect((await act({ params }, 'withdraw', view.version, student)).json()).toMatchObject({
      code: 'application-invited',
    })
    const key = { school, id: invited.id }
    expect((await student.first.call(getInvitation, { params: key })).applicationId).toBe(params.id)
    const counted = () => employer.first.call(contract.countApplicants, { params: { id: post.id } })
    expect(await counted()).toEqual({ counts: { offered: 1 }, invited: 1, signed: 0 })
    // AT-20: what the post had not said is shown to the student and to whoever reviews it.
    expect(invited.againstPost).toEqual([])
    const lower = { ...TERMS, remarks: [], clauses: [], ...prefilled.terms, regularPay: 700_000 }
    await employer.first.call(invitationActs.revise, {
      params: key,
      body: { seenVersion: 1, noticeVersion: 1, respondBy: '2026-06-05', terms: lower },
    })
    const { againstPost, termsHash } = await student.first.call(getInvitation, { params: key })
    const against = { code: 'pay-against-post', pay: 700_000, from: 800_000, to: 1_200_000 }
    expect(againstPost).toEqual([against])
    await student.first.call(invitationActs.accept, {
      params: key,
      body: { seenVersion: 2, termsHash, noticeVersion: 1, confirmed: true },
    })
    expect(await counted()).toMatchObject({ invited: 1, signed: 1 })
    const after = await student.first.call(contract.getApplication, { params })
    expect(after.invitation).toMatchObject({ status: 'accepted', agreementId: expect.any(String) })
    const agreed = { params: { school, id: after.invitation!.agreementId! } }
    expect((await staff.first.call(getAgreement, agreed)).notables).toContainEqual(against)
    expect((await listed()).items[0]?.invitation).toBe('accepted')
  })

  test('answers in the school’s days, or the public reads how many it has not answered', async () => {
    const { shortId } = await published()
    const all = []
    for (let n = 0; n < 10; n++) all.push(await applied(shortId))
    for (const one of all.slice(0, 6)) await act(one, 'shortlist', 1)
    const reader = await candidate()
    const rate = async () => (await reader.first.call(jobs.getJob, at(shortId))).answerRate
    s.setClock('2026-06-04T23:59:59+08:00')
    expect(await rate()).toBeNull()
    s.setClock('2026-06-05T00:00:00+08:00')
    expect(await rate()).toEqual({ n: 10, answered: 6, percent: 60 })
    const ofEmployer = async () => (await s.app.inject({ url: `/s/${school}/employers/${employer.id}` })).body
    expect(await ofEmployer()).toContain('60%（近一年到期的 10 次投递中，按时回复 6 次）')
    const late = all[9]!
    const { noAnswerYet } = await late.student.first.call(contract.getApplication, late)
    expect(noAnswerYet).toBe(true)
    // Late is no answer in time; what the student takes back before one counts for neither.
    await act(late, 'decline', 1)
    await act(all[8]!, 'withdraw', 1, all[8]!.student)
    expect(await rate()).toBeNull()
    expect(await ofEmployer()).not.toContain('投递回复率')
  }, 60_000)
})

describe('a post’s end', () => {
  test('closed, what was applied for goes on; taken down, or its employer suspended, it ends', async () => {
    const [closed, down, left] = [await published(), await published(), await published()]
    const [one, two, three] = [
      await applied(closed.shortId),
      await applied(down.shortId),
      await applied(left.shortId),
    ]
    await employer.first.call(posts.ownPostActs.close, {
      params: { id: closed.id },
      body: { seenVersion: 2 },
    })
    expect(await kindsOf(one.student.first)).toContain('application.post-closed')
    expect((await act(one, 'shortlist', 1)).statusCode).toBe(200)
    await staff.first.call(posts.postActs['take-down'], {
      params: { school, id: down.id },
      body: { seenVersion: 1, reason: '收取费用' },
    })
    const ended = await two.student.first.call(contract.getApplication, two)
    expect([ended.status, ended.actions, ended.reason]).toEqual(['ended', [], null])
    expect((await employer.first.ask(contract.getApplication, two)).statusCode).toBe(404)
    await staff.first.call(admissionActs.suspend, {
      params: { school, id: employer.id },
      body: { seenVersion: 1, reason: '停' },
    })
    for (const { student, params } of [one, three]) {
      expect((await student.first.call(contract.getApplication, { params })).status).toBe('ended')
      expect(await kindsOf(student.first)).toContain('application.ended')
    }
    expect((await listed()).items).toEqual([])
  })

  test('at the same time: apply twice, close or take-down against apply, offer against withdraw', async () => {
    for (let round = 0; round < 4; round++) {
      const post = await published()
      const who = await candidate()
      const twice = await Promise.all([
        apply(who, post.shortId),
        who.second.ask(contract.applyForJob, asked(who, post.shortId)),
      ])
      expect(twice.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
      const { id } = twice.find(({ statusCode }) => statusCode === 200)!.json()
      const params = { school, id }
      await look(params)
      const [offer, withdrawal] = await Promise.all([
        act({ params }, 'offer', 2),
        act({ params }, 'withdraw', 2, who),
      ])
      expect([offer.statusCode, withdrawal.statusCode].filter((code) => code === 200)).toHaveLength(1)
      const late = await candidate()
      const ending =
        round % 2 === 0
          ? employer.first.ask(posts.ownPostActs.close, {
              params: { id: post.id },
              body: { seenVersion: 2 },
            })
          : staff.first.ask(posts.postActs['take-down'], {
              params: { school, id: post.id },
              body: { seenVersion: 1, reason: '不实' },
            })
      const [byLate, end] = await Promise.all([apply(late, post.shortId), ending])
      expect([end.statusCode, [200, 409].includes(byLate.statusCode)]).toEqual([200, true])
      if (byLate.statusCode !== 200) continue
      const { status } = await late.first.call(contract.getApplication, {
        params: { school, id: byLate.json().id },
      })
      expect(status).toBe(round % 2 === 0 ? 'submitted' : 'ended')
    }
    expect((await verifyJournal(s.db)).faults).toEqual([])
  }, 60_000)
})

describe('what an application says of its student', () => {
  test('goes on their request once it has ended; it is still counted, and what goes on stays', async () => {
    const [one, two, three] = [await published(), await published(), await published()]
    const who = await candidate()
    const [declined, withdrawn, open] = [
      await applied(one.shortId, who),
      await applied(two.shortId, who),
      await applied(three.shortId, who),
    ]
    const body = { seenVersion: 0, mark: 'weak' as const, note: `${who.name}表达不清` }
    await employer.first.call(contract.assessApplication, { params: declined.params, body })
    await act(declined, 'decline', 1)
    await act(withdrawn, 'withdraw', 1, who)
    const reviewer = await s.staff(school, 'school_reviewer')
    const { id } = await who.first.call(askPrivacyRequest, {
      body: { school, requestKind: 'erasure', reason: '删除' },
    })
    await reviewer.first.call(privacyRequestActs.fulfil, {
      params: { school, id },
      body: { seenVersion: 1, reason: '已删除' },
    })
    const said = async (table: 'applications' | 'applicationAssessments' | 'resumeSnapshots') =>
      JSON.stringify(await s.db.selectFrom(table).where('schoolId', '=', school).selectAll().execute())
    expect(await said('applicationAssessments')).toBe('[]')
    const rows = JSON.parse(await said('applications')) as {
      id: string
      note: string
      forgottenAt: string | null
    }[]
    expect(rows.filter(({ forgottenAt }) => forgottenAt).map(({ id }) => id)).toEqual([
      declined.id,
      withdrawn.id,
    ])
    expect(JSON.stringify(rows.filter(({ forgottenAt }) => forgottenAt))).not.toMatch(
      new RegExp(`${who.name}|${who.studentNumber}|PostgreSQL|感谢您的投递`),
    )
    expect(JSON.parse(await said('resumeSnapshots'))).toHaveLength(1)
    expect((await listed()).items.map(({ id }) => id)).toEqual([open.id])
    expect((await employer.first.ask(contract.getApplication, declined)).statusCode).toBe(404)
    const mine = await who.first.call(contract.getApplication, declined)
    expect([mine.status, mine.resume, mine.note, mine.reason]).toEqual(['declined', null, '', null])
    expect((await look(open.params)).resume?.content.summary).toBe(sampleResume.summary)
    const kept = s.db.updateTable('applications').set({ note: '又' }).where('id', '=', declined.id)
    await expect(kept.execute()).rejects.toThrow('applications_forgotten_say_nothing')
  })

  test('goes with the student, whom the school keeps no longer', async () => {
    const { student, id } = await applied((await published()).shortId)
    await employer.first.call(contract.assessApplication, {
      params: { school, id },
      body: { seenVersion: 0, mark: 'strong', note: '好' },
    })
    const administrator = await s.staff(school, 'administrator')
    await administrator.first.call(saveRetention, {
      params: { school },
      body: {
        seenRules: 0,
        rules: { roster: 1, resume: null, evidence: null, account: null, document: null },
      },
    })
    s.setClock('2030-01-01T08:00:00+08:00')
    await sweepRetention(s.services, s.now())
    const left = async (table: 'students' | 'applications') =>
      (await s.db.selectFrom(table).where('schoolId', '=', school).select('id').execute()).map(
        (row) => row.id,
      )
    expect(await left('students')).not.toContain(student.id)
    expect(await left('applications')).toEqual([])
    expect((await verifyJournal(s.db)).faults).toEqual([])
  })
})
