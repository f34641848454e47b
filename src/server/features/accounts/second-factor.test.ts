import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as accounts from '../../../contracts/accounts.ts'
import { suspendSchool } from '../../../contracts/platform.ts'
import { getSettings, listColleges, saveSettings } from '../../../contracts/schools.ts'
import * as contract from '../../../contracts/second-factor.ts'
import { enterByLink, getStaffMember, giveStaffLink, resetSecondFactor } from '../../../contracts/staff.ts'
import { inTransaction } from '../../db/database.ts'
import type { Visitor } from '../../http/visitor.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { letOperatorBegin } from './operators.ts'

const PASSWORD = 'Qiao-Liang-2026'
const STEP = 30_000

let s: Scenario
let school: string
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
})
afterAll(() => s.stop())

/** What an authenticator shows, so many steps from now. */
const shownBy = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: s.now().getTime() + steps * STEP })
const pause = (ms: number) => s.setClock(new Date(s.now().getTime() + ms).toISOString())
/** A code of nobody's. */
const WRONG = '000000'

const codeOf = (answer: { statusCode: number; json(): { code: string } }) =>
  answer.statusCode === 200 ? 'done' : answer.json().code

let made = 0
async function staffOf(at: string, role: 'administrator' | 'school_reviewer' = 'administrator') {
  const login = `second${++made}`
  const { userId, first } = await s.enter({ portal: 'school', schoolId: at, staffRole: role, login })
  await s.setPassword(userId, PASSWORD)
  return { userId, login, first }
}
const signInAs = async (login: string, at = school) => {
  const by = s.visitor()
  const me = await by.call(accounts.signIn, {
    body: { portal: 'school', school: at, login, secret: PASSWORD },
  })
  return { by, me }
}
const setUp = async (by: Visitor) => {
  const { secret, uri } = await by.call(contract.beginSecondFactor, { body: { password: PASSWORD } })
  const { recoveryCodes } = await by.call(contract.confirmSecondFactor, { body: { code: shownBy(secret) } })
  return { secret, uri, recoveryCodes }
}
const pass = (by: Visitor, code: string) => by.ask(contract.passSecondFactor, { body: { code } })
const reads = async (by: Visitor, at = school) =>
  codeOf(await by.ask(listColleges, { params: { school: at } }))

test('once it is on, the password alone reads nothing; a code of the authenticator opens, once', async () => {
  const { login, first } = await staffOf(school)
  const other = (await signInAs(login)).by
  const { secret, uri } = await setUp(first)
  expect(uri).toMatch(/^otpauth:\/\/totp\/.*issuer=/)
  expect(await reads(first)).toBe('done')
  // Whoever else was signed in as them is out.
  expect(await reads(other)).toBe('not-signed-in')

  pause(STEP)
  const { by, me } = await signInAs(login)
  expect(me.lacks).toBe('code')
  expect(await reads(by)).toBe('second-factor-needed')
  expect(codeOf(await pass(by, WRONG))).toBe('wrong-code')
  const code = shownBy(secret)
  expect(await reads(by)).toBe('second-factor-needed')
  expect((await pass(by, code)).json().lacks).toBeNull()
  expect(await reads(by)).toBe('done')
  // Asked again, as a page does whose answer was lost.
  expect(codeOf(await pass(by, code))).toBe('done')

  const again = await signInAs(login)
  expect(codeOf(await pass(again.by, code))).toBe('wrong-code')
  pause(STEP)
  expect(codeOf(await pass(again.by, `${shownBy(secret).slice(0, 3)} ${shownBy(secret).slice(3)}`))).toBe(
    'done',
  )
})

test('a telephone whose clock is half a minute off is taken, one two minutes off is not', async () => {
  const { login, first } = await staffOf(school)
  const { secret } = await setUp(first)
  for (const [steps, told] of [
    [4, 'wrong-code'],
    [-4, 'wrong-code'],
    [1, 'done'],
  ] as const)
    expect([steps, codeOf(await pass((await signInAs(login)).by, shownBy(secret, steps)))]).toEqual([
      steps,
      told,
    ])
})

