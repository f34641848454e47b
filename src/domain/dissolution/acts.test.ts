import { describe, expect, it, test } from 'vitest'
import type { AgreementCase } from '../agreement/case.ts'
import { endOfDayInChina } from '../day.ts'
import type { RefusedForReasons } from '../refusal.ts'
import type { Acting } from '../review.ts'
import { DEFAULT_SETTINGS } from '../settings.ts'
import { AT, agreement, BEFORE, by, dissolution, TERMS } from '../testing/cases.ts'
import { sentenceOf } from '../testing/sentence.ts'
import {
  actOnDissolution,
  askDissolution,
  type DissolutionCommand,
  type DissolutionOffer,
  decidesFault,
  dissolutionOffers,
  escalateDissolution,
  type Request,
  type RequestFacts,
} from './acts.ts'
import type { AskingFacts } from './asking.ts'
import { type DissolutionCase, dissolutionAt } from './case.ts'
import { type DissolutionAction, dissolutionLife } from './life.ts'

const IN_FORCE: Partial<AgreementCase> = { status: 'effective', effectiveAt: BEFORE }
const REQUEST: Request = {
  id: 'd1',
  proofCode: 'p',
  seenVersion: 1,
  noticeVersion: 1,
  ground: 'other-offer',
  reason: '另有安排',
  evidence: [],
}
const ask = (
  request: Partial<Request> = {},
  acting: Acting = by.student,
  given: Partial<AgreementCase> = {},
  { asking, ...facts }: Partial<Omit<RequestFacts, 'asking'>> & { asking?: Partial<AskingFacts> } = {},
) => {
  const of = agreement({ ...IN_FORCE, ...given })
  return askDissolution(
    {
      agreement: of,
      asking: {
        agreement: of,
        openRequest: null,
        cameToNothingAt: null,
        nthLastAskedAt: null,
        rules: DEFAULT_SETTINGS,
        breaches: 0,
        ...asking,
      },
      notice: { version: 1 },
      levels: ['college', 'school'],
      alertAt: 3,
      othersAsked: 0,
      ...facts,
    },
    { ...REQUEST, ...request },
    acting,
  )
}

const OVERDUE = { answerBy: '2026-05-31' }
const REVIEWED = { status: 'in_review' } as const
const act = (
  given: Partial<DissolutionCase>,
  action: DissolutionOffer,
  acting: Acting,
  more: Partial<DissolutionCommand> = {},
) =>
  actOnDissolution(
    {
      before: dissolution(given),
      agreement: agreement({ ...IN_FORCE, dissolutionId: 'd1' }),
      notice: { version: 1 },
    },
    { action, seenVersion: 1, reason: '原因', ...more },
    acting,
  )

