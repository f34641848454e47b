import { afterAll, beforeAll, expect, test } from 'vitest'
import * as agreements from '../../../contracts/agreements.ts'
import { declareDestination, listDestinations } from '../../../contracts/destinations.ts'
import type { Endpoint } from '../../../contracts/endpoint.ts'
import { readEvidence } from '../../../contracts/evidence.ts'
import { invitationActs } from '../../../contracts/invitations.ts'
import { listNotifications } from '../../../contracts/notifications.ts'
import { getStudentFile, moveStudent } from '../../../contracts/students.ts'
import { verifyJournal } from '../../db/journal.ts'
import { declarationOf, declare } from '../../testing/destination-forms.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

let s: Scenario
let school: string
let old: Awaited<ReturnType<Scenario['staff']>>
let next: Awaited<ReturnType<Scenario['staff']>>
let reviewer: Awaited<ReturnType<Scenario['staff']>>
let administrator: Awaited<ReturnType<Scenario['staff']>>
beforeAll(async () => {
  s = await startScenario()
  school = await s.school({
    agreementLevels: ['college', 'school'],
    destinationLevels: ['college', 'school'],
  })
  old = await s.staff(school, 'college_reviewer', '01')
  next = await s.staff(school, 'college_reviewer', '02')
  reviewer = await s.staff(school, 'school_reviewer')
  administrator = await s.staff(school, 'administrator')
})
afterAll(() => s.stop())

type Person = Awaited<ReturnType<Scenario['staff']>>
const file = ({ first }: Person, id: string) => first.call(getStudentFile, { params: { school, id } })
const moving = async (id: string, collegeId = '02') => ({
  params: { school, id },
  body: { seenVersion: (await file(reviewer, id)).version, collegeId, reason: '转专业' },
})
const queueOf = async ({ first }: Person, query: object = {}) =>
  (await first.call(agreements.listAgreements, { params: { school }, query })).items.map(({ id }) => id)
const pageOf = ({ first }: Person, id: string) =>
  first.ask(agreements.getAgreement, { params: { school, id } })
const toldOf = async ({ first }: Person, id: string) =>
  (await first.call(listNotifications, { query: { pageSize: 100 } })).items
    .filter(({ subject }) => subject.id === id)
    .map(({ kind }) => kind)

test('what waits for the college is in the new one’s queue, which is told and decides; the old one has no more of it', async () => {
  const student = await s.student(school)
  const agreement = await s.sign(await s.employer(school), student)
  expect(await queueOf(old)).toContain(agreement.id)
  expect((await file(reviewer, student.id)).moveTo).toEqual([{ id: '02', name: '二院' }])
  const moved = await reviewer.first.call(moveStudent, await moving(student.id))
  expect([moved.college, moved.collegeId, moved.moveTo.map(({ id }) => id)]).toEqual(['二院', '02', ['01']])

  expect(await queueOf(old)).not.toContain(agreement.id)
  expect(await queueOf(old, { queue: 'all' })).not.toContain(agreement.id)
  expect((await pageOf(old, agreement.id)).statusCode).toBe(404)
  expect(await queueOf(next)).toContain(agreement.id)
  expect(await toldOf(next, agreement.id)).toEqual(['agreement.to-review'])
  const act = { params: { school, id: agreement.id }, body: { seenVersion: agreement.version } }
  expect((await old.first.ask(agreements.agreementActs.pass, act)).statusCode).toBe(404)
  // It keeps who the student was when it was signed, and says that the roster has changed since.
  const passed = await next.first.call(agreements.agreementActs.pass, act)
  expect(passed).toMatchObject({ waitingFor: 'school', dataChangedSince: true, student: { college: '一院' } })
  expect((await file(next, student.id)).agreements.map(({ id }) => id)).toEqual([agreement.id])
  expect((await old.first.ask(getStudentFile, { params: { school, id: student.id } })).statusCode).toBe(404)
})

