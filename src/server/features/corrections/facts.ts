import type { RosterFacts } from '../../../domain/correction/acts.ts'
import { identityAsked } from '../../../domain/correction/asked.ts'
import type { CorrectionCase } from '../../../domain/correction/case.ts'
import type { RosterValues } from '../../../domain/roster/columns.ts'
import type { Db } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import type { Secrets } from '../../services/secrets.ts'
import { lockSchool } from '../schools/queries.ts'
import { findHolder, lockRoster } from '../students/roster-values.ts'
import { findCorrection, lockCorrection } from './queries.ts'

/** What the roster says of its student now, and who else of the year has the document that it asks for, where it does. */
export async function findFactsOf(
  db: Db,
  of: CorrectionCase,
  roster: RosterValues,
  secrets: Secrets,
): Promise<RosterFacts> {
  const asked = identityAsked(roster, of.changes)
  const student = { school: of.schoolId, id: of.studentId }
  return { roster, holder: asked && (await findHolder(db, student, asked, secrets)) }
}

/**
 * A correction with what its student's row says, both locked, and in the order in which whoever asks, signs or enters a roster
 * takes them. Where it is about who somebody is, no other is decided at the same time in the school.
 */
export async function lockWithStudent({ tx, person, secrets }: Doing, key: Key) {
  const { studentId, changes } = await findCorrection(tx, key, person, secrets)
  if (identityAsked({}, changes)) await lockSchool(tx, key.school)
  const { roster, settings } = await lockRoster(tx, { school: key.school, id: studentId }, secrets)
  return { before: await lockCorrection(tx, key, person, secrets), roster, settings }
}
