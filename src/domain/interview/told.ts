import { SIDES, type Side } from '../lifecycle.ts'
import type { Message, NotificationKind } from '../notification.ts'
import type { InterviewCase, InterviewChange } from './case.ts'
import { FIXED, type InterviewAction, TAKES_SLOT } from './life.ts'

export type Told = readonly Message[]
type To = Side | 'both'

/** What is said of each step, and to which side. What ends with the application is told with that; a time that falls with it, below. */
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
export const messageOf = (of: Spoken, kind: NotificationKind, side: Side): Message => ({
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

/** When it was to be, where that was fixed and is so no more. */
const fallenOf = ({ before, after }: Pick<InterviewChange, 'before' | 'after'>) => {
  if (!before || !FIXED.includes(before.status) || TAKES_SLOT.includes(after.status)) return null
  const { beginsAt, endsAt, place } = before
  return { beginsAt, endsAt, place }
}

/**
 * Who is told of a step: the student, or all members of the employer, or both. Where a time that was fixed falls, all that is said
 * of it says when that was, and the side that is told nothing else is told so: the entry in its calendar goes too.
 */
export function interviewTold({
  before,
  after,
  step: { action },
}: Pick<InterviewChange, 'before' | 'after' | 'step'>): Told {
  const said = SAID[action]
  const fallen = fallenOf({ before, after })
  const of = { ...after, ...fallen }
  const sides = SIDES.filter((side) => said !== null && (said[1] === 'both' || said[1] === side))
  const others = SIDES.filter((side) => fallen !== null && !sides.includes(side))
  return [
    ...sides.flatMap((side) => (said ? [messageOf(of, said[0], side)] : [])),
    ...others.map((side) => messageOf(of, 'interview.fell', side)),
  ]
}