test('a code for a lost telephone opens once, however it is typed; of two at once one is let in', async () => {
  const { login, first } = await staffOf(school)
  const { recoveryCodes } = await setUp(first)
  expect(new Set(recoveryCodes).size).toBe(10)
  const [one, two] = recoveryCodes as [string, string]
  const [a, b] = [await signInAs(login), await signInAs(login)]
  const answers = await Promise.all([pass(a.by, one), pass(b.by, one.toLowerCase().replaceAll('-', ''))])
  expect(answers.map(codeOf).sort()).toEqual(['done', 'wrong-code'])
  expect(codeOf(await pass((await signInAs(login)).by, one))).toBe('wrong-code')
  expect((await first.call(contract.getSecondFactor)).recoveryLeft).toBe(9)

  const renewed = await first.call(contract.renewRecoveryCodes, { body: { password: PASSWORD } })
  expect(codeOf(await pass((await signInAs(login)).by, two))).toBe('wrong-code')
  expect(codeOf(await pass((await signInAs(login)).by, renewed.recoveryCodes[0]!))).toBe('done')
})

test('one code of the authenticator lets in one of two at once', async () => {
  const { login, first } = await staffOf(school)
  const { secret } = await setUp(first)
  pause(STEP)
  const [a, b] = [await signInAs(login), await signInAs(login)]
  const answers = await Promise.all([pass(a.by, shownBy(secret)), pass(b.by, shownBy(secret))])
  expect(answers.map(codeOf).sort()).toEqual(['done', 'wrong-code'])
})

test('guesses wait longer and longer, from whatever session', async () => {
  const { login, first } = await staffOf(school)
  const { secret } = await setUp(first)
  pause(STEP)
  const codes: string[] = []
  for (let count = 0; count < 6; count++) codes.push(codeOf(await pass((await signInAs(login)).by, WRONG)))
  expect(codes).toEqual([...Array(5).fill('wrong-code'), 'locked-out'])
  const { by } = await signInAs(login)
  expect(codeOf(await pass(by, shownBy(secret)))).toBe('locked-out')
  pause(60_000)
  expect(codeOf(await pass(by, shownBy(secret)))).toBe('done')
})

test('whoever knows the password alone neither replaces it nor switches it off, and changes no password', async () => {
  const { login, first } = await staffOf(school)
  await setUp(first)
  const { by } = await signInAs(login)
  const body = { password: PASSWORD }
  expect(codeOf(await by.ask(contract.beginSecondFactor, { body }))).toBe('second-factor-needed')
  expect(codeOf(await by.ask(contract.confirmSecondFactor, { body: { code: WRONG } }))).toBe(
    'second-factor-needed',
  )
  for (const endpoint of [contract.switchOffSecondFactor, contract.renewRecoveryCodes])
    expect(codeOf(await by.ask(endpoint, { body }))).toBe('second-factor-needed')
  const change = { current: PASSWORD, next: 'Another-Pass-2026' }
  expect(codeOf(await by.ask(accounts.changePassword, { body: change }))).toBe('second-factor-needed')
  // Nor does who holds the session without the password.
  const wrong = { password: 'somebody-elses' }
  for (const endpoint of [contract.switchOffSecondFactor, contract.renewRecoveryCodes])
    expect(codeOf(await first.ask(endpoint, { body: wrong }))).toBe('wrong-credentials')
  expect(codeOf(await first.ask(contract.beginSecondFactor, { body }))).toBe('already-moved-on')
  expect(codeOf(await first.ask(contract.switchOffSecondFactor, { body }))).toBe('done')
  expect((await signInAs(login)).me.lacks).toBeNull()
})

test('a secret that was begun asks for nothing before a first code was shown', async () => {
  const { login, first } = await staffOf(school)
  expect(codeOf(await first.ask(contract.confirmSecondFactor, { body: { code: WRONG } }))).toBe('wrong-code')
  const begin = () => first.call(contract.beginSecondFactor, { body: { password: PASSWORD } })
  const [replaced, { secret }] = [await begin(), await begin()]
  expect((await signInAs(login)).me.lacks).toBeNull()
  const confirm = (code: string) => first.ask(contract.confirmSecondFactor, { body: { code } })
  expect(codeOf(await confirm(shownBy(replaced.secret)))).toBe('wrong-code')
  expect(codeOf(await confirm(shownBy(secret)))).toBe('done')
  expect(codeOf(await confirm(shownBy(secret, 1)))).toBe('already-moved-on')
})

