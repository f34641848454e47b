import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { ROLES } from '../lifecycle.ts'
import { NEW_POST } from '../post/content.ts'
import { Refusal } from '../refusal.ts'
import type { Acting } from '../review.ts'
import { AT, by, correction } from '../testing/cases.ts'
import { codeOf } from '../testing/code-of.ts'
import {
  actOnApplication,
  applicationOffers,
  applyFor,
  endWithPost,
  inviteApplicant,
  leaveWithStudent,
  lookAt,
} from './acts.ts'
import { shownRate } from './answer-rate.ts'
import type { ApplicationCase } from './case.ts'
import {
  APPLICATION_STATUSES,
  type ApplicationAction,
  type ApplicationStatus,
  applicationLife,
  EMPLOYER_READS,
  isUnanswered,
  isUnansweredAt,
  resumeStanding,
} from './life.ts'
import { termsOffered } from './offered.ts'
import { toldOfClosing } from './told.ts'

const { schoolId, studentId, snapshot } = correction()
const facts = {
  schoolId,
  id: 'p1',
  postId: 'post',
  employerId: 'e1',
  studentId,
  snapshot,
  education: '31',
  majorCode: '080901',
  resumeId: 'r1',
  title: '工程师',
  employerName: '星光集团',
  answerDays: 14,
  enrolment: 'enrolled' as const,
  hasApplied: false,
  often: { limit: 200, nthLastAt: null as Date | null },
}
const apply = (change: Partial<Parameters<typeof applyFor>[0]> = {}, acting: Acting = by.student) =>
  applyFor({ ...facts, ...change }, '我想加入贵公司', acting)
const application = (change: Partial<ApplicationCase> = {}): ApplicationCase => ({
  ...apply().changes[0]!.after,
  ...change,
})
const ALLOWED: Record<string, ApplicationStatus> = {
  'submitted employer look': 'seen',
  'submitted employer shortlist': 'shortlisted',
  'submitted employer decline': 'declined',
  'submitted student withdraw': 'withdrawn',
  'submitted take-down end': 'ended',
  'submitted enrolment leave': 'withdrawn',
  'seen employer shortlist': 'shortlisted',
  'seen employer interview': 'interview',
  'seen employer offer': 'offered',
  'seen employer decline': 'declined',
  'seen student withdraw': 'withdrawn',
  'seen take-down end': 'ended',
  'seen enrolment leave': 'withdrawn',
  'shortlisted employer interview': 'interview',
  'shortlisted employer offer': 'offered',
  'shortlisted employer decline': 'declined',
  'shortlisted student withdraw': 'withdrawn',
  'shortlisted take-down end': 'ended',
  'shortlisted enrolment leave': 'withdrawn',
  'interview employer interview': 'interview',
  'interview employer offer': 'offered',
  'interview employer decline': 'declined',
  'interview student withdraw': 'withdrawn',
  'interview take-down end': 'ended',
  'interview enrolment leave': 'withdrawn',
  'offered employer invite': 'offered',
  'offered employer decline': 'declined',
  'offered student withdraw': 'withdrawn',
}
describe('an application, every status × role × action, invited or not', () => {
  for (const isInvited of [false, true])
    for (const status of APPLICATION_STATUSES)
      for (const role of ROLES)
        for (const action of applicationLife.actions) {
          const isHeld = isInvited && ['invite', 'withdraw', 'decline'].includes(action)
          const expected = isHeld ? undefined : ALLOWED[`${status} ${role} ${action}`]
          test(`${status}${isInvited ? ', invited' : ''}: ${role} ${action} → ${expected ?? 'refused'}`, () => {
            const of = { status, version: 1, isInvited }
            const decide = () =>
              applicationLife.decide(of, { action, role, seenVersion: 1, reason: 'r', at: AT })
            if (expected) expect(decide().to).toBe(expected)
            else expect(decide).toThrow(Refusal)
          })
        }
})

it('is applied for once, by who may sign, not without end; the employer is told', () => {
  const { changes, told } = apply()
  expect(changes[0]!.after).toMatchObject({ status: 'submitted', answerBy: '2026-06-15', answeredAt: null })
  expect(told).toMatchObject([
    { kind: 'application.submitted', to: { employerId: 'e1' }, about: { kind: 'application', id: 'p1' } },
  ])
  expect(codeOf(() => apply({ hasApplied: true }))).toBe('applied-already')
  expect(codeOf(() => apply({ enrolment: 'withdrawn' }))).toBe('student-off-roster')
  expect(codeOf(() => apply({ often: { limit: 200, nthLastAt: AT } }))).toBe('applications-too-often')
  expect(codeOf(() => apply({}, by.employer))).toBe('not-your-turn')
})

it('is told to the student at every step of the employer’s, declined with words alone', () => {
  const step = (action: 'shortlist' | 'offer' | 'decline', before: ApplicationCase, reason = '') =>
    actOnApplication(before, { action, seenVersion: before.version, reason }, by.employer)
  const looked = lookAt(application(), by.employer)
  expect(looked.told).toMatchObject([{ kind: 'application.seen', to: { studentId } }])
  const seen = looked.changes[0]!.after
  expect([lookAt(seen, by.employer).changes, seen.answeredAt]).toEqual([[], null])
  const offered = step('offer', seen)
  expect(offered.told).toMatchObject([{ kind: 'application.offered', to: { studentId } }])
  expect(offered.changes[0]!.after.answeredAt).toEqual(AT)
  expect(codeOf(() => step('decline', seen, ' '))).toBe('reason-needed')
  expect(step('decline', seen, '感谢投递').told).toMatchObject([
    { kind: 'application.declined', params: { reason: '感谢投递' } },
  ])
  expect(codeOf(() => actOnApplication(seen, { action: 'offer', seenVersion: 1 }, by.employer))).toBe(
    'content-changed',
  )
})

