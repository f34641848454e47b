import { type InvitingFacts, reasonsAgainstInviting } from '../../../domain/invitation/again.ts'
import { closedYear } from '../../../domain/often.ts'
import type { Reason } from '../../../domain/refusal.ts'
import type { Db } from '../../db/database.ts'
import { findAdmission } from '../admissions/standing.ts'
import { findKeptOf } from '../agreements/queries.ts'
import { listPendingOf } from './queries.ts'

/** All that keeps this employer from inviting this student at this instant. */
export async function findReasonsAgainstInviting(
  db: Db,
  of: {
    readonly school: string
    readonly studentId: string
    readonly graduationYear: number
    readonly employer: InvitingFacts['employer']
  },
  at: Date,
): Promise<Reason[]> {
  const { school, studentId, graduationYear, employer } = of
  const pair = { school, studentId, employerId: employer.id }
  const [{ admitted, verifyDue, settings }, kept, pending] = await Promise.all([
    findAdmission(db, school, employer.id),
    findKeptOf(db, pair),
    listPendingOf(db, pair),
  ])
  return reasonsAgainstInviting(
    {
      admitted,
      verifyDue,
      employer,
      closedYear: closedYear(settings.graduationYears, graduationYear),
      kept,
      pending,
    },
    at,
  )
}
