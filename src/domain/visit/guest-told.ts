import type { Message } from '../notification.ts'
import type { Span } from '../venue/slot.ts'
import { slotSaid } from '../venue/slot.ts'
import type { EventKind } from './visit.ts'

/** Who has signed up for an event, with the school whose student they are. */
export type Visitor = { readonly school: string; readonly studentId: string }

type Said = Pick<Message, 'kind' | 'params'> & {
  readonly event: { readonly kind: EventKind; readonly school: string; readonly id: string }
}
/** What a student is told of an event: one of their own school, or of another. */
export const toVisitor = ({ kind, params, event }: Said, { school, studentId }: Visitor): Message => ({
  ...{ kind, params, school },
  to: { studentId },
  about: { kind: school === event.school ? event.kind : 'guest', id: event.id },
})

type Hosted = {
  readonly id: string
  readonly title: string
  readonly schoolName: string
  readonly placed: Span
}
/** Who waited, and has a place now. */
export const guestsAdmitted = (
  { id, title, schoolName, placed }: Hosted,
  guests: readonly Visitor[],
): Message[] =>
  guests.map(({ school, studentId }) => ({
    kind: 'guest.admitted',
    school,
    to: { studentId },
    about: { kind: 'guest', id },
    params: { title, school: schoolName, ...slotSaid(placed) },
  }))
