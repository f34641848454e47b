import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { draftFair as draftContract, fairActs } from '../../../contracts/fairs.ts'
import { subjectOf } from '../../../domain/case.ts'
import { actOnFair, changeFair, draftFair, type FairCommand, placeFair } from '../../../domain/fair/acts.ts'
import type { FairOutcome, FairPlacing } from '../../../domain/fair/case.ts'
import type { FairContent } from '../../../domain/fair/content.ts'
import { FAIRS_HELD } from '../../../domain/fair/life.ts'
import { tidied } from '../../../domain/fair/plan.ts'
import { endEntries, fillBooths } from '../../../domain/fair-entry/acts.ts'
import { spanOf } from '../../../domain/venue/slot.ts'
import { hashOf, record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { safeRichText, saysSomething } from '../../pages/rich-text.ts'
import { newShortId } from '../../services/new-code.ts'
import { carryOutEntries } from '../fair-entries/acts.ts'
import { tell } from '../notifications/tell.ts'
import { findSchool } from '../schools/queries.ts'
import { book, findInTheWay, release } from '../venues/bookings.ts'
import { lockVenues } from '../venues/queries.ts'
import { listWhoSignedUp } from '../visits/sign-ups.ts'
import { findWording } from '../wordings/queries.ts'
import { findFloor } from './entries.ts'
import { type FairRecord, lockFair, saveFair } from './queries.ts'

/** What the rules have decided is done: saved, its venues given back where it is held no more, journaled, told. */
async function carryOut({ tx, jobs, actor, acting: { at } }: Doing, { change, told }: FairOutcome) {
  const { after, step, data } = change
  await saveFair(tx, change)
  if (!FAIRS_HELD.includes(after.status)) await release(tx, after.schoolId, [after.id])
  await record(tx, [
    {
      ...step,
      school: after.schoolId,
      subject: subjectOf({ kind: 'fair', id: after.id }),
      action: `fair.${step.action}`,
      actor,
      data: { ...data, hash: hashOf(after.content) },
    },
  ])
  await tell(tx, jobs, told, at)
}

type Typed = z.output<typeof fairActs.change.schema.body>
const contentOf = ({
  title,
  applyFrom,
  applyUntil,
  isReviewed,
  places,
  ...of
}: Omit<Typed, 'seenVersion'>) => {
  const description = safeRichText(of.description)
  return {
    title,
    description: saysSomething(description) ? description : '',
    applyFrom,
    applyUntil,
    isReviewed,
    places,
    plan: tidied(of.plan),
  } satisfies FairContent
}

/** The venues, held, and what stands in them then. */
async function holdVenues({ tx }: Doing, key: Key, { venueIds, slot }: FairPlacing) {
  const venues = await lockVenues(tx, key.school, venueIds)
  return findInTheWay(tx, key, { venues, span: spanOf(slot) })
}
const bookAll = (
  of: Doing,
  key: Key,
  then: Awaited<ReturnType<typeof holdVenues>>,
  { slot }: FairPlacing,
  title: string,
) => book(of.tx, key, { venues: then.map(({ venue }) => venue), span: spanOf(slot), title })

export async function draft(of: Doing, school: string, typed: z.output<typeof draftContract.schema.body>) {
  const { venueIds, slot, ...said } = typed
  const placing = { venueIds: [...new Set(venueIds)], slot }
  const key = { school, id: uuidv7() }
  const venues = await holdVenues(of, key, placing)
  const [{ name, nameEn }, wording] = [await findSchool(of.tx, school), await findWording(of.tx, school)]
  const born = { schoolId: school, schoolName: name, id: key.id, shortId: newShortId() }
  const content = contentOf(said)
  const outcome = draftFair({ ...born, content, wording, placing, venues }, of.acting)
  await bookAll(of, key, venues, placing, content.title)
  await carryOut(of, outcome)
  return { ...outcome.change.after, schoolNameEn: nameEn }
}

const afterOf = (before: FairRecord, { change }: FairOutcome): FairRecord => ({
  ...change.after,
  schoolNameEn: before.schoolNameEn,
})

/** Booths that a plan gains are those's who wait. */
export async function change(of: Doing, key: Key, { seenVersion, ...typed }: Typed): Promise<FairRecord> {
  const before = await lockFair(of.tx, key, of.person)
  const [wording, floor] = [await findWording(of.tx, key.school), await findFloor(of.tx, before)]
  const taken = floor.entries.flatMap(({ booth }) => booth ?? [])
  const outcome = changeFair(before, { content: contentOf(typed), wording, seenVersion, taken }, of.acting)
  await carryOut(of, outcome)
  const { after } = outcome.change
  await carryOutEntries(of, fillBooths({ ...floor, fair: after }, of.acting.at))
  return afterOf(before, outcome)
}

/** Who is told of what becomes of a fair. */
async function whoSignedUp({ tx }: Doing, fair: FairRecord) {
  const { entries } = await findFloor(tx, fair)
  const students = await listWhoSignedUp(tx, fair.schoolId, [fair.id])
  return { employers: entries.map(({ employerId }) => employerId), students: students.get(fair.id) ?? [] }
}

type Seen = { readonly seenVersion: number; readonly reason?: string | undefined }
/** The fair is held before its venues; whoever else places something there waits until this stands. */
export async function place(
  of: Doing,
  key: Key,
  { action, seenVersion, reason, venueIds, slot }: FairPlacing & Seen & { readonly action: 'place' | 'move' },
): Promise<FairRecord> {
  const before = await lockFair(of.tx, key, of.person)
  const placing = { venueIds: [...new Set(venueIds)], slot }
  const venues = await holdVenues(of, key, placing)
  const signedUp = await whoSignedUp(of, before)
  const outcome = placeFair(before, { action, placing, venues, signedUp, seenVersion, reason }, of.acting)
  await bookAll(of, key, venues, placing, before.content.title)
  await carryOut(of, outcome)
  return afterOf(before, outcome)
}

/** With a fair that is called off, all its venues are free and all employers' parts end. */
export async function act(of: Doing, key: Key, command: FairCommand): Promise<FairRecord> {
  const before = await lockFair(of.tx, key, of.person)
  const floor = await findFloor(of.tx, before)
  const outcome = actOnFair(before, command, await whoSignedUp(of, before), of.acting)
  await carryOut(of, outcome)
  if (!FAIRS_HELD.includes(outcome.change.after.status)) {
    const ending = { of: floor.entries, role: 'fair', reason: command.reason ?? '' } as const
    await carryOutEntries(of, endEntries(floor, ending, of.acting.at))
  }
  return afterOf(before, outcome)
}
