import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../../contracts/accounts.ts'
import { sweep } from '../../background/sweep.ts'
import { type Visitor, visitor } from '../../http/visitor.ts'
import { hashPassword, OWASP_COST } from '../../services/password-hash.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

const PASSWORD = 'Chun-Tian-2026'
const START = '2026-06-01T10:00:00+08:00'

let s: Scenario
let school: string
beforeAll(async () => {
  s = await startScenario(null, { passwordCost: OWASP_COST })
  school = await s.school()
})
afterAll(() => s.stop())

let made = 0
/** Networks that nobody in this file has come from before. */
const anAddress = () => `198.51.${100 + Math.floor(++made / 250)}.${made % 250}`
const comer = (address = anAddress()) => s.visitor(null, {}, address)

type Person = { readonly studentNumber: string }
const enter = (by: Visitor, { studentNumber: login }: Person, secret = PASSWORD) =>
  by.ask(contract.signIn, { body: { portal: 'student', school, login, secret } })
const codeOf = (answer: { statusCode: number; json(): { code: string } }) =>
  answer.statusCode === 200 ? 'in' : answer.json().code
const graduate = async () => {
  const student = await s.student(school)
  await s.setPassword(student.userId, PASSWORD)
  return student
}
const guessing = async (by: Visitor, of: Person, times: number) => {
  const codes: string[] = []
  for (let count = 0; count < times; count++) codes.push(codeOf(await enter(by, of, `guess-${count}`)))
  return codes
}

test('a stranger who guesses shuts out nobody but themselves', async () => {
  const student = await graduate()
  const own = comer()
  expect(codeOf(await enter(own, student))).toBe('in')
  const stranger = comer()
  expect(await guessing(stranger, student, 7)).toEqual([
    ...Array(5).fill('wrong-credentials'),
    'locked-out',
    'locked-out',
  ])
  const told = await enter(stranger, student)
  expect([told.json().code, told.json().details, told.headers['retry-after']]).toEqual([
    'locked-out',
    { seconds: 60, minutes: 1 },
    '60',
  ])
  expect(codeOf(await enter(comer(), student))).toBe('in')
  expect(codeOf(await enter(own, student))).toBe('in')
})

test('a browser that has been here before is heard even where the guesses come from its own network', async () => {
  const [student, address] = [await graduate(), anAddress()]
  const [own, neighbour] = [comer(address), comer(address)]
  await enter(own, student)
  await own.call(contract.signOut)
  await guessing(neighbour, student, 6)
  expect(codeOf(await enter(comer(address), student))).toBe('locked-out')
  expect(codeOf(await enter(own, student))).toBe('in')
})

test('a known browser is known to its own account, and its guesses are counted too', async () => {
  const [mine, other] = [await graduate(), await graduate()]
  const own = comer()
  await enter(own, mine)
  expect(await guessing(own, other, 6)).toEqual([...Array(5).fill('wrong-credentials'), 'locked-out'])
  expect(await guessing(own, mine, 6)).toEqual([...Array(5).fill('wrong-credentials'), 'locked-out'])
  expect(codeOf(await enter(comer(), mine))).toBe('in')
})

test.each(['', 'x'.repeat(4000), 'AAAAAAAAAAAAAAAAAAAAAA.20605-AAAAAAAAAAAAAAAAAAAAAA', '../..', '%00'])(
  'a device cookie that we have not made, %.30s, makes nobody known',
  async (cookie) => {
    const student = await graduate()
    const forger = comer()
    const tries = async () => {
      forger.cookies.set('qianyue_device', cookie)
      return codeOf(await enter(forger, student, 'wrong-guess'))
    }
    const codes = []
    for (let count = 0; count < 6; count++) codes.push(await tries())
    expect(codes.at(-1)).toBe('locked-out')
  },
)

test('a loop over consecutive student numbers closes no school', async () => {
  const students = []
  for (let count = 0; count < 12; count++) students.push(await graduate())
  const attacker = comer()
  for (const student of students) await guessing(attacker, student, 6)
  const answers = []
  for (const student of students) answers.push(codeOf(await enter(comer(), student)))
  expect(answers).toEqual(Array(12).fill('in'))
})

test('guesses sent at once to two instances get no more tries than one after the other', async () => {
  const student = await graduate()
  const address = anAddress()
  const guess = (count: number) =>
    enter(visitor([s.app, s.second][count % 2]!, null, {}, address), student, `guess-${count}`)
  const codes = (await Promise.all(Array.from({ length: 24 }, (_, count) => guess(count)))).map(codeOf)
  expect(codes.filter((code) => code === 'wrong-credentials')).toHaveLength(5)
  expect(codes.filter((code) => code === 'locked-out')).toHaveLength(19)
})

