import { afterAll, beforeAll, expect, test } from 'vitest'
import * as accounts from '../../../contracts/accounts.ts'
import { makeActivationCode, openFirstLogin } from '../../../contracts/activation-codes.ts'
import { listNotifications } from '../../../contracts/notifications.ts'
import { enrolmentActs, getStudentFile, studentHome } from '../../../contracts/students.ts'
import { getVerification, passVerification } from '../../../contracts/verification.ts'
import type { FirstLoginRules } from '../../../domain/first-login.ts'
import { sweep } from '../../background/sweep.ts'
import { type Visitor, visitor } from '../../http/visitor.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

const START = '2026-06-01T10:00:00+08:00'
const DAY = 24 * 60 * 60 * 1000
/** Each try is worked out as in earnest: on a machine with other things to do a dozen take their time. */
const SLOWLY = 120_000
let s: Scenario
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())

let made = 0
const comer = () => s.visitor(null, {}, `198.51.100.${++made}`)
const later = (days: number) => s.setClock(new Date(Date.parse(START) + days * DAY).toISOString())

/** A school with these rules, one of its graduates who has still to come, and its staff. */
async function begin(
  rules: Partial<FirstLoginRules> = {},
  roster: { examNumber?: string; phone?: string; idNumber?: string } = {},
) {
  s.setClock(START)
  const school = await s.school(rules)
  const student = await s.student(school, { verified: false, ...roster })
  const reviewer = await s.staff(school, 'school_reviewer')
  const college = await s.staff(school, 'college_reviewer', '01')
  const other = await s.staff(school, 'college_reviewer', '02')
  const enter = (by: Visitor, secret: string) =>
    by.ask(accounts.signIn, { body: { portal: 'student', school, login: student.studentNumber, secret } })
  const verify = (by: Visitor, change: object = {}) =>
    by.ask(passVerification, {
      params: { school },
      body: {
        name: student.name,
        idNumberTail: student.idNumber.slice(-6),
        rosterConfirmed: true,
        electronicFormAgreed: true,
        phone: '13912345678',
        password: 'Chun-Tian-2026',
        ...change,
      },
    })
  const key = { params: { school, id: student.id } }
  const actions = async () =>
    (await s.journal(`student:${student.id}`)).map(({ entry }) => (entry as { action: string }).action)
  return { school, student, reviewer, college, other, enter, verify, key, actions }
}
const codeOf = (answer: { statusCode: number; json(): { code: string } }) =>
  answer.statusCode === 200 ? 'in' : answer.json().code
const kindsOf = async ({ first }: { first: Visitor }) =>
  (await first.call(listNotifications)).items.map(({ kind }) => kind)

test(
  'wrong tries count over days and from anywhere; the last one closes it until the school opens it again',
  async () => {
    const { school, student, reviewer, college, other, enter, key, actions } = await begin()
    const codes = []
    for (let guess = 0; guess < 12; guess++) {
      later(guess)
      codes.push(codeOf(await enter(comer(), `42011120040101${guess}`)))
    }
    expect(codes).toEqual([...Array(9).fill('wrong-credentials'), ...Array(3).fill('first-login-closed')])
    expect(codeOf(await enter(comer(), student.idNumber))).toBe('first-login-closed')
    expect(await actions()).toEqual(['student.close-first-login'])
    expect([await kindsOf(reviewer), await kindsOf(college), await kindsOf(other)]).toEqual([
      ['student.first-login-closed'],
      ['student.first-login-closed'],
      [],
    ])
    const { items } = await reviewer.first.call(listNotifications)
    expect(items[0]).toMatchObject({ subject: { kind: 'student', id: student.id } })
    // Months later it is closed still, and the tries are forgotten only when it is opened.
    later(100)
    await sweep(s.services)
    expect(codeOf(await enter(comer(), student.idNumber))).toBe('first-login-closed')

    const [back, counsellor] = [
      await s.staff(school, 'administrator'),
      await s.staff(school, 'college_reviewer', '01'),
    ]
    const { firstLogin } = await back.first.call(getStudentFile, key)
    expect(firstLogin).toMatchObject({ by: 'id-number', codeUntil: null })
    expect(firstLogin!.closedAt).toContain('2026-06-10T')
    const stranger = await s.staff(school, 'college_reviewer', '02')
    expect((await stranger.first.ask(openFirstLogin, key)).statusCode).toBe(404)
    await counsellor.first.call(openFirstLogin, key)
    expect((await back.first.ask(openFirstLogin, key)).json().code).toBe('already-moved-on')
    const person = comer()
    expect(codeOf(await enter(person, student.idNumber))).toBe('in')
    expect(await actions()).toEqual(['student.close-first-login', 'student.open-first-login'])
    expect(await kindsOf({ first: person })).toEqual(['account.first-login-closed'])
  },
  SLOWLY,
)

