import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { ROLES } from '../lifecycle.ts'
import { Refusal } from '../refusal.ts'
import { AT, by } from '../testing/cases.ts'
import { codeOf } from '../testing/code-of.ts'
import {
  answerInterview,
  changeTimes,
  interviewOffers,
  outcomeOf,
  pickSlot,
  proposeInterview,
  relocate,
  settleInterview,
} from './acts.ts'
import type { InterviewCase } from './case.ts'
import {
  INTERVIEW_STATUSES,
  type InterviewStatus,
  interviewLife,
  interviewStatusAt,
  isOpenInterview,
  TAKES_SLOT,
} from './life.ts'
import { interviewsDue } from './reminder.ts'
import { GAP, MINUTES, overlapping, overlaps, SLOTS, spansOf } from './slots.ts'

const HOUR = 3_600_000
const later = (hours: number) => new Date(AT.getTime() + hours * HOUR)
const slot = { id: 'l1', beginsAt: later(24), endsAt: later(25) }
const meeting = { manner: 'onsite', place: '一号楼 203', note: '请带成绩单' } as const
const facts = {
  schoolId: '99901',
  id: 'i1',
  applicationId: 'p1',
  employerId: 'e1',
  studentId: 's1',
  setId: 't1',
  title: '工程师',
  employerName: '星光集团',
  studentName: '黄晓',
}
const proposed = (change: Partial<InterviewCase> = {}): InterviewCase => ({
  ...proposeInterview(facts, meeting, by.employer).after,
  ...change,
})
const confirmed = (change: Partial<InterviewCase> = {}) =>
  proposed({
    status: 'confirmed',
    slotId: slot.id,
    beginsAt: slot.beginsAt,
    endsAt: slot.endsAt,
    ...change,
  })
const ALLOWED: Record<string, InterviewStatus> = {
  'proposed student pick': 'confirmed',
  'proposed student ask': 'asked',
  'proposed student decline': 'declined',
  'proposed employer change': 'proposed',
  'proposed employer cancel': 'cancelled',
  'proposed application end': 'ended',
  'asked student decline': 'declined',
  'asked employer change': 'proposed',
  'asked employer cancel': 'cancelled',
  'asked application end': 'ended',
  'confirmed student ask': 'asked',
  'confirmed student decline': 'declined',
  'confirmed employer change': 'proposed',
  'confirmed employer relocate': 'confirmed',
  'confirmed employer cancel': 'cancelled',
  'confirmed application end': 'ended',
}
describe('an interview, every status × role × action, before and after its time', () => {
  for (const isOver of [false, true])
    for (const status of INTERVIEW_STATUSES)
      for (const role of ROLES)
        for (const action of interviewLife.actions) {
          const isPast = isOver && status === 'confirmed'
          const expected = isPast
            ? ({ 'application hold': 'held' } as Record<string, InterviewStatus>)[`${role} ${action}`]
            : ALLOWED[`${status} ${role} ${action}`]
          test(`${status} ${role} ${action}${isOver ? ' after its time' : ''}: ${expected ?? 'refused'}`, () => {
            const of = { status, version: 1, endsAt: isOver ? AT : later(1) }
            const decide = () =>
              interviewLife.decide(of, { action, role, seenVersion: 1, reason: 'r', at: AT })
            if (expected) expect(decide().to).toBe(expected)
            else expect(decide).toThrow(Refusal)
          })
        }
})

it('is proposed to the student, picked by them, and both read of the time', () => {
  const { after, step } = proposeInterview(facts, meeting, by.employer)
  expect(outcomeOf([{ before: null, after, step, data: {} }]).told).toMatchObject([
    { kind: 'interview.proposed', to: { studentId: 's1' }, about: { kind: 'application', id: 'p1' } },
  ])
  const picked = pickSlot(after, { seenVersion: 1, slot }, by.student)
  expect(picked.after).toMatchObject({ status: 'confirmed', version: 2, slotId: 'l1', beginsAt: later(24) })
  expect(outcomeOf([picked]).told).toMatchObject([
    { kind: 'interview.confirmed', to: { studentId: 's1' }, params: { at: later(24).toISOString() } },
    { kind: 'interview.confirmed', to: { employerId: 'e1' } },
  ])
  const begun = { ...slot, beginsAt: AT }
  expect(codeOf(() => pickSlot(after, { seenVersion: 1, slot: begun }, by.student))).toBe(
    'interview-time-over',
  )
  expect(codeOf(() => pickSlot(after, { seenVersion: 2, slot }, by.student))).toBe('content-changed')
})

