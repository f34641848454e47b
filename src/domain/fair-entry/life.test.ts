import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { FairCase } from '../fair/case.ts'
import { boothsOf } from '../fair/plan.ts'
import { ROLES } from '../lifecycle.ts'
import { Refusal } from '../refusal.ts'
import type { Acting } from '../review.ts'
import { spanOf } from '../venue/slot.ts'
import {
  actOnEntry,
  applyForBooth,
  endEntries,
  entryOffers,
  type Floor,
  fillBooths,
  placeEntry,
} from './acts.ts'
import type { EntryOutcome, FairEntry } from './case.ts'
import { ENTRIES_LIVE, ENTRY_STATUSES, type Entry, type EntryStatus, entryLife } from './life.ts'

const AT = new Date('2026-06-05T10:00:00+08:00')
const span = spanOf({ day: '2026-06-20', from: '09:00', until: '12:00' })
const fairOf = ({ columns = 2, isReviewed = false } = {}): FairCase => ({
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
    isReviewed,
    places: 100,
    plan: { rows: 1, columns, leftOut: [] },
  },
  venueIds: ['v'],
  signedUp: 0,
  draftedAt: AT,
  changedAt: AT,
  reason: null,
})
const content = { posts: [], contact: { name: '李', phone: '1', email: '' }, people: [] }
const employer: Acting = { role: 'employer', level: null, at: AT }
const reviewer: Acting = { role: 'reviewer', level: 'school', at: AT }
const standing = { schoolName: '示范大学', employerName: '单位', admitted: true, verifyDue: null }

const living = (change: Partial<Entry> = {}): Entry => ({
  status: 'requested',
  version: 1,
  isReviewed: true,
  hasFree: true,
  ...span,
  ...change,
})

/** All that is allowed while a booth is free; everything else in the walk below must be refused. */
const ALLOWED: Record<string, EntryStatus> = {
  'requested employer change': 'requested',
  'waiting employer change': 'waiting',
  'admitted employer change': 'admitted',
  'requested reviewer let-in': 'admitted',
  'admitted reviewer place': 'admitted',
  'requested reviewer turn-down': 'turned_down',
  'waiting reviewer turn-down': 'turned_down',
  'admitted reviewer turn-down': 'turned_down',
  'requested employer withdraw': 'withdrawn',
  'waiting employer withdraw': 'withdrawn',
  'admitted employer withdraw': 'withdrawn',
  'waiting fair move-up': 'admitted',
  'requested fair end': 'ended',
  'waiting fair end': 'ended',
  'admitted fair end': 'ended',
  'requested take-down end': 'ended',
  'waiting take-down end': 'ended',
  'admitted take-down end': 'ended',
}
describe('an employer’s part in a fair, every status × role × action', () => {
  for (const status of ENTRY_STATUSES)
    for (const role of ROLES)
      for (const action of entryLife.actions) {
        const expected = ALLOWED[`${status} ${role} ${action}`]
        test(`${status}: ${role} ${action} → ${expected ?? 'refused'}`, () => {
          const decide = () =>
            entryLife.decide(living({ status }), { action, role, seenVersion: 1, reason: 'r', at: AT })
          if (expected) expect(decide().to).toBe(expected)
          else expect(decide).toThrow(Refusal)
        })
      }
})

test.each([
  [true, true, 'requested'],
  [true, false, 'requested'],
  [false, true, 'admitted'],
  [false, false, 'waiting'],
] as const)('looked at first: %s, a booth free: %s → %s', (isReviewed, hasFree, to) => {
  const { status: _, ...born } = living({ isReviewed, hasFree })
  expect(entryLife.begin(born, { action: 'apply', role: 'employer', at: AT }).to).toBe(to)
})

it('is the employer’s until the fair begins, and the school’s until it ends', () => {
  const no = (role: 'employer' | 'reviewer', at: Date) =>
    entryLife.whyNot(living({ status: 'admitted' }), role === 'employer' ? 'withdraw' : 'place', role, at)
  expect([no('employer', span.startsAt), no('reviewer', span.startsAt)]).toEqual(['event-begun', null])
  expect(no('reviewer', span.endsAt)).toBe('event-begun')
  const floor: Floor = { fair: fairOf(), entries: [] }
  const one = seat(floor, 1).entries[0]!
  expect(entryOffers(floor, one, { ...reviewer, level: 'college' })).toEqual([])
})

const standingAfter = ({ fair, entries }: Floor, { changes }: EntryOutcome): Floor => {
  const changed = new Map(changes.map((change) => [change.after.id, change.after]))
  const stay = entries.map((one) => changed.get(one.id) ?? one)
  const born = changes.filter(({ before }) => before === null).map((change) => change.after)
  return { fair, entries: [...stay, ...born].filter(({ status }) => ENTRIES_LIVE.includes(status)) }
}
const apply = (floor: Floor, n: number, at = AT) =>
  standingAfter(
    floor,
    applyForBooth(floor, { id: `n${n}`, employerId: `e${n}`, standing, content }, { ...employer, at }),
  )
/** So many sign up, one after another. */
function seat(floor: Floor, many: number): Floor {
  return Array.from({ length: many }, (_, n) => n).reduce((now, n) => apply(now, n), floor)
}
const stands = ({ entries }: Floor) =>
  entries.map(({ id, status, booth }) => `${id} ${status} ${booth ?? '-'}`)

