import type { Message, NotificationKind } from '../notification.ts'
import type { ApplicationCase } from './case.ts'
import type { ApplicationAction, ApplicationStep } from './life.ts'

export type Told = readonly Message[]

/** What is said of each step, and to which side: every step of the employer's reaches the student. */
const SAID = {
  apply: ['application.submitted', 'employer'],
  look: ['application.seen', 'student'],
  shortlist: ['application.shortlisted', 'student'],
  // The proposal itself says so.
  interview: null,
  offer: ['application.offered', 'student'],
  // The invitation itself says so.
  invite: null,
  decline: ['application.declined', 'student'],
  withdraw: ['application.withdrawn', 'employer'],
  end: ['application.ended', 'student'],
  leave: ['application.left', 'employer'],
} as const satisfies Record<ApplicationAction, readonly [NotificationKind, 'student' | 'employer'] | null>

const toldOf = (
  { schoolId: school, id, studentId, employerId, snapshot, title, employerName, reason }: ApplicationCase,
  [kind, side]: readonly [NotificationKind, 'student' | 'employer'],
): Message => ({
  kind,
  school,
  to: side === 'student' ? { studentId } : { employerId },
  about: { kind: 'application', id },
  params: { title, employer: employerName, student: snapshot.name, reason: reason ?? '' },
})

/** Who is told of a step: the student, or all members of the employer. */
export function applicationTold(after: ApplicationCase, { action }: ApplicationStep): Told {
  const said = SAID[action]
  return said ? [toldOf(after, said)] : []
}

/** The employer takes no new ones for the post: who has applied is told, and that theirs goes on. */
export const toldOfClosing = (those: readonly ApplicationCase[]): Told =>
  those.map((one) => toldOf(one, ['application.post-closed', 'student']))
