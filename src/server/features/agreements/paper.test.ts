import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as agreements from '../../../contracts/agreements.ts'
import * as contract from '../../../contracts/agreements.ts'
import * as dissolutions from '../../../contracts/dissolutions.ts'
import { findEmployerByCreditCode } from '../../../contracts/employers.ts'
import * as invitations from '../../../contracts/invitations.ts'
import { studentHome } from '../../../contracts/students.ts'
import { withCreditCheck } from '../../../domain/identifiers.ts'
import { sampleTerms } from '../../demo/terms.ts'
import { type Scenario, SMALL_PDF, startScenario } from '../../testing/scenario.ts'

let s: Scenario
let school: string
let reviewer: Awaited<ReturnType<Scenario['staff']>>
const UNKNOWN = withCreditCheck('91420100MA4KUNKNX')
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
  reviewer = await s.staff(school, 'school_reviewer')
})
afterAll(() => s.stop())

const sha256Of = (file: Buffer) => createHash('sha256').update(file).digest('hex')
type Student = Awaited<ReturnType<Scenario['student']>>
const paper = async (student: Student, change: object = {}) => ({
  employer: { creditCode: UNKNOWN, name: '远山食品有限公司' },
  signedOn: '2026-05-28',
  terms: sampleTerms('2026-07-10'),
  evidence: [await s.scan(student.first, student.school)],
  confirmed: true as const,
  ...change,
})
const register = async (student: Student, change: object = {}) =>
  student.first.ask(contract.registerPaper, {
    params: { school: student.school },
    body: await paper(student, change),
  })

test('registered, certified, dissolved by the school with the employer’s proof: its number is of kind 2 (R10, R14)', async () => {
  const school = await s.school()
  const [student, reviewer] = [await s.student(school), await s.staff(school, 'school_reviewer')]
  const registered = (await register(student)).json() as agreements.AgreementView
  expect(registered).toMatchObject({
    kind: 'paper',
    status: 'in_review',
    signedOn: '2026-05-28',
    employer: { id: null, name: '远山食品有限公司', creditCode: UNKNOWN },
    actions: ['correct', 'cancel'],
  })
  expect(registered.number).toMatch(/^22026\d{5}000001$/)
  expect(registered.evidence.map(({ name }) => name)).toEqual(['扫描件.pdf'])
  const home = async () => (await student.first.call(studentHome, { params: { school } })).employment
  expect((await home()).status).toBe('signing')
  const certified = await s.certify(registered, reviewer)
  expect(await home()).toMatchObject({ status: 'employed', holder: '远山食品有限公司', date: '2026-06-01' })
  expect((await home()).category?.name).toBe('签就业协议形式就业')

  const params = { school, id: registered.id }
  const asking = {
    seenVersion: certified.version,
    noticeVersion: 1,
    ground: 'other-offer' as const,
    reason: '单位同意解除',
  }
  const bare = await student.first.ask(dissolutions.askDissolution, { params, body: asking })
  expect(bare.json().code).toBe('evidence-needed')
  const evidence = [await s.scan(student.first, school, '解约证明🎓.pdf')]
  const asked = await student.first.call(dissolutions.askDissolution, {
    params,
    body: { ...asking, evidence },
  })
  expect(asked).toMatchObject({ status: 'in_review', kind: 'paper', waitingFor: 'school', answerBy: null })
  const passed = await reviewer.first.call(dissolutions.dissolutionActs.pass, {
    params: { school, id: asked.id },
    body: { seenVersion: asked.version },
  })
  expect(passed.status).toBe('completed')
  expect((await home()).status).toBe('unplaced')
  expect((await register(student)).statusCode).toBe(200)
})

