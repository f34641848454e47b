import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { ROLES, type Role } from '../lifecycle.ts'
import { Refusal } from '../refusal.ts'
import { AT, admission } from '../testing/cases.ts'
import {
  ADMISSION_STATUSES,
  type AdmissionAction,
  type AdmissionStatus,
  admissionLife,
  admissionTurn,
  evolveAdmission,
  isAdmitted,
  isAsked,
  mayBeAnswered,
  REFUSED,
} from './life.ts'

/** All that is allowed; everything else in the walk below must be refused. */
const ALLOWED: Record<string, AdmissionStatus> = {
  'pending reviewer ask': 'questioned',
  'pending reviewer approve': 'approved',
  'pending reviewer return': 'returned',
  'pending reviewer reject': 'rejected',
  'pending employer change': 'pending',
  'questioned employer answer': 'pending',
  'questioned employer change': 'questioned',
  'questioned reviewer approve': 'approved',
  'questioned reviewer return': 'returned',
  'questioned reviewer reject': 'rejected',
  'returned employer apply-again': 'pending',
  'returned employer change': 'returned',
  'returned reviewer reject': 'rejected',
  'rejected employer apply-again': 'pending',
  'approved reviewer suspend': 'suspended',
  'approved employer change': 'pending',
  'approved employer confirm': 'approved',
  'suspended reviewer readmit': 'approved',
  'suspended employer change': 'suspended',
  'pending reviewer bar': 'barred',
  'questioned reviewer bar': 'barred',
  'returned reviewer bar': 'barred',
  'rejected reviewer bar': 'barred',
  'approved reviewer bar': 'barred',
  'suspended reviewer bar': 'barred',
  'barred employer apply-again': 'pending',
  'barred employer appeal': 'barred',
  'barred reviewer lift': 'returned',
  'barred employer change': 'barred',
}

describe('the whole of the lifecycle, every status × role × action', () => {
  for (const status of ADMISSION_STATUSES)
    for (const role of ROLES)
      for (const action of admissionLife.actions) {
        const expected = ALLOWED[`${status} ${role} ${action}`]
        test(`${status}: ${role} ${action} → ${expected ?? 'refused'}`, () => {
          const subject = admission({ status, verifyDue: '2026-06-20' })
          const decide = () =>
            admissionLife.decide(subject, { action, role, seenVersion: 1, reason: 'r', at: AT })
          expect(admissionLife.actionsFor(subject, role, AT).some((one) => one === action)).toBe(
            expected !== undefined,
          )
          if (expected) expect(decide().to).toBe(expected)
          else expect(decide).toThrow(Refusal)
        })
      }
})

test.each<[AdmissionAction, Role]>([
  ['ask', 'reviewer'],
  ['return', 'reviewer'],
  ['reject', 'reviewer'],
  ['suspend', 'reviewer'],
  ['readmit', 'reviewer'],
  ['answer', 'employer'],
  ['bar', 'reviewer'],
  ['lift', 'reviewer'],
  ['appeal', 'employer'],
])('%s by the %s says why', (action, role) => {
  const [from] = ADMISSION_STATUSES.filter((status) => ALLOWED[`${status} ${role} ${action}`])
  const decide = () =>
    admissionLife.decide(admission({ status: from! }), { action, role, seenVersion: 1, reason: ' ', at: AT })
  expect(decide).toThrow('reason-needed')
})

it('is the employer’s own: nobody else begins one, and what a school takes at once is approved at birth', () => {
  const { status: _, ...born } = admission()
  const begin = (role: Role, isKnown: boolean) =>
    admissionLife.begin({ ...born, isKnown }, { action: 'apply', role, at: AT }).to
  expect(begin('employer', false)).toBe('pending')
  expect(begin('employer', true)).toBe('approved')
  expect(() => begin('reviewer', false)).toThrow('not-your-turn')
})

test.each<[AdmissionStatus, Date | null, boolean, boolean]>([
  ['approved', AT, true, true],
  // Changed data wait for the school anew: nothing new is sent, what was sent is still answered (R21).
  ['pending', AT, false, true],
  ['questioned', AT, false, true],
  ['returned', AT, false, true],
  ['pending', null, false, false],
  ['rejected', null, false, false],
  ['suspended', null, false, false],
  ['barred', null, false, false],
])('%s (admitted since %s): invites %s, is answered %s', (status, admittedAt, invites, answered) => {
  expect([isAdmitted(status), mayBeAnswered({ status, admittedAt })]).toEqual([invites, answered])
})

it('over any history: whose turn it is agrees with who may act, and what is refused is answered no more', () => {
  const act = fc.record({
    action: fc.constantFrom(...admissionLife.actions),
    role: fc.constantFrom(...ROLES),
  })
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      let subject = admission()
      for (const { action, role } of acts) {
        if (admissionLife.whyNot(subject, action, role, AT)) continue
        const command = { action, role, seenVersion: subject.version, reason: 'r', at: AT }
        subject = evolveAdmission(subject, admissionLife.decide(subject, command))
        if (subject.status === 'approved') expect(subject.admittedAt).not.toBeNull()
        if (REFUSED.includes(subject.status)) expect(mayBeAnswered(subject)).toBe(false)
        const turn = admissionTurn({ ...subject, isAsked: isAsked(subject) })
        if (turn === 'school')
          expect(admissionLife.actionsFor(subject, 'reviewer', AT)).toContain(
            subject.confirmedAt ? 'verify' : 'approve',
          )
        if (turn === 'employer')
          expect(
            admissionLife.actionsFor(subject, 'employer', AT).filter((one) => one !== 'change'),
          ).toHaveLength(1)
      }
    }),
    { seed: 7262026, numRuns: 300 },
  )
})

it('is barred until a day is over, appeals once, and is answered once', () => {
  const barred = (appeal: string | null, answer: string | null) =>
    admission({ status: 'barred', barring: { until: '2026-06-01', appeal, answer } })
  const whyNot = (of: ReturnType<typeof barred>, action: AdmissionAction, role: Role, at = AT) =>
    admissionLife.whyNot(of, action, role, at)
  expect(whyNot(barred(null, null), 'apply-again', 'employer')).toBe('employer-barred')
  const over = new Date('2026-06-02T00:00:00+08:00')
  expect(whyNot(barred(null, null), 'apply-again', 'employer', over)).toBeNull()
  expect(whyNot(barred(null, null), 'uphold', 'reviewer')).toBe('no-appeal')
  expect(whyNot(barred('冤枉', null), 'appeal', 'employer')).toBe('already-moved-on')
  expect(whyNot(barred('冤枉', null), 'uphold', 'reviewer')).toBeNull()
  expect(whyNot(barred('冤枉', '属实'), 'uphold', 'reviewer')).toBe('no-appeal')
  const turns = [barred(null, null), barred('冤枉', null), barred('冤枉', '属实')].map((of) =>
    admissionTurn({ status: of.status, isAsked: isAsked(of) }),
  )
  expect(turns).toEqual([null, 'school', null])
})
