import type { Message, NotificationKind } from '../notification.ts'
import type { InterviewCase } from './case.ts'
import type { InterviewAction, InterviewStep } from './life.ts'

export type Told = readonly Message[]
type To = 'student' | 'employer' | 'both'

/** What is said of each step, and to which side. What ends with the application is told with that. */
const SAID = {
  propose: ['interview.proposed', 'student'],
  pick: ['interview.confirmed', 'both'],
  ask: ['interview.asked', 'employer'],
  decline: ['interview.declined', 'employer'],
  change: ['interview.changed', 'student'],
  relocate: ['interview.relocated', 'student'],
  cancel: ['interview.cancelled', 'student'],
  end: null,
  hold: null,
} as const satisfies Record<InterviewAction, readonly [NotificationKind, To] | null>

type Spoken = Pick<
  InterviewCase,
  | 'schoolId'
  | 'id'
  | 'version'
  | 'changedAt'
  | 'endsAt'
  | 'applicationId'
  | 'studentId'
  | 'employerId'
  | 'studentName'
  | 'title'
  | 'employerName'
  | 'reason'
  | 'beginsAt'
  | 'place'
>
/** What one side is told of an interview; it leads to the application, and says all that an entry of a calendar is made of. */
export const messageOf = (of: Spoken, kind: NotificationKind, side: 'student' | 'employer'): Message => ({
  kind,
  school: of.schoolId,
  to: side === 'student' ? { studentId: of.studentId } : { employerId: of.employerId },
  about: { kind: 'application', id: of.applicationId },
  params: {
    title: of.title,
    employer: of.employerName,
    student: of.studentName,
    reason: of.reason ?? '',
    at: of.beginsAt?.toISOString() ?? '',
    place: of.place,
    interview: of.id,
    version: String(of.version),
    until: of.endsAt?.toISOString() ?? '',
    changed: of.changedAt.toISOString(),
  },
})

/** Who is told of a step: the student, or all members of the employer, or both. */
export function interviewTold(after: InterviewCase, { action }: InterviewStep): Told {
  const said = SAID[action]
  if (!said) return []
  const [kind, to] = said
  const sides = to === 'both' ? (['student', 'employer'] as const) : [to]
  return sides.map((side) => messageOf(after, kind, side))
}
