import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as contract from '../../../contracts/agreements.ts'
import { askDissolution, dissolutionActs } from '../../../contracts/dissolutions.ts'
import { invitationActs, sendInvitation } from '../../../contracts/invitations.ts'
import { listNotifications } from '../../../contracts/notifications.ts'
import { studentHome } from '../../../contracts/students.ts'
import { remind } from '../../background/reminders.ts'
import type { Visitor } from '../../http/visitor.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

const acts = contract.agreementActs
let s: Scenario
beforeAll(async () => {
  s = await startScenario()
})
beforeEach(() => s.setClock('2026-06-01T10:00:00+08:00'))
afterAll(() => s.stop())

/** Certified, of new people of a new school; they are to report for work on that day. */
async function inForce(reportBy = '2026-06-01') {
  const school = await s.school({ fulfilmentDays: 3 })
  const [student, employer] = [await s.student(school), await s.employer(school)]
  const reviewer = await s.staff(school, 'school_reviewer')
  const college = await s.staff(school, 'college_reviewer', '01')
  const { id } = await s.certify(await s.sign(employer, student, { reportBy }), reviewer)
  const params = { school, id }
  const read = ({ first }: { first: Visitor }) => first.call(contract.getAgreement, { params })
  const act = async ({ first }: { first: Visitor }, action: keyof typeof acts, reason = '原因') => {
    const { version } = await read({ first })
    return first.ask(acts[action], { params, body: { seenVersion: version, reason } })
  }
  const toldOf = async ({ first }: { first: Visitor }) =>
    (await first.call(listNotifications, { query: { pageSize: 100 } })).items
      .map(({ kind }) => kind)
      .filter((kind) => kind.startsWith('agreement.fulfil'))
      .toReversed()
  return { school, student, employer, reviewer, college, params, read, act, toldOf }
}

test('nobody asks before the reporting day, and it is said when it comes', async () => {
  const { employer, reviewer, read, act } = await inForce('2026-06-02')
  for (const one of [employer, reviewer]) {
    expect((await read(one)).actions).not.toContain('ask-fulfilment')
    const early = (await act(one, 'ask-fulfilment')).json()
    expect(early).toMatchObject({ code: 'reporting-day-to-come', details: { day: '2026-06-02' } })
  }
  s.setClock('2026-06-02T00:00:00+08:00')
  expect((await read(employer)).actions).toContain('ask-fulfilment')
})

test('the employer asks, the student confirms: fulfilled, the place stays taken, both are told', async () => {
  const { school, student, employer, read, act, toldOf } = await inForce()
  expect((await act(student, 'ask-fulfilment')).json().code).toBe('not-your-turn')
  const asked = (await act(employer, 'ask-fulfilment')).json()
  expect(asked).toMatchObject({
    status: 'effective',
    waitingFor: 'student',
    fulfilment: { by: 'employer', answerBy: '2026-06-04' },
  })
  expect((await act(employer, 'ask-fulfilment')).json().code).toBe('fulfilment-asked')
  const home = () => student.first.call(studentHome, { params: { school } })
  expect((await home()).agreementToDo).toBe(1)
  expect((await read(student)).actions).toEqual(['confirm-fulfilment', 'deny-fulfilment', 'ask-dissolution'])
  expect((await act(student, 'confirm-fulfilment')).json()).toMatchObject({
    status: 'fulfilled',
    fulfilment: null,
  })
  expect(await home()).toMatchObject({ agreementToDo: 0, employment: { status: 'employed' } })
  expect(await toldOf(student)).toEqual(['agreement.fulfilment-asked'])
  expect(await toldOf(employer)).toEqual(['agreement.fulfilled'])
})

test('the student denies it: the agreement stays in force, and it is not asked again at once', async () => {
  const { student, employer, reviewer, act, toldOf } = await inForce()
  await act(reviewer, 'ask-fulfilment')
  expect((await act(student, 'deny-fulfilment', ' ')).json().code).toBe('reason-needed')
  const denied = (await act(student, 'deny-fulfilment', '下周报到')).json()
  expect(denied).toMatchObject({ status: 'effective', waitingFor: null, fulfilment: null })
  expect(await toldOf(employer)).toEqual(['agreement.fulfilment-denied'])
  expect(await toldOf(reviewer)).toEqual(['agreement.fulfilment-denied'])
  const again = (await act(employer, 'ask-fulfilment')).json()
  expect(again).toMatchObject({ code: 'fulfilment-denied', details: { day: '2026-06-04' } })
  s.setClock('2026-06-04T00:00:00+08:00')
  expect((await act(employer, 'ask-fulfilment')).statusCode).toBe(200)
})