it('is asked for at another time with words alone; what was taken is free, and so after a change', () => {
  const ask = (reason: string) =>
    answerInterview(confirmed(), { action: 'ask', seenVersion: 1, reason }, by.student)
  expect(codeOf(() => ask(' '))).toBe('reason-needed')
  expect(ask('那天有考试').after).toMatchObject({ status: 'asked', slotId: null, reason: '那天有考试' })
  const changed = changeTimes(
    confirmed(),
    { seenVersion: 1, setId: 't2', meeting: { ...meeting, place: '线上' } },
    by.employer,
  )
  expect(changed.after).toMatchObject({ status: 'proposed', setId: 't2', slotId: null, place: '线上' })
  const when = { at: later(24).toISOString(), until: later(25).toISOString() }
  expect(outcomeOf([changed]).told).toMatchObject([
    { kind: 'interview.changed', to: { studentId: 's1' }, params: when },
    { kind: 'interview.fell', to: { employerId: 'e1' }, params: when },
  ])
  expect(outcomeOf([ask('那天有考试')]).told).toMatchObject([
    { kind: 'interview.asked', to: { employerId: 'e1' }, params: when },
    { kind: 'interview.fell', to: { studentId: 's1' }, params: when },
  ])
  // Of what was never fixed no calendar has anything.
  const unfixed = changeTimes(proposed(), { seenVersion: 1, setId: 't2', meeting }, by.employer)
  expect(outcomeOf([unfixed]).told).toMatchObject([{ kind: 'interview.changed', params: { at: '' } }])
  expect(outcomeOf([unfixed]).told).toHaveLength(1)
})

it('keeps its time elsewhere, and when it is called off: a calendar has to be told which', () => {
  const moved = relocate(
    confirmed(),
    { seenVersion: 1, meeting: { ...meeting, place: '二号楼' } },
    by.employer,
  )
  expect(moved.after).toMatchObject({ status: 'confirmed', slotId: 'l1', place: '二号楼' })
  const off = { action: 'cancel', seenVersion: 1, reason: '面试官出差' } as const
  const cancelled = answerInterview(confirmed(), off, by.employer)
  expect(cancelled.after).toMatchObject({ status: 'cancelled', slotId: 'l1', reason: '面试官出差' })
  expect(outcomeOf([cancelled]).told).toMatchObject([
    { kind: 'interview.cancelled', to: { studentId: 's1' }, params: { at: later(24).toISOString() } },
    { kind: 'interview.fell', to: { employerId: 'e1' }, params: { version: '2' } },
  ])
})

it('ends with its application, and is held where its time is over: a time that was fixed is told of to both, for their calendars', () => {
  expect(settleInterview(proposed(), AT).after.status).toBe('ended')
  expect(outcomeOf([settleInterview(proposed(), AT)]).told).toEqual([])
  const ended = settleInterview(confirmed(), AT)
  expect(ended.after.status).toBe('ended')
  expect(outcomeOf([ended]).told).toMatchObject([
    { kind: 'interview.fell', to: { studentId: 's1' }, params: { at: later(24).toISOString() } },
    { kind: 'interview.fell', to: { employerId: 'e1' } },
  ])
  const past = settleInterview(confirmed(), later(25))
  expect([past.after.status, outcomeOf([past]).told]).toEqual(['held', []])
  expect(interviewStatusAt(confirmed(), later(24.9))).toBe('confirmed')
  expect(interviewStatusAt(confirmed(), later(25))).toBe('held')
})

it('offers each side its own acts, and a school none', () => {
  expect(interviewOffers(proposed(), by.student)).toEqual(['pick', 'ask', 'decline'])
  expect(interviewOffers(proposed(), by.employer)).toEqual(['change', 'cancel'])
  expect(interviewOffers(confirmed(), by.employer)).toEqual(['change', 'relocate', 'cancel'])
  expect(interviewOffers(confirmed(), by.school)).toEqual([])
})

it('has times that lie ahead and beside each other, each named where it does not', () => {
  const spans = (...hours: number[]) => spansOf({ begins: hours.map(later), minutes: 30, gap: 0 }, AT)
  expect(spans(2, 1).map(({ beginsAt }) => beginsAt)).toEqual([later(1), later(2)])
  expect(spans(1, 1.5)).toHaveLength(2)
  const refusal = (...hours: number[]) => codeOf(() => spans(...hours))
  expect(refusal(1, 0)).toBe('interview-time-over')
  expect(refusal(1, 1.4)).toBe('interview-times-overlap')
  expect(refusal(180 * 24)).toBeNull()
  expect(refusal(180 * 24 + 1)).toBe('interview-too-far')
  // With a quarter of an hour between them (AT-19).
  const apart = (...hours: number[]) =>
    codeOf(() => spansOf({ begins: hours.map(later), minutes: 30, gap: 15 }, AT))
  expect([apart(1, 1.5), apart(1, 1.75)]).toEqual(['interview-times-overlap', null])
})

