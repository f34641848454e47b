import type { ReviewLevel } from '../../../domain/agreement.ts'
import {
  type DissolutionAction,
  type DissolutionKind,
  type DissolutionStatus,
  otherSide,
} from '../../../domain/dissolution.ts'
import type { Side, Step } from '../../../domain/lifecycle.ts'
import type { NotificationKind } from '../../../domain/notification.ts'
import type { Snapshot } from '../agreements/queries.ts'
import type { Audience, Message } from '../notifications/tell.ts'

export type Told = {
  readonly id: string
  readonly number: string
  readonly kind: DissolutionKind
  readonly askedBy: Side
  readonly reason: string
  readonly answerBy: string | null
  readonly studentId: string
  readonly employerId: string | null
  readonly collegeId: string
  readonly snapshot: Snapshot
  readonly levels: readonly ReviewLevel[]
  readonly level: number
}

const nameOf = ({ snapshot }: Told, side: Side) =>
  side === 'student' ? snapshot.student.name : snapshot.employer.name

const message = (of: Told, kind: NotificationKind, to: Audience, reason: string | null): Message => ({
  kind,
  to,
  subject: `dissolution:${of.id}`,
  params: {
    number: of.number,
    student: of.snapshot.student.name,
    employer: of.snapshot.employer.name,
    asker: nameOf(of, of.askedBy),
    day: of.answerBy ?? '',
    reason: reason ?? '',
  },
})

/** A side as an audience; the employer of a paper agreement is not told. */
const audienceOf = (of: Told, side: Side): Audience[] => {
  if (side === 'student') return [{ studentId: of.studentId }]
  return of.kind !== 'paper' && of.employerId ? [{ employerId: of.employerId }] : []
}
const bothOf = (of: Told) => [...audienceOf(of, 'student'), ...audienceOf(of, 'employer')]

const toReview = (of: Told): Message[] => {
  const level = of.levels[of.level]
  return level ? [message(of, 'dissolution.to-review', { level, collegeId: of.collegeId }, of.reason)] : []
}

/** A new request: the other side is asked; where no answer is needed the reviewers are, and the other side is told. */
export function noticesOfRequest(of: Told): Message[] {
  const other = audienceOf(of, otherSide(of.askedBy))
  if (of.kind === 'consent') return other.map((to) => message(of, 'dissolution.asked', to, of.reason))
  return [...other.map((to) => message(of, 'dissolution.asked-by-law', to, of.reason)), ...toReview(of)]
}

/** Who is told of what after a step (`domain.md` §7). */
export function noticesOf(of: Told, step: Step<DissolutionAction, DissolutionStatus>): Message[] {
  const say = (kind: NotificationKind, audiences: readonly Audience[]) =>
    audiences.map((to) => message(of, kind, to, step.reason))
  const asker = audienceOf(of, of.askedBy)
  switch (step.action) {
    case 'agree':
      return [...say('dissolution.agreed', asker), ...toReview(of)]
    case 'refuse':
      return say('dissolution.refused', asker)
    case 'withdraw':
      return say('dissolution.withdrawn', audienceOf(of, otherSide(of.askedBy)))
    case 'escalate':
      return say('dissolution.in-mediation', [...bothOf(of), { level: 'school', collegeId: of.collegeId }])
    case 'accept-evidence':
      return [...say('dissolution.evidence-accepted', bothOf(of)), ...toReview(of)]
    case 'correct':
      return toReview(of)
    case 'pass':
      return step.to === 'completed' ? say('dissolution.completed', bothOf(of)) : toReview(of)
    case 'reject':
      return say('dissolution.rejected', bothOf(of))
  }
}
