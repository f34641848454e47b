import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { getMe } from '../../../contracts/accounts.ts'
import * as contract from '../../../contracts/school-sign-in.ts'
import type { Visitor } from '../../http/visitor.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { startCas, startOidcProvider } from '../../testing/university.ts'
import { codeOf, faultOf, goTo, universityDoor } from '../../testing/university-door.ts'

const START = '2026-06-01T10:00:00+08:00'
const CLIENT = { id: 'qianyue', secret: 'between us', redirectUri: 'http://localhost:3000/school-door' }

let s: Scenario
let provider: Awaited<ReturnType<typeof startOidcProvider>>
let cas: Awaited<ReturnType<typeof startCas>>
let school: string
let administrator: Visitor
beforeAll(async () => {
  s = await startScenario()
  provider = await startOidcProvider(CLIENT)
  cas = await startCas()
})
afterAll(async () => {
  await s.stop()
  await provider.stop()
  await cas.stop()
})
beforeEach(async () => {
  s.setClock(START)
  school = await s.school()
  administrator = (await s.staff(school, 'administrator')).first
  for (const name of Object.keys(provider.wrong)) delete provider.wrong[name as keyof typeof provider.wrong]
  cas.says(null)
})

const OIDC = {
  way: 'oidc',
  clientId: CLIENT.id,
  secret: CLIENT.secret,
  claim: 'number',
  alsoStaff: false,
} as const
const save = (change: object = {}, seenVersion = 0) =>
  administrator.ask(contract.saveSchoolSignIn, {
    params: { school },
    body: { seenVersion, ...OIDC, server: provider.address, ...change },
  })
const byCas = (change: object = {}) =>
  save({ way: 'cas', server: cas.address, clientId: '', secret: '', claim: '', ...change })

const { trial, enable, opened, begin, finish, comeIn } = universityDoor(
  () => ({ school, administrator }),
  save,
)

test('an administrator enters it, tries it, opens it, and students come in by their numbers', async () => {
  const student = await s.student(school)
  provider.comes({ sub: 'x', number: student.studentNumber })
  expect((await save()).json()).toEqual({
    signIn: {
      ...{
        way: 'oidc',
        server: provider.address,
        clientId: 'qianyue',
        agentId: '',
        hasSecret: true,
        claim: 'number',
      },
      ...{ alsoStaff: false, enabled: false, triedAt: null, version: 1 },
    },
    redirectUri: CLIENT.redirectUri,
  })
  expect(codeOf(await enable())).toBe('sign-in-not-tried')
  expect(codeOf(await begin(s.visitor()))).toBe('sign-in-not-offered')
  expect((await trial()).json()).toEqual({
    number: student.studentNumber,
    name: student.name,
    claims: ['aud', 'exp', 'iat', 'iss', 'nonce', 'number', 'sub'],
  })
  expect((await enable()).json().signIn).toMatchObject({ enabled: true, triedAt: '2026-06-01T02:00:00.000Z' })
  const by = s.visitor()
  expect((await comeIn(by)).json()).toMatchObject({
    portal: 'student',
    login: student.studentNumber,
    verified: true,
  })
  expect((await by.call(getMe)).name).toBe(student.name)
  // A trial has signed nobody in, and a newcomer has still to pass the verification (R20).
  expect((await administrator.call(getMe)).portal).toBe('school')
  const newcomer = await s.student(school, { verified: false })
  provider.comes({ sub: 'x', number: newcomer.studentNumber })
  expect((await comeIn(s.visitor())).json()).toMatchObject({ verified: false })
  const actions = (await s.journal(`school:${school}`)).map(
    ({ entry }) => (entry as { action: string }).action,
  )
  expect(actions).toEqual(['school.save-sign-in', 'school.enable-sign-in'])
})

test('the number may be said by the userinfo endpoint alone, and be a figure', async () => {
  const student = await s.student(school)
  provider.comes({ sub: 'x' }, { number: Number(student.studentNumber) })
  expect((await opened()).statusCode).toBe(200)
  expect(codeOf(await comeIn(s.visitor()))).toBe('done')
})

test('who is not on the roster gets in nowhere, and is told which number the university has said', async () => {
  provider.comes({ sub: 'x', number: '404' })
  await opened()
  const answer = await comeIn(s.visitor())
  expect([answer.statusCode, answer.json().code, answer.json().details]).toEqual([
    403,
    'sign-in-unknown',
    { number: '404' },
  ])
  const elsewhere = await s.student(await s.school())
  provider.comes({ sub: 'x', number: elsewhere.studentNumber })
  expect(codeOf(await comeIn(s.visitor()))).toBe('sign-in-unknown')
})

