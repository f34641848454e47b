import { describe, expect, it, test } from 'vitest'
import { actOnAgreement } from './agreement/acts.ts'
import { LIVES } from './event.ts'
import { MOST_CHANGES, type Role } from './lifecycle.ts'
import { countedNotices } from './notice-limit.ts'
import { reasonsOfOften } from './often.ts'
import { Refusal } from './refusal.ts'
import type { Acting } from './review.ts'
import { AT, agreement, by, correction, destination, dissolution, invitation } from './testing/cases.ts'

describe('what is begun often', () => {
  const often = (nth: string | null, at: string) =>
    reasonsOfOften(
      'registered-too-often',
      { limit: 10, nthLastAt: nth === null ? null : new Date(nth) },
      new Date(at),
    )

  test.each<[string, string | null, string, string | null]>([
    ['is free while fewer were begun', null, '2026-06-01T10:00:00+08:00', null],
    ['waits for the thirtieth day', '2026-06-01T23:59:59+08:00', '2026-06-30T23:59:59+08:00', '2026-07-01'],
    ['is free from that day on', '2026-06-01T23:59:59+08:00', '2026-07-01T00:00:00+08:00', null],
  ])('%s', (_what, nth, at, day) => {
    expect(often(nth, at).map(({ details }) => details)).toEqual(day ? [{ limit: 10, day }] : [])
  })
})

describe('what may come again and again', () => {
  /** Where each of them is possible, but for how often. */
  const AGAIN = {
    invitation: [['revise', 'employer', invitation()]],
    agreement: [
      ['propose-amendment', 'employer', agreement()],
      ['ask-cancellation', 'student', agreement()],
      [
        'ask-fulfilment',
        'reviewer',
        agreement({ status: 'effective', terms: { ...agreement().terms, reportBy: '2026-06-01' } }),
      ],
      ['correct', 'student', agreement({ kind: 'paper' })],
    ],
    dissolution: [
      ['correct', 'student', dissolution({ kind: 'statutory', answerBy: null, status: 'in_review' })],
    ],
    destination: [
      ['correct', 'student', destination()],
      ['ask-void', 'student', destination({ status: 'registered' })],
    ],
    correction: [['resubmit', 'student', correction()]],
    recommendation: [
      ['renew', 'student', { status: 'issued' }],
      ['resubmit', 'student', { status: 'returned' }],
    ],
    post: [
      ['change', 'employer', { status: 'published', lastDay: '2099-01-01' }],
      ['extend', 'employer', { status: 'published', lastDay: '2099-01-01' }],
      ['submit-again', 'employer', { status: 'returned', lastDay: '2099-01-01' }],
    ],
    application: [
      ['invite', 'employer', { status: 'offered', isInvited: false }],
      ['interview', 'employer', { status: 'shortlisted', isInvited: false }],
    ],
    interview: [
      ['ask', 'student', { status: 'proposed', endsAt: null }],
      ['change', 'employer', { status: 'asked', endsAt: null }],
      ['relocate', 'employer', { status: 'confirmed', endsAt: new Date('2099-01-01') }],
    ],
    talk: [
      ['change', 'employer', { status: 'handed_back', startsAt: null }],
      ['move', 'reviewer', { status: 'scheduled', startsAt: new Date('2099-01-01') }],
    ],
    fair: [
      ['change', 'reviewer', { status: 'announced', startsAt: new Date('2099-01-01') }],
      ['place', 'reviewer', { status: 'draft', startsAt: new Date('2099-01-01') }],
      ['move', 'reviewer', { status: 'announced', startsAt: new Date('2099-01-01') }],
    ],
    'fair-entry': [
      ['change', 'employer', { status: 'requested', startsAt: new Date('2099-01-01') }],
      ['place', 'reviewer', { status: 'admitted', endsAt: new Date('2099-01-01') }],
    ],
    check: [['assign', 'reviewer', { status: 'open' }]],
    transfer: [
      ['change', 'reviewer', { status: 'prepared' }],
      ['number', 'reviewer', { status: 'sent' }],
    ],
  } as const
  const CASES = Object.entries(AGAIN).flatMap(([kind, cases]) =>
    cases.map(
      ([action, role, subject]) =>
        [kind as keyof typeof AGAIN, action as string, role as Role, subject] as const,
    ),
  )
  type Life = { whyNot(subject: object, action: string, role: Role, at: Date): string | null }

  test.each(CASES)('%s %s is refused once the case was changed so often', (kind, action, role, subject) => {
    const life = LIVES[kind] as unknown as Life
    const whyNot = (version: number) => life.whyNot({ ...subject, version }, action, role, AT)
    expect([whyNot(MOST_CHANGES - 1), whyNot(MOST_CHANGES)]).toEqual([null, 'changed-too-often'])
  })

  it('is what is marked so, and nothing else', () => {
    const marked = Object.entries(LIVES).flatMap(([kind, { rules }]) =>
      Object.entries(rules as Record<string, { readonly repeats?: boolean }>).flatMap(
        ([action, { repeats }]) => (repeats ? [`${kind}.${action}`] : []),
      ),
    )
    expect(marked.sort()).toEqual(CASES.map(([kind, action]) => `${kind}.${action}`).sort())
  })

  it('says how often, and leaves the answer and the end open', () => {
    const old = agreement({ version: MOST_CHANGES })
    const act = (before: typeof old, action: 'ask-cancellation' | 'confirm-cancellation') =>
      actOnAgreement(
        { before, admitted: true, fulfilmentDays: 7 },
        { action, seenVersion: MOST_CHANGES, reason: '原因' },
        by.student,
      )
    expect(() => act(old, 'ask-cancellation')).toThrow(
      expect.objectContaining({ code: 'changed-too-often', details: { limit: MOST_CHANGES } }),
    )
    expect(() => act({ ...old, cancellationBy: 'employer' }, 'confirm-cancellation')).not.toThrow(Refusal)
  })
})

it('counts what a party tells the other by what it can do again, and no answer', () => {
  const outcome = (
    action: 'ask-cancellation' | 'confirm-cancellation',
    cancellationBy: 'employer' | null,
    acting: Acting = by.student,
  ) =>
    actOnAgreement(
      { before: agreement({ cancellationBy }), admitted: true, fulfilmentDays: 7 },
      { action, seenVersion: 1, reason: '原因' },
      acting,
    )
  expect(countedNotices(outcome('ask-cancellation', null), 'student')).toEqual(['employer:e1'])
  expect(countedNotices(outcome('ask-cancellation', null, by.employer), 'employer')).toEqual(['student:s1'])
  expect(countedNotices(outcome('confirm-cancellation', 'employer'), 'student')).toEqual([])
})
