import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as contract from '../../../contracts/agreements.ts'
import { getInvitation, invitationActs } from '../../../contracts/invitations.ts'
import { listNotifications } from '../../../contracts/notifications.ts'
import { studentHome } from '../../../contracts/students.ts'
import { otherSide, SIDES } from '../../../domain/lifecycle.ts'
import type { Visitor } from '../../http/visitor.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

const {
  'propose-amendment': propose,
  'accept-amendment': accept,
  'decline-amendment': decline,
  'ask-cancellation': askToCancel,
  'confirm-cancellation': confirmCancellation,
  'decline-cancellation': declineCancellation,
  pass,
} = contract.agreementActs

let s: Scenario
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())

type Person = { readonly first: Visitor }

/** Signed by new people of a new school of two levels; the college has passed it, the school has not. */
async function atTheSchool() {
  const school = await s.school({ agreementLevels: ['college', 'school'] })
  const [student, employer] = [await s.student(school), await s.employer(school)]
  const college = await s.staff(school, 'college_reviewer', '01')
  const reviewer = await s.staff(school, 'school_reviewer')
  const { id, version } = await s.sign(employer, student)
  const params = { school, id }
  const agreement = await college.first.call(pass, { params, body: { seenVersion: version } })
  expect([agreement.status, agreement.waitingFor]).toEqual(['in_review', 'school'])
  const read = ({ first }: Person) => first.call(contract.getAgreement, { params })
  return { school, student, employer, college, reviewer, agreement, params, read }
}
/** The same, with other pay proposed by the employer. */
async function amended() {
  const signed = await atTheSchool()
  const { employer, agreement, params } = signed
  const proposed = await employer.first.call(propose, {
    params,
    body: { seenVersion: agreement.version, terms: { ...agreement.terms, regularPay: 450_000 } },
  })
  return { ...signed, proposed, proposal: proposed.amendment! }
}
const PAY = { field: 'regularPay', before: '400000', after: '450000' }

/** What this person was told of a case, and with which words of the other side; here all is told at one instant. */
const toldOf = async ({ first }: Person, { id }: { id: string }) =>
  (await first.call(listNotifications, { query: { pageSize: 100 } })).items
    .filter(({ subject }) => subject.id === id)
    .map(({ kind, params }) => (params.reason ? `${kind}: ${params.reason}` : kind))
    .sort()
/** What the journal says of the agreement since it was signed and passed by the college. */
const journaledOn = async ({ id }: { id: string }) => {
  const lines = await s.journal(`agreement:${id}`)
  return lines.slice(2).map(({ entry }) => entry)
}
const employmentOf = async ({ first, school }: Person & { school: string }) =>
  (await first.call(studentHome, { params: { school } })).employment

