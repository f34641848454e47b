import type { z } from 'zod'
import type { moveStudent as contract } from '../../../contracts/students.ts'
import { moveToCollege } from '../../../domain/college-move.ts'
import { record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { lockAgreementsOf } from '../agreements/queries.ts'
import { lockCorrectionsOf } from '../corrections/queries.ts'
import { lockDestinationsOf } from '../destinations/queries.ts'
import { lockDissolutionsOf } from '../dissolutions/queries.ts'
import { tell } from '../notifications/tell.ts'
import { listColleges } from '../schools/queries.ts'
import { lockCollegeOf, refuseOutsideScope, saveCollege } from '../students/queries.ts'

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
