import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { getMe } from '../../../contracts/accounts.ts'
import * as contract from '../../../contracts/school-sign-in.ts'
import { listSchools } from '../../../contracts/schools.ts'
import type { Visitor } from '../../http/visitor.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { startWeCom } from '../../testing/university.ts'
import { codeOf, faultOf, goTo, universityDoor } from '../../testing/university-door.ts'

const APPLICATION = { corpId: 'ww1', agentId: '1000002', secret: 'of the application' }

let s: Scenario
let wecom: Awaited<ReturnType<typeof startWeCom>>
let school: string
let administrator: Visitor
beforeAll(async () => {
  wecom = await startWeCom({ ...APPLICATION, trustedHost: 'localhost:3000' })
  s = await startScenario(null, { wecom: wecom.addresses })
})
afterAll(async () => {
  await s.stop()
  await wecom.stop()
})
beforeEach(async () => {
  s.setClock('2026-06-01T10:00:00+08:00')
  school = await s.school()
  administrator = (await s.staff(school, 'administrator')).first
  for (const name of Object.keys(wecom.wrong)) delete wecom.wrong[name as keyof typeof wecom.wrong]
  Object.assign(wecom.asked, { gettoken: 0, getuserinfo: 0 })
})

const save = (change: object = {}, seenVersion = 0) =>
  administrator.ask(contract.saveSchoolSignIn, {
    params: { school },
    body: {
      ...{
        seenVersion,
        way: 'wecom',
        server: '',
        clientId: APPLICATION.corpId,
        agentId: APPLICATION.agentId,
      },
      ...{ secret: APPLICATION.secret, claim: '', alsoStaff: false },
      ...change,
    },
  })
const { trial, enable, opened, begin, finish, comeIn } = universityDoor(
  () => ({ school, administrator }),
  save,
)

test('an administrator enters it, tries it, opens it, and students come in by their user ids', async () => {
  const student = await s.student(school)
  wecom.comes(student.studentNumber)
  expect((await save()).json().signIn).toMatchObject({
    ...{ way: 'wecom', server: '', clientId: 'ww1', agentId: '1000002', hasSecret: true, enabled: false },
  })
  expect(codeOf(await enable())).toBe('sign-in-not-tried')
  expect((await trial()).json()).toEqual({
    ...{ number: student.studentNumber, name: student.name, claims: ['userid'] },
  })
  expect(codeOf(await enable())).toBe('done')
  const by = s.visitor()
  expect((await comeIn(by)).json()).toMatchObject({ portal: 'student', login: student.studentNumber })
  expect((await by.call(getMe)).name).toBe(student.name)
  const { items } = await s.visitor().call(listSchools)
  expect(items.find(({ code }) => code === school)?.university).toEqual({
    ...{ way: 'wecom', student: true, school: false },
  })
  const kept = await s.db.selectFrom('schoolSignIns').selectAll().execute()
  expect(JSON.stringify([kept, await s.journal(`school:${school}`)])).not.toContain(APPLICATION.secret)
})

test('staff come in by their log-ins where the school says so, once they have begun; letters large or small', async () => {
  const teacher = await s.enter({
    ...{ portal: 'school', schoolId: school, staffRole: 'school_reviewer', login: 'zhang01' },
  })
  wecom.comes('ZHANG01')
  await opened({ alsoStaff: true })
  expect(codeOf(await comeIn(s.visitor(), 'school'))).toBe('sign-in-unknown')
  await s.setPassword(teacher.userId, 'Qiao-Liang-2026')
  expect((await comeIn(s.visitor(), 'school')).json()).toMatchObject({ portal: 'school', login: 'zhang01' })
})

test('in a browser it is a picture to scan, within its own app nothing is asked', async () => {
  await opened()
  const scan = new URL((await begin(s.visitor())).json().url)
  expect([scan.pathname, scan.searchParams.get('login_type')]).toEqual(['/scan', 'CorpApp'])
  expect(scan.searchParams.get('redirect_uri')).toBe('http://localhost:3000/school-door')
  const agent = 'Mozilla/5.0 (iPhone) MicroMessenger/7.0.1 wxwork/4.1.22 MicroMessenger/7.0.1'
  const within = new URL((await begin(s.visitor(null, { 'user-agent': agent }))).json().url)
  expect([within.pathname, within.hash, within.searchParams.get('scope')]).toEqual([
    ...['/within', '#wechat_redirect', 'snsapi_base'],
  ])
})