/** What comes of every act: an act that is added is asked for here. */
const ACTS: Record<DissolutionAction, readonly [sentence: string, act: () => string][]> = {
  ask: [
    [
      'dissolution ask: new → awaiting_counterparty, employer has it, because of 另有安排, journals {agreement a1, number 1202610488000001, version 1, kind consent, ground other-offer, fault student, notice 1, evidence }; agreement unmoved, nobody has it, sets {dissolving true, dissolutionId d1}; tells employer of dissolution.asked about dissolution d1 (1202610488000001 · 黄河水 · 星光集团 · 黄河水 · 2026-06-08 · 另有安排)',
      () => sentenceOf(ask()),
    ],
    [
      'dissolution ask: new → awaiting_counterparty, student has it, because of 另有安排, journals {agreement a1, number 1202610488000001, version 1, kind consent, ground post-cancelled, fault employer, notice 1, evidence }; agreement unmoved, nobody has it, sets {dissolving true, dissolutionId d1}; tells student of dissolution.asked about dissolution d1 (1202610488000001 · 黄河水 · 星光集团 · 星光集团 · 2026-06-08 · 另有安排), school of dissolution.many about dissolution d1 (星光集团 · 3) once as many:e1:2026-06-01',
      () => sentenceOf(ask({ ground: 'post-cancelled' }, by.employer, {}, { othersAsked: 2 })),
    ],
    [
      'dissolution ask: new → in_review, college has it, because of 另有安排, journals {agreement a1, number 1202610488000001, version 1, kind statutory, ground no-qualification, fault none, notice 1, evidence }; agreement unmoved, nobody has it, sets {dissolving true, dissolutionId d1}; files for dissolution d1: f1; tells employer of dissolution.asked-by-law about dissolution d1 (1202610488000001 · 黄河水 · 星光集团 · 黄河水 · 另有安排), college of dissolution.to-review about dissolution d1 (1202610488000001 · 黄河水 · 星光集团 · 黄河水 · 另有安排)',
      () => sentenceOf(ask({ ground: 'no-qualification', evidence: ['f1'] })),
    ],
    [
      'dissolution ask: new → in_review, college has it, because of 另有安排, journals {agreement a1, number 1202610488000001, version 1, kind paper, ground other-offer, fault student, notice 1, evidence }; agreement unmoved, nobody has it, sets {dissolving true, dissolutionId d1}; files for dissolution d1: f1; tells college of dissolution.to-review about dissolution d1 (1202610488000001 · 黄河水 · 星光集团 · 黄河水 · 另有安排)',
      () => sentenceOf(ask({ evidence: ['f1'] }, by.student, { kind: 'paper' })),
    ],
  ],
  agree: [
    [
      'dissolution agree: awaiting_counterparty → in_review, college has it, because of 原因, sets {version 2, answer 原因, answeredAt 2026-06-01T04:00:00.000Z, waitingSince 2026-06-01T04:00:00.000Z}, journals {version 1, level null, fault student, evidence null}; tells student of dissolution.agreed about dissolution d1 (1202610488000001 · 黄河水 · 星光集团 · 黄河水 · 2026-06-05 · 原因), college of dissolution.to-review about dissolution d1 (1202610488000001 · 黄河水 · 星光集团 · 黄河水 · 2026-06-05 · 另有安排)',
      () => sentenceOf(act({}, 'agree', by.employer)),
    ],
  ],
  refuse: [
    [
      'dissolution refuse: in_mediation → refused, nobody has it, because of 原因, sets {version 2, answer 原因, answeredAt 2026-06-01T04:00:00.000Z, waitingSince 2026-06-01T04:00:00.000Z, endedAt 2026-06-01T04:00:00.000Z}, journals {version 1, level null, fault student, evidence null}; agreement unmoved, nobody has it, sets {dissolving false, dissolutionId null}; tells student of dissolution.refused about dissolution d1 (1202610488000001 · 黄河水 · 星光集团 · 黄河水 · 2026-06-05 · 原因)',
      () => sentenceOf(act({ status: 'in_mediation' }, 'refuse', by.employer)),
    ],
  ],
  withdraw: [
    [
      'dissolution withdraw: awaiting_counterparty → withdrawn, nobody has it, because of 原因, sets {version 2, waitingSince 2026-06-01T04:00:00.000Z, endedAt 2026-06-01T04:00:00.000Z}, journals {version 1, level null, fault student, evidence null}; agreement unmoved, nobody has it, sets {dissolving false, dissolutionId null}; tells employer of dissolution.withdrawn about dissolution d1 (1202610488000001 · 黄河水 · 星光集团 · 黄河水 · 2026-06-05 · 原因)',
      () => sentenceOf(act({}, 'withdraw', by.student)),
    ],
  ],
  escalate: [
    [
      'dissolution escalate: awaiting_counterparty → in_mediation, school has it, by the clock, sets {waitingSince 2026-05-31T16:00:00.000Z}, journals {version 1}; tells student of dissolution.in-mediation about dissolution d1 (1202610488000001 · 黄河水 · 星光集团 · 黄河水 · 2026-05-31), employer of dissolution.in-mediation about dissolution d1 (1202610488000001 · 黄河水 · 星光集团 · 黄河水 · 2026-05-31), school of dissolution.in-mediation about dissolution d1 (1202610488000001 · 黄河水 · 星光集团 · 黄河水 · 2026-05-31)',
      () => sentenceOf(escalateDissolution(dissolution(OVERDUE), AT)),
    ],
  ],
  'accept-evidence': [
    [
      'dissolution accept-evidence: awaiting_counterparty → in_review, college has it, because of 原因, sets {version 2, answer 原因, waitingSince 2026-06-01T04:00:00.000Z}, journals {version 1, level null, fault student, evidence null}; files for dissolution d1: f2 beside; tells student of dissolution.evidence-accepted about dissolution d1 (1202610488000001 · 黄河水 · 星光集团 · 黄河水 · 2026-05-31 · 原因), employer of dissolution.evidence-accepted about dissolution d1 (1202610488000001 · 黄河水 · 星光集团 · 黄河水 · 2026-05-31 · 原因), college of dissolution.to-review about dissolution d1 (1202610488000001 · 黄河水 · 星光集团 · 黄河水 · 2026-05-31 · 另有安排)',
      () => sentenceOf(act(OVERDUE, 'accept-evidence', by.school, { evidence: ['f2'] })),
    ],
  ],
  correct: [
    [
      'dissolution correct: in_review → in_review, college has it, because of 原因, sets {reason 原因, version 2, level 0, waitingSince 2026-06-01T04:00:00.000Z}, journals {version 1, level null, fault student, evidence null}; files for dissolution d1: f2; tells college of dissolution.to-review about dissolution d1 (1202610488000001 · 黄河水 · 星光集团 · 黄河水 · 2026-06-05 · 原因)',
      () =>
        sentenceOf(
          act({ ...REVIEWED, kind: 'statutory', level: 1 }, 'correct', by.student, { evidence: ['f2'] }),
        ),
    ],
  ],
  pass: [
    [
      'dissolution pass: in_review → in_review, school has it, because of 原因, sets {decidedBy ["01"], version 2, level 1, decision 原因, waitingSince 2026-06-01T04:00:00.000Z}, journals {version 1, level college, fault student, evidence null}; tells school of dissolution.to-review about dissolution d1 (1202610488000001 · 黄河水 · 星光集团 · 黄河水 · 2026-06-05 · 另有安排)',
      () => sentenceOf(act(REVIEWED, 'pass', by.college)),
    ],
    [
      'dissolution pass: in_review → completed, nobody has it, because of 原因, sets {version 2, decision 原因, waitingSince 2026-06-01T04:00:00.000Z, endedAt 2026-06-01T04:00:00.000Z}, journals {version 1, level school, fault student, evidence null}; agreement dissolve: effective → dissolved, nobody has it, sets {version 2, dissolving false, dissolutionId null, endedAt 2026-06-01T04:00:00.000Z}, journals {version 1, termsHash h1}, frees the place; tells student of dissolution.completed about dissolution d1 (1202610488000001 · 黄河水 · 星光集团 · 黄河水 · 2026-06-05 · 原因), employer of dissolution.completed about dissolution d1 (1202610488000001 · 黄河水 · 星光集团 · 黄河水 · 2026-06-05 · 原因)',
      () => sentenceOf(act({ ...REVIEWED, level: 1 }, 'pass', by.school)),
    ],
  ],
  reject: [
    [
      'dissolution reject: in_review → rejected, nobody has it, because of 原因, sets {decidedBy ["01"], version 2, decision 原因, waitingSince 2026-06-01T04:00:00.000Z, endedAt 2026-06-01T04:00:00.000Z}, journals {version 1, level college, fault student, evidence null}; agreement unmoved, nobody has it, sets {dissolving false, dissolutionId null}; tells student of dissolution.rejected about dissolution d1 (1202610488000001 · 黄河水 · 星光集团 · 黄河水 · 2026-06-05 · 原因), employer of dissolution.rejected about dissolution d1 (1202610488000001 · 黄河水 · 星光集团 · 黄河水 · 2026-06-05 · 原因)',
      () => sentenceOf(act(REVIEWED, 'reject', by.college)),
    ],
  ],
}

