import { describe, expect, it, test } from 'vitest'
import { RefusedForReasons } from '../refusal.ts'
import type { Acting } from '../review.ts'
import { AT, agreement, BEFORE, by, KEPT_RULES, NUMBERING, TERMS } from '../testing/cases.ts'
import { sentenceOf } from '../testing/sentence.ts'
import {
  type AgreementCommand,
  type AgreementOffer,
  actOnAgreement,
  agreementOffers,
  dissolveAgreement,
  formAgreement,
  pointAgreement,
} from './acts.ts'
import type { AgreementCase } from './case.ts'
import { type AgreementAction, agreementLife } from './life.ts'
import { correctPaper, type Paper, registerPaper } from './paper.ts'

const AMENDED = {
  amendment: 'proposed',
  amendmentTerms: { ...TERMS, penalty: 1 },
  amendmentHash: 'h2',
} as const
type Given = Partial<AgreementCase>
const IN_FORCE = {
  status: 'effective',
  effectiveAt: BEFORE,
  terms: { ...TERMS, reportBy: '2026-06-01' },
} as const satisfies Given
const ASKED = { ...IN_FORCE, fulfilment: { by: 'employer', answerBy: '2026-06-05' } } as const satisfies Given
const UNANSWERED = {
  ...IN_FORCE,
  fulfilment: { by: 'school', answerBy: '2026-05-31' },
} as const satisfies Given
const SEALED = { level: 1, sealRules: { everyDays: 3, times: 2 } } as const satisfies Given
const AWAITED = {
  ...SEALED,
  status: 'awaiting_seal',
  sealBy: '2026-06-12',
  sealReminders: ['2026-06-04', '2026-06-09'],
} as const satisfies Given
const OVERDUE = { ...AWAITED, sealBy: '2026-05-29' } as const satisfies Given
type Case = readonly [given: Given, by: keyof typeof by, sentence: string]

