import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as agreements from '../../../contracts/agreements.ts'
import { employerWorkbench } from '../../../contracts/employers.ts'
import * as contract from '../../../contracts/invitations.ts'
import * as people from '../../../contracts/students.ts'
import { addDays } from '../../../domain/day.ts'
import { sampleTerms } from '../../demo/terms.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

let s: Scenario
let school: string
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
})
afterAll(() => s.stop())

test('invite, accept, pass: an agreement is effective and employment information is formed (R6–R8)', async () => {
  const [student, employer] = [await s.student(school), await s.employer(school)]
  const reviewer = await s.staff(school, 'school_reviewer')
  const invitation = await s.invite(employer, student)
  const accepted = await student.first.call(contract.invitationActs.accept, s.acceptance(invitation))
  expect(accepted).toMatchObject({ status: 'accepted', actions: [] })
  const params = { school, id: accepted.agreementId! }
  const seen = await employer.first.call(agreements.getAgreement, { params })
  expect(seen).toMatchObject({
    status: 'in_review',
    certified: false,
    waitingFor: 'school',
    termsHash: invitation.termsHash,
  })
  expect(seen.number).toMatch(new RegExp(`^12026${school}\\d{6}$`))

  const passed = await reviewer.first.call(agreements.agreementActs.pass, {
    params,
    body: { seenVersion: seen.version },
  })

  expect(passed).toMatchObject({ status: 'effective', certified: true, waitingFor: null })
  expect(passed.timeline.map(({ action }) => action)).toEqual([
    'invitation.send',
    'invitation.accept',
    'agreement.form',
    'agreement.pass',
  ])
  const home = await student.first.call(people.studentHome, { params: { school } })
  expect(home.employment).toMatchObject({ status: 'employed', holder: employer.name })
})

test('a student who is taken cannot accept a second invitation, is told who holds the place, and nothing is written (R1, R2)', async () => {
  const [student, first, other] = [
    await s.student(school),
    await s.employer(school),
    await s.employer(school),
  ]
  await s.sign(first, student)
  const second = await s.invite(other, student)

  const answer = await student.first.ask(contract.invitationActs.accept, s.acceptance(second))

  expect(answer.statusCode).toBe(409)
  expect(answer.json()).toMatchObject({
    code: 'student-already-placed',
    details: { holder: first.name },
    reasons: [{ remover: 'student' }],
  })
  expect(await s.journal(`invitation:${second.id}`)).toHaveLength(1)
  const view = await student.first.call(contract.getInvitation, { params: { school, id: second.id } })
  expect(view).toMatchObject({ actions: [], reasons: [{ code: 'student-already-placed' }] })
  const decline = await student.first.ask(contract.invitationActs.decline, {
    params: { school, id: second.id },
    body: { seenVersion: 1 },
  })
  expect(decline.json().code).toBe('student-already-placed')
})

test('of a student who is taken the employer reads that its invitation cannot be accepted, everywhere, and nothing of the place (R1, R2)', async () => {
  const [student, holder, other] = [
    await s.student(school),
    await s.employer(school),
    await s.employer(school),
  ]
  const second = await s.invite(other, student)
  const params = { school, id: second.id }
  const asRead = async () => {
    const list = await other.first.call(contract.listSentInvitations, { query: {} })
    const desk = await other.first.call(employerWorkbench)
    const letter = await other.first.call(contract.getInvitation, { params })
    const told = [list.items[0]!, desk.others[0]!, letter]
    expect(told.map(({ id, status }) => [id, status])).toEqual(told.map(() => [second.id, 'pending']))
    return { standings: told.map(({ standing }) => standing), said: JSON.stringify([list, desk, letter]) }
  }
  const waiting = { key: 'sent', by: 'employer', turn: 'student', due: 'answer' }
  expect((await asRead()).standings).toEqual([waiting, waiting, waiting])

  const agreement = await s.sign(holder, student)

  const taken = { key: 'cannot-be-answered', by: 'student', turn: null, due: null }
  const { standings, said } = await asRead()
  expect(standings).toEqual([taken, taken, taken])
  for (const secret of [holder.name, holder.id, agreement.id, agreement.number])
    expect(said).not.toContain(secret)
})

test('an invitation that is still valid when the agreement ends can be answered again (R18)', async () => {
  const [student, first, other] = [
    await s.student(school),
    await s.employer(school),
    await s.employer(school),
  ]
  const reviewer = await s.staff(school, 'school_reviewer')
  const agreement = await s.sign(first, student)
  const second = await s.invite(other, student)
  const params = { school, id: agreement.id }
  await reviewer.first.call(agreements.agreementActs.reject, {
    params,
    body: { seenVersion: 1, reason: '材料不符' },
  })
  const view = await student.first.call(contract.getInvitation, { params: { school, id: second.id } })
  expect(view.actions).toEqual(['accept', 'decline'])
  await student.first.call(contract.invitationActs.accept, s.acceptance(second))
  const again = await s.invite(first, await s.student(school))
  expect(again.status).toBe('pending')
})

test('an employer has one live invitation per student; a new one after an end (R3)', async () => {
  const [student, employer] = [await s.student(school), await s.employer(school)]
  const first = await s.invite(employer, student)
  await expect(s.invite(employer, student)).rejects.toThrow('live-invitation-exists')
  const params = { school, id: first.id }
  await student.first.call(contract.invitationActs.decline, { params, body: { seenVersion: 1 } })
  const second = await s.invite(employer, student)
  await student.first.call(contract.invitationActs.accept, s.acceptance(second))
  await expect(s.invite(employer, student)).rejects.toThrow('agreement-with-employer-in-force')
})

