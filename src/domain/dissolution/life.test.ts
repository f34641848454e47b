import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { ROLES, type Role, type Side } from '../lifecycle.ts'
import { Refusal } from '../refusal.ts'
import { type AskingFacts, groundsOffered, reasonsAgainstAsking } from './asking.ts'
import { faultOf, GROUND_CODES, kindOfRequest } from './grounds.ts'
import {
  DISSOLUTION_KINDS,
  DISSOLUTION_STATUSES,
  type Dissolution,
  type DissolutionAction,
  type DissolutionStatus,
  dissolutionLife,
  dissolutionStatusAt,
  dissolutionWaitsFor,
  evolveDissolution,
  OPEN_DISSOLUTION,
} from './life.ts'

const LAST_DAY = '2026-06-30'
const BEFORE = new Date('2026-06-30T23:59:59+08:00')
const AFTER = new Date('2026-07-01T00:00:00+08:00')
const base: Dissolution = {
  status: 'awaiting_counterparty',
  version: 1,
  kind: 'consent',
  askedBy: 'student',
  answerBy: LAST_DAY,
  levels: ['college', 'school'],
  level: 0,
}
const unanswered: DissolutionStatus[] = ['awaiting_counterparty', 'in_mediation']

type Walk = { subject: Dissolution; role: Role; action: DissolutionAction; late: boolean }
/** The rules once more, written as sentences instead of a table. */
const mayBe = ({ subject: s, role, action, late }: Walk): boolean => {
  const isParty = role === 'student' || role === 'employer'
  switch (action) {
    case 'agree':
    case 'refuse':
      return unanswered.includes(s.status) && isParty && role !== s.askedBy
    case 'withdraw':
      return unanswered.includes(s.status) && role === s.askedBy
    case 'escalate':
      return s.status === 'awaiting_counterparty' && role === 'clock' && late && s.answerBy !== null
    case 'accept-evidence':
      if (role !== 'reviewer') return false
      return (
        s.status === 'in_mediation' || (s.status === 'awaiting_counterparty' && late && s.answerBy !== null)
      )
    case 'correct':
      return s.status === 'in_review' && role === s.askedBy && s.kind !== 'consent'
    case 'pass':
    case 'reject':
      return s.status === 'in_review' && role === 'reviewer'
    // What is there does not begin.
    case 'ask':
      return false
  }
}

describe('the whole of the lifecycle, every status × kind × asker × level × role × action × side of the last day', () => {
  for (const status of DISSOLUTION_STATUSES)
    for (const kind of DISSOLUTION_KINDS)
      for (const askedBy of ['student', 'employer'] as const)
        for (const level of [0, 1])
          for (const [side, at] of [
            ['on the last day', BEFORE],
            ['after it', AFTER],
          ] as const) {
            const answerBy = kind === 'consent' ? LAST_DAY : null
            const subject: Dissolution = { ...base, status, kind, askedBy, level, answerBy }
            test(`${status}, ${kind}, asked by the ${askedBy}, level ${level}, ${side}`, () => {
              for (const role of ROLES)
                for (const action of dissolutionLife.actions) {
                  const expected = mayBe({ subject, role, action, late: at === AFTER })
                  expect([
                    role,
                    action,
                    dissolutionLife.actionsFor(subject, role, at).some((one) => one === action),
                  ]).toEqual([role, action, expected])
                  const command = { action, role, seenVersion: 1, reason: 'r', at }
                  if (expected) expect(() => dissolutionLife.decide(subject, command)).not.toThrow()
                  else expect(() => dissolutionLife.decide(subject, command)).toThrow(Refusal)
                }
            })
          }
})

const step = (subject: Dissolution, action: DissolutionAction, role: Role, at = BEFORE) =>
  evolveDissolution(
    subject,
    dissolutionLife.decide(subject, { action, role, seenVersion: subject.version, reason: 'r', at }),
  )

it('goes from the request over the answer through every level to its end (R12)', () => {
  expect(dissolutionWaitsFor(base)).toBe('employer')
  const agreed = step(base, 'agree', 'employer')
  expect([agreed.status, dissolutionWaitsFor(agreed)]).toEqual(['in_review', 'college'])
  const once = step(agreed, 'pass', 'reviewer')
  expect([once.status, dissolutionWaitsFor(once)]).toEqual(['in_review', 'school'])
  const twice = step(once, 'pass', 'reviewer')
  expect([twice.status, dissolutionWaitsFor(twice)]).toEqual(['completed', null])
})