/** What comes of every act: an act that is added is asked for here. */
const ACTS: Record<Exclude<AgreementOffer, 'correct'>, readonly Case[]> = {
  pass: [
    [
      {},
      'college',
      'agreement pass: in_review → in_review, school has it, because of 原因, sets {decidedBy ["01"], version 2, level 1, waitingSince 2026-06-01T04:00:00.000Z}, journals {version 1, termsHash h1, level college}; tells school of agreement.to-review about agreement a1 (1202610488000001 · 黄河水 · 星光集团)',
    ],
    [
      { level: 1 },
      'school',
      'agreement pass: in_review → effective, nobody has it, because of 原因, sets {version 2, waitingSince 2026-06-01T04:00:00.000Z, effectiveAt 2026-06-01T04:00:00.000Z}, journals {version 1, termsHash h1, level school}; tells student of agreement.effective about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因), employer of agreement.effective about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因)',
    ],
    [
      SEALED,
      'school',
      'agreement pass: in_review → awaiting_seal, employer has it, because of 原因, sets {version 2, sealBy 2026-06-12, sealReminders ["2026-06-04","2026-06-09"], waitingSince 2026-06-01T04:00:00.000Z}, journals {version 1, termsHash h1, level school}; tells student of agreement.to-seal about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因 · 2026-06-12), employer of agreement.to-seal about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因 · 2026-06-12)',
    ],
    [
      { level: 1, kind: 'paper' },
      'school',
      'agreement pass: in_review → effective, nobody has it, because of 原因, sets {version 2, waitingSince 2026-06-01T04:00:00.000Z, effectiveAt 2026-06-01T04:00:00.000Z}, journals {version 1, termsHash h1, level school}; tells student of agreement.effective about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因)',
    ],
  ],
  seal: [
    [
      AWAITED,
      'employer',
      'agreement seal: awaiting_seal → effective, nobody has it, because of 原因, sets {version 2, sealBy null, sealReminders [], sealedAt 2026-06-01T04:00:00.000Z, waitingSince 2026-06-01T04:00:00.000Z, effectiveAt 2026-06-01T04:00:00.000Z}, journals {version 1, termsHash h1, level null}; tells student of agreement.effective about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因)',
    ],
    [
      OVERDUE,
      'employer',
      'agreement seal: awaiting_seal → effective, nobody has it, because of 原因, sets {version 2, sealBy null, sealReminders [], sealedAt 2026-06-01T04:00:00.000Z, waitingSince 2026-06-01T04:00:00.000Z, effectiveAt 2026-06-01T04:00:00.000Z}, journals {version 1, termsHash h1, level null}; tells student of agreement.effective about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因), school of agreement.effective about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因)',
    ],
  ],
  'end-unsealed': [
    [
      OVERDUE,
      'school',
      'agreement end-unsealed: awaiting_seal → cancelled, nobody has it, because of 原因, sets {version 2, sealBy null, sealReminders [], waitingSince 2026-06-01T04:00:00.000Z, endedAt 2026-06-01T04:00:00.000Z}, journals {version 1, termsHash h1, level null}, frees the place; tells student of agreement.ended-unsealed about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因), employer of agreement.ended-unsealed about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因)',
    ],
    [
      { ...OVERDUE, cancellationBy: 'employer' },
      'school',
      'agreement end-unsealed: awaiting_seal → cancelled, nobody has it, because of 原因, sets {version 2, cancellationBy null, sealBy null, sealReminders [], waitingSince 2026-06-01T04:00:00.000Z, endedAt 2026-06-01T04:00:00.000Z}, journals {version 1, termsHash h1, level null}, frees the place; tells student of agreement.ended-unsealed about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因), employer of agreement.ended-unsealed about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因)',
    ],
  ],
  return: [
    [
      {},
      'college',
      'agreement return: in_review → returned, employer has it, because of 原因, sets {decidedBy ["01"], version 2, waitingSince 2026-06-01T04:00:00.000Z}, journals {version 1, termsHash h1, level college}; tells student of agreement.returned about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因), employer of agreement.returned about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因)',
    ],
    [
      { kind: 'paper' },
      'college',
      'agreement return: in_review → returned, student has it, because of 原因, sets {decidedBy ["01"], version 2, waitingSince 2026-06-01T04:00:00.000Z}, journals {version 1, termsHash h1, level college}; tells student of agreement.returned about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因)',
    ],
  ],
  reject: [
    [
      {},
      'college',
      'agreement reject: in_review → rejected, nobody has it, because of 原因, sets {decidedBy ["01"], version 2, waitingSince 2026-06-01T04:00:00.000Z, endedAt 2026-06-01T04:00:00.000Z}, journals {version 1, termsHash h1, level college}, frees the place; tells student of agreement.rejected about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因), employer of agreement.rejected about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因)',
    ],
    [
      { status: 'returned', ...AMENDED },
      'college',
      'agreement reject: returned → rejected, nobody has it, because of 原因, sets {decidedBy ["01"], version 2, amendment null, amendmentHash null, waitingSince 2026-06-01T04:00:00.000Z, endedAt 2026-06-01T04:00:00.000Z}, journals {version 1, termsHash h2, level college}, frees the place; tells student of agreement.rejected about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因), employer of agreement.rejected about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因)',
    ],
  ],
  'propose-amendment': [
    [
      {},
      'employer',
      'agreement propose-amendment: in_review → in_review, student has it, because of 原因, sets {version 2, amendment proposed, amendmentHash h2, waitingSince 2026-06-01T04:00:00.000Z}, journals {version 1, termsHash h2, level null}; tells student of agreement.amendment-proposed about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因)',
    ],
    [
      { status: 'returned' },
      'employer',
      'agreement propose-amendment: returned → returned, student has it, because of 原因, sets {version 2, amendment proposed, amendmentHash h2, waitingSince 2026-06-01T04:00:00.000Z}, journals {version 1, termsHash h2, level null}; tells student of agreement.amendment-proposed about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因)',
    ],
  ],
  'accept-amendment': [
    [
      { status: 'returned', level: 1, ...AMENDED },
      'student',
      'agreement accept-amendment: returned → in_review, college has it, because of 原因, sets {termsHash h2, version 2, level 0, amendment null, amendmentHash null, termsVersion 2, waitingSince 2026-06-01T04:00:00.000Z}, journals {version 1, termsHash h2, level null}; tells employer of agreement.amendment-accepted about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因), college of agreement.to-review about agreement a1 (1202610488000001 · 黄河水 · 星光集团)',
    ],
  ],
  'decline-amendment': [
    [
      { level: 1, ...AMENDED },
      'student',
      'agreement decline-amendment: in_review → in_review, school has it, because of 原因, sets {version 2, amendment null, amendmentHash null, waitingSince 2026-06-01T04:00:00.000Z}, journals {version 1, termsHash h2, level null}; tells employer of agreement.amendment-declined about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因)',
    ],
  ],
  'ask-cancellation': [
    [
      {},
      'student',
      'agreement ask-cancellation: in_review → in_review, employer has it, because of 原因, sets {version 2, cancellationBy student, waitingSince 2026-06-01T04:00:00.000Z}, journals {version 1, termsHash h1, level null}; tells employer of agreement.cancellation-asked about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因)',
    ],
    [
      {},
      'employer',
      'agreement ask-cancellation: in_review → in_review, student has it, because of 原因, sets {version 2, cancellationBy employer, waitingSince 2026-06-01T04:00:00.000Z}, journals {version 1, termsHash h1, level null}; tells student of agreement.cancellation-asked about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因)',
    ],
  ],
  'confirm-cancellation': [
    [
      { cancellationBy: 'student' },
      'employer',
      'agreement confirm-cancellation: in_review → cancelled, nobody has it, because of 原因, sets {version 2, cancellationBy null, waitingSince 2026-06-01T04:00:00.000Z, endedAt 2026-06-01T04:00:00.000Z}, journals {version 1, termsHash h1, level null}, frees the place; tells student of agreement.cancelled about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因)',
    ],
    [
      { cancellationBy: 'employer' },
      'student',
      'agreement confirm-cancellation: in_review → cancelled, nobody has it, because of 原因, sets {version 2, cancellationBy null, waitingSince 2026-06-01T04:00:00.000Z, endedAt 2026-06-01T04:00:00.000Z}, journals {version 1, termsHash h1, level null}, frees the place; tells employer of agreement.cancelled about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因)',
    ],
  ],
  'decline-cancellation': [
    [
      { cancellationBy: 'student', level: 1 },
      'employer',
      'agreement decline-cancellation: in_review → in_review, school has it, because of 原因, sets {version 2, cancellationBy null, waitingSince 2026-06-01T04:00:00.000Z}, journals {version 1, termsHash h1, level null}; tells student of agreement.cancellation-declined about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因)',
    ],
  ],
  cancel: [
    [
      { kind: 'paper' },
      'student',
      'agreement cancel: in_review → cancelled, nobody has it, because of 原因, sets {version 2, waitingSince 2026-06-01T04:00:00.000Z, endedAt 2026-06-01T04:00:00.000Z}, journals {version 1, termsHash h1, level null}, frees the place; tells nobody',
    ],
  ],
  'ask-fulfilment': [
    [
      IN_FORCE,
      'employer',
      'agreement ask-fulfilment: effective → effective, student has it, because of 原因, sets {version 2, fulfilment {"by":"employer","answerBy":"2026-06-08"}, waitingSince 2026-06-01T04:00:00.000Z}, journals {version 1, termsHash h1, level null}; tells student of agreement.fulfilment-asked about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因 · 2026-06-08)',
    ],
    [
      { ...IN_FORCE, kind: 'paper' },
      'college',
      'agreement ask-fulfilment: effective → effective, student has it, because of 原因, sets {version 2, fulfilment {"by":"school","answerBy":"2026-06-08"}, waitingSince 2026-06-01T04:00:00.000Z}, journals {version 1, termsHash h1, level null}; tells student of agreement.fulfilment-asked about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因 · 2026-06-08)',
    ],
  ],
  'confirm-fulfilment': [
    [
      ASKED,
      'student',
      'agreement confirm-fulfilment: effective → fulfilled, nobody has it, because of 原因, sets {version 2, fulfilment null, waitingSince 2026-06-01T04:00:00.000Z, endedAt 2026-06-01T04:00:00.000Z}, journals {version 1, termsHash h1, level null}; tells employer of agreement.fulfilled about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因)',
    ],
    [
      UNANSWERED,
      'student',
      'agreement confirm-fulfilment: effective → fulfilled, nobody has it, because of 原因, sets {version 2, fulfilment null, waitingSince 2026-06-01T04:00:00.000Z, endedAt 2026-06-01T04:00:00.000Z}, journals {version 1, termsHash h1, level null}; tells employer of agreement.fulfilled about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因), school of agreement.fulfilled about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因)',
    ],
  ],
  'deny-fulfilment': [
    [
      ASKED,
      'student',
      'agreement deny-fulfilment: effective → effective, nobody has it, because of 原因, sets {version 2, fulfilment null, fulfilmentAgainOn 2026-06-08, waitingSince 2026-06-01T04:00:00.000Z}, journals {version 1, termsHash h1, level null}; tells employer of agreement.fulfilment-denied about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因)',
    ],
    [
      UNANSWERED,
      'student',
      'agreement deny-fulfilment: effective → effective, nobody has it, because of 原因, sets {version 2, fulfilment null, fulfilmentAgainOn 2026-06-08, waitingSince 2026-06-01T04:00:00.000Z}, journals {version 1, termsHash h1, level null}; tells employer of agreement.fulfilment-denied about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因), school of agreement.fulfilment-denied about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因)',
    ],
  ],
  fulfil: [
    [
      UNANSWERED,
      'school',
      'agreement fulfil: effective → fulfilled, nobody has it, because of 原因, sets {version 2, fulfilment null, waitingSince 2026-06-01T04:00:00.000Z, endedAt 2026-06-01T04:00:00.000Z}, journals {version 1, termsHash h1, level null}; tells student of agreement.fulfilled about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因), employer of agreement.fulfilled about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因)',
    ],
  ],
  'undo-fulfilment': [
    [
      { ...IN_FORCE, status: 'fulfilled', endedAt: BEFORE },
      'school',
      'agreement undo-fulfilment: fulfilled → effective, nobody has it, because of 原因, sets {version 2, endedAt null}, journals {version 1, termsHash h1, level null}; tells student of agreement.fulfilment-undone about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因), employer of agreement.fulfilment-undone about agreement a1 (1202610488000001 · 黄河水 · 星光集团 · 原因)',
    ],
  ],
}

