import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays } from '../day.ts'
import { Refusal } from '../refusal.ts'
import {
  contentOf,
  correctRecord,
  type HelpContent,
  type HelpRecord,
  refuseUnlessAsMany,
  refuseUnlessWhole,
} from './record.ts'

const CONTENT: HelpContent = {
  spokeOn: '2026-06-01',
  spokeBy: 'phone',
  wishFor: 'work',
  offered: '推荐了两个岗位',
  nextStep: '',
  nextOn: null,
}
const RECORD: HelpRecord = {
  ...CONTENT,
  ...{ schoolId: '99901', id: 'r', studentId: 's', writerId: 'w', version: 1, earlier: [] },
}
const refusalOf = (act: () => unknown) => {
  try {
    act()
    return null
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.details.field]
    throw error
  }
}

test.each([
  ['', null, null],
  ['回访', '2026-06-01', null],
  ['回访', null, ['help-step-needs-day', 'nextOn']],
  ['', '2026-06-02', ['help-day-needs-step', 'nextStep']],
  ['回访', '2026-05-31', ['help-step-before-contact', 'nextOn']],
])('a next step “%s” on %s: %j', (nextStep, nextOn, expected) => {
  expect(refusalOf(() => refuseUnlessWhole({ ...CONTENT, nextStep, nextOn }))).toEqual(expected)
})

describe('a correction', () => {
  it('is its writer’s, of what they have read', () => {
    expect(refusalOf(() => correctRecord(RECORD, { seenVersion: 1, by: 'x', to: CONTENT }))?.[0]).toBe(
      'help-not-your-record',
    )
    expect(refusalOf(() => correctRecord(RECORD, { seenVersion: 2, by: 'w', to: CONTENT }))?.[0]).toBe(
      'content-changed',
    )
  })

  it('keeps all that it said before, in order', () => {
    const contents = fc.record({
      spokeOn: fc.nat(300).map((n) => addDays('2026-01-01', n)),
      offered: fc.string({ minLength: 1 }),
    })
    fc.assert(
      fc.property(fc.array(contents, { maxLength: 5 }), (changes) => {
        const said = changes.map((change) => ({ ...CONTENT, ...change }))
        const last = said.reduce<HelpRecord>(
          (before, to) => correctRecord(before, { seenVersion: before.version, by: 'w', to }),
          RECORD,
        )
        expect([...last.earlier, contentOf(last)]).toEqual([CONTENT, ...said])
        expect(last.version).toBe(said.length + 1)
      }),
      { seed: 77 },
    )
  })
})

test('a notice goes to as many as were shown, and never to nobody', () => {
  expect(refusalOf(() => refuseUnlessAsMany(2, 2))).toBeNull()
  expect(refusalOf(() => refuseUnlessAsMany(2, 3))?.[0]).toBe('help-group-changed')
  expect(refusalOf(() => refuseUnlessAsMany(0, 0))?.[0]).toBe('help-nobody')
})