test('at 24:00 of the last day no answer is possible, no sweep having run; then a new invitation is (R3, R4)', async () => {
  const [student, employer] = [await s.student(school), await s.employer(school)]
  const invitation = await s.invite(employer, student, {}, 1)
  const before = s.now().toISOString()
  try {
    s.setClock(`${addDays('2026-06-01', 2)}T00:00:00+08:00`)
    const answer = await student.first.ask(contract.invitationActs.accept, s.acceptance(invitation))
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'invitation-expired'])
    const list = await student.first.call(contract.listMyInvitations, { params: { school } })
    expect(list.items[0]).toMatchObject({ id: invitation.id, status: 'expired' })
    await s.invite(employer, student)
    expect(
      (await s.journal(`invitation:${invitation.id}`)).map(
        ({ entry }) => (entry as { action: string }).action,
      ),
    ).toEqual(['invitation.send', 'invitation.expire'])
  } finally {
    s.setClock(before)
  }
})

test('a revision is shown as a difference, and the version read before it cannot be accepted (§5.1, §5.4)', async () => {
  const [student, employer] = [await s.student(school), await s.employer(school)]
  const invitation = await s.invite(employer, student)
  const params = { school, id: invitation.id }
  const terms = { ...invitation.terms, regularPay: 380_000 }
  const body = { seenVersion: 1, noticeVersion: 1, respondBy: invitation.respondBy, terms }
  await employer.first.call(contract.invitationActs.revise, { params, body })
  const stale = await student.first.ask(contract.invitationActs.accept, s.acceptance(invitation))
  expect([stale.statusCode, stale.json().code]).toEqual([409, 'content-changed'])
  const view = await student.first.call(contract.getInvitation, { params })
  expect(view).toMatchObject({
    version: 2,
    changes: [{ field: 'regularPay', before: '400000', after: '380000' }],
  })
  const again = await employer.first.ask(contract.invitationActs.revise, {
    params,
    body: { ...body, seenVersion: 2 },
  })
  expect(again.json().code).toBe('nothing-changed')
  expect((await student.first.call(contract.invitationActs.accept, s.acceptance(view))).status).toBe(
    'accepted',
  )
})

test('only an admitted employer invites, and a pending invitation of a suspended one cannot be accepted (R21, §5.7)', async () => {
  const student = await s.student(school)
  await expect(s.invite(await s.employer(school, 'pending'), student)).rejects.toThrow(
    'employer-not-admitted',
  )
  const employer = await s.employer(school)
  const invitation = await s.invite(employer, student)
  await s.db
    .updateTable('admissions')
    .set({ status: 'suspended', admittedAt: null, reason: '被举报' })
    .where('employerId', '=', employer.id)
    .execute()
  const answer = await student.first.ask(contract.invitationActs.accept, s.acceptance(invitation))
  expect(answer.json()).toMatchObject({ code: 'employer-not-admitted', reasons: [{ remover: 'school' }] })
})

test('acceptance, once it is signed, takes at most fifteen statements in five trips, the session’s two included', async () => {
  const [student, employer] = [await s.student(school), await s.employer(school)]
  const invitation = await s.invite(employer, student)
  const signed = await student.first.signed(contract.invitationActs.accept, s.acceptance(invitation))
  s.statements.length = 0
  s.trips.length = 0
  await student.first.ask(contract.invitationActs.accept, { ...signed, key: randomUUID() })
  expect(s.statements.length).toBeLessThanOrEqual(15)
  expect(s.trips.length).toBeLessThanOrEqual(5)
})

test('an act is answered as its page then is, without being read again', async () => {
  const [student, employer] = [await s.student(school), await s.employer(school)]
  const { revise, accept, decline, withdraw } = contract.invitationActs
  const expectSameAs = async (party: typeof student | typeof employer, answer: unknown, params: object) => {
    const page = await party.first.ask(contract.getInvitation, { params })
    expect(answer).toEqual(page.json())
  }
  const invitation = await s.invite(employer, student)
  const { params } = s.acceptance(invitation)
  const seen = await employer.first.call(contract.getInvitation, { params })
  const terms = sampleTerms('2026-07-11')
  const body = {
    seenVersion: seen.version,
    noticeVersion: seen.notice.version,
    respondBy: seen.respondBy,
    terms,
  }
  const revised = await employer.first.call(revise, { params, body })
  await expectSameAs(employer, revised, params)
  expect(revised.changes).not.toEqual([])
  const accepting = s.acceptance(revised)
  const accepted = await student.first.call(accept, accepting)
  expect(accepted.agreementId).not.toBeNull()
  await expectSameAs(student, accepted, params)

  const [another, third] = [await s.student(school), await s.student(school)]
  const ended = await s.invite(employer, another)
  const ending = {
    params: s.acceptance(ended).params,
    body: { seenVersion: ended.version, reason: '另有安排' },
  }
  await expectSameAs(another, await another.first.call(decline, ending), ending.params)
  const taken = await s.invite(employer, third)
  const taking = {
    params: s.acceptance(taken).params,
    body: { seenVersion: taken.version, reason: '岗位取消' },
  }
  await expectSameAs(employer, await employer.first.call(withdraw, taking), taking.params)
})