it('is in mediation from the first instant after the last day, whether or not a sweep has run', () => {
  expect(dissolutionStatusAt(base, BEFORE)).toBe('awaiting_counterparty')
  expect(dissolutionStatusAt(base, AFTER)).toBe('in_mediation')
  const escalated = step(base, 'escalate', 'clock', AFTER)
  expect(escalated.version).toBe(base.version)
  expect(dissolutionWaitsFor(escalated)).toBe('school')
  expect(dissolutionStatusAt({ status: 'in_review', answerBy: LAST_DAY }, AFTER)).toBe('in_review')
})

it('over any history: what has ended stays ended, and somebody has what is open', () => {
  const act = fc.record({
    action: fc.constantFrom(...dissolutionLife.actions),
    role: fc.constantFrom(...ROLES),
    late: fc.boolean(),
  })
  const start = fc.record({
    askedBy: fc.constantFrom<Side>('student', 'employer'),
    kind: fc.constantFrom(...DISSOLUTION_KINDS),
  })
  fc.assert(
    fc.property(start, fc.array(act, { maxLength: 30 }), ({ askedBy, kind }, acts) => {
      const isConsent = kind === 'consent'
      let subject: Dissolution = {
        ...base,
        askedBy,
        kind,
        status: isConsent ? 'awaiting_counterparty' : 'in_review',
        answerBy: isConsent ? LAST_DAY : null,
      }
      for (const { action, role, late } of acts) {
        const before = subject
        try {
          subject = step(before, action, role, late ? AFTER : BEFORE)
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          continue
        }
        expect(OPEN_DISSOLUTION).toContain(before.status)
        expect(dissolutionWaitsFor(subject) !== null).toBe(OPEN_DISSOLUTION.includes(subject.status))
        expect(subject.level).toBeLessThan(subject.levels.length)
      }
    }),
    { seed: 7262026, numRuns: 500 },
  )
})

const facts: AskingFacts = {
  agreement: { kind: 'online', status: 'effective' },
  openRequest: null,
  cameToNothingAt: null,
  nthLastAskedAt: null,
  rules: { answerDays: 7, coolDownDays: 0, breachLimit: null, requestLimit: 5, window: null },
  breaches: 0,
}
const AT = new Date('2026-06-10T12:00:00+08:00')
const codes = (given: Partial<AskingFacts>, side: Side, at = AT) =>
  reasonsAgainstAsking({ ...facts, ...given }, side, null, at).map(({ code }) => code)

