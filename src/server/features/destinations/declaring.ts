import { v7 as uuidv7 } from 'uuid'
import { destinationLife, employerNamed, evolveDestination } from '../../../domain/destination.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Tx } from '../../db/database.ts'
import { type Actor, type Line, record, stepLine } from '../../db/journal.ts'
import type { Jobs } from '../../services/jobs.ts'
import type { Person } from '../accounts/sessions.ts'
import { takeEvidence } from '../evidence/queries.ts'
import type { Key } from '../invitations/queries.ts'
import { tell } from '../notifications/tell.ts'
import { renamePlacement, takePlacement } from '../placements/queries.ts'
import { findRegistrant, refuseUnlessPlaceable } from '../students/registrant.ts'
import { journaled } from './acts.ts'
import { type FilledForm, fillForm, type Given } from './forms.ts'
import { noticesOf, waitsForReview } from './notices.ts'
import * as destinations from './queries.ts'

/** The student registers a destination, which takes the place, or declares to be unplaced, which does not. */
export async function declare(
  tx: Tx,
  jobs: Jobs,
  school: string,
  given: Given,
  person: Person,
  actor: Actor,
  at: Date,
) {
  const student = await findRegistrant(tx, school, person.studentId!)
  const filled = await fillForm(tx, given, student.graduationYear)
  refuseUnlessPlaceable(student, employerNamed(filled.class, filled.headline))
  const key = { school, id: uuidv7() }
  const slot = { school, studentId: student.id, ref: key.id }
  if (filled.route === 'destination')
    await takePlacement(tx, { ...slot, kind: 'destination', holder: filled.headline }, at)
  const former = filled.route === 'declaration' ? await withdrawFormer(tx, school, student.id, actor, at) : []
  const declared = await destinations.addDestination(tx, key, student, filled, at)
  const files = await takeFiles(tx, key, filled, person, at)
  const { status: to, version } = declared
  const data = { version, ...journaled(declared), evidence: files.join(' ') }
  await record(tx, [
    ...former,
    stepLine('destination', key, { action: 'declare', from: null, to, reason: null, at }, actor, data),
  ])
  await tell(tx, jobs, school, waitsForReview(declared), at)
  return declared
}

/** The declaration that the new one replaces: withdrawn, with its line for the journal. */
async function withdrawFormer(
  tx: Tx,
  school: string,
  studentId: string,
  actor: Actor,
  at: Date,
): Promise<Line[]> {
  const former = await destinations.lockDeclaration(tx, school, studentId)
  if (!former) return []
  const { id, version } = former
  const step = destinationLife.decide(former, {
    action: 'withdraw',
    role: 'student',
    seenVersion: version,
    at,
  })
  await destinations.saveDestination(tx, former, evolveDestination(former, step), step)
  return [stepLine('destination', { school, id }, step, actor, { version, ...journaled(former) })]
}

const takeFiles = (
  tx: Tx,
  { school, id }: Key,
  { evidence: ids }: FilledForm,
  { userId }: Person,
  at: Date,
) => takeEvidence(tx, { school, subject: `destination:${id}`, ids, userId }, at)

/** The student corrects what is in review or was returned, the category too; all review levels again. */
export async function correct(
  tx: Tx,
  jobs: Jobs,
  key: Key,
  { seenVersion, ...given }: Given & { seenVersion: number },
  person: Person,
  actor: Actor,
  at: Date,
) {
  const before = await destinations.lockDestination(tx, key, person)
  const step = destinationLife.decide(before, { action: 'correct', role: 'student', seenVersion, at })
  const student = await findRegistrant(tx, key.school, before.studentId)
  const filled = await fillForm(tx, given, student.graduationYear)
  // What holds the place stays something that does: to be unplaced is declared anew, after withdrawing.
  if (filled.route !== before.route) throw new Refusal('category-not-offered', { field: 'category' })
  // The place is the student's own already; R19 holds for what is corrected too.
  const facts = { ...student.facts, placement: null }
  refuseUnlessPlaceable({ ...student, facts }, employerNamed(filled.class, filled.headline))
  const after = await destinations.saveDestination(tx, before, evolveDestination(before, step), step, filled)
  if (after.headline !== before.headline)
    await renamePlacement(
      tx,
      { school: key.school, studentId: before.studentId, ref: key.id },
      after.headline,
    )
  const files = await takeFiles(tx, key, filled, person, at)
  const data = { version: seenVersion, ...journaled(after), evidence: files.join(' ') }
  await record(tx, [stepLine('destination', key, step, actor, data)])
  await tell(tx, jobs, key.school, noticesOf(after, step), at)
  return after
}
