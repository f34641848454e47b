import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as applications from '../../../contracts/applications.ts'
import { COUNTED_BY, employerWorkbench } from '../../../contracts/employers.ts'
import * as contract from '../../../contracts/interviews.ts'
import { listNotifications } from '../../../contracts/notifications.ts'
import * as posts from '../../../contracts/posts.ts'
import { enrolmentActs } from '../../../contracts/students.ts'
import { remind } from '../../background/reminders.ts'
import { verifyJournal } from '../../db/journal.ts'
import { kindsOf } from '../../testing/admitting.ts'
import { samplePost } from '../../testing/sample-post.ts'
import { writtenResume } from '../../testing/sample-resume.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { calendarToldOf } from '../notifications/interview-file.ts'

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

type Employer = typeof employer
async function published(by: Employer = employer) {
  const { id } = await by.first.call(posts.writePost, { body: samplePost })
  const body = { seenVersion: 1, schools: [school] }
  const { schools } = await by.first.call(posts.ownPostActs.submit, { params: { id }, body })
  return { id, shortId: new URL(schools[0]!.address).pathname.split('/').at(-1)! }
}
async function candidate() {
  const student = await s.student(school)
  return { ...student, resumeId: (await writtenResume(student.first, school)).id }
}
type Candidate = Awaited<ReturnType<typeof candidate>>
/** Applied for, and opened by the employer: version 2. */
async function applied(shortId: string, who?: Candidate, by: Employer = employer) {
  const student = who ?? (await candidate())
  const body = { resumeId: student.resumeId, note: '' }
  const { id } = await student.first.call(applications.applyForJob, { params: { school, shortId }, body })
  const params = { school, id }
  await by.first.call(applications.applicationActs.look, { params, body: {} })
  return { student, id, params }
}
type Applied = Awaited<ReturnType<typeof applied>>
const day = (hour: string, of = '03') => new Date(`2026-06-${of}T${hour}:00+08:00`).toISOString()
const meeting = { manner: 'onsite' as const, place: '一号楼 203', note: '请带成绩单' }
const proposal = (...begins: string[]) => ({ ...meeting, begins, minutes: 30 })
const invite = (those: readonly { readonly id: string }[], begins: string[], seenVersion = 2) =>
  employer.first.call(contract.proposeInterviews, {
    params: { school },
    body: { items: those.map(({ id }) => ({ id, seenVersion })), ...proposal(...begins) },
  })
const read = ({ student, params }: Applied) => student.first.call(applications.getApplication, { params })
async function invited(of: Applied, ...begins: string[]) {
  await invite([of], begins)
  const [interview] = (await read(of)).interviews
  return { ...interview!, params: { school, id: interview!.id } }
}
type Arranged = Awaited<ReturnType<typeof invited>>
const pick = ({ student }: Applied, { params, version, slots }: Arranged, slot = 0) =>
  student.first.ask(contract.interviewActs.pick, {
    params,
    body: { seenVersion: version, slotId: slots[slot]!.id },
  })
const cancel = ({ params }: Arranged, seenVersion: number) =>
  employer.second.ask(contract.interviewActs.cancel, { params, body: { seenVersion, reason: '面试官出差' } })
const statuses = (answers: readonly { readonly statusCode: number }[]) =>
  answers.map(({ statusCode }) => statusCode).sort()