test('without an answer in time it is in the school’s queue, the school is told once and decides; undone, it is in force again', async () => {
  const { school, student, employer, reviewer, college, read, act, toldOf } = await inForce()
  await act(employer, 'ask-fulfilment')
  expect((await act(reviewer, 'fulfil')).json()).toMatchObject({
    code: 'fulfilment-answer-due',
    details: { day: '2026-06-04' },
  })
  const queue = async ({ first }: { first: Visitor }) =>
    (await first.call(contract.listAgreements, { params: { school } })).items.map(({ id }) => id)
  expect(await queue(reviewer)).toEqual([])
  s.setClock('2026-06-05T00:00:00+08:00')
  await Promise.all([remind(s.services), remind(s.secondServices)])
  await remind(s.services)
  expect(await toldOf(reviewer)).toEqual(['agreement.fulfilment-unanswered'])
  expect(await queue(reviewer)).toHaveLength(1)
  expect(await queue(college)).toEqual([])
  expect(await read(reviewer)).toMatchObject({
    waitingFor: 'school',
    waitingSince: '2026-06-04T16:00:00.000Z',
  })
  expect((await read(student)).actions).toContain('confirm-fulfilment')
  expect((await act(college, 'fulfil')).json().code).toBe('reviewed-at-another-level')
  expect((await act(reviewer, 'fulfil', '')).json().code).toBe('reason-needed')
  const recorded = (await act(reviewer, 'fulfil', '已核实劳动合同')).json()
  expect([recorded.status, recorded.actions]).toEqual(['fulfilled', ['undo-fulfilment']])

  expect((await act(employer, 'undo-fulfilment')).statusCode).toBe(403)
  const undone = (await act(reviewer, 'undo-fulfilment', '登记有误')).json()
  expect(undone).toMatchObject({ status: 'effective', effectiveAt: recorded.effectiveAt, waitingFor: null })
  expect((await toldOf(student)).at(-1)).toBe('agreement.fulfilment-undone')
  expect((await toldOf(employer)).at(-1)).toBe('agreement.fulfilment-undone')
  expect(await queue(reviewer)).toEqual([])
})

test('who asks to dissolve takes the question away', async () => {
  const { student, employer, params, read, act } = await inForce()
  await act(employer, 'ask-fulfilment')
  const { version } = await read(student)
  await student.first.call(askDissolution, {
    params,
    body: { seenVersion: version, noticeVersion: 1, ground: 'mutual', reason: '协商' },
  })
  expect(await read(employer)).toMatchObject({ fulfilment: null, waitingFor: null })
  expect((await act(student, 'confirm-fulfilment')).json().code).toBe('dissolution-open')
})

test('students are reminded while they have still to say it', async () => {
  const { student, employer, act, toldOf } = await inForce()
  await act(employer, 'ask-fulfilment')
  s.setClock('2026-06-03T10:00:00+08:00')
  await remind(s.services)
  expect(await toldOf(student)).toEqual(['agreement.fulfilment-asked', 'agreement.fulfilment-due'])
})

test('as long as their agreement has the place the employer invites no more, fulfilled too; dissolved, again (R3)', async () => {
  const { school, student, employer, reviewer, act, params, read } = await inForce()
  const invite = async (): Promise<{ code?: string; details?: object }> => {
    const { terms, number } = await read(student)
    const answer = await employer.first.ask(sendInvitation, {
      params: { school },
      body: {
        studentId: student.id,
        studentName: student.name,
        noticeVersion: 1,
        respondBy: '2026-06-05',
        terms,
      },
    })
    expect([answer.statusCode, answer.json().details?.number ?? number]).toEqual([answer.statusCode, number])
    return answer.json()
  }
  const kept = { code: 'agreement-with-employer-in-force' }
  expect(await invite()).toMatchObject(kept)
  await act(employer, 'ask-fulfilment')
  await act(student, 'confirm-fulfilment')
  expect(await invite()).toMatchObject(kept)
  // The index knows it too, whatever the code believes.
  const { invitationId, ...agreement } = await read(student)
  const copy = s.db
    .insertInto('invitations')
    .columns([
      'schoolId',
      'id',
      'studentId',
      'employerId',
      'status',
      'respondBy',
      'terms',
      'termsHash',
      'sentAt',
      'minDays',
      'maxDays',
      'declineNeedsReason',
      'dissolutionRules',
    ])
    .expression((from) =>
      from
        .selectFrom('invitations')
        .where('id', '=', invitationId!)
        .select((of) => [
          'schoolId',
          of.val(s.anId()).as('id'),
          'studentId',
          'employerId',
          of.val('pending').as('status'),
          'respondBy',
          'terms',
          'termsHash',
          'sentAt',
          'minDays',
          'maxDays',
          'declineNeedsReason',
          'dissolutionRules',
        ]),
    )
  await expect(copy.execute()).rejects.toThrow('invitations_one_live_per_pair')
  await act(reviewer, 'undo-fulfilment')
  expect(await invite()).toMatchObject(kept)

  const evidence = [await s.scan(student.first, school)]
  const { id, version } = await student.first.call(askDissolution, {
    params,
    body: {
      seenVersion: agreement.version + 1,
      noticeVersion: 1,
      ground: 'employer-ended',
      reason: '单位注销',
      evidence,
    },
  })
  const passing = { params: { school, id }, body: { seenVersion: version } }
  await reviewer.first.call(dissolutionActs.pass, passing)
  const again = await employer.first.call(sendInvitation, {
    params: { school },
    body: {
      studentId: student.id,
      studentName: student.name,
      noticeVersion: 1,
      respondBy: '2026-06-05',
      terms: agreement.terms,
    },
  })
  expect(again.status).toBe('pending')
  const accepted = await student.first.call(invitationActs.accept, s.acceptance(again))
  expect(accepted.status).toBe('accepted')
})
