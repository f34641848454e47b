import {
  cameAt,
  refuseUnlessAtDoor,
  refuseUnlessLeavable,
  refuseUnlessOpen,
} from '../../../domain/talk/visit.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { newTicket } from '../../services/new-code.ts'
import { countArrivals } from './arrivals.ts'
import { findTalk, lockTalkToVisit } from './queries.ts'
import { addSignUp, findVisit, removeSignUp } from './sign-ups.ts'

const visitOf = ({ person }: Doing, { school, id }: Key) => ({ school, talk: id, student: person.studentId! })

/** Once is enough: whoever has signed up already keeps the ticket. */
export async function signUp(of: Doing, key: Key): Promise<void> {
  const talk = await lockTalkToVisit(of.tx, key)
  const visit = visitOf(of, key)
  if ((await findVisit(of.tx, visit)).ticket) return
  refuseUnlessOpen(talk, of.acting.at)
  await addSignUp(of.tx, visit, { ticket: newTicket(), at: of.acting.at })
}

/** Whoever has none gives none back. */
export async function leave(of: Doing, key: Key): Promise<void> {
  const talk = await lockTalkToVisit(of.tx, key)
  const visit = visitOf(of, key)
  if (!(await findVisit(of.tx, visit)).ticket) return
  refuseUnlessLeavable(talk, of.acting.at)
  await removeSignUp(of.tx, visit)
}

type Said = {
  readonly id: string
  readonly at: string
  readonly ticket?: string | undefined
  readonly studentNumber?: string | undefined
}
/** The door holds nothing of the talk: sixty devices count at once, and who signs up meanwhile waits for none. */
export async function arrive({ tx, person, acting: { at } }: Doing, key: Key, scans: readonly Said[]) {
  const talk = await findTalk(tx, key, person)
  refuseUnlessAtDoor(talk, at)
  const counted = scans.map(({ id, at: said, ticket, studentNumber }) => ({
    id,
    cameAt: cameAt(new Date(said), talk.placed!, at),
    ticket: ticket ?? null,
    studentNumber: studentNumber ?? null,
  }))
  return countArrivals(tx, key, counted, { by: person.userId, at })
}
