import type { SendingFacts } from '../../../domain/invitation/acts.ts'
import { type InvitingFacts, reasonsAgainstInviting } from '../../../domain/invitation/again.ts'
import { closedYear } from '../../../domain/often.ts'
import { type Reason, Refusal } from '../../../domain/refusal.ts'
import type { Settings } from '../../../domain/settings.ts'
import type { Db, Tx } from '../../db/database.ts'
import { findAdmission, type holdAdmission } from '../admissions/standing.ts'
import { findKeptOf } from '../agreements/queries.ts'
import { listEnrolments } from '../students/enrolment.ts'
import { listPendingOf, lockPendingOf } from './queries.ts'

type Inviting = {
  readonly school: string
  readonly studentIds: readonly string[]
  readonly employer: InvitingFacts['employer']
}
const pairsOf = ({ school, studentIds, employer }: Inviting) => ({
  school,
  studentIds,
  employerId: employer.id,
})

/** Of each of these students all that keeps this employer from inviting them at this instant. */
export async function findReasonsAgainstInviting(
  db: Db,
  of: Inviting,
  at: Date,
): Promise<(studentId: string) => Reason[]> {
  const { school, employer, studentIds } = of
  const [{ admitted, verifyDue, settings }, enrolments, kept, pending] = await Promise.all([
    findAdmission(db, school, employer.id),
    listEnrolments(db, school, studentIds),
    findKeptOf(db, pairsOf(of)),
    listPendingOf(db, pairsOf(of)),
  ])
  const pendingOf = Map.groupBy(pending, ({ studentId }) => studentId)
  return (studentId) =>
    reasonsAgainstInviting(
      {
        admitted,
        verifyDue,
        employer,
        ...standingOf(studentId, enrolments, settings),
        kept: kept.get(studentId) ?? null,
        pending: pendingOf.get(studentId) ?? [],
      },
      at,
    )
}

/** What the rule of sending asks of each of these students, with what is pending held. */
export async function holdSendingFacts(
  tx: Tx,
  of: Inviting,
  { admitted, verifyDue, settings }: Awaited<ReturnType<typeof holdAdmission>>,
): Promise<(student: SendingFacts['student']) => SendingFacts> {
  const enrolments = await listEnrolments(tx, of.school, of.studentIds)
  // What is pending comes first: whoever accepts it just now has formed the agreement that is then looked for.
  const pending = await lockPendingOf(tx, pairsOf(of))
  const kept = await findKeptOf(tx, pairsOf(of))
  const pendingOf = Map.groupBy(pending, ({ studentId }) => studentId)
  return (student) => ({
    admitted,
    verifyDue,
    employer: of.employer,
    student,
    limits: settings,
    ...standingOf(student.id, enrolments, settings),
    kept: kept.get(student.id) ?? null,
    pending: pendingOf.get(student.id) ?? [],
  })
}

/** How this student stands with the school: whether they may sign, and whether their year is open. */
function standingOf(
  studentId: string,
  enrolments: Awaited<ReturnType<typeof listEnrolments>>,
  { graduationYears }: Settings,
): Pick<InvitingFacts, 'enrolment' | 'closedYear'> {
  const found = enrolments.get(studentId)
  if (!found) throw new Refusal('not-found')
  return { enrolment: found.enrolment, closedYear: closedYear(graduationYears, found.graduationYear) }
}
