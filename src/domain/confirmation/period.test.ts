import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays } from '../day.ts'
import { AT } from '../testing/cases.ts'
import { codeOf } from '../testing/code-of.ts'
import {
  type ConfirmationPeriod,
  confirmationStanding,
  isOpenOn,
  refuseReversed,
  refuseUnlessConfirmable,
  refuseUnlessSeen,
  roundAsked,
  roundsDue,
} from './period.ts'

const period: ConfirmationPeriod = {
  ...{ graduationYear: 2026, opensOn: '2026-05-25', closesOn: '2026-06-10', words: '', version: 1 },
}
test.each([
  [false, null, 'unanswered'],
  [false, { isOutdated: false }, 'confirmed'],
  [false, { isOutdated: true }, 'changed'],
  [true, null, 'objected'],
  [true, { isOutdated: false }, 'objected'],
] as const)('objecting %s, confirmed %j: %s', (isObjecting, confirmed, standing) => {
  expect(confirmationStanding({ isObjecting, confirmed })).toBe(standing)
})

test.each<[string, () => void, string | null]>([
  ['within the period', () => refuseUnlessConfirmable(period, { isObjecting: false }, AT), null],
  [
    'with no period',
    () => refuseUnlessConfirmable(null, { isObjecting: false }, AT),
    'confirmation-not-open',
  ],
  [
    'after its last day',
    () => refuseUnlessConfirmable({ ...period, closesOn: '2026-05-31' }, { isObjecting: false }, AT),
    'confirmation-not-open',
  ],
  ['what one objects to', () => refuseUnlessConfirmable(period, { isObjecting: true }, AT), 'objection-open'],
  ['what one has not seen', () => refuseUnlessSeen('a', 'b'), 'content-changed'],
  [
    'a period that ends before it begins',
    () => refuseReversed({ ...period, closesOn: '2026-05-24' }),
    'period-reversed',
  ],
  [
    'a reminder outside the period',
    () => roundAsked({ ...period, opensOn: '2026-06-02' }, AT),
    'confirmation-not-open',
  ],
])('%s', (_what, tried, code) => {
  expect(codeOf(tried)).toBe(code)
})

describe('what the clock tells of', () => {
  const days = fc.integer({ min: -40, max: 40 }).map((n) => addDays('2026-06-01', n))
  it('is nothing outside the period, its beginning within it, and its end once, near it', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 30 }), days, (opensOn, length, today) => {
        const closesOn = addDays(opensOn, length)
        const due = roundsDue({ opensOn, closesOn }, today).map(({ occasion }) => occasion)
        const isNear = today >= addDays(closesOn, -2)
        if (!isOpenOn({ opensOn, closesOn }, today)) expect(due).toEqual([])
        else expect(due).toEqual(isNear && length > 2 ? ['opens', 'closes'] : ['opens'])
      }),
      { seed: 13 },
    )
  })
  it('names the day, so that a period that is moved is told of again', () => {
    expect(roundsDue(period, '2026-06-09')).toEqual([
      { occasion: 'opens', day: '2026-05-25' },
      { occasion: 'closes', day: '2026-06-10' },
    ])
  })
})
