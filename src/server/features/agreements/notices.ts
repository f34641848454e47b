import type { AgreementAction, AgreementStatus, ReviewLevel } from '../../../domain/agreement.ts'
import type { Role, Step } from '../../../domain/lifecycle.ts'
import type { NotificationKind } from '../../../domain/notification.ts'
import type { Audience, Message } from '../notifications/tell.ts'
import type { Snapshot } from './queries.ts'

type Told = {
  readonly id: string
  readonly number: string
  readonly studentId: string
  readonly employerId: string | null
  readonly collegeId: string
  readonly snapshot: Snapshot
}

const paramsOf = ({ number, snapshot }: Told, reason: string | null) => ({
  number,
  student: snapshot.student.name,
  employer: snapshot.employer.name,
  reason: reason ?? '',
})

/** The reviewers of the level that is due are told that something waits for them. */
export const waitsForReview = (agreement: Told, level: ReviewLevel): Message => ({
  kind: 'agreement.to-review',
  to: { level, collegeId: agreement.collegeId },
  subject: `agreement:${agreement.id}`,
  params: paramsOf(agreement, null),
})

type After = Told & {
  readonly kind: 'online' | 'paper'
  readonly levels: readonly ReviewLevel[]
  readonly level: number
}

/** Who is told of what after a step (`domain.md` §7): the side that did not act, and whoever's turn it is now. */
export function noticesOf(
  after: After,
  step: Step<AgreementAction, AgreementStatus>,
  role: Role,
): readonly Message[] {
  const student: Audience = { studentId: after.studentId }
  const employer: readonly Audience[] =
    after.kind === 'online' && after.employerId ? [{ employerId: after.employerId }] : []
  const both = [student, ...employer]
  const other = role === 'student' ? employer : [student]
  const say = (kind: NotificationKind, audiences: readonly Audience[]): Message[] =>
    audiences.map((to) => ({
      kind,
      to,
      subject: `agreement:${after.id}`,
      params: paramsOf(after, step.reason),
    }))
  const level = after.levels[after.level]
  const toReview = step.to === 'in_review' && level ? [waitsForReview(after, level)] : []
  switch (step.action) {
    case 'pass':
      return step.to === 'effective' ? say('agreement.effective', both) : toReview
    case 'return':
      return say('agreement.returned', both)
    case 'reject':
      return say('agreement.rejected', both)
    case 'propose-amendment':
      return say('agreement.amendment-proposed', [student])
    case 'accept-amendment':
      return [...say('agreement.amendment-accepted', employer), ...toReview]
    case 'decline-amendment':
      return say('agreement.amendment-declined', employer)
    case 'ask-cancellation':
      return say('agreement.cancellation-asked', other)
    case 'confirm-cancellation':
      return say('agreement.cancelled', other)
    case 'decline-cancellation':
      return say('agreement.cancellation-declined', other)
    case 'fulfil':
      return say('agreement.fulfilled', role === 'reviewer' ? both : [student])
    case 'correct':
      return toReview
    case 'cancel':
    case 'dissolve':
      return []
  }
}
