import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { ROLES, type Role } from '../lifecycle.ts'
import { Refusal } from '../refusal.ts'
import {
  DESTINATION_HOLDS_PLACEMENT,
  DESTINATION_STATUSES,
  type Destination,
  type DestinationAction,
  type DestinationStatus,
  destinationLife,
  destinationWaitsFor,
  employerNamed,
  evolveDestination,
} from './life.ts'

const AT = new Date('2026-06-01T12:00:00+08:00')
const base: Destination = {
  route: 'destination',
  status: 'in_review',
  version: 1,
  levels: ['college', 'school'],
  level: 0,
  voiding: false,
}

type Walk = { subject: Destination; role: Role; action: DestinationAction }
/** The rules once more, written as sentences instead of a table. */
const mayBe = ({ subject: { status, voiding }, role, action }: Walk): boolean => {
  switch (action) {
    case 'correct':
      return role === 'student' && (status === 'in_review' || status === 'returned')
    case 'withdraw':
      return role === 'student' && ['in_review', 'returned', 'declared'].includes(status)
    case 'pass':
    case 'return':
    case 'reject':
      return role === 'reviewer' && status === 'in_review'
    case 'ask-void':
      return role === 'student' && status === 'registered' && !voiding
    case 'withdraw-void':
      return role === 'student' && status === 'registered' && voiding
    case 'grant-void':
    case 'refuse-void':
      return role === 'reviewer' && status === 'registered' && voiding
    // What is there does not begin.
    case 'declare':
      return false
  }
}

/** Where each act leads, from a first level that is not the last, and from the last. */
const LEADS_TO: Record<
  Exclude<DestinationAction, 'declare'>,
  readonly [first: DestinationStatus, last: DestinationStatus]
> = {
  correct: ['in_review', 'in_review'],
  withdraw: ['withdrawn', 'withdrawn'],
  pass: ['in_review', 'registered'],
  return: ['returned', 'returned'],
  reject: ['rejected', 'rejected'],
  'ask-void': ['registered', 'registered'],
  'withdraw-void': ['registered', 'registered'],
  'grant-void': ['registered', 'voided'],
  'refuse-void': ['registered', 'registered'],
}

describe('the whole of the lifecycle, every status × voiding × level × role × action', () => {
  for (const status of DESTINATION_STATUSES)
    for (const voiding of [false, true])
      for (const level of [0, 1]) {
        const subject: Destination = { ...base, status, level, voiding }
        test(`${status}${voiding ? ', to be voided' : ''}, level ${level}`, () => {
          for (const role of ROLES)
            for (const action of destinationLife.offers) {
              const expected = mayBe({ subject, role, action })
              const decide = () =>
                destinationLife.decide(subject, { action, role, seenVersion: 1, reason: 'r', at: AT })
              expect([
                action,
                role,
                destinationLife.actionsFor(subject, role, AT).some((one) => one === action),
              ]).toEqual([action, role, expected])
              if (expected) expect([action, decide().to]).toEqual([action, LEADS_TO[action][level]])
              else expect(decide).toThrow(Refusal)
            }
        })
      }
})

const step = (subject: Destination, action: DestinationAction, role: Role) =>
  evolveDestination(
    subject,
    destinationLife.decide(subject, { action, role, seenVersion: subject.version, reason: 'r', at: AT }),
  )

it('is registered after the last level has passed, and waits for each level in turn', () => {
  expect(destinationWaitsFor(base)).toBe('college')
  const once = step(base, 'pass', 'reviewer')
  expect([once.status, destinationWaitsFor(once)]).toEqual(['in_review', 'school'])
  const twice = step(once, 'pass', 'reviewer')
  expect([twice.status, destinationWaitsFor(twice)]).toEqual(['registered', null])
})

it('waits for the student when it was returned, and goes through all levels again when it is corrected', () => {
  const returned = step(step(base, 'pass', 'reviewer'), 'return', 'reviewer')
  expect(destinationWaitsFor(returned)).toBe('student')
  const corrected = step(returned, 'correct', 'student')
  expect([corrected.status, corrected.level, destinationWaitsFor(corrected)]).toEqual([
    'in_review',
    0,
    'college',
  ])
})

