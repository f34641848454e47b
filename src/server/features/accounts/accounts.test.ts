import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../../contracts/accounts.ts'
import { listMyInvitations } from '../../../contracts/invitations.ts'
import { passVerification } from '../../../contracts/verification.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

let s: Scenario
let school: string
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
})
afterAll(() => s.stop())

const signIn = (login: string, secret: string, headers?: Record<string, string>) =>
  s.visitor(null, headers).ask(contract.signIn, { body: { portal: 'student', school, login, secret } })
const PASSWORD = 'Chun-Tian-2026'

test('first login: the ID number opens the verification and nothing else, until it is passed (R20)', async () => {
  const student = await s.student(school, { verified: false })
  const person = s.visitor()
  await person.call(contract.signIn, {
    body: { portal: 'student', school, login: student.studentNumber, secret: student.idNumber },
  })
  const blocked = await person.ask(listMyInvitations, { params: { school } })
  expect([blocked.statusCode, blocked.json().code]).toEqual([403, 'verification-needed'])
  const form = {
    name: student.name,
    idNumberTail: student.idNumber.slice(-6),
    rosterConfirmed: true as const,
    electronicFormAgreed: true as const,
    phone: '13912345678',
  }
  const params = { school }
  const wrong = await person.ask(passVerification, {
    params,
    body: { ...form, name: '别人', password: PASSWORD },
  })
  expect(wrong.json()).toMatchObject({ code: 'verification-mismatch', errors: [{ field: 'name' }] })
  const weak = await person.ask(passVerification, {
    params,
    body: { ...form, password: `a${student.studentNumber}` },
  })
  expect(weak.json()).toMatchObject({ code: 'weak-password', errors: [{ field: 'password' }] })
  await person.call(passVerification, { params, body: { ...form, password: PASSWORD } })
  expect((await person.ask(listMyInvitations, { params })).statusCode).toBe(200)
  expect((await signIn(student.studentNumber, student.idNumber)).json().code).toBe('wrong-credentials')
  expect((await signIn(student.studentNumber, PASSWORD)).statusCode).toBe(200)
  expect(await s.journal(`student:${student.id}`)).toHaveLength(1)
})

test('after five wrong guesses one waits, whether the name exists or not, and whatever a header says', async () => {
  const student = await s.student(school, { verified: false })
  for (const login of [student.studentNumber, 'no-such-number']) {
    const answers = []
    for (let guess = 0; guess < 7; guess++) {
      answers.push(await signIn(login, `guess-${guess}`, { 'x-forwarded-for': `203.0.113.${guess}` }))
    }
    expect(answers.map((answer) => answer.json().code)).toEqual([
      ...Array(5).fill('wrong-credentials'),
      'locked-out',
      'locked-out',
    ])
  }
  expect((await signIn(student.studentNumber, student.idNumber)).json()).toMatchObject({
    code: 'locked-out',
    details: { seconds: 60, minutes: 1 },
  })
  s.setClock('2026-06-01T10:01:00+08:00')
  expect((await signIn(student.studentNumber, student.idNumber)).statusCode).toBe(200)
})

test('guesses sent all at once get no more tries than one after the other', async () => {
  const student = await s.student(school, { verified: false })
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, guess) => signIn(student.studentNumber, `guess-${guess}`)),
  )
  expect(answers.filter((answer) => answer.json().code === 'wrong-credentials')).toHaveLength(5)
})

test('a changed password ends all other sessions; they can be listed and ended too', async () => {
  const student = await s.student(school, { verified: false })
  const enter = async (secret: string) => {
    const person = s.visitor()
    await person.call(contract.signIn, {
      body: { portal: 'student', school, login: student.studentNumber, secret },
    })
    return person
  }
  const [phone, desk] = [await enter(student.idNumber), await enter(student.idNumber)]
  const form = {
    name: student.name,
    idNumberTail: student.idNumber.slice(-6),
    rosterConfirmed: true as const,
    electronicFormAgreed: true as const,
    phone: '13912345678',
  }
  await phone.call(passVerification, { params: { school }, body: { ...form, password: PASSWORD } })
  expect((await phone.call(contract.listSessions)).items.filter(({ current }) => current)).toHaveLength(1)
  const wrong = await phone.ask(contract.changePassword, {
    body: { current: 'wrong', next: 'Qiu-Tian-2026!' },
  })
  expect(wrong.json()).toMatchObject({ code: 'wrong-credentials', errors: [{ field: 'current' }] })
  await phone.call(contract.changePassword, { body: { current: PASSWORD, next: 'Qiu-Tian-2026!' } })
  expect((await desk.ask(contract.getMe)).statusCode).toBe(401)
  const again = await enter('Qiu-Tian-2026!')
  expect(await phone.call(contract.endOtherSessions)).toEqual({ ended: 1 })
  expect((await again.ask(contract.getMe)).statusCode).toBe(401)
  expect((await phone.call(contract.getMe)).verified).toBe(true)
})

test('a session is over after two weeks and at sign-out, and survives a restart of the process', async () => {
  const student = await s.student(school)
  expect((await student.second.ask(contract.getMe)).statusCode).toBe(200)
  const before = s.now().toISOString()
  s.setClock('2026-06-16T10:00:00+08:00')
  expect((await student.first.ask(contract.getMe)).statusCode).toBe(401)
  s.setClock(before)
  await student.first.call(contract.signOut)
  expect((await student.second.ask(contract.getMe)).statusCode).toBe(401)
})
