import { describe, expect, it, test } from 'vitest'
import type { FormFacts, Given } from '../form.ts'
import type { PlacingFacts } from '../placement.ts'
import type { Acting } from '../review.ts'
import { AT, by, destination } from '../testing/cases.ts'
import { sentenceOf } from '../testing/sentence.ts'
import {
  actOnDestination,
  correctDestination,
  type DestinationCommand,
  type DestinationOffer,
  declareDestination,
  destinationOffers,
} from './acts.ts'
import type { DestinationCase } from './case.ts'
import { type DestinationAction, destinationLife } from './life.ts'

const STUDY: FormFacts = {
  category: {
    category: '801',
    name: '研究生',
    nameEn: 'Postgraduate study',
    categoryClass: 'further-study',
    route: 'destination',
    fields: [
      { key: 'schoolName', name: '院校', nameEn: 'School', type: 'line', required: true, headline: true },
      { key: 'region', name: '地区', nameEn: 'Region', type: 'code:region', required: true, headline: false },
    ],
  },
  rows: new Map([['region/420111', { name: '洪山区', nameEn: 'Hongshan' }]]),
}
const UNPLACED: FormFacts = {
  category: {
    category: '70',
    name: '待就业',
    nameEn: 'Looking',
    categoryClass: 'unplaced',
    route: 'declaration',
    fields: [],
  },
  rows: new Map(),
}
const GIVEN: Given = {
  category: '801',
  details: { schoolName: '珞珈大学', region: '420111' },
  evidence: ['f1'],
}
const FREE: PlacingFacts = {
  placement: null,
  designatedEmployer: null,
  designatedCreditCode: null,
  enrolment: 'enrolled',
}
const { schoolId, studentId, collegeId, snapshot, levels } = destination()

const declare = (
  form = STUDY,
  given: Partial<Given> = {},
  placing: Partial<PlacingFacts> = {},
  former: DestinationCase | null = null,
) =>
  declareDestination(
    {
      placing: { ...FREE, ...placing },
      registered: { limit: 10, nthLastAt: null, closedYear: null },
      form,
      former,
      student: { schoolId, id: 't2', studentId, collegeId, snapshot, levels },
    },
    { ...GIVEN, ...given },
    by.student,
  )
const correct = (
  given: Partial<DestinationCase>,
  form = STUDY,
  change: Partial<Given> = {},
  placing: Partial<PlacingFacts> = {},
) =>
  correctDestination(
    { before: destination(given), placing: { ...FREE, ...placing }, form },
    { ...GIVEN, ...change, seenVersion: 1 },
    by.student,
  )
const act = (
  given: Partial<DestinationCase>,
  action: DestinationCommand['action'],
  acting: Acting,
  more: Partial<DestinationCommand> = {},
) => actOnDestination(destination(given), { action, seenVersion: 1, reason: '原因', ...more }, acting)

const REGISTERED = { status: 'registered' } as const
const VOIDING = { status: 'registered', voiding: true } as const
const FORMER = destination({ id: 't1', status: 'declared', route: 'declaration' })

