import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { requestTalk as requestContract } from '../../../contracts/talks.ts'
import type { AdmissionChange } from '../../../domain/admission/case.ts'
import { REFUSED } from '../../../domain/admission/life.ts'
import { subjectOf } from '../../../domain/case.ts'
import {
  actOnTalk,
  changeTalk,
  type EmployerStanding,
  endTalks,
  placeTalk,
  requestTalk,
  type TalkCommand,
} from '../../../domain/talk/acts.ts'
import type { TalkCase, TalkChange, TalkOutcome } from '../../../domain/talk/case.ts'
import type { TalkContent } from '../../../domain/talk/content.ts'
import { PUBLIC_TALKS } from '../../../domain/talk/life.ts'
import { spanOf } from '../../../domain/venue/slot.ts'
import type { Placing } from '../../../domain/venue/venue.ts'
import { type Actor, hashOf, type Line, record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { safeRichText, saysSomething } from '../../pages/rich-text.ts'
import { newShortId } from '../../services/new-code.ts'
import { holdAdmission } from '../admissions/standing.ts'
import { tell } from '../notifications/tell.ts'
import { findSchool } from '../schools/queries.ts'
import { book, findInTheWay, release } from '../venues/bookings.ts'
import { lockVenue } from '../venues/queries.ts'
import { listWhoSignedUp } from '../visits/sign-ups.ts'
import { findWording } from '../wordings/queries.ts'
import * as talks from './queries.ts'

const lineOf = ({ after, step, data }: TalkChange, actor: Actor): Line => ({
  ...step,
  school: after.schoolId,
  subject: subjectOf({ kind: 'talk', id: after.id }),
  action: `talk.${step.action}`,
  actor,
  data: { ...data, hash: hashOf(after.content) },
})

/** What the rules have decided is done: saved, the venue given back where it is held no more, journaled, told. */
async function carryOut(
  { tx, jobs, actor, acting: { at } }: Doing,
  { changes, told }: TalkOutcome,
): Promise<void> {
  const [first] = changes
  if (!first) return
  await talks.saveTalks(tx, changes)
  const off = changes.filter(({ after }) => after.placed && !PUBLIC_TALKS.includes(after.status))
  if (off.length > 0)
    await release(
      tx,
      first.after.schoolId,
      off.map(({ after }) => after.id),
    )
  await record(
    tx,
    changes.map((one) => lineOf(one, actor)),
  )
  await tell(tx, jobs, told, at)
}

/** The employer's admission, held: whoever suspends it now waits, or is waited for. */
async function holdStanding({ tx, person }: Doing, school: string): Promise<EmployerStanding> {
  const employer = person.employer!
  const { admitted, verifyDue } = await holdAdmission(tx, school, employer.id)
  const [{ name }, wording] = [await findSchool(tx, school), await findWording(tx, school)]
  return { schoolName: name, employerName: employer.name, admitted, verifyDue, wording }
}

type Typed = z.output<typeof requestContract.schema.body>
const cleaned = (typed: Typed): TalkContent => {
  const description = safeRichText(typed.description)
  return { ...typed, description: saysSomething(description) ? description : '' }
}

export async function request(of: Doing, school: string, typed: Typed): Promise<TalkCase> {
  const standing = await holdStanding(of, school)
  const employerId = of.person.employer!.id
  const waiting = await talks.countWaitingOf(of.tx, { school, id: employerId })
  const born = { schoolId: school, id: uuidv7(), employerId, shortId: newShortId() }
  const outcome = requestTalk({ ...born, standing, waiting }, cleaned(typed), of.acting)
  await carryOut(of, outcome)
  return outcome.changes[0]!.after
}

type Seen = { readonly seenVersion: number; readonly reason?: string | undefined }
export async function change(
  of: Doing,
  key: Key,
  { seenVersion, ...typed }: Typed & Pick<Seen, 'seenVersion'>,
) {
  const standing = await holdStanding(of, key.school)
  const before = await talks.lockTalk(of.tx, key, of.person)
  const outcome = changeTalk(before, { standing, content: cleaned(typed), seenVersion }, of.acting)
  await carryOut(of, outcome)
  return outcome.changes[0]!.after
}

/** The talk is held before its venue; whoever else places something there waits until this stands. */
export async function place(
  of: Doing,
  key: Key,
  { action, seenVersion, reason, ...placing }: Placing & Seen & { readonly action: 'schedule' | 'move' },
) {
  const before = await talks.lockTalk(of.tx, key, of.person)
  const venue = await lockVenue(of.tx, { school: key.school, id: placing.venueId })
  const span = spanOf(placing.slot)
  const [then] = await findInTheWay(of.tx, key, { venues: [venue], span })
  const students = await listWhoSignedUp(of.tx, key.school, [key.id])
  const outcome = placeTalk(
    before,
    {
      action,
      seenVersion,
      reason,
      placing,
      venue: then!,
      students: students.get(key.id) ?? [],
    },
    of.acting,
  )
  await book(of.tx, key, { venues: [venue], span, title: before.content.title })
  await carryOut(of, outcome)
  return outcome.changes[0]!.after
}

export async function act(of: Doing, key: Key, command: TalkCommand): Promise<TalkCase> {
  const before = await talks.lockTalk(of.tx, key, of.person)
  const students = await listWhoSignedUp(of.tx, key.school, [key.id])
  const outcome = actOnTalk(before, command, students.get(key.id) ?? [], of.acting)
  await carryOut(of, outcome)
  return outcome.changes[0]!.after
}

/** With its admission an employer loses the talks that are still to come, in the same transaction (AT-4). */
export async function endOfRefused(of: Doing, { after, step }: AdmissionChange): Promise<void> {
  if (!REFUSED.includes(after.status)) return
  const school = after.schoolId
  const before = await talks.lockTalksNotOver(of.tx, { school, id: after.employerId })
  const students = await listWhoSignedUp(
    of.tx,
    school,
    before.map(({ id }) => id),
  )
  const reason = step.reason ?? ''
  const studentsOf = (id: string) => students.get(id) ?? []
  await carryOut(of, endTalks(before, { reason, studentsOf }, of.acting.at))
}
