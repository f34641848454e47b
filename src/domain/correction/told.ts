import type { Step } from '../lifecycle.ts'
import type { Audience, Message, NotificationKind } from '../notification.ts'
import { ROSTER_COLUMNS } from '../roster/columns.ts'
import { type CorrectionCase, correctionRef } from './case.ts'
import type { CorrectionAction, CorrectionStatus } from './life.ts'

const message = (
  of: CorrectionCase,
  kind: NotificationKind,
  to: Audience,
  reason: string | null,
): Message => ({
  kind,
  school: of.schoolId,
  to,
  about: correctionRef(of),
  params: {
    student: of.snapshot.name,
    fields: of.changes.map(({ field }) => ROSTER_COLUMNS[field].zh).join('、'),
    fieldsEn: of.changes.map(({ field }) => ROSTER_COLUMNS[field].en).join(', '),
    reason: reason ?? '',
  },
})

/** The reviewers of the level that is due, if one is, are told that a correction waits for them. */
export function correctionToReview(of: CorrectionCase): Message[] {
  const { waitingFor: level, collegeId } = of
  return level === 'college' || level === 'school'
    ? [message(of, 'correction.to-review', { level, collegeId }, null)]
    : []
}

/** Who is told of what after a step (`domain.md` §7): the student of every decision, the reviewers whose turn it is. */
export function correctionTold(
  after: CorrectionCase,
  { action, to, reason }: Step<CorrectionAction, CorrectionStatus>,
): Message[] {
  const sayToStudent = (kind: NotificationKind) => [
    message(after, kind, { studentId: after.studentId }, reason),
  ]
  switch (action) {
    case 'submit':
    case 'resubmit':
      return correctionToReview(after)
    case 'pass':
      return to === 'corrected' ? sayToStudent('correction.corrected') : correctionToReview(after)
    case 'return':
      return sayToStudent('correction.returned')
    case 'reject':
      return sayToStudent('correction.rejected')
    case 'withdraw':
      return []
  }
}
