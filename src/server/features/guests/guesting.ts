import { subjectOf } from '../../../domain/case.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Placed } from '../../../domain/venue/venue.ts'
import {
  guestStanding,
  movedUp,
  refuseUnlessOpenToGuests,
  refuseUnlessPlacesLeft,
} from '../../../domain/visit/guest.ts'
import { guestsAdmitted } from '../../../domain/visit/guest-told.ts'
import { type Held, refuseUnlessLeavable } from '../../../domain/visit/visit.ts'
import { record } from '../../db/journal.ts'
import type { Doing } from '../../http/doing.ts'
import { newTicket } from '../../services/new-code.ts'
import { tell } from '../notifications/tell.ts'
import {
  addGuest,
  findPosition,
  findQuota,
  type Guest,
  guestsBetween,
  removeGuest,
  setQuota,
} from '../visits/guests.ts'
import type { EventKey } from '../visits/sign-ups.ts'

/** An event as its guests are told of it. Whoever calls holds it. */
export type Hosted = {
  readonly event: EventKey
  readonly title: string
  readonly schoolName: string
  readonly held: Held & { readonly placed: Pick<Placed, 'startsAt' | 'endsAt' | 'places'> | null }
}

export const guestOf = ({ person }: Pick<Doing, 'person'>): Guest => ({
  school: person.school!.code,
  studentId: person.studentId!,
})

/** Whom places were given that others have given back, or that there are more of. */
async function tellAdmitted(
  of: Doing,
  { event, title, schoolName, held }: Hosted,
  among: ReturnType<typeof movedUp>,
) {
  if (among.until <= among.from || !held.placed) return
  const guests = await guestsBetween(of.tx, event, among)
  await tell(
    of.tx,
    of.jobs,
    guestsAdmitted({ id: event.id, title, schoolName, placed: held.placed }, guests),
    of.acting.at,
  )
}

/** Once is enough; beyond the places one waits, which is no refusal (AT-16). */
export async function signUpAsGuest(of: Doing, { event, held }: Hosted): Promise<void> {
  const guest = guestOf(of)
  if ((await findPosition(of.tx, { event, guest })) !== null) return
  const { places } = await findQuota(of.tx, event)
  refuseUnlessOpenToGuests(held, places, of.acting.at)
  await addGuest(of.tx, { event, guest }, { ticket: newTicket(), at: of.acting.at })
}

/** Whoever waits longest has the place that is given back, and is told. */
export async function leaveAsGuest(of: Doing, hosted: Hosted): Promise<void> {
  const { event, held } = hosted
  const guest = guestOf(of)
  const position = await findPosition(of.tx, { event, guest })
  if (position === null) return
  refuseUnlessLeavable(held, of.acting.at)
  const { places, signedUp } = await findQuota(of.tx, event)
  await removeGuest(of.tx, { event, guest })
  if (guestStanding(position, places) === 'admitted')
    await tellAdmitted(of, hosted, movedUp(signedUp - 1, places - 1, places))
}

/** Says how many may come; what is given is not taken back. */
export async function setPlaces(
  of: Doing,
  hosted: Hosted,
  { places, seenPlaces }: { readonly places: number; readonly seenPlaces: number },
): Promise<void> {
  const { event, held } = hosted
  const before = await findQuota(of.tx, event)
  if (before.places !== seenPlaces) throw new Refusal('content-changed')
  if (!held.isPublic || !held.placed || held.placed.startsAt <= of.acting.at)
    throw new Refusal('event-not-held')
  refuseUnlessPlacesLeft(places, before.signedUp, before.places)
  await setQuota(of.tx, event, places)
  await record(of.tx, [
    {
      school: event.school,
      subject: subjectOf({ kind: event.kind, id: event.id }),
      action: `${event.kind}.set-guest-places`,
      at: of.acting.at,
      actor: of.actor,
      from: null,
      to: null,
      reason: null,
      data: { guestPlaces: places },
    },
  ])
  await tellAdmitted(of, hosted, movedUp(before.signedUp, before.places, places))
}
