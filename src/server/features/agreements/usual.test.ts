import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreementActs, getAgreement } from '../../../contracts/agreements.ts'
import { askDissolution, dissolutionActs } from '../../../contracts/dissolutions.ts'
import { invitationActs } from '../../../contracts/invitations.ts'
import { addDays, dayInChina } from '../../../domain/day.ts'
import { sampleTerms } from '../../demo/terms.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

let s: Scenario
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())

test('the reviewer reads first what differs from the usual, and only the reviewer, and only before the decision', async () => {
  const school = await s.school()
  const reviewer = await s.staff(school, 'school_reviewer')
  const [known, unknown] = [await s.employer(school), await s.employer(school)]
  const signed = async (
    employer: typeof known,
    student: Awaited<ReturnType<typeof s.student>>,
    pay: number,
  ) => {
    const change = { regularPay: pay, probationPay: pay, penalty: 0 }
    const accepted = await student.first.call(
      invitationActs.accept,
      s.acceptance(await s.invite(employer, student, change)),
    )
    return { params: { school, id: accepted.agreementId! } }
  }
  const notables = async (of: { params: { school: string; id: string } }) =>
    (await reviewer.first.call(getAgreement, of)).notables
  const pass = async (of: { params: { school: string; id: string } }) => {
    const { version } = await reviewer.first.call(getAgreement, of)
    return reviewer.first.call(agreementActs.pass, { ...of, body: { seenVersion: version } })
  }

  const first = await signed(known, await s.student(school), 600_000)
  expect(await notables(first)).toEqual([{ code: 'employer-new' }])
  expect((await pass(first)).notables).toEqual([])
  for (let n = 1; n < 10; n++) {
    const next = await signed(known, await s.student(school), 600_000)
    expect(await notables(next)).toEqual([])
    await pass(next)
  }
  // The other college's pay says nothing about this one's.
  const elsewhere = await signed(known, await s.student(school, { college: '02' }), 300_000)
  expect(await notables(elsewhere)).toEqual([])
  const student = await s.student(school)
  const low = await signed(unknown, student, 300_000)
  expect(await notables(low)).toEqual([
    { code: 'pay-low', pay: 300_000, usual: 600_000 },
    { code: 'employer-new' },
  ])
  for (const party of [student, unknown])
    expect((await party.first.call(getAgreement, low)).notables).toEqual([])
})

test('what has been between the two, and the changes since the invitation', async () => {
  const school = await s.school()
  const reviewer = await s.staff(school, 'school_reviewer')
  const [student, employer] = [await s.student(school), await s.employer(school)]
  const former = await s.certify(await s.sign(employer, student), reviewer)
  const params = { school, id: former.id }
  const asked = await employer.first.call(askDissolution, {
    params,
    body: { seenVersion: former.version, noticeVersion: 1, ground: 'post-cancelled', reason: '岗位取消' },
  })
  const of = { params: { school, id: asked.id } }
  const agreed = await student.first.call(dissolutionActs.agree, {
    ...of,
    body: { seenVersion: asked.version, noticeVersion: 1 },
  })
  await reviewer.first.call(dissolutionActs.pass, { ...of, body: { seenVersion: agreed.version } })

  const sent = await s.invite(employer, student)
  const revised = await employer.first.call(invitationActs.revise, {
    params: { school, id: sent.id },
    body: {
      seenVersion: sent.version,
      noticeVersion: 1,
      respondBy: addDays(dayInChina(s.now()), 9),
      terms: { ...sampleTerms('2026-07-10'), position: '测试工程师' },
    },
  })
  const accepted = await student.first.call(invitationActs.accept, s.acceptance(revised))
  const again = { params: { school, id: accepted.agreementId! } }
  expect((await reviewer.first.call(getAgreement, again)).notables).toEqual([
    { code: 'probation-pay-low' },
    { code: 'employer-at-fault', times: 1 },
    { code: 'signed-before', times: 1 },
    { code: 'student-dissolved', times: 1 },
    { code: 'revised', times: 1 },
  ])
})
