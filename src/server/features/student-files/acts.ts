import type { z } from 'zod'
import type { RosterFilter } from '../../../contracts/roster.ts'
import type { moveStudent as contract, fillInStudent as fillInContract } from '../../../contracts/students.ts'
import { moveToCollege } from '../../../domain/college-move.ts'
import { type Marking, markEnrolment } from '../../../domain/enrolment/acts.ts'
import { leavesRoster } from '../../../domain/enrolment/life.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { journaledChanges } from '../../../domain/roster/journaled.ts'
import { changesOfOwn, withChanges } from '../../../domain/roster/own-values.ts'
import { type Looking, lookingFor } from '../../../domain/unmasking.ts'
import type { Tx } from '../../db/database.ts'
import { type Actor, record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import type { Secrets } from '../../services/secrets.ts'
import { lockAgreementsOf } from '../agreements/queries.ts'
import { lockToEndOfStudent } from '../applications/queries.ts'
import { endOfStudent } from '../applications/settling.ts'
import { lockCorrectionsOf } from '../corrections/queries.ts'
import { lockDestinationsOf } from '../destinations/queries.ts'
import { lockDissolutionsOf } from '../dissolutions/queries.ts'
import { listAnswerable } from '../invitations/queries.ts'
import { tell } from '../notifications/tell.ts'
import { findRosterTables } from '../roster-imports/tables.ts'
import { listColleges, lockSchool } from '../schools/queries.ts'
import { recordOnStudent, recordTaken } from '../students/acts.ts'
import { hasBegunBeside, lockStudent, saveEnrolment, saveStudy } from '../students/enrolment.ts'
import { lockOwnValues, saveOwnValues } from '../students/own-values.ts'
import { refuseOutsideScope } from '../students/queries.ts'
import type { RosterScope } from '../students/roster-list.ts'
import { listIds, rosterOf } from '../students/roster-rows.ts'

/**
 * A student with all cases, locked: these before the student, as whoever acts on one holds it first. What is signed or declared
 * meanwhile holds the student too, so that it is there by then or has still to read: it is looked for once more, and read again.
 */
async function lockWithCases({ tx, secrets, person }: Doing, key: Key) {
  await refuseOutsideScope(tx, key.school, key.id, person.collegeId)
  const cases = {
    agreements: await lockAgreementsOf(tx, key),
    dissolutions: await lockDissolutionsOf(tx, key),
    destinations: await lockDestinationsOf(tx, key),
  }
  const student = await lockStudent(tx, key)
  const known = [...cases.agreements, ...cases.destinations].map(({ id }) => id)
  if (await hasBegunBeside(tx, key, known)) throw new Refusal('content-changed', { version: student.version })
  // A correction is held after its student, as whoever acts on one does.
  return { student, cases: { ...cases, corrections: await lockCorrectionsOf(tx, key, secrets) } }
}

/** Moves a student to another college of the school, another major or class. */
export async function moveStudent(
  of: Doing,
  key: Key,
  moving: z.output<typeof contract.schema.body>,
): Promise<void> {
  const { tx, jobs, actor, acting } = of
  const { school, id } = key
  const { at } = acting
  const colleges = await listColleges(tx, school, null)
  const { told, after, ...moved } = moveToCollege(
    { ...(await lockWithCases(of, key)), colleges },
    moving,
    acting,
  )
  await saveStudy(tx, key, after)
  const line = { school, subject: `student:${id}`, action: 'student.move-college', at, actor }
  await record(tx, [{ ...line, ...moved }])
  await tell(tx, jobs, told, at)
}

/** 延毕, 结业, off the roster and back onto it. */
export async function mark(of: Doing, key: Key, marking: Marking): Promise<void> {
  const { tx, jobs, actor, acting } = of
  const { school, id } = key
  const { at } = acting
  // Before the student, as whoever acts on one does.
  const applied = leavesRoster(marking.action) ? await lockToEndOfStudent(tx, key, at) : []
  const { student, cases } = await lockWithCases(of, key)
  const invitations = await listAnswerable(tx, { school, studentId: id }, at)
  const { told, after, ...marked } = markEnrolment({ student, cases, invitations }, marking, acting)
  await saveEnrolment(tx, key, after)
  if (leavesRoster(marking.action)) await endOfStudent(of, key, applied)
  const line = { school, subject: `student:${id}`, action: `student.${marking.action}`, at, actor }
  await record(tx, [{ ...line, ...marked }])
  await tell(tx, jobs, told, at)
}

/** What staff say of a student in the school's own fields, within their scope. */
export async function fillIn(
  { tx, person, actor, acting: { at } }: Doing,
  key: Key,
  { seenVersion, own, reason }: z.output<typeof fillInContract.schema.body>,
): Promise<void> {
  await refuseOutsideScope(tx, key.school, key.id, person.collegeId)
  // As whoever changes the fields themselves locks it: none is removed meanwhile.
  await lockSchool(tx, key.school)
  const tables = await findRosterTables(tx, key.school)
  const before = await lockOwnValues(tx, key)
  if (seenVersion !== before.version) throw new Refusal('content-changed', { version: before.version })
  const changes = changesOfOwn(before.values, own, tables.own)
  await saveOwnValues(tx, key, withChanges(before.values, changes))
  const data = journaledChanges(changes, tables)
  await recordOnStudent(tx, key, { action: 'student.fill-in', at, actor, reason: reason || null, data })
}

type By = { readonly at: Date; readonly actor: Actor }

/** Whom a filter means, for whoever takes their roster away as a file: which filter and how many, and a line for each of them. */
export async function takeRoster(
  tx: Tx,
  scope: RosterScope,
  filter: RosterFilter,
  looking: Looking,
  by: By,
): Promise<string[]> {
  const { school } = scope
  const ids = await listIds(tx, scope, filter)
  await recordTaken(
    tx,
    { school, ids, of: 'roster', what: { rows: ids.length, filter: JSON.stringify(filter) } },
    looking,
    by,
  )
  return ids
}

/** What the roster says of a student, in the clear, with the line in the journal of who looked and why. */
export async function unmask(
  tx: Tx,
  of: Key,
  scope: RosterScope,
  looking: Looking,
  by: By,
  secrets: Secrets,
) {
  await refuseOutsideScope(tx, of.school, of.id, scope.college)
  await recordOnStudent(tx, of, { action: 'student.unmask', ...by, ...lookingFor(looking) })
  const { value } = await rosterOf(tx, of.school, [of.id], secrets).next()
  if (!value) throw new Refusal('not-found')
  return value
}
