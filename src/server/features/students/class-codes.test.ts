import { afterAll, beforeAll, expect, test } from 'vitest'
import * as accounts from '../../../contracts/accounts.ts'
import {
  listNewcomers,
  makeActivationCode,
  makeActivationCodes,
} from '../../../contracts/activation-codes.ts'
import type { Visitor } from '../../http/visitor.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

let s: Scenario
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())

let made = 0
const comer = () => s.visitor(null, {}, `198.51.100.${++made}`)
const codeOf = (answer: { statusCode: number; json(): { code: string } }) =>
  answer.statusCode === 200 ? 'in' : answer.json().code

/** A class of three who have still to come and one who has, another class, and the other college. */
async function beginClass() {
  const school = await s.school()
  const students = [
    await s.student(school, { verified: false }),
    await s.student(school, { verified: false }),
    await s.student(school, { verified: false }),
  ]
  await s.student(school)
  await s.student(school, { verified: false, className: '二班' })
  await s.student(school, { verified: false, college: '02' })
  const [reviewer, college] = [
    await s.staff(school, 'school_reviewer'),
    await s.staff(school, 'college_reviewer', '01'),
  ]
  const make = (by: Visitor, change: object = {}) =>
    by.ask(makeActivationCodes, {
      params: { school },
      body: { collegeId: '01', className: '一班', replace: false, ...change },
    })
  const enter = async (login: string, secret: string) =>
    codeOf(await comer().ask(accounts.signIn, { body: { portal: 'student', school, login, secret } }))
  const waiting = async (by: Visitor) =>
    (await by.call(listNewcomers, { params: { school } })).items.map((one) => [
      one.collegeId,
      one.className,
      one.waiting,
      one.withCode,
    ])
  return { school, students, reviewer, college, make, enter, waiting }
}
type Slip = { readonly name: string; readonly studentNumber: string; readonly code: string }

test('a class is given its codes at once: those who have still to come, each their own, journaled and kept nowhere', async () => {
  const { students, reviewer, make, enter, waiting } = await beginClass()
  expect(await waiting(reviewer.first)).toEqual([
    ['01', '一班', 3, 0],
    ['01', '二班', 1, 0],
    ['02', '一班', 1, 0],
  ])
  const before = s.statements.length
  const slips: Slip[] = (await make(reviewer.first, {})).json().items
  expect(s.statements.length - before).toBeLessThanOrEqual(10)
  expect(slips.map(({ name, studentNumber }) => [name, studentNumber])).toEqual(
    students.map(({ name, studentNumber }) => [name, studentNumber]),
  )
  expect(await waiting(reviewer.first)).toContainEqual(['01', '一班', 3, 3])
  expect(await enter(slips[0]!.studentNumber, slips[1]!.code)).toBe('wrong-credentials')
  for (const { studentNumber, code } of slips) expect(await enter(studentNumber, code)).toBe('in')
  for (const { id } of students)
    expect(
      (await s.journal(`student:${id}`)).map(({ entry }) => (entry as { action: string }).action),
    ).toEqual(['student.make-activation-code'])
  const everything = JSON.stringify([
    await s.db.selectFrom('students').selectAll().execute(),
    await s.db.selectFrom('journal').selectAll().execute(),
    await s.db.selectFrom('keptAnswers').selectAll().execute(),
  ])
  for (const { code } of slips) {
    expect(everything).not.toContain(code)
    expect(everything).not.toContain(code.replaceAll('-', ''))
  }
})

test('asked again only those without a code get one, unless it is to be replaced: then the one before opens nothing', async () => {
  const { students, reviewer, make, enter } = await beginClass()
  const mine = { params: { school: students[0]!.school, id: students[0]!.id } }
  const { code } = await reviewer.first.call(makeActivationCode, mine)
  const slips: Slip[] = (await make(reviewer.first)).json().items
  expect(slips.map(({ studentNumber }) => studentNumber)).toEqual(
    students.slice(1).map(({ studentNumber }) => studentNumber),
  )
  expect((await make(reviewer.first)).json().items).toEqual([])
  const anew: Slip[] = (await make(reviewer.first, { replace: true })).json().items
  expect(anew).toHaveLength(3)
  expect(await enter(students[0]!.studentNumber, code)).toBe('wrong-credentials')
  expect(await enter(students[0]!.studentNumber, anew[0]!.code)).toBe('in')
})

test('of two who print the same class at once no student is handed two codes', async () => {
  const { students, reviewer, college, make } = await beginClass()
  const answers = await Promise.all([
    make(reviewer.first),
    make(reviewer.second),
    make(college.first),
    make(college.second),
  ])
  const numbers = answers.flatMap((answer) =>
    (answer.json().items as Slip[]).map(({ studentNumber }) => studentNumber),
  )
  expect(numbers.sort()).toEqual(students.map(({ studentNumber }) => studentNumber).sort())
})

test('a college makes codes for its own students alone', async () => {
  const { college, make, waiting } = await beginClass()
  expect(await waiting(college.first)).toEqual([
    ['01', '一班', 3, 0],
    ['01', '二班', 1, 0],
  ])
  expect((await make(college.first, { collegeId: '02' })).json().items).toEqual([])
  expect((await make(college.first)).json().items).toHaveLength(3)
})