test('a round is of one browser, once; a code that was used, or a foreign state, opens nothing', async () => {
  const student = await s.student(school)
  wecom.comes(student.studentNumber)
  await opened()
  const [mine, others] = [s.visitor(), s.visitor()]
  const answer = await goTo((await begin(mine)).json().url)
  expect(codeOf(await finish(others, answer))).toBe('sign-in-over')
  const theirs = await goTo((await begin(others)).json().url)
  expect(codeOf(await finish(mine, theirs))).toBe('sign-in-over')
  const both = await Promise.all([finish(mine, answer), finish(mine, answer)])
  expect(both.map(codeOf).sort()).toEqual(['done', 'sign-in-over'])
  const again = new URLSearchParams(await goTo((await begin(mine)).json().url))
  again.set('code', new URLSearchParams(answer).get('code')!)
  const replayed = await finish(mine, again.toString())
  expect([codeOf(replayed), faultOf(replayed)]).toEqual(['sign-in-refused', 'code-refused'])
  const without = new URLSearchParams(await goTo((await begin(mine)).json().url))
  expect(faultOf(await finish(mine, `state=${without.get('state')}`))).toBe('person-refused')
})

test('a wrong redirect is refused by WeCom: our page is the only one', async () => {
  await save()
  const { url } = (await administrator.ask(contract.trySchoolSignIn, { params: { school } })).json()
  const elsewhere = new URL(url)
  elsewhere.searchParams.set('redirect_uri', 'https://evil.example/')
  expect((await fetch(elsewhere, { redirect: 'manual' })).status).toBe(400)
})

test('who is no member, or not on the roster, gets in nowhere', async () => {
  await opened()
  wecom.comesWithoutMembership()
  const by = s.visitor()
  const stranger = await comeIn(by)
  expect([stranger.statusCode, codeOf(stranger), faultOf(stranger)]).toEqual([
    ...[403, 'sign-in-refused', 'not-a-member'],
  ])
  wecom.comes('404')
  const unknown = await comeIn(by)
  expect([codeOf(unknown), unknown.json().details]).toEqual(['sign-in-unknown', { number: '404' }])
  const elsewhere = await s.student(await s.school())
  wecom.comes(elsewhere.studentNumber)
  expect(codeOf(await comeIn(by))).toBe('sign-in-unknown')
  expect(codeOf(await by.ask(getMe))).toBe('not-signed-in')
})

test('a token is asked for once, by however many come at once, and once more when WeCom takes it back', async () => {
  const student = await s.student(school)
  wecom.comes(student.studentNumber)
  // Its own application, so that nothing is kept of it.
  await opened()
  const before = wecom.asked.gettoken
  const many = () => Promise.all(Array.from({ length: 6 }, () => comeIn(s.visitor())))
  expect((await many()).map(codeOf)).toEqual(Array(6).fill('done'))
  expect(wecom.asked.gettoken - before).toBe(0)
  wecom.forgetsToken()
  expect((await many()).map(codeOf)).toEqual(Array(6).fill('done'))
  expect(wecom.asked.gettoken - before).toBe(1)
})

test('a token that is over by its own word is asked for before it is refused', async () => {
  const student = await s.student(school)
  wecom.comes(student.studentNumber)
  wecom.wrong.lifetime = 300
  await opened()
  const before = { ...wecom.asked }
  expect(codeOf(await comeIn(s.visitor()))).toBe('done')
  expect([wecom.asked.gettoken - before.gettoken, wecom.asked.getuserinfo - before.getuserinfo]).toEqual([
    1, 1,
  ])
})

test.each<[string, object, object, string]>([
  ['another university', { clientId: 'ww2' }, {}, 'client-refused'],
  ['another secret', { secret: 'wrong' }, {}, 'client-refused'],
  ['an address that is not listed', {}, { errcode: 60020 }, 'address-not-listed'],
  ['a busy system', {}, { errcode: -1 }, 'unreachable'],
  ['another page', {}, { answer: '<html>' }, 'not-of-this-kind'],
])('a trial says what is wrong: %s', async (_name, change, wrong, fault) => {
  await save(change)
  Object.assign(wecom.wrong, wrong)
  expect(faultOf(await trial())).toBe(fault)
  expect(codeOf(await enable())).toBe('sign-in-not-tried')
})

test('a refused secret is not kept: once it is right, the next trial goes through', async () => {
  wecom.comes('1')
  await save({ secret: 'wrong' })
  expect(faultOf(await trial())).toBe('client-refused')
  await save({}, 1)
  expect((await trial()).statusCode).toBe(200)
})

test.each([
  [{ clientId: '' }, 'clientId'],
  [{ agentId: '' }, 'agentId'],
  [{ secret: '' }, 'secret'],
  [{ server: 'https://qyapi.example.cn' }, 'server'],
])('%o is refused by its field: WeCom is in one place', async (change, field) => {
  const answer = await save(change)
  expect([answer.statusCode, answer.json().errors[0].field]).toEqual([422, field])
})
