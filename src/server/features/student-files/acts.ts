import type { z } from 'zod'
import type { RosterFilter } from '../../../contracts/roster.ts'
import type { moveStudent as contract } from '../../../contracts/students.ts'
import { moveToCollege } from '../../../domain/college-move.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { type Looking, lookingFor } from '../../../domain/unmasking.ts'
import type { Tx } from '../../db/database.ts'
import { type Actor, record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import type { Secrets } from '../../services/secrets.ts'
import { lockAgreementsOf } from '../agreements/queries.ts'
import { lockCorrectionsOf } from '../corrections/queries.ts'
import { lockDestinationsOf } from '../destinations/queries.ts'
import { lockDissolutionsOf } from '../dissolutions/queries.ts'
import { tell } from '../notifications/tell.ts'
import { listColleges } from '../schools/queries.ts'
import { recordOnStudent, recordOnStudents } from '../students/acts.ts'
import { lockCollegeOf, refuseOutsideScope, saveCollege } from '../students/queries.ts'
import type { RosterScope } from '../students/roster-list.ts'
import { listIds, rosterOf } from '../students/roster-rows.ts'

/**
 * Moves a student to another college of the school. The cases are locked before the student, as whoever acts on one
 * holds it first; what is signed or declared meanwhile waits, and is refused with the old college (its foreign key).
 */
export async function moveStudent(
  { tx, jobs, secrets, person, actor, acting }: Doing,
  key: Key,
  moving: z.output<typeof contract.schema.body>,
): Promise<void> {
  const { school, id } = key
  const { at } = acting
  await refuseOutsideScope(tx, school, id, person.collegeId)
  const colleges = await listColleges(tx, school, moving.collegeId)
  const cases = {
    agreements: await lockAgreementsOf(tx, key),
    dissolutions: await lockDissolutionsOf(tx, key),
    destinations: await lockDestinationsOf(tx, key),
  }
  const student = await lockCollegeOf(tx, key)
  // A correction is held after its student, as whoever acts on one does.
  const corrections = await lockCorrectionsOf(tx, key, secrets)
  const facts = { student, isCollege: colleges.length > 0, cases: { ...cases, corrections } }
  const { told, ...moved } = moveToCollege(facts, moving, acting)
  await saveCollege(tx, key, moved.to)
  const line = { school, subject: `student:${id}`, action: 'student.move-college', at, actor }
  await record(tx, [{ ...line, ...moved }])
  await tell(tx, jobs, told, at)
}

type By = { readonly at: Date; readonly actor: Actor }
const AT_ONCE = 5_000

/** Whom a filter means, for whoever takes their roster away as a file: which filter and how many, and a line for each of them. */
export async function takeRoster(
  tx: Tx,
  scope: RosterScope,
  filter: RosterFilter,
  looking: Looking,
  { at, actor }: By,
): Promise<string[]> {
  const { school } = scope
  const { reason, data } = lookingFor(looking)
  const ids = await listIds(tx, scope, filter)
  const line = { school, subject: `school:${school}`, action: 'school.download-roster' }
  const what = { ...data, rows: ids.length, filter: JSON.stringify(filter) }
  await record(tx, [{ ...line, at, actor, from: null, to: null, reason, data: what }])
  for (let from = 0; from < ids.length; from += AT_ONCE)
    await recordOnStudents(
      tx,
      ids.slice(from, from + AT_ONCE).map((id) => ({ school, id })),
      { action: 'student.download-data', at, actor, reason, data },
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
