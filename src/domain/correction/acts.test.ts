import { describe, expect, it, test } from 'vitest'
import { withResidentCheck } from '../identifiers.ts'
import type { Acting } from '../review.ts'
import { AT, BEFORE, by, correction, ROSTER } from '../testing/cases.ts'
import { ROSTER_TABLES } from '../testing/roster-tables.ts'
import { sentenceOf } from '../testing/sentence.ts'
import {
  actOnCorrection,
  type CorrectionCommand,
  type CorrectionOffer,
  correctionOffers,
  type Given,
  type RosterFacts,
  resubmitCorrection,
  submitCorrection,
} from './acts.ts'
import { changesAsked } from './asked.ts'
import type { CorrectionCase } from './case.ts'
import { USUALLY_CORRECTABLE } from './correctable.ts'
import type { SubmittingFacts } from './eligibility.ts'
import { type CorrectionAction, correctionLife } from './life.ts'

const NUMBER = withResidentCheck('42011120040110002')
const GIVEN: Given = { values: { name: '黄河清' }, reason: '户口簿上是这个名字', evidence: ['f1'] }
const ASKING = { roster: ROSTER, tables: ROSTER_TABLES, fields: USUALLY_CORRECTABLE }
const NOW: RosterFacts = { roster: ROSTER, holder: null }
const { schoolId, studentId, collegeId, snapshot, levels } = correction()
/** A document with what follows from it. */
const ANOTHER_NUMBER = { changes: changesAsked(ASKING, { documentNumber: NUMBER }, AT) }

const submit = (given: Partial<Given> = {}, facts: Partial<SubmittingFacts> = {}) =>
  submitCorrection(
    {
      ...ASKING,
      open: null,
      asked: { limit: 5, nthLastAt: null },
      ...facts,
      student: { schoolId, id: 'k2', studentId, collegeId, snapshot, levels },
    },
    { ...GIVEN, ...given },
    by.student,
  )
const resubmit = (before: Partial<CorrectionCase>, given: Partial<Given> = {}) =>
  resubmitCorrection(
    { ...ASKING, before: correction(before) },
    { ...GIVEN, ...given, seenVersion: 1 },
    by.student,
  )
const act = (
  before: Partial<CorrectionCase>,
  action: CorrectionCommand['action'],
  acting: Acting,
  facts: Partial<RosterFacts> = {},
) =>
  actOnCorrection(
    { before: correction(before), ...NOW, ...facts },
    { action, seenVersion: 1, reason: '原因' },
    acting,
  )

/** What comes of every act: an act that is added is asked for here. */
const ACTS: Record<CorrectionAction, readonly [sentence: string, act: () => string][]> = {
  submit: [
    [
      'correction submit: new → in_review, college has it, because of 户口簿上是这个名字, journals {version 1, name.before 黄河水, name.after 黄河清}; files for correction k2: f1; tells college of correction.to-review about correction k2 (黄河水 · 姓名 · Name)',
      () => sentenceOf(submit()),
    ],
    [
      'correction submit: new → in_review, college has it, because of 户口簿上是这个名字, journals {version 1, documentNumber.before 420111*****0015, documentNumber.after 420111*****0029, gender.before 男, gender.after 女}; files for correction k2: f1; tells college of correction.to-review about correction k2 (黄河水 · 证件号码、性别 · Document number, Sex)',
      () => sentenceOf(submit({ values: { documentNumber: NUMBER } })),
    ],
  ],
  resubmit: [
    [
      'correction resubmit: returned → in_review, college has it, because of 换了材料, sets {reason 换了材料, version 2, level 0, waitingSince 2026-06-01T04:00:00.000Z}, journals {version 1, className.before 一班, className.after 二班}; files for correction k1: f2; tells college of correction.to-review about correction k1 (黄河水 · 班级 · Class)',
      () =>
        sentenceOf(
          resubmit(
            { status: 'returned', level: 1 },
            { values: { className: '二班' }, reason: '换了材料', evidence: ['f2'] },
          ),
        ),
    ],
  ],
  withdraw: [
    [
      'correction withdraw: in_review → withdrawn, nobody has it, because of 原因, sets {version 2, waitingSince 2026-06-01T04:00:00.000Z, endedAt 2026-06-01T04:00:00.000Z}, journals {version 1, level null, name.before 黄河水, name.after 黄河清}; tells nobody',
      () => sentenceOf(act({}, 'withdraw', by.student)),
    ],
  ],
  pass: [
    [
      'correction pass: in_review → in_review, school has it, because of 原因, sets {decidedBy ["01"], version 2, level 1, waitingSince 2026-06-01T04:00:00.000Z}, journals {version 1, level college, name.before 黄河水, name.after 黄河清}; tells school of correction.to-review about correction k1 (黄河水 · 姓名 · Name)',
      () => sentenceOf(act({}, 'pass', by.college)),
    ],
    [
      'correction pass: in_review → corrected, nobody has it, because of 原因, sets {version 2, waitingSince 2026-06-01T04:00:00.000Z, endedAt 2026-06-01T04:00:00.000Z}, journals {version 1, level school, name.before 黄河水, name.after 黄河清}, has the roster say {name 黄河清}; tells student of correction.corrected about correction k1 (黄河水 · 姓名 · Name · 原因)',
      () => sentenceOf(act({ level: 1 }, 'pass', by.school)),
    ],
    [
      `correction pass: in_review → corrected, nobody has it, because of 原因, sets {version 2, waitingSince 2026-06-01T04:00:00.000Z, endedAt 2026-06-01T04:00:00.000Z}, journals {version 1, level school, documentNumber.before 420111*****0015, documentNumber.after 420111*****0029, gender.before 男, gender.after 女}, has the roster say {documentNumber ${NUMBER}, gender 2}; tells student of correction.corrected about correction k1 (黄河水 · 证件号码、性别 · Document number, Sex · 原因)`,
      () => sentenceOf(act({ ...ANOTHER_NUMBER, level: 1 }, 'pass', by.school)),
    ],
  ],
  return: [
    [
      'correction return: in_review → returned, student has it, because of 原因, sets {decidedBy ["01"], version 2, waitingSince 2026-06-01T04:00:00.000Z}, journals {version 1, level college, name.before 黄河水, name.after 黄河清}; tells student of correction.returned about correction k1 (黄河水 · 姓名 · Name · 原因)',
      () => sentenceOf(act({}, 'return', by.college)),
    ],
  ],
  reject: [
    [
      'correction reject: in_review → rejected, nobody has it, because of 原因, sets {decidedBy ["01"], version 2, waitingSince 2026-06-01T04:00:00.000Z, endedAt 2026-06-01T04:00:00.000Z}, journals {version 1, level college, name.before 黄河水, name.after 黄河清}; tells student of correction.rejected about correction k1 (黄河水 · 姓名 · Name · 原因)',
      () => sentenceOf(act({}, 'reject', by.college)),
    ],
  ],
}

