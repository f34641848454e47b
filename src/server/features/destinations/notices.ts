import type { DestinationAction, DestinationStatus } from '../../../domain/destination.ts'
import type { Step } from '../../../domain/lifecycle.ts'
import type { NotificationKind } from '../../../domain/notification.ts'
import type { Audience, Message } from '../notifications/tell.ts'
import type { DestinationRecord } from './queries.ts'

const message = (
  of: DestinationRecord,
  kind: NotificationKind,
  to: Audience,
  reason: string | null,
): Message => ({
  kind,
  to,
  subject: `destination:${of.id}`,
  params: {
    student: of.snapshot.name,
    category: of.categoryNames.name,
    categoryEn: of.categoryNames.nameEn,
    reason: reason ?? '',
  },
})

/** The reviewers of the level that is due, if one is, are told that a destination, or its voiding, waits for them. */
export function waitsForReview(of: DestinationRecord, reason: string | null = null): Message[] {
  const kind = of.voiding ? 'destination.void-to-review' : 'destination.to-review'
  const { waitingFor: level, collegeId } = of
  return level === 'college' || level === 'school' ? [message(of, kind, { level, collegeId }, reason)] : []
}

/** Who is told of what after a step (`domain.md` §7): the student of every decision, the reviewers whose turn it is. */
export function noticesOf(
  after: DestinationRecord,
  { action, to, reason }: Step<DestinationAction, DestinationStatus>,
): Message[] {
  const sayToStudent = (kind: NotificationKind) => [
    message(after, kind, { studentId: after.studentId }, reason),
  ]
  switch (action) {
    case 'correct':
    case 'ask-void':
      return waitsForReview(after, reason)
    case 'pass':
      return to === 'registered' ? sayToStudent('destination.registered') : waitsForReview(after)
    case 'grant-void':
      return to === 'voided' ? sayToStudent('destination.voided') : waitsForReview(after)
    case 'return':
      return sayToStudent('destination.returned')
    case 'reject':
      return sayToStudent('destination.rejected')
    case 'refuse-void':
      return sayToStudent('destination.void-refused')
    case 'withdraw':
    case 'withdraw-void':
      return []
  }
}
