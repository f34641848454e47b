import { expect, test } from 'vitest'
import { AGREEMENT_KINDS, type AgreementStatus, HOLDS_PLACEMENT } from './agreement/life.ts'
import { DESTINATION_HOLDS_PLACEMENT, type DestinationStatus } from './destination/life.ts'
import { type EmploymentStatus, employmentStatusOf } from './employment.ts'

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
