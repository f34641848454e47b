import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { weighArchive } from '../../src/contracts/evidence-archives.ts'
import { checkExport, getExportTemplate, previewExport, takeExport } from '../../src/contracts/exports.ts'
import { applyForBooth, getFairToJoin } from '../../src/contracts/fair-entries.ts'
import { getMyFair, leaveFair, signUpForFair } from '../../src/contracts/fair-visits.ts'
import { getDevelopment, getFigures } from '../../src/contracts/figures.ts'
import { countReferrals } from '../../src/contracts/help.ts'
import { getMoment } from '../../src/contracts/moments.ts'
import { SCOPES_OF, type TokenOwnerKind, type TokenScope } from '../../src/domain/api-token/token.ts'
import { verifyJournal } from '../../src/server/db/journal.ts'
import type { Visitor } from '../../src/server/http/visitor.ts'
import { bearing, givenEmployerToken, givenSchoolToken } from '../../src/server/testing/given-token.ts'
import { type Scenario, SMALL_PDF, startScenario } from '../../src/server/testing/scenario.ts'
import { bodyForAll, ENDPOINTS, ownOf } from './contract.ts'
import { type Kind, kindOf, makeOneOfEach } from './one-of-each.ts'

let s: Scenario
let school: string
let elsewhere: string
let things: Awaited<ReturnType<typeof makeOneOfEach>>['things']
let body: ReturnType<typeof bodyForAll>
let intruders: Record<string, Visitor>
/** Programs of the school and of the employer whose the things are, for all that tokens are for. */
let programs: Record<TokenOwnerKind, Visitor>

beforeAll(async () => {
  s = await startScenario()
  school = await s.school({ agreementLevels: ['college', 'school'] })
  elsewhere = await s.school()
  const made = await makeOneOfEach(s, school)
  things = made.things
  const programOf = ({ token }: { token: string }) => s.visitor(null, bearing(token))
  programs = {
    school: programOf(await givenSchoolToken(made.administrator.first, school, SCOPES_OF.school, '中台')),
    employer: programOf(await givenEmployerToken(made.employer, SCOPES_OF.employer, '系统')),
  }
  const { student, inForce } = things
  body = bodyForAll({
    studentId: student.id,
    studentName: student.name,
    agreementId: inForce.id,
    school,
  })
  // All of it is right: who is refused is refused for who they are.
  body = { ...body, studentNumber: student.studentNumber }
  const withoutCode = await s.staff(school, 'administrator')
  await s.giveSecondFactor(withoutCode.userId)
  intruders = {
    nobody: s.visitor(),
    'a forged session': s.visitor('x'.repeat(43)),
    'a forged token': s.visitor(null, bearing(`qy_${'x'.repeat(38)}`)),
    'this school’s program': programs.school,
    'another school’s program': programOf(
      await givenSchoolToken((await s.staff(elsewhere, 'administrator')).first, elsewhere),
    ),
    'another employer’s program': programOf(await givenEmployerToken((await s.employer(school)).first)),
    'another school’s administrator': (await s.staff(elsewhere, 'administrator')).first,
    'another school’s student': (await s.student(elsewhere)).first,
    'another employer': (await s.employer(school)).first,
    'another employer’s recruiter': (
      await s.enter({
        portal: 'employer',
        employerId: (await s.employer(school)).id,
        employerRole: 'recruiter',
      })
    ).first,
    'an employer that this school has suspended': (await s.employer(school, 'suspended')).first,
    'an employer that asks to be admitted': (await s.employer(school, 'pending')).first,
    'an employer of another school': (await s.employer(elsewhere)).first,
    'another student': (await s.student(school)).first,
    'a student not yet verified': (await s.student(school, { verified: false })).first,
    'another college’s reviewer': (await s.staff(school, 'college_reviewer', '02')).first,
    'an administrator without the second factor': withoutCode.first,
    'an operator of the platform': (await s.enter({ portal: 'platform' })).first,
  }
})
afterAll(() => s.stop())

/**
 * A fair that is announced is there for every employer that is admitted, and for every student of the school; the school's form of
 * an export for the staff of every college, each with the graduates of their own; a moment of the school's figures for all its
 * staff, each of whom counts their own part (`moments.test.ts`).
 */
const OF_EVERYBODY = [
  ...[getFairToJoin, applyForBooth, getMyFair, signUpForFair, leaveFair],
  ...[getExportTemplate, previewExport, checkExport, takeExport, getMoment],
].map(({ url }) => url)
const PUBLIC_THINGS: readonly Kind[] = ['fair', 'venue', 'export-template', 'moment']
const isOthers = (url: string) => url.includes('/:id') && !OF_EVERYBODY.some((one) => one === url)
/** About whoever is signed in, and nobody else. */
const isOneself = (access: string) => access === 'person' || access === 'entering'
/** What an employer may call that invites nobody here and has signed with nobody: its own lists across schools, and what a fair asks of it. */
const ofNoSchool = (access: string, url: string) =>
  isOneself(access) ||
  url === getFairToJoin.url ||
  ((access === 'employer' || access === 'owner') && !url.includes('/:school') && !isOthers(url))