describe('what comes of every act on a request to dissolve', () => {
  for (const [action, cases] of Object.entries(ACTS))
    test.each(cases)(`${action}: %s`, (sentence, said) => expect(said()).toBe(sentence))
})

test('no act is left out', () => {
  expect(Object.keys(ACTS).sort()).toEqual([...dissolutionLife.actions].sort())
})

it('points the agreement at the request while it is open, and away from it when it ends without one', () => {
  const pointer = ({ changes }: { changes: readonly { kind: string; after: object }[] }) =>
    changes.find(({ kind }) => kind === 'agreement')?.after
  expect(pointer(ask())).toMatchObject({ dissolutionId: 'd1', dissolving: true, status: 'effective' })
  expect(pointer(act({}, 'withdraw', by.student))).toMatchObject({ dissolutionId: null, dissolving: false })
  expect(pointer(act({}, 'agree', by.employer))).toBeUndefined()
})

it('is told by the employer of a paper to nobody of the employer', () => {
  const { told } = act({ ...REVIEWED, kind: 'paper', level: 1 }, 'pass', by.school)
  expect(told.map(({ to }) => to)).toEqual([{ studentId: 's1' }])
})

test.each<[string, () => unknown, string]>([
  ['by staff', () => ask({}, by.school), 'not-your-turn'],
  ['on a version that was not read', () => ask({ seenVersion: 2 }), 'content-changed'],
  ['by the law without evidence', () => ask({ ground: 'no-qualification' }), 'evidence-needed'],
  ['of a paper without proof', () => ask({}, by.student, { kind: 'paper' }), 'evidence-needed'],
  ['before certification', () => ask({}, by.student, { status: 'in_review' }), 'agreement-in-review'],
])('is not asked: %s', (_why, tried, code) => {
  expect(tried).toThrow(code)
})

