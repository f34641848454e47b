import { expect, test } from 'vitest'
import type { AgreementStatus } from '../agreement/life.ts'
import { endedLatelyFrom, isOverForPair } from './again.ts'
import type { InvitationStatus } from './life.ts'

const AT = new Date('2026-06-05T00:00:00+08:00')

test.each<[InvitationStatus, string, AgreementStatus | null, boolean]>([
  ['pending', '2026-06-05', null, false],
  ['pending', '2026-06-04', null, true],
  ['declined', '2026-06-05', null, true],
  ['withdrawn', '2026-06-05', null, true],
  ['expired', '2026-06-04', null, true],
  ['accepted', '2026-06-05', null, false],
  ['accepted', '2026-06-01', 'in_review', false],
  ['accepted', '2026-06-01', 'returned', false],
  ['accepted', '2026-06-01', 'effective', false],
  ['accepted', '2026-06-01', 'fulfilled', false],
  ['accepted', '2026-06-01', 'rejected', true],
  ['accepted', '2026-06-01', 'cancelled', true],
  ['accepted', '2026-06-01', 'dissolved', true],
])('%s until %s, its agreement %s: over for the pair %s (R3)', (status, respondBy, agreement, isOver) => {
  expect(isOverForPair({ status, respondBy }, agreement, AT)).toBe(isOver)
})

test('what ended in the last seven days has ended lately', () => {
  expect(endedLatelyFrom(AT)).toBe('2026-05-29')
})
