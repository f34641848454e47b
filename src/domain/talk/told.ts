import type { Audience, Message, NotificationKind } from '../notification.ts'
import { slotSaid } from '../venue/slot.ts'
import { toVisitor, type Visitor } from '../visit/guest-told.ts'
import type { TalkChange } from './case.ts'
import { PUBLIC_TALKS, type TalkAction } from './life.ts'

/** What is said of each step, and to which side. */
const SAID = {
  request: ['talk.to-place', 'school'],
  change: ['talk.changed', 'school'],
  schedule: ['talk.scheduled', 'employer'],
  move: ['talk.moved', 'employer'],
  'hand-back': ['talk.handed-back', 'employer'],
  'turn-down': ['talk.turned-down', 'employer'],
  withdraw: ['talk.withdrawn', 'school'],
  cancel: ['talk.cancelled', 'employer'],
  end: ['talk.cancelled', 'employer'],
} as const satisfies Record<TalkAction, readonly [NotificationKind, 'school' | 'employer']>

/** What students are told who have signed up. */
const TO_STUDENTS: Partial<Record<TalkAction, NotificationKind>> = {
  move: 'talk.moved',
  withdraw: 'talk.called-off',
  cancel: 'talk.called-off',
  end: 'talk.called-off',
}

/**
 * Who is told of a step: the other side, and every student who has signed up for what is moved or called off. A change of what waits already calls nobody.
 */
export function talkTold({ before, after, step }: TalkChange, students: readonly Visitor[]): Message[] {
  const { schoolId: school, id } = after
  const params = {
    title: after.content.title,
    employer: after.employerName,
    school: after.schoolName,
    reason: step.reason ?? '',
    ...(after.placed ? slotSaid(after.placed) : {}),
  }
  const message = (kind: NotificationKind, to: Audience): Message => ({
    kind,
    school,
    to,
    about: { kind: 'talk', id },
    params,
  })
  const [said, side] = SAID[step.action]
  const isQuiet = step.action === 'change' && before?.status === after.status
  const wasPublic = before !== null && PUBLIC_TALKS.includes(before.status)
  const toStudents = wasPublic ? TO_STUDENTS[step.action] : undefined
  return [
    ...(isQuiet
      ? []
      : [message(said, side === 'school' ? { level: 'school' } : { employerId: after.employerId })]),
    ...(toStudents
      ? students.map((one) =>
          toVisitor({ kind: toStudents, params, event: { kind: 'talk', school, id } }, one),
        )
      : []),
  ]
}