const OTHER_TERMS = { terms: { ...TERMS, penalty: 1 }, termsHash: 'h2' }
const commandFor = (action: keyof typeof ACTS, more: Partial<AgreementCommand> = {}): AgreementCommand => ({
  action,
  seenVersion: 1,
  reason: '原因',
  ...(action === 'propose-amendment' && { proposed: OTHER_TERMS }),
  ...(action === 'accept-amendment' && { agreedHash: 'h2' }),
  ...(action === 'seal' && { agreedHash: 'h1' }),
  ...more,
})
const act = (given: Given, action: keyof typeof ACTS, acting: Acting, more: Partial<AgreementCommand> = {}) =>
  actOnAgreement(
    { before: agreement(given), admitted: true, fulfilmentDays: 7 },
    commandFor(action, more),
    acting,
  )

describe('what comes of every act on an agreement', () => {
  for (const [action, cases] of Object.entries(ACTS) as [keyof typeof ACTS, readonly Case[]][])
    for (const [{ terms: _, ...given }, who, sentence] of cases)
      test(`${action} of ${JSON.stringify(given)} by the ${who}`, () => {
        expect(sentenceOf(act({ ...given, ...(_ && { terms: _ }) }, action, by[who]))).toBe(sentence)
      })
})

it('is offered exactly what an act then does, whoever looks', () => {
  const states: Given[] = [
    {},
    { level: 1 },
    { status: 'returned' },
    { status: 'effective' },
    { status: 'effective', dissolutionId: 'd1' },
    IN_FORCE,
    { ...IN_FORCE, fulfilmentAgainOn: '2026-06-02' },
    ASKED,
    UNANSWERED,
    AWAITED,
    { ...AWAITED, cancellationBy: 'student' },
    OVERDUE,
    { status: 'fulfilled' },
    { status: 'rejected' },
    { kind: 'paper' },
    { kind: 'paper', status: 'returned' },
    AMENDED,
    { cancellationBy: 'student' },
    { cancellationBy: 'employer' },
  ]
  for (const [given, admitted] of states.flatMap((given) =>
    [true, false].map((one) => [given, one] as const),
  ))
    for (const acting of Object.values(by)) {
      const offered = agreementOffers({ before: agreement(given), admitted }, acting)
      for (const action of Object.keys(ACTS) as (keyof typeof ACTS)[]) {
        const tried = () =>
          actOnAgreement(
            { before: agreement(given), admitted, fulfilmentDays: 7 },
            commandFor(action),
            acting,
          )
        if (offered.includes(action)) expect(tried).not.toThrow()
        else expect(tried).toThrow()
      }
    }
})

