import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askDissolution } from '../../contracts/dissolutions.ts'
import type { Endpoint } from '../../contracts/endpoint.ts'
import { registerPaper } from '../../contracts/paper.ts'
import { verifyJournal } from '../db/journal.ts'
import type { Visitor } from '../front-door.ts'
import { bodyForAll, ENDPOINTS } from './contract.ts'
import { declare } from './destination-forms.ts'
import { type Scenario, SMALL_PDF, startScenario } from './scenario.ts'

let s: Scenario
let school: string
let ids: Record<
  'invitation' | 'agreement' | 'inForce' | 'paper' | 'dissolution' | 'destination' | 'evidence' | 'student',
  string
>
let body: ReturnType<typeof bodyForAll>
let intruders: Record<string, Visitor>

/** One of everything that belongs to somebody, each of people of its own. */
async function makeOneOfEach() {
  const college = await s.staff(school, 'college_reviewer', '01')
  const reviewer = await s.staff(school, 'school_reviewer')
  const [student, employer] = [await s.student(school), await s.employer(school)]
  const agreement = await s.sign(employer, student)
  const leaver = await s.student(school)
  const signed = await s.sign(employer, leaver)
  await s.certify(signed, college)
  const { version } = await s.certify(signed, reviewer)
  const dissolution = await leaver.first.call(askDissolution, {
    params: { school, id: signed.id },
    body: { seenVersion: version, noticeRead: true, ground: 'mutual', reason: '协商' },
  })
  const inForce = await s.sign(employer, await s.student(school))
  await s.certify(inForce, college)
  await s.certify(inForce, reviewer)
  const onPaper = await s.student(school)
  const paper = await onPaper.first.call(registerPaper, {
    params: { school },
    body: { ...body, evidence: [await s.scan(onPaper.first, school)] },
  })
  const destination = await declare(s, await s.student(school), '801')
  return {
    invitation: agreement.invitationId!,
    agreement: agreement.id,
    inForce: inForce.id,
    paper: paper.id,
    dissolution: dissolution.id,
    destination: destination.id,
    evidence: destination.evidence[0]!.id,
    student: student.id,
  }
}

/** The thing that an endpoint's `:id` means. */
const idFor = ({ url }: Endpoint): string => {
  if (/agreements\/:id\/(correct|cancel)$/.test(url)) return ids.paper
  if (/agreements\/:id\/(ask-dissolution|dissolution-offer|fulfil)$/.test(url)) return ids.inForce
  const kinds = ['invitation', 'dissolution', 'destination', 'evidence', 'student'] as const
  return ids[kinds.find((kind) => url.includes(`/${kind}`)) ?? 'agreement']
}

beforeAll(async () => {
  s = await startScenario()
  school = await s.school({ agreementLevels: ['college', 'school'] })
  const elsewhere = await s.school()
  body = bodyForAll({ studentId: s.anId(), studentName: 'not the name', agreementId: s.anId(), school })
  ids = await makeOneOfEach()
  body = { ...body, studentId: ids.student, items: body.items.map((item) => ({ ...item, id: ids.inForce })) }
  intruders = {
    nobody: s.visitor(),
    'a forged session': s.visitor('x'.repeat(43)),
    'another school’s administrator': (await s.staff(elsewhere, 'administrator')).first,
    'another school’s student': (await s.student(elsewhere)).first,
    'another employer': (await s.employer(school)).first,
    'another student': (await s.student(school)).first,
    'a student not yet verified': (await s.student(school, { verified: false })).first,
    'another college’s reviewer': (await s.staff(school, 'college_reviewer', '02')).first,
  }
})
afterAll(() => s.stop())

const isOthers = (url: string) => url.includes('/:id')
/** Routes about oneself or open to all of a kind: the intruder may call them, and finds only what is their own. */
const OWN: Record<string, (access: string, url: string) => boolean> = {
  nobody: () => false,
  'a forged session': () => false,
  'another school’s administrator': (access) => access === 'person',
  'another school’s student': (access) => access === 'person',
  'another employer': (access, url) =>
    access === 'person' || ((access === 'employer' || access === 'party') && !isOthers(url)),
  'another student': (access, url) =>
    access === 'person' ||
    ((access === 'student' || access === 'newcomer' || access === 'party') && !isOthers(url)),
  'a student not yet verified': (access) => access === 'person' || access === 'newcomer',
  'another college’s reviewer': (access, url) =>
    access === 'person' || ((access === 'staff' || access === 'party') && !isOthers(url)),
}

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
    ([, { config, url }]) => config.access !== 'public' && !OWN[who]!(config.access, url),
  )

  test.each(closed)('gets nowhere with %s', async (_name, endpoint) => {
    const before = await verifyJournal(s.db)
    const answer = await intruders[who]!.ask(endpoint, {
      params: { school, id: idFor(endpoint), creditCode: body.employer.creditCode },
      ...(endpoint.schema.body && { body }),
      ...(endpoint.schema.consumes && { query: { name: '扫描件.pdf' }, file: SMALL_PDF }),
    })
    expect([401, 403, 404]).toContain(answer.statusCode)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(await verifyJournal(s.db)).toEqual(before)
  })
})

test.each(['passAgreements', 'passDissolutions', 'passDestinations'])(
  'a batch %s by another college’s reviewer passes nothing',
  async (name) => {
    const [, endpoint] = ENDPOINTS.find(([one]) => one === name)!
    const id = { passAgreements: ids.agreement, passDissolutions: ids.dissolution }[name] ?? ids.destination
    const items = [{ id, seenVersion: 1 }]
    const answer = await intruders['another college’s reviewer']!.ask(endpoint, {
      params: { school },
      body: { items },
    })
    expect(answer.json()).toMatchObject({ results: [{ passed: false, code: 'not-found' }] })
  },
)

test('another employer asks nobody else’s student to dissolve, alone or with others', async () => {
  const [, endpoint] = ENDPOINTS.find(([name]) => name === 'askDissolutions')!
  const answer = await intruders['another employer']!.ask(endpoint, { body })
  expect(answer.json()).toMatchObject({ results: [{ passed: false, code: 'not-found' }] })
})

test('a page of another site cannot act with our reader’s session', async () => {
  const student = await s.student(school)
  const [, signOut] = ENDPOINTS.find(([name]) => name === 'signOut')!
  const foreign = s.visitor(student.token, { origin: 'https://evil.example' })
  expect((await foreign.ask(signOut)).json().code).toBe('foreign-origin')
  expect((await student.first.ask(signOut)).statusCode).toBe(200)
})
