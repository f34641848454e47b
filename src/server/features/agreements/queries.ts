import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Agreement, AgreementAction, AgreementStatus, ReviewLevel } from '../../../domain/agreement.ts'
import { waitingFor } from '../../../domain/agreement.ts'
import { formatAgreementNumber } from '../../../domain/identifiers.ts'
import type { Step } from '../../../domain/lifecycle.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Terms } from '../../../domain/terms.ts'
import type { Db, Tx } from '../../db/database.ts'
import { hashOf } from '../../db/journal.ts'
import type { Person } from '../accounts/sessions.ts'
import type { InvitationRecord, Key } from '../invitations/queries.ts'
import { takePlacement } from '../placements/queries.ts'

/** Reads take the person: what is not theirs, or outside a college reviewer's scope, does not exist. */
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
  if (person.portal === 'employer') return query.where('a.employerId', '=', person.employer!.id)
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

/** R3: no new invitation while an agreement of this pair is in review or in force. */
export async function refuseWhileAgreementLives(
  tx: Tx,
  pair: { school: string; studentId: string; employerId: string },
) {
  const living = await tx
    .selectFrom('agreements')
    .where('schoolId', '=', pair.school)
    .where('studentId', '=', pair.studentId)
    .where('employerId', '=', pair.employerId)
    .where('status', 'in', ['in_review', 'returned', 'effective'])
    .select('number')
    .executeTakeFirst()
  if (living) throw new Refusal('agreement-with-employer-in-force', { number: living.number })
}

const KIND_ONLINE = 1

/** The next number of this school and year (R24): a counter in the transaction, so no number is lost or shared. */
async function allotNumber(tx: Tx, school: string, year: number): Promise<string> {
  const { last } = await tx
    .insertInto('agreementSerials')
    .values({ schoolId: school, kind: KIND_ONLINE, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['schoolId', 'kind', 'year']).doUpdateSet({ last: sql`agreement_serials.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return formatAgreementNumber({ kind: KIND_ONLINE, year, school, serial: last })
}

/** Acceptance forms the agreement (R7): takes the student's one place or refuses, then gets its number. */
export async function formAgreement(tx: Tx, invitation: InvitationRecord, at: Date) {
  const key = { school: invitation.schoolId, id: uuidv7() }
  await takePlacement(tx, { ...key, agreementId: key.id, studentId: invitation.studentId }, 'online', at)
  // The counter is the one row that all of a school's acceptances share: taken last, held shortest.
  const number = await allotNumber(tx, key.school, invitation.graduationYear)
  const levels = [...invitation.settings.agreementLevels]
  const snapshot: Snapshot = {
    student: {
      name: invitation.studentName,
      studentNumber: invitation.studentNumber,
      college: invitation.college,
      major: invitation.majorName,
    },
    employer: { name: invitation.employerName, creditCode: invitation.creditCode },
  }
  await tx
    .insertInto('agreements')
    .values({
      schoolId: key.school,
      id: key.id,
      number,
      kind: 'online',
      studentId: invitation.studentId,
      employerId: invitation.employerId,
      invitationId: invitation.id,
      collegeId: invitation.collegeId,
      status: 'in_review',
      levels,
      terms: JSON.stringify(invitation.terms),
      termsHash: invitation.termsHash,
      waitingFor: levels[0]!,
      waitingSince: at,
      snapshot: JSON.stringify(snapshot),
      studentVersion: invitation.studentVersion,
      formedAt: at,
    })
    .execute()
  return { ...key, number }
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
  if (adopted) {
    await tx
      .insertInto('agreementRevisions')
      .values({
        schoolId: before.schoolId,
        agreementId: before.id,
        termsVersion: before.termsVersion,
        terms: JSON.stringify(before.terms),
        termsHash: before.termsHash,
        replacedAt: step.at,
      })
      .execute()
  }
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

/** Terms that were replaced, of the invitation before signing and of the agreement after it, oldest first. */
export async function listReplacedTerms(db: Db, agreement: AgreementRecord) {
  const { rows } = await sql<{ terms: Terms; replacedAt: Date }>`
    select terms, replaced_at from invitation_revisions
    where school_id = ${agreement.schoolId} and invitation_id = ${agreement.invitationId}
    union all
    select terms, replaced_at from agreement_revisions
    where school_id = ${agreement.schoolId} and agreement_id = ${agreement.id}
    order by replaced_at
  `.execute(db)
  return rows
}