describe('booths', () => {
  it('are given in the order of signing up; who comes after the last waits, and moves up when one leaves', () => {
    const full = seat({ fair: fairOf(), entries: [] }, 4)
    expect(stands(full)).toEqual(['n0 admitted A01', 'n1 admitted A02', 'n2 waiting -', 'n3 waiting -'])
    const outcome = actOnEntry(
      full,
      full.entries[0]!,
      { action: 'withdraw', seenVersion: 1, reason: '有事' },
      employer,
    )
    expect(stands(standingAfter(full, outcome))).toEqual([
      'n1 admitted A02',
      'n2 admitted A01',
      'n3 waiting -',
    ])
    expect(outcome.told.map(({ kind }) => kind)).toEqual(['fair.withdrawn', 'fair.moved-up'])
  })

  it('are exchanged with whoever stands there as the page shows, and with nobody else', () => {
    const full = seat({ fair: fairOf(), entries: [] }, 2)
    const [one] = full.entries as [FairEntry, FairEntry]
    const place = (booth: string, insteadOf: string | null) =>
      placeEntry(full, one, { booth, insteadOf, seenVersion: 1 }, reviewer)
    expect(stands(standingAfter(full, place('A02', 'n1')))).toEqual(['n0 admitted A02', 'n1 admitted A01'])
    expect(() => place('A02', null)).toThrow('fair-booth-taken')
    expect(() => place('A03', null)).toThrow('fair-no-such-booth')
    expect(place('A01', null).changes).toEqual([])
  })

  it('that a plan gains are those’s who wait, as many as there are', () => {
    const full = seat({ fair: fairOf(), entries: [] }, 5)
    const grown = { ...full, fair: fairOf({ columns: 4 }) }
    expect(stands(standingAfter(grown, fillBooths(grown, AT)))).toEqual([
      'n0 admitted A01',
      'n1 admitted A02',
      'n2 admitted A03',
      'n3 admitted A04',
      'n4 waiting -',
    ])
  })

  it('end with the fair, of which nobody moves up, and with an admission, behind which somebody does', () => {
    const full = seat({ fair: fairOf(), entries: [] }, 3)
    const end = (of: readonly FairEntry[], role: 'fair' | 'take-down') =>
      stands(standingAfter(full, endEntries(full, { of, role, reason: 'r' }, AT)))
    expect(end(full.entries, 'fair')).toEqual([])
    expect(end(full.entries.slice(0, 1), 'take-down')).toEqual(['n1 admitted A02', 'n2 admitted A01'])
  })

  it('are opened to whoever the school has admitted, once, in the period alone', () => {
    const floor: Floor = { fair: fairOf(), entries: [] }
    const ask = (change: object, at = AT) =>
      applyForBooth(
        floor,
        { id: 'n', employerId: 'e', standing: { ...standing, ...change }, content },
        { ...employer, at },
      )
    expect(() => ask({ admitted: false })).toThrow('employer-not-admitted')
    expect(() => ask({ verifyDue: '2026-06-01' })).toThrow('employer-verification-due')
    expect(() => ask({}, new Date('2026-06-11T00:00:00+08:00'))).toThrow('fair-not-open')
    expect(() => apply(seat(floor, 1), 0)).toThrow('fair-entered')
  })

  it('whatever happens: one employer a booth, and nobody waits while one is free', () => {
    const happens = fc.record({ kind: fc.constantFrom('apply', 'leave', 'let-in', 'swap'), n: fc.nat(20) })
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.integer({ min: 1, max: 4 }),
        fc.array(happens),
        (isReviewed, columns, all) => {
          const fair = fairOf({ columns, isReviewed })
          let floor: Floor = { fair, entries: [] }
          let born = 0
          for (const { kind, n } of all) {
            const one = floor.entries[n % Math.max(1, floor.entries.length)]
            if (kind === 'apply') floor = apply(floor, ++born)
            else if (!one) continue
            else if (kind === 'leave') {
              const leaving = { action: 'withdraw', seenVersion: one.version, reason: 'r' } as const
              floor = standingAfter(floor, actOnEntry(floor, one, leaving, employer))
            } else if (kind === 'let-in' && one.status === 'requested')
              floor = standingAfter(
                floor,
                actOnEntry(floor, one, { action: 'let-in', seenVersion: one.version }, reviewer),
              )
            else if (kind === 'swap' && one.booth && one.version < 40) {
              const booths = boothsOf(fair.content.plan)
              const booth = booths[n % booths.length]!
              const there = floor.entries.find((other) => other.booth === booth)
              if (there && there.version >= 40) continue
              const placing = { booth, insteadOf: there?.id ?? null, seenVersion: one.version }
              if (there?.id !== one.id)
                floor = standingAfter(floor, placeEntry(floor, one, placing, reviewer))
            }
            const taken = floor.entries.flatMap(({ booth }) => booth ?? [])
            expect(new Set(taken).size).toBe(taken.length)
            for (const { status, booth } of floor.entries) expect(booth !== null).toBe(status === 'admitted')
            if (floor.entries.some(({ status }) => status === 'waiting')) expect(taken).toHaveLength(columns)
          }
        },
      ),
      { seed: 14 },
    )
  })
})
