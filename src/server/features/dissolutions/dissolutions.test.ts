import { afterAll, beforeAll, expect, test } from 'vitest'
import * as agreements from '../../../contracts/agreements.ts'
import * as contract from '../../../contracts/dissolutions.ts'
import * as invitations from '../../../contracts/invitations.ts'
import { studentHome } from '../../../contracts/students.ts'
import { act, inForce } from '../../testing/in-force.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

let s: Scenario
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())

test('asked by the student, agreed by the employer, passed by the school: dissolved, the place free, all journaled', async () => {
  const { school, student, employer, reviewer, agreement, ask, params } = await inForce(s)
  const asked = (await ask('student')).json() as contract.DissolutionView
  expect(asked).toMatchObject({
    status: 'awaiting_counterparty',
    waitingFor: 'employer',
    answerBy: '2026-06-08',
    fault: 'student',
    actions: ['withdraw'],
  })
  const employment = async () => (await student.first.call(studentHome, { params: { school } })).employment
  expect(await employment()).toMatchObject({ status: 'dissolving', holder: employer.name })

  const seen = await employer.first.call(contract.getDissolution, { params: { school, id: asked.id } })
  expect([seen.status, seen.reason, seen.actions, seen.proofCode]).toEqual([
    'awaiting_counterparty',
    '另有安排',
    ['agree', 'refuse'],
    null,
  ])
  const agreed = await employer.first.call(
    contract.dissolutionActs.agree,
    act(asked.id, school, asked.version, { noticeVersion: 1 }),
  )
  expect([agreed.status, agreed.waitingFor, agreed.actions]).toEqual(['in_review', 'school', []])
  const passed = await reviewer.first.call(
    contract.dissolutionActs.pass,
    act(asked.id, school, agreed.version, {}),
  )
  expect([passed.status, passed.waitingFor, passed.agreement.status]).toEqual([
    'completed',
    null,
    'dissolved',
  ])
  expect(await employment()).toEqual({
    status: 'unplaced',
    standing: null,
    category: null,
    date: null,
    holder: null,
  })
  expect(
    (await s.journal(`dissolution:${asked.id}`)).map(({ entry }) => (entry as { action: string }).action),
  ).toEqual(['dissolution.ask', 'dissolution.agree', 'dissolution.pass'])
  const page = await student.first.call(agreements.getAgreement, { params })
  expect([page.status, page.certified, page.dissolution?.status]).toEqual(['dissolved', false, 'completed'])
  expect(page.timeline.map(({ action }) => action)).toContain('agreement.dissolve')
  // R16, §5.9: the same employer again, under a new number.
  const again = await s.sign(employer, student)
  expect(again.number).not.toBe(agreement.number)
})

test('an invitation that is still valid is answerable again once the agreement is dissolved (R18)', async () => {
  const { school, student, reviewer, ask } = await inForce(s)
  const other = await s.employer(school)
  const invitation = await s.invite(other, student, {}, 20)
  const mayAnswer = async () =>
    (await student.first.call(invitations.getInvitation, { params: { school, id: invitation.id } })).actions
  expect(await mayAnswer()).toEqual([])
  const { id, version } = (await ask('employer')).json()
  const agreed = await student.first.call(
    contract.dissolutionActs.agree,
    act(id, school, version, { noticeVersion: 1 }),
  )
  expect(await mayAnswer()).toEqual([])
  await reviewer.first.call(contract.dissolutionActs.pass, act(id, school, agreed.version, {}))
  expect(await mayAnswer()).toEqual(['accept', 'decline'])
  const told = await s.db
    .selectFrom('notifications')
    .where('userId', '=', student.userId)
    .where('kind', '=', 'invitation.answerable-again')
    .select('subject')
    .execute()
  expect(told).toEqual([{ subject: `invitation:${invitation.id}` }])
  // Itself it was never touched: what was read before is what is accepted now.
  expect(await s.journal(`invitation:${invitation.id}`)).toHaveLength(1)
  const { agreementId } = await student.first.call(
    invitations.invitationActs.accept,
    s.acceptance(invitation),
  )
  const params = { school, id: agreementId! }
  const signed = await student.first.call(agreements.getAgreement, { params })
  expect([signed.status, signed.employer.id]).toEqual(['in_review', other.id])
})

