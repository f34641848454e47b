import type { Reported } from '../confirmation/reported.ts'
import { addWorkdays, type Day, dayInChina } from '../day.ts'
import type { Message, NotificationKind } from '../notification.ts'
import { type Often, reasonsOfOften } from '../often.ts'
import type { JournalData } from '../outcome.ts'
import { Refusal, refuseFor } from '../refusal.ts'
import type { Acting } from '../review.ts'
import type { StudentSnapshot } from '../snapshot.ts'
import { type ObjectionActing, whyNotAnswerer } from './answerer.ts'
import {
  isRaised,
  type Objection,
  type ObjectionAction,
  type ObjectionOffer,
  type ObjectionStep,
  objectionLife,
} from './life.ts'

/** An objection with all that is kept of it. */
export type ObjectionCase = Objection & {
  readonly schoolId: string
  readonly id: string
  readonly studentId: string
  /** By which both sides name it. */
  readonly receipt: string
  readonly snapshot: StudentSnapshot
  /** What would have been reported, and its SHA-256 in hex. */
  readonly seen: Reported
  readonly seenHash: string
  /** The student's words. */
  readonly said: string
  /** The agreement or destination that it is about, as the journal names it; null where nothing was there. */
  readonly spokenOf: string | null
  /** The accounts of the staff who have passed, registered or entered that. */
  readonly speaksAbout: readonly string[]
  readonly raisedAt: Date
  /** The school's words to the student. */
  readonly answer: string | null
  readonly decidedBy: string | null
  readonly endedAt: Date | null
}
export type ObjectionOutcome = {
  readonly before: ObjectionCase | null
  readonly after: ObjectionCase
  readonly step: ObjectionStep
  readonly data: JournalData
  readonly told: readonly Message[]
}

/** In so many working days the school answers. */
const WORKDAYS = 5
export const answerByOf = (at: Date): Day => addWorkdays(dayInChina(at), WORKDAYS)

const SAID = {
  raise: ['objection.to-answer', 'school'],
  withdraw: null,
  uphold: ['objection.upheld', 'student'],
  dismiss: ['objection.dismissed', 'student'],
} as const satisfies Record<ObjectionAction, readonly [NotificationKind, 'school' | 'student'] | null>

/** The school is told of a new one, the student of its answer; a college of neither. */
function toldOf(
  { schoolId: school, studentId, id, receipt, answerBy, answer }: ObjectionCase,
  action: ObjectionAction,
) {
  const said = SAID[action]
  if (!said) return []
  const [kind, side] = said
  const to = side === 'school' ? ({ level: 'school' } as const) : { studentId }
  const params = { receipt, until: answerBy, reason: answer ?? '' }
  return [{ kind, school, to, about: { kind: 'objection' as const, id }, params }]
}

const dataOf = ({ receipt, seenHash, spokenOf }: ObjectionCase): JournalData => ({
  receipt,
  hash: seenHash,
  spokenOf,
})

export type RaisingFacts = Pick<
  ObjectionCase,
  'schoolId' | 'id' | 'studentId' | 'receipt' | 'snapshot' | 'seen' | 'seenHash' | 'spokenOf' | 'speaksAbout'
> & {
  /** One of this student's waits for the school. */
  readonly isObjecting: boolean
  readonly often: Often
}
/** 不是我的真实去向: a graduate objects to what would be reported, at any time. */
export function raiseObjection(
  { isObjecting, often, ...of }: RaisingFacts,
  said: string,
  { role, at }: Acting,
): ObjectionOutcome {
  if (isObjecting) throw new Refusal('objection-open')
  refuseFor(reasonsOfOften('objections-too-often', often, at))
  const born = {
    ...of,
    said,
    version: 1,
    raisedAt: at,
    answerBy: answerByOf(at),
    answer: null,
    decidedBy: null,
    endedAt: null,
  }
  const step = objectionLife.begin(born, { action: 'raise', role, reason: said, at })
  const after = { ...born, status: step.to }
  return { before: null, after, step, data: dataOf(after), told: toldOf(after, step.action) }
}

export type ObjectionCommand = {
  readonly action: ObjectionOffer
  readonly seenVersion: number
  readonly reason?: string | undefined
}
/** One act on an objection; `before` names in `speaksAbout` whoever has acted on what it is about until now. */
export function actOnObjection(
  before: ObjectionCase,
  command: ObjectionCommand,
  acting: ObjectionActing,
): ObjectionOutcome {
  const no = whyNotAnswerer(before, acting)
  if (no) throw new Refusal(no)
  const { role, userId, at } = acting
  const step = objectionLife.decide(before, { ...command, role, at })
  const isAnswer = role === 'reviewer'
  const after = {
    ...before,
    status: step.to,
    version: before.version + 1,
    answer: isAnswer ? step.reason : null,
    decidedBy: isAnswer ? userId : null,
    endedAt: isRaised(step.to) ? null : at,
  }
  return { before, after, step, data: dataOf(after), told: toldOf(after, step.action) }
}

/** What this person may do now, and why they may not answer where it is for that they cannot. */
export function objectionOffers(of: ObjectionCase, acting: ObjectionActing) {
  const whyNot = isRaised(of.status) ? whyNotAnswerer(of, acting) : null
  return { actions: whyNot ? [] : objectionLife.actionsFor(of, acting.role, acting.at), whyNot }
}
