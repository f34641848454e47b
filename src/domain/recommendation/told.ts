import type { Audience, Message, NotificationKind } from '../notification.ts'
import { editionNumber, type RecommendationCase, recommendationRef } from './case.ts'
import type { RecommendationStep } from './life.ts'

const message = (
  of: RecommendationCase,
  kind: NotificationKind,
  to: Audience,
  reason: string | null,
): Message => ({
  kind,
  school: of.schoolId,
  to,
  about: recommendationRef(of),
  params: {
    student: of.snapshot.name,
    number: editionNumber(of, of.inForce ?? of.editions),
    reason: reason ?? '',
  },
})

/** The reviewers of the level that is due, if one is, are told that a recommendation waits for them. */
function toReview(of: RecommendationCase): Message[] {
  const { waitingFor: level, collegeId } = of
  return level === 'college' || level === 'school'
    ? [message(of, 'recommendation.to-review', { level, collegeId }, null)]
    : []
}

/** Who is told of what after a step: the student of every decision, the reviewers whose turn it is. */
export function recommendationTold(
  after: RecommendationCase,
  { action, to, reason }: RecommendationStep,
): Message[] {
  const sayToStudent = (kind: NotificationKind) => [
    message(after, kind, { studentId: after.studentId }, reason),
  ]
  switch (action) {
    case 'ask':
    case 'renew':
    case 'resubmit':
      return toReview(after)
    case 'recommend':
    case 'pass':
      return to === 'issued' ? sayToStudent('recommendation.issued') : toReview(after)
    case 'return':
      return sayToStudent('recommendation.returned')
    case 'revoke':
      return sayToStudent('recommendation.revoked')
    case 'withdraw':
      return []
  }
}

/** The student is told that the sealed sheet is there. */
export const documentSealedTold = (of: RecommendationCase, number: string): Message[] => [
  {
    ...message(of, 'recommendation.document-sealed', { studentId: of.studentId }, null),
    params: { student: of.snapshot.name, number },
  },
]
