import { describe, expect, it, test } from 'vitest'
import { ROLES } from '../lifecycle.ts'
import { Refusal } from '../refusal.ts'
import { AT, by, correction } from '../testing/cases.ts'
import { codeOf } from '../testing/code-of.ts'
import { actOnObjection, type ObjectionCase, objectionOffers, raiseObjection } from './acts.ts'
import { OBJECTION_STATUSES, type ObjectionStatus, objectionLife } from './life.ts'

const { schoolId, studentId, snapshot } = correction()
const facts = {
  ...{ schoolId, id: 'o', studentId, snapshot, receipt: 'ABCD2345', seenHash: 'a'.repeat(64) },
  seen: { category: '10', holder: '某公司', position: '', region: '', industry: '', nature: '', pay: null },
  ...{ spokenOf: 'agreement:x', speaksAbout: ['certifier'], isObjecting: false },
  often: { limit: 10, nthLastAt: null },
}
const raise = (change: object = {}, acting: Parameters<typeof raiseObjection>[2] = by.student) =>
  raiseObjection({ ...facts, ...change }, '我没有去这家单位', acting)
const open = (change: Partial<ObjectionCase> = {}): ObjectionCase => ({ ...raise().after, ...change })
const other = { ...by.school, userId: 'another' }
const ALLOWED: Record<string, ObjectionStatus> = {
  'raised student withdraw': 'withdrawn',
  'raised reviewer uphold': 'upheld',
  'raised reviewer dismiss': 'dismissed',
}
describe('an objection, every status × role × action', () => {
  for (const status of OBJECTION_STATUSES)
    for (const role of ROLES)
      for (const action of objectionLife.actions) {
        const expected = ALLOWED[`${status} ${role} ${action}`]
        test(`${status}: ${role} ${action} → ${expected ?? 'refused'}`, () => {
          const of = { status, version: 1, answerBy: '2026-06-08' }
          const decide = () => objectionLife.decide(of, { action, role, seenVersion: 1, reason: 'r', at: AT })
          expect(objectionLife.actionsFor(of, role, AT).some((one) => one === action)).toBe(
            expected !== undefined,
          )
          if (expected) expect(decide().to).toBe(expected)
          else expect(decide).toThrow(Refusal)
        })
      }
})

it('goes to the school and to no college, and is answered within five working days', () => {
  const { after, told, data } = raise()
  expect(after).toMatchObject({ status: 'raised', answerBy: '2026-06-08', answer: null, decidedBy: null })
  expect(told).toMatchObject([{ kind: 'objection.to-answer', to: { level: 'school' } }])
  expect(data).toEqual({ receipt: 'ABCD2345', hash: facts.seenHash, spokenOf: 'agreement:x' })
})

it('is answered by name and with words, which the student reads', () => {
  for (const action of ['uphold', 'dismiss'] as const) {
    const { after, told } = actOnObjection(open(), { action, seenVersion: 1, reason: '已核实' }, other)
    expect(after).toMatchObject({ answer: '已核实', decidedBy: 'another', endedAt: AT, version: 2 })
    expect(told.map(({ to }) => to)).toEqual([{ studentId }])
  }
})

const answer = (acting: Parameters<typeof actOnObjection>[2], change: object = {}) =>
  actOnObjection(open(), { action: 'dismiss', seenVersion: 1, reason: 'r', ...change }, acting)
it.each<[string, () => unknown, string]>([
  ['a second one beside the first', () => raise({ isObjecting: true }), 'objection-open'],
  [
    'the eleventh in thirty days',
    () => raise({ often: { limit: 10, nthLastAt: AT } }),
    'objections-too-often',
  ],
  ['an employer’s', () => raise({}, by.employer), 'not-your-turn'],
  ['a college’s answer', () => answer({ ...by.college, userId: 'another' }), 'reviewed-at-another-level'],
  [
    'the answer of whom it speaks about',
    () => answer({ ...by.school, userId: 'certifier' }),
    'objection-about-yourself',
  ],
  ['an answer without words', () => answer(other, { reason: ' ' }), 'reason-needed'],
  ['an answer to what was not read', () => answer(other, { seenVersion: 2 }), 'content-changed'],
])('refuses %s', (_what, tried, code) => {
  expect(codeOf(tried)).toBe(code)
})

it('offers nothing to whom it speaks about, and says why', () => {
  expect(objectionOffers(open(), { ...by.school, userId: 'certifier' })).toEqual({
    actions: [],
    whyNot: 'objection-about-yourself',
  })
  expect(objectionOffers(open(), other)).toEqual({ actions: ['uphold', 'dismiss'], whyNot: null })
  expect(objectionOffers(open(), { ...by.student, userId: 'certifier' }).actions).toEqual(['withdraw'])
})