it('is sealed as it was read, and by an employer that the school admits; the school ends it no sooner than that', () => {
  const trying = (
    action: 'seal' | 'end-unsealed',
    given: Given,
    admitted: boolean,
    more: Partial<AgreementCommand> = {},
  ) =>
    expect(() =>
      actOnAgreement(
        { before: agreement(given), admitted, fulfilmentDays: 7 },
        commandFor(action, more),
        action === 'seal' ? by.employer : by.school,
      ),
    )
  trying('seal', AWAITED, false).toThrow(
    expect.objectContaining({ code: 'employer-not-admitted', details: { employer: '星光集团' } }),
  )
  trying('seal', AWAITED, true, { agreedHash: 'h2' }).toThrow(
    expect.objectContaining({ code: 'content-changed' }),
  )
  trying('end-unsealed', { ...AWAITED, sealBy: '2026-06-01' }, true).toThrow(
    expect.objectContaining({ code: 'seal-not-overdue', details: { day: '2026-06-01' } }),
  )
  trying('end-unsealed', { ...AWAITED, sealBy: '2026-05-31' }, true).not.toThrow()
  trying('end-unsealed', AWAITED, false).not.toThrow()
})

it('is reminded of no seal any more once both have cancelled it', () => {
  const cancelled = act({ ...AWAITED, cancellationBy: 'student' }, 'confirm-cancellation', by.employer)
    .changes[0]!.after
  expect([cancelled.status, cancelled.sealBy, cancelled.sealReminders]).toEqual(['cancelled', null, []])
})

