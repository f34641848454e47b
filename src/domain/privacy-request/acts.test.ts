import { describe, expect, it, test } from 'vitest'
import { addDays, dayInChina } from '../day.ts'
import type { Audience } from '../notification.ts'
import { AT, BEFORE, by, correction } from '../testing/cases.ts'
import { codeOf } from '../testing/code-of.ts'
import {
  type Asker,
  type AskingFacts,
  actOnRequest,
  askPrivacyRequest,
  type RequestCase,
  type RequestCommand,
  requestOffers,
} from './acts.ts'
import type { RequestActing } from './answerer.ts'
import { answerByAfter } from './deadline.ts'
import { type AskerSide, REFUSAL_GROUNDS, REQUEST_STATUSES } from './life.ts'

const { schoolId, studentId, snapshot } = correction()
const called = { name: snapshot.name, number: snapshot.studentNumber, unit: snapshot.college }
const ASKERS = {
  student: { side: 'student', studentId, userId: null, ...called },
  staff: { side: 'staff', studentId: null, userId: 'u1', ...called },
  member: { side: 'member', studentId: null, userId: 'u1', ...called },
} as const satisfies Record<AskerSide, Asker>
/** Everybody who can act on a request: whoever made it, and others of each kind. */
const other = { userId: 'u2', isAsker: false, isAdministrator: false }
const acts = {
  asker: { ...by.student, ...other, userId: 'u1', isAsker: true },
  college: { ...by.college, ...other },
  office: { ...by.school, ...other },
  administrator: { ...by.school, ...other, isAdministrator: true },
  employer: { ...by.employer, ...other },
  student: { ...by.student, ...other },
} as const satisfies Record<string, RequestActing>
const itself = { ...acts.administrator, userId: 'u1', isAsker: true }
const member = { ...acts.employer, userId: 'u1', isAsker: true }

const ask = (
  facts: Partial<AskingFacts> = {},
  kind: RequestCase['kind'] = 'erasure',
  side: AskerSide = 'student',
) =>
  askPrivacyRequest(
    { isOpen: false, nthLastAt: null, hasAnswerer: true, ...facts, schoolId, id: 'p1', asker: ASKERS[side] },
    { kind, reason: '不再需要' },
    by.student,
  )
const asked = (change: Partial<RequestCase> = {}): RequestCase => ({ ...ask().after, ...change })
const act = (
  command: Partial<RequestCommand>,
  acting: RequestActing = acts.office,
  change: Partial<RequestCase> = {},
) =>
  actOnRequest(asked(change), { action: 'fulfil', seenVersion: 1, reason: '已删除邮箱', ...command }, acting)
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
    expect(act({}, acts.office, { kind: 'correction' }).erasesOptional).toBe(false)
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
    expect(codeOf(() => act({ action: 'refuse', ground: 'period-not-over', reason: ' ' }))).toBe(
      'reason-needed',
    )
  })
  test.each([
    ['erasure', ['period-not-over', 'still-needed']],
    ['correction', ['data-right']],
  ] as const)('of %s the law knows %j', (kind, grounds) => {
    const taken = REFUSAL_GROUNDS.filter(
      (ground) => codeOf(() => act({ action: 'refuse', ground }, acts.office, { kind })) === null,
    )
    expect(taken).toEqual(grounds)
    expect(
      codeOf(() =>
        act({ action: 'refuse', ground: kind === 'erasure' ? 'data-right' : 'still-needed' }, acts.office, {
          kind,
        }),
      ),
    ).toBe('ground-not-offered')
  })
  test('the student withdraws, and nobody is told', () => {
    const { after, told } = act({ action: 'withdraw' }, acts.asker)
    expect([after.status, after.answer, told]).toEqual(['withdrawn', null, []])
  })
})

it.each<[string, () => unknown, string]>([
  ['one beside another', () => ask({ isOpen: true }), 'request-open'],
  ['the sixth in thirty days', () => ask({ nthLastAt: BEFORE }), 'requests-too-often'],
  ['one that nobody could answer', () => ask({ hasAnswerer: false }, 'erasure', 'staff'), 'nobody-to-answer'],
  ['a college’s answer', () => act({}, acts.college), 'reviewed-at-another-level'],
  ['what the answerer has not read', () => act({ seenVersion: 2 }), 'content-changed'],
  ['a second answer', () => act({}, acts.office, { status: 'done' }), 'already-moved-on'],
  ['the school’s withdrawal', () => act({ action: 'withdraw' }, acts.office), 'not-your-turn'],
  ['an answer to oneself', () => act({}, itself, { asker: ASKERS.staff }), 'own-request'],
  [
    'a reviewer’s answer to staff',
    () => act({}, acts.office, { asker: ASKERS.staff }),
    'reviewed-at-another-level',
  ],
  ['another student’s withdrawal', () => act({ action: 'withdraw' }, acts.student), 'not-your-turn'],
])('refuses %s', (_what, tried, code) => {
  expect(codeOf(tried)).toBe(code)
})

test.each<[AskerSide, Audience, Audience]>([
  ['student', { level: 'school' }, { studentId }],
  ['member', { level: 'school' }, { userId: 'u1' }],
  ['staff', { administratorsBut: 'u1' }, { userId: 'u1' }],
])('of what %s asks, those are told who answer, and then who asked', (side, answerers, asker) => {
  expect(ask({}, 'erasure', side).told.map(({ to }) => to)).toEqual([answerers])
  expect(act({}, acts.administrator, { asker: ASKERS[side] }).told.map(({ to }) => to)).toEqual([asker])
})

it('keeps whose words the answer is', () => {
  expect(act({}, acts.administrator).after.answeredBy).toBe('u2')
  expect(act({ action: 'withdraw' }, acts.asker).after.answeredBy).toBeNull()
})

it('is offered exactly what an act then does', () => {
  for (const status of REQUEST_STATUSES)
    for (const asker of Object.values(ASKERS))
      for (const acting of [...Object.values(acts), itself, member]) {
        const offered: readonly string[] = requestOffers(asked({ status, asker }), acting)
        for (const action of ['withdraw', 'fulfil', 'refuse'] as const)
          expect(
            codeOf(() => act({ action, ground: 'still-needed' }, acting, { status, asker })) === null,
          ).toBe(offered.includes(action))
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
