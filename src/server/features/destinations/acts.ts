import {
  DESTINATION_HOLDS_PLACEMENT,
  type DestinationAction,
  destinationLife,
  evolveDestination,
} from '../../../domain/destination.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Tx } from '../../db/database.ts'
import { type Actor, hashOf, record, stepLine } from '../../db/journal.ts'
import { roleOf } from '../../http/person.ts'
import type { Jobs } from '../../services/jobs.ts'
import type { Person } from '../accounts/sessions.ts'
import type { Key } from '../invitations/queries.ts'
import { tell } from '../notifications/tell.ts'
import { freePlacement } from '../placements/freed.ts'
import { reviewsNow } from '../reviews/levels.ts'
import { noticesOf } from './notices.ts'
import * as destinations from './queries.ts'

/** What the journal keeps of the destination that an act was done on. */
export const journaled = ({ category, headline, details }: destinations.DestinationRecord) => ({
  category,
  headline,
  detailsHash: hashOf(details),
})

const holdsPlace = ({ status }: destinations.DestinationRecord) =>
  DESTINATION_HOLDS_PLACEMENT.includes(status)

/** Every act on a destination but its correction: lock, decide, save, free the place where it ends, journal, tell. */
export async function actOn(
  tx: Tx,
  jobs: Jobs,
  key: Key,
  action: DestinationAction,
  act: { seenVersion: number; reason?: string | undefined },
  person: Person,
  actor: Actor,
  at: Date,
) {
  const before = await destinations.lockDestination(tx, key, person)
  const role = roleOf(person)
  const { seenVersion, reason = '' } = act
  const step = destinationLife.decide(before, { action, role, seenVersion, reason, at })
  const isReview = role === 'reviewer'
  if (isReview && !reviewsNow(before, person)) throw new Refusal('reviewed-at-another-level')
  const after = await destinations.saveDestination(tx, before, evolveDestination(before, step), step)
  const slot = { school: key.school, studentId: before.studentId, ref: key.id }
  const freed = holdsPlace(before) && !holdsPlace(after) ? await freePlacement(tx, slot, at) : []
  const level = isReview ? (before.levels[before.level] ?? null) : null
  await record(tx, [
    stepLine('destination', key, step, actor, { version: seenVersion, level, ...journaled(before) }),
  ])
  await tell(tx, jobs, key.school, [...noticesOf(after, step), ...freed], at)
  return after
}