test.each(['HR-BIG', ' hr-big ', 'ｈｒ－ｂｉｇ', 'Hr-Big'])(
  'the log-in hr-big is found as %j, and its guesses are counted together',
  async (login) => {
    const employer = await s.employer(school)
    const number = ++made
    const name = `hr-big${number}`
    const { userId } = await s.enter({ portal: 'employer', employerId: employer.id, login: name })
    await s.setPassword(userId, PASSWORD)
    const as = (typed: string, secret: string) =>
      comerHere.ask(contract.signIn, { body: { portal: 'employer', login: typed, secret } })
    const comerHere = comer()
    const typed = login.replace(/(?<=g|G|ｇ)/, String(number))
    expect(codeOf(await as(typed, PASSWORD))).toBe('in')
    comerHere.cookies.clear()
    const codes = []
    for (const spelling of [name, typed, name.toUpperCase(), typed, name, typed])
      codes.push(codeOf(await as(spelling, 'wrong')))
    expect(codes).toEqual([...Array(5).fill('wrong-credentials'), 'locked-out'])
  },
)

test('two log-ins that differ in nothing but case cannot be', async () => {
  const employer = await s.employer(school)
  await s.enter({ portal: 'employer', employerId: employer.id, login: 'same-name' })
  const again = s.enter({ portal: 'employer', employerId: employer.id, login: 'Same-Name' })
  await expect(again).rejects.toThrow('users_one_per_login')
})

test('a new sign-in of the same browser ends the session that it had, and no other', async () => {
  const [first, second] = [await graduate(), await graduate()]
  const [browser, elsewhere] = [comer(), comer()]
  await enter(browser, first)
  await enter(elsewhere, first)
  const before = browser.cookies.get('qianyue_session')!
  expect(codeOf(await enter(browser, second))).toBe('in')
  expect((await s.visitor(before).ask(contract.getMe)).statusCode).toBe(401)
  expect((await browser.call(contract.getMe)).login).toBe(second.studentNumber)
  expect((await elsewhere.call(contract.getMe)).login).toBe(first.studentNumber)
})

test('a hash of an older cost follows at the next sign-in, and opens as before', async () => {
  const student = await graduate()
  const stored = async () =>
    (
      await s.db
        .selectFrom('users')
        .where('id', '=', student.userId)
        .select('passwordHash')
        .executeTakeFirstOrThrow()
    ).passwordHash
  expect(await stored()).toMatch(/^\$scrypt\$ln=4,r=8,p=1\$/)
  await enter(comer(), student, 'wrong')
  expect(await stored()).toMatch(/^\$scrypt\$ln=4,/)
  await enter(comer(), student)
  expect(await stored()).toMatch(/^\$scrypt\$ln=14,r=8,p=5\$/)
  expect(codeOf(await enter(comer(), student))).toBe('in')
})

test('what is typed as a log-in stands nowhere, and what is over is swept', async () => {
  const typed = '420111200401019999'
  await comer().ask(contract.signIn, { body: { portal: 'student', school, login: typed, secret: 'x' } })
  const student = await graduate()
  await enter(comer(), student)
  const rows = async () => ({
    attempts: await s.db.selectFrom('attempts').selectAll().execute(),
    sessions: await s.db.selectFrom('sessions').where('userId', '=', student.userId).selectAll().execute(),
  })
  const kept = await rows()
  expect(kept.attempts.length).toBeGreaterThan(3)
  expect(
    JSON.stringify(kept.attempts.map(({ key }) => [key.toString('utf8'), key.toString('hex')])),
  ).not.toContain(typed)
  await sweep(s.services)
  expect((await rows()).attempts).toHaveLength(kept.attempts.length)
  s.setClock('2026-07-02T10:00:00+08:00')
  await sweep(s.services)
  expect(await rows()).toEqual({ attempts: [], sessions: [] })
  s.setClock(START)
})

test('beside a rush of wrong ones a known browser is answered first, one from elsewhere soon, and nobody for ever', async () => {
  const [known, elsewhere] = [await graduate(), await graduate()]
  const dear = await hashPassword(PASSWORD, OWASP_COST)
  for (const { userId } of [known, elsewhere])
    await s.db.updateTable('users').set({ passwordHash: dear }).where('id', '=', userId).execute()
  const browser = comer()
  await enter(browser, known)
  const order: string[] = []
  const noting = async (name: string, answer: ReturnType<typeof enter>) =>
    order.push(`${name} ${codeOf(await answer)}`)
  const flood = comer()
  const rush = Array.from({ length: 120 }, (_, count) =>
    noting('rush', enter(flood, { studentNumber: `nobody-${count}` }, 'wrong')),
  )
  const honest = [noting('known', enter(browser, known)), noting('elsewhere', enter(comer(), elsewhere))]
  await Promise.all([...honest, ...rush])
  const worked = order.filter((one) => one !== 'rush too-busy')
  expect(worked.indexOf('known in')).toBeLessThan(8)
  expect(worked.indexOf('elsewhere in')).toBeLessThan(12)
  expect(order.filter((one) => one === 'rush too-busy').length).toBeGreaterThan(50)
  expect([...new Set(order)].sort()).toEqual([
    'elsewhere in',
    'known in',
    'rush too-busy',
    'rush wrong-credentials',
  ])
}, 90_000)