test('who was taken off the roster before ever coming has no first log-in here either', async () => {
  const [newcomer, known] = [await s.student(school, { verified: false }), await s.student(school)]
  const ids = [newcomer.id, known.id]
  await s.db.updateTable('students').set({ enrolment: 'withdrawn' }).where('id', 'in', ids).execute()
  provider.comes({ sub: 'x', number: newcomer.studentNumber })
  await opened()
  expect(codeOf(await comeIn(s.visitor()))).toBe('first-login-off-roster')
  // Whoever has come before still reads what is theirs.
  provider.comes({ sub: 'x', number: known.studentNumber })
  expect(codeOf(await comeIn(s.visitor()))).toBe('done')
})

test('a round is of one browser, once, for a quarter of an hour', async () => {
  const student = await s.student(school)
  provider.comes({ sub: 'x', number: student.studentNumber })
  await opened()
  const [mine, others] = [s.visitor(), s.visitor()]
  const answer = await goTo((await begin(mine)).json().url)
  // A foreign state: begun by nobody, in another browser, or in this one for another round.
  expect(codeOf(await finish(s.visitor(), answer))).toBe('sign-in-over')
  const theirs = await goTo((await begin(others)).json().url)
  expect(codeOf(await finish(mine, theirs))).toBe('sign-in-over')
  const state = new URLSearchParams(theirs).get('state')!
  const mixed = new URLSearchParams(answer)
  mixed.set('state', state)
  expect(codeOf(await finish(mine, mixed.toString()))).toBe('sign-in-over')
  // Two tabs of the browser at once, and then once more.
  const both = await Promise.all([finish(mine, answer), finish(mine, answer)])
  expect(both.map(codeOf).sort()).toEqual(['done', 'sign-in-over'])
  expect(codeOf(await finish(mine, answer))).toBe('sign-in-over')

  const late = s.visitor()
  const overtaken = await goTo((await begin(late)).json().url)
  s.setClock('2026-06-01T10:15:00+08:00')
  expect(codeOf(await finish(late, overtaken))).toBe('sign-in-over')
})

test('a code that was used, or is of somebody else’s round, is refused', async () => {
  const student = await s.student(school)
  provider.comes({ sub: 'x', number: student.studentNumber })
  await opened()
  const [mine, others] = [s.visitor(), s.visitor()]
  const used = new URLSearchParams(await goTo((await begin(mine)).json().url))
  expect(codeOf(await finish(mine, used.toString()))).toBe('done')
  const again = new URLSearchParams(await goTo((await begin(mine)).json().url))
  again.set('code', used.get('code')!)
  const replayed = await finish(mine, again.toString())
  expect([codeOf(replayed), faultOf(replayed)]).toEqual(['sign-in-refused', 'code-refused'])
  // Stolen on its way: without the verifier of its round it opens nothing (PKCE).
  const stolen = new URLSearchParams(await goTo((await begin(others)).json().url))
  const round = new URLSearchParams(await goTo((await begin(mine)).json().url))
  round.set('code', stolen.get('code')!)
  expect(faultOf(await finish(mine, round.toString()))).toBe('code-refused')
  const denied = new URLSearchParams(await goTo((await begin(mine)).json().url))
  const refused = await finish(mine, `error=access_denied&state=${denied.get('state')}`)
  expect(faultOf(refused)).toBe('person-refused')
})

test.each<[string, Partial<typeof provider.wrong>]>([
  ['of another issuer', { issuer: 'https://elsewhere.example' }],
  ['for another client', { audience: 'somebody' }],
  ['of another round', { nonce: 'not-ours' }],
  ['that is over since an hour', { ageInSeconds: 3600 }],
  ['signed by a stranger', { key: true }],
])('an ID token %s is refused', async (_name, wrong) => {
  const student = await s.student(school)
  provider.comes({ sub: 'x', number: student.studentNumber })
  await opened()
  Object.assign(provider.wrong, wrong)
  const by = s.visitor()
  const answer = await comeIn(by)
  expect([answer.statusCode, codeOf(answer), faultOf(answer)]).toEqual([
    403,
    'sign-in-refused',
    'token-wrong',
  ])
  expect(codeOf(await by.ask(getMe))).toBe('not-signed-in')
  expect(faultOf(await trial())).toBe('token-wrong')
})

