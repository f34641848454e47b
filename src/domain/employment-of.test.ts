import { expect, test } from 'vitest'
import { AGREEMENT_KINDS, type AgreementStatus, HOLDS_PLACEMENT } from './agreement/life.ts'
import { DESTINATION_HOLDS_PLACEMENT, type DestinationStatus } from './destination/life.ts'
import { EMPLOYMENT_STATUSES, type EmploymentStatus } from './employment.ts'
import { employmentStatusOf, placesMeaning } from './employment-of.ts'

test.each<[boolean, EmploymentStatus]>([
  [false, 'unplaced'],
  [true, 'declared'],
])('without a place, a declaration made: %s → %s', (declared, expected) => {
  expect(employmentStatusOf(null, declared)).toBe(expected)
})

type Agreed = [AgreementStatus, dissolving: boolean, EmploymentStatus]
const AGREED: Agreed[] = [
  ['in_review', false, 'signing'],
  ['returned', false, 'returned'],
  ['awaiting_seal', false, 'sealing'],
  ['effective', false, 'employed'],
  ['effective', true, 'dissolving'],
  ['fulfilled', false, 'employed'],
]
test.each(AGREED)('an agreement %s, being dissolved: %s → %s', (status, dissolving, expected) => {
  for (const kind of AGREEMENT_KINDS)
    for (const declared of [false, true])
      expect(employmentStatusOf({ kind, status, dissolving }, declared)).toBe(expected)
})

type Registered = [DestinationStatus, voiding: boolean, categoryClass: string, EmploymentStatus]
const REGISTERED: Registered[] = ['employment', 'flexible', 'further-study'].flatMap((of): Registered[] => [
  ['in_review', false, of, 'registering'],
  ['returned', false, of, 'returned'],
  ['registered', false, of, of === 'further-study' ? 'studying' : 'employed'],
  ['registered', true, of, 'voiding'],
])
test.each(REGISTERED)(
  'a destination %s, being voided: %s, of the class %s → %s',
  (status, voiding, categoryClass, expected) => {
    for (const declared of [false, true])
      expect(employmentStatusOf({ kind: 'destination', status, voiding, categoryClass }, declared)).toBe(
        expected,
      )
  },
)

test('that was every status in which something can hold the place', () => {
  const seen = (rows: readonly (readonly [string, ...unknown[]])[]) => new Set(rows.map(([status]) => status))
  expect(seen(AGREED)).toEqual(new Set(HOLDS_PLACEMENT))
  expect(seen(REGISTERED)).toEqual(new Set(DESTINATION_HOLDS_PLACEMENT))
})

test('whatever a student has is sought by exactly one status, the one that it is shown by', () => {
  const sought = EMPLOYMENT_STATUSES.map((status) => ({ status, ...placesMeaning(status) }))
  const all = sought.flatMap(({ agreements, destinations, free }) => [
    ...agreements,
    ...destinations,
    ...free,
  ])
  const possible = HOLDS_PLACEMENT.length * 2 + DESTINATION_HOLDS_PLACEMENT.length * 4 + 2
  expect(all).toHaveLength(possible)
  for (const { status, agreements, destinations, free } of sought) {
    for (const one of [...agreements, ...destinations]) expect(employmentStatusOf(one, false)).toBe(status)
    for (const declared of free) expect(employmentStatusOf(null, declared)).toBe(status)
  }
})
