import { refuseIfAbsent } from '../../../domain/absence/limit.ts'
import {
  cameAt,
  type Held,
  refuseUnlessAtDoor,
  refuseUnlessLeavable,
  refuseUnlessOpen,
} from '../../../domain/visit/visit.ts'
import type { Doing } from '../../http/doing.ts'
import { newTicket } from '../../services/new-code.ts'
import { findKept } from '../absences/standing.ts'
import { countArrivals } from './arrivals.ts'
import { addSignUp, type EventKey, findVisit, removeSignUp } from './sign-ups.ts'

const visitOf = ({ person }: Doing, event: EventKey) => ({ event, student: person.studentId! })

/** Once is enough: whoever has signed up already keeps the ticket. Whoever calls holds the event. */
export async function signUp(of: Doing, event: EventKey, held: Held & { readonly signedUp: number }) {
  const visit = visitOf(of, event)
  if ((await findVisit(of.tx, visit)).ticket) return
  refuseUnlessOpen(held, of.acting.at)
  refuseIfAbsent(await findKept(of.tx, { school: event.school, id: visit.student }), of.acting.at)
  await addSignUp(of.tx, visit, { ticket: newTicket(), at: of.acting.at })
}

/** Whoever has none gives none back. Whoever calls holds the event. */
export async function leave(of: Doing, event: EventKey, held: Held): Promise<void> {
  const visit = visitOf(of, event)
  if (!(await findVisit(of.tx, visit)).ticket) return
  refuseUnlessLeavable(held, of.acting.at)
  await removeSignUp(of.tx, visit)
}

type Said = {
  readonly id: string
  readonly at: string
  readonly ticket?: string | undefined
  readonly studentNumber?: string | undefined
}
/** The door holds nothing of the event: sixty devices count at once, and who signs up meanwhile waits for none. */
export async function arrive(
  { tx, person, acting: { at } }: Doing,
  event: EventKey,
  held: Held,
  scans: readonly Said[],
) {
  refuseUnlessAtDoor(held, at)
  const counted = scans.map(({ id, at: said, ticket, studentNumber }) => ({
    id,
    cameAt: cameAt(new Date(said), held.placed!, at),
    ticket: ticket ?? null,
    studentNumber: studentNumber ?? null,
  }))
  return countArrivals(tx, event, counted, { by: person.userId, at })
}
