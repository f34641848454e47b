import type { FairCase } from '../fair/case.ts'
import type { Message, NotificationKind } from '../notification.ts'
import { slotSaid } from '../venue/slot.ts'
import type { EntryChange } from './case.ts'
import type { EntryAction, EntryStatus } from './life.ts'

/** What the employer is told of where it stands after the school's step, or after another's that moved it. */
const TO_EMPLOYER: Partial<Record<EntryAction, Partial<Record<EntryStatus, NotificationKind>>>> = {
  apply: { admitted: 'fair.admitted', waiting: 'fair.waiting' },
  'let-in': { admitted: 'fair.admitted', waiting: 'fair.waiting' },
  place: { admitted: 'fair.placed' },
  'turn-down': { turned_down: 'fair.turned-down' },
  'move-up': { admitted: 'fair.moved-up' },
}
/** What the school's reviewers are told. */
const TO_SCHOOL: Partial<Record<EntryAction, Partial<Record<EntryStatus, NotificationKind>>>> = {
  apply: { requested: 'fair.to-let-in' },
  withdraw: { withdrawn: 'fair.withdrawn' },
}

/** Who is told of a step. That a fair was called off is told of the fair, and a lost admission of that. */
export function entryTold({ after, step }: EntryChange, fair: FairCase): Message[] {
  const said = (kind: NotificationKind | undefined, to: Message['to']): Message[] =>
    kind === undefined
      ? []
      : [
          {
            kind,
            school: fair.schoolId,
            to,
            about: { kind: 'fair', id: fair.id },
            params: {
              title: fair.content.title,
              school: fair.schoolName,
              employer: after.employerName,
              booth: after.booth ?? '',
              reason: step.reason ?? '',
              ...slotSaid(fair),
            },
          },
        ]
  return [
    ...said(TO_EMPLOYER[step.action]?.[step.to], { employerId: after.employerId }),
    ...said(TO_SCHOOL[step.action]?.[step.to], { level: 'school' }),
  ]
}
