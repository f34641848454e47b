import { expect, test } from 'vitest'
import { AGREEMENT_STATUSES, type AgreementStatus } from '../agreement/life.ts'
import type { DestinationStatus } from '../destination/life.ts'
import type { DissolutionStatus } from '../dissolution/life.ts'
import { Refusal } from '../refusal.ts'
import { coarseOrigin } from './look.ts'
import {
  canBeVerified,
  codeActs,
  codeSideOf,
  codeState,
  MOST_OPEN,
  refuseToClose,
  refuseToExtend,
  refuseToMake,
  usualEnd,
} from './owning.ts'
import { fileFinding, verifiedStanding } from './standing.ts'

const AT = new Date('2026-06-01T10:00:00+08:00')
const open = { endsOn: '2026-06-01', closedAt: null }
const over = { endsOn: '2026-05-31', closedAt: null }
const closed = { endsOn: '2026-12-01', closedAt: AT }

/** The refusal's code; null where nothing is refused. */
function refused(act: () => void): string | null {
  try {
    act()
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

test('a code lasts through its last day in China, and what can be done with it follows', () => {
  expect([open, over, closed].map((code) => codeState(code, AT))).toEqual(['open', 'over', 'closed'])
  expect([open, over, closed].map((code) => codeActs(code, AT))).toEqual([
    ['extend', 'close'],
    ['extend'],
    [],
  ])
  expect(usualEnd(AT)).toBe('2026-11-28')
})

test('what the school has not passed cannot be verified; what was in force once can', () => {
  const never = AGREEMENT_STATUSES.filter((status) => !canBeVerified({ status, effectiveAt: null }))
  expect(never).not.toContain('awaiting_seal')
  expect(never).toEqual(expect.arrayContaining(['in_review', 'returned', 'rejected', 'cancelled']))
  for (const status of AGREEMENT_STATUSES) expect(canBeVerified({ status, effectiveAt: AT })).toBe(true)
})

test.each([
  ['2026-05-31', 'day-not-meant'],
  ['2026-06-01', null],
  ['2027-06-02', null],
  ['2027-06-03', 'day-not-meant'],
])('a code that ends on %s: %s', (endsOn, wanted) => {
  expect(refused(() => refuseToMake(true, [], endsOn, AT))).toBe(wanted)
})

test('so many are open at one time; those that are over or closed do not count', () => {
  const others = [...Array(MOST_OPEN - 1).fill(open), over, closed]
  expect(refused(() => refuseToMake(true, others, '2026-07-01', AT))).toBeNull()
  expect(refused(() => refuseToMake(true, [...others, open], '2026-07-01', AT))).toBe(
    'verification-codes-too-many',
  )
  expect(refused(() => refuseToMake(false, [], '2026-07-01', AT))).toBe('nothing-to-verify')
})

test('an end only moves later; what is closed stays closed', () => {
  expect(refused(() => refuseToExtend(over, '2026-06-30', AT))).toBeNull()
  expect(refused(() => refuseToExtend({ ...open, endsOn: '2026-07-01' }, '2026-07-01', AT))).toBe(
    'day-not-meant',
  )
  expect(refused(() => refuseToExtend(closed, '2026-12-31', AT))).toBe('already-moved-on')
  expect(refused(() => refuseToClose(open, AT))).toBeNull()
  expect(refused(() => refuseToClose(over, AT))).toBe('already-moved-on')
  expect(refused(() => refuseToClose(closed, AT))).toBe('already-moved-on')
})

test('whose codes they are follows from who acts', () => {
  expect([codeSideOf('student'), codeSideOf('employer'), codeSideOf('reviewer')]).toEqual([
    'student',
    'employer',
    'school',
  ])
})

test('every status of an agreement is told to whoever asks from outside', () => {
  const agreement = (status: AgreementStatus, dissolving = false) =>
    verifiedStanding({
      kind: 'agreement',
      ...{
        number: '1',
        studentName: '甲',
        employerName: '乙',
        position: '丙',
        termsHash: '0',
        status,
        dissolving,
      },
      ...{ effectiveAt: '2026-06-01T02:00:00Z', endedAt: null },
    }).standing
  expect(Object.fromEntries(AGREEMENT_STATUSES.map((one) => [one, agreement(one)]))).toEqual({
    in_review: 'not-certified',
    returned: 'not-certified',
    awaiting_seal: 'awaiting-seal',
    effective: 'in-force',
    rejected: 'never-in-force',
    cancelled: 'never-in-force',
    dissolved: 'dissolved',
    fulfilled: 'fulfilled',
  })
  expect(agreement('effective', true)).toBe('dissolving')
})

test('what other documents say is told as it stands now: over, void, replaced, revoked', () => {
  const named = { number: '1', studentName: '甲' }
  const certificate = (status: DissolutionStatus, endedAt: string | null) =>
    verifiedStanding({ ...named, kind: 'dissolving', employerName: '乙', askedAt: '1', status, endedAt })
  expect(certificate('in_review', null)).toEqual({ standing: 'dissolution-open', since: '1', until: null })
  expect(certificate('completed', '2')).toEqual({ standing: 'dissolution-complete', since: '1', until: '2' })
  expect(certificate('withdrawn', '2').standing).toBe('dissolution-failed')
  const registration = (status: DestinationStatus) =>
    verifiedStanding({
      ...named,
      ...{
        kind: 'registration',
        category: { name: '升学', nameEn: 'Study' },
        registeredAt: '1',
        endedAt: null,
        status,
      },
    }).standing
  expect(registration('registered')).toBe('registered')
  expect(registration('voided')).toBe('registration-void')
  const recommendation = (isInForce: boolean, replacedAt: string | null, revokedAt: string | null) =>
    verifiedStanding({
      ...named,
      ...{
        kind: 'recommendation',
        college: '院',
        major: '专业',
        issuedAt: '1',
        isInForce,
        replacedAt,
        revokedAt,
      },
    })
  expect(recommendation(true, null, null).standing).toBe('recommended')
  expect(recommendation(false, '2', null)).toEqual({
    standing: 'recommendation-replaced',
    since: '1',
    until: '2',
  })
  expect(recommendation(false, null, '3')).toEqual({
    standing: 'recommendation-revoked',
    since: '1',
    until: '3',
  })
})

test.each([
  [{ isSealed: true, isSuperseded: false, namesCode: true }, 'genuine'],
  [{ isSealed: true, isSuperseded: true, namesCode: true }, 'superseded'],
  [{ isSealed: false, isSuperseded: true, namesCode: true }, 'altered'],
  [{ isSealed: false, isSuperseded: false, namesCode: false }, 'not-ours'],
])('%j is %s', (found, wanted) => {
  expect(fileFinding(found)).toBe(wanted)
})

test.each([
  ['203.0.113.7', '203.0.*.*'],
  ['2001:db8:1:2', '2001:db8:*'],
  ['0:0:0:0', '0:0:*'],
])('of %s only %s is kept', (network, wanted) => {
  expect(coarseOrigin(network)).toBe(wanted)
})
