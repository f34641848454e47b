import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { ROLES, type Role } from '../lifecycle.ts'
import { Refusal } from '../refusal.ts'
import {
  AGREEMENT_STATUSES,
  type Agreement,
  type AgreementStatus,
  agreementLife,
  agreementWaitsAt,
  agreementWaitsFor,
  evolveAgreement,
  HOLDS_PLACEMENT,
  isCertified,
} from './life.ts'

const AT = new Date('2026-06-01T12:00:00+08:00')
const base: Agreement = {
  kind: 'online',
  dissolving: false,
  status: 'in_review',
  version: 1,
  levels: ['college', 'school'],
  level: 0,
  amendment: null,
  cancellationBy: null,
  terms: { reportBy: '2026-06-01' },
  fulfilment: null,
  fulfilmentAgainOn: null,
  sealRules: null,
  sealBy: null,
}

const open: AgreementStatus[] = ['in_review', 'returned']
/** Still to be cancelled by both. */
const notInForce: AgreementStatus[] = [...open, 'awaiting_seal']
type Walk = { subject: Agreement; role: Role; action: (typeof agreementLife.actions)[number] }
const isParty = (role: Role) => role === 'student' || role === 'employer'
/** The rules once more, written as sentences instead of a table. */
const mayBe = ({ subject: s, role, action }: Walk): boolean => {
  const quiet = s.amendment === null && s.cancellationBy === null
  switch (action) {
    case 'pass':
    case 'return':
      return role === 'reviewer' && s.status === 'in_review' && quiet
    case 'seal':
      return role === 'employer' && s.status === 'awaiting_seal' && quiet
    // Until when it may still be sealed is the act's to say: the table knows no admission.
    case 'end-unsealed':
      return role === 'reviewer' && s.status === 'awaiting_seal'
    case 'reject':
      return role === 'reviewer' && open.includes(s.status)
    case 'propose-amendment':
      return s.kind === 'online' && role === 'employer' && open.includes(s.status) && quiet
    case 'accept-amendment':
    case 'decline-amendment':
      return s.kind === 'online' && role === 'student' && open.includes(s.status) && s.amendment !== null
    case 'ask-cancellation':
      return s.kind === 'online' && isParty(role) && notInForce.includes(s.status) && quiet
    case 'confirm-cancellation':
    case 'decline-cancellation':
      return (
        s.kind === 'online' &&
        isParty(role) &&
        notInForce.includes(s.status) &&
        s.cancellationBy !== null &&
        s.cancellationBy !== role
      )
    case 'ask-fulfilment':
      return (
        (role === 'employer' || role === 'reviewer') &&
        s.status === 'effective' &&
        s.terms.reportBy <= '2026-06-01' &&
        !s.fulfilment &&
        (s.fulfilmentAgainOn ?? '') <= '2026-06-01' &&
        !s.dissolving
      )
    case 'confirm-fulfilment':
    case 'deny-fulfilment':
      return role === 'student' && s.status === 'effective' && s.fulfilment !== null && !s.dissolving
    case 'fulfil':
      return (
        role === 'reviewer' &&
        s.status === 'effective' &&
        s.fulfilment !== null &&
        s.fulfilment.answerBy < '2026-06-01' &&
        !s.dissolving
      )
    case 'undo-fulfilment':
      return role === 'reviewer' && s.status === 'fulfilled'
    case 'correct':
    case 'cancel':
      return role === 'student' && open.includes(s.status) && s.kind === 'paper'
    case 'dissolve':
      return role === 'dissolution' && s.status === 'effective' && s.dissolving
    // What is there does not begin.
    case 'form':
    case 'register':
      return false
  }
}

describe('the whole of the lifecycle, every status × kind × open matter × level × role × action', () => {
  const matters = [
    {},
    { amendment: 'proposed' },
    { cancellationBy: 'student' },
    { cancellationBy: 'employer' },
    { sealRules: { everyDays: 3, times: 3 }, sealBy: '2026-06-01' },
    { dissolving: true },
    { kind: 'paper' },
    { kind: 'paper', dissolving: true },
    { terms: { reportBy: '2026-06-02' } },
    { fulfilmentAgainOn: '2026-06-01' },
    { fulfilmentAgainOn: '2026-06-02' },
    { fulfilment: { by: 'employer', answerBy: '2026-06-01' } },
    { fulfilment: { by: 'school', answerBy: '2026-05-31' } },
    { kind: 'paper', fulfilment: { by: 'school', answerBy: '2026-05-31' } },
    { fulfilment: { by: 'employer', answerBy: '2026-05-31' }, dissolving: true },
  ] as const
  for (const status of AGREEMENT_STATUSES)
    for (const matter of matters)
      for (const level of [0, 1]) {
        const subject: Agreement = { ...base, status, level, ...matter }
        test(`${status} ${JSON.stringify(matter)} level ${level}`, () => {
          for (const role of ROLES)
            for (const action of agreementLife.actions) {
              const expected = mayBe({ subject, role, action })
              const command = { action, role, seenVersion: 1, reason: 'r', at: AT }
              expect([
                action,
                role,
                agreementLife.actionsFor(subject, role, AT).some((one) => one === action),
              ]).toEqual([action, role, expected])
              if (expected) expect(() => agreementLife.decide(subject, command)).not.toThrow()
              else expect(() => agreementLife.decide(subject, command)).toThrow(Refusal)
            }
        })
      }
})

