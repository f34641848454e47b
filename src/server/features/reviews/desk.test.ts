import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyToSchool, listAdmissions } from '../../../contracts/admissions.ts'
import { listAgreements } from '../../../contracts/agreements.ts'
import { getDesk, listOldest } from '../../../contracts/desk.ts'
import { askDissolution, listDissolutions } from '../../../contracts/dissolutions.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

let s: Scenario
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())

const NONE = { waiting: 0, long: 0, oldestSince: null }

test('a desk counts what its queues show: by level, by college, with the oldest and what is old', async () => {
  s.setClock('2026-06-01T10:00:00+08:00')
  const school = await s.school({ agreementLevels: ['college', 'school'] })
  const [employer, other] = [await s.employer(school), await s.employer(await s.school())]
  const ofCollege = await s.staff(school, 'college_reviewer', '01')
  const ofOtherCollege = await s.staff(school, 'college_reviewer', '02')
  const ofSchool = await s.staff(school, 'school_reviewer')
  const desk = (of: typeof ofSchool) => of.first.call(getDesk, { params: { school } })
  expect((await desk(ofCollege)).agreements).toEqual(NONE)

  await s.sign(employer, await s.student(school, { college: '01' }))
  s.setClock('2026-06-04T10:00:01+08:00')
  await s.sign(employer, await s.student(school, { college: '01' }))
  await s.sign(employer, await s.student(school, { college: '02' }))

  expect((await desk(ofCollege)).agreements).toEqual({
    waiting: 2,
    long: 1,
    oldestSince: '2026-06-01T02:00:00.000Z',
  })
  expect((await desk(ofOtherCollege)).agreements).toMatchObject({ waiting: 1, long: 0 })
  expect((await desk(ofSchool)).agreements).toEqual(NONE)
  for (const reader of [ofCollege, ofOtherCollege, ofSchool]) {
    const { total } = await reader.first.call(listAgreements, { params: { school }, query: {} })
    expect(total).toBe((await desk(reader)).agreements.waiting)
  }
  expect((await other.first.ask(getDesk, { params: { school } })).statusCode).toBe(403)
})

test('an answer is due until 24:00 of its last day, and then it is the school’s', async () => {
  s.setClock('2026-06-01T10:00:00+08:00')
  const school = await s.school({ answerDays: 7 })
  const [student, employer] = [await s.student(school), await s.employer(school)]
  const reviewer = await s.staff(school, 'school_reviewer')
  const agreement = await s.certify(await s.sign(employer, student), reviewer)
  await student.first.call(askDissolution, {
    params: { school, id: agreement.id },
    body: { seenVersion: agreement.version, noticeVersion: 1, ground: 'other-offer', reason: '另有安排' },
  })
  const dissolutions = async (at: string) => {
    s.setClock(at)
    const { total } = await reviewer.first.call(listDissolutions, { params: { school }, query: {} })
    const desk = await reviewer.first.call(getDesk, { params: { school } })
    expect(desk.dissolutions.waiting).toBe(total)
    return [desk.dissolutions.waiting, desk.dissolutions.answersDueToday]
  }
  expect(await dissolutions('2026-06-07T23:59:59+08:00')).toEqual([0, 0])
  expect(await dissolutions('2026-06-08T00:00:00+08:00')).toEqual([0, 1])
  expect(await dissolutions('2026-06-08T23:59:59+08:00')).toEqual([0, 1])
  expect(await dissolutions('2026-06-09T00:00:00+08:00')).toEqual([1, 0])
})

test('employers that wait are counted and shown to the school’s reviewers as their list has them, also what is long and what is over', async () => {
  s.setClock('2026-06-01T10:00:00+08:00')
  const school = await s.school()
  const ofSchool = (await s.staff(school, 'school_reviewer')).first
  const ofCollege = (await s.staff(school, 'college_reviewer', '01')).first
  const applies = async () => {
    const { id, first } = await s.employer(await s.school())
    await first.call(applyToSchool, { body: { school, evidence: [await s.licence(first, school)] } })
    return id
  }
  const early = await applies()
  const lasting = await s.employer(school)
  const verified = s.db.updateTable('admissions').where('employerId', '=', lasting.id)
  await verified.set({ verifyDue: '2026-06-05' }).execute()
  s.setClock('2026-06-04T10:00:01+08:00')
  const late = await applies()

  const params = { school }
  const list = async (query: object) =>
    (await ofSchool.call(listAdmissions, { params, query })).items.map(({ id }) => id)
  const desk = async () => (await ofSchool.call(getDesk, { params })).admissions
  expect(await desk()).toEqual({
    waiting: 2,
    long: 1,
    oldestSince: '2026-06-01T02:00:00.000Z',
    verificationsOverdue: 0,
  })
  expect(await list({ queue: 'mine' })).toEqual([early, late])
  expect(await list({ queue: 'mine', waited: 'long' })).toEqual([early])
  const { admissions } = await ofSchool.call(listOldest, { params })
  expect(admissions?.map(({ id }) => id)).toEqual([early, late])
  const overdue = { queue: 'all', verification: 'overdue' }
  s.setClock('2026-06-05T23:59:59+08:00')
  expect([(await desk())?.verificationsOverdue, await list(overdue)]).toEqual([0, []])
  s.setClock('2026-06-06T00:00:00+08:00')
  expect([(await desk())?.verificationsOverdue, await list(overdue)]).toEqual([1, [lasting.id]])
  await verified.set({ status: 'suspended', admittedAt: null, reason: '' }).execute()
  expect([(await desk())?.verificationsOverdue, await list(overdue)]).toEqual([0, []])

  expect((await ofCollege.call(getDesk, { params })).admissions).toBeNull()
  expect((await ofCollege.call(listOldest, { params })).admissions).toBeNull()
})