test('a school that wants it of its staff: whoever has none sets it up before anything else, and keeps it', async () => {
  const at = await s.school()
  const administrator = await staffOf(at)
  const reviewer = await staffOf(at, 'school_reviewer')
  const elsewhere = await staffOf(school)
  const params = { school: at }
  const settings = await administrator.first.call(getSettings, { params })
  await administrator.first.call(saveSettings, { params, body: { ...settings, staffSecondFactor: true } })
  for (const { first } of [administrator, reviewer])
    expect((await first.call(accounts.getMe)).lacks).toBe('set-up')
  expect(await reads(administrator.first, at)).toBe('second-factor-to-set-up')
  expect((await elsewhere.first.call(accounts.getMe)).lacks).toBeNull()
  await setUp(administrator.first)
  expect(await reads(administrator.first, at)).toBe('done')
  expect(await administrator.first.call(contract.getSecondFactor)).toMatchObject({
    required: true,
    recoveryLeft: 10,
  })
  const off = await administrator.first.ask(contract.switchOffSecondFactor, { body: { password: PASSWORD } })
  expect(codeOf(off)).toBe('second-factor-required')
})

test('another administrator lets in who has lost the telephone and the codes; nobody does so for themselves', async () => {
  const [administrator, lost] = [await staffOf(school), await staffOf(school)]
  await setUp(lost.first)
  const params = { school, id: lost.userId }
  const { secondFactor, actions } = await administrator.first.call(getStaffMember, { params })
  expect([secondFactor, actions]).toEqual([
    true,
    ['give-link', 'change-duty', 'disable', 'reset-second-factor'],
  ])
  const own = await lost.first.call(getStaffMember, { params })
  expect(own.actions).toEqual(['give-link', 'change-duty'])
  const body = { reason: '手机丢失' }
  expect(codeOf(await lost.first.ask(resetSecondFactor, { params, body }))).toBe('not-for-oneself')
  // A new password does not take it away.
  const { link } = await administrator.first.call(giveStaffLink, { params })
  const entered = await s.visitor().call(enterByLink, {
    body: { token: new URL(link).hash.slice(1), password: 'Another-Pass-2026', language: 'zh-CN' },
  })
  expect(entered.lacks).toBe('code')
  await administrator.first.call(resetSecondFactor, { params, body })
  expect(codeOf(await administrator.first.ask(resetSecondFactor, { params, body }))).toBe('already-moved-on')
  await s.setPassword(lost.userId, PASSWORD)
  expect((await signInAs(lost.login)).me.lacks).toBeNull()
  expect(
    (await s.journal(`staff:${lost.userId}`)).map(({ entry }) => (entry as { action: string }).action),
  ).toEqual(['account.second-factor-on', 'staff.give-link', 'staff.begin', 'staff.reset-second-factor'])
})
test('an operator has one too, and whoever has the machine takes it away', async () => {
  const operator = await s.enter({ portal: 'platform', login: 'yun' })
  await s.setPassword(operator.userId, PASSWORD)
  await setUp(operator.first)
  const by = s.visitor()
  const me = await by.call(accounts.signIn, { body: { portal: 'platform', login: 'yun', secret: PASSWORD } })
  expect(me.lacks).toBe('code')
  const stopping = { params: { code: school }, body: { reason: '合同到期' } }
  expect(codeOf(await by.ask(suspendSchool, stopping))).toBe('second-factor-needed')
  await inTransaction(s.db, (tx) =>
    letOperatorBegin(tx, { login: 'yun', name: '云' }, { baseUrl: 'http://localhost', at: s.now() }),
  )
  expect((await by.call(accounts.getMe)).lacks).toBeNull()
})

test('students and employers have none', async () => {
  for (const { first, userId } of [await s.student(school), await s.employer(school)]) {
    await s.setPassword(userId, PASSWORD)
    const answer = await first.ask(contract.beginSecondFactor, { body: { password: PASSWORD } })
    expect(codeOf(answer)).toBe('not-allowed')
  }
})

test('nothing that opens an account stands in the database as it is', async () => {
  const { userId, first } = await staffOf(school)
  const { secret, recoveryCodes } = await setUp(first)
  const row = await s.db
    .selectFrom('secondFactors')
    .where('userId', '=', userId)
    .selectAll()
    .executeTakeFirstOrThrow()
  const kept = [row.secret, ...row.recovery].map((bytes) => bytes?.toString('latin1')).join()
  for (const text of [secret, ...recoveryCodes.map((code) => code.replaceAll('-', ''))])
    expect(kept).not.toContain(text)
})
