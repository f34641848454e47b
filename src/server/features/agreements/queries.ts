import type {
  Agreement,
  AgreementAction,
  AgreementKind,
  AgreementStatus,
  ReviewLevel,
} from '../../../domain/agreement.ts'
import { waitingFor } from '../../../domain/agreement.ts'
import type { Step } from '../../../domain/lifecycle.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Terms } from '../../../domain/terms.ts'
import type { Db, Tx } from '../../db/database.ts'
import { hashOf } from '../../db/journal.ts'
import type { Person } from '../accounts/sessions.ts'
import type { Key } from '../invitations/queries.ts'
import { keepReplaced } from './revisions.ts'

/**
 * Reads take the person: what is not theirs, or outside a college reviewer's scope, does not exist. A paper agreement
 * is the student's and the school's alone: nobody asked the employer whom the student names.
 */
const selectAgreement = (db: Db, { school, id }: Key, person: Person) => {
  const query = db
    .selectFrom('agreements as a')
    .innerJoin('schools as s', 's.id', 'a.schoolId')
    .innerJoin('students as st', (on) =>
      on.onRef('st.schoolId', '=', 'a.schoolId').onRef('st.id', '=', 'a.studentId'),
    )
    .where('a.schoolId', '=', school)
    .where('a.id', '=', id)
    .selectAll('a')
    .select(['s.name as schoolName', 'st.version as currentStudentVersion'])
  if (person.portal === 'student') return query.where('a.studentId', '=', person.studentId!)
  if (person.portal === 'employer')
    return query.where('a.employerId', '=', person.employer!.id).where('a.kind', '=', 'online')
  return person.collegeId ? query.where('a.collegeId', '=', person.collegeId) : query
}

type Found = NonNullable<Awaited<ReturnType<ReturnType<typeof selectAgreement>['executeTakeFirst']>>>

/** Who the parties were when they signed: roster changes later rewrite nothing (`domain.md` §5.6). */
export type Snapshot = {
  readonly student: { name: string; studentNumber: string; college: string; major: string }
  readonly employer: { name: string; creditCode: string }
}

const parse = (row: Found) => ({
  ...row,
  kind: row.kind as AgreementKind,
  dissolving: row.dissolutionId !== null,
  status: row.status as AgreementStatus,
  levels: row.levels as ReviewLevel[],
  amendment: row.amendment as Agreement['amendment'],
  cancellationBy: row.cancellationBy as Agreement['cancellationBy'],
  terms: row.terms as unknown as Terms,
  amendmentTerms: row.amendmentTerms as unknown as Terms | null,
  snapshot: row.snapshot as unknown as Snapshot,
})
export type AgreementRecord = ReturnType<typeof parse>

export async function findAgreement(db: Db, key: Key, person: Person): Promise<AgreementRecord> {
  const row = await selectAgreement(db, key, person).executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return parse(row)
}

export async function lockAgreement(tx: Tx, key: Key, person: Person): Promise<AgreementRecord> {
  const row = await selectAgreement(tx, key, person).forUpdate('a').executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return parse(row)
}

/** R3: no new invitation while an agreement of this pair is in review or in force; a paper one is not the employer's to know of. */
export async function refuseWhileAgreementLives(
  tx: Tx,
  pair: { school: string; studentId: string; employerId: string },
) {
  const living = await tx
    .selectFrom('agreements')
    .where('schoolId', '=', pair.school)
    .where('studentId', '=', pair.studentId)
    .where('employerId', '=', pair.employerId)
    .where('kind', '=', 'online')
    .where('status', 'in', ['in_review', 'returned', 'effective'])
    .select('number')
    .executeTakeFirst()
  if (living) throw new Refusal('agreement-with-employer-in-force', { number: living.number })
}

const ENDS: readonly AgreementStatus[] = ['rejected', 'cancelled', 'dissolved', 'fulfilled']

/** The new state; the caller journals it. `amendmentTerms` where one is proposed. */
export async function saveAgreement(
  tx: Tx,
  before: AgreementRecord,
  after: AgreementRecord,
  step: Step<AgreementAction, AgreementStatus>,
  amendmentTerms: Terms | null,
) {
  const adopted = step.action === 'accept-amendment'
  if (adopted) await keepReplaced(tx, before, step.at)
  const waits = waitingFor(after)
  await tx
    .updateTable('agreements')
    .set({
      status: after.status,
      version: after.version,
      level: after.level,
      amendment: after.amendment,
      amendmentTerms: after.amendment && amendmentTerms ? JSON.stringify(amendmentTerms) : null,
      amendmentHash: after.amendment && amendmentTerms ? hashOf(amendmentTerms) : null,
      cancellationBy: after.cancellationBy,
      ...(!after.dissolving && before.dissolving && { dissolutionId: null }),
      waitingFor: waits,
      ...(waits !== before.waitingFor && { waitingSince: step.at }),
      ...(adopted && {
        terms: JSON.stringify(before.amendmentTerms),
        termsHash: before.amendmentHash!,
        termsVersion: before.termsVersion + 1,
      }),
      ...(after.status === 'effective' && before.status !== 'effective' && { effectiveAt: step.at }),
      ...(ENDS.includes(after.status) && { endedAt: step.at }),
    })
    .where('schoolId', '=', before.schoolId)
    .where('id', '=', before.id)
    .execute()
}

/** What the student has corrected in a paper registration; what stood before is kept. */
export async function replacePaper(
  tx: Tx,
  before: AgreementRecord,
  paper: { employer: Snapshot['employer'] & { id: string | null }; signedOn: string; terms: Terms },
  at: Date,
) {
  await keepReplaced(tx, before, at)
  const { id, ...employer } = paper.employer
  await tx
    .updateTable('agreements')
    .set({
      employerId: id,
      signedOn: paper.signedOn,
      terms: JSON.stringify(paper.terms),
      termsHash: hashOf(paper.terms),
      termsVersion: before.termsVersion + 1,
      snapshot: JSON.stringify({ ...before.snapshot, employer } satisfies Snapshot),
    })
    .where('schoolId', '=', before.schoolId)
    .where('id', '=', before.id)
    .execute()
}

/** A request to dissolve it is open from now on; until it ends nothing else happens to the agreement. */
export const openDissolution = (tx: Tx, { school, id }: Key, dissolutionId: string) =>
  tx
    .updateTable('agreements')
    .set({ dissolutionId })
    .where('schoolId', '=', school)
    .where('id', '=', id)
    .execute()

/** The request has ended and the agreement stands as before. */
export const closeDissolution = (tx: Tx, { school, id }: Key) =>
  tx
    .updateTable('agreements')
    .set({ dissolutionId: null })
    .where('schoolId', '=', school)
    .where('id', '=', id)
    .execute()