it('is refused with all reasons at once (R27)', () => {
  const asking = {
    openRequest: { askedBy: 'employer' as const },
    cameToNothingAt: AT,
    rules: { ...DEFAULT_SETTINGS, coolDownDays: 3 },
  }
  try {
    ask({}, by.student, {}, { asking })
    expect.unreachable()
  } catch (error) {
    expect((error as RefusedForReasons).reasons.map(({ code }) => code)).toEqual([
      'dissolution-open',
      'cooling-down',
    ])
  }
})

it('names the breach by its ground, and no breach by an agreed clause', () => {
  const faultOf = (request: Partial<Request>, given: Partial<AgreementCase> = {}) =>
    (ask(request, by.student, given).changes[0]!.after as DissolutionCase).fault
  expect(faultOf({ ground: 'further-study' })).toBe('student')
  expect(faultOf({ ground: 'further-study' }, { terms: { ...TERMS, clauses: ['further-study'] } })).toBe(
    'none',
  )
  expect(faultOf({ ground: 'terms-not-kept' })).toBe('employer')
})

it('alerts the school once a day and employer, from the number it has set', () => {
  const alerts = (othersAsked: number, acting: Acting = by.employer) =>
    ask({ ground: 'mutual' }, acting, {}, { othersAsked }).told.filter(
      ({ kind }) => kind === 'dissolution.many',
    )
  expect(alerts(1)).toEqual([])
  expect(alerts(2)).toMatchObject([{ dedupe: 'many:e1:2026-06-01', params: { count: '3' } }])
  expect(alerts(9, by.student)).toEqual([])
})

test.each<[string, () => unknown, string]>([
  ['agreed to by the asker', () => act({}, 'agree', by.student), 'not-your-turn'],
  ['withdrawn by the other side', () => act({}, 'withdraw', by.employer), 'not-your-turn'],
  ['refused without a reason', () => act({}, 'refuse', by.employer, { reason: '' }), 'reason-needed'],
  [
    'mediated by a college',
    () => act(OVERDUE, 'accept-evidence', by.college, { evidence: ['f1'] }),
    'reviewed-at-another-level',
  ],
  [
    'mediated while the answer is due',
    () => act({}, 'accept-evidence', by.school, { evidence: ['f1'] }),
    'answer-still-due',
  ],
  [
    'mediated without evidence',
    () => act(OVERDUE, 'accept-evidence', by.school, { evidence: [] }),
    'evidence-needed',
  ],
  [
    'corrected to nothing',
    () => act({ ...REVIEWED, kind: 'paper' }, 'correct', by.student, { evidence: [] }),
    'evidence-needed',
  ],
  [
    'passed at the level before',
    () => act({ ...REVIEWED, level: 1 }, 'pass', by.college),
    'reviewed-at-another-level',
  ],
])('is not %s', (_what, tried, code) => {
  expect(tried).toThrow(code)
})