const step = (subject: Agreement, action: Walk['action'], role: Role) =>
  evolveAgreement(
    subject,
    agreementLife.decide(subject, { action, role, seenVersion: subject.version, reason: 'r', at: AT }),
    role,
  )

it('is effective after the last level has passed, and waits for each level in turn', () => {
  expect(agreementWaitsFor(base)).toBe('college')
  const once = step(base, 'pass', 'reviewer')
  expect([once.status, agreementWaitsFor(once)]).toEqual(['in_review', 'school'])
  const twice = step(once, 'pass', 'reviewer')
  expect([twice.status, agreementWaitsFor(twice), isCertified(twice.status)]).toEqual([
    'effective',
    null,
    true,
  ])
})

it('awaits the seal of its employer after the last level, where that was laid down, and is in force with it', () => {
  const sealed: Agreement = { ...base, level: 1, sealRules: { everyDays: 3, times: 3 } }
  const passed = step(sealed, 'pass', 'reviewer')
  expect([passed.status, agreementWaitsFor(passed), isCertified(passed.status)]).toEqual([
    'awaiting_seal',
    'employer',
    false,
  ])
  const asked = step(passed, 'ask-cancellation', 'student')
  expect([asked.status, agreementWaitsFor(asked)]).toEqual(['awaiting_seal', 'employer'])
  expect(agreementLife.whyNot(asked, 'seal', 'employer', AT)).toBe('cancellation-open')
  expect(step(passed, 'seal', 'employer')).toMatchObject({ status: 'effective', sealBy: null })
  expect(agreementLife.whyNot(passed, 'dissolve', 'dissolution', AT)).toBe('already-moved-on')
})

it('goes through all levels again when an amendment is accepted (R9)', () => {
  const atSchool = step(base, 'pass', 'reviewer')
  const proposed = step(atSchool, 'propose-amendment', 'employer')
  expect(agreementWaitsFor(proposed)).toBe('student')
  expect(step(proposed, 'accept-amendment', 'student')).toMatchObject({
    status: 'in_review',
    level: 0,
    amendment: null,
  })
  expect(step(proposed, 'decline-amendment', 'student')).toMatchObject({
    status: 'in_review',
    level: 1,
    amendment: null,
  })
})

it('over any history: an ended agreement never comes back, versions only grow, holder and status agree', () => {
  const act = fc.record({
    action: fc.constantFrom(...agreementLife.actions),
    role: fc.constantFrom(...ROLES),
  })
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), fc.boolean(), (acts, isSealed) => {
      let subject: Agreement = { ...base, sealRules: isSealed ? { everyDays: 1, times: 1 } : null }
      for (const { action, role } of acts) {
        const before = subject
        try {
          subject = step(before, action, role)
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          continue
        }
        expect(subject.version).toBe(before.version + 1)
        expect(HOLDS_PLACEMENT.includes(before.status)).toBe(true)
        expect(subject.amendment !== null && subject.cancellationBy !== null).toBe(false)
        expect(agreementWaitsFor(subject) !== null).toBe(notInForce.includes(subject.status))
        expect(subject.level).toBeLessThan(subject.levels.length)
      }
    }),
    { seed: 7262026, numRuns: 500 },
  )
})

const asked = {
  ...base,
  status: 'effective',
  fulfilment: { by: 'employer', answerBy: '2026-06-01' },
} as const
const awaited = { ...base, status: 'awaiting_seal', sealBy: '2026-06-01' } as const
const holding = { ...asked, waitingFor: agreementWaitsFor(asked), waitingSince: AT }

it('leaves the student until 24:00 of the last day to say it, and is the school’s from then on', () => {
  const [last, first] = [new Date('2026-06-01T23:59:59.999+08:00'), new Date('2026-06-02T00:00:00+08:00')]
  expect(agreementWaitsAt(holding, last)).toEqual({ waitingFor: 'student', waitingSince: AT })
  expect(agreementWaitsAt(holding, first)).toEqual({ waitingFor: 'school', waitingSince: first })
  const unsealed = { ...awaited, waitingFor: agreementWaitsFor(awaited), waitingSince: AT }
  expect(agreementWaitsAt(unsealed, last)).toEqual({ waitingFor: 'employer', waitingSince: AT })
  expect(agreementWaitsAt(unsealed, first)).toEqual({ waitingFor: 'school', waitingSince: first })
  expect(agreementLife.whyNot(asked, 'fulfil', 'reviewer', last)).toBe('fulfilment-answer-due')
  expect(agreementLife.whyNot(asked, 'fulfil', 'reviewer', first)).toBeNull()
  expect(agreementLife.whyNot(asked, 'confirm-fulfilment', 'student', first)).toBeNull()
})

it('says from when it may be asked', () => {
  const [early, denied] = [
    { ...base, status: 'effective', terms: { reportBy: '2026-07-10' } },
    { ...base, status: 'effective', fulfilmentAgainOn: '2026-06-08' },
  ] as const
  for (const [subject, code, day] of [
    [early, 'reporting-day-to-come', '2026-07-10'],
    [denied, 'fulfilment-denied', '2026-06-08'],
  ] as const) {
    const ask = () =>
      agreementLife.decide(subject, { action: 'ask-fulfilment', role: 'employer', seenVersion: 1, at: AT })
    expect(ask).toThrow(expect.objectContaining({ code, details: { day } }))
  }
})