test('a college keeps reading what it has decided, with its files, and acts on it no more', async () => {
  const student = await s.student(school)
  const declared = await declare(s, student, '801')
  const agreement = await s.sign(await s.employer(school), await s.student(school))
  await s.certify(agreement, old)
  const signer = agreement.student.id
  await administrator.first.call(moveStudent, await moving(signer))
  const page = (await pageOf(old, agreement.id)).json()
  expect([page.waitingFor, page.actions]).toEqual(['school', []])
  expect(await queueOf(old)).not.toContain(agreement.id)
  expect(await queueOf(old, { queue: 'all' })).toContain(agreement.id)
  const back = { params: { school, id: agreement.id }, body: { seenVersion: page.version, reason: '材料' } }
  await reviewer.first.call(agreements.agreementActs.return, back)
  // It comes back to the college of the student.
  for (const endpoint of [agreements.agreementActs.pass, agreements.agreementActs.reject] as Endpoint[]) {
    const tried = await old.first.ask(endpoint, {
      ...back,
      body: { ...back.body, seenVersion: page.version + 1 },
    })
    expect([403, 409]).toContain(tried.statusCode)
  }

  const [scan] = declared.evidence
  await administrator.first.call(moveStudent, await moving(student.id))
  const seen = ({ first }: Person) => first.ask(readEvidence, { params: { school, id: scan!.id } })
  expect([(await seen(old)).statusCode, (await seen(next)).statusCode]).toEqual([404, 200])
  const { items } = await next.first.call(listDestinations, { params: { school } })
  expect(items.map(({ id }) => id)).toContain(declared.id)
})

test('only staff of the school itself move a student, with a reason, to a college that there is', async () => {
  const student = await s.student(school)
  const input = await moving(student.id)
  const ask = (person: Person, change: object = {}) =>
    person.first.ask(moveStudent, { ...input, body: { ...input.body, ...change } })
  expect((await file(old, student.id)).moveTo).toEqual([])
  expect((await ask(old)).json().code).toBe('not-allowed')
  expect((await ask(next)).json().code).toBe('not-found')
  expect((await ask(reviewer, { reason: ' ' })).json().errors).toMatchObject([{ field: 'reason' }])
  expect((await ask(reviewer, { collegeId: '77' })).json()).toMatchObject({
    code: 'no-such-college',
    errors: [{ field: 'collegeId' }],
  })
  expect((await ask(reviewer, { collegeId: '01' })).json().code).toBe('nothing-changed')
  expect((await ask(reviewer)).statusCode).toBe(200)
  expect((await ask(reviewer)).json().code).toBe('content-changed')
  const [line] = await s.journal(`student:${student.id}`)
  expect(line!.entry).toMatchObject({
    action: 'student.move-college',
    from: '01',
    to: '02',
    reason: '转专业',
  })
})

test('moved while something is signed, declared or passed: whatever comes first, all is with the student’s college', async () => {
  for (let round = 0; round < 8; round++) {
    const [signing, declaring, passing] = [
      await s.student(school),
      await s.student(school),
      await s.student(school),
    ]
    const invitation = await s.invite(await s.employer(school), signing)
    const { id, version } = await s.sign(await s.employer(school), passing)
    const acts = [
      () => signing.first.ask(invitationActs.accept, s.acceptance(invitation)),
      async () => declaring.first.ask(declareDestination, await declarationOf(s, declaring, '801')),
      () =>
        old.second.ask(agreements.agreementActs.pass, {
          params: { school, id },
          body: { seenVersion: version },
        }),
    ]
    const moves = [signing, declaring, passing].map(
      (one) => async () => administrator.second.ask(moveStudent, await moving(one.id)),
    )
    const answers = await Promise.all(
      [...(round % 2 ? [...acts, ...moves] : [...moves, ...acts])].map((ask) => ask()),
    )
    for (const answer of answers) expect([200, 404, 409]).toContain(answer.statusCode)
  }
  const strays = await s.db
    .selectFrom('agreements as a')
    .innerJoin('students as st', 'st.id', 'a.studentId')
    .whereRef('a.collegeId', '<>', 'st.collegeId')
    .select('a.id')
    .execute()
  expect(strays).toEqual([])
  expect((await verifyJournal(s.db)).faults).toEqual([])
})
