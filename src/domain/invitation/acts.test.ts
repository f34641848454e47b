import { describe, expect, it, test } from 'vitest'
import type { PlacingFacts } from '../placement.ts'
import { RefusedForReasons } from '../refusal.ts'
import type { Acting } from '../review.ts'
import { AT, agreement, by, invitation, KEPT_RULES, NOT_SEALED, NUMBERING, TERMS } from '../testing/cases.ts'
import { sentenceOf } from '../testing/sentence.ts'
import {
  acceptInvitation,
  endInvitation,
  expireInvitation,
  invitationOffers,
  reviseInvitation,
  type SendingFacts,
  sendInvitation,
} from './acts.ts'
import type { InvitationCase } from './case.ts'
import type { SigningFacts } from './eligibility.ts'
import { type InvitationAction, invitationLife } from './life.ts'

const LIMITS = { minDays: 1, maxDays: 10, declineNeedsReason: false, ...KEPT_RULES, ...NOT_SEALED }
const NOTICE = { id: 'n3', version: 3 }
const TAKEN: PlacingFacts['placement'] = { holder: '乙公司', number: '1' }
const OVER = { respondBy: '2026-05-31' }

const SENDING: SendingFacts = {
  admitted: true,
  verifyDue: null,
  employer: { id: 'e1', name: '星光集团' },
  enrolment: 'enrolled',
  student: { id: 's1', name: '黄河水' },
  limits: LIMITS,
  closedYear: null,
  kept: null,
  pending: [],
}
const WORDING = { terms: TERMS, termsHash: 'h1' }
const COMMAND = { schoolId: '10488', id: 'i2', noticeVersion: 3, respondBy: '2026-06-05', ...WORDING }
const send = (facts: Partial<SendingFacts> = {}, command: Partial<typeof COMMAND> = {}) =>
  sendInvitation({ ...SENDING, ...facts }, { ...COMMAND, ...command }, by.employer)

const signing = (before: InvitationCase, change: Partial<SigningFacts> = {}): SigningFacts => ({
  invitation: before,
  verified: true,
  correction: null,
  admitted: true,
  placement: null,
  designatedEmployer: null,
  designatedCreditCode: null,
  enrolment: 'enrolled',
  employer: { name: '星光集团', creditCode: '91420100MA4BAYJN07' },
  ...change,
})
const { snapshot, studentVersion, collegeId, levels } = agreement()
const accept = (
  given: Partial<InvitationCase> = {},
  facts: Partial<SigningFacts> = {},
  read = { seenVersion: 1, termsHash: 'h1', noticeVersion: 3 },
  acting: Acting = by.student,
) => {
  const before = invitation(given)
  const forming = {
    id: 'a1',
    snapshot,
    studentVersion,
    collegeId,
    levels,
    numbering: NUMBERING,
  }
  return acceptInvitation({ before, signing: signing(before, facts), notice: NOTICE, forming }, read, acting)
}
const revise = (
  given: Partial<InvitationCase> = {},
  command: Partial<typeof COMMAND> = {},
  acting: Acting = by.employer,
) =>
  reviseInvitation(
    invitation({ minDays: 1, maxDays: 10, ...given }),
    { ...COMMAND, termsHash: 'h2', ...command, seenVersion: 1 },
    acting,
  )
const end = (
  action: 'withdraw' | 'decline',
  acting: Acting,
  { placement = null, ...given }: Partial<InvitationCase & Pick<SigningFacts, 'placement'>> = {},
  reason = '原因',
) => endInvitation({ before: invitation(given), placement }, { action, seenVersion: 1, reason }, acting)