it('keeps since when somebody has it while it stays theirs, and begins anew when it moves', () => {
  const passed = act({}, 'pass', by.college).changes[0]!.after
  expect([passed.waitingFor, passed.waitingSince]).toEqual(['school', AT])
  const stays = act({ status: 'returned', ...AMENDED }, 'accept-amendment', by.student).changes[0]!.after
  expect(stays.waitingSince).toEqual(AT)
  const paper = act({ kind: 'paper' }, 'return', by.college).changes[0]!.after
  expect([paper.waitingFor, paper.waitingSince]).toEqual(['student', AT])
})

it('comes into force and ends at the instant of the act', () => {
  const inForce = act({ level: 1 }, 'pass', by.school).changes[0]!.after
  expect([inForce.effectiveAt, inForce.endedAt]).toEqual([AT, null])
  const fulfilled = act(ASKED, 'confirm-fulfilment', by.student).changes[0]!.after
  expect([fulfilled.effectiveAt, fulfilled.endedAt]).toEqual([BEFORE, AT])
  const undone = act({ ...IN_FORCE, status: 'fulfilled', endedAt: AT }, 'undo-fulfilment', by.school)
  expect([undone.changes[0]!.after.effectiveAt, undone.changes[0]!.after.endedAt]).toEqual([BEFORE, null])
  expect(act({}, 'reject', by.college).changes[0]!.after.endedAt).toEqual(AT)
})

