import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as accounts from '../../../contracts/accounts.ts'
import { recoverByCode } from '../../../contracts/forgotten.ts'
import { listMembers } from '../../../contracts/members.ts'
import { listNotifications } from '../../../contracts/notifications.ts'
import * as contract from '../../../contracts/passkeys.ts'
import { setSchoolHost } from '../../../contracts/platform.ts'
import { approveRecovery, startRecovery } from '../../../contracts/recoveries.ts'
import { getSettings, listColleges, saveSettings } from '../../../contracts/schools.ts'
import {
  getSecondFactor,
  passSecondFactor,
  switchOffSecondFactor,
  switchOnSecondFactor,
} from '../../../contracts/second-factor.ts'
import { getStaffMember, resetSecondFactor } from '../../../contracts/staff.ts'
import { sweep } from '../../background/sweep.ts'
import { inTransaction } from '../../db/database.ts'
import type { Visitor } from '../../http/visitor.ts'
import { newAuthenticator, type Wrong } from '../../testing/authenticator.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { letOperatorBegin } from './operators.ts'

const PASSWORD = 'Qiao-Liang-2026'
const MINUTE = 60_000

let s: Scenario
let school: string
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
})
afterAll(() => s.stop())

const pause = (ms: number) => s.setClock(new Date(s.now().getTime() + ms).toISOString())
const codeOf = (answer: { statusCode: number; json(): { code: string } }) =>
  answer.statusCode === 200 ? 'done' : answer.json().code
type Authenticator = ReturnType<typeof newAuthenticator>

let made = 0
async function staffOf(at: string, role: 'administrator' | 'school_reviewer' = 'administrator') {
  const login = `keys${++made}`
  const { userId, first } = await s.enter({ portal: 'school', schoolId: at, staffRole: role, login })
  await s.setPassword(userId, PASSWORD)
  return { userId, login, first }
}
async function studentOf(at: string) {
  const student = await s.student(at)
  await s.setPassword(student.userId, PASSWORD)
  return student
}
const byPassword = async (login: string, portal: 'school' | 'student' = 'school') => {
  const by = s.visitor()
  const body = { portal, school, login, secret: PASSWORD }
  return { by, me: await by.call(accounts.signIn, { body }) }
}

const begin = async (by: Visitor) =>
  (await by.call(contract.beginPasskey, { body: { password: PASSWORD } })).options
const add = async (by: Visitor, key: Authenticator, name = '手机', wrong: Wrong = {}) =>
  by.ask(contract.addPasskey, { body: { name, answer: key.create(await begin(by), wrong) } })
const begun = async (by: Visitor) => (await by.call(contract.beginEntryByPasskey)).options
const finish = (by: Visitor, answer: string) => by.ask(contract.enterByPasskey, { body: { answer } })
const comeIn = async (key: Authenticator, wrong: Wrong = {}, by = s.visitor()) =>
  finish(by, key.get(await begun(by), wrong))
const pass = async (by: Visitor, key: Authenticator, wrong: Wrong = {}) => {
  const { options } = await by.call(contract.beginPassByPasskey)
  return by.ask(contract.passByPasskey, { body: { answer: key.get(options, wrong) } })
}
const reads = async (by: Visitor, at = school) =>
  codeOf(await by.ask(listColleges, { params: { school: at } }))
const historyOf = async (subject: string) =>
  (await s.journal(subject)).map(({ entry }) => (entry as { action: string }).action)
const toldOf = async (by: Visitor) => (await by.call(listNotifications)).items.map(({ kind }) => kind)
const keysOf = async (by: Visitor) => (await by.call(contract.listPasskeys)).items

