import { describe, expect, it, test } from 'vitest'
import { ROLES } from '../lifecycle.ts'
import type { Often } from '../often.ts'
import { NEW_POST } from '../post/content.ts'
import { Refusal } from '../refusal.ts'
import type { Acting } from '../review.ts'
import { AT, by, correction } from '../testing/cases.ts'
import { codeOf } from '../testing/code-of.ts'
import { actOnReport, answerByOf, type ReportCase, reportOffers, reportPost, upholdAll } from './acts.ts'
import { postReportLife, REPORT_STATUSES, type ReportGround, type ReportStatus } from './life.ts'

const { schoolId, studentId, snapshot } = correction()
const reported = {
  postId: 'p',
  postVersion: 3,
  content: { ...NEW_POST, title: '客户经理' },
  contentHash: 'a'.repeat(64),
  employerName: '某公司',
}
const often: Often = { limit: 10, nthLastAt: null }
const facts = { schoolId, id: 'r', studentId, snapshot, reported, isOpen: false, often }
const report = (
  change: Partial<typeof facts> = {},
  ground: ReportGround = 'fraud',
  acting: Acting = by.student,
) => reportPost({ ...facts, ...change }, { ground, said: '面试时要交钱' }, acting)
const open = (change: Partial<ReportCase> = {}): ReportCase => ({ ...report().changes[0]!.after, ...change })
const ALLOWED: Record<string, ReportStatus> = {
  'reported student withdraw': 'withdrawn',
  'reported reviewer uphold': 'upheld',
  'reported reviewer dismiss': 'dismissed',
}
describe('a report, every status × role × action', () => {
  for (const status of REPORT_STATUSES)
    for (const role of ROLES)
      for (const action of postReportLife.actions) {
        const expected = ALLOWED[`${status} ${role} ${action}`]
        test(`${status}: ${role} ${action} → ${expected ?? 'refused'}`, () => {
          const of = { status, version: 1, answerBy: '2026-06-02' }
          const decide = () =>
            postReportLife.decide(of, { action, role, seenVersion: 1, reason: 'r', at: AT })
          expect(postReportLife.actionsFor(of, role, AT).some((one) => one === action)).toBe(
            expected !== undefined,
          )
          if (expected) expect(decide().to).toBe(expected)
          else expect(decide).toThrow(Refusal)
        })
      }
})

it('keeps the post as it stood, and tells the school and nobody else, by its urgency', () => {
  const [usual, urgent] = [report(), report({}, 'fee')]
  expect(usual.changes[0]!.after).toMatchObject({ ...reported, status: 'reported', answer: null })
  expect(usual.changes[0]!.data).toMatchObject({ hash: reported.contentHash, postVersion: 3 })
  expect(usual.told).toMatchObject([{ kind: 'post-report.to-look-at', to: { level: 'school' } }])
  expect(urgent.told).toMatchObject([{ kind: 'post-report.urgent', to: { level: 'school' } }])
})

test.each([
  ['fee', '2026-06-05T10:00:00+08:00', '2026-06-08'],
  ['fraud', '2026-06-05T10:00:00+08:00', '2026-06-12'],
  ['fee', '2026-06-01T23:59:59+08:00', '2026-06-02'],
] as const)('%s reported at %s is answered by %s', (ground, at, day) => {
  expect(answerByOf(ground, new Date(at))).toBe(day)
})

it('is answered with words, which the reporter reads; the employer is told nothing of it', () => {
  for (const action of ['uphold', 'dismiss'] as const) {
    expect(codeOf(() => actOnReport(open(), { action, seenVersion: 1, reason: ' ' }, by.school))).toBe(
      'reason-needed',
    )
    const { changes, told } = actOnReport(open(), { action, seenVersion: 1, reason: '已核查' }, by.school)
    expect(changes[0]!.after).toMatchObject({ answer: '已核查', endedAt: AT, version: 2 })
    expect(told.map(({ to }) => to)).toEqual([{ studentId }])
  }
  expect(actOnReport(open(), { action: 'withdraw', seenVersion: 1 }, by.student).told).toEqual([])
})

it('with the post that is taken down all that wait are upheld', () => {
  const { changes, told } = upholdAll([open(), open({ id: 's', version: 4 })], '已下架', by.school)
  expect(changes.map(({ after }) => [after.status, after.version, after.answer])).toEqual([
    ['upheld', 2, '已下架'],
    ['upheld', 5, '已下架'],
  ])
  expect(told).toHaveLength(2)
})

it.each<[string, () => unknown, string]>([
  ['a second one beside the first', () => report({ isOpen: true }), 'post-reported'],
  ['the eleventh in thirty days', () => report({ often: { limit: 10, nthLastAt: AT } }), 'reports-too-often'],
  ['an employer’s', () => report({}, 'fee', by.employer), 'not-your-turn'],
  [
    'a college’s decision',
    () => actOnReport(open(), { action: 'dismiss', seenVersion: 1, reason: 'r' }, by.college),
    'reviewed-at-another-level',
  ],
  [
    'what has not been read',
    () => actOnReport(open(), { action: 'dismiss', seenVersion: 2, reason: 'r' }, by.school),
    'content-changed',
  ],
])('refuses %s', (_what, tried, code) => {
  expect(codeOf(tried)).toBe(code)
})

it('offers a college nothing', () => {
  expect([reportOffers(open(), by.college), reportOffers(open(), by.school)]).toEqual([
    [],
    ['uphold', 'dismiss'],
  ])
})