test('a trial says what is wrong: address, issuer, end points, client, claim', async () => {
  provider.comes({ sub: 'x', number: '1' })
  await save({ server: 'http://127.0.0.1:65533' })
  const silent = await trial()
  expect([silent.statusCode, faultOf(silent)]).toEqual([503, 'unreachable'])
  await save({ server: cas.address }, 1)
  expect(faultOf(await trial())).toBe('not-of-this-kind')
  await save({}, 2)
  provider.wrong.metadata = { issuer: 'http://127.0.0.1:1' }
  expect(faultOf(await trial())).toBe('issuer-differs')
  provider.wrong.metadata = { token_endpoint: undefined }
  expect(faultOf(await trial())).toBe('endpoint-missing')
  // A browser is sent to pages only.
  provider.wrong.metadata = { authorization_endpoint: 'javascript:alert(1)' }
  expect(faultOf(await trial())).toBe('not-https')
  provider.wrong.metadata = { token_endpoint: 'http://192.168.1.1/token' }
  expect(faultOf(await trial())).toBe('private-address')
  delete provider.wrong.metadata
  await save({ secret: 'wrong' }, 3)
  expect(faultOf(await trial())).toBe('client-refused')
  await save({ claim: 'none' }, 4)
  expect(faultOf(await trial())).toBe('claim-missing')
  // Nothing that fails lets it be opened.
  expect(codeOf(await enable(5))).toBe('sign-in-not-tried')
})

test('a wrong redirect is refused by the university: our page is the only one', async () => {
  provider.comes({ sub: 'x', number: '1' })
  await save()
  const { url } = (await administrator.ask(contract.trySchoolSignIn, { params: { school } })).json()
  const elsewhere = new URL(url)
  expect(elsewhere.searchParams.get('redirect_uri')).toBe(CLIENT.redirectUri)
  elsewhere.searchParams.set('redirect_uri', 'https://evil.example/')
  expect((await fetch(elsewhere, { redirect: 'manual' })).status).toBe(400)
})

test('a trial is of the administrator who began it', async () => {
  provider.comes({ sub: 'x', number: '1' })
  await save()
  const begun = await administrator.ask(contract.trySchoolSignIn, { params: { school } })
  const answer = await goTo(begun.json().url)
  const other = (await s.staff(school, 'administrator')).first
  await other.ask(contract.trySchoolSignIn, { params: { school } })
  const body = { answer }
  expect(codeOf(await other.ask(contract.finishTrial, { params: { school }, body }))).toBe('sign-in-over')
  expect(codeOf(await finish(administrator, answer))).toBe('sign-in-over')
})

test('a change closes it until it was tried again, and a kept secret goes to no other address', async () => {
  const student = await s.student(school)
  provider.comes({ sub: 'x', number: student.studentNumber })
  await opened()
  const by = s.visitor()
  const answer = await goTo((await begin(by)).json().url)
  const changed = await save({ secret: '', alsoStaff: true }, 2)
  expect(changed.json().signIn).toMatchObject({ enabled: false, triedAt: null, hasSecret: true, version: 3 })
  // Whoever is on the way began with other settings.
  expect(codeOf(await finish(by, answer))).toBe('sign-in-over')
  expect(codeOf(await begin(by))).toBe('sign-in-not-offered')
  expect(codeOf(await save({ secret: '' }, 2))).toBe('content-changed')
  const moved = await save({ secret: '', server: `${provider.address}/elsewhere` }, 3)
  expect(moved.json().signIn.hasSecret).toBe(false)
  const kept = await s.db.selectFrom('schoolSignIns').selectAll().execute()
  expect(JSON.stringify([kept, await s.journal(`school:${school}`)])).not.toContain(CLIENT.secret)
})

test.each([
  'ftp://id.example.edu.cn',
  'https://user:word@id.example.edu.cn',
  'https://id.example.edu.cn/?x=1',
  'https://169.254.169.254/latest',
  'https://10.0.0.8',
  'https://[::1]/',
  'https://0xa.1.1.1/',
  'javascript:alert(1)',
  'id.example.edu.cn',
])('%s is no address of a university', async (server) => {
  const answer = await save({ server })
  expect([answer.statusCode, answer.json().errors[0].field]).toEqual([422, 'server'])
})

test('a client has its id: OpenID knows none without', async () => {
  const answer = await save({ clientId: '' })
  expect([answer.statusCode, answer.json().errors[0].field]).toEqual([422, 'clientId'])
})

