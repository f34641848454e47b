import { expect, it, test } from 'vitest'
import { type Moving, type MovingFacts, moveToCollege } from './college-move.ts'
import { actingOn } from './review.ts'
import { agreement, by, correction, destination, dissolution } from './testing/cases.ts'

const FACTS: MovingFacts = {
  student: { collegeId: '01', version: 3 },
  isCollege: true,
  cases: { agreements: [], dissolutions: [], destinations: [], corrections: [] },
}
const MOVING: Moving = { seenVersion: 3, collegeId: '02', reason: '转专业' }
const move = (facts: Partial<MovingFacts> = {}, moving: Partial<Moving> = {}, acting = by.school) =>
  moveToCollege({ ...FACTS, ...facts }, { ...MOVING, ...moving }, acting)

it('says from where, to where and why, and tells nobody where nothing waits', () => {
  expect(move()).toEqual({ from: '01', to: '02', reason: '转专业', data: { version: 3 }, told: [] })
})

it('tells the new college’s reviewers of what waits for their review, and nobody of the rest', () => {
  const { told } = move({
    cases: {
      agreements: [
        agreement(),
        agreement({ id: 'a2', level: 1 }),
        agreement({ id: 'a3', status: 'rejected' }),
      ],
      dissolutions: [dissolution(), dissolution({ id: 'd2', status: 'in_review' })],
      destinations: [
        destination(),
        destination({ id: 't2', status: 'returned' }),
        destination({ id: 't3', status: 'registered', voiding: true }),
      ],
      corrections: [correction(), correction({ id: 'k2', status: 'returned' })],
    },
  })
  expect(told.map(({ kind, to, about }) => [kind, to, about.id])).toEqual(
    [
      ['agreement.to-review', 'a1'],
      ['dissolution.to-review', 'd2'],
      ['destination.to-review', 't1'],
      ['destination.void-to-review', 't3'],
      ['correction.to-review', 'k1'],
    ].map(([kind, id]) => [kind, { level: 'college', collegeId: '02' }, id]),
  )
})

test.each([
  ['by a college', {}, {}, by.college, 'not-allowed'],
  ['as it was read too long ago', {}, { seenVersion: 2 }, by.school, 'content-changed'],
  ['to a college that the school has not', { isCollege: false }, {}, by.school, 'no-such-college'],
  ['to the college it is with', {}, { collegeId: '01' }, by.school, 'nothing-changed'],
] as const)('is refused %s', (_what, facts, moving, acting, code) => {
  expect(() => moveToCollege({ ...FACTS, ...facts }, { ...MOVING, ...moving }, acting)).toThrow(code)
})

it('leaves a college that only reads a case without a level at which it could act', () => {
  const of = { collegeId: '02' }
  expect([actingOn(by.college, '01', of).level, actingOn(by.college, '02', of).level]).toEqual([
    null,
    'college',
  ])
  expect(actingOn(by.school, null, of).level).toBe('school')
})
