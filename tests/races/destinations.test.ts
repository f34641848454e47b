import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import * as contract from '../../src/contracts/destinations.ts'
import * as invitations from '../../src/contracts/invitations.ts'
import { declarationOf, declare } from '../../src/server/testing/destination-forms.ts'
import { type Scenario, startScenario } from '../../src/server/testing/scenario.ts'
import { expectKept } from './kept.ts'

let s: Scenario
let school: string
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
})
afterEach(() => expectKept(s))
afterAll(() => s.stop())

const placesOf = ({ id }: { id: string }) =>
  s.db.selectFrom('placements').where('studentId', '=', id).select(['kind', 'holder']).execute()
const ROUNDS = 8
const codes = (answers: readonly { statusCode: number }[]) =>
  answers.map(({ statusCode }) => statusCode).sort()

test('two tabs on two instances declare two destinations at once: one wins, the other is told who holds the place', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const student = await s.student(school)
    const [one, two] = [
      await declarationOf(s, student, '801', { schoolName: '武汉大学' }),
      await declarationOf(s, student, '85', { schoolName: '牛津大学' }),
    ]
    const answers = await Promise.all([
      student.first.ask(contract.declareDestination, one),
      student.second.ask(contract.declareDestination, two),
    ])
    expect(codes(answers)).toEqual([200, 409])
    const [holder, lost] = answers[0].statusCode === 200 ? ['武汉大学', answers[1]] : ['牛津大学', answers[0]]
    expect(lost.json()).toMatchObject({ code: 'student-already-placed', details: { holder } })
    expect(await placesOf(student)).toEqual([{ kind: 'destination', holder }])
  }
})

test('a destination against accepting an invitation: one place, the loser told who holds it', async () => {
  const employer = await s.employer(school)
  for (let round = 0; round < ROUNDS; round++) {
    const student = await s.student(school)
    const invitation = await s.invite(employer, student)
    const sent = await declarationOf(s, student, '801', { schoolName: '武汉大学' })
    const answers = await Promise.all([
      student.first.ask(contract.declareDestination, sent),
      student.second.ask(invitations.invitationActs.accept, s.acceptance(invitation)),
    ])
    expect(codes(answers)).toEqual([200, 409])
    const [holder, lost] =
      answers[0].statusCode === 200 ? ['武汉大学', answers[1]] : [employer.name, answers[0]]
    expect(lost.json()).toMatchObject({ code: 'student-already-placed', details: { holder } })
    expect((await placesOf(student)).map((place) => place.holder)).toEqual([holder])
  }
})

test('two declarations at once: one stands', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const student = await s.student(school)
    if (round % 2) await declare(s, student, '72')
    const [one, two] = [await declarationOf(s, student, '70'), await declarationOf(s, student, '71')]
    const answers = await Promise.all([
      student.first.ask(contract.declareDestination, one),
      student.second.ask(contract.declareDestination, two),
    ])
    const standing = await s.db
      .selectFrom('destinations')
      .where('studentId', '=', student.id)
      .where('status', '=', 'declared')
      .select('id')
      .execute()
    expect(standing).toHaveLength(1)
    for (const { statusCode } of answers) expect([200, 409]).toContain(statusCode)
  }
})

test('pass against correct and withdraw: whoever comes second is told that it has changed', async () => {
  const reviewer = await s.staff(school, 'school_reviewer')
  for (let round = 0; round < ROUNDS; round++) {
    const student = await s.student(school)
    const declared = await declare(s, student, '801')
    const act = { params: { school, id: declared.id }, body: { seenVersion: declared.version } }
    const sent = await declarationOf(s, student, '801')
    const answers = await Promise.all([
      reviewer.first.ask(contract.destinationActs.pass, act),
      round % 2
        ? student.second.ask(contract.destinationActs.correct, {
            ...act,
            body: { ...sent.body, ...act.body },
          })
        : student.second.ask(contract.destinationActs.withdraw, act),
    ])
    expect(codes(answers)).toEqual([200, 409])
    expect(await s.journal(`destination:${declared.id}`)).toHaveLength(2)
  }
})
