import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, endOfDayInChina } from '../day.ts'
import { ROLES, type Role } from '../lifecycle.ts'
import { Refusal } from '../refusal.ts'
import { refuseUnlessDeadlineFair, refuseUnlessWithinLimits } from './deadline.ts'
import {
  evolveInvitation,
  INVITATION_STATUSES,
  type Invitation,
  type InvitationAction,
  type InvitationStatus,
  invitationLife,
  invitationStatusAt,
} from './life.ts'

const BEFORE = new Date('2026-06-30T12:00:00+08:00')
const AFTER = new Date('2026-07-01T00:00:00+08:00')
const LIMITS = { minDays: 1, maxDays: 5 }
const invitation = (status: InvitationStatus): Invitation => ({ status, version: 1, respondBy: '2026-06-30' })

/** All that is allowed; everything else in the walk below must be refused. */
const ALLOWED: Record<string, InvitationStatus> = {
  'pending student accept before': 'accepted',
  'pending student decline before': 'declined',
  'pending employer revise before': 'pending',
  'pending employer withdraw before': 'withdrawn',
  'pending clock expire after': 'expired',
}

describe('the whole of the lifecycle, every status × role × action × side of the deadline', () => {
  for (const status of INVITATION_STATUSES)
    for (const role of ROLES)
      for (const action of invitationLife.actions)
        for (const [name, at] of [
          ['before', BEFORE],
          ['after', AFTER],
        ] as const) {
          const expected = ALLOWED[`${status} ${role} ${action} ${name}`]
          test(`${status}: ${role} ${action} ${name} the deadline → ${expected ?? 'refused'}`, () => {
            const subject = invitation(status)
            const decide = () =>
              invitationLife.decide(subject, { action, role, seenVersion: 1, reason: 'r', at })
            expect(invitationLife.actionsFor(subject, role, at).some((one) => one === action)).toBe(
              expected !== undefined,
            )
            if (expected) expect(decide().to).toBe(expected)
            else expect(decide).toThrow(Refusal)
          })
        }
})

it('can be accepted until the last second of the last day in China (R4)', () => {
  const acceptAt = (at: string) =>
    invitationLife.whyNot(invitation('pending'), 'accept', 'student', new Date(at))
  expect(acceptAt('2026-06-30T23:59:59.999+08:00')).toBeNull()
  expect(acceptAt('2026-07-01T00:00:00+08:00')).toBe('invitation-expired')
})

it('is expired to its readers as soon as the day is over, whether a sweep has run or not', () => {
  expect(invitationStatusAt(invitation('pending'), AFTER)).toBe('expired')
  expect(invitationStatusAt(invitation('accepted'), AFTER)).toBe('accepted')
})

it('refuses an answer to a version that was not read, and a withdrawal without a reason', () => {
  const at = BEFORE
  const decide = (action: InvitationAction, role: Role, seenVersion: number, reason = '') =>
    invitationLife.decide(invitation('pending'), { action, role, seenVersion, reason, at })
  expect(() => decide('accept', 'student', 2)).toThrow('content-changed')
  expect(() => decide('withdraw', 'employer', 1, '  ')).toThrow('reason-needed')
})

test.each([
  ['2026-06-29', 'deadline-may-only-move-later'],
  ['2026-06-30', 'deadline-too-soon'],
])('a revised deadline of %s is refused: %s', (day, code) => {
  expect(() => refuseUnlessDeadlineFair('2026-06-30', day, LIMITS, BEFORE)).toThrow(code)
})

it('allows a revised deadline 24 hours ahead and a new one within the school’s limits', () => {
  expect(() => refuseUnlessDeadlineFair('2026-06-30', '2026-07-01', LIMITS, BEFORE)).not.toThrow()
  for (const [days, fine] of [
    [0, false],
    [1, true],
    [5, true],
    [6, false],
  ] as const) {
    const check = () => refuseUnlessWithinLimits(addDays('2026-06-30', days), LIMITS, BEFORE)
    if (fine) expect(check).not.toThrow()
    else expect(check).toThrow('deadline-out-of-limits')
    if (days > 1 && !fine)
      expect(() =>
        refuseUnlessDeadlineFair('2026-06-30', addDays('2026-06-30', days), LIMITS, BEFORE),
      ).toThrow('deadline-out-of-limits')
  }
})

it('over any history: at most one end, never an answer after the deadline, buttons and refusals agree', () => {
  const act = fc.record({
    action: fc.constantFrom(...invitationLife.actions),
    role: fc.constantFrom(...ROLES),
    hours: fc.integer({ min: 0, max: 60 }),
    stale: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      let now = new Date('2026-06-29T08:00:00+08:00')
      let subject = invitation('pending')
      let ends = 0
      for (const { action, role, hours, stale } of acts) {
        now = new Date(now.getTime() + hours * 3_600_000)
        const offered = invitationLife.actionsFor(subject, role, now).some((one) => one === action)
        const seenVersion = stale ? subject.version - 1 : subject.version
        try {
          const step = invitationLife.decide(subject, { action, role, seenVersion, reason: 'r', at: now })
          expect(offered).toBe(true)
          expect(stale && role !== 'clock').toBe(false)
          if (action !== 'expire') expect(now < endOfDayInChina(subject.respondBy)).toBe(true)
          if (step.to !== 'pending') ends++
          subject = evolveInvitation(subject, step)
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          expect(offered && !stale).toBe(false)
        }
      }
      expect(ends).toBeLessThanOrEqual(1)
    }),
    { seed: 7262026, numRuns: 500 },
  )
})
