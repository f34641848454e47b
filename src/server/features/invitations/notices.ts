import type { NotificationKind } from '../../../domain/notification.ts'
import type { Message } from '../notifications/tell.ts'

type Told = {
  readonly id: string
  readonly studentId: string
  readonly studentName: string
  readonly employerId: string
  readonly employerName: string
  readonly respondBy: string
  readonly terms: { readonly position: string }
}

const TO_EMPLOYER: readonly NotificationKind[] = [
  'invitation.accepted',
  'invitation.declined',
  'invitation.expired',
]

/** What happened to an invitation, for the side that did not do it. */
export const noticeOf = (kind: NotificationKind, of: Told, reason: string | null, number = ''): Message => ({
  kind,
  to: TO_EMPLOYER.includes(kind) ? { employerId: of.employerId } : { studentId: of.studentId },
  subject: `invitation:${of.id}`,
  params: {
    student: of.studentName,
    employer: of.employerName,
    position: of.terms.position,
    day: of.respondBy,
    reason: reason ?? '',
    number,
  },
})
