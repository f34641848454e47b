import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import * as agreements from '../../src/contracts/agreements.ts'
import * as contract from '../../src/contracts/invitations.ts'
import { sweep } from '../../src/server/background/sweep.ts'
import { type Scenario, startScenario } from '../../src/server/testing/scenario.ts'
import { expectKept } from './kept.ts'

const ROUNDS = 12
let s: Scenario
let school: string
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
})
afterEach(() => expectKept(s))
afterAll(() => s.stop())

const codes = (answers: readonly { statusCode: number }[]) =>
  answers.map(({ statusCode }) => statusCode).sort()
const placementsOf = (studentId: string) =>
  s.db.selectFrom('placements').where('studentId', '=', studentId).selectAll().execute()
const endOf = async (subject: string) => {
  const lines = await s.journal(subject)
  return lines.map(({ entry }) => (entry as { action: string }).action)
}

test('two tabs on two instances accept two invitations: one wins, the other is told who holds the place (§5.2)', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const [student, a, b] = [await s.student(school), await s.employer(school), await s.employer(school)]
    const [one, two] = [await s.invite(a, student), await s.invite(b, student)]
    const answers = await Promise.all([
      student.first.ask(contract.invitationActs.accept, s.acceptance(one)),
      student.second.ask(contract.invitationActs.accept, s.acceptance(two)),
    ])
    expect(codes(answers)).toEqual([200, 409])
    const [won, lost] = answers[0].statusCode === 200 ? [a, answers[1]] : [b, answers[0]]
    expect(lost.json()).toMatchObject({ code: 'student-already-placed', details: { holder: won.name } })
    expect(await placementsOf(student.id)).toHaveLength(1)
  }
})

test.each(['withdraw', 'revise', 'decline'] as const)(
  'accept against %s: one winner, one journal (§5.1)',
  async (rival) => {
    for (let round = 0; round < ROUNDS; round++) {
      const [student, employer] = [await s.student(school), await s.employer(school)]
      const invitation = await s.invite(employer, student)
      const params = { school, id: invitation.id }
      const against = {
        withdraw: () =>
          employer.second.ask(contract.invitationActs.withdraw, {
            params,
            body: { seenVersion: 1, reason: '取消' },
          }),
        decline: () =>
          student.second.ask(contract.invitationActs.decline, { params, body: { seenVersion: 1 } }),
        revise: () =>
          employer.second.ask(contract.invitationActs.revise, {
            params,
            body: {
              seenVersion: 1,
              noticeVersion: 1,
              respondBy: invitation.respondBy,
              terms: { ...invitation.terms, penalty: 1 },
            },
          }),
      }[rival]
      const answers = await Promise.all([
        student.first.ask(contract.invitationActs.accept, s.acceptance(invitation)),
        against(),
      ])
      expect(codes(answers)).toEqual([200, 409])
      expect(await endOf(`invitation:${invitation.id}`)).toHaveLength(2)
      expect(await placementsOf(student.id)).toHaveLength(answers[0].statusCode === 200 ? 1 : 0)
    }
  },
)

test('accepted while the employer sends another one: the pair has one invitation and one agreement (R3)', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const [student, employer] = [await s.student(school), await s.employer(school)]
    const invitation = await s.invite(employer, student)
    const accept = () => student.first.ask(contract.invitationActs.accept, s.acceptance(invitation))
    const send = () =>
      employer.second.ask(contract.sendInvitation, {
        params: { school },
        body: {
          studentId: student.id,
          studentName: student.name,
          noticeVersion: 1,
          respondBy: invitation.respondBy,
          terms: invitation.terms,
        },
      })
    const [accepted, sent] = await Promise.all([accept(), send()])
    expect(accepted.statusCode).toBe(200)
    expect(sent.statusCode).toBe(409)
    expect(['live-invitation-exists', 'agreement-with-employer-in-force']).toContain(sent.json().code)
  }
})

test('the same acceptance sent ten times at once signs once', async () => {
  const [student, employer] = [await s.student(school), await s.employer(school)]
  const invitation = await s.invite(employer, student)
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      student[i % 2 ? 'first' : 'second'].ask(contract.invitationActs.accept, s.acceptance(invitation)),
    ),
  )
  expect(codes(answers)).toEqual([200, ...Array(9).fill(409)])
  expect(await endOf(`invitation:${invitation.id}`)).toEqual(['invitation.send', 'invitation.accept'])
})

test('accept in the last second against the sweeps of two instances after midnight: expired once, or accepted', async () => {
  const [student, employer] = [await s.student(school), await s.employer(school)]
  const invitation = await s.invite(employer, student, {}, 1)
  const late = () => new Date('2026-06-03T00:00:00+08:00')
  const [answer] = await Promise.all([
    student.first.ask(contract.invitationActs.accept, s.acceptance(invitation)),
    sweep({ ...s.services, now: late }),
    sweep({ ...s.services, now: late }),
  ])
  const actions = await endOf(`invitation:${invitation.id}`)
  expect(actions).toEqual([
    'invitation.send',
    answer.statusCode === 200 ? 'invitation.accept' : 'invitation.expire',
  ])
  expect(await placementsOf(student.id)).toHaveLength(answer.statusCode === 200 ? 1 : 0)
})

test('pass against a proposed amendment: the review does not certify terms that are being changed', async () => {
  const reviewer = await s.staff(school, 'school_reviewer')
  for (let round = 0; round < ROUNDS; round++) {
    const [student, employer] = [await s.student(school), await s.employer(school)]
    const agreement = await s.sign(employer, student)
    const params = { school, id: agreement.id }
    const answers = await Promise.all([
      reviewer.first.ask(agreements.agreementActs.pass, { params, body: { seenVersion: 1 } }),
      employer.second.ask(agreements.agreementActs['propose-amendment'], {
        params,
        body: { seenVersion: 1, terms: { ...agreement.terms, penalty: 5 } },
      }),
    ])
    expect(codes(answers)).toEqual([200, 409])
  }
})

test('the same batch passed twice at once certifies each once', async () => {
  const reviewer = await s.staff(school, 'school_reviewer')
  const signed = []
  for (let i = 0; i < 5; i++) signed.push(await s.sign(await s.employer(school), await s.student(school)))
  const body = { items: signed.map(({ id, version }) => ({ id, seenVersion: version })) }
  const answers = await Promise.all([
    reviewer.first.call(agreements.passAgreements, { params: { school }, body }),
    reviewer.second.call(agreements.passAgreements, { params: { school }, body }),
  ])
  for (const { id } of signed) {
    expect(answers.filter(({ results }) => results.find((result) => result.id === id)?.passed)).toHaveLength(
      1,
    )
    expect(await endOf(`agreement:${id}`)).toEqual(['agreement.form', 'agreement.pass'])
  }
})