it('overlaps as instants do: both ways, not where one ends as the other begins', () => {
  const span = fc
    .record({ from: fc.integer({ min: 0, max: 48 }), hours: fc.integer({ min: 1, max: 8 }) })
    .map(({ from, hours }) => ({ beginsAt: later(from), endsAt: later(from + hours) }))
  fc.assert(
    fc.property(span, span, (one, other) => {
      const shared = Array.from({ length: 60 }, (_, hour) => later(hour + 0.5)).some((instant) =>
        [one, other].every(({ beginsAt, endsAt }) => beginsAt <= instant && instant < endsAt),
      )
      expect(overlaps(one, other)).toBe(shared)
      expect(overlapping(other, [one]).length).toBe(shared ? 1 : 0)
    }),
    { seed: 63 },
  )
})

it('whatever times are given: what is taken lies beside each other and ahead', () => {
  const timing = fc.record({
    begins: fc.array(fc.integer({ min: -60, max: 60 * 24 * 200 }), { minLength: SLOTS.least, maxLength: 6 }),
    minutes: fc.integer({ min: MINUTES.least, max: MINUTES.most }),
    gap: fc.integer({ min: GAP.least, max: GAP.most }),
  })
  fc.assert(
    fc.property(timing, ({ begins, minutes, gap }) => {
      const given = { begins: begins.map((minute) => later(minute / 60)), minutes, gap }
      if (codeOf(() => spansOf(given, AT)) !== null) return
      const spans = spansOf(given, AT)
      expect(spans).toHaveLength(begins.length)
      for (const [index, span] of spans.entries()) {
        expect(span.beginsAt > AT && span.endsAt > span.beginsAt).toBe(true)
        const next = spans[index + 1]
        if (next) expect(next.beginsAt.getTime() - span.endsAt.getTime() >= gap * 60_000).toBe(true)
      }
    }),
    { seed: 631 },
  )
})

it('is reminded of within its own step alone: a day before until an hour before, and then', () => {
  const stepsOf = (minutes: number) =>
    interviewsDue(AT)
      .filter(({ from, until }) => later(minutes / 60) > from && later(minutes / 60) <= until)
      .map(({ hours }) => hours)
  expect([0, 1, 60, 61, 24 * 60, 24 * 60 + 1].map(stepsOf)).toEqual([[], [1], [1], [24], [24], []])
})

it('whatever is done in whatever order: versions grow by one, an end is an end, a time stands where one is taken', () => {
  const tried = fc.record({
    action: fc.constantFrom(...interviewLife.actions.filter((one) => one !== 'propose')),
    hour: fc.integer({ min: 0, max: 30 }),
  })
  fc.assert(
    fc.property(fc.array(tried, { maxLength: 10 }), (acts) => {
      let of = proposed()
      for (const { action, hour } of acts) {
        const at = later(hour)
        const acting = {
          student: { ...by.student, at },
          employer: { ...by.employer, at },
          application: { at },
        }
        const role = interviewLife.rules[action].by[0] as keyof typeof acting
        if (interviewLife.whyNot(of, action, role, at) !== null) continue
        if (action === 'pick' && slot.beginsAt <= at) continue
        const step = { seenVersion: of.version, reason: '谢谢' }
        const after = {
          pick: () => pickSlot(of, { ...step, slot }, acting.student),
          ask: () => answerInterview(of, { ...step, action: 'ask' }, acting.student),
          decline: () => answerInterview(of, { ...step, action: 'decline' }, acting.student),
          cancel: () => answerInterview(of, { ...step, action: 'cancel' }, acting.employer),
          change: () => changeTimes(of, { ...step, setId: 't2', meeting }, acting.employer),
          relocate: () => relocate(of, { ...step, meeting }, acting.employer),
          end: () => settleInterview(of, at),
          hold: () => settleInterview(of, at),
        }[action as Exclude<typeof action, 'propose'>]().after
        expect(after.version).toBe(of.version + 1)
        expect(isOpenInterview(of.status)).toBe(true)
        if (TAKES_SLOT.includes(after.status)) expect(after.slotId).toBe(slot.id)
        if (['proposed', 'asked'].includes(after.status)) expect(after.slotId).toBeNull()
        of = after
      }
    }),
    { seed: 632 },
  )
})