test('refused: the agreement stands, and after the cool-down the same side may ask again (§5.12)', async () => {
  const { school, student, employer, agreement, ask, params } = await inForce(s, { coolDownDays: 3 })
  const { id, version } = (await ask('student')).json()
  const silent = await employer.first.ask(contract.dissolutionActs.refuse, act(id, school, version, {}))
  expect(silent).toMatchObject({ statusCode: 422 })
  const refused = await employer.first.call(
    contract.dissolutionActs.refuse,
    act(id, school, version, { reason: '岗位急需' }),
  )
  expect([refused.status, refused.answer, refused.agreement.status]).toEqual([
    'refused',
    '岗位急需',
    'effective',
  ])
  const page = await student.first.call(agreements.getAgreement, { params })
  expect([page.actions, page.reasons.map(({ code }) => code)]).toEqual([[], ['cooling-down']])
  expect((await ask('student')).json().code).toBe('cooling-down')
  expect((await ask('employer')).statusCode).toBe(200)
  const { items } = await student.first.call(contract.listMyDissolvable, { params: { school } })
  expect(items).toMatchObject([
    { agreement: { number: agreement.number }, dissolution: { askedBy: 'employer' }, mayAsk: false },
  ])
})

test('withdrawn, it is not asked again by the same side before the school’s days have gone by', async () => {
  const { school, student, employer, ask } = await inForce(s, { coolDownDays: 2 })
  const { id, version } = (await ask('student')).json()
  await student.first.call(contract.dissolutionActs.withdraw, act(id, school, version, {}))
  expect((await ask('student')).json()).toMatchObject({
    code: 'cooling-down',
    details: { until: '2026-06-03' },
  })
  const theirs = (await ask('employer')).json()
  await employer.first.call(contract.dissolutionActs.withdraw, act(theirs.id, school, theirs.version, {}))
  s.setClock('2026-06-03T00:00:00+08:00')
  expect((await ask('student')).statusCode).toBe(200)
  s.setClock('2026-06-01T10:00:00+08:00')
})

test('withdrawn while unanswered: nothing has changed, and it may be asked again', async () => {
  const { school, student, employer, ask } = await inForce(s)
  const { id, version } = (await ask('student')).json()
  const others = await employer.first.ask(contract.dissolutionActs.withdraw, act(id, school, version, {}))
  expect(others.json().code).toBe('not-your-turn')
  const withdrawn = await student.first.call(contract.dissolutionActs.withdraw, act(id, school, version, {}))
  expect(withdrawn.status).toBe('withdrawn')
  expect((await ask('employer')).statusCode).toBe(200)
})

test('once one side has asked the other can only answer, and nobody asks twice (R13, R15)', async () => {
  const { employer, ask, params, agreement } = await inForce(s)
  await ask('employer')
  for (const side of ['student', 'employer'] as const)
    expect((await ask(side)).json()).toMatchObject({
      code: 'dissolution-open',
      details: { askedBy: 'employer' },
    })
  const asked = await employer.first.ask(agreements.agreementActs['ask-fulfilment'], {
    params,
    body: { seenVersion: agreement.version },
  })
  expect(asked.json().code).toBe('dissolution-open')
})

test('before certification there is nothing to dissolve (R11), and it says what can be done instead', async () => {
  const school = await s.school()
  const [student, employer] = [await s.student(school), await s.employer(school)]
  const agreement = await s.sign(employer, student)
  const answer = await student.first.ask(contract.askDissolution, {
    params: { school, id: agreement.id },
    body: { seenVersion: 1, noticeVersion: 1, ground: 'other-offer', reason: '原因' },
  })
  expect([answer.statusCode, answer.json().code]).toEqual([409, 'agreement-in-review'])
})

test('on a statutory ground it goes to the review with evidence, and is nobody’s breach', async () => {
  const { school, employer, reviewer, ask } = await inForce(s, {
    coolDownDays: 9,
    window: { from: '2030-01-01', to: '2030-01-02' },
  })
  expect((await ask('employer')).json().code).toBe('dissolution-window-closed')
  const bare = await ask('employer', { ground: 'no-qualification' })
  expect(bare.json()).toMatchObject({ code: 'evidence-needed', errors: [{ field: 'evidence' }] })
  const evidence = [await s.scan(employer.first, school)]
  const asked = (await ask('employer', { ground: 'no-qualification', evidence })).json()
  expect(asked).toMatchObject({ status: 'in_review', kind: 'statutory', fault: 'none', actions: ['correct'] })
  const better = [await s.scan(employer.first, school)]
  const corrected = await employer.first.call(
    contract.dissolutionActs.correct,
    act(asked.id, school, asked.version, { evidence: better }),
  )
  expect(corrected.evidence.map(({ id }) => id)).toEqual(better)
  const rejected = await reviewer.first.call(
    contract.dissolutionActs.reject,
    act(asked.id, school, corrected.version, { reason: '材料不足' }),
  )
  expect([rejected.status, rejected.agreement.status, rejected.decision]).toEqual([
    'rejected',
    'effective',
    '材料不足',
  ])
  expect((await ask('employer', { ground: 'no-qualification', evidence: better })).json().code).toBe(
    'evidence-not-found',
  )
})