/** What a letter says below its terms: whoever may send one at this school reads it before. */
const isReadBeforeSending = (access: string, url: string) =>
  access === 'concerned' && url.endsWith('/notice-texts/:notice')
/** Routes about oneself or open to all of a kind: the intruder may call them, and finds only what is their own. */
const OWN: Record<string, (access: string, url: string, token?: TokenScope) => boolean> = {
  nobody: () => false,
  'a forged session': () => false,
  'a forged token': () => false,
  'this school’s program': (_access, _url, token) => token !== undefined,
  'another school’s program': () => false,
  'another employer’s program': (access, url, token) =>
    token !== undefined && access === 'employer' && !isOthers(url),
  'another school’s administrator': (access) => isOneself(access),
  'another school’s student': (access) => isOneself(access),
  'another employer': (access, url) =>
    isOneself(access) ||
    isReadBeforeSending(access, url) ||
    ((access === 'employer' || access === 'owner') && !isOthers(url)),
  'another employer’s recruiter': (access, url) =>
    isOneself(access) || isReadBeforeSending(access, url) || (access === 'employer' && !isOthers(url)),
  'an employer that this school has suspended': ofNoSchool,
  'an employer that asks to be admitted': ofNoSchool,
  'an employer of another school': ofNoSchool,
  'another student': (access, url) =>
    isOneself(access) ||
    ((access === 'student' || access === 'newcomer' || access === 'concerned') && !isOthers(url)),
  'a student not yet verified': (access) => isOneself(access) || access === 'newcomer',
  'another college’s reviewer': (access, url) =>
    isOneself(access) || ((access === 'staff' || access === 'concerned') && !isOthers(url)),
  'an administrator without the second factor': (access) => access === 'entering',
  'an operator of the platform': (access) => isOneself(access) || access === 'operator',
}

/** Where every chain of the journal ends: whatever is done is a line more in one of them. */
const heads = () =>
  s.db.selectFrom('journalHeads').selectAll().orderBy('schoolId').orderBy('subject').execute()

/** A program may ask five times a second. */
const letSecondPass = () => s.setClock(new Date(s.now().getTime() + 1000).toISOString())

const isShut = (status: number, code: string) =>
  [401, 403, 404].includes(status) || code === 'employer-not-admitted'

test('the OpenAPI document names every route of the contracts and no other', () => {
  const document = s.app.swagger() as unknown as {
    paths: Record<string, Record<string, { responses: object }>>
  }
  const told = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { responses }]) => {
      expect(Object.keys(responses)).toContain('200')
      return `${method.toUpperCase()} ${path}`
    }),
  )
  const written = ENDPOINTS.map(([, { method, url }]) => `${method} ${url.replace(/:(\w+)/g, '{$1}')}`)
  expect(told.sort()).toEqual([...written, 'GET /healthz', 'GET /readyz', 'GET /metrics'].sort())
})

describe.each(Object.keys(OWN))('%s', (who) => {
  const closed = ENDPOINTS.filter(
    ([, { config, url }]) => config.access !== 'public' && !OWN[who]!(config.access, url, config.token),
  )

  test.each(closed)('gets nowhere with %s', async (_name, endpoint) => {
    letSecondPass()
    const before = await heads()
    const kind = kindOf(endpoint)
    // People of another school name the thing at their own school too: only its row can tell that it is not there.
    const named = kind && who.startsWith('another school’s') ? [school, elsewhere] : [school]
    for (const at of named) {
      const answer = await intruders[who]!.ask(endpoint, {
        params: {
          school: at,
          id: kind ? things[kind].id : '',
          creditCode: body.employer.creditCode,
          code: at,
          college: '02',
          majorCode: '080901',
          notice: 'signing',
          shortId: 'abcd1234',
        },
        ...(endpoint.schema.body && { body: ownOf(endpoint, body) }),
        ...(endpoint.schema.consumes && { query: { name: '扫描件.pdf' }, file: SMALL_PDF }),
      })
      expect(isShut(answer.statusCode, answer.json().code)).toBe(true)
      expect(answer.headers['content-type']).toContain('application/problem+json')
    }
    expect(await heads()).toEqual(before)
  })
})