describe('an interview', () => {
  test('is proposed, picked, moved elsewhere and called off; each side reads every step, and calendars have it', async () => {
    const of = await applied((await published()).shortId)
    const arranged = await invited(of, day('14:00'), day('10:00'))
    expect(arranged).toMatchObject({ status: 'proposed', actions: ['pick', 'ask', 'decline'] })
    expect(arranged.slots.map(({ beginsAt }) => beginsAt)).toEqual([day('10:00'), day('14:00')])
    expect((await read(of)).status).toBe('interview')
    expect(await kindsOf(of.student.first)).toContain('interview.proposed')
    expect((await pick(of, arranged, 1)).json()).toMatchObject({
      status: 'confirmed',
      beginsAt: day('14:00'),
    })
    expect(await kindsOf(employer.first)).toContain('interview.confirmed')
    const { params } = arranged
    const moved = await employer.first.call(contract.interviewActs.relocate, {
      params,
      body: { seenVersion: 2, ...meeting, place: '二号楼; 305, 门口签到' },
    })
    expect(moved).toMatchObject({ status: 'confirmed', beginsAt: day('14:00'), version: 3 })
    for (const { first } of [of.student, employer]) {
      const file = await first.ask(contract.interviewCalendar, { params, query: {} })
      expect(file.headers['content-type']).toMatch(/^text\/calendar/)
      expect(file.body).toContain('DTSTART:20260603T060000Z')
      expect(file.body.replace(/\r\n /g, '')).toContain('LOCATION:二号楼\\; 305\\, 门口签到')
      expect(file.body).toMatch(/SEQUENCE:3\r\n[\s\S]*STATUS:CONFIRMED/)
      expect(file.body).toMatch(/ORGANIZER;CN=".+":mailto:no-reply@/)
    }
    const { items } = await employer.first.call(contract.listInterviews, { query: {} })
    expect(items).toMatchObject([{ id: params.id, student: of.student.name, beginsAt: day('14:00') }])
    expect((await cancel(arranged, 3)).statusCode).toBe(200)
    const after = await of.student.first.call(contract.listMyInterviews, { params: { school }, query: {} })
    expect(after.items).toMatchObject([{ id: params.id, status: 'cancelled' }])
    const off = await of.student.first.ask(contract.interviewCalendar, { params, query: {} })
    expect(off.body).toContain('STATUS:CANCELLED')
    const { timeline } = await read(of)
    expect(timeline.map(({ action }) => action).slice(2)).toEqual([
      ...['application.interview', 'interview.propose', 'interview.pick'],
      ...['interview.relocate', 'interview.cancel'],
    ])
    expect((await verifyJournal(s.db)).faults).toEqual([])
  })

  test('is asked for at another time, and given; what had been taken is free for others', async () => {
    const { shortId } = await published()
    const [one, two] = [await applied(shortId), await applied(shortId)]
    await invite([one, two], [day('10:00')])
    const [ofOne, ofTwo] = await Promise.all(
      [one, two].map(async (of) => {
        const [interview] = (await read(of)).interviews
        return { ...interview!, params: { school, id: interview!.id } }
      }),
    )
    expect((await pick(one, ofOne!)).statusCode).toBe(200)
    expect((await pick(two, ofTwo!)).json()).toMatchObject({
      status: 409,
      code: 'interview-slot-taken',
    })
    expect((await read(two)).interviews[0]?.slots[0]?.isFree).toBe(false)
    s.setClock('2026-06-01T10:01:00+08:00')
    const ask = { seenVersion: 2, reason: '那天有考试' }
    await one.student.first.call(contract.interviewActs.ask, { params: ofOne!.params, body: ask })
    const waiting = await employer.first.call(contract.listInterviews, { query: { which: 'waiting' } })
    expect([waiting.asked, waiting.items.map(({ status }) => status)]).toEqual([1, ['proposed']])
    const { counts } = await employer.first.call(employerWorkbench)
    const asked = await employer.first.call(contract.listInterviews, { query: COUNTED_BY.interviews.asked })
    expect([counts.interviews, asked.items.map(({ status }) => status)]).toEqual([{ asked: 1 }, ['asked']])
    expect((await pick(two, ofTwo!)).statusCode).toBe(200)
    const changed = await employer.first.call(contract.interviewActs.change, {
      params: ofOne!.params,
      body: { seenVersion: 3, ...proposal(day('11:00')), reason: '已为您另约' },
    })
    expect(changed).toMatchObject({ status: 'proposed', slots: [{ beginsAt: day('11:00') }] })
    expect(await kindsOf(one.student.first)).toContain('interview.changed')
  })

  test('in words that the lists allow: doubtful ones are shown to the employer alone, the others refused with their field', async () => {
    const of = await applied((await published()).shortId)
    await employer.first.call(applications.applicationActs.interview, {
      params: of.params,
      body: { seenVersion: 2, ...proposal(day('10:00')), note: '形象气质佳，请带成绩单' },
    })
    const [theirs] = (await read(of)).interviews
    expect(theirs!.findings).toEqual([])
    const params = { school, id: theirs!.id }
    const [own] = (await employer.first.call(applications.getApplication, { params: of.params })).interviews
    expect(own!.findings).toMatchObject([{ field: 'note', ground: 'sex', isBlocking: false }])
    const said = { seenVersion: 1, reason: '仅限男生' }
    for (const refused of [
      await employer.first.ask(contract.interviewActs.cancel, { params, body: said }),
      await employer.first.ask(contract.interviewActs.change, {
        params,
        body: { ...proposal(day('11:00')), ...said },
      }),
    ])
      expect(refused.json()).toMatchObject({ code: 'post-wording', errors: [{ field: 'reason' }] })
    const cancelled = { params, body: { ...said, reason: '岗位已招满' } }
    expect((await employer.first.call(contract.interviewActs.cancel, cancelled)).status).toBe('cancelled')
  })

  test('says what else the student has at that time, to the student alone, and may be taken all the same', async () => {
    const who = await candidate()
    const elsewhere = await s.employer(school)
    const other = await applied((await published(elsewhere)).shortId, who, elsewhere)
    await elsewhere.first.call(applications.applicationActs.interview, {
      params: other.params,
      body: { seenVersion: 2, ...proposal(day('10:15')) },
    })
    const [theirs] = (await read(other)).interviews
    await who.first.call(contract.interviewActs.pick, {
      params: { school, id: theirs!.id },
      body: { seenVersion: 1, slotId: theirs!.slots[0]!.id },
    })
    const of = await applied((await published()).shortId, who)
    const arranged = await invited(of, day('10:00'), day('10:45'))
    expect(arranged.slots.map(({ overlaps }) => overlaps.map(({ employer: name }) => name))).toEqual([
      [elsewhere.name],
      [],
    ])
    const asRead = await employer.first.ask(applications.getApplication, { params: of.params })
    expect([asRead.statusCode, asRead.body.includes(elsewhere.name)]).toEqual([200, false])
    const picked = (await pick(of, arranged)).json()
    expect(picked).toMatchObject({ status: 'confirmed', overlaps: [{ employer: elsewhere.name }] })
  })

  test('is refused with the field named where its times cannot be, and where one is being arranged', async () => {
    const of = await applied((await published()).shortId)
    const refused = async (body: object) =>
      (
        await employer.first.ask(applications.applicationActs.interview, {
          params: of.params,
          body: { seenVersion: 2, ...proposal(day('10:00')), ...body },
        })
      ).json()
    expect(await refused({ begins: ['2026-06-01T01:00:00Z'] })).toMatchObject({
      status: 422,
      code: 'interview-time-over',
      errors: [{ field: 'begins' }],
    })
    expect(await refused({ begins: [day('10:00'), day('10:20')] })).toMatchObject({
      code: 'interview-times-overlap',
      errors: [{ field: 'begins' }],
    })
    expect(await refused({ begins: [day('10:00'), day('10:30')], gap: 10 })).toMatchObject({
      status: 422,
      code: 'interview-times-overlap',
      errors: [{ field: 'begins' }],
    })
    expect(await refused({ gap: 241 })).toMatchObject({ status: 422, errors: [{ field: 'gap' }] })
    expect(await refused({ place: ' ' })).toMatchObject({ status: 422, errors: [{ field: 'place' }] })
    expect(await refused({ note: '仅限男生，已婚已育优先' })).toMatchObject({
      status: 422,
      code: 'post-wording',
      errors: [{ field: 'note' }, { field: 'note' }],
    })
    await invite([of], [day('10:00')])
    expect(await refused({ seenVersion: 3 })).toMatchObject({ status: 409, code: 'interview-open' })
    const stranger = await applied((await published()).shortId)
    const [theirs] = (await read(of)).interviews
    const byStranger = await stranger.student.first.ask(contract.interviewActs.pick, {
      params: { school, id: theirs!.id },
      body: { seenVersion: 1, slotId: theirs!.slots[0]!.id },
    })
    expect(byStranger.statusCode).toBe(404)
  })

  test('keeps between its times what its employer sets, whatever the code believes (AT-19)', async () => {
    const of = await applied((await published()).shortId)
    const { interviews } = await employer.first.call(applications.applicationActs.interview, {
      params: of.params,
      body: { seenVersion: 2, ...proposal(day('10:00'), day('10:45')), gap: 15 },
    })
    const [first, second] = interviews[0]!.slots
    const moved = (id: string, minutes: number) =>
      sql`update interview_slots set begins_at = begins_at + ${minutes} * interval '1 minute',
        ends_at = ends_at + ${minutes} * interval '1 minute', free_from = free_from + ${minutes} * interval '1 minute'
        where id = ${id}`.execute(s.db)
    await expect(moved(second!.id, -1)).rejects.toThrow('interview_slots_keep_their_distance')
    await expect(moved(first!.id, 1)).rejects.toThrow('interview_slots_keep_their_distance')
    await moved(second!.id, 1)
  })

  test('that falls with its application, or by either side, is taken out of both calendars by e-mail', async () => {
    const { id, shortId } = await published()
    const mails = async (who: { first: Candidate['first'] }) =>
      (await who.first.call(listNotifications, {})).items.flatMap(({ kind, params }) => {
        const file = calendarToldOf({ kind, params, language: 'zh-CN' }, 'http://localhost')
        return file?.isCancelled ? [file.text] : []
      })
    const act = (of: Applied, action: 'withdraw' | 'decline', by: Pick<Employer, 'first'>) =>
      by.first.call(applications.applicationActs[action], {
        params: of.params,
        body: { seenVersion: 3, reason: '谢谢' },
      })
    const ended = [
      (of: Applied) => act(of, 'withdraw', of.student),
      (of: Applied) => act(of, 'decline', employer),
      () =>
        staff.first.call(posts.postActs['take-down'], {
          params: { school, id },
          body: { seenVersion: 1, reason: '不实' },
        }),
    ]
    for (const [nth, end] of ended.entries()) {
      const of = await applied(shortId)
      await pick(of, await invited(of, day('10:00', `0${nth + 3}`)))
      const before = (await mails(employer)).length
      await end(of)
      const [toStudent, toEmployer] = [await mails(of.student), await mails(employer)]
      expect([toStudent.length, toEmployer.length]).toEqual([1, before + 1])
      for (const text of [toStudent[0], toEmployer[0]]) {
        expect(text).toContain('METHOD:CANCEL')
        expect(text).toMatch(/SEQUENCE:3\r\n[\s\S]*STATUS:CANCELLED/)
      }
    }
  })

  test('is followed by a further round once its time is over, and ends with its application', async () => {
    const { shortId } = await published()
    const of = await applied(shortId)
    const first = await invited(of, day('10:00'))
    await pick(of, first)
    s.setClock(day('10:30'))
    await invite([of], [day('10:00', '05')], 3)
    const [second, past] = (await read(of)).interviews
    expect([second?.status, past?.status]).toEqual(['proposed', 'held'])
    await employer.first.call(applications.applicationActs.offer, {
      params: of.params,
      body: { seenVersion: 4 },
    })
    expect((await read(of)).interviews.map(({ status }) => status)).toEqual(['ended', 'held'])
    // Off the roster: what has come to no offer is taken back, with its interview.
    const leaving = await applied(shortId)
    const arranged = await invited(leaving, day('10:00', '06'))
    await staff.first.call(enrolmentActs.withdraw, {
      params: { school, id: leaving.student.id },
      body: { seenVersion: 1, reason: '退学' },
    })
    expect(await kindsOf(employer.first)).toContain('application.left')
    const gone = await employer.first.ask(applications.getApplication, { params: leaving.params })
    const row = await s.db
      .selectFrom('interviews')
      .where('id', '=', arranged.id)
      .select('status')
      .executeTakeFirstOrThrow()
    expect([gone.statusCode, row.status]).toEqual([404, 'ended'])
    expect((await verifyJournal(s.db)).faults).toEqual([])
  })

  test('is reminded of a day and an hour before, once, by however many instances; not by who has just fixed it', async () => {
    const { shortId } = await published()
    const [early, late] = [await applied(shortId), await applied(shortId)]
    const one = await invited(early, day('10:00'))
    await pick(early, one)
    const remindAt = async (instant: string) => {
      s.setClock(instant)
      await Promise.all([remind(s.services), remind(s.secondServices)])
      await remind(s.services)
    }
    const silent = await applied(shortId)
    const remindersOf = async ({ first }: { first: Candidate['first'] }) =>
      (await first.call(listNotifications, {})).items
        .map(({ kind }) => kind)
        .filter((kind) => kind.startsWith('interview.in-'))
    await remindAt(day('09:59', '02'))
    expect(await remindersOf(early.student)).toEqual([])
    await remindAt(day('10:00', '02'))
    expect(await remindersOf(early.student)).toEqual(['interview.in-24h'])
    const two = await invited(late, day('12:00', '02'))
    await pick(late, two)
    await remindAt(day('11:30', '02'))
    expect(await remindersOf(late.student)).toEqual(['interview.in-1h'])
    await remindAt(day('09:30'))
    expect(await remindersOf(early.student)).toEqual(['interview.in-1h', 'interview.in-24h'])
    await remindAt('2026-06-04T23:59:59+08:00')
    expect(await kindsOf(silent.student.first)).not.toContain('application.unanswered')
    await remindAt('2026-06-05T00:00:00+08:00')
    const told = (await kindsOf(silent.student.first)).filter((kind) => kind === 'application.unanswered')
    expect(told).toHaveLength(1)
    expect(await remindersOf(employer)).toEqual(['interview.in-1h', 'interview.in-1h', 'interview.in-24h'])
  })

  test('at the same time: one slot twice, withdraw, cancel or offer against pick', async () => {
    const post = await published()
    for (let round = 0; round < 3; round++) {
      const [one, two] = [await applied(post.shortId), await applied(post.shortId)]
      await invite([one, two], [day('10:00')])
      const ofEach = await Promise.all(
        [one, two].map(async (of) => {
          const [interview] = (await read(of)).interviews
          return { ...interview!, params: { school, id: interview!.id } }
        }),
      )
      expect(statuses(await Promise.all([pick(one, ofEach[0]!), pick(two, ofEach[1]!)]))).toEqual([200, 409])
      const taken = await s.db
        .selectFrom('interviews')
        .where('id', 'in', [ofEach[0]!.id, ofEach[1]!.id])
        .where('slotId', 'is not', null)
        .select('id')
        .execute()
      expect(taken).toHaveLength(1)

      const three = await applied(post.shortId)
      const arranged = await invited(three, day('11:00'))
      expect(statuses(await Promise.all([pick(three, arranged), cancel(arranged, 1)]))).toEqual([200, 409])

      for (const ending of ['withdraw', 'offer'] as const) {
        const four = await applied(post.shortId)
        const theirs = await invited(four, day('12:00'))
        const { first } = ending === 'withdraw' ? { first: four.student.second } : employer
        const [, ended] = await Promise.all([
          pick(four, theirs),
          first.ask(applications.applicationActs[ending], {
            params: four.params,
            body: { seenVersion: 3 },
          }),
        ])
        expect(ended.statusCode).toBe(200)
        expect((await read(four)).interviews[0]?.status).toBe('ended')
      }
    }
    expect((await verifyJournal(s.db)).faults).toEqual([])
  }, 60_000)
})