test('a student from abroad gives a number with its country’s code, however it is written; a landline is none', async () => {
  const { student, enter, verify, school } = await begin()
  const person = comer()
  await enter(person, student.idNumber)
  for (const phone of ['027-81234567', '447911123456', '+44']) {
    const refused = await verify(person, { phone })
    expect([refused.statusCode, refused.json().errors[0].field]).toEqual([422, 'phone'])
  }
  expect((await verify(person, { phone: '+44 (7911) 123-456' })).statusCode).toBe(200)
  const home = await person.call(studentHome, { params: { school } })
  expect(home.basics.maskedPhone).toBe('+447****456')
})

test(
  'the answers do not tell a number that exists from one that does not',
  async () => {
    const { school, student } = await begin({ firstLoginTries: 3 })
    const answers = async (login: string) => {
      const codes = []
      for (let guess = 0; guess < 5; guess++) {
        const answer = await comer().ask(accounts.signIn, {
          body: { portal: 'student', school, login, secret: `guess-${guess}` },
        })
        const { requestId: _, ...problem } = answer.json()
        codes.push([answer.statusCode, problem])
      }
      return codes
    }
    const exists = await answers(student.studentNumber)
    expect(exists.map(([status]) => status)).toEqual([401, 401, 403, 403, 403])
    expect(await answers('no-such-number')).toEqual(exists)
  },
  SLOWLY,
)

test(
  'tries sent at once to two instances are no more than the school’s number',
  async () => {
    const { school, student, actions } = await begin({ firstLoginTries: 4 })
    const guess = (count: number) =>
      visitor([s.app, s.second][count % 2]!, null, {}, `203.0.113.${count}`).ask(accounts.signIn, {
        body: { portal: 'student', school, login: student.studentNumber, secret: `guess-${count}` },
      })
    const codes = (await Promise.all(Array.from({ length: 16 }, (_, count) => guess(count)))).map(codeOf)
    expect(codes.filter((code) => code === 'wrong-credentials')).toHaveLength(3)
    expect(codes.filter((code) => code === 'first-login-closed')).toHaveLength(13)
    expect(await actions()).toEqual(['student.close-first-login'])
  },
  SLOWLY,
)

test(
  'one network closes few first log-ins, however many numbers it tries; elsewhere people come in',
  async () => {
    const { school } = await begin({ firstLoginTries: 3 })
    const students = []
    for (let count = 0; count < 30; count++) students.push(await s.student(school, { verified: false }))
    const attacker = comer()
    for (const { studentNumber: login } of students)
      for (let guess = 0; guess < 3; guess++)
        await attacker.ask(accounts.signIn, {
          body: { portal: 'student', school, login, secret: `guess-${guess}` },
        })
    const { count } = await s.db
      .selectFrom('students')
      .where('schoolId', '=', school)
      .where('firstLoginClosedAt', 'is not', null)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    expect(count).toBe(20)
    const { studentNumber: login, idNumber: secret } = students[29]!
    expect(
      codeOf(await comer().ask(accounts.signIn, { body: { portal: 'student', school, login, secret } })),
    ).toBe('in')
  },
  SLOWLY,
)