describe('who may ask', () => {
  it.each([
    ['in_review', 'agreement-in-review'],
    ['returned', 'agreement-in-review'],
    ['rejected', 'agreement-not-in-force'],
    ['cancelled', 'agreement-not-in-force'],
    ['dissolved', 'agreement-not-in-force'],
    ['fulfilled', 'agreement-not-in-force'],
  ] as const)('nobody, while the agreement is %s (R11, R15)', (status, code) => {
    for (const side of ['student', 'employer'] as const)
      expect(codes({ agreement: { kind: 'online', status } }, side)).toEqual([code])
  })

  it('either side of an online agreement in force; only the student of a paper one (R12, R14)', () => {
    expect(codes({}, 'student')).toEqual([])
    expect(codes({}, 'employer')).toEqual([])
    const agreement = { kind: 'paper', status: 'effective' } as const
    expect(codes({ agreement }, 'student')).toEqual([])
    expect(codes({ agreement }, 'employer')).toEqual(['only-the-student-asks'])
  })

  it('nobody while a request is open, and the refusal says who asked (R13, R15)', () => {
    const reasons = reasonsAgainstAsking(
      { ...facts, openRequest: { askedBy: 'employer' } },
      'student',
      null,
      AT,
    )
    expect(reasons).toEqual([
      { code: 'dissolution-open', remover: 'employer', details: { askedBy: 'employer' } },
    ])
  })

  it('not in the days after a refusal, and again from the day on which they are over', () => {
    const given = {
      cameToNothingAt: new Date('2026-06-01T23:59:59+08:00'),
      rules: { ...facts.rules, coolDownDays: 5 },
    }
    expect(codes(given, 'student', new Date('2026-06-05T23:59:59+08:00'))).toEqual(['cooling-down'])
    expect(codes(given, 'student', new Date('2026-06-06T00:00:00+08:00'))).toEqual([])
  })

  it('only within the school’s window, both days included (R23)', () => {
    const rules = { ...facts.rules, window: { from: '2026-06-01', to: LAST_DAY } }
    expect(codes({ rules }, 'student', new Date('2026-05-31T23:59:59+08:00'))).toEqual([
      'dissolution-window-closed',
    ])
    expect(codes({ rules }, 'student', new Date('2026-06-01T00:00:00+08:00'))).toEqual([])
    expect(codes({ rules }, 'student', BEFORE)).toEqual([])
    expect(codes({ rules }, 'student', AFTER)).toEqual(['dissolution-window-closed'])
  })

  it('gives all reasons at once (R27)', () => {
    const given = {
      agreement: { kind: 'paper', status: 'in_review' },
      openRequest: { askedBy: 'student' },
      rules: { ...facts.rules, window: { from: '2030-01-01', to: '2030-02-01' } },
    } as const
    expect(codes(given, 'employer')).toEqual([
      'only-the-student-asks',
      'agreement-in-review',
      'dissolution-open',
      'dissolution-window-closed',
    ])
  })

  it('on a statutory ground whatever window, cool-down or limit the school has', () => {
    const strict = {
      ...facts,
      cameToNothingAt: AT,
      breaches: 9,
      rules: {
        answerDays: 7,
        coolDownDays: 90,
        breachLimit: 0,
        requestLimit: 5,
        window: { from: '2030-01-01', to: '2030-02-01' },
      },
    }
    const offered = groundsOffered(strict, 'student', [], AT).map(({ code }) => code)
    expect(offered).toEqual(['employer-ended', 'no-qualification', 'criminal-sentence', 'other-legal'])
  })

  it('beyond the school’s limit of breaches only where it is no breach of the student', () => {
    const atLimit = { ...facts, breaches: 2, rules: { ...facts.rules, breachLimit: 2 } }
    const asked = (ground: 'other-offer' | 'further-study' | 'mutual', agreed: 'further-study'[] = []) =>
      reasonsAgainstAsking(atLimit, 'student', { ground, fault: faultOf(ground, 'student', agreed) }, AT).map(
        ({ code }) => code,
      )
    expect(asked('other-offer')).toEqual(['breach-limit-reached'])
    expect(asked('further-study')).toEqual(['breach-limit-reached'])
    expect(asked('further-study', ['further-study'])).toEqual([])
    expect(asked('mutual')).toEqual([])
    expect(codes({ ...atLimit, breaches: 1 }, 'student')).toEqual([])
  })
})

test.each([
  ['other-offer', 'student', [], 'student'],
  ['post-cancelled', 'employer', [], 'employer'],
  ['terms-not-kept', 'student', [], 'employer'],
  ['not-reported', 'employer', [], 'student'],
  ['mutual', 'student', [], 'none'],
  ['enlistment', 'student', [], 'student'],
  ['enlistment', 'student', ['enlistment'], 'none'],
  ['health', 'employer', ['health'], 'none'],
  ['health', 'employer', ['enlistment'], 'employer'],
  ['no-qualification', 'employer', [], 'none'],
] as const)(
  'a request for %s by the %s with %j agreed puts the fault on: %s',
  (ground, side, agreed, fault) => {
    expect(faultOf(ground, side, agreed)).toBe(fault)
  },
)

it('is offered only the grounds of its side, each of which may then be asked on', () => {
  for (const side of ['student', 'employer'] as const)
    for (const kind of ['online', 'paper'] as const) {
      const of: AskingFacts = { ...facts, agreement: { kind, status: 'effective' } }
      const offered = groundsOffered(of, side, [], AT)
      for (const code of GROUND_CODES) {
        const asked = { ground: code, fault: faultOf(code, side, []) }
        const may = reasonsAgainstAsking(of, side, asked, AT).length === 0
        expect([side, kind, code, offered.some((one) => one.code === code)]).toEqual([side, kind, code, may])
      }
      for (const one of offered) expect(one.kind).toBe(kindOfRequest(kind, one.code))
    }
  expect(kindOfRequest('paper', 'no-qualification')).toBe('paper')
})