describe('of staff', () => {
  test('a passkey is asked for beside the password, opens the account by itself, and stands where its owner sees it', async () => {
    const { userId, login, first } = await staffOf(school)
    const other = (await byPassword(login)).by
    const key = newAuthenticator()
    const added = await add(first, key, '办公室的电脑')
    expect(new Set(added.json().recoveryCodes).size).toBe(10)
    expect(await reads(first)).toBe('done')
    // Whoever else was signed in as them is out.
    expect(await reads(other)).toBe('not-signed-in')

    const { by, me } = await byPassword(login)
    expect(me.lacks).toBe('code')
    expect(await reads(by)).toBe('second-factor-needed')
    expect((await pass(by, key)).json().lacks).toBeNull()
    expect(await reads(by)).toBe('done')
    const alone = s.visitor()
    expect((await comeIn(key, {}, alone)).json()).toMatchObject({ login, portal: 'school', lacks: null })
    expect(await reads(alone)).toBe('done')
    // A code for a lost device is one of the same second factor.
    const lost = (await byPassword(login)).by
    const body = { code: added.json().recoveryCodes[0] }
    expect(codeOf(await lost.ask(passSecondFactor, { body }))).toBe('done')

    const [listed] = await keysOf(first)
    expect(listed).toMatchObject({ name: '办公室的电脑', host: 'localhost', synced: false })
    expect(listed!.usedAt).not.toBeNull()
    expect(await first.call(getSecondFactor)).toMatchObject({
      ...{ authenticator: false, passkeyHosts: ['localhost'], passkeyHere: true, recoveryLeft: 9 },
    })
    expect(await historyOf(`staff:${userId}`)).toEqual(['account.add-passkey', 'account.second-factor-on'])
    expect((await toldOf(first)).sort()).toEqual(['account.passkey-added', 'account.second-factor-on'])
  })

  test('whoever knows the password alone adds none, and removes none', async () => {
    const { login, first } = await staffOf(school)
    await add(first, newAuthenticator())
    const { by } = await byPassword(login)
    const body = { password: PASSWORD }
    expect(codeOf(await by.ask(contract.beginPasskey, { body }))).toBe('second-factor-needed')
    const id = (await keysOf(first))[0]!.id
    expect(codeOf(await by.ask(contract.removePasskey, { params: { id }, body }))).toBe(
      'second-factor-needed',
    )
    // Nor does who holds the session without the password.
    const wrong = { password: 'somebody-elses' }
    expect(codeOf(await first.ask(contract.beginPasskey, { body: wrong }))).toBe('wrong-credentials')
    expect(codeOf(await first.ask(contract.removePasskey, { params: { id }, body: wrong }))).toBe(
      'wrong-credentials',
    )
  })

  test('the last one goes where the school does not want it, and with it what is asked for; else it stays', async () => {
    const at = await s.school()
    const { userId, first } = await staffOf(at)
    const [one, two] = [newAuthenticator(), newAuthenticator()]
    await add(first, one, '一')
    expect((await add(first, two, '二')).json().recoveryCodes).toEqual([])
    const params = { school: at }
    const settings = await first.call(getSettings, { params })
    await first.call(saveSettings, { params, body: { ...settings, staffSecondFactor: true } })
    const [oldest, newest] = await keysOf(first)
    const remove = (id: string) =>
      first.ask(contract.removePasskey, { params: { id }, body: { password: PASSWORD } })
    const used = s.visitor()
    await comeIn(one, {}, used)
    expect(codeOf(await remove(oldest!.id))).toBe('done')
    // Whoever came in by it is out, and it opens nothing.
    expect(await reads(used, at)).toBe('not-signed-in')
    expect(codeOf(await comeIn(one))).toBe('passkey-refused')
    expect(codeOf(await remove(newest!.id))).toBe('second-factor-required')
    expect(codeOf(await first.ask(switchOffSecondFactor, { body: { password: PASSWORD } }))).toBe(
      'second-factor-required',
    )
    const wanted = await first.call(getSettings, { params })
    await first.call(saveSettings, { params, body: { ...wanted, staffSecondFactor: false } })
    expect(codeOf(await remove(newest!.id))).toBe('done')
    expect((await first.call(getSecondFactor)).since).toBeNull()
    expect((await historyOf(`staff:${userId}`)).slice(-2)).toEqual([
      'account.remove-passkey',
      'account.second-factor-off',
    ])
    expect(await toldOf(first)).toContain('account.passkey-removed')
  })

  test('a school that wants it takes a passkey; another administrator takes all of it away, and it is told', async () => {
    const at = await s.school()
    const [administrator, lost] = [await staffOf(at), await staffOf(at, 'school_reviewer')]
    const params = { school: at }
    const settings = await administrator.first.call(getSettings, { params })
    await administrator.first.call(saveSettings, { params, body: { ...settings, staffSecondFactor: true } })
    expect((await lost.first.call(accounts.getMe)).lacks).toBe('set-up')
    const key = newAuthenticator()
    await add(lost.first, key)
    await add(administrator.first, newAuthenticator())
    expect((await lost.first.call(accounts.getMe)).lacks).toBeNull()
    const of = { school: at, id: lost.userId }
    expect((await administrator.first.call(getStaffMember, { params: of })).secondFactor).toBe(true)
    await administrator.first.call(resetSecondFactor, { params: of, body: { reason: '手机丢失' } })
    expect(codeOf(await comeIn(key))).toBe('passkey-refused')
    expect(await reads(lost.first, at)).toBe('not-signed-in')
    const told = await s.db
      .selectFrom('notifications')
      .where('userId', '=', lost.userId)
      .selectAll()
      .execute()
    expect(told.find(({ kind }) => kind === 'account.second-factor-reset')?.params).toEqual({
      reason: '手机丢失',
    })
  })

  test('switched off, the passkeys go too: nothing opens an account of staff by half', async () => {
    const { first, login } = await staffOf(school)
    const key = newAuthenticator()
    await add(first, key)
    await first.call(switchOffSecondFactor, { body: { password: PASSWORD } })
    expect(await keysOf(first)).toEqual([])
    expect(codeOf(await comeIn(key))).toBe('passkey-refused')
    expect((await byPassword(login)).me.lacks).toBeNull()
  })

  test('an operator has one too, and whoever has the machine takes it away', async () => {
    const operator = await s.enter({ portal: 'platform', login: 'yun' })
    await s.setPassword(operator.userId, PASSWORD)
    const key = newAuthenticator()
    await add(operator.first, key)
    expect((await comeIn(key)).json()).toMatchObject({ portal: 'platform', lacks: null })
    await inTransaction(s.db, (tx) =>
      letOperatorBegin(tx, { login: 'yun', name: '云' }, { baseUrl: 'http://localhost', at: s.now() }),
    )
    expect(codeOf(await comeIn(key))).toBe('passkey-refused')
  })
})

