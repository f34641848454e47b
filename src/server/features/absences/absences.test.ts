import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as contract from '../../../contracts/absences.ts'
import { getDesk } from '../../../contracts/desk.ts'
import * as fairVisits from '../../../contracts/fair-visits.ts'
import { getSettings, saveSettings } from '../../../contracts/schools.ts'
import * as visits from '../../../contracts/talk-visits.ts'
import { requestTalk, talkActs } from '../../../contracts/talks.ts'
import { addDays } from '../../../domain/day.ts'
import { sweep } from '../../background/sweep.ts'
import { verifyJournal } from '../../db/journal.ts'
import { kindsOf } from '../../testing/admitting.ts'
import { FAIR_DAY, givenFair } from '../../testing/sample-fair.ts'
import { givenVenue, sampleTalk, TALK_DAY } from '../../testing/sample-talk.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { openSession } from '../accounts/sessions.ts'

const START = '2026-06-01T10:00:00+08:00'
const SLOT = { day: TALK_DAY, from: '14:00', until: '16:00' }
/** The first moment at which the clock knows who was missing, and the last at which it does not. */
const KNOWN = '2026-06-16T16:00:01+08:00'
const NOT_YET = '2026-06-16T15:59:59+08:00'
let s: Scenario
let school: string
let administrator: Awaited<ReturnType<Scenario['staff']>>
let hall: string
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())
beforeEach(async () => {
  s.setClock(START)
  school = await s.school()
  administrator = await s.staff(school, 'administrator')
  hall = await givenVenue(administrator.first, school)
})

type Student = Awaited<ReturnType<Scenario['student']>>
/** Later than any session of before: whoever acts has signed in anew. */
async function later(instant: string, ...people: { userId: string; first: Student['first'] }[]) {
  s.setClock(instant)
  for (const one of [administrator, ...people]) {
    const token = await openSession(s.db, one.userId, { ip: '127.0.0.1', userAgent: 'test' }, s.now())
    one.first = s.visitor(token)
  }
}
async function talk(slot = SLOT) {
  const employer = await s.employer(school)
  const { id } = await employer.first.call(requestTalk, {
    params: { school },
    body: { ...sampleTalk, wishes: [slot] },
  })
  const body = { seenVersion: 1, venueId: hall, slot, places: 50 }
  await administrator.first.call(talkActs.schedule, { params: { school, id }, body })
  return id
}
const go = (student: Student, id: string) => student.first.ask(visits.signUp, { params: { school, id } })
const look = (student: Student, id: string) =>
  student.first.call(visits.getMyTalk, { params: { school, id } })
async function arrive(id: string, student: Student, at: string) {
  s.setClock(at)
  const scans = [{ id: randomUUID(), at: s.now().toISOString(), studentNumber: student.studentNumber }]
  await administrator.first.call(visits.countArrivals, { params: { school, id }, body: { scans } })
}
const ask = (who: Student['first'], action: keyof typeof contract.absenceActs, id: string, reason: string) =>
  who.ask(contract.absenceActs[action], {
    params: { school, id },
    body: { seenVersion: action === 'uphold' ? 2 : 1, reason },
  })
/** Staff whose session has begun by now. */
const reviewer = async () => (await s.staff(school, 'school_reviewer')).first

/** A talk that one has come to and these have missed, as known. */
async function missed(students: readonly Student[]) {
  const id = await talk()
  const came = await s.student(school)
  for (const one of [came, ...students]) await go(one, id)
  await arrive(id, came, '2026-06-08T14:00:00+08:00')
  await later(KNOWN, ...students)
  await sweep(s.services)
  return id
}

test('the clock records who had signed up and did not come, once, when no door tells more; the student appeals, the school answers', async () => {
  const [absent, second] = [await s.student(school), await s.student(school)]
  const id = await talk()
  const came = await s.student(school)
  for (const one of [came, absent, second]) await go(one, id)
  const unused = await talk({ ...SLOT, from: '17:00', until: '18:00' })
  await go(absent, unused)
  await arrive(id, came, '2026-06-08T14:00:00+08:00')
  await later(NOT_YET, absent, second, came)
  await sweep(s.services)
  expect((await look(absent, id)).absence).toBeNull()
  s.setClock(KNOWN)
  await Promise.all([sweep(s.services), sweep(s.services)])
  await sweep(s.services)
  // At whose door nobody was counted nobody is missing.
  expect((await look(absent, unused)).absence).toBeNull()
  expect((await look(came, id)).absence).toBeNull()
  const { absence } = await look(absent, id)
  expect(absence).toMatchObject({ status: 'recorded' })
  expect((await kindsOf(absent.first)).filter((kind) => kind === 'absence.recorded')).toHaveLength(1)

  const staff = await reviewer()
  const listed = (queue: 'mine' | 'all') =>
    staff.call(contract.listAbsences, { params: { school }, query: { queue } })
  expect([(await listed('mine')).total, (await listed('all')).total]).toEqual([0, 2])
  expect((await ask(absent.first, 'appeal', absence!.id, ' ')).json().code).toBe('reason-needed')
  const appealed = (await ask(absent.first, 'appeal', absence!.id, '手机没电')).json()
  expect(appealed).toMatchObject({
    status: 'appealed',
    said: '手机没电',
    answerBy: '2026-06-23',
    actions: [],
  })
  expect((await listed('mine')).items).toMatchObject([{ id: absence!.id, student: { name: absent.name } }])
  expect((await staff.call(getDesk, { params: { school } })).absences).toEqual({ waiting: 1, overdue: 0 })
  expect(await kindsOf(staff)).toContain('absence.appealed')
  const upheld = (await ask(staff, 'uphold', absence!.id, '扫码设备正常')).json()
  expect(upheld).toMatchObject({
    status: 'upheld',
    answer: '扫码设备正常',
    counted: { n: 1, days: 90, limit: null },
  })
  expect((await ask(absent.first, 'appeal', absence!.id, '再申诉')).statusCode).toBe(409)
  const other = (await look(second, id)).absence!
  expect((await ask(staff, 'excuse', other.id, '当天考试')).json()).toMatchObject({
    status: 'excused',
    counted: { n: 0 },
  })
  expect(await kindsOf(second.first)).toContain('absence.excused')
  expect(await verifyJournal(s.db)).toMatchObject({ faults: [] })
})