/** What comes of every act: an act that is added is asked for here. */
const ACTS: Record<InvitationAction, readonly [sentence: string, act: () => string][]> = {
  send: [
    [
      'invitation send: new → pending, journals {version 1, termsHash h1, notice 3}; tells student of invitation.sent about invitation i2 (黄河水 · 星光集团 · 工程师 · 2026-06-05)',
      () => sentenceOf(send()),
    ],
    [
      'invitation expire: pending → expired, by the clock, sets {version 2, endedAt 2026-06-01T04:00:00.000Z}, journals {version 2, termsHash h1}; invitation send: new → pending, journals {version 1, termsHash h1, notice 3}; tells employer of invitation.expired about invitation i1 (黄河水 · 星光集团 · 工程师 · 2026-05-31), student of invitation.sent about invitation i2 (黄河水 · 星光集团 · 工程师 · 2026-06-05)',
      () => sentenceOf(send({ pending: [invitation(OVER)] })),
    ],
  ],
  revise: [
    [
      'invitation revise: pending → pending, sets {version 2, termsHash h2, termsVersion 2}, journals {version 2, termsHash h2, respondBy 2026-06-05, notice 3}; tells student of invitation.revised about invitation i1 (黄河水 · 星光集团 · 工程师 · 2026-06-05)',
      () => sentenceOf(revise()),
    ],
  ],
  withdraw: [
    [
      'invitation withdraw: pending → withdrawn, because of 原因, sets {version 2, reason 原因, endedAt 2026-06-01T04:00:00.000Z}, journals {version 2, termsHash h1}; tells student of invitation.withdrawn about invitation i1 (黄河水 · 星光集团 · 工程师 · 2026-06-05 · 原因)',
      () => sentenceOf(end('withdraw', by.employer)),
    ],
  ],
  decline: [
    [
      'invitation decline: pending → declined, sets {version 2, endedAt 2026-06-01T04:00:00.000Z}, journals {version 2, termsHash h1}; tells employer of invitation.declined about invitation i1 (黄河水 · 星光集团 · 工程师 · 2026-06-05)',
      () => sentenceOf(end('decline', by.student, {}, '')),
    ],
  ],
  accept: [
    [
      'invitation accept: pending → accepted, sets {version 2, endedAt 2026-06-01T04:00:00.000Z}, journals {version 1, termsHash h1, notice 3}; agreement form: new → in_review, college has it, journals {version 1, termsHash h1}, takes the place as online with 星光集团; tells employer of invitation.accepted about invitation i1 (黄河水 · 星光集团 · 工程师 · 2026-06-05), college of agreement.to-review about agreement a1 (1202610488###### · 黄河水 · 星光集团)',
      () => sentenceOf(accept()),
    ],
  ],
  expire: [
    [
      'invitation expire: pending → expired, by the clock, sets {version 2, endedAt 2026-06-01T04:00:00.000Z}, journals {version 2, termsHash h1}; tells employer of invitation.expired about invitation i1 (黄河水 · 星光集团 · 工程师 · 2026-05-31)',
      () => sentenceOf(expireInvitation(invitation(OVER), AT)),
    ],
  ],
}

test('terms that cannot be meant are refused when they are sent and when they are revised', () => {
  const terms = { ...TERMS, probationDays: 100, contractMonths: 3 }
  expect(() => send({}, { terms })).toThrow('probation-beyond-term')
  expect(() => revise({}, { terms })).toThrow('probation-beyond-term')
})

describe('what comes of every act on an invitation', () => {
  for (const [action, cases] of Object.entries(ACTS))
    test.each(cases)(`${action}: %s`, (sentence, act) => expect(act()).toBe(sentence))
})

test('no act is left out', () => {
  expect(Object.keys(ACTS).sort()).toEqual([...invitationLife.actions].sort())
})

test.each<[string, () => unknown, string]>([
  ['an employer that is not admitted', () => send({ admitted: false }), 'employer-not-admitted'],
  [
    'a day outside the school’s limits',
    () => send({}, { respondBy: '2026-06-12' }),
    'deadline-out-of-limits',
  ],
  [
    'who has an agreement of this employer',
    () => send({ kept: { number: '1' } }),
    'agreement-with-employer-in-force',
  ],
  ['a second live one', () => send({ pending: [invitation()] }), 'live-invitation-exists'],
])('nothing is sent: %s', (_why, tried, code) => {
  expect(tried).toThrow(code)
})