describe.each(Object.keys(OWN).filter((who) => OWN[who]!('person', '')))('%s', (who) => {
  const open = ENDPOINTS.filter(
    ([, { method, config, url }]) =>
      method === 'GET' && config.access !== 'public' && OWN[who]!(config.access, url),
  )

  test.each(open)('reads nothing of others with %s', async (_name, endpoint) => {
    const at = who.includes('another school') ? elsewhere : school
    const { creditCode } = body.employer
    const answer = await intruders[who]!.ask(endpoint, {
      params: { school: at, creditCode, id: '', code: at, college: '02', shortId: 'abcd1234' },
      ...(endpoint.schema.querystring && { query: { pageSize: 100 } }),
    })
    const others = Object.entries(things)
      .filter(([kind]) => !PUBLIC_THINGS.some((one) => one === kind))
      .map(([, { id }]) => id)
      .concat(things.student.name)
    expect(others.filter((one) => answer.body.includes(one))).toEqual([])
  })
})

/** Of what both a school and an employer may read at all: a destination is no employer's business. */
const isOf: Record<TokenOwnerKind, (access: string, url: string) => boolean> = {
  school: (access) => access !== 'employer',
  employer: (access, url) =>
    access === 'employer' || (access === 'concerned' && !url.includes('/destinations/')),
}

describe.each(['school', 'employer'] as const)('a program of the %s', (owner) => {
  test.each(ENDPOINTS.filter(([, { config }]) => config.token !== undefined))(
    'is let in to %s just where its token is for that',
    async (_name, endpoint) => {
      letSecondPass()
      const { config, url, schema } = endpoint
      const kind = kindOf(endpoint)
      const answer = await programs[owner].ask(endpoint, {
        params: { school, id: kind ? things[kind].id : '' },
        ...(url.endsWith('/development') && { query: { year: 2026, measure: 'placed' } }),
        ...(schema.body && { body: ownOf(endpoint, body) }),
        ...(schema.consumes && { query: { name: '名单.csv' }, file: SMALL_PDF }),
      })
      const isFor = SCOPES_OF[owner].some((one) => one === config.token) && isOf[owner](config.access, url)
      expect([answer.statusCode, isShut(answer.statusCode, answer.json().code)]).toEqual(
        isFor ? [endpoint.method === 'GET' ? 200 : expect.any(Number), false] : [expect.any(Number), true],
      )
    },
  )
})

test('no token signs, decides, or reaches what is a person’s own', () => {
  for (const [name, { method, url, config }] of ENDPOINTS) {
    if (config.token === undefined) continue
    const isRight =
      !config.signs &&
      !url.includes('/my/') &&
      (method === 'GET' || config.token.endsWith('.prepare')) &&
      ['staff', 'employer', 'concerned', 'administrator'].includes(config.access) &&
      (config.access !== 'administrator' || config.token === 'roster.prepare')
    expect([name, isRight]).toEqual([name, true])
  }
})

test('another college’s reviewer reads nothing more by naming the college', async () => {
  // What is downloaded is tried where it is (`paper-forms.test.ts`).
  const lists = ENDPOINTS.filter(
    ([, { url, config, schema }]) =>
      // An administrator's and the school's own are no college's; what an archive has is weighed, not listed (`evidence-archives.test.ts`).
      config.access !== 'administrator' &&
      config.access !== 'reviewer' &&
      url !== weighArchive.url &&
      // Figures and files are no lists: what a college's reviewer counts and takes is tried where they are (`figures.test.ts`, `exports.test.ts`, `help.test.ts`).
      ![getFigures.url, getDevelopment.url, previewExport.url, checkExport.url, countReferrals.url].some(
        (one) => one === url,
      ) &&
      schema.querystring?.shape.college &&
      !isOthers(url) &&
      !schema.produces,
  )
  expect(lists).toHaveLength(12)
  for (const [, endpoint] of lists) {
    const answer = await intruders['another college’s reviewer']!.ask(endpoint, {
      params: { school },
      query: { college: '01', year: 2026, measure: 'placed' },
    })
    expect(answer.json().items).toEqual([])
  }
})

test.each<[string, Kind]>([
  ['passAgreements', 'agreement'],
  ['passDissolutions', 'dissolution'],
  ['passDestinations', 'destination'],
  ['passCorrections', 'correction'],
  ['passRecommendations', 'recommendation'],
])('a batch %s by another college’s reviewer passes nothing', async (name, kind) => {
  const [, endpoint] = ENDPOINTS.find(([one]) => one === name)!
  const items = [{ id: things[kind].id, seenVersion: 1 }]
  const answer = await intruders['another college’s reviewer']!.ask(endpoint, {
    params: { school },
    body: { items },
  })
  expect(answer.json()).toMatchObject({ results: [{ passed: false, code: 'not-found' }] })
})

test('another employer asks nobody else’s student to dissolve, alone or with others', async () => {
  const [, endpoint] = ENDPOINTS.find(([name]) => name === 'askDissolutions')!
  const answer = await intruders['another employer']!.ask(endpoint, { body })
  expect(answer.json()).toMatchObject({ results: [{ passed: false, code: 'not-found' }] })
})

test('after all of it the journal is whole', async () => {
  expect((await verifyJournal(s.db)).faults).toEqual([])
})
