import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Output } from '../../../contracts/address.ts'
import { agreementActs, type getAgreement, listSignedStudents } from '../../../contracts/agreements.ts'
import { askDissolution, dissolutionActs, listEmployerDissolutions } from '../../../contracts/dissolutions.ts'
import { COUNTED_BY, employerWorkbench, MOST_ON_DESK } from '../../../contracts/employers.ts'
import { invitationActs, listSentInvitations } from '../../../contracts/invitations.ts'
import { sweep } from '../../background/sweep.ts'
import { sampleTerms } from '../../demo/terms.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { saveAdmission } from '../admissions/queries.ts'

let s: Scenario
beforeAll(async () => {
  s = await startScenario()
})
beforeEach(() => s.setClock('2026-06-01T10:00:00+08:00'))
afterAll(() => s.stop())

type Employer = Awaited<ReturnType<Scenario['employer']>>
type Student = Awaited<ReturnType<Scenario['student']>>
type Agreement = Output<typeof getAgreement>
const desk = (of: Employer) => of.first.call(employerWorkbench)

const decline = (of: Student, { id, version }: { id: string; version: number }) =>
  of.first.call(invitationActs.decline, {
    params: { school: of.school, id },
    body: { seenVersion: version, reason: '已有安排' },
  })
const asksToDissolve = (side: Employer | Student, { id, version, school }: Agreement) =>
  side.first.call(askDissolution, {
    params: { school: school.code, id },
    body: { seenVersion: version, noticeVersion: 1, ground: 'mutual', reason: '协商解约' },
  })
const asksToCancel = (side: Employer | Student, { id, version, school }: Agreement) =>
  side.first.call(agreementActs['ask-cancellation'], {
    params: { school: school.code, id },
    body: { seenVersion: version, reason: '另有安排' },
  })
async function sentBack(agreement: Agreement, reviewer: Awaited<ReturnType<Scenario['staff']>>) {
  const params = { school: agreement.school.code, id: agreement.id }
  const body = { seenVersion: agreement.version, reason: '薪酬有误' }
  return reviewer.first.call(agreementActs.return, { params, body })
}

const LISTS = {
  invitations: listSentInvitations,
  agreements: listSignedStudents,
  dissolutions: listEmployerDissolutions,
} as const

/** Each number is that of the list which it leads to, and the parts of the desk hold as many. */
async function expectCountsAreLists(of: Employer) {
  const { counts, mine, ended, others } = await desk(of)
  for (const kind of ['invitations', 'agreements', 'dissolutions'] as const)
    for (const [number, query] of Object.entries<object>(COUNTED_BY[kind])) {
      const { total } = (await of.first.ask(LISTS[kind], { query })).json()
      expect([kind, number, counts[kind][number as never]]).toEqual([kind, number, total])
    }
  const { invitations, agreements, dissolutions } = counts
  expect(mine).toHaveLength(Math.min(MOST_ON_DESK, agreements.employer + dissolutions.employer))
  expect(ended).toHaveLength(Math.min(MOST_ON_DESK, invitations.endedLately))
  const elsewhere =
    invitations.pending + agreements.student + agreements.school + dissolutions.student + dissolutions.school
  expect(others).toHaveLength(Math.min(MOST_ON_DESK, elsewhere))
  return counts
}
const idsOf = (cases: readonly { readonly id: string }[]) => cases.map(({ id }) => id)

/** An employer at two schools with one of everything that may stand on its desk, and another one at the first. */
async function oneOfEverything() {
  const [school, elsewhere] = [await s.school({ answerDays: 3 }), await s.school()]
  const [employer, other] = [await s.employer(school), await s.employer(school)]
  await saveAdmission(s.db, elsewhere, employer.id, 'approved', s.now())
  const [reviewer, atOther] = [
    await s.staff(school, 'school_reviewer'),
    await s.staff(elsewhere, 'school_reviewer'),
  ]
  const student = () => s.student(school)
  const inForce = async () => {
    const of = await student()
    return { of, agreement: await s.certify(await s.sign(employer, of), reviewer) }
  }
  const pending = await s.invite(employer, await s.student(elsewhere), {}, 9)
  const soon = await s.invite(employer, await student(), {}, 3)
  const refuser = await student()
  const declined = await s.invite(employer, refuser)
  await decline(refuser, declined)
  const inReview = await s.sign(employer, await student())
  const returned = await sentBack(await s.sign(employer, await s.student(elsewhere)), atOther)
  const leaver = await student()
  const toCancel = await asksToCancel(leaver, await s.sign(employer, leaver))
  const cancelling = await asksToCancel(employer, await s.sign(employer, await student()))
  const asked = await inForce()
  const toAnswer = (await asksToDissolve(asked.of, asked.agreement)).id
  const asking = (await asksToDissolve(employer, (await inForce()).agreement)).id
  await inForce()
  // What is another employer's stands on its desk alone.
  await s.invite(other, refuser)
  await s.sign(other, await student())
  return {
    ...{ school, elsewhere, employer, other, refuser, asked, reviewer },
    ...{ pending, soon, declined, inReview, returned, toCancel, cancelling, toAnswer, asking },
  }
}

