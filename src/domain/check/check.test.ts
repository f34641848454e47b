import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { ROLES } from '../lifecycle.ts'
import { Refusal } from '../refusal.ts'
import { AT, by } from '../testing/cases.ts'
import { codeOf } from '../testing/code-of.ts'
import { actOnCheck, type CheckCase, type Hit, reconcile, toldOfCheck } from './acts.ts'
import { CHECK_STATUSES, type CheckStatus, checkLife, isAnswered } from './life.ts'
import { CHECK_RULE_NAMES, isThreshold, thresholdOf, usualSetting } from './rules.ts'

const row = { studentId: 's', employerId: null, about: null, note: 'industry' }
const hit = (subject: string, print = 'a'): Hit => ({
  ...{ subject, collegeId: '01', count: 1, rows: [row], fingerprint: print.repeat(64) },
})
let made = 0
const of = { schoolId: '99901', rule: 'missing-fields' as const, newId: () => `id${++made}` }
const run = (hits: readonly Hit[], cases: readonly CheckCase[]) => reconcile(of, hits, cases, AT)
const found = (change: Partial<CheckCase> = {}): CheckCase => ({
  ...run([hit('x')], [])[0]!.after,
  ...change,
})
const as = (status: CheckStatus, change: Partial<CheckCase> = {}) => found({ status, ...change })
const ALLOWED: Record<string, CheckStatus> = {
  'open clock see-anew': 'open',
  'assigned clock see-anew': 'assigned',
  'explained clock find-again': 'open',
  'corrected clock find-again': 'open',
  'closed clock find-again': 'open',
  'open clock correct': 'corrected',
  'assigned clock correct': 'corrected',
  'explained clock correct': 'corrected',
  'open reviewer assign': 'assigned',
  'assigned reviewer assign': 'assigned',
  'open reviewer explain': 'explained',
  'assigned reviewer explain': 'explained',
  'explained reviewer close': 'closed',
  'corrected reviewer close': 'closed',
}
describe('a check, every status × role × action', () => {
  for (const status of CHECK_STATUSES)
    for (const role of ROLES)
      for (const action of checkLife.actions) {
        const expected = ALLOWED[`${status} ${role} ${action}`]
        test(`${status}: ${role} ${action} → ${expected ?? 'refused'}`, () => {
          const decide = () =>
            checkLife.decide({ status, version: 1 }, { action, role, seenVersion: 1, reason: 'r', at: AT })
          if (expected) expect(decide().to).toBe(expected)
          else expect(decide).toThrow(Refusal)
        })
      }
})

describe('what a rule finds, beside what it has found', () => {
  const ended = { endedAt: AT }
  it.each<[string, CheckCase, Hit[], CheckStatus | null]>([
    ['open and the same: nothing', as('open'), [hit('x')], null],
    ['open and changed: seen anew', as('open'), [hit('x', 'b')], 'open'],
    [
      'assigned and changed: still assigned',
      as('assigned', { assignedTo: 'u' }),
      [hit('x', 'b')],
      'assigned',
    ],
    ['explained and the same: nothing', as('explained', { explanation: '属实' }), [hit('x')], null],
    [
      'closed as explained and the same: nothing',
      as('closed', { explanation: '属实', ...ended }),
      [hit('x')],
      null,
    ],
    [
      'closed as explained and changed: open',
      as('closed', { explanation: '属实', ...ended }),
      [hit('x', 'b')],
      'open',
    ],
    ['corrected and found: open', as('corrected'), [hit('x')], 'open'],
    ['closed as corrected and found: open', as('closed', ended), [hit('x')], 'open'],
    ['open and not found: corrected', as('open'), [], 'corrected'],
    ['explained and not found: corrected', as('explained', { explanation: '属实' }), [], 'corrected'],
    ['closed and not found: nothing', as('closed', ended), [], null],
  ])('%s', (_what, before, hits, status) => {
    expect(run(hits, [before]).map(({ after }) => after.status)).toEqual(status === null ? [] : [status])
  })

  it('settles: run again on the same, nothing is left to do, and no subject has two cases', () => {
    const subjects = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'))
    const prints = fc.constantFrom('1', '2')
    const hitsOf = fc.tuple(subjects, prints).map(([all, print]) => all.map((subject) => hit(subject, print)))
    const statuses = fc.array(
      fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom(...CHECK_STATUSES)),
    )
    fc.assert(
      fc.property(hitsOf, statuses, fc.boolean(), (hits, earlier, isExplained) => {
        const cases = [...new Map(earlier).entries()].map(([subject, status]) =>
          as(status, {
            subject,
            explanation: isExplained && isAnswered(status) && status !== 'corrected' ? '属实' : null,
            endedAt: status === 'closed' ? AT : null,
          }),
        )
        const after = new Map(cases.map((one) => [one.subject, one]))
        for (const change of run(hits, cases)) after.set(change.after.subject, change.after)
        expect(run(hits, [...after.values()])).toEqual([])
        for (const { subject } of hits)
          expect(['open', 'assigned', 'explained', 'closed']).toContain(after.get(subject)!.status)
      }),
      { seed: 13 },
    )
  })

  it('keeps the rows that it saw when it does not find them any more', () => {
    const [change] = run([], [as('open')])
    expect([change!.rows, change!.after.fingerprint]).toEqual([null, 'a'.repeat(64)])
  })
})

describe('what people do', () => {
  it('a college explains and does not close; only the other is told of what is assigned', () => {
    const explain = { action: 'explain', seenVersion: 1, reason: '属实' } as const
    expect(actOnCheck(as('open'), explain, by.college).after).toMatchObject({
      status: 'explained',
      explanation: '属实',
    })
    expect(codeOf(() => actOnCheck(as('open'), { ...explain, reason: '' }, by.college))).toBe('reason-needed')
    const close = { action: 'close', seenVersion: 1 } as const
    expect(codeOf(() => actOnCheck(as('corrected'), close, by.college))).toBe('reviewed-at-another-level')
    expect(actOnCheck(as('corrected'), close, by.school).after).toMatchObject({
      status: 'closed',
      endedAt: AT,
    })
    const assigned = actOnCheck(as('open'), { action: 'assign', seenVersion: 1, assignee: 'u' }, by.school)
    expect(toldOfCheck(assigned, 'v').map(({ to }) => to)).toEqual([{ userId: 'u' }])
    expect(toldOfCheck(assigned, 'u')).toEqual([])
  })
})

test.each(CHECK_RULE_NAMES)('%s: its usual threshold lies within its bounds', (rule) => {
  expect(isThreshold(rule, usualSetting(rule).threshold)).toBe(true)
  const bounds = thresholdOf(rule)
  expect(isThreshold(rule, bounds ? bounds.least - 1 : 1)).toBe(false)
  expect(isThreshold(rule, bounds ? null : 0)).toBe(false)
})
