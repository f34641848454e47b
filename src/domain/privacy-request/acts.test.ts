import { describe, expect, it, test } from 'vitest'
import { addDays, dayInChina } from '../day.ts'
import { Refusal } from '../refusal.ts'
import type { Acting } from '../review.ts'
import { AT, BEFORE, by, correction } from '../testing/cases.ts'
import {
  type AskingFacts,
  actOnRequest,
  askPrivacyRequest,
  type RequestCase,
  type RequestCommand,
  requestOffers,
} from './acts.ts'
import { answerByAfter } from './deadline.ts'
import { REQUEST_STATUSES } from './life.ts'

const { schoolId, studentId, snapshot } = correction()
const ask = (
  facts: Partial<AskingFacts> = {},
  kind: RequestCase['kind'] = 'erasure',
  acting: Acting = by.student,
) =>
  askPrivacyRequest(
    { isOpen: false, nthLastAt: null, ...facts, student: { schoolId, id: 'p1', studentId, snapshot } },
    { kind, reason: '不再需要' },
    acting,
  )
const asked = (change: Partial<RequestCase> = {}): RequestCase => ({ ...ask().after, ...change })
const act = (
  command: Partial<RequestCommand>,
  acting: Acting = by.school,
  change: Partial<RequestCase> = {},
) =>
  actOnRequest(asked(change), { action: 'fulfil', seenVersion: 1, reason: '已删除邮箱', ...command }, acting)
const codeOf = (tried: () => unknown) => {
  try {
    tried()
    return null
  } catch (refusal) {
    return refusal instanceof Refusal ? refusal.code : String(refusal)
  }
}

describe('what comes of every act', () => {
  test('a student asks, and the school is told by when it answers', () => {
    const { after, told } = ask()
    expect(after).toMatchObject({ status: 'asked', version: 1, answerBy: answerByAfter(AT), answer: null })
    expect(told).toMatchObject([
      { kind: 'privacy-request.asked', to: { level: 'school' }, params: { until: after.answerBy } },
    ])
  })
  test('what was done is said; of an erasure, what was given by choice goes with it', () => {
    const { after, told, erasesOptional } = act({})
    expect(after).toMatchObject({
      status: 'done',
      version: 2,
      answer: '已删除邮箱',
      ground: null,
      endedAt: AT,
    })
    expect(told).toMatchObject([{ kind: 'privacy-request.done', to: { studentId } }])
    expect(erasesOptional).toBe(true)
    expect(act({}, by.school, { kind: 'correction' }).erasesOptional).toBe(false)
  })
  test('it is refused by a ground of law, and with words', () => {
    const { after, told, erasesOptional } = act({
      action: 'refuse',
      ground: 'period-not-over',
      reason: '未满三年',
    })
    expect(after).toMatchObject({ status: 'refused', ground: 'period-not-over', answer: '未满三年' })
    expect(told).toMatchObject([{ kind: 'privacy-request.refused', params: { reason: '未满三年' } }])
    expect(erasesOptional).toBe(false)
    expect(codeOf(() => act({ action: 'refuse' }))).toBe('reason-needed')
    expect(codeOf(() => act({ action: 'refuse', ground: 'data-right', reason: ' ' }))).toBe('reason-needed')
  })
  test('the student withdraws, and nobody is told', () => {
    const { after, told } = act({ action: 'withdraw' }, by.student)
    expect([after.status, after.answer, told]).toEqual(['withdrawn', null, []])
  })
})

it.each<[string, () => unknown, string]>([
  ['one beside another', () => ask({ isOpen: true }), 'request-open'],
  ['the sixth in thirty days', () => ask({ nthLastAt: BEFORE }), 'requests-too-often'],
  ['a college’s answer', () => act({}, by.college), 'reviewed-at-another-level'],
  ['what the answerer has not read', () => act({ seenVersion: 2 }), 'content-changed'],
  ['a second answer', () => act({}, by.school, { status: 'done' }), 'already-moved-on'],
  ['the school’s withdrawal', () => act({ action: 'withdraw' }, by.school), 'not-your-turn'],
  ['an employer’s question', () => ask({}, 'erasure', by.employer), 'not-your-turn'],
])('refuses %s', (_what, tried, code) => {
  expect(codeOf(tried)).toBe(code)
})

it('is offered exactly what an act then does', () => {
  for (const status of REQUEST_STATUSES)
    for (const acting of Object.values(by)) {
      const offered: readonly string[] = requestOffers(asked({ status }), acting)
      for (const action of ['withdraw', 'fulfil', 'refuse'] as const)
        expect(codeOf(() => act({ action, ground: 'data-right' }, acting, { status })) === null).toBe(
          offered.includes(action),
        )
    }
})

test.each([
  ['2026-06-01T10:00:00+08:00', '2026-06-22'],
  ['2026-06-05T23:59:59+08:00', '2026-06-26'],
  ['2026-06-06T00:00:00+08:00', '2026-06-26'],
])('of %s the last of fifteen working days is %s', (at, day) => {
  expect(answerByAfter(new Date(at))).toBe(day)
  expect(day > addDays(dayInChina(new Date(at)), 15)).toBe(true)
})