test('the desk holds the cases across schools, by whose turn it is, and each number is that of its list', async () => {
  const made = await oneOfEverything()
  const { employer, other } = made
  expect(await expectCountsAreLists(employer)).toEqual({
    invitations: { pending: 2, endingSoon: 0, endedLately: 1 },
    applications: { submitted: 0, seen: 0 },
    interviews: { asked: 0 },
    agreements: { employer: 2, student: 1, school: 1, inForce: 3 },
    dissolutions: { employer: 1, student: 1, school: 0 },
  })
  const { mine, ended, others } = await desk(employer)
  // What ends first, then what has waited longest.
  expect(idsOf(mine)).toEqual([made.toAnswer, made.returned.id, made.toCancel.id])
  expect(mine[0]).toMatchObject({
    kind: 'dissolution',
    school: { code: made.school },
    student: { name: made.asked.of.name, studentNumber: made.asked.of.studentNumber },
    position: sampleTerms('2026-07-10').position,
    since: '2026-06-01T02:00:00.000Z',
    until: '2026-06-04',
    status: 'awaiting_counterparty',
    standing: { key: 'asked', by: 'student', turn: 'employer', due: 'answer' },
  })
  expect(mine[1]).toMatchObject({ kind: 'agreement', school: { code: made.elsewhere }, until: null })
  expect(ended).toMatchObject([{ id: made.declined.id, status: 'declined' }])
  expect(idsOf(others)).toEqual([
    ...[made.soon.id, made.asking].sort(),
    made.pending.id,
    ...[made.inReview.id, made.cancelling.id].sort(),
  ])
  await expectCountsAreLists(other)
  expect(idsOf((await desk(other)).others)).toHaveLength(2)
  expect(JSON.stringify(await desk(other))).not.toContain(made.asked.of.studentNumber)
  expect(JSON.stringify(await desk(employer))).not.toContain(other.id)
})

test('the days move cases on the desk before and after any sweep', async () => {
  const { employer, declined, toAnswer, asking, soon } = await oneOfEverything()
  const at = async (clock: string) => {
    s.setClock(clock)
    const before = await expectCountsAreLists(employer)
    await sweep(s.services)
    expect(await expectCountsAreLists(employer)).toEqual(before)
    return before
  }
  expect((await at('2026-06-03T00:00:00+08:00')).invitations.endingSoon).toBe(1)
  // The last day of both requests has gone by: the student's may still be answered, the employer's own is the school's.
  const late = await at('2026-06-05T00:00:00+08:00')
  expect(late.dissolutions).toEqual({ employer: 1, student: 0, school: 1 })
  expect(late.invitations).toEqual({ pending: 1, endingSoon: 0, endedLately: 2 })
  const { mine, others, ended } = await desk(employer)
  expect(mine[0]).toMatchObject({ id: toAnswer, status: 'in_mediation', until: '2026-06-04' })
  expect(others.find(({ id }) => id === asking)).toMatchObject({ standing: { turn: 'school' } })
  expect(ended).toMatchObject([
    { id: declined.id, status: 'declined', since: '2026-06-01T02:00:00.000Z' },
    { id: soon.id, status: 'expired', since: '2026-06-04T16:00:00.000Z' },
  ])
  // Seven days after its end it is gone.
  expect((await at('2026-06-08T23:59:59+08:00')).invitations.endedLately).toBe(2)
  expect((await at('2026-06-09T00:00:00+08:00')).invitations.endedLately).toBe(1)
})

test('what is answered is gone from the desk, and what has ended once the student is invited again', async () => {
  const { employer, school, toAnswer, toCancel, refuser, declined } = await oneOfEverything()
  const [dissolution] = (await desk(employer)).mine
  expect(dissolution!.id).toBe(toAnswer)
  await employer.first.call(dissolutionActs.agree, {
    params: { school, id: toAnswer },
    body: { seenVersion: 1, noticeVersion: 1 },
  })
  await employer.first.call(agreementActs['confirm-cancellation'], {
    params: { school, id: toCancel.id },
    body: { seenVersion: toCancel.version },
  })
  const { mine, others } = await desk(employer)
  expect(idsOf(mine)).not.toContain(toAnswer)
  expect(idsOf(mine)).not.toContain(toCancel.id)
  expect(others.find(({ id }) => id === toAnswer)).toMatchObject({ standing: { turn: 'school' } })
  s.setClock('2026-06-02T10:00:00+08:00')
  const again = await s.invite(employer, refuser)
  const after = await desk(employer)
  expect(idsOf(after.ended)).not.toContain(declined.id)
  expect(idsOf(after.others)).toContain(again.id)
  await expectCountsAreLists(employer)
})

test('however much there is, the desk holds the first of each part with all its numbers, in five statements', async () => {
  const school = await s.school()
  const employer = await s.employer(school)
  const leaver = await s.student(school)
  await asksToCancel(leaver, await s.sign(employer, leaver))
  const sent: string[] = []
  for (let days = 5; days < 5 + MOST_ON_DESK; days++)
    for (let n = 0; n < 2; n++) sent.push((await s.invite(employer, await s.student(school), {}, days)).id)
  await s.sign(employer, await s.student(school))
  s.statements.length = 0
  const { others, counts } = await desk(employer)
  // The session's, the desk, what is in force, what is unanswered, the schools.
  expect(s.statements).toHaveLength(5)
  expect(counts).toMatchObject({ invitations: { pending: 20 }, agreements: { employer: 1, school: 1 } })
  expect(idsOf(others)).toEqual([...sent].slice(0, MOST_ON_DESK))
  expect(others.every(({ kind }) => kind === 'invitation')).toBe(true)
})