describe('of students and employers', () => {
  test('it opens the door; whether it is asked for beside the password is their own choice', async () => {
    const { first, id, studentNumber } = await studentOf(school)
    const key = newAuthenticator()
    expect((await add(first, key)).json().recoveryCodes).toEqual([])
    expect((await byPassword(studentNumber, 'student')).me.lacks).toBeNull()
    expect((await comeIn(key)).json()).toMatchObject({ portal: 'student', lacks: null, verified: true })

    const body = { password: PASSWORD }
    expect((await first.call(switchOnSecondFactor, { body })).recoveryCodes).toHaveLength(10)
    expect(codeOf(await first.ask(switchOnSecondFactor, { body }))).toBe('already-moved-on')
    const { by, me } = await byPassword(studentNumber, 'student')
    expect(me.lacks).toBe('code')
    expect((await pass(by, key)).json().lacks).toBeNull()
    await first.call(switchOffSecondFactor, { body })
    expect((await keysOf(first)).length).toBe(1)
    expect((await byPassword(studentNumber, 'student')).me.lacks).toBeNull()
    expect((await historyOf(`student:${id}`)).slice(-3)).toEqual([
      ...['account.add-passkey', 'account.second-factor-on', 'account.second-factor-off'],
    ])
  })

  test('there is nothing to switch on without one', async () => {
    const { first } = await studentOf(school)
    const answer = await first.ask(switchOnSecondFactor, { body: { password: PASSWORD } })
    expect(codeOf(answer)).toBe('already-moved-on')
  })

  test('who is let in anew by two of the school’s staff has lost the passkeys with the password', async () => {
    const { first, id, studentNumber } = await studentOf(school)
    const key = newAuthenticator()
    await add(first, key)
    await first.call(switchOnSecondFactor, { body: { password: PASSWORD } })
    const [one, two] = [await staffOf(school), await staffOf(school)]
    const params = { school, id }
    const counter = { reason: '手机丢失', identifiedBy: '核对身份证' }
    await one.first.call(startRecovery, { params, body: counter })
    const { code } = await two.first.call(approveRecovery, { params, body: { seenVersion: 1 } })
    const by = s.visitor()
    const body = {
      school,
      login: studentNumber,
      code,
      password: 'Chun-Tian-2026',
      language: 'zh-CN',
    } as const
    expect((await by.call(recoverByCode, { body })).lacks).toBeNull()
    expect(codeOf(await comeIn(key))).toBe('passkey-refused')
    expect((await historyOf(`student:${id}`)).slice(-1)).toEqual(['account.second-factor-off'])
  })

  test('a member of an employer has one, in the employer’s history', async () => {
    const { first, userId, id } = await s.employer(school)
    await s.setPassword(userId, PASSWORD)
    const key = newAuthenticator()
    await add(first, key)
    const by = s.visitor()
    expect((await comeIn(key, {}, by)).json()).toMatchObject({ portal: 'employer' })
    expect(codeOf(await by.ask(listMembers, {}))).toBe('done')
    expect((await historyOf(`employer:${id}`)).slice(-1)).toEqual(['account.add-passkey'])
  })
})