it('refuses an amendment whose terms cannot be meant', () => {
  const proposed = { ...OTHER_TERMS, terms: { ...OTHER_TERMS.terms, probationDays: 100, contractMonths: 3 } }
  expect(() => act({}, 'propose-amendment', by.employer, { proposed })).toThrow('probation-beyond-term')
})

it('keeps the proposed terms beside its own until they are accepted, and forgets them when they are not', () => {
  const proposed = act({}, 'propose-amendment', by.employer).changes[0]!.after
  expect([proposed.termsHash, proposed.amendmentHash, proposed.termsVersion]).toEqual(['h1', 'h2', 1])
  const accepted = act(AMENDED, 'accept-amendment', by.student).changes[0]!.after
  expect(accepted).toMatchObject({
    termsHash: 'h2',
    terms: AMENDED.amendmentTerms,
    termsVersion: 2,
    amendmentHash: null,
  })
  const declined = act(AMENDED, 'decline-amendment', by.student).changes[0]!.after
  expect(declined).toMatchObject({
    termsHash: 'h1',
    termsVersion: 1,
    amendmentTerms: null,
    amendmentHash: null,
  })
})

test.each<[string, () => unknown, string]>([
  [
    'the same terms',
    () => act({}, 'propose-amendment', by.employer, { proposed: { terms: TERMS, termsHash: 'h1' } }),
    'nothing-changed',
  ],
  [
    'terms that were not read',
    () => act(AMENDED, 'accept-amendment', by.student, { agreedHash: 'h1' }),
    'content-changed',
  ],
  ['a version that was not read', () => act({}, 'pass', by.college, { seenVersion: 2 }), 'content-changed'],
  ['the level before', () => act({ level: 1 }, 'pass', by.college), 'reviewed-at-another-level'],
  ['the level after', () => act({}, 'return', by.school), 'reviewed-at-another-level'],
  ['what only the school decides', () => act(UNANSWERED, 'fulfil', by.college), 'reviewed-at-another-level'],
  ['no reason', () => act({}, 'reject', by.college, { reason: ' ' }), 'reason-needed'],
])('refuses %s', (_what, tried, code) => {
  expect(tried).toThrow(code)
})

/** The births and what another case does, which nobody is offered. */
const UNOFFERED: Record<Exclude<AgreementAction, AgreementOffer>, string> = {
  form: 'agreement form: new → in_review, college has it, journals {version 1, termsHash h1}, takes the place as online with 星光集团',
  register:
    'agreement register: new → in_review, college has it, journals {version 1, employer 星光集团, creditCode 91420100MA4DEM00X0, signedOn 2026-06-01, termsHash h1}, takes the place as paper with 星光集团; files for agreement a1: f1; tells college of agreement.to-review about agreement a1 (2202610488###### · 黄河水 · 星光集团)',
  dissolve:
    'agreement dissolve: effective → dissolved, nobody has it, sets {version 2, dissolving false, dissolutionId null, endedAt 2026-06-01T04:00:00.000Z}, journals {version 1, termsHash h1}, frees the place',
}

const { snapshot, schoolId, id, studentId, studentVersion, collegeId, levels } = agreement()
const holding = {
  schoolId,
  id,
  studentId,
  studentVersion,
  collegeId,
  levels,
  dissolutionRules: KEPT_RULES,
  sealRules: null,
  noticeId: null,
  numbering: NUMBERING,
}
const PAPER: Paper = {
  employer: snapshot.employer,
  signedOn: '2026-06-01',
  terms: TERMS,
  termsHash: 'h1',
  evidence: ['f1'],
}
const FREE = {
  placement: null,
  designatedEmployer: null,
  designatedCreditCode: null,
  enrolment: 'enrolled' as const,
}
const registering = (change: Partial<Paper> = {}, placing: typeof FREE | object = FREE, known = null) =>
  registerPaper(
    {
      correction: null,
      placing: { ...FREE, ...placing },
      registered: { limit: 10, nthLastAt: null, closedYear: null },
      known,
      student: { ...holding, snapshot: snapshot.student },
    },
    { ...PAPER, ...change },
    by.student,
  )