test.each<[string, () => unknown, string]>([
  ['the same again', () => revise({}, { termsHash: 'h1' }), 'nothing-changed'],
  ['an earlier day', () => revise({}, { respondBy: '2026-06-04' }), 'deadline-may-only-move-later'],
  [
    'less than a day to read it',
    () => revise({ respondBy: '2026-06-01' }, { respondBy: '2026-06-01' }),
    'deadline-too-soon',
  ],
  ['a later day outside the limits', () => revise({}, { respondBy: '2026-06-12' }), 'deadline-out-of-limits'],
  ['what is over', () => revise(OVER), 'invitation-expired'],
  ['by the student', () => revise({}, {}, by.student), 'not-your-turn'],
])('is not revised: %s', (_why, tried, code) => {
  expect(tried).toThrow(code)
})

it('keeps its day without asking the limits again, and counts its terms', () => {
  const { after } = revise({ respondBy: '2026-06-30' }, { respondBy: '2026-06-30' }).changes[0]!
  expect([after.version, after.termsVersion, after.termsHash, after.respondBy]).toEqual([
    2,
    2,
    'h2',
    '2026-06-30',
  ])
})

test.each<[string, () => unknown, string]>([
  [
    'by a student who is placed (R1)',
    () => end('decline', by.student, { placement: TAKEN }),
    'student-already-placed',
  ],
  [
    'without the reason that the school wants',
    () => end('decline', by.student, { declineNeedsReason: true }, ' '),
    'reason-needed',
  ],
  ['withdrawn without a reason', () => end('withdraw', by.employer, {}, ''), 'reason-needed'],
])('does not end: %s', (_why, tried, code) => {
  expect(tried).toThrow(code)
})

it('ends with its reason and its instant', () => {
  const { after } = end('decline', by.student).changes[0]!
  expect([after.reason, after.endedAt, after.version]).toEqual(['原因', AT, 2])
})

it('is accepted as it was read or not at all, with every reason against it at once (R27)', () => {
  expect(() => accept({}, {}, { seenVersion: 2, termsHash: 'h1', noticeVersion: 3 })).toThrow(
    'content-changed',
  )
  expect(() => accept({}, {}, { seenVersion: 1, termsHash: 'h2', noticeVersion: 3 })).toThrow(
    'content-changed',
  )
  expect(() => accept({}, {}, { seenVersion: 1, termsHash: 'h1', noticeVersion: 2 })).toThrow(
    'notice-changed',
  )
  const against = () =>
    accept(OVER, { verified: false, admitted: false, placement: TAKEN, designatedEmployer: '丙' })
  expect(against).toThrow(RefusedForReasons)
  try {
    against()
  } catch (error) {
    expect((error as RefusedForReasons).reasons.map(({ code }) => code)).toEqual([
      'invitation-expired',
      'student-not-verified',
      'employer-not-admitted',
      'student-already-placed',
      'designated-employer-only',
    ])
  }
})

it('forms an agreement on the terms that were read, between the same people', () => {
  const [accepted, formed] = accept().changes
  expect(accepted!.data).toEqual({ version: 1, termsHash: 'h1', notice: 3 })
  expect(formed!.after).toMatchObject({
    studentId: 's1',
    employerId: 'e1',
    invitationId: 'i1',
    termsHash: 'h1',
    levels: ['college', 'school'],
    formedAt: AT,
  })
})

it('offers only what would be done', () => {
  const offers = (given: Partial<InvitationCase>, facts: Partial<SigningFacts>, acting: Acting) =>
    invitationOffers(invitation(given), signing(invitation(given), facts), acting)
  expect(offers({}, {}, by.student)).toEqual(['accept', 'decline'])
  expect(offers({}, { placement: TAKEN }, by.student)).toEqual([])
  expect(offers({}, { verified: false }, by.student)).toEqual(['decline'])
  expect(offers({}, { placement: TAKEN }, by.employer)).toEqual(['revise', 'withdraw'])
  expect(offers(OVER, {}, by.employer)).toEqual([])
  expect(offers({}, {}, by.school)).toEqual([])
})

it('does not expire before its day is over', () => {
  expect(() => expireInvitation(invitation(), AT)).toThrow('not-your-turn')
})