it('puts everybody’s words in their place', () => {
  const after = (outcome: ReturnType<typeof act>) => outcome.changes[0]!.after
  expect(after(act({}, 'refuse', by.employer))).toMatchObject({
    answer: '原因',
    answeredAt: AT,
    decision: null,
  })
  expect(after(act(OVERDUE, 'accept-evidence', by.school, { evidence: ['f1'] }))).toMatchObject({
    answer: '原因',
    answeredAt: null,
  })
  expect(after(act(REVIEWED, 'reject', by.college))).toMatchObject({
    decision: '原因',
    answer: null,
    endedAt: AT,
  })
  const corrected = act({ ...REVIEWED, kind: 'paper' }, 'correct', by.student, { evidence: ['f1'] })
  expect(after(corrected)).toMatchObject({ reason: '原因', decision: null })
  const wordless = act({ ...REVIEWED, kind: 'paper' }, 'correct', by.student, {
    evidence: ['f1'],
    reason: '',
  })
  expect(after(wordless)).toMatchObject({ reason: '另有安排' })
})

it('lets the school decide on the fault where it steps in and at the last level, and never against the law', () => {
  const fault = (
    given: Partial<DissolutionCase>,
    action: DissolutionOffer,
    acting: Acting,
    evidence?: string[],
  ) =>
    (act(given, action, acting, { fault: 'employer', evidence }).changes[0]!.after as DissolutionCase).fault
  expect(fault(OVERDUE, 'accept-evidence', by.school, ['f1'])).toBe('employer')
  expect(fault(REVIEWED, 'pass', by.college)).toBe('student')
  expect(fault({ ...REVIEWED, level: 1 }, 'pass', by.school)).toBe('employer')
  expect(fault({ ...REVIEWED, level: 1, kind: 'statutory', fault: 'none' }, 'pass', by.school)).toBe('none')
  expect(decidesFault(dissolution({ ...REVIEWED, level: 1 }))).toBe(true)
  expect(decidesFault(dissolution(REVIEWED))).toBe(false)
  expect(decidesFault(dissolution({ ...REVIEWED, level: 1, kind: 'statutory' }))).toBe(false)
})

it('is the school’s since its last day ended, whether or not that has been recorded', () => {
  const since = endOfDayInChina('2026-05-31')
  expect(dissolutionAt(dissolution(OVERDUE), AT)).toMatchObject({
    status: 'in_mediation',
    waitingFor: 'school',
    waitingSince: since,
  })
  const recorded = escalateDissolution(dissolution(OVERDUE), AT).changes[0]!.after
  expect([recorded.waitingSince, recorded.version]).toEqual([since, 1])
  expect(() => escalateDissolution(dissolution(), AT)).toThrow('not-your-turn')
})

it('is offered exactly what an act then does', () => {
  const states: Partial<DissolutionCase>[] = [
    {},
    OVERDUE,
    { status: 'in_mediation' },
    REVIEWED,
    { ...REVIEWED, level: 1 },
    { ...REVIEWED, kind: 'statutory' },
    { status: 'completed' },
  ]
  for (const given of states)
    for (const acting of Object.values(by)) {
      const offered = dissolutionOffers(dissolution(given), acting)
      for (const action of dissolutionLife.offers) {
        const evidence = action === 'correct' || action === 'accept-evidence' ? ['f1'] : undefined
        const tried = () => act(given, action, acting, { evidence })
        if (offered.includes(action)) expect(tried).not.toThrow()
        else expect(tried).toThrow()
      }
    }
})
