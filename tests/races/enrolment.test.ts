import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { agreementActs, getAgreement } from '../../src/contracts/agreements.ts'
import { declareDestination } from '../../src/contracts/destinations.ts'
import { invitationActs } from '../../src/contracts/invitations.ts'
import { enrolmentActs, moveStudent } from '../../src/contracts/students.ts'
import { declarationOf } from '../../src/server/testing/destination-forms.ts'
import { type Scenario, startScenario } from '../../src/server/testing/scenario.ts'
import { expectKept } from './kept.ts'
import { ROUNDS, race } from './race.ts'

let s: Scenario
let school: string
let reviewer: Awaited<ReturnType<Scenario['staff']>>
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
  reviewer = await s.staff(school, 'school_reviewer')
})
afterEach(() => expectKept(s))
afterAll(() => s.stop())

type Action = keyof typeof enrolmentActs
const marking = (id: string, action: Action) => () =>
  reviewer.second.ask(enrolmentActs[action], {
    params: { school, id },
    body: { seenVersion: 1, reason: '学籍异动' },
  })
const standing = async (id: string) =>
  (await s.db.selectFrom('students').where('id', '=', id).select('enrolment').executeTakeFirstOrThrow())
    .enrolment
const placed = async (id: string) =>
  (await s.db.selectFrom('placements').where('studentId', '=', id).select('kind').execute()).length

/** Whoever waited for the other reads what it did: the mark finds an agreement, or a case that began beside it. */
const codes = [
  'case-under-review',
  'student-holds-place',
  'content-changed',
  'student-delayed',
  'student-off-roster',
]

test.each(['delay', 'withdraw'] as const)(
  'to accept and to %s at once: one of both, and never half',
  async (action) => {
    for (let round = 0; round < ROUNDS; round++) {
      const [student, employer] = [await s.student(school), await s.employer(school)]
      const invitation = await s.invite(employer, student)
      const accept = () => student.first.ask(invitationActs.accept, s.acceptance(invitation))
      const mark = marking(student.id, action)
      const answers = await Promise.all(round % 2 ? [mark(), accept()] : [accept(), mark()])
      const [accepted, marked] = round % 2 ? [answers[1]!, answers[0]!] : [answers[0]!, answers[1]!]
      expect([accepted.statusCode, marked.statusCode].sort()).toEqual([200, 409])
      const lost = accepted.statusCode === 200 ? marked : accepted
      expect(codes).toContain(lost.json().code)
      const isMarked = marked.statusCode === 200
      expect([await standing(student.id), await placed(student.id)]).toEqual(
        isMarked ? [action === 'delay' ? 'delayed' : 'withdrawn', 0] : ['enrolled', 1],
      )
    }
  },
)

test('to certify and to delay at once: certified first it outlasts the mark, else the mark waits', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const [student, employer] = [await s.student(school), await s.employer(school)]
    const signed = await s.sign(employer, student)
    const params = { school, id: signed.id }
    const { version } = await reviewer.first.call(getAgreement, { params })
    const pass = () => reviewer.first.ask(agreementActs.pass, { params, body: { seenVersion: version } })
    const mark = marking(student.id, 'delay')
    const [first, second] = await Promise.all(round % 2 ? [mark(), pass()] : [pass(), mark()])
    const [passed, marked] = round % 2 ? [second!, first!] : [first!, second!]
    expect(passed.statusCode).toBe(200)
    if (marked.statusCode !== 200) expect(marked.json().code).toBe('case-under-review')
    expect(await standing(student.id)).toBe(marked.statusCode === 200 ? 'delayed' : 'enrolled')
    expect(await placed(student.id)).toBe(1)
  }
})

test('to declare a destination and to be taken off the roster at once: one of both', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const student = await s.student(school)
    const { params, body } = await declarationOf(s, student, '801')
    const declare = () => student.first.ask(declareDestination, { params, body })
    const mark = marking(student.id, 'withdraw')
    const [first, second] = await Promise.all(round % 2 ? [mark(), declare()] : [declare(), mark()])
    const [declared, marked] = round % 2 ? [second!, first!] : [first!, second!]
    expect([declared.statusCode, marked.statusCode].sort()).toEqual([200, 409])
    expect(await placed(student.id)).toBe(declared.statusCode === 200 ? 1 : 0)
  }
})

test('two mark at once, or one marks and one moves: one holds, and the other reads again', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const [one, two] = [await s.student(school), await s.student(school)]
    await race(round, {
      delay: { ask: marking(one.id, 'delay'), told: 'content-changed' },
      move: {
        ask: () =>
          reviewer.first.ask(moveStudent, {
            params: { school, id: one.id },
            body: { seenVersion: 1, collegeId: '02', reason: '转专业' },
          }),
        told: 'content-changed',
      },
    })
    const answers = await Promise.all([marking(two.id, 'delay')(), marking(two.id, 'withdraw')()])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  }
})