test('wrong tries within the verification count with those at the door, and the last one throws out who is half way in', async () => {
  const { student, enter, verify, actions } = await begin({ firstLoginTries: 4 })
  const classmate = comer()
  expect(codeOf(await enter(classmate, 'wrong'))).toBe('wrong-credentials')
  expect(codeOf(await enter(classmate, student.idNumber))).toBe('in')
  expect(codeOf(await verify(classmate, { name: '别人' }))).toBe('verification-mismatch')
  // Coming in again does not begin anew.
  expect(codeOf(await enter(classmate, student.idNumber))).toBe('in')
  expect(codeOf(await verify(classmate, { name: '别人' }))).toBe('verification-mismatch')
  expect(codeOf(await verify(classmate, { name: '别人' }))).toBe('verification-mismatch')
  expect(codeOf(await verify(classmate))).toBe('not-signed-in')
  expect(codeOf(await enter(comer(), student.idNumber))).toBe('first-login-closed')
  expect(await actions()).toEqual(['student.close-first-login'])
})

test('a weak password is no wrong try', async () => {
  const { student, enter, verify } = await begin({ firstLoginTries: 3 })
  const person = comer()
  await enter(person, student.idNumber)
  for (let count = 0; count < 5; count++)
    expect(codeOf(await verify(person, { password: student.studentNumber }))).toBe('weak-password')
  expect(codeOf(await verify(person))).toBe('in')
})

test.each([
  ['exam-number', { examNumber: '24420111150001' }, '24420111150001', '24420111150002'],
  ['phone-tail', { phone: '13800001234' }, '１２３４', '4321'],
] as const)(
  'a school can ask for a second fact of the roster: %s',
  async (firstLoginBy, roster, right, wrong) => {
    const { school, student, enter, verify } = await begin({ firstLoginBy }, roster)
    const person = comer()
    await enter(person, student.idNumber)
    const asked = await person.call(getVerification, { params: { school } })
    expect(asked.secondFact).toEqual({ kind: firstLoginBy, onRoster: true })
    for (const secondFact of ['', wrong]) {
      const answer = await verify(person, { secondFact })
      expect(answer.json()).toMatchObject({
        code: 'verification-mismatch',
        errors: [{ field: 'secondFact' }],
      })
    }
    expect(codeOf(await verify(person, { secondFact: right }))).toBe('in')
  },
)

test('where the roster lacks the second fact the student is sent to the school, and no try is counted', async () => {
  const { school, student, enter, verify, reviewer, key } = await begin({
    firstLoginBy: 'exam-number',
    firstLoginTries: 3,
  })
  const person = comer()
  await enter(person, student.idNumber)
  expect((await person.call(getVerification, { params: { school } })).secondFact).toEqual({
    kind: 'exam-number',
    onRoster: false,
  })
  for (let count = 0; count < 4; count++)
    expect(codeOf(await verify(person, { secondFact: '1' }))).toBe('second-fact-missing')
  expect((await reviewer.first.call(getStudentFile, key)).firstLogin).toMatchObject({ lacks: 'exam-number' })
  const { code } = await reviewer.first.call(makeActivationCode, key)
  const again = comer()
  expect(codeOf(await enter(again, code))).toBe('in')
  expect((await again.call(getVerification, { params: { school } })).secondFact).toBeNull()
  expect(codeOf(await verify(again))).toBe('in')
})

