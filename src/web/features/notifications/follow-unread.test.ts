import { expect, test } from 'vitest'
import { waitAfter } from './follow-unread.ts'

test.each([
  [1, 1_000, 2_000],
  [2, 2_000, 4_000],
  [5, 16_000, 32_000],
  [6, 30_000, 60_000],
  [500, 30_000, 60_000],
])(
  'after %i failures in a row the next try comes between %i and %i ms later',
  (failures, soonest, latest) => {
    expect(waitAfter(failures, 0)).toBe(soonest)
    expect(waitAfter(failures, 1)).toBe(latest)
  },
)
