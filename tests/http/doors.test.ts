import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getMe, setLanguage } from '../../src/contracts/accounts.ts'
import { BEGUN_BY } from '../../src/contracts/endpoint.ts'
import { findStudentToInvite } from '../../src/contracts/students.ts'
import { SESSION_COOKIE } from '../../src/server/features/accounts/sessions.ts'
import { type Scenario, SMALL_PDF, startScenario } from '../../src/server/testing/scenario.ts'
import { bodyForAll, ENDPOINTS, ownOf } from './contract.ts'
import { kindOf, makeOneOfEach } from './one-of-each.ts'

let s: Scenario
let school: string
let made: Awaited<ReturnType<typeof makeOneOfEach>>
beforeAll(async () => {
  s = await startScenario()
  school = await s.school({ agreementLevels: ['college', 'school'] })
  made = await makeOneOfEach(s, school)
})
afterAll(() => s.stop())

/** The scenario's `baseUrl`; a request of `inject` is to `localhost:80`, as if reached past it. */
const OURS = 'http://localhost:3000'

describe('an unsafe request comes from our own pages', () => {
  test.each<[string, Record<string, string>, boolean]>([
    ['nothing, as a program', {}, true],
    ['our origin', { origin: OURS }, true],
    ['the address that it is sent to', { origin: 'http://localhost' }, true],
    ['our origin, same-origin', { origin: OURS, 'sec-fetch-site': 'same-origin' }, true],
    ['the reader’s own doing', { 'sec-fetch-site': 'none' }, true],
    ['a referer of ours', { referer: `${OURS}/student/home?x=1` }, true],
    ['another site', { origin: 'https://evil.example' }, false],
    ['an origin that hides', { origin: 'null' }, false],
    ['an origin that is none', { origin: 'localhost:3000' }, false],
    ['our host by another scheme', { origin: 'https://localhost:3000' }, false],
    ['our host by another scheme, without a port', { origin: 'https://localhost' }, false],
    ['our host by another port', { origin: 'http://localhost:8080' }, false],
    ['a host that ours begins', { origin: 'http://localhost:3000.evil.example' }, false],
    ['another site, no origin', { 'sec-fetch-site': 'cross-site' }, false],
    ['a sister site, no origin', { 'sec-fetch-site': 'same-site' }, false],
    ['our origin, yet from another site', { origin: OURS, 'sec-fetch-site': 'cross-site' }, false],
    ['a referer of another site', { referer: 'https://evil.example/' }, false],
    ['a referer by another scheme', { referer: 'https://localhost:3000/' }, false],
    ['a referer that is no address', { referer: 'about:blank' }, false],
  ])('%s', async (_name, headers, isLetIn) => {
    const { token } = await s.student(school)
    const { statusCode, body } = await s
      .visitor(token, headers)
      .ask(setLanguage, { body: { language: 'en' } })
    expect([statusCode, body.includes('foreign-origin')]).toEqual(isLetIn ? [200, false] : [403, true])
  })

  test('reading is let in from everywhere: a link in a mail is one', async () => {
    const { token } = await s.student(school)
    const headers = { 'sec-fetch-site': 'cross-site', referer: 'https://mail.example/' }
    expect((await s.visitor(token, headers).ask(getMe)).statusCode).toBe(200)
  })
})

/** What is the same for everybody. */
const MAY_BE_KEPT = ['listSchools', 'getSchool', 'listCodes', 'getFoot', 'searchSchools', 'listCheckpoints']

test.each(ENDPOINTS)(
  '%s is stored by no browser, whatever it answers, unless all may have it',
  async (name, endpoint) => {
    const kind = kindOf(endpoint)
    const body = bodyForAll({
      studentId: s.anId(),
      studentName: '某人',
      agreementId: s.anId(),
      school,
    })
    const asked = {
      params: {
        school,
        id: kind ? made.things[kind].id : '',
        kind: 'region',
        figure: 'minimum-wage',
        code: 'x'.repeat(22),
        creditCode: body.employer.creditCode,
        shortId: 'abcd1234',
      },
      ...(endpoint.schema.body && { body: ownOf(endpoint, body) }),
      ...(endpoint.schema.consumes && { query: { name: '扫描件.pdf' }, file: SMALL_PDF }),
    }
    const student = kind ? made.things[kind].student : (await s.student(school)).first
    for (const visitor of [s.visitor(), student, made.employer]) {
      const { statusCode, headers } = await visitor.ask(endpoint, asked)
      const mayBeKept = MAY_BE_KEPT.includes(name) && statusCode === 200
      expect(headers['cache-control']).toMatch(mayBeKept ? /^public, max-age=\d+$/ : /^no-store/)
      expect(headers['set-cookie'] && !String(headers['cache-control']).startsWith('no-store')).toBeFalsy()
    }
  },
)

describe('another account has signed in beside the page', () => {
  const asked = (endpoint: (typeof ENDPOINTS)[number][1]) => ({
    params: { school, id: s.anId(), kind: 'region', figure: 'minimum-wage' },
    ...(endpoint.schema.consumes && { query: { name: '扫描件.pdf' }, file: SMALL_PDF }),
    ...(endpoint.schema.body && !endpoint.schema.consumes && { body: {} }),
  })
  const personal = ENDPOINTS.filter(([, { config }]) => config.access !== 'public')

  test.each(personal)('%s is not done, nor read, as somebody else', async (_name, endpoint) => {
    const people = [await s.student(school), await s.employer(school), await s.staff(school, 'administrator')]
    for (const { token } of people) {
      const answer = await s.visitor(token, { [BEGUN_BY]: s.anId() }).ask(endpoint, asked(endpoint))
      expect(['another-account', 'not-allowed', 'not-found']).toContain(answer.json().code)
      expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    }
  })

  test('the page of hr1 invites nobody in the name of hr2’s company, says who is signed in, and goes on once hr1 is back', async () => {
    const [one, two] = [await s.employer(school), await s.employer(school)]
    const student = await s.student(school)
    const look = { params: { school }, body: { name: student.name, studentNumber: student.studentNumber } }
    const me = await one.first.call(getMe)
    const page = (token: string) => s.visitor(token, { [BEGUN_BY]: me.id, 'accept-language': 'en' })
    const refused = (await page(two.token).ask(findStudentToInvite, look)).json()
    expect(refused).toMatchObject({ status: 403, code: 'another-account' })
    const them = await two.first.call(getMe)
    expect(refused.title).toContain(`${them.name} is signed in here now`)
    expect((await page(one.token).ask(findStudentToInvite, look)).statusCode).toBe(200)
  })

  test('it is said before anything else of the request is looked at', async () => {
    const { token } = await s.employer(school)
    const answer = await s.app.inject({
      method: 'POST',
      url: `/api/schools/${school}/invitations`,
      headers: { [BEGUN_BY]: s.anId(), 'content-type': 'application/json' },
      cookies: { [SESSION_COOKIE]: token },
      payload: '{"terms":',
    })
    expect(answer.json().code).toBe('another-account')
  })
})