test('a returned scan is replaced, what was corrected is reviewed anew, and the old file is kept aside', async () => {
  const student = await s.student(school)
  const registered = (await register(student)).json() as agreements.AgreementView
  const params = { school, id: registered.id }
  const reason = '第二页不清楚'
  await reviewer.first.call(agreements.agreementActs.return, { params, body: { seenVersion: 1, reason } })
  const page = await student.first.call(agreements.getAgreement, { params })
  expect([page.status, page.waitingFor, page.actions]).toEqual(['returned', 'student', ['correct', 'cancel']])
  const body = {
    ...(await paper(student, { employer: { creditCode: UNKNOWN, name: '远山食品（武汉）有限公司' } })),
    seenVersion: page.version,
  }
  const corrected = await student.first.call(contract.agreementActs.correct, { params, body })
  expect(corrected).toMatchObject({ status: 'in_review', waitingFor: 'school' })
  expect(corrected.employer.name).toBe('远山食品（武汉）有限公司')
  expect(corrected.evidence.map(({ id }) => id)).toEqual(body.evidence)
  const kept = await s.db
    .selectFrom('evidence')
    .where('subject', '=', `agreement:${registered.id}`)
    .select(['id', 'supersededAt'])
    .execute()
  expect(kept.filter(({ supersededAt }) => supersededAt !== null)).toHaveLength(1)
  const again = await student.first.ask(contract.registerPaper, {
    params: { school },
    body: await paper(student),
  })
  expect(again.json()).toMatchObject({
    code: 'student-already-placed',
    details: { holder: corrected.employer.name },
  })
  const stale = await reviewer.first.ask(agreements.agreementActs.pass, {
    params,
    body: { seenVersion: page.version },
  })
  expect(stale.json().code).toBe('content-changed')
})

test('the reviewer sees what each correction has changed: terms, employer, day and scans, and the journal names the scans by content', async () => {
  const student = await s.student(school)
  const sent = await paper(student)
  const { id } = await student.first.call(contract.registerPaper, { params: { school }, body: sent })
  const params = { school, id }
  const next = {
    ...sent,
    employer: { creditCode: withCreditCheck('91420100MA4KWXYU5'), name: '远水食品有限公司' },
    signedOn: '2026-05-30',
    terms: { ...sent.terms, penalty: 1 },
    evidence: [await s.scan(student.first, school, '第一页.pdf'), await s.scan(student.first, school)],
  }
  await student.first.call(contract.agreementActs.correct, { params, body: { ...next, seenVersion: 1 } })
  const signedOn = '2026-05-29'
  await student.first.call(contract.agreementActs.correct, {
    params,
    body: { ...next, signedOn, seenVersion: 2 },
  })
  // Another file may bear the same name.
  const evidence = [next.evidence[0]!, await s.scan(student.first, school)]
  const last = { ...next, signedOn, evidence, seenVersion: 3 }
  await student.first.call(contract.agreementActs.correct, { params, body: last })

  const seen = await reviewer.first.call(agreements.getAgreement, { params })
  expect(seen.history.map(({ changes }) => changes)).toEqual([
    expect.arrayContaining([
      { field: 'employer.name', before: '远山食品有限公司', after: '远水食品有限公司' },
      { field: 'employer.creditCode', before: UNKNOWN, after: next.employer.creditCode },
      { field: 'signedOn', before: '2026-05-28', after: '2026-05-30' },
      { field: 'penalty', before: String(sent.terms.penalty), after: '1' },
      { field: 'evidence', before: '扫描件.pdf', after: '第一页.pdf\n扫描件.pdf' },
    ]),
    [{ field: 'signedOn', before: '2026-05-30', after: '2026-05-29' }],
    [{ field: 'evidence', before: '第一页.pdf\n扫描件.pdf', after: '第一页.pdf\n扫描件.pdf' }],
  ])
  expect(seen.history[0]?.changes).toHaveLength(5)
  const journaled = (await s.journal(`agreement:${id}`)).map(
    ({ entry }) => (entry as { data: { evidence: string } }).data.evidence,
  )
  expect(journaled).toEqual(
    [sent.evidence, next.evidence, next.evidence, evidence].map((ids) =>
      ids.map((one) => `${one}:${sha256Of(SMALL_PDF)}`).join(' '),
    ),
  )
})

