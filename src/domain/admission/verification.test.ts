import { describe, expect, test } from 'vitest'
import { AT, admission, BEFORE, by } from '../testing/cases.ts'
import { actOnAdmission } from './acts.ts'
import { admissionLife, admissionTurn } from './life.ts'
import { duesToRemind, refuseUnlessVerified, verificationAt, verifyDueAfter } from './verification.ts'

test.each([
  ['2026-06-01T12:00:00+08:00', '2026-12-01'],
  ['2026-08-31T12:00:00+08:00', '2027-02-28'],
  ['2027-08-31T12:00:00+08:00', '2028-02-29'],
  ['2026-06-30T23:59:59+08:00', '2026-12-30'],
])('verified at %s it holds until %s: six months', (at, day) => {
  expect(verifyDueAfter(new Date(at))).toBe(day)
})

test.each([
  [null, '2026-06-01T12:00:00+08:00', 'fresh'],
  ['2026-07-02', '2026-06-01T12:00:00+08:00', 'fresh'],
  ['2026-07-01', '2026-06-01T12:00:00+08:00', 'due'],
  ['2026-06-01', '2026-06-01T23:59:59+08:00', 'due'],
  ['2026-06-01', '2026-06-02T00:00:00+08:00', 'overdue'],
] as const)('until %s, at %s: %s', (day, at, state) => {
  expect(verificationAt(day, new Date(at))).toBe(state)
  const refuse = () => refuseUnlessVerified(day, new Date(at))
  if (state === 'overdue') expect(refuse).toThrow('employer-verification-due')
  else expect(refuse).not.toThrow()
})

test('every last day within thirty days is of one step, and none beyond', () => {
  const steps = duesToRemind(AT)
  const stepOf = (day: string) =>
    steps.filter(({ from, until }) => day >= from && day <= until).map(({ days }) => days)
  expect(
    ['2026-05-31', '2026-06-01', '2026-06-02', '2026-06-08', '2026-06-09', '2026-07-01', '2026-07-02'].map(
      stepOf,
    ),
  ).toEqual([[], [0], [7], [7], [30], [30], []])
})

describe('the employer confirms, the school verifies', () => {
  const admitted = (verifyDue: string) =>
    admission({ status: 'approved', admittedAt: BEFORE, verifyDue, version: 1 })

  test('only what falls due is confirmed, once, and only what is confirmed is verified', () => {
    const confirm = (of: ReturnType<typeof admitted>) => admissionLife.whyNot(of, 'confirm', 'employer', AT)
    expect(confirm(admitted('2026-09-01'))).toBe('verification-not-due')
    expect(admissionLife.whyNot(admitted('2026-06-10'), 'verify', 'reviewer', AT)).toBe(
      'verification-not-confirmed',
    )
    const { change } = actOnAdmission(
      { before: admitted('2026-05-01'), bars: [] },
      { action: 'confirm', seenVersion: 1 },
      by.employer,
    )
    expect(change.after).toMatchObject({
      status: 'approved',
      confirmedAt: AT,
      waitingSince: AT,
      verifyDue: '2026-05-01',
    })
    expect(admissionTurn({ ...change.after, isAsked: true })).toBe('school')
    expect(confirm(change.after)).toBe('already-moved-on')
    const verified = actOnAdmission(
      { before: change.after, bars: [] },
      { action: 'verify', seenVersion: 2 },
      by.school,
    ).change.after
    expect(verified).toMatchObject({
      status: 'approved',
      confirmedAt: null,
      verifyDue: '2026-12-01',
      resumedAt: AT,
      admittedAt: BEFORE,
    })
    const inTime = { ...change.after, verifyDue: '2026-06-01' }
    const step = { action: 'verify', seenVersion: 2 } as const
    expect(actOnAdmission({ before: inTime, bars: [] }, step, by.school).change.after.resumedAt).toBeNull()
  })
})
