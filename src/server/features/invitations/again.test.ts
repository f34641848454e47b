import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { agreementActs } from '../../../contracts/agreements.ts'
import {
  getInvitation,
  getInvitationAgain,
  getLastTerms,
  invitationActs,
  listSentInvitations,
  sendInvitation,
} from '../../../contracts/invitations.ts'
import { findStudentToInvite } from '../../../contracts/students.ts'
import { addDays, dayInChina } from '../../../domain/day.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { saveAdmission } from '../admissions/queries.ts'

let s: Scenario
beforeAll(async () => {
  s = await startScenario()
})
beforeEach(() => s.setClock('2026-06-01T10:00:00+08:00'))
afterAll(() => s.stop())

type Key = { readonly school: string; readonly id: string }
type Employer = Awaited<ReturnType<Scenario['employer']>>
const again = (of: Employer, params: Key) => of.first.call(getInvitationAgain, { params })
const offered = async (of: Employer, params: Key) => {
  const { items } = await of.first.call(listSentInvitations, { query: { pageSize: 100 } })
  const { actions } = await of.first.call(getInvitation, { params })
  const inList = items.find(({ id }) => id === params.id)!.again
  expect(actions.includes('invite-again')).toBe(inList)
  return inList
}
const withdraw = (of: Employer, params: Key, seenVersion = 1) =>
  of.first.call(invitationActs.withdraw, { params, body: { seenVersion, reason: '岗位调整' } })

test('an ended invitation is begun again with its terms; what stands in the way is told before anything is typed', async () => {
  const school = await s.school()
  const [employer, student] = [await s.employer(school), await s.student(school)]
  const sent = await s.invite(employer, student, { position: '数据分析师', benefits: '五险一金' })
  const key = { school, id: sent.id }
  expect(await offered(employer, key)).toBe(false)
  expect((await again(employer, key)).student.reasons).toEqual([
    { code: 'live-invitation-exists', remover: 'employer', details: {} },
  ])
  await withdraw(employer, key)
  expect(await offered(employer, key)).toBe(true)
  const { student: named, terms } = await again(employer, key)
  expect(named).toEqual({
    ...{ id: student.id, name: student.name, studentNumber: student.studentNumber },
    ...{ college: '一院', major: '计算机', reasons: [] },
  })
  expect(terms).toEqual(sent.terms)
  const next = await employer.first.call(sendInvitation, {
    params: { school },
    body: {
      studentId: named.id,
      studentName: named.name,
      noticeVersion: 1,
      respondBy: addDays(dayInChina(s.now()), 5),
      terms,
    },
  })
  expect(next.terms).toEqual(sent.terms)
  // The first one is over, and the second stands in the way of a third.
  expect(await offered(employer, key)).toBe(true)
  expect((await again(employer, key)).student.reasons).toMatchObject([{ code: 'live-invitation-exists' }])
  s.setClock('2026-06-07T00:00:00+08:00')
  const over = { school, id: next.id }
  expect(await offered(employer, over)).toBe(true)
  expect((await again(employer, over)).student.reasons).toEqual([])
})

test('an agreement keeps the pair until it has come to nothing (R3), and a suspended employer reads why', async () => {
  const school = await s.school()
  const [employer, student] = [await s.employer(school), await s.student(school)]
  const reviewer = await s.staff(school, 'school_reviewer')
  const { id, number, version, invitationId } = await s.sign(employer, student)
  const key = { school, id: invitationId! }
  expect(await offered(employer, key)).toBe(false)
  expect((await again(employer, key)).student.reasons).toEqual([
    { code: 'agreement-with-employer-in-force', remover: 'nobody', details: { number } },
  ])
  const found = { name: student.name, studentNumber: student.studentNumber }
  const look = () => employer.first.call(findStudentToInvite, { params: { school }, body: found })
  expect((await look()).reasons).toMatchObject([{ code: 'agreement-with-employer-in-force' }])
  await reviewer.first.call(agreementActs.reject, {
    params: { school, id },
    body: { seenVersion: version, reason: '材料不实' },
  })
  expect(await offered(employer, key)).toBe(true)
  expect((await look()).reasons).toEqual([])
  await saveAdmission(s.db, school, employer.id, 'suspended', s.now())
  expect((await again(employer, key)).student.reasons).toEqual([
    { code: 'employer-not-admitted', remover: 'school', details: { employer: employer.name } },
  ])
})

test('another employer’s invitations and a student’s place are nobody’s to learn of on this way', async () => {
  const school = await s.school()
  const [employer, other] = [await s.employer(school), await s.employer(school)]
  const student = await s.student(school)
  const sent = await s.invite(employer, student)
  const key = { school, id: sent.id }
  await withdraw(employer, key)
  const before = await again(employer, key)
  await s.sign(other, student, { position: '别家岗位' })
  expect(await again(employer, key)).toEqual(before)
  const theirs = { params: { school, id: (await s.invite(other, await s.student(school))).id } }
  expect((await employer.first.ask(getInvitationAgain, theirs)).statusCode).toBe(404)
  expect(
    (await employer.first.ask(getInvitationAgain, { params: { ...key, school: await s.school() } }))
      .statusCode,
  ).toBe(404)
  expect((await student.first.ask(getInvitationAgain, { params: key })).statusCode).toBe(403)
})

test('the last terms are the employer’s own, wherever it sent them', async () => {
  const [one, two] = [await s.school(), await s.school()]
  const [employer, other] = [await s.employer(one), await s.employer(one)]
  await saveAdmission(s.db, two, employer.id, 'approved', s.now())
  expect(await employer.first.call(getLastTerms)).toEqual({ last: null })
  const [first, second] = [await s.student(one), await s.student(two)]
  await s.invite(employer, first, { position: '测试工程师' })
  s.setClock('2026-06-02T10:00:00+08:00')
  await s.invite(employer, second, { position: '产品经理' })
  s.setClock('2026-06-03T10:00:00+08:00')
  await s.invite(other, first, { position: '别家岗位' })
  expect(await employer.first.call(getLastTerms)).toMatchObject({
    last: { studentName: second.name, sentAt: '2026-06-02T02:00:00.000Z', terms: { position: '产品经理' } },
  })
})
