import { HOLDS_PLACEMENT, UNSETTLED } from '../agreement/life.ts'
import type { CasesOfStudent } from '../college-move.ts'
import { isOpen } from '../correction/life.ts'
import { DESTINATION_HOLDS_PLACEMENT } from '../destination/life.ts'
import type { OfferOf } from '../lifecycle.ts'
import type { Message } from '../notification.ts'
import type { JournalData } from '../outcome.ts'
import { type Reason, Refusal, refuseFor } from '../refusal.ts'
import type { Acting } from '../review.ts'
import { type Enrolled, type Enrolment, type EnrolmentAction, enrolmentLife, evolveEnrolled } from './life.ts'
import { type Concerned, enrolmentTold } from './told.ts'

export type EnrolmentOffer = OfferOf<typeof enrolmentLife.rules>
export type EnrolmentFacts = {
  readonly student: Concerned['student'] & Enrolled
  readonly cases: CasesOfStudent
  /** Those that can still be answered. */
  readonly invitations: Concerned['invitations']
}
export type Marking = {
  readonly action: EnrolmentAction
  readonly seenVersion: number
  readonly reason: string
}
export type Marked = {
  readonly after: Enrolled
  readonly from: Enrolment
  readonly to: Enrolment
  readonly reason: string | null
  readonly data: JournalData
  readonly told: readonly Message[]
}

/** Staff of the school itself, not of one of its colleges. */
export const mayMark = ({ level }: Pick<Acting, 'level'>): boolean => level === 'school'

/** What this person may do to the student's enrolment: the buttons of the file. */
export const enrolmentOffers = (student: Enrolled, { role, level, at }: Acting): EnrolmentOffer[] =>
  mayMark({ level }) ? enrolmentLife.actionsFor(student, role, at) : []

const holderOf = ({ agreements, destinations }: CasesOfStudent): string | null =>
  agreements.find(({ status }) => HOLDS_PLACEMENT.includes(status))?.snapshot.employer.name ??
  destinations.find(({ status }) => DESTINATION_HOLDS_PLACEMENT.includes(status))?.headline ??
  null

/** What somebody has still to decide or to correct: its outcome rests on what the roster says. */
const underReview = ({ agreements, destinations }: CasesOfStudent): string | null =>
  agreements.find(({ status }) => UNSETTLED.includes(status))?.snapshot.employer.name ??
  destinations.find(({ waitingFor }) => waitingFor !== null)?.headline ??
  null

/**
 * All that stands in the way (R27), for nothing that runs is lost: a case under review is decided first, and nobody is taken off
 * the roster who holds a place, which a dissolution, a voiding or a cancellation frees first. An agreement in force outlasts a
 * mark: the statutory ground is open to both sides (`domain.md` §3).
 */
export function reasonsAgainstMarking(action: EnrolmentAction, cases: CasesOfStudent): Reason[] {
  const byCode = (code: Reason['code'], holder: string | null): Reason[] =>
    holder === null ? [] : [{ code, remover: 'school', details: { holder } }]
  if (action === 'take-back') return []
  if (action !== 'withdraw') return byCode('case-under-review', underReview(cases))
  const correction: Reason[] = cases.corrections.some(isOpen)
    ? [{ code: 'correction-under-review', remover: 'school', details: {} }]
    : []
  return [...byCode('student-holds-place', holderOf(cases)), ...correction]
}

/** Marks a student, takes them off the roster or back onto it, with a reason; whoever waits for an answer of theirs is told. */
export function markEnrolment(
  { student, cases, invitations }: EnrolmentFacts,
  { action, seenVersion, reason }: Marking,
  { role, level, at }: Acting,
): Marked {
  if (!mayMark({ level })) throw new Refusal('not-allowed')
  const step = enrolmentLife.decide(student, { action, role, seenVersion, reason, at })
  refuseFor(reasonsAgainstMarking(action, cases))
  return {
    after: evolveEnrolled({ status: student.status, version: student.version }, step),
    from: student.status,
    to: step.to,
    reason: step.reason,
    data: { version: seenVersion },
    told: enrolmentTold({ student, invitations }, { ...step, from: student.status }),
  }
}
