import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { applyForBooth as applyContract } from '../../../contracts/fair-entries.ts'
import type { AdmissionChange } from '../../../domain/admission/case.ts'
import { REFUSED } from '../../../domain/admission/life.ts'
import { refuseUnlessMayRecruit } from '../../../domain/admission/recruiting.ts'
import { subjectOf } from '../../../domain/case.ts'
import {
  actOnEntry,
  applyForBooth,
  changeEntry,
  type EntryCommand,
  endEntries,
  placeEntry,
} from '../../../domain/fair-entry/acts.ts'
import type { EntryOutcome } from '../../../domain/fair-entry/case.ts'
import { broughtOf, type EntryContent } from '../../../domain/fair-entry/content.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { hashOf, record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { holdAdmission } from '../admissions/standing.ts'
import { findEntry, findFloor, listFairsEntered, saveEntries } from '../fairs/entries.ts'
import { type FairRecord, lockFairToVisit } from '../fairs/queries.ts'
import { tell } from '../notifications/tell.ts'
import { listOpenOf } from '../posts/search.ts'
import { MAY_BRING } from './present.ts'

/** What the rules have decided is done: saved, journaled, told. */
export async function carryOutEntries(
  { tx, jobs, actor, acting: { at } }: Doing,
  { changes, told }: EntryOutcome,
) {
  if (changes.length === 0) return
  await saveEntries(tx, changes)
  await record(
    tx,
    changes.map(({ after, step, data, content }) => ({
      ...step,
      school: after.schoolId,
      subject: subjectOf({ kind: 'fair-entry', id: after.id }),
      action: `fair-entry.${step.action}` as const,
      actor,
      data: { ...data, ...(content && { hash: hashOf(content) }) },
    })),
  )
  await tell(tx, jobs, told, at)
}

type Typed = z.output<typeof applyContract.schema.body>
/** The posts are copied as they stand open at this school now (AT-17). */
async function contentOf({ tx, person, acting }: Doing, school: string, typed: Typed): Promise<EntryContent> {
  const open = await listOpenOf(tx, school, person.employer!.id, acting.at, MAY_BRING)
  const posts = [...new Set(typed.posts)].map((shortId) => {
    const post = open.find((one) => one.shortId === shortId)
    if (!post) throw new Refusal('fair-post-not-open', { field: 'posts' })
    return broughtOf(post)
  })
  return { posts, contact: typed.contact, people: typed.people }
}

/** The employer's admission, held before the fair: whoever suspends it now waits, or is waited for. */
const holdStanding = ({ tx, person }: Doing, school: string) => holdAdmission(tx, school, person.employer!.id)
const standingOf = (
  { person }: Doing,
  { schoolName }: FairRecord,
  { admitted, verifyDue }: Awaited<ReturnType<typeof holdStanding>>,
) => ({ schoolName, employerName: person.employer!.name, admitted, verifyDue })

/** Of fifty employers at once one has the last booth: each holds the fair (AT-14). */
export async function apply(of: Doing, key: Key, typed: Typed): Promise<FairRecord> {
  const held = await holdStanding(of, key.school)
  const fair = await lockFairToVisit(of.tx, key)
  const standing = standingOf(of, fair, held)
  // Who may not take part is told so, not that its posts are not open there.
  refuseUnlessMayRecruit(standing, of.acting.at)
  const floor = await findFloor(of.tx, fair)
  const content = await contentOf(of, key.school, typed)
  const born = { id: uuidv7(), employerId: of.person.employer!.id, content }
  await carryOutEntries(of, applyForBooth(floor, { ...born, standing }, of.acting))
  return fair
}

/** The fair is held, then the employer's part is read as it stands. */
async function hold({ tx, person }: Doing, key: Key) {
  const { fairId } = (await findEntry(tx, key, person)).entry
  const fair = await lockFairToVisit(tx, { school: key.school, id: fairId })
  return { floor: await findFloor(tx, fair), before: (await findEntry(tx, key, person)).entry }
}

export async function change(
  of: Doing,
  key: Key,
  { seenVersion, ...typed }: Typed & { readonly seenVersion: number },
) {
  const held = await holdStanding(of, key.school)
  const { floor, before } = await hold(of, key)
  const content = await contentOf(of, key.school, typed)
  const standing = standingOf(of, floor.fair, held)
  await carryOutEntries(of, changeEntry(floor, before, { standing, content, seenVersion }, of.acting))
}

export async function act(of: Doing, key: Key, command: EntryCommand): Promise<void> {
  const { floor, before } = await hold(of, key)
  await carryOutEntries(of, actOnEntry(floor, before, command, of.acting))
}

export async function place(
  of: Doing,
  key: Key,
  placing: { readonly seenVersion: number; readonly booth: string; readonly insteadOf: string | null },
): Promise<void> {
  const { floor, before } = await hold(of, key)
  await carryOutEntries(of, placeEntry(floor, before, placing, of.acting))
}

/** With its admission an employer loses its booths at fairs that are not over, in the same transaction; who waits moves up (AT-4). */
export async function endEntriesOfRefused(of: Doing, { after, step }: AdmissionChange): Promise<void> {
  if (!REFUSED.includes(after.status)) return
  const employer = { school: after.schoolId, id: after.employerId }
  const { at } = of.acting
  for (const id of await listFairsEntered(of.tx, employer, at)) {
    const floor = await findFloor(of.tx, await lockFairToVisit(of.tx, { school: after.schoolId, id }))
    const own = floor.entries.filter(({ employerId }) => employerId === after.employerId)
    const ending = { of: own, role: 'take-down', reason: step.reason ?? '' } as const
    await carryOutEntries(of, endEntries(floor, ending, at))
  }
}