test('staff come in too where the school says so, once they have begun; the second factor stays asked for', async () => {
  const teacher = await s.enter({
    portal: 'school',
    schoolId: school,
    staffRole: 'school_reviewer',
    login: '2001',
  })
  provider.comes({ sub: 'x', number: '2001' })
  await opened()
  expect(codeOf(await comeIn(s.visitor(), 'school'))).toBe('sign-in-not-offered')
  await save({ alsoStaff: true }, 2)
  await trial()
  await enable(3)
  expect(codeOf(await comeIn(s.visitor(), 'school'))).toBe('sign-in-unknown')
  await s.setPassword(teacher.userId, 'Qiao-Liang-2026')
  expect((await comeIn(s.visitor(), 'school')).json()).toMatchObject({ portal: 'school', lacks: null })
  await s.giveSecondFactor(teacher.userId)
  expect((await comeIn(s.visitor(), 'school')).json()).toMatchObject({ lacks: 'code' })
  await s.db.updateTable('users').set({ disabledAt: s.now() }).where('id', '=', teacher.userId).execute()
  expect(codeOf(await comeIn(s.visitor(), 'school'))).toBe('account-closed')
})

test('CAS: by the name it gives or by an attribute; a ticket once, for our service alone', async () => {
  const student = await s.student(school)
  cas.comes('zhang', { xh: student.studentNumber, mail: 'a&b@example.org' })
  await byCas({ claim: 'xh' })
  expect((await trial()).json()).toEqual({
    number: student.studentNumber,
    name: student.name,
    claims: ['mail', 'user', 'xh'],
  })
  await enable()
  const by = s.visitor()
  const used = new URLSearchParams(await goTo((await begin(by)).json().url))
  expect((await finish(by, used.toString())).json()).toMatchObject({ login: student.studentNumber })
  const again = new URLSearchParams(await goTo((await begin(by)).json().url))
  again.set('ticket', used.get('ticket')!)
  expect(faultOf(await finish(by, again.toString()))).toBe('ticket-refused')
  const foreign = new URLSearchParams(await goTo((await begin(by)).json().url))
  foreign.set('ticket', cas.give('https://library.example.edu.cn/'))
  expect(faultOf(await finish(by, foreign.toString()))).toBe('service-refused')
  // Of another round of the same service: its address has another state.
  const one = new URLSearchParams(await goTo((await begin(s.visitor())).json().url))
  const two = new URLSearchParams(await goTo((await begin(by)).json().url))
  two.set('ticket', one.get('ticket')!)
  expect(faultOf(await finish(by, two.toString()))).toBe('service-refused')
  const without = new URLSearchParams(await goTo((await begin(by)).json().url))
  expect(faultOf(await finish(by, `state=${without.get('state')}`))).toBe('person-refused')
  const stolen = new URLSearchParams(await goTo((await begin(by)).json().url))
  expect(codeOf(await finish(s.visitor(), stolen.toString()))).toBe('sign-in-over')
})

const RESPONSE = 'cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas"'
test.each([
  ['another page', '<html><body>Log in</body></html>'],
  ['no XML', '{"serviceResponse":{}}'],
  ['cut off', `<${RESPONSE}><cas:authenticationSuccess><cas:user>1`],
  [
    'a document type',
    `<!DOCTYPE x [<!ENTITY a "1">]><${RESPONSE}><cas:authenticationSuccess><cas:user>&a;</cas:user></cas:authenticationSuccess></cas:serviceResponse>`,
  ],
  [
    'another namespace',
    '<serviceResponse><authenticationSuccess><user>1</user></authenticationSuccess></serviceResponse>',
  ],
])('CAS: an answer that is %s lets nobody in', async (_name, xml) => {
  await byCas()
  cas.says(xml)
  expect(faultOf(await trial())).toBe('not-of-this-kind')
})

test('CAS: a name in a failure is no name', async () => {
  await byCas()
  cas.comes('1')
  await trial()
  await enable()
  const by = s.visitor()
  const answer = await goTo((await begin(by)).json().url)
  cas.says(
    `<${RESPONSE}><cas:authenticationFailure code="INVALID_TICKET"><cas:user>1</cas:user></cas:authenticationFailure></cas:serviceResponse>`,
  )
  expect(faultOf(await finish(by, answer))).toBe('ticket-refused')
})

test('to begin and to come back takes few statements', async () => {
  const student = await s.student(school)
  provider.comes({ sub: 'x', number: student.studentNumber })
  await opened()
  const by = s.visitor()
  const before = s.statements.length
  const begun = await begin(by)
  const half = s.statements.length
  await finish(by, await goTo(begun.json().url))
  expect(half - before).toBeLessThanOrEqual(6)
  expect(s.statements.length - half).toBeLessThanOrEqual(7)
})