describe('what is signed', () => {
  test('is taken once, also of two at once, in the browser that was asked, for five minutes', async () => {
    const { first } = await staffOf(school)
    const key = newAuthenticator()
    await add(first, key)
    const by = s.visitor()
    const answer = key.get(await begun(by))
    expect(codeOf(await finish(s.visitor(), answer))).toBe('passkey-over')
    const both = await Promise.all([finish(by, answer), finish(by, answer)])
    expect(both.map(codeOf).sort()).toEqual(['done', 'passkey-over'])
    expect(codeOf(await finish(by, answer))).toBe('passkey-over')
    const late = s.visitor()
    const overtaken = key.get(await begun(late))
    pause(5 * MINUTE)
    expect(codeOf(await finish(late, overtaken))).toBe('passkey-over')
    await sweep(s.services)
    expect(await s.db.selectFrom('passkeyChallenges').selectAll().execute()).toEqual([])
  })

  test('for one purpose opens no other', async () => {
    const { first, login } = await staffOf(school)
    const key = newAuthenticator()
    await add(first, key)
    const { by } = await byPassword(login)
    const atTheDoor = key.get(await begun(by))
    expect(codeOf(await by.ask(contract.passByPasskey, { body: { answer: atTheDoor } }))).toBe('passkey-over')
    const { options } = await by.call(contract.beginPassByPasskey)
    expect(codeOf(await finish(by, key.get(options)))).toBe('passkey-over')
    // Nor does one of another session of the same person.
    const another = (await byPassword(login)).by
    const answer = key.get((await by.call(contract.beginPassByPasskey)).options)
    expect(codeOf(await another.ask(contract.passByPasskey, { body: { answer } }))).toBe('passkey-over')
  })

  test.each<[string, Wrong]>([
    ['by a page of another site', { origin: 'https://evil.example' }],
    ['by a page of another port', { origin: 'http://localhost:8080' }],
    ['for another name', { host: 'evil.example' }],
    ['by somebody else’s key', { forged: true }],
    ['to make a passkey', { type: 'webauthn.create' }],
    ['without its owner', { userVerified: false }],
    ['by a passkey that nobody has', { credentialId: Buffer.alloc(24, 7) }],
  ])('%s lets nobody in', async (_name, wrong) => {
    const { first } = await staffOf(school)
    const key = newAuthenticator()
    await add(first, key)
    const by = s.visitor()
    const answer = await comeIn(key, wrong, by)
    expect([answer.statusCode, codeOf(answer)]).toEqual([422, 'passkey-refused'])
    expect(codeOf(await by.ask(accounts.getMe))).toBe('not-signed-in')
  })

  test('beside the password the device need not ask for its owner', async () => {
    const { first, login } = await staffOf(school)
    const key = newAuthenticator()
    await add(first, key, '钥匙', { userVerified: false })
    expect(codeOf(await pass((await byPassword(login)).by, key, { userVerified: false }))).toBe('done')
  })

  test.each<[string, Wrong]>([
    ['a page of another site', { origin: 'https://evil.example' }],
    ['another name', { host: 'evil.example' }],
    ['a signing in', { type: 'webauthn.get' }],
    ['a maker’s word, whose certificates would be asked for', { attested: true }],
  ])('no passkey is made by %s', async (_name, wrong) => {
    const { first } = await staffOf(school)
    expect(codeOf(await add(first, newAuthenticator(), '手机', wrong))).toBe('passkey-refused')
    expect(await keysOf(first)).toEqual([])
  })

  test.each(['no JSON', '{}', '[]', '{"id":"a","rawId":"a","type":"public-key","response":{}}'])(
    '%s is refused',
    async (answer) => {
      expect(codeOf(await finish(s.visitor(), answer))).toBe('passkey-refused')
      const { first } = await staffOf(school)
      expect(codeOf(await first.ask(contract.addPasskey, { body: { name: 'x', answer } }))).toBe(
        'passkey-refused',
      )
    },
  )
})

