import { expect, test } from 'vitest'
import {
  type Recovery,
  type RecoveryAction,
  type RecoveryStatus,
  recoveryActions,
  recoveryEndsAt,
  recoveryStatusAt,
  refuseRecoveryStep,
} from './recovery.ts'

const AT = new Date('2026-06-01T02:00:00Z')
const last = (status: RecoveryStatus, more: Partial<Recovery> = {}): Recovery => ({
  status,
  version: 3,
  startedBy: status === 'asked' ? null : 'one',
  endsAt: new Date(AT.getTime() + 1),
  ...more,
})
const may = (status: RecoveryStatus | null, by: string, more: Partial<Recovery> = {}, begun = true) =>
  recoveryActions({ last: status && last(status, more), begun, by }, AT)

test.each<[RecoveryStatus | null, by: string, RecoveryAction[]]>([
  [null, 'one', ['start']],
  ['asked', 'one', ['start', 'refuse']],
  ['started', 'one', ['refuse']],
  ['started', 'two', ['approve', 'refuse']],
  ['approved', 'one', ['refuse']],
  ['approved', 'two', ['refuse']],
  ['used', 'two', ['start']],
  ['refused', 'one', ['start']],
  ['expired', 'two', ['start']],
])('when it is %s, %s may %j', (status, by, actions) => {
  expect(may(status, by)).toEqual(actions)
})

test('what is over by the clock is over, whatever any sweep has done: it is begun anew', () => {
  const endsAt = AT
  for (const status of ['asked', 'started', 'approved'] as const) {
    expect(recoveryStatusAt({ status, endsAt }, AT)).toBe('expired')
    expect(may(status, 'two', { endsAt })).toEqual(['start'])
  }
  expect(recoveryStatusAt({ status: 'used', endsAt }, AT)).toBe('used')
})

test('a code lasts a day, what was begun a week, what was asked at the door a month', () => {
  const days = (status: 'asked' | 'started' | 'approved') =>
    (recoveryEndsAt(status, AT).getTime() - AT.getTime()) / 86_400_000
  expect([days('approved'), days('started'), days('asked')]).toEqual([1, 7, 30])
})

test('nobody approves what they began themselves, and a page that is not the newest decides nothing', () => {
  const step = (action: RecoveryAction, by: string, seenVersion: number | null) => () =>
    refuseRecoveryStep(action, { last: last('started'), begun: true, by }, { seenVersion, at: AT })
  expect(step('approve', 'one', 3)).toThrow('second-person-needed')
  expect(step('approve', 'two', 2)).toThrow('content-changed')
  expect(step('approve', 'two', 3)).not.toThrow()
  expect(step('start', 'two', null)).toThrow('recovery-open')
})

test('a student who has never had a password has none to lose', () => {
  expect(may(null, 'one', {}, false)).toEqual([])
})
