import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { ROLES } from '../lifecycle.ts'
import { Refusal } from '../refusal.ts'
import type { Acting } from '../review.ts'
import { spanOf } from '../venue/slot.ts'
import { fairOffers } from './acts.ts'
import type { FairCase } from './case.ts'
import { FAIR_STATUSES, type FairAction, type FairStatus, fairLife, fairPhase } from './life.ts'
import { BOOTH, boothsOf, PLAN_BOUNDS, refuseUnlessHolds, tidied } from './plan.ts'
import { fairTold } from './told.ts'

const AT = new Date('2026-06-01T10:00:00+08:00')
const span = spanOf({ day: '2026-06-20', from: '09:00', until: '12:00' })
const fair = (change: Partial<FairCase> = {}): FairCase => ({
  schoolId: '99901',
  schoolName: '示范大学',
  id: 'f',
  shortId: 'abcdefgh',
  status: 'announced',
  version: 1,
  ...span,
  content: {
    title: '双选会',
    description: '<p>一</p>',
    applyFrom: '2026-06-02',
    applyUntil: '2026-06-10',
    isReviewed: true,
    places: 100,
    plan: { rows: 2, columns: 2, leftOut: [] },
  },
  venueIds: ['v'],
  signedUp: 0,
  draftedAt: AT,
  changedAt: AT,
  reason: null,
  ...change,
})

/** All that is allowed; everything else in the walk below must be refused. */
const ALLOWED: Record<string, FairStatus> = {
  'draft reviewer change': 'draft',
  'draft reviewer place': 'draft',
  'draft reviewer announce': 'announced',
  'draft reviewer call-off': 'called_off',
  'announced reviewer change': 'announced',
  'announced reviewer move': 'announced',
  'announced reviewer call-off': 'called_off',
}

describe('a fair, every status × role × action', () => {
  for (const status of FAIR_STATUSES)
    for (const role of ROLES)
      for (const action of fairLife.actions) {
        const expected = ALLOWED[`${status} ${role} ${action}`]
        test(`${status}: ${role} ${action} → ${expected ?? 'refused'}`, () => {
          const decide = () =>
            fairLife.decide(fair({ status }), { action, role, seenVersion: 1, reason: 'r', at: AT })
          if (expected) expect(decide().to).toBe(expected)
          else expect(decide).toThrow(Refusal)
        })
      }
})

it('is changed, moved and called off until it begins; a draft whose time has come is given another or dropped', () => {
  const no = (status: FairStatus, at: Date) =>
    (['change', 'place', 'move', 'announce', 'call-off'] satisfies FairAction[]).map((action) =>
      fairLife.whyNot(fair({ status }), action, 'reviewer', at),
    )
  const before = new Date(span.startsAt.getTime() - 1)
  const gone = 'already-moved-on'
  expect(no('announced', before)).toEqual([null, gone, null, gone, null])
  expect(no('announced', span.startsAt)).toEqual(['event-begun', gone, 'event-begun', gone, 'event-begun'])
  expect(no('draft', span.startsAt)).toEqual(['event-begun', null, gone, 'event-begun', null])
})

it('is the school’s, and no college’s', () => {
  const reviewer = (level: Acting['level']) => ({ role: 'reviewer', level, at: AT }) as const
  expect(fairOffers(fair(), reviewer('college'))).toEqual([])
  expect(fairOffers(fair(), reviewer('school'))).toEqual(['change', 'move', 'call-off'])
})

test.each([
  ['draft', '2026-06-05T10:00:00+08:00', 'draft'],
  ['called_off', '2026-06-05T10:00:00+08:00', 'called_off'],
  ['announced', '2026-06-01T23:59:59+08:00', 'coming'],
  ['announced', '2026-06-02T00:00:00+08:00', 'open'],
  ['announced', '2026-06-10T23:59:59+08:00', 'open'],
  ['announced', '2026-06-11T00:00:00+08:00', 'closed'],
  ['announced', '2026-06-20T08:59:59+08:00', 'closed'],
  ['announced', '2026-06-20T09:00:00+08:00', 'running'],
  ['announced', '2026-06-20T12:00:00+08:00', 'over'],
] as const)('%s at %s is %s', (status, at, phase) => {
  expect(fairPhase(fair({ status }), new Date(at))).toBe(phase)
})

it('takes employers on its own day until it begins, and not while it is held', () => {
  const late = fair({ content: { ...fair().content, applyUntil: '2026-06-20' } })
  expect(fairPhase(late, new Date('2026-06-20T08:00:00+08:00'))).toBe('open')
  expect(fairPhase(late, new Date('2026-06-20T09:30:00+08:00'))).toBe('running')
})

it('tells whoever has signed up of what was public, and nobody of a draft', () => {
  const told = (status: FairStatus, action: FairAction) =>
    fairTold(
      {
        before: fair({ status }),
        after: fair(),
        step: { action, from: status, to: status, reason: 'r', at: AT },
        data: {},
      },
      {
        employers: ['e'],
        students: [
          { school: fair().schoolId, studentId: 's' },
          { school: '10002', studentId: 'g' },
        ],
      },
    ).map(({ kind, to, about, school }) => `${kind} ${Object.keys(to)[0]} ${about.kind} ${school}`)
  expect(told('announced', 'call-off')).toEqual([
    `fair.called-off employerId fair ${fair().schoolId}`,
    `fair.called-off studentId fair ${fair().schoolId}`,
    'fair.called-off studentId guest 10002',
  ])
  expect(told('announced', 'change')).toEqual([])
  expect(told('draft', 'call-off')).toEqual([])
})

describe('a plan', () => {
  const sized = ({ least, most }: { least: number; most: number }) => fc.integer({ min: least, max: most })
  const plan = fc.tuple(sized(PLAN_BOUNDS.rows), sized(PLAN_BOUNDS.columns)).chain(([rows, columns]) =>
    fc.record({
      rows: fc.constant(rows),
      columns: fc.constant(columns),
      leftOut: fc.subarray([...boothsOf({ rows, columns, leftOut: [] })]),
    }),
  )

  it('has a booth for every place that is not left out, each with a name of its own, in their order', () => {
    fc.assert(
      fc.property(plan, (of) => {
        const booths = boothsOf(of)
        expect(booths).toHaveLength(of.rows * of.columns - of.leftOut.length)
        expect([...new Set(booths)].sort()).toEqual(booths)
        expect(booths.every((booth) => BOOTH.test(booth))).toBe(true)
        expect(boothsOf(tidied({ ...of, leftOut: [...of.leftOut, ...of.leftOut, 'Z99'] }))).toEqual(booths)
      }),
      { seed: 68, numRuns: 50 },
    )
  })

  it('renames no booth when another is left out, and holds those that are taken', () => {
    const of = { rows: 1, columns: 3, leftOut: ['A02'] }
    expect(boothsOf(of)).toEqual(['A01', 'A03'])
    expect(() => refuseUnlessHolds(of, ['A03'])).not.toThrow()
    expect(() => refuseUnlessHolds(of, ['A02'])).toThrow('fair-booth-in-use')
    expect(() => refuseUnlessHolds({ ...of, leftOut: ['A01', 'A02', 'A03'] }, [])).toThrow(
      'fair-without-booths',
    )
  })
})
