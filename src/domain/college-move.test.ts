import { expect, it, test } from 'vitest'
import { type Moving, type MovingFacts, moveToCollege } from './college-move.ts'
import { actingOn } from './review.ts'
import { agreement, by, correction, destination, dissolution } from './testing/cases.ts'

const STUDY = { collegeId: '01', majorCode: '080901', majorName: '计算机', className: '一班' }
const FACTS: MovingFacts = {
  student: { ...STUDY, schoolId: '10488', id: 's1', version: 3 },
  colleges: [
    { id: '01', name: '一院' },
    { id: '02', name: '二院' },
  ],
  cases: { agreements: [], dissolutions: [], destinations: [], corrections: [] },
}
const MOVING: Moving = { seenVersion: 3, collegeId: '02', reason: '转专业' }
const move = (facts: Partial<MovingFacts> = {}, moving: Partial<Moving> = {}, acting = by.school) =>
  moveToCollege({ ...FACTS, ...facts }, { ...MOVING, ...moving }, acting)

it('says from where, to where and why, and tells the student, and nobody else where nothing waits', () => {
  expect(move()).toEqual({
    after: { ...STUDY, collegeId: '02' },
    from: '01',
    to: '02',
    reason: '转专业',
    data: { version: 3, 'college.before': '一院', 'college.after': '二院' },
    told: [
      {
        kind: 'student.moved',
        school: '10488',
        to: { studentId: 's1' },
        about: { kind: 'student', id: 's1' },
        params: { fields: '院系', fieldsEn: 'College', reason: '转专业' },
      },
    ],
  })
})

it('changes major and class within a college, whose cases wait on as they did', () => {
  const to = { collegeId: '01', majorName: '软件工程', className: '' }
  const { after, data, told } = move({ cases: { ...FACTS.cases, agreements: [agreement()] } }, to)
  expect(after).toEqual({ ...STUDY, majorName: '软件工程', className: '' })
  expect(data).toMatchObject({
    'majorName.after': '软件工程',
    'className.before': '一班',
    'className.after': '',
  })
  expect(told.map(({ kind, params }) => [kind, params.fields])).toEqual([['student.moved', '专业名称、班级']])
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
  const [toStudent, ...toReviewers] = told
  expect(toStudent?.to).toEqual({ studentId: 's1' })
  expect(toReviewers.map(({ kind, to, about }) => [kind, to, about.id])).toEqual(
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
  ['to a college that the school has not', {}, { collegeId: '09' }, by.school, 'no-such-college'],
  ['to where it is', {}, { collegeId: '01', className: '一班' }, by.school, 'nothing-changed'],
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