describe('others’', () => {
  test('another person’s passkey passes nobody, and is neither renamed nor removed', async () => {
    const [mine, theirs] = [await staffOf(school), await staffOf(school)]
    const [key, foreign] = [newAuthenticator(), newAuthenticator()]
    await add(mine.first, key)
    await add(theirs.first, foreign)
    const { by } = await byPassword(mine.login)
    expect(codeOf(await pass(by, foreign))).toBe('passkey-refused')
    expect(await reads(by)).toBe('second-factor-needed')
    const params = { id: (await keysOf(theirs.first))[0]!.id }
    const { first } = mine
    expect(codeOf(await first.ask(contract.renamePasskey, { params, body: { name: 'x' } }))).toBe('not-found')
    expect(codeOf(await first.ask(contract.removePasskey, { params, body: { password: PASSWORD } }))).toBe(
      'not-found',
    )
    // Nor is it added once more, by whomever.
    expect(codeOf(await add(first, foreign))).toBe('passkey-refused')
    const body = { name: 'x', answer: newAuthenticator().create(await begin(theirs.first)) }
    expect(codeOf(await first.ask(contract.addPasskey, { body }))).toBe('passkey-over')
  })

  test('a name of one’s own', async () => {
    const { first } = await staffOf(school)
    await add(first, newAuthenticator())
    const params = { id: (await keysOf(first))[0]!.id }
    await first.call(contract.renamePasskey, { params, body: { name: ' 家里的电脑 ' } })
    expect((await keysOf(first))[0]!.name).toBe('家里的电脑')
  })

  test('whoever is disabled, or of a suspended school, is told so and not let in', async () => {
    const { first, userId } = await staffOf(school)
    const key = newAuthenticator()
    await add(first, key)
    await s.db.updateTable('users').set({ disabledAt: s.now() }).where('id', '=', userId).execute()
    expect(codeOf(await comeIn(key))).toBe('account-closed')
  })
})

