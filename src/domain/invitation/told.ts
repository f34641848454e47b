import type { Step } from '../lifecycle.ts'
import type { Message, NotificationKind } from '../notification.ts'
import type { InvitationCase } from './case.ts'
import type { InvitationAction } from './life.ts'

/** What is said of each step, and to which side: the one that did not take it. */
const SAID = {
  send: ['invitation.sent', 'student'],
  revise: ['invitation.revised', 'student'],
  withdraw: ['invitation.withdrawn', 'student'],
  accept: ['invitation.accepted', 'employer'],
  decline: ['invitation.declined', 'employer'],
  expire: ['invitation.expired', 'employer'],
} as const satisfies Record<InvitationAction, readonly [NotificationKind, 'student' | 'employer']>

/** Who is told of a step (`domain.md` §7). */
export function invitationTold(after: InvitationCase, step: Step<InvitationAction>): Message[] {
  const [kind, to] = SAID[step.action]
  const { schoolId: school, id, studentId, employerId, studentName, employerName, terms, respondBy } = after
  return [
    {
      kind,
      school,
      to: to === 'student' ? { studentId } : { employerId },
      about: { kind: 'invitation', id },
      params: {
        student: studentName,
        employer: employerName,
        position: terms.position,
        day: respondBy,
        reason: step.reason ?? '',
        number: '',
      },
    },
  ]
}