it('forms by an acceptance, and is ended by a completed dissolution alone', () => {
  const parties = { employerId: 'e1', invitationId: 'i1', signedOn: null, snapshot }
  const formed = formAgreement({ ...holding, ...parties, terms: TERMS, termsHash: 'h1' }, AT)
  expect(sentenceOf({ changes: [formed], files: null, told: [] })).toBe(`${UNOFFERED.form}; tells nobody`)
  const ended = dissolveAgreement(agreement({ status: 'effective', dissolutionId: 'd1' }), AT)
  expect(sentenceOf({ changes: [ended], files: null, told: [] })).toBe(`${UNOFFERED.dissolve}; tells nobody`)
  expect(ended.after).toMatchObject({ dissolutionId: null, dissolving: false, endedAt: AT })
  expect(() => dissolveAgreement(agreement({ status: 'effective' }), AT)).toThrow('no-dissolution')
})

it('is pointed at its open request without a step of its own', () => {
  const pointed = pointAgreement(agreement({ status: 'effective' }), 'd1')
  expect([pointed.step, pointed.after.dissolving, pointed.place.do]).toEqual([null, true, 'keep'])
  const asked = pointAgreement(agreement(ASKED), 'd1').after
  expect([asked.fulfilment, asked.waitingFor]).toEqual([null, null])
})

it('is registered from a paper, with whatever is wrong with it said', () => {
  expect(sentenceOf(registering())).toBe(UNOFFERED.register)
  expect(() => registering({ evidence: [] })).toThrow('evidence-needed')
  expect(() => registering({ signedOn: '2026-06-02' })).toThrow('day-not-meant')
  expect(() => registering({}, { placement: { holder: '甲', number: null } })).toThrow(RefusedForReasons)
  expect(() => registering({}, { designatedEmployer: '乙' })).toThrow('designated-employer-only')
})

it('is with the designated employer by its credit code, whatever both are called; by name where the roster has no code (R19)', () => {
  const { name, creditCode } = PAPER.employer
  const known = (designatedEmployer: string, designatedCreditCode: string | null) => () =>
    registering({}, { designatedEmployer, designatedCreditCode })
  expect(known('改名之前的单位', creditCode)).not.toThrow()
  expect(known(name, null)).not.toThrow()
  expect(known(name, '91420100MA4BAYJN07')).toThrow('designated-employer-only')
  expect(known('改名之前的单位', null)).toThrow('designated-employer-only')
})

it('is corrected while in review or returned: other employer, other name of the place, all levels again', () => {
  const correct = (
    given: Given,
    change: Partial<Paper> = {},
    known: { id: string; name: string } | null = null,
  ) =>
    correctPaper(
      { before: agreement({ kind: 'paper', ...given }), placing: FREE, known },
      { ...PAPER, ...change, seenVersion: 1 },
      by.student,
    )
  const employer = { name: '远山食品', creditCode: '91420100MA4KWXYU5X' }
  expect(sentenceOf(correct({ status: 'returned', level: 1 }, { employer }))).toBe(
    'agreement correct: returned → in_review, college has it, sets {employerId null, signedOn 2026-06-01, version 2, level 0, termsVersion 2, waitingSince 2026-06-01T04:00:00.000Z}, journals {version 1, employer 远山食品, creditCode 91420100MA4KWXYU5X, signedOn 2026-06-01, termsHash h1}, calls the place 远山食品; files for agreement a1: f1; tells college of agreement.to-review about agreement a1 (1202610488000001 · 黄河水 · 远山食品)',
  )
  const { after } = correct({}, { employer }, { id: 'e9', name: '远山食品' }).changes[0]!
  expect([after.employerId, after.termsVersion, after.snapshot.student]).toEqual(['e9', 2, snapshot.student])
  expect(() => correct({}, { employer }, { id: 'e9', name: '别的名字' })).toThrow('employer-name-mismatch')
  expect(() => correct({ kind: 'online' })).toThrow('only-for-paper')
})

it('has no act beside those told of here', () => {
  expect([...Object.keys(ACTS), ...Object.keys(UNOFFERED), 'correct'].sort()).toEqual(
    [...agreementLife.actions].sort(),
  )
})
