import { expect, test } from 'vitest'
import { answerReminder, daysToRemind, invitationReminder } from './reminder.ts'

test.each([
  ['2026-06-28T23:59:59.999+08:00', undefined],
  ['2026-06-29T00:00:00.000+08:00', undefined], // exactly 48 hours
  ['2026-06-29T00:00:00.001+08:00', 48],
  ['2026-06-29T00:00:01+08:00', 48], // 47:59:59
  ['2026-06-30T00:00:00+08:00', 48], // exactly 24 hours
  ['2026-06-30T00:00:01+08:00', 24], // 23:59:59
  ['2026-06-30T22:00:00+08:00', 24],
  ['2026-06-30T22:00:01+08:00', 2],
  ['2026-06-30T23:59:59.999+08:00', 2],
  ['2026-07-01T00:00:00+08:00', undefined],
])('of an invitation to answer by 30 June, at %s, the step is %s hours', (at, step) => {
  expect(invitationReminder('2026-06-30', new Date(at))?.step).toBe(step)
})

test('a step of hours began so many hours before 24:00 of the last day', () => {
  const { since } = invitationReminder('2026-06-30', new Date('2026-06-29T10:00:00+08:00'))!
  expect(since).toEqual(new Date('2026-06-29T00:00:00+08:00'))
})

test.each([
  ['2026-06-26T23:59:59+08:00', undefined],
  ['2026-06-27T00:00:00+08:00', 3],
  ['2026-06-28T23:59:59+08:00', 3],
  ['2026-06-29T00:00:00+08:00', 1],
  ['2026-06-29T23:59:59+08:00', 1],
  ['2026-06-30T00:00:00+08:00', undefined], // the last day itself: the request said so
  ['2026-07-02T00:00:00+08:00', undefined],
])('of an answer due by 30 June, at %s, the step is %s days', (at, step) => {
  expect(answerReminder('2026-06-30', new Date(at))?.step).toBe(step)
})

test('a late reminder says how many days really are left, and when its step began', () => {
  expect(answerReminder('2026-06-30', new Date('2026-06-28T12:00:00+08:00'))).toEqual({
    step: 3,
    daysLeft: 2,
    since: new Date('2026-06-27T00:00:00+08:00'),
  })
})

test('what ends today and on the three days after it may need a reminder', () => {
  expect(daysToRemind(new Date('2026-06-29T23:59:59+08:00'))).toEqual([
    '2026-06-29',
    '2026-06-30',
    '2026-07-01',
    '2026-07-02',
  ])
})