it('is voided by all levels again; refused or withdrawn, the registration stands as before', () => {
  const registered = step(step(base, 'pass', 'reviewer'), 'pass', 'reviewer')
  const asked = step(registered, 'ask-void', 'student')
  expect([asked.status, asked.level, destinationWaitsFor(asked)]).toEqual(['registered', 0, 'college'])
  const granted = step(asked, 'grant-void', 'reviewer')
  expect([granted.status, granted.voiding, destinationWaitsFor(granted)]).toEqual([
    'registered',
    true,
    'school',
  ])
  expect(step(granted, 'grant-void', 'reviewer')).toMatchObject({ status: 'voided', voiding: false })
  for (const [action, role] of [
    ['refuse-void', 'reviewer'],
    ['withdraw-void', 'student'],
  ] as const)
    expect(step(granted, action, role)).toMatchObject({ status: 'registered', voiding: false })
})

test.each<[DestinationAction, Destination]>([
  ['return', base],
  ['reject', base],
  ['ask-void', { ...base, status: 'registered' }],
  ['refuse-void', { ...base, status: 'registered', voiding: true }],
])('to %s needs a reason', (action, subject) => {
  const role = destinationLife.rules[action].by[0]!
  expect(() =>
    destinationLife.decide(subject, { action, role, seenVersion: 1, reason: ' ', at: AT }),
  ).toThrow('reason-needed')
})

it('refuses an act on a version that was not read', () => {
  expect(() =>
    destinationLife.decide(base, { action: 'pass', role: 'reviewer', seenVersion: 2, at: AT }),
  ).toThrow('content-changed')
})

it('binds a student with a designated employer in every kind of work, and not in further study (R19)', () => {
  const code = '91420100MA4BAYJN07'
  const named = (category: string, categoryClass: string, value = code) =>
    employerNamed({
      category,
      categoryClass,
      headline: '星光集团',
      form: [{ key: 'creditCode', type: 'credit_code', required: false }],
      details: { creditCode: { value, shown: { name: value, nameEn: value } } },
    })
  const firm = { name: '星光集团', creditCode: code }
  expect(
    ['employment', 'flexible', 'further-study', 'unplaced'].map((categoryClass) =>
      named('11', categoryClass),
    ),
  ).toEqual([firm, firm, null, null])
  expect(named('11', 'employment', '')).toEqual({ ...firm, creditCode: null })
  // 应征义务兵 binds everybody.
  expect(named('46', 'employment')).toBeNull()
})

it('over any history: an end is final, versions only grow, holder, place and status agree', () => {
  const act = fc.record({
    action: fc.constantFrom(...destinationLife.actions),
    role: fc.constantFrom<Role>('student', 'reviewer'),
  })
  const start = fc.record({
    status: fc.constantFrom<DestinationStatus>('in_review', 'declared'),
    levels: fc.constantFrom<Destination['levels']>(['school'], ['college', 'school']),
  })
  fc.assert(
    fc.property(start, fc.array(act, { maxLength: 60 }), (from, acts) => {
      let subject: Destination = { ...base, ...from }
      for (const { action, role } of acts) {
        const before = subject
        const offered = destinationLife.actionsFor(before, role, AT).some((one) => one === action)
        try {
          subject = step(before, action, role)
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          expect(offered).toBe(false)
          continue
        }
        expect(offered).toBe(true)
        expect(subject.version).toBe(before.version + 1)
        expect(['rejected', 'withdrawn', 'voided']).not.toContain(before.status)
        expect(subject.level).toBeLessThan(subject.levels.length)
        expect(subject.voiding && subject.status !== 'registered').toBe(false)
        expect(destinationWaitsFor(subject) !== null).toBe(
          subject.voiding || ['in_review', 'returned'].includes(subject.status),
        )
        // The place is left once and never taken again; a declaration never held it.
        const [held, holds] = [before, subject].map(({ status }) =>
          DESTINATION_HOLDS_PLACEMENT.includes(status),
        )
        expect(!held && holds).toBe(false)
      }
    }),
    { seed: 7262026, numRuns: 500 },
  )
})
