import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Acting, ReviewLevel } from '../review.ts'
import { AT, by, correction } from '../testing/cases.ts'
import { codeOf } from '../testing/code-of.ts'
import { actOnRecommendation, askRecommendation, recommendationOffers, sendRecommendation } from './acts.ts'
import { movedFacts, type OwnWords, type RecommendationCase, type SheetFacts } from './case.ts'
import { isOpen, RECOMMENDATION_STATUSES, type RecommendationOffer } from './life.ts'
import { asIssued, recommendationSheet, usualRecommendation } from './sheet.ts'

const named = (name: string) => ({ name, nameEn: name })
const ROSTER: SheetFacts = { name: named('张三'), college: named('一院'), majorName: named('软件工程') }
const OWN: OwnWords = { wish: '开发', strengths: '', awards: '', statement: '' }
const { schoolId, studentId, collegeId, snapshot } = correction()
const student = { schoolId, id: 'm1', studentId, collegeId, snapshot }
const BOTH: readonly ReviewLevel[] = ['college', 'school']

const asked = (levels: readonly ReviewLevel[] = BOTH, roster = ROSTER) =>
  askRecommendation({ student: { ...student, levels }, roster, enrolment: 'enrolled' }, OWN, by.student)
const act = (
  before: RecommendationCase,
  action: Exclude<RecommendationOffer, 'renew' | 'resubmit'>,
  acting: Acting = by.school,
  roster = ROSTER,
) =>
  actOnRecommendation(
    { before, roster },
    { action, seenVersion: before.version, reason: '因为', word: '予以推荐', byName: '李老师' },
    acting,
  )
const send = (before: RecommendationCase, action: 'renew' | 'resubmit', roster = ROSTER) =>
  sendRecommendation(
    { before, student: { snapshot, levels: before.levels }, roster, enrolment: 'enrolled' },
    { action, seenVersion: before.version, own: OWN },
    by.student,
  )
const issued = (of = asked().after) => act(act(of, 'recommend', by.college).after, 'pass')
test.each<
  [string, () => RecommendationCase, RecommendationOffer[], RecommendationOffer[], RecommendationOffer[]]
>([
  ['asked', () => asked().after, ['resubmit', 'withdraw'], ['recommend', 'return'], []],
  [
    'recommended',
    () => act(asked().after, 'recommend', by.college).after,
    ['resubmit', 'withdraw'],
    [],
    ['pass', 'return'],
  ],
  ['issued', () => issued().after, ['renew'], [], ['revoke']],
  [
    'renewed',
    () => send(issued().after, 'renew').after,
    ['resubmit', 'withdraw'],
    ['recommend', 'return'],
    ['revoke'],
  ],
  ['revoked', () => act(issued().after, 'revoke').after, ['renew'], [], []],
])('when %s, student, college and school may do just this', (_state, of, its, colleges, schools) => {
  expect(recommendationOffers(of(), ROSTER, by.student)).toEqual(its)
  expect(recommendationOffers(of(), ROSTER, by.college)).toEqual(colleges)
  expect(recommendationOffers(of(), ROSTER, by.school)).toEqual(schools)
})

describe('an edition', () => {
  it('comes of the last review alone, numbered, with the word and what the roster says', () => {
    expect(act(asked().after, 'recommend', by.college).edition).toBeNull()
    expect(issued().edition).toMatchObject({
      ...{ edition: 1, number: `TJ-${schoolId}-${snapshot.studentNumber}-1`, facts: ROSTER, own: OWN },
      word: { text: '予以推荐', by: '李老师' },
    })
    expect(act(asked(['school']).after, 'recommend').edition?.edition).toBe(1)
  })
  it('holds until the next one is there, also when that is withdrawn', () => {
    const renewed = send(issued().after, 'renew').after
    expect(renewed).toMatchObject({ inForce: 1, word: null, level: 0 })
    expect(act(renewed, 'withdraw', by.student).after).toMatchObject({ status: 'issued', inForce: 1 })
    expect(issued(renewed).after).toMatchObject({ status: 'issued', inForce: 2, editions: 2 })
  })
  it('says nothing that is not said, and of what was revoked that it was', () => {
    const { edition } = issued()
    const facts = {
      school: { code: schoolId, name: '学校' },
      edition: { ...edition!, askedAt: AT.toISOString(), issuedAt: AT.toISOString() },
      revokedAt: AT.toISOString(),
      acts: [],
    }
    const sheet = recommendationSheet(facts)
    expect(sheet.own).toEqual([['wish', '开发']])
    expect(sheet.facts.map(([fact]) => fact)).toEqual(['name', 'college', 'majorName'])
    expect([sheet.mark, usualRecommendation(facts)]).toEqual(['revoked', 'copy'])
    expect(recommendationSheet(asIssued(facts)).mark).toBeNull()
  })
})

it('is not passed once the roster says something else, but may be returned', () => {
  const moved = { ...ROSTER, majorName: named('人工智能') }
  expect(movedFacts(ROSTER, moved)).toEqual(['majorName'])
  expect(recommendationOffers(asked().after, moved, by.college)).toEqual(['return'])
  expect(codeOf(() => act(asked().after, 'recommend', by.college, moved))).toBe('content-changed')
  expect(act(asked().after, 'return', by.college, moved).after.status).toBe('returned')
})

test('refused are a word that says nothing, another level, a college that revokes, who is off the roster', () => {
  const of = asked().after
  const command = { action: 'recommend', seenVersion: 1, word: ' ', byName: '李' } as const
  expect(codeOf(() => actOnRecommendation({ before: of, roster: ROSTER }, command, by.college))).toBe(
    'word-needed',
  )
  expect(codeOf(() => act(of, 'recommend', by.school))).toBe('reviewed-at-another-level')
  expect(codeOf(() => act(issued().after, 'revoke', by.college))).toBe('reviewed-at-another-level')
  expect(codeOf(() => act(of, 'revoke'))).toBe('already-moved-on')
  const gone = { student: { ...student, levels: BOTH }, roster: ROSTER, enrolment: 'withdrawn' } as const
  expect(codeOf(() => askRecommendation(gone, OWN, by.student))).toBe('student-off-roster')
})

test('whatever is done in whatever order, one edition holds at most, it is the last, and nothing is issued without a word', () => {
  const step = fc.record({
    nth: fc.nat(),
    acting: fc.constantFrom(by.student, by.college, by.school),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let of = asked().after
      for (const { nth, acting } of steps) {
        const offers = recommendationOffers(of, ROSTER, acting)
        const action = offers[nth % offers.length]
        if (!action) continue
        const { after, edition } =
          action === 'renew' || action === 'resubmit' ? send(of, action) : act(of, action, acting)
        expect(RECOMMENDATION_STATUSES).toContain(after.status)
        expect(after.editions - of.editions).toBe(edition ? 1 : 0)
        expect([null, after.editions]).toContain(after.inForce)
        expect(after.waitingFor !== null).toBe(isOpen(after))
        if (action === 'revoke') expect(after).toMatchObject({ inForce: null, revokedAt: acting.at })
        if (edition) expect(after).toMatchObject({ inForce: edition.edition, revokedAt: null })
        if (edition) expect(edition.word.text).not.toBe('')
        if (after.status === 'recommended') expect(after.word).not.toBeNull()
        of = after
      }
    }),
    { seed: 20_261_126, numRuns: 1_000 },
  )
})