test(
  'an activation code opens once, however it is typed, also what was closed; it is kept as a hash and journaled',
  async () => {
    const { student, enter, verify, reviewer, other, key, actions } = await begin({
      firstLoginBy: 'activation-code',
      firstLoginTries: 3,
    })
    for (let guess = 0; guess < 3; guess++) await enter(comer(), `guess-${guess}`)
    expect(codeOf(await enter(comer(), student.idNumber))).toBe('first-login-closed')
    expect((await other.first.ask(makeActivationCode, key)).statusCode).toBe(404)
    const replaced = await reviewer.first.call(makeActivationCode, key)
    const { code, until } = await reviewer.first.call(makeActivationCode, key)
    expect(code).toMatch(/^[A-HJ-NP-Z2-9]{4}(-[A-HJ-NP-Z2-9]{4}){2}$/)
    expect(until).toBe('2026-06-08T02:00:00.000Z')
    expect((await reviewer.first.call(getStudentFile, key)).firstLogin).toMatchObject({ codeUntil: until })
    const row = await s.db
      .selectFrom('students')
      .where('id', '=', student.id)
      .selectAll()
      .executeTakeFirstOrThrow()
    expect(JSON.stringify([row, row.activationCode!.toString('latin1')])).not.toContain(
      code.replaceAll('-', ''),
    )
    expect(codeOf(await enter(comer(), replaced.code))).toBe('first-login-closed')
    const typed = code.toLowerCase().replaceAll('-', '　')
    const comers = [comer(), comer()]
    const answers = await Promise.all(comers.map(async (one) => codeOf(await enter(one, typed))))
    expect(answers.sort()).toEqual(['first-login-closed', 'in'])
    const person = comers.find(({ cookies }) => cookies.has('qianyue_session'))!
    expect(codeOf(await verify(person))).toBe('in')
    expect(await actions()).toEqual([
      'student.close-first-login',
      'student.make-activation-code',
      'student.make-activation-code',
      'student.verify',
    ])
    expect((await reviewer.first.call(getStudentFile, key)).firstLogin).toBeNull()
    expect((await reviewer.first.ask(makeActivationCode, key)).json().code).toBe('already-verified')
  },
  SLOWLY,
)

test('a code is over after a week, and of one student only', async () => {
  const { school, student, enter, reviewer, key } = await begin()
  const neighbour = await s.student(school, { verified: false })
  const { code } = await reviewer.first.call(makeActivationCode, key)
  const asNeighbour = await comer().ask(accounts.signIn, {
    body: { portal: 'student', school, login: neighbour.studentNumber, secret: code },
  })
  expect(codeOf(asNeighbour)).toBe('wrong-credentials')
  later(7)
  expect(codeOf(await enter(comer(), code))).toBe('wrong-credentials')
  await sweep(s.services)
  const row = await s.db
    .selectFrom('students')
    .where('id', '=', student.id)
    .select('activationCode')
    .executeTakeFirst()
  expect(row).toEqual({ activationCode: null })
})

test('the answer with a code is not kept, though a key was sent', async () => {
  const { reviewer, key } = await begin()
  const ask = () => reviewer.first.ask(makeActivationCode, { ...key, key: 'the-same-key' })
  const [one, two] = [(await ask()).json().code, (await ask()).json().code]
  expect(one).not.toBe(two)
  const kept = await s.db.selectFrom('keptAnswers').selectAll().execute()
  expect(JSON.stringify(kept)).not.toContain(one)
})

test('who was taken off the roster has no first log-in, by whatever, and is told so; taken back, there is one', async () => {
  const { student, reviewer, enter, verify, key, actions } = await begin()
  const mark = async (action: 'withdraw' | 'take-back') => {
    const { version } = await reviewer.first.call(getStudentFile, key)
    await reviewer.first.call(enrolmentActs[action], {
      ...key,
      body: { seenVersion: version, reason: '转学' },
    })
  }
  const { code } = await reviewer.first.call(makeActivationCode, key)
  // On the way when the roster changes.
  const early = comer()
  expect(codeOf(await enter(early, student.idNumber))).toBe('in')
  await mark('withdraw')
  expect(codeOf(await verify(early))).toBe('first-login-off-roster')
  const by = comer()
  expect(codeOf(await enter(by, student.idNumber))).toBe('first-login-off-roster')
  expect(codeOf(await enter(by, code))).toBe('first-login-off-roster')
  expect(codeOf(await by.ask(accounts.getMe))).toBe('not-signed-in')
  // To who guesses it is the same as ever.
  expect(codeOf(await enter(comer(), 'E00000000'))).toBe('wrong-credentials')
  expect(codeOf(await reviewer.first.ask(makeActivationCode, key))).toBe('first-login-off-roster')
  await mark('take-back')
  const back = comer()
  // The code that was handed out is not lost.
  expect(codeOf(await enter(back, code))).toBe('in')
  expect(codeOf(await verify(back))).toBe('in')
  expect((await actions()).slice(-1)).toEqual(['student.verify'])
})
