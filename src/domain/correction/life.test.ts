import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { ROLES, type Role } from '../lifecycle.ts'
import { Refusal } from '../refusal.ts'
import {
  CORRECTION_STATUSES,
  type Correction,
  type CorrectionAction,
  type CorrectionStatus,
  correctionLife,
  correctionWaitsFor,
  evolveCorrection,
  isGranted,
  isOpen,
} from './life.ts'

const AT = new Date('2026-06-01T12:00:00+08:00')
const base: Correction = { status: 'in_review', version: 1, levels: ['college', 'school'], level: 0 }

/** The rules once more, written as sentences instead of a table. */
const mayBe = (status: CorrectionStatus, role: Role, action: CorrectionAction): boolean => {
  switch (action) {
    case 'resubmit':
    case 'withdraw':
      return role === 'student' && (status === 'in_review' || status === 'returned')
    case 'pass':
    case 'return':
    case 'reject':
      return role === 'reviewer' && status === 'in_review'
    // What is there does not begin.
    case 'submit':
      return false
  }
}

/** Where each act leads, from a first level that is not the last, and from the last. */
const LEADS_TO: Record<
  Exclude<CorrectionAction, 'submit'>,
  readonly [first: CorrectionStatus, last: CorrectionStatus]
> = {
  resubmit: ['in_review', 'in_review'],
  withdraw: ['withdrawn', 'withdrawn'],
  pass: ['in_review', 'corrected'],
  return: ['returned', 'returned'],
  reject: ['rejected', 'rejected'],
}

describe('the whole of the lifecycle, every status × level × role × action', () => {
  for (const status of CORRECTION_STATUSES)
    for (const level of [0, 1]) {
      const subject: Correction = { ...base, status, level }
      test(`${status}, level ${level}`, () => {
        for (const role of ROLES)
          for (const action of correctionLife.offers) {
            const expected = mayBe(status, role, action)
            const decide = () =>
              correctionLife.decide(subject, { action, role, seenVersion: 1, reason: 'r', at: AT })
            expect([
              action,
              role,
              correctionLife.actionsFor(subject, role, AT).some((one) => one === action),
            ]).toEqual([action, role, expected])
            if (expected) expect([action, decide().to]).toEqual([action, LEADS_TO[action][level]])
            else expect(decide).toThrow(Refusal)
          }
      })
    }
})

const step = (subject: Correction, action: CorrectionAction, role: Role) =>
  evolveCorrection(
    subject,
    correctionLife.decide(subject, { action, role, seenVersion: subject.version, reason: 'r', at: AT }),
  )

it('is granted after the last level has passed, and waits for each level in turn', () => {
  expect(correctionWaitsFor(base)).toBe('college')
  const once = step(base, 'pass', 'reviewer')
  expect([once.status, correctionWaitsFor(once)]).toEqual(['in_review', 'school'])
  const twice = step(once, 'pass', 'reviewer')
  expect([twice.status, correctionWaitsFor(twice), isGranted(twice)]).toEqual(['corrected', null, true])
})

it('waits for the student when the school has asked back, and goes through all levels again then', () => {
  const returned = step(step(base, 'pass', 'reviewer'), 'return', 'reviewer')
  expect(correctionWaitsFor(returned)).toBe('student')
  const again = step(returned, 'resubmit', 'student')
  expect([again.status, again.level, correctionWaitsFor(again)]).toEqual(['in_review', 0, 'college'])
})

test.each<CorrectionAction>(['return', 'reject'])('to %s needs a reason', (action) => {
  expect(() =>
    correctionLife.decide(base, { action, role: 'reviewer', seenVersion: 1, reason: ' ', at: AT }),
  ).toThrow('reason-needed')
})

it('refuses an act on a version that was not read', () => {
  expect(() =>
    correctionLife.decide(base, { action: 'pass', role: 'reviewer', seenVersion: 2, at: AT }),
  ).toThrow('content-changed')
})

it('over any history: an end is final, versions only grow, who has it and the status agree', () => {
  const act = fc.record({
    action: fc.constantFrom(...correctionLife.actions),
    role: fc.constantFrom<Role>('student', 'reviewer', 'employer', 'clock'),
  })
  const levels = fc.constantFrom<Correction['levels']>(['school'], ['college', 'school'])
  fc.assert(
    fc.property(levels, fc.array(act, { maxLength: 60 }), (from, acts) => {
      let subject: Correction = { ...base, levels: from }
      for (const { action, role } of acts) {
        const before = subject
        const offered = correctionLife.actionsFor(before, role, AT).some((one) => one === action)
        try {
          subject = step(before, action, role)
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          expect(offered).toBe(false)
          continue
        }
        expect(offered).toBe(true)
        expect(isOpen(before)).toBe(true)
        expect(subject.version).toBe(before.version + 1)
        expect(subject.level).toBeLessThan(subject.levels.length)
        expect(isOpen(subject)).toBe(correctionWaitsFor(subject) !== null)
        expect(isGranted(subject) && isOpen(subject)).toBe(false)
      }
    }),
    { seed: 7262026, numRuns: 500 },
  )
})