/** What comes of every act: an act that is added is asked for here. */
const ACTS: Record<DestinationAction, readonly [sentence: string, act: () => string][]> = {
  declare: [
    [
      'destination declare: new → in_review, college has it, journals {category 801, headline 珞珈大学, version 1, evidence }, takes the place as destination with 珞珈大学; files for destination t2: f1; tells college of destination.to-review about destination t2 (黄河水 · 研究生 · Postgraduate study)',
      () => sentenceOf(declare()),
    ],
    [
      'destination declare: new → declared, nobody has it, journals {category 70, headline 待就业, version 1, evidence }; tells nobody',
      () => sentenceOf(declare(UNPLACED, { category: '70', details: {} })),
    ],
    [
      'destination withdraw: declared → withdrawn, nobody has it, sets {version 2, endedAt 2026-06-01T04:00:00.000Z}, journals {category 801, headline 珞珈大学, version 1}; destination declare: new → declared, nobody has it, journals {category 70, headline 待就业, version 1, evidence }; tells nobody',
      () => sentenceOf(declare(UNPLACED, { category: '70', details: {} }, {}, FORMER)),
    ],
  ],
  correct: [
    [
      'destination correct: returned → in_review, college has it, sets {headline 东湖大学, version 2, level 0, waitingSince 2026-06-01T04:00:00.000Z}, journals {category 801, headline 东湖大学, version 1}, calls the place 东湖大学; files for destination t1: f1; tells college of destination.to-review about destination t1 (黄河水 · 研究生 · Postgraduate study)',
      () =>
        sentenceOf(
          correct({ status: 'returned', level: 1 }, STUDY, {
            details: { ...GIVEN.details, schoolName: '东湖大学' },
          }),
        ),
    ],
  ],
  withdraw: [
    [
      'destination withdraw: in_review → withdrawn, nobody has it, because of 原因, sets {version 2, waitingSince 2026-06-01T04:00:00.000Z, endedAt 2026-06-01T04:00:00.000Z}, journals {category 801, headline 珞珈大学, version 1, level null}, frees the place; tells nobody',
      () => sentenceOf(act({}, 'withdraw', by.student)),
    ],
    [
      'destination withdraw: declared → withdrawn, nobody has it, because of 原因, sets {version 2, endedAt 2026-06-01T04:00:00.000Z}, journals {category 801, headline 珞珈大学, version 1, level null}; tells nobody',
      () => sentenceOf(act({ status: 'declared', route: 'declaration' }, 'withdraw', by.student)),
    ],
  ],
  pass: [
    [
      'destination pass: in_review → in_review, school has it, because of 原因, sets {decidedBy ["01"], version 2, level 1, waitingSince 2026-06-01T04:00:00.000Z}, journals {category 801, headline 珞珈大学, version 1, level college}; tells school of destination.to-review about destination t1 (黄河水 · 研究生 · Postgraduate study)',
      () => sentenceOf(act({}, 'pass', by.college)),
    ],
    [
      'destination pass: in_review → registered, nobody has it, because of 原因, sets {version 2, waitingSince 2026-06-01T04:00:00.000Z, registeredAt 2026-06-01T04:00:00.000Z}, journals {category 801, headline 珞珈大学, version 1, level school}; tells student of destination.registered about destination t1 (黄河水 · 研究生 · Postgraduate study · 原因)',
      () => sentenceOf(act({ level: 1 }, 'pass', by.school)),
    ],
  ],
  return: [
    [
      'destination return: in_review → returned, student has it, because of 原因, sets {decidedBy ["01"], version 2, waitingSince 2026-06-01T04:00:00.000Z}, journals {category 801, headline 珞珈大学, version 1, level college}; tells student of destination.returned about destination t1 (黄河水 · 研究生 · Postgraduate study · 原因)',
      () => sentenceOf(act({}, 'return', by.college)),
    ],
  ],
  reject: [
    [
      'destination reject: in_review → rejected, nobody has it, because of 原因, sets {decidedBy ["01"], version 2, waitingSince 2026-06-01T04:00:00.000Z, endedAt 2026-06-01T04:00:00.000Z}, journals {category 801, headline 珞珈大学, version 1, level college}, frees the place; tells student of destination.rejected about destination t1 (黄河水 · 研究生 · Postgraduate study · 原因)',
      () => sentenceOf(act({}, 'reject', by.college)),
    ],
  ],
  'ask-void': [
    [
      'destination ask-void: registered → registered, college has it, because of 原因, sets {version 2, level 0, voiding true, waitingSince 2026-06-01T04:00:00.000Z}, journals {category 801, headline 珞珈大学, version 1, level null}; tells college of destination.void-to-review about destination t1 (黄河水 · 研究生 · Postgraduate study · 原因)',
      () => sentenceOf(act({ ...REGISTERED, level: 1 }, 'ask-void', by.student)),
    ],
  ],
  'withdraw-void': [
    [
      'destination withdraw-void: registered → registered, nobody has it, because of 原因, sets {version 2, voiding false, waitingSince 2026-06-01T04:00:00.000Z}, journals {category 801, headline 珞珈大学, version 1, level null}; tells nobody',
      () => sentenceOf(act(VOIDING, 'withdraw-void', by.student)),
    ],
  ],
  'grant-void': [
    [
      'destination grant-void: registered → registered, school has it, because of 原因, sets {decidedBy ["01"], version 2, level 1, waitingSince 2026-06-01T04:00:00.000Z}, journals {category 801, headline 珞珈大学, version 1, level college}; tells school of destination.void-to-review about destination t1 (黄河水 · 研究生 · Postgraduate study)',
      () => sentenceOf(act(VOIDING, 'grant-void', by.college)),
    ],
    [
      'destination grant-void: registered → voided, nobody has it, because of 原因, sets {version 2, voiding false, waitingSince 2026-06-01T04:00:00.000Z, endedAt 2026-06-01T04:00:00.000Z}, journals {category 801, headline 珞珈大学, version 1, level school}, frees the place; tells student of destination.voided about destination t1 (黄河水 · 研究生 · Postgraduate study · 原因)',
      () => sentenceOf(act({ ...VOIDING, level: 1 }, 'grant-void', by.school)),
    ],
  ],
  'refuse-void': [
    [
      'destination refuse-void: registered → registered, nobody has it, because of 原因, sets {decidedBy ["01"], version 2, voiding false, waitingSince 2026-06-01T04:00:00.000Z}, journals {category 801, headline 珞珈大学, version 1, level college}; tells student of destination.void-refused about destination t1 (黄河水 · 研究生 · Postgraduate study · 原因)',
      () => sentenceOf(act(VOIDING, 'refuse-void', by.college)),
    ],
  ],
}

