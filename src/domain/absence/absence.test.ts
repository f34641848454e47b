import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays } from '../day.ts'
import { ROLES } from '../lifecycle.ts'
import { Refusal } from '../refusal.ts'
import { AT, by } from '../testing/cases.ts'
import { codeOf } from '../testing/code-of.ts'
import { type AbsenceCase, absenceOffers, actOnAbsence, type Missed, recordAbsences } from './acts.ts'
import { ABSENCE_STATUSES, type AbsenceStatus, absenceLife } from './life.ts'
import { blockOf, refuseIfAbsent } from './limit.ts'

const missed: Missed = {
  schoolId: '10001',
  id: 'a',
  studentId: 's',
  kind: 'talk',
  eventId: 't',
  title: '宣讲会',
  missedAt: new Date('2026-06-08T16:00:00+08:00'),
}
const recorded = (change: Partial<AbsenceCase> = {}): AbsenceCase => ({
  ...recordAbsences([missed], AT).changes[0]!.after,
  ...change,
})
const ALLOWED: Record<string, AbsenceStatus> = {
  'recorded student appeal': 'appealed',
  'recorded reviewer excuse': 'excused',
  'appealed reviewer excuse': 'excused',
  'appealed reviewer uphold': 'upheld',
}
describe('an absence, every status × role × action', () => {
  for (const status of ABSENCE_STATUSES)
    for (const role of ROLES)
      for (const action of absenceLife.actions) {
        const expected = ALLOWED[`${status} ${role} ${action}`]
        test(`${status}: ${role} ${action} → ${expected ?? 'refused'}`, () => {
          const of = { status, version: 1, answerBy: null }
          const decide = () => absenceLife.decide(of, { action, role, seenVersion: 1, reason: 'r', at: AT })
          if (expected) expect(decide().to).toBe(expected)
          else expect(decide).toThrow(Refusal)
        })
      }
})

it('is recorded by the clock and told to the student, who appeals; the school answers in words', () => {
  const { changes, told } = recordAbsences([missed], AT)
  expect(changes[0]!.after).toMatchObject({ status: 'recorded', said: null, answerBy: null })
  expect(told).toMatchObject([
    { kind: 'absence.recorded', to: { studentId: 's' }, params: { day: '2026-06-08' } },
  ])
  const appealed = actOnAbsence(
    recorded(),
    { action: 'appeal', seenVersion: 1, reason: '手机没电，没能出示入场码' },
    { ...by.student, at: new Date('2026-06-05T10:00:00+08:00') },
  )
  const { after } = appealed.changes[0]!
  expect(after).toMatchObject({ said: '手机没电，没能出示入场码', answerBy: '2026-06-12', version: 2 })
  expect(appealed.told).toMatchObject([{ kind: 'absence.appealed', to: { level: 'school' } }])
  for (const [action, kind] of [
    ['excuse', 'absence.excused'],
    ['uphold', 'absence.upheld'],
  ] as const) {
    const answered = actOnAbsence(after, { action, seenVersion: 2, reason: '已核实' }, by.school)
    expect(answered.changes[0]!.after).toMatchObject({ answer: '已核实', said: after.said })
    expect(answered.told).toMatchObject([{ kind, to: { studentId: 's' } }])
  }
})

it.each<[string, () => unknown, string]>([
  [
    'an appeal without words',
    () => actOnAbsence(recorded(), { action: 'appeal', seenVersion: 1 }, by.student),
    'reason-needed',
  ],
  [
    'a college’s decision',
    () => actOnAbsence(recorded(), { action: 'excuse', seenVersion: 1, reason: 'r' }, by.college),
    'reviewed-at-another-level',
  ],
  [
    'what has not been read',
    () => actOnAbsence(recorded(), { action: 'excuse', seenVersion: 2, reason: 'r' }, by.school),
    'content-changed',
  ],
])('refuses %s', (_what, tried, code) => {
  expect(codeOf(tried)).toBe(code)
})

it('offers a college nothing', () => {
  expect([absenceOffers(recorded(), by.college), absenceOffers(recorded(), by.school)]).toEqual([
    [],
    ['excuse'],
  ])
})

describe('a school’s limit', () => {
  const missedAt = new Date('2026-06-08T23:59:00+08:00')
  const noon = (day: string) => new Date(`${day}T12:00:00+08:00`)

  it('blocks only where there is one, and only until its days are over', () => {
    fc.assert(
      fc.property(fc.integer({ min: 7, max: 365 }), fc.integer({ min: 0, max: 400 }), (days, later) => {
        const at = noon(addDays('2026-06-08', later))
        const rules = { absenceLimit: 3, absenceDays: days }
        const block = blockOf({ rules, nthLastAt: missedAt }, at)
        expect(block).toEqual(later < days ? { limit: 3, days, day: addDays('2026-06-08', days) } : null)
        expect(blockOf({ rules: { ...rules, absenceLimit: null }, nthLastAt: missedAt }, at)).toBeNull()
        expect(blockOf({ rules, nthLastAt: null }, at)).toBeNull()
      }),
      { seed: 18 },
    )
  })

  it('says from which day on they sign up again', () => {
    const rules = { absenceLimit: 2, absenceDays: 30 }
    expect(codeOf(() => refuseIfAbsent({ rules, nthLastAt: missedAt }, noon('2026-07-07')))).toBe(
      'absent-too-often',
    )
    expect(codeOf(() => refuseIfAbsent({ rules, nthLastAt: missedAt }, noon('2026-07-08')))).toBeNull()
  })
})