describe('an amendment', () => {
  test('accepted: the new terms are the agreement’s on both sides, all that was passed is reviewed again, and the employer and the college are told (R6, R9)', async () => {
    const { student, employer, college, reviewer, params, read, proposed, proposal } = await amended()
    expect(await read(student)).toMatchObject({
      waitingFor: 'student',
      terms: { regularPay: 400_000 },
      amendment: { terms: { regularPay: 450_000 }, changes: [PAY] },
      actions: ['accept-amendment', 'decline-amendment'],
    })
    expect(await toldOf(college, params)).toEqual(['agreement.to-review'])

    await student.first.call(accept, {
      params,
      body: { seenVersion: proposed.version, termsHash: proposal.termsHash, confirmed: true },
    })

    for (const side of [student, employer])
      expect(await read(side)).toMatchObject({
        status: 'in_review',
        waitingFor: 'college',
        terms: { regularPay: 450_000 },
        termsHash: proposal.termsHash,
        amendment: null,
        history: [{ changes: [PAY] }],
      })
    expect(await toldOf(student, params)).toEqual(['agreement.amendment-proposed'])
    expect(await toldOf(employer, params)).toEqual(['agreement.amendment-accepted'])
    expect(await toldOf(college, params)).toEqual(['agreement.to-review', 'agreement.to-review'])
    expect(await toldOf(reviewer, params)).toEqual(['agreement.to-review'])
    expect(await journaledOn(params)).toMatchObject([
      { action: 'agreement.propose-amendment', actor: { role: 'employer' } },
      {
        action: 'agreement.accept-amendment',
        actor: { id: student.userId, role: 'student' },
        from: 'in_review',
        to: 'in_review',
        data: { version: proposed.version, termsHash: proposal.termsHash },
      },
    ])

    const { version } = await read(reviewer)
    const early = await reviewer.first.ask(pass, { params, body: { seenVersion: version } })
    expect(early.json().code).toBe('reviewed-at-another-level')
    const once = await college.first.call(pass, { params, body: { seenVersion: version } })
    expect([once.status, once.waitingFor]).toEqual(['in_review', 'school'])
    const twice = await reviewer.first.call(pass, { params, body: { seenVersion: once.version } })
    expect([twice.status, twice.terms.regularPay]).toEqual(['effective', 450_000])
  })

  test('declined: what was signed stands on both sides, the review goes on where it was, and the employer is told why (R9)', async () => {
    const { student, employer, college, reviewer, agreement, params, read, proposed } = await amended()
    const waiting = await reviewer.first.ask(pass, { params, body: { seenVersion: proposed.version } })
    expect(waiting.json().code).toBe('amendment-open')

    await student.first.call(decline, {
      params,
      body: { seenVersion: proposed.version, reason: '与面谈时说的不同' },
    })

    for (const side of [student, employer])
      expect(await read(side)).toMatchObject({
        status: 'in_review',
        waitingFor: 'school',
        terms: { regularPay: 400_000 },
        termsHash: agreement.termsHash,
        amendment: null,
        history: [],
      })
    expect(await toldOf(employer, params)).toEqual(['agreement.amendment-declined: 与面谈时说的不同'])
    for (const level of [college, reviewer])
      expect(await toldOf(level, params)).toEqual(['agreement.to-review'])
    expect(await journaledOn(params)).toMatchObject([
      { action: 'agreement.propose-amendment' },
      {
        action: 'agreement.decline-amendment',
        actor: { id: student.userId, role: 'student' },
        from: 'in_review',
        to: 'in_review',
        reason: '与面谈时说的不同',
      },
    ])
    const { version } = await read(reviewer)
    const passed = await reviewer.first.call(pass, { params, body: { seenVersion: version } })
    expect([passed.status, passed.termsHash]).toEqual(['effective', agreement.termsHash])
  })

  test('is the student’s alone to answer, on the very terms that were proposed; what is refused changes nothing and tells nobody', async () => {
    const { student, employer, agreement, params, read, proposed, proposal } = await amended()
    const seen = { seenVersion: proposed.version, confirmed: true }
    const before = await read(employer)

    const byEmployer = await employer.first.ask(accept, {
      params,
      body: { ...seen, termsHash: proposal.termsHash },
    })
    const otherTerms = await student.first.ask(accept, {
      params,
      body: { ...seen, termsHash: agreement.termsHash },
    })
    const unread = await student.first.ask(decline, { params, body: { seenVersion: agreement.version } })

    expect([byEmployer, otherTerms, unread].map((answer) => answer.json().code)).toEqual([
      'not-allowed',
      'content-changed',
      'content-changed',
    ])
    expect(await read(employer)).toEqual(before)
    expect(await toldOf(employer, params)).toEqual([])
    expect(await journaledOn(params)).toMatchObject([{ action: 'agreement.propose-amendment' }])
  })
})