test('two levels review in turn, each at its own, and the last may set whose fault it is', async () => {
  const { school, employer, reviewer, ask } = await inForce(s, { dissolutionLevels: ['college', 'school'] })
  const college = await s.staff(school, 'college_reviewer', '01')
  const { id, version } = (await ask('student')).json()
  const agreed = await employer.first.call(
    contract.dissolutionActs.agree,
    act(id, school, version, { noticeVersion: 1 }),
  )
  const early = await reviewer.first.ask(contract.dissolutionActs.pass, act(id, school, agreed.version, {}))
  expect(early.json().code).toBe('reviewed-at-another-level')
  const once = await college.first.call(contract.dissolutionActs.pass, act(id, school, agreed.version, {}))
  expect([once.status, once.waitingFor]).toEqual(['in_review', 'school'])
  const twice = await reviewer.first.call(
    contract.dissolutionActs.pass,
    act(id, school, once.version, { fault: 'none' }),
  )
  expect([twice.status, twice.fault]).toEqual(['completed', 'none'])
})

test('a student at the school’s limit of breaches is told before asking, and may still ask on other grounds (R23)', async () => {
  const { school, student, employer, reviewer, ask } = await inForce(s, { breachLimit: 1 })
  const first = (await ask('student')).json()
  const agreed = await employer.first.call(
    contract.dissolutionActs.agree,
    act(first.id, school, first.version, { noticeVersion: 1 }),
  )
  await reviewer.first.call(contract.dissolutionActs.pass, act(first.id, school, agreed.version, {}))
  const invitation = await s.invite(employer, student)
  expect(invitation.dissolutionRules.breachLimit).toBe(1)
  const accepted = await student.first.call(invitations.invitationActs.accept, s.acceptance(invitation))
  const again = await s.certify({ id: accepted.agreementId!, school: { code: school } }, reviewer)
  const params = { school, id: again.id }
  const offer = await student.first.call(contract.getDissolutionOffer, { params })
  expect(offer.breaches).toBe(1)
  expect(offer.grounds.map(({ code }) => code)).not.toContain('other-offer')
  expect(offer.grounds.map(({ code }) => code)).toContain('mutual')
  const asked = {
    seenVersion: again.version,
    noticeVersion: 1,
    ground: 'other-offer',
    reason: '原因',
  }
  const refused = await student.first.ask(contract.askDissolution, { params, body: asked })
  expect(refused.json()).toMatchObject({ code: 'breach-limit-reached', details: { limit: 1 } })
})

test('the proof that it is under way opens by its code, masked, and tells how it ended', async () => {
  const { school, student, ask } = await inForce(s)
  const { id, version, proofCode } = (await ask('student')).json()
  const read = (code: string) => s.visitor().ask(contract.getDissolutionProof, { params: { school, code } })
  const proof = (await read(proofCode)).json()
  expect(proof).toMatchObject({ status: 'awaiting_counterparty', maskedStudentName: `${student.name[0]}**` })
  expect((await read('A'.repeat(22))).statusCode).toBe(404)
  await student.first.call(contract.dissolutionActs.withdraw, act(id, school, version, {}))
  expect((await read(proofCode)).json().status).toBe('withdrawn')
})

test('an act costs about ten statements, however many there are to tell', async () => {
  const { school, student, employer, asking } = await inForce(s)
  const request = await student.first.signed(contract.askDissolution, asking('student'))
  s.statements.length = 0
  const { id, version } = (await student.first.ask(contract.askDissolution, request)).json()
  // Two of them order its certificate, with the code that stands on it, and two say who asks.
  expect(s.statements.length).toBeLessThanOrEqual(18)
  const { agree } = contract.dissolutionActs
  const answer = await employer.first.signed(agree, act(id, school, version, { noticeVersion: 1 }))
  s.statements.length = 0
  await employer.first.call(agree, answer)
  expect(s.statements.length).toBeLessThanOrEqual(12)
})