describe('what comes of every act on a destination', () => {
  for (const [action, cases] of Object.entries(ACTS))
    test.each(cases)(`${action}: %s`, (sentence, said) => expect(said()).toBe(sentence))
})

test('no act is left out', () => {
  expect(Object.keys(ACTS).sort()).toEqual([...destinationLife.actions].sort())
})

it('keeps the form as it was asked, with the names that the answers had then', () => {
  expect(declare().changes[0]!.after).toMatchObject({
    category: '801',
    categoryNames: { name: '研究生' },
    headline: '珞珈大学',
    details: { region: { value: '420111', shown: { name: '洪山区' } } },
    declaredAt: AT,
  })
  expect(act({ level: 1 }, 'pass', by.school).changes[0]!.after.registeredAt).toEqual(AT)
  expect(act({}, 'reject', by.college).changes[0]!.after.endedAt).toEqual(AT)
})

test.each<[string, () => unknown, string]>([
  [
    'a category that is not offered',
    () => declare({ category: null, rows: new Map() }),
    'category-not-offered',
  ],
  ['no evidence', () => declare(STUDY, { evidence: [] }), 'evidence-needed'],
  [
    'an answer that no row has',
    () => declare(STUDY, { details: { ...GIVEN.details, region: '1' } }),
    'invalid-input',
  ],
  [
    'a place that is taken',
    () => declare(STUDY, {}, { placement: { holder: '甲', number: null } }),
    'student-already-placed',
  ],
  [
    'a declaration while placed',
    () => declare(UNPLACED, { details: {} }, { placement: { holder: '甲', number: null } }),
    'student-already-placed',
  ],
  [
    'a correction to something that holds no place',
    () => correct({}, UNPLACED, { details: {} }),
    'category-not-offered',
  ],
  [
    'a correction of what is registered, before its form is looked at',
    () => correct(REGISTERED, STUDY, { evidence: [] }),
    'already-moved-on',
  ],
  ['the level before', () => act({ level: 1 }, 'pass', by.college), 'reviewed-at-another-level'],
  [
    'voiding without a reason',
    () => act(REGISTERED, 'ask-void', by.student, { reason: '' }),
    'reason-needed',
  ],
])('refuses %s', (_what, tried, code) => {
  expect(tried).toThrow(code)
})

it('is corrected though its own place is taken, but not beside the designated employer (R19)', () => {
  expect(() => correct({}, STUDY, {}, { placement: { holder: '珞珈大学', number: null } })).not.toThrow()
  const work: FormFacts = { ...STUDY, category: { ...STUDY.category!, categoryClass: 'employment' } }
  expect(() => correct({}, work, {}, { designatedEmployer: '甲' })).toThrow('designated-employer-only')
  expect(() => correct({}, STUDY, {}, { designatedEmployer: '甲' })).not.toThrow()
})

it('is offered exactly what an act then does', () => {
  const states: Partial<DestinationCase>[] = [
    {},
    { level: 1 },
    { status: 'returned' },
    REGISTERED,
    VOIDING,
    { ...VOIDING, level: 1 },
    { status: 'declared', route: 'declaration' },
    { status: 'voided' },
  ]
  for (const given of states)
    for (const acting of Object.values(by)) {
      const offered: readonly DestinationOffer[] = destinationOffers(destination(given), acting)
      for (const action of destinationLife.offers) {
        const tried = () =>
          action === 'correct' && acting.role === 'student'
            ? correct(given)
            : act(given, action as 'pass', acting)
        if (offered.includes(action)) expect(tried).not.toThrow()
        else expect(tried).toThrow()
      }
    }
})
