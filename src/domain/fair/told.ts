import type { Message, NotificationKind } from '../notification.ts'
import { slotSaid } from '../venue/slot.ts'
import { toVisitor, type Visitor } from '../visit/guest-told.ts'
import type { FairChange } from './case.ts'
import { type FairAction, PUBLIC_FAIRS } from './life.ts'

/** What is said to whoever has signed up, employers and students alike. */
const SAID: Partial<Record<FairAction, NotificationKind>> = {
  move: 'fair.moved',
  'call-off': 'fair.called-off',
}
/** Who has signed up: employers by their ids, students of this school and of others. */
export type SignedUp = { readonly employers: readonly string[]; readonly students: readonly Visitor[] }

/** Who is told of a step of what was public: each employer that has not left, and every student who has signed up. */
export function fairTold({ before, after, step }: FairChange, { employers, students }: SignedUp): Message[] {
  const kind = SAID[step.action]
  if (!kind || before === null || !PUBLIC_FAIRS.includes(before.status)) return []
  const { schoolId: school, schoolName, id } = after
  const params = {
    title: after.content.title,
    school: schoolName,
    reason: step.reason ?? '',
    ...slotSaid(after),
  }
  const toEmployer = (employerId: string): Message => ({
    ...{ kind, school, params },
    to: { employerId },
    about: { kind: 'fair', id },
  })
  return [
    ...employers.map(toEmployer),
    ...students.map((one) => toVisitor({ kind, params, event: { kind: 'fair', school, id } }, one)),
  ]
}
