import { describe, expect, it, test } from 'vitest'
import type { Acting } from '../review.ts'
import { agreement, by, correction, destination } from '../testing/cases.ts'
import {
  type EnrolmentFacts,
  enrolmentOffers,
  type Marking,
  markEnrolment,
  reasonsAgainstMarking,
} from './acts.ts'
import { ENROLMENTS, type Enrolment, type EnrolmentAction, enrolmentLife } from './life.ts'
import { reasonsAgainstInvitingAt, reasonsOfEnrolment } from './signing.ts'

const NOTHING = { agreements: [], dissolutions: [], destinations: [], corrections: [] }
const INVITED = [{ id: 'i1', employerId: 'e1', employerName: '星光集团', respondBy: '2026-06-30' }]
const facts = (status: Enrolment, change: Partial<EnrolmentFacts> = {}): EnrolmentFacts => ({
  student: {
    schoolId: '10488',
    id: 's1',
    collegeId: '01',
    name: '黄河水',
    studentNumber: '2022010001',
    status,
    version: 3,
  },
  cases: NOTHING,
  invitations: INVITED,
  ...change,
})
const mark = (
  action: EnrolmentAction,
  of: EnrolmentFacts,
  marking: Partial<Marking> = {},
  acting: Acting = by.school,
) => markEnrolment(of, { action, seenVersion: 3, reason: '学籍变动', ...marking }, acting)

test.each<[Enrolment, EnrolmentAction[]]>([
  ['enrolled', ['delay', 'complete', 'withdraw']],
  ['delayed', ['complete', 'withdraw', 'take-back']],
  ['completed', ['delay', 'withdraw', 'take-back']],
  ['withdrawn', ['take-back']],
])('who is %s can be marked by %j, by staff of the school itself', (status, actions) => {
  const student = { status, version: 1 }
  expect(enrolmentOffers(student, by.school).sort()).toEqual([...actions].sort())
  for (const acting of [by.college, by.student, by.employer])
    expect(enrolmentOffers(student, acting)).toEqual([])
  for (const action of enrolmentLife.offers) {
    const tried = () => mark(action, facts(status))
    if (actions.includes(action)) expect(tried).not.toThrow()
    else expect(tried).toThrow('already-moved-on')
  }
})

/** Who is told of what, by every act: one that is added is asked for here. */
const TOLD: Record<EnrolmentAction, readonly [from: Enrolment, told: string[]][]> = {
  delay: [
    [
      'enrolled',
      ['student student.delayed', 'college student.enrolment-changed', 'employer invitation.on-hold'],
    ],
  ],
  complete: [
    ['enrolled', ['student student.completed', 'college student.enrolment-changed']],
    [
      'delayed',
      [
        'student student.completed',
        'college student.enrolment-changed',
        'employer invitation.resumed',
        'student invitation.answerable-again',
      ],
    ],
  ],
  withdraw: [
    [
      'enrolled',
      ['student student.withdrawn', 'college student.enrolment-changed', 'employer invitation.on-hold'],
    ],
    ['delayed', ['student student.withdrawn', 'college student.enrolment-changed']],
  ],
  'take-back': [
    [
      'withdrawn',
      [
        'student student.taken-back',
        'college student.enrolment-changed',
        'employer invitation.resumed',
        'student invitation.answerable-again',
      ],
    ],
    ['completed', ['student student.taken-back', 'college student.enrolment-changed']],
  ],
}
describe('who is told', () => {
  for (const [action, cases] of Object.entries(TOLD) as [EnrolmentAction, (typeof TOLD)[EnrolmentAction]][])
    test.each(cases)(`${action} of who is %s`, (from, expected) => {
      const { told } = mark(action, facts(from))
      const to = told.map((one) => {
        const audience = 'studentId' in one.to ? 'student' : 'employerId' in one.to ? 'employer' : 'college'
        return `${audience} ${one.kind}`
      })
      expect(to).toEqual(expected)
      // Why is between the student and the school.
      const toEmployers = told.filter((one) => 'employerId' in one.to)
      expect(JSON.stringify(toEmployers)).not.toContain('学籍变动')
    })
})

it('keeps from, to, reason and the version that was read', () => {
  expect(mark('delay', facts('enrolled'))).toMatchObject({
    after: { status: 'delayed', version: 4 },
    from: 'enrolled',
    to: 'delayed',
    reason: '学籍变动',
    data: { version: 3 },
  })
})

test.each<[string, EnrolmentAction, Partial<EnrolmentFacts['cases']>, string | null]>([
  ['an agreement in review', 'delay', { agreements: [agreement()] }, 'case-under-review'],
  ['one sent back', 'complete', { agreements: [agreement({ status: 'returned' })] }, 'case-under-review'],
  ['one in force', 'delay', { agreements: [agreement({ status: 'effective' })] }, null],
  ['a destination in review', 'delay', { destinations: [destination()] }, 'case-under-review'],
  ['an agreement in review', 'withdraw', { agreements: [agreement()] }, 'student-holds-place'],
  ['one in force', 'withdraw', { agreements: [agreement({ status: 'effective' })] }, 'student-holds-place'],
  ['one that is over', 'withdraw', { agreements: [agreement({ status: 'dissolved' })] }, null],
  ['a correction that is open', 'withdraw', { corrections: [correction()] }, 'correction-under-review'],
  ['a correction that is open', 'delay', { corrections: [correction()] }, null],
  ['whatever there is', 'take-back', { agreements: [agreement()], corrections: [correction()] }, null],
])('%s stands in the way of %s, or not', (_what, action, cases, code) => {
  expect(reasonsAgainstMarking(action, { ...NOTHING, ...cases }).map((one) => one.code)).toEqual(
    code ? [code] : [],
  )
})

test('all that stands in the way is said at once (R27)', () => {
  const cases = { ...NOTHING, agreements: [agreement()], corrections: [correction()] }
  expect(reasonsAgainstMarking('withdraw', cases)).toHaveLength(2)
})

test.each([
  ['by a college', {}, by.college, 'not-allowed'],
  ['as it was read too long ago', { seenVersion: 2 }, by.school, 'content-changed'],
  ['without a reason', { reason: ' ' }, by.school, 'reason-needed'],
] as const)('is refused %s', (_what, marking, acting, code) => {
  expect(() => mark('delay', facts('enrolled'), marking, acting)).toThrow(code)
})

test('whoever may not begin anything is told so, and an employer not why', () => {
  const codes = (of: Enrolment) => reasonsOfEnrolment(of).map(({ code }) => code)
  expect(ENROLMENTS.map(codes)).toEqual([[], ['student-delayed'], [], ['student-off-roster']])
  const toEmployers = ENROLMENTS.flatMap((of) => reasonsAgainstInvitingAt(of).map(({ code }) => code))
  expect(new Set(toEmployers)).toEqual(new Set(['student-cannot-sign']))
})
