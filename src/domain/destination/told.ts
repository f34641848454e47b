import { isNews } from '../document/sealed.ts'
import type { Step } from '../lifecycle.ts'
import type { Audience, Message, NotificationKind } from '../notification.ts'
import { type DestinationCase, destinationRef } from './case.ts'
import type { DestinationAction, DestinationStatus } from './life.ts'

const message = (
  of: DestinationCase,
  kind: NotificationKind,
  to: Audience,
  reason: string | null,
): Message => ({
  kind,
  school: of.schoolId,
  to,
  about: destinationRef(of),
  params: {
    student: of.snapshot.name,
    category: of.categoryNames.name,
    categoryEn: of.categoryNames.nameEn,
    reason: reason ?? '',
  },
})

/** The reviewers of the level that is due, if one is, are told that a destination, or its voiding, waits for them. */
export function destinationToReview(of: DestinationCase, reason: string | null = null): Message[] {
  const kind = of.voiding ? 'destination.void-to-review' : 'destination.to-review'
  const { waitingFor: level, collegeId } = of
  return level === 'college' || level === 'school' ? [message(of, kind, { level, collegeId }, reason)] : []
}

/** The student is told that the registration sheet is there; nothing of one that an upgrade seals long after. */
export const sheetSealedTold = (of: DestinationCase, sealedAt: Date): Message[] =>
  isNews(of.registeredAt, sealedAt)
    ? [message(of, 'destination.document-sealed', { studentId: of.studentId }, null)]
    : []

/** Who is told of what after a step (`domain.md` §7): the student of every decision, the reviewers whose turn it is. */
export function destinationTold(
  after: DestinationCase,
  { action, to, reason }: Step<DestinationAction, DestinationStatus>,
): Message[] {
  const sayToStudent = (kind: NotificationKind) => [
    message(after, kind, { studentId: after.studentId }, reason),
  ]
  switch (action) {
    case 'declare':
      return destinationToReview(after)
    case 'correct':
    case 'ask-void':
      return destinationToReview(after, reason)
    case 'pass':
      return to === 'registered' ? sayToStudent('destination.registered') : destinationToReview(after)
    case 'grant-void':
      return to === 'voided' ? sayToStudent('destination.voided') : destinationToReview(after)
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