it('leads to an invitation of its own student alone, of which the invitation tells', () => {
  const offered = application({ status: 'offered', version: 3 })
  const { changes, told } = inviteApplicant(offered, studentId, by.employer)
  expect([changes[0]!.after.version, changes[0]!.step.action, told]).toEqual([4, 'invite', []])
  expect(codeOf(() => inviteApplicant(offered, 'another', by.employer))).toBe('not-found')
  expect(codeOf(() => inviteApplicant({ ...offered, isInvited: true }, studentId, by.employer))).toBe(
    'application-invited',
  )
})

it('ends with the post that is taken down, each told; with a closed one it goes on, and is told', () => {
  const { changes, told } = endWithPost([application(), application({ id: 'p2', status: 'seen' })], AT)
  expect(changes.map(({ after }) => [after.status, after.endedAt, after.reason])).toEqual([
    ['ended', AT, null],
    ['ended', AT, null],
  ])
  expect(told.map(({ kind }) => kind)).toEqual(['application.ended', 'application.ended'])
  expect(toldOfClosing([application()])).toMatchObject([
    { kind: 'application.post-closed', to: { studentId } },
  ])
})

it('is taken back with the student who leaves the roster; the employer is told', () => {
  const { changes, told } = leaveWithStudent([application({ status: 'interview' })], AT)
  expect(changes.map(({ after }) => [after.status, after.endedAt])).toEqual([['withdrawn', AT]])
  expect(told).toMatchObject([{ kind: 'application.left', to: { employerId: 'e1' } }])
})

it('offers a school nothing, looking to nobody as a button, and no interview beside one that is to come', () => {
  const of = (change: Partial<ApplicationCase> = {}, hasInterview = false) => ({
    ...application(change),
    hasInterview,
  })
  expect(applicationOffers(of(), by.school)).toEqual([])
  expect(applicationOffers(of(), by.employer)).toEqual(['shortlist', 'decline'])
  expect(applicationOffers(of(), by.student)).toEqual(['withdraw'])
  const met = { status: 'interview' } as const
  expect(applicationOffers(of(met), by.employer)).toEqual(['interview', 'offer', 'decline'])
  expect(applicationOffers(of(met, true), by.employer)).toEqual(['offer', 'decline'])
})
it('is unanswered from the day after its last, and not once anything was answered', () => {
  const at = (instant: string) => new Date(instant)
  const of = { status: 'seen', answerBy: '2026-06-15' } as const
  expect(isUnansweredAt(of, at('2026-06-15T23:59:59+08:00'))).toBe(false)
  expect(isUnansweredAt(of, at('2026-06-16T00:00:00+08:00'))).toBe(true)
  expect(isUnansweredAt({ ...of, status: 'declined' }, at('2026-06-16T00:00:00+08:00'))).toBe(false)
})

it('says nothing of an employer with few applications, and 100 % only of one that answered all', () => {
  expect(shownRate({ n: 9, answered: 9 })).toBeNull()
  expect(shownRate({ n: 10, answered: 7 })).toEqual({ n: 10, answered: 7, percent: 70 })
  expect(shownRate({ n: 1000, answered: 999 })?.percent).toBe(99)
})

it('begins an invitation with what the post says, and with nothing that it leaves open', () => {
  const post = {
    ...NEW_POST,
    title: '工程师',
    category: '13',
    pay: { from: 8000, to: null, months: 12 },
    regions: ['420111', '310101'],
  }
  expect(termsOffered(post)).toEqual({
    position: '工程师',
    jobCategory: '13',
    regularPay: 800_000,
    regionCode: '420111',
  })
})

it('whatever is done in whatever order: versions grow by one, an end is an end, contact needs the employer’s step', () => {
  const tried = fc.record({
    action: fc.constantFrom<ApplicationAction>(...applicationLife.actions.filter((one) => one !== 'apply')),
    role: fc.constantFrom(...ROLES),
  })
  fc.assert(
    fc.property(fc.array(tried, { maxLength: 12 }), (acts) => {
      let of = application()
      for (const { action, role } of acts) {
        if (applicationLife.whyNot(of, action, role, AT) !== null) continue
        const before = of
        of =
          role === 'take-down' || role === 'enrolment'
            ? (role === 'enrolment' ? leaveWithStudent : endWithPost)([of], AT).changes[0]!.after
            : actOnApplication(
                of,
                { action: action as 'withdraw', seenVersion: of.version, reason: '谢谢' },
                { role, level: null, at: AT },
              ).changes[0]!.after
        expect(of.version).toBe(before.version + 1)
        expect(before.endedAt).toBeNull()
        if (isUnanswered(of.status)) expect(of.answeredAt).toBeNull()
        if (EMPLOYER_READS.includes(of.status) && !isUnanswered(of.status)) expect(of.answeredAt).toEqual(AT)
        if (resumeStanding(of.status) === 'shortlisted')
          expect([EMPLOYER_READS.includes(of.status), of.answeredAt]).toEqual([true, AT])
      }
    }),
    { seed: 62 },
  )
})