describe('what comes of every act on a correction', () => {
  for (const [action, cases] of Object.entries(ACTS))
    test.each(cases)(`${action}: %s`, (sentence, said) => expect(said()).toBe(sentence))
})

test('no act is left out', () => {
  expect(Object.keys(ACTS).sort()).toEqual([...correctionLife.actions].sort())
})

test.each<[string, () => unknown, string]>([
  ['no evidence', () => submit({ evidence: [] }), 'evidence-needed'],
  ['no evidence the second time', () => resubmit({}, { evidence: [] }), 'evidence-needed'],
  ['one beside another', () => submit({}, { open: { waitingFor: 'school' } }), 'correction-open'],
  [
    'the sixth in thirty days',
    () => submit({}, { asked: { limit: 5, nthLastAt: BEFORE } }),
    'corrections-too-often',
  ],
  ['where the school keeps all to itself', () => submit({}, { fields: [] }), 'kept-by-school'],
  ['what the school keeps to itself', () => submit({ values: { graduationYear: '2027' } }), 'kept-by-school'],
  [
    'asking anew for what has ended, before its values are looked at',
    () => resubmit({ status: 'rejected' }, { values: { name: '' } }),
    'already-moved-on',
  ],
  ['the level before', () => act({ level: 1 }, 'pass', by.college), 'reviewed-at-another-level'],
  [
    'what the roster has moved on from',
    () => act({ level: 1 }, 'pass', by.school, { roster: { ...ROSTER, name: '黄河' } }),
    'content-changed',
  ],
  [
    'another student’s document, at the first level too',
    () => act(ANOTHER_NUMBER, 'pass', by.college, { holder: '2022010009' }),
    'document-of-another',
  ],
])('refuses %s', (_what, tried, code) => {
  expect(tried).toThrow(code)
})

it('passes what the roster says by now of itself, and leaves what else was changed there', () => {
  const roster = { ...ROSTER, name: '黄河清', className: '三班' }
  const [change] = act({ level: 1 }, 'pass', by.school, { roster }).changes
  expect(change?.roster).toEqual({ values: roster, fields: ['name'] })
})

it('returns and refuses what cannot be passed', () => {
  const moved = { ...NOW, roster: { ...ROSTER, name: '黄河' } }
  const taken = { ...NOW, holder: '2022010009' }
  for (const facts of [moved, taken]) {
    expect(correctionOffers(correction(), facts, by.college)).toEqual(['return', 'reject'])
    for (const action of ['return', 'reject'] as const)
      expect(() => act({}, action, by.college, facts)).not.toThrow()
  }
})

it('is offered exactly what an act then does', () => {
  const states: Partial<CorrectionCase>[] = [
    {},
    { level: 1 },
    { status: 'returned' },
    { status: 'corrected' },
    { status: 'rejected' },
    { status: 'withdrawn' },
  ]
  for (const before of states)
    for (const acting of Object.values(by)) {
      const offered: readonly CorrectionOffer[] = correctionOffers(correction(before), NOW, acting)
      for (const action of correctionLife.offers) {
        const tried = () =>
          action === 'resubmit' && acting.role === 'student'
            ? resubmit(before)
            : act(before, action as 'pass', acting)
        if (offered.includes(action)) expect(tried).not.toThrow()
        else expect(tried).toThrow()
      }
    }
})