describe('an authenticator that counts', () => {
  test('backwards is refused, and its owner told; one that does not count is taken', async () => {
    const { first, userId } = await staffOf(school)
    const key = newAuthenticator({ counts: true })
    await add(first, key, '安全密钥')
    expect(codeOf(await comeIn(key))).toBe('done')
    expect(codeOf(await comeIn(key, { counter: 9 }))).toBe('done')
    for (const counter of [9, 3, 0]) {
      const answer = await comeIn(key, { counter })
      expect([answer.statusCode, codeOf(answer)]).toEqual([403, 'passkey-copied'])
    }
    expect(codeOf(await comeIn(key, { counter: 10 }))).toBe('done')
    expect(
      (await historyOf(`staff:${userId}`)).filter((one) => one === 'account.passkey-copied'),
    ).toHaveLength(3)
    expect(await toldOf(first)).toContain('account.passkey-copied')
    // Whoever only has the id of a passkey frightens nobody.
    expect(codeOf(await comeIn(key, { counter: 1, forged: true }))).toBe('passkey-refused')
    expect(
      (await historyOf(`staff:${userId}`)).filter((one) => one === 'account.passkey-copied'),
    ).toHaveLength(3)
  })

  test('the same count twice at once lets in one', async () => {
    const { first } = await staffOf(school)
    const key = newAuthenticator({ counts: true })
    await add(first, key)
    const [a, b] = [s.visitor(), s.secondVisitor()]
    const [one, two] = [await begun(a), await begun(b)]
    const answers = await Promise.all([
      finish(a, key.get(one, { counter: 5 })),
      finish(b, key.get(two, { counter: 5 })),
    ])
    expect(answers.map(codeOf).sort()).toEqual(['done', 'passkey-copied'])
  })
})

describe('by another name of the site', () => {
  const HOST = 'jiuye.keys-school.cn'
  const at = (token: string | null = null) => s.visitor(token, { host: HOST })

  test('a passkey works under the name by which it was made, for its own school’s people', async () => {
    const own = await s.school()
    const operator = await s.enter({ portal: 'platform' })
    await operator.first.call(setSchoolHost, { params: { code: own }, body: { host: HOST } })
    const { login } = await staffOf(own)
    const there = newAuthenticator({ origin: `http://${HOST}` })
    const by = at()
    await by.call(accounts.signIn, { body: { portal: 'school', school: own, login, secret: PASSWORD } })
    expect((await by.call(contract.listPasskeys)).host).toBe(HOST)
    expect(codeOf(await add(by, there, '手机'))).toBe('done')
    expect(await by.call(getSecondFactor)).toMatchObject({ passkeyHosts: [HOST], passkeyHere: true })
    expect((await comeIn(there, {}, at())).json()).toMatchObject({ login })
    // Signed for the school's name, it is nothing at the platform's, however it says to be.
    expect(codeOf(await comeIn(there))).toBe('passkey-refused')
    expect(codeOf(await comeIn(there, { origin: 'http://localhost:3000' }))).toBe('passkey-refused')
    // Nobody of another school comes in by this one's name.
    const stranger = await staffOf(school)
    const foreign = at()
    const body = { portal: 'school', school, login: stranger.login, secret: PASSWORD } as const
    await foreign.call(accounts.signIn, { body })
    const theirs = newAuthenticator({ origin: `http://${HOST}` })
    await add(foreign, theirs)
    expect(codeOf(await comeIn(theirs, {}, at()))).toBe('passkey-refused')
  })

  test('by an address, or a name that nobody has set, there are none', async () => {
    for (const host of ['127.0.0.1', 'unknown.example.cn']) {
      const by = s.visitor(null, { host })
      expect(codeOf(await by.ask(contract.beginEntryByPasskey))).toBe('passkeys-not-here')
    }
  })
})

test('the door is the same for everybody, and counts who comes', async () => {
  const one = await s.visitor().ask(contract.beginEntryByPasskey)
  const options = JSON.parse(one.json().options)
  expect(options.allowCredentials).toBeUndefined()
  expect(options.userVerification).toBe('required')
  const by = s.visitor(null, {}, '203.0.113.9')
  const unknown = newAuthenticator()
  const codes: string[] = []
  for (let count = 0; count < 6; count++) codes.push(codeOf(await comeIn(unknown, {}, by)))
  expect(codes).toEqual([...Array(5).fill('passkey-refused'), 'locked-out'])
})

test('to come in takes few statements', async () => {
  const { first } = await staffOf(school)
  const key = newAuthenticator()
  await add(first, key)
  const by = s.visitor()
  const before = s.statements.length
  const options = await begun(by)
  const half = s.statements.length
  expect(codeOf(await finish(by, key.get(options)))).toBe('done')
  expect([half - before, s.statements.length - half]).toEqual([5, 10])
})