describe.each(SIDES)('a cancellation that the %s asks for', (asks) => {
  /** Asked by this side; `other` is to answer. */
  async function asked() {
    const signed = await atTheSchool()
    const { student, employer, agreement, params } = signed
    const [asker, other] = asks === 'student' ? [student, employer] : [employer, student]
    const view = await asker.first.call(askToCancel, {
      params,
      body: { seenVersion: agreement.version, reason: '双方协商一致' },
    })
    return { ...signed, asker, other, asked: view }
  }

  test('needs a reason', async () => {
    const { student, employer, agreement, params } = await atTheSchool()
    const asker = asks === 'student' ? student : employer
    const silent = await asker.first.ask(askToCancel, { params, body: { seenVersion: agreement.version } })
    expect([silent.statusCode, silent.json().code]).toEqual([422, 'reason-needed'])
    expect(await journaledOn(params)).toEqual([])
  })

  test('is seen by both sides, the other is told why, and the review waits for its answer', async () => {
    const { asker, other, reviewer, params, read, asked: view } = await asked()
    for (const side of [asker, other])
      expect(await read(side)).toMatchObject({
        status: 'in_review',
        cancellationBy: asks,
        waitingFor: otherSide(asks),
      })
    expect((await read(other)).actions).toEqual(['confirm-cancellation', 'decline-cancellation'])
    expect(await toldOf(other, params)).toEqual(['agreement.cancellation-asked: 双方协商一致'])
    expect(await toldOf(asker, params)).toEqual([])
    const waiting = await reviewer.first.ask(pass, { params, body: { seenVersion: view.version } })
    expect(waiting.json().code).toBe('cancellation-open')
    expect(await journaledOn(params)).toMatchObject([
      {
        action: 'agreement.ask-cancellation',
        actor: { id: asker.userId, role: asks },
        from: 'in_review',
        to: 'in_review',
        reason: '双方协商一致',
      },
    ])
  })

  test('cannot be confirmed or declined by the one who asked, and nothing is written', async () => {
    const { asker, other, params, read, asked: view } = await asked()
    expect(view.actions).toEqual([])
    for (const endpoint of [confirmCancellation, declineCancellation]) {
      const answer = await asker.first.ask(endpoint, { params, body: { seenVersion: view.version } })
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'not-your-turn'])
    }
    expect(await read(asker)).toEqual(view)
    expect(await toldOf(other, params)).toHaveLength(1)
    expect(await journaledOn(params)).toHaveLength(1)
  })

  test('confirmed: cancelled on both sides, the asker told, the place free for another invitation (R1, R18)', async () => {
    const { school, student, asker, other, params, read, asked: view } = await asked()
    const another = await s.employer(school)
    const invitation = await s.invite(another, student)
    const open = { params: { school, id: invitation.id } }
    expect((await student.first.call(getInvitation, open)).actions).toEqual([])
    expect((await employmentOf(student)).status).toBe('signing')

    await other.first.call(confirmCancellation, { params, body: { seenVersion: view.version } })

    for (const side of [asker, other])
      expect(await read(side)).toMatchObject({
        status: 'cancelled',
        cancellationBy: null,
        waitingFor: null,
        actions: [],
      })
    expect(await toldOf(asker, params)).toEqual(['agreement.cancelled'])
    expect(await toldOf(other, params)).toEqual(['agreement.cancellation-asked: 双方协商一致'])
    expect(await toldOf(student, invitation)).toEqual(['invitation.answerable-again', 'invitation.sent'])
    expect(await journaledOn(params)).toMatchObject([
      { action: 'agreement.ask-cancellation', actor: { role: asks } },
      {
        action: 'agreement.confirm-cancellation',
        actor: { id: other.userId, role: otherSide(asks) },
        from: 'in_review',
        to: 'cancelled',
      },
    ])
    expect(await employmentOf(student)).toMatchObject({ status: 'unplaced', holder: null })
    const accepted = await student.first.call(invitationActs.accept, s.acceptance(invitation))
    expect(accepted.status).toBe('accepted')
    expect(await employmentOf(student)).toMatchObject({ status: 'signing', holder: another.name })
  })

  test('declined: the agreement stands on both sides, the asker is told why, the review goes on where it was, and it may be asked again', async () => {
    const { student, asker, other, reviewer, agreement, params, read, asked: view } = await asked()

    await other.first.call(declineCancellation, {
      params,
      body: { seenVersion: view.version, reason: '希望按约履行' },
    })

    for (const side of [asker, other])
      expect(await read(side)).toMatchObject({
        status: 'in_review',
        cancellationBy: null,
        waitingFor: 'school',
        termsHash: agreement.termsHash,
      })
    expect(await toldOf(asker, params)).toEqual(['agreement.cancellation-declined: 希望按约履行'])
    expect(await toldOf(other, params)).toEqual(['agreement.cancellation-asked: 双方协商一致'])
    expect(await journaledOn(params)).toMatchObject([
      { action: 'agreement.ask-cancellation', actor: { role: asks } },
      {
        action: 'agreement.decline-cancellation',
        actor: { id: other.userId, role: otherSide(asks) },
        from: 'in_review',
        to: 'in_review',
        reason: '希望按约履行',
      },
    ])
    expect((await employmentOf(student)).status).toBe('signing')
    const page = await read(asker)
    expect(page.actions).toContain('ask-cancellation')
    const passed = await reviewer.first.call(pass, { params, body: { seenVersion: page.version } })
    expect(passed.status).toBe('effective')
  })
})

test('with nothing proposed and nothing asked for there is nothing to answer', async () => {
  const { student, employer, agreement, params, read } = await atTheSchool()
  const seen = { seenVersion: agreement.version }
  const consent = { ...seen, termsHash: agreement.termsHash, confirmed: true }
  const answers = [
    await student.first.ask(accept, { params, body: consent }),
    await student.first.ask(decline, { params, body: seen }),
    await student.first.ask(confirmCancellation, { params, body: seen }),
    await employer.first.ask(declineCancellation, { params, body: seen }),
  ]
  expect(answers.map((answer) => answer.json().code)).toEqual([
    'no-amendment',
    'no-amendment',
    'no-cancellation',
    'no-cancellation',
  ])
  expect((await read(student)).version).toBe(agreement.version)
  expect(await journaledOn(params)).toEqual([])
})