test('cancelled by the student alone: the place is free; an employer never sees it', async () => {
  const student = await s.student(school)
  const employer = await s.employer(school)
  const { creditCode } = await s.db
    .selectFrom('employers')
    .where('id', '=', employer.id)
    .select('creditCode')
    .executeTakeFirstOrThrow()
  const registered = (await register(student, { employer: { creditCode, name: employer.name } })).json()
  expect(registered.employer.id).toBe(employer.id)
  const params = { school, id: registered.id }
  expect((await employer.first.ask(agreements.getAgreement, { params })).statusCode).toBe(404)
  expect((await employer.first.call(agreements.listSignedStudents)).total).toBe(0)
  const cancelled = await student.first.call(agreements.agreementActs.cancel, {
    params,
    body: { seenVersion: 1 },
  })
  expect(cancelled.status).toBe('cancelled')
  expect((await student.first.call(contract.listMyPaper, { params: { school } })).reasons).toEqual([])
})

test('what was typed wrong is named: a known employer called otherwise, a day to come, no scan, somebody else’s scan', async () => {
  const student = await s.student(school)
  const employer = await s.employer(school)
  const { creditCode } = await s.db
    .selectFrom('employers')
    .where('id', '=', employer.id)
    .select('creditCode')
    .executeTakeFirstOrThrow()
  const found = await student.first.call(findEmployerByCreditCode, {
    params: { school, creditCode },
  })
  expect(found.name).toBe(employer.name)
  const other = await s.student(school)
  const cases: [object, string, string][] = [
    [{ employer: { creditCode, name: '别的名称' } }, 'employer-name-mismatch', 'employer.name'],
    [{ employer: { creditCode: '91420100MA4KUNKNX0', name: '甲' } }, 'invalid-input', 'employer.creditCode'],
    [{ signedOn: '2026-06-02' }, 'day-not-meant', 'signedOn'],
    [{ evidence: [] }, 'evidence-needed', 'evidence'],
    [{ evidence: [await s.scan(other.first, school)] }, 'evidence-not-found', 'evidence'],
  ]
  for (const [change, code, field] of cases) {
    const answer = await register(student, change)
    expect([answer.json().code, answer.json().errors[0].field]).toEqual([code, field])
  }
  expect((await student.first.call(studentHome, { params: { school } })).employment.status).toBe('unplaced')
})

test('paper and online exclude one another, both ways, and the refusal names the holder (R10)', async () => {
  const [one, two] = [await s.student(school), await s.student(school)]
  const employer = await s.employer(school)
  await register(one)
  const invitation = await s.invite(employer, one)
  const answer = await one.first.ask(invitations.invitationActs.accept, s.acceptance(invitation))
  expect(answer.json()).toMatchObject({
    code: 'student-already-placed',
    details: { holder: '远山食品有限公司' },
  })
  const signed = await s.sign(employer, two)
  expect((await register(two)).json()).toMatchObject({
    code: 'student-already-placed',
    details: { holder: employer.name, number: signed.number },
  })
})

test('a 定向 student registers only the designated employer’s paper (R19)', async () => {
  const student = await s.student(school, { designatedEmployer: '定向单位' })
  expect((await register(student)).json().code).toBe('designated-employer-only')
  const right = await register(student, { employer: { creditCode: UNKNOWN, name: '定向单位' } })
  expect(right.statusCode).toBe(200)
  const body = { ...(await paper(student)), seenVersion: 1 }
  const corrected = await student.first.ask(contract.agreementActs.correct, {
    params: { school, id: right.json().id },
    body,
  })
  expect(corrected.json().code).toBe('designated-employer-only')
  // By its credit code where the roster says that too: a name alone is anybody's.
  const bound = await s.student(school, { designatedEmployer: '定向单位', designatedCreditCode: UNKNOWN })
  const named = (creditCode: string, name: string) => register(bound, { employer: { creditCode, name } })
  const other = await s.employer(school)
  expect((await named(other.creditCode, other.name)).json()).toMatchObject({
    code: 'designated-employer-only',
    details: { employer: `定向单位 ${UNKNOWN}` },
  })
  expect((await named(UNKNOWN, '改过名的定向单位')).statusCode).toBe(200)
})