test('blocks by the school’s rule alone: its number, its days, and not what waits for an answer', async () => {
  const [twice, once] = [await s.student(school), await s.student(school)]
  const first = await missed([twice, once])
  await later('2026-06-17T10:00:00+08:00', twice, once)
  const secondDay = { ...SLOT, day: '2026-06-18' }
  const again = await talk(secondDay)
  const came = await s.student(school)
  for (const one of [twice, came]) await go(one, again)
  await arrive(again, came, '2026-06-18T14:00:00+08:00')
  await later('2026-06-27T10:00:00+08:00', twice, once)
  await sweep(s.services)
  const next = await talk({ ...SLOT, day: '2026-06-29' })
  const { statusCode: free } = await go(twice, next)
  await twice.first.call(visits.leaveTalk, { params: { school, id: next } })
  const settings = await administrator.first.call(getSettings, { params: { school } })
  const rule = { ...settings, absenceLimit: 2, absenceDays: 30 }
  await administrator.first.call(saveSettings, { params: { school }, body: rule })
  const refused = (await go(twice, next)).json()
  expect([free, refused.code, refused.details]).toEqual([
    200,
    'absent-too-often',
    { limit: 2, days: 30, day: addDays(TALK_DAY, 30) },
  ])
  expect((await look(twice, next)).block).toEqual({ limit: 2, days: 30, day: '2026-07-08' })
  expect((await go(once, next)).statusCode).toBe(200)
  // A fair asks the same.
  const fair = await givenFair(administrator.first, school, [hall], {
    ...{ applyFrom: '2026-06-27', applyUntil: '2026-06-27' },
    slot: { day: '2026-07-09', from: '09:00', until: '12:00' },
  })
  const join = () => twice.first.ask(fairVisits.signUpForFair, { params: { school, id: fair } })
  expect((await join()).json().code).toBe('absent-too-often')
  // What is appealed does not count until it is answered.
  const { absence } = await look(twice, first)
  await ask(twice.first, 'appeal', absence!.id, '当天生病')
  expect((await join()).statusCode).toBe(200)
  await ask(administrator.first, 'uphold', absence!.id, '没有证明')
  await twice.first.call(fairVisits.leaveFair, { params: { school, id: fair } })
  expect((await join()).json().code).toBe('absent-too-often')
  await later('2026-07-08T00:00:00+08:00', twice)
  expect((await join()).statusCode).toBe(200)
})

test('of a fair too, in pieces that a crash leaves whole; and the database keeps both from one who came', async () => {
  const people = [await s.student(school), await s.student(school)]
  const id = await givenFair(administrator.first, school, [hall])
  const params = { school, id }
  for (const one of people) await one.first.call(fairVisits.signUpForFair, { params })
  s.setClock(`${FAIR_DAY}T09:30:00+08:00`)
  const scans = [{ id: randomUUID(), at: s.now().toISOString(), studentNumber: people[0]!.studentNumber }]
  await administrator.first.call(fairVisits.countFairArrivals, { params, body: { scans } })
  await later(KNOWN, ...people)
  await sweep(s.services)
  const { absence } = await people[1]!.first.call(fairVisits.getMyFair, { params })
  expect(absence).toMatchObject({ status: 'recorded' })
  const row = { schoolId: school, id: randomUUID(), fairId: id, missedAt: s.now(), recordedAt: s.now() }
  const insert = (studentId: string, status: string) =>
    s.db
      .insertInto('absences')
      .values({ ...row, studentId, status })
      .execute()
  await expect(insert(people[0]!.id, 'recorded')).rejects.toMatchObject({
    constraint: 'absences_of_who_did_not_come',
  })
  await expect(insert(people[1]!.id, 'recorded')).rejects.toMatchObject({ constraint: 'absences_one_each' })
  await expect(
    s.db.updateTable('absences').set({ status: 'excused' }).where('id', '=', absence!.id).execute(),
  ).rejects.toMatchObject({ constraint: 'absences_are_answered' })
  const stranger = await s.student(school)
  const college = await s.staff(school, 'college_reviewer', '01')
  for (const who of [stranger.first, college.first])
    expect((await who.ask(contract.getAbsence, { params: { school, id: absence!.id } })).statusCode).toBe(404)
  await s.db.deleteFrom('students').where('id', '=', people[1]!.id).execute()
  expect(await s.db.selectFrom('absences').where('id', '=', absence!.id).select('id').execute()).toEqual([])
})
