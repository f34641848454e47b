import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Settings } from '../../../contracts/schools.ts'
import type { SigningFacts } from '../../../domain/eligibility.ts'
import type { InvitationAction, InvitationStatus } from '../../../domain/invitation.ts'
import type { Step } from '../../../domain/lifecycle.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Terms } from '../../../domain/terms.ts'
import type { Db, Tx } from '../../db/database.ts'
import { type Actor, hashOf, record, stepLine } from '../../db/journal.ts'
import type { Jobs } from '../../services/jobs.ts'
import type { Person } from '../accounts/sessions.ts'
import { tellAll } from '../notifications/tell.ts'
import { noticeOf } from './notices.ts'

export type Key = { readonly school: string; readonly id: string }

/** Everything a decision or a page about one invitation needs, in one statement. Reads take the person: a stranger's does not exist. */
const selectInvitation = (db: Db, { school, id }: Key, person: Person) => {
  const query = db
    .selectFrom('invitations as i')
    .innerJoin('schools as s', 's.id', 'i.schoolId')
    .innerJoin('employers as e', 'e.id', 'i.employerId')
    .innerJoin('students as st', (on) =>
      on.onRef('st.schoolId', '=', 'i.schoolId').onRef('st.id', '=', 'i.studentId'),
    )
    .innerJoin('colleges as c', (on) =>
      on.onRef('c.schoolId', '=', 'st.schoolId').onRef('c.id', '=', 'st.collegeId'),
    )
    .leftJoin('admissions as ad', (on) =>
      on.onRef('ad.schoolId', '=', 'i.schoolId').onRef('ad.employerId', '=', 'i.employerId'),
    )
    .leftJoin('agreements as a', (on) =>
      on.onRef('a.schoolId', '=', 'i.schoolId').onRef('a.invitationId', '=', 'i.id'),
    )
    .leftJoin('placements as p', (on) =>
      on.onRef('p.schoolId', '=', 'i.schoolId').onRef('p.studentId', '=', 'i.studentId'),
    )
    .leftJoin('agreements as pa', (on) =>
      on.onRef('pa.schoolId', '=', 'p.schoolId').onRef('pa.id', '=', 'p.agreementId'),
    )
    .where('i.schoolId', '=', school)
    .where('i.id', '=', id)
    .selectAll('i')
    .select(['s.name as schoolName', 's.settings', 'e.name as employerName', 'e.creditCode', 'e.profile'])
    .select([
      'st.name as studentName',
      'st.studentNumber',
      'c.name as college',
      'st.majorName',
      'st.collegeId',
    ])
    .select([
      'st.verifiedAt',
      'st.graduationYear',
      'st.designatedEmployer',
      'st.version as studentVersion',
      'st.educationLevel',
    ])
    .select([
      'ad.status as admission',
      'a.id as agreementId',
      'p.holder as placeHolder',
      'pa.number as placeNumber',
    ])
    .select((from) =>
      from
        .selectFrom('invitationRevisions as r')
        .whereRef('r.schoolId', '=', 'i.schoolId')
        .whereRef('r.invitationId', '=', 'i.id')
        .select('r.terms')
        .orderBy('r.termsVersion', 'desc')
        .limit(1)
        .as('previousTerms'),
    )
  if (person.portal === 'student') return query.where('i.studentId', '=', person.studentId!)
  if (person.portal === 'employer') return query.where('i.employerId', '=', person.employer!.id)
  return person.collegeId ? query.where('st.collegeId', '=', person.collegeId) : query
}

type Found = NonNullable<Awaited<ReturnType<ReturnType<typeof selectInvitation>['executeTakeFirst']>>>
const parse = (row: Found) => ({
  ...row,
  status: row.status as InvitationStatus,
  terms: row.terms as unknown as Terms,
  previousTerms: row.previousTerms as unknown as Terms | null,
  settings: row.settings as unknown as Settings,
})
export type InvitationRecord = ReturnType<typeof parse>

export async function findInvitation(db: Db, key: Key, person: Person): Promise<InvitationRecord> {
  const row = await selectInvitation(db, key, person).executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return parse(row)
}

/** The row `for update`: of two people clicking at once one wins and one is told. */
export async function lockInvitation(tx: Tx, key: Key, person: Person): Promise<InvitationRecord> {
  const row = await selectInvitation(tx, key, person).forUpdate('i').executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return parse(row)
}

export const signingFacts = (row: InvitationRecord): SigningFacts => ({
  invitation: row,
  verified: row.verifiedAt !== null,
  placement: row.placeHolder === null ? null : { holder: row.placeHolder, number: row.placeNumber },
  admitted: row.admission === 'approved',
  designatedEmployer: row.designatedEmployer,
  employerName: row.employerName,
})

export type NewInvitation = {
  readonly school: string
  readonly studentId: string
  readonly employerId: string
  readonly respondBy: string
  readonly terms: Terms
}

export async function addInvitation(tx: Tx, invitation: NewInvitation, actor: Actor, at: Date): Promise<Key> {
  const key = { school: invitation.school, id: uuidv7() }
  const termsHash = hashOf(invitation.terms)
  await tx
    .insertInto('invitations')
    .values({
      schoolId: key.school,
      id: key.id,
      studentId: invitation.studentId,
      employerId: invitation.employerId,
      status: 'pending',
      respondBy: invitation.respondBy,
      terms: JSON.stringify(invitation.terms),
      termsHash,
      sentAt: at,
    })
    .execute()
  await record(tx, [
    stepLine('invitation', key, { action: 'send', from: null, to: 'pending', reason: null, at }, actor, {
      version: 1,
      termsHash,
    }),
  ])
  return key
}

/** The new state; the caller journals it together with what follows from it. */
export const saveInvitation = (
  tx: Tx,
  key: Key,
  version: number,
  step: Step<InvitationAction, InvitationStatus>,
) =>
  tx
    .updateTable('invitations')
    .set({
      status: step.to,
      version,
      reason: step.reason,
      ...(step.to !== 'pending' && { endedAt: step.at }),
    })
    .where('schoolId', '=', key.school)
    .where('id', '=', key.id)
    .execute()

/** Keeps the terms that are replaced, then puts the new ones in their place. */
export async function reviseTerms(
  tx: Tx,
  before: InvitationRecord,
  after: { version: number; respondBy: string; terms: Terms },
  at: Date,
) {
  await tx
    .insertInto('invitationRevisions')
    .values({
      schoolId: before.schoolId,
      invitationId: before.id,
      termsVersion: before.termsVersion,
      respondBy: before.respondBy,
      terms: JSON.stringify(before.terms),
      termsHash: before.termsHash,
      replacedAt: at,
    })
    .execute()
  const termsHash = hashOf(after.terms)
  await tx
    .updateTable('invitations')
    .set({
      version: after.version,
      respondBy: after.respondBy,
      terms: JSON.stringify(after.terms),
      termsVersion: before.termsVersion + 1,
      termsHash,
    })
    .where('schoolId', '=', before.schoolId)
    .where('id', '=', before.id)
    .execute()
  return termsHash
}

/** Ends what the clock has ended and nobody has journaled yet; for one pair, or the oldest `limit` of all. */
export async function expireInvitations(
  tx: Tx,
  jobs: Jobs,
  today: string,
  at: Date,
  actor: Actor,
  pair: { school: string; studentId: string; employerId: string } | number,
) {
  let due = tx
    .selectFrom('invitations as i')
    .innerJoin('employers as e', 'e.id', 'i.employerId')
    .innerJoin('students as st', (on) =>
      on.onRef('st.schoolId', '=', 'i.schoolId').onRef('st.id', '=', 'i.studentId'),
    )
    .where('i.status', '=', 'pending')
    .where('i.respondBy', '<', today)
    .select(['i.schoolId', 'i.id', 'i.version', 'i.termsHash', 'i.terms', 'i.respondBy'])
    .select(['i.studentId', 'i.employerId', 'st.name as studentName', 'e.name as employerName'])
  if (typeof pair === 'number') due = due.orderBy('i.respondBy').limit(pair).forUpdate('i').skipLocked()
  else
    due = due
      .where('i.schoolId', '=', pair.school)
      .where('i.studentId', '=', pair.studentId)
      .where('i.employerId', '=', pair.employerId)
      .forUpdate('i')
  const found = await due.execute()
  if (found.length === 0) return 0
  const rows = found.map((row) => ({ ...row, terms: row.terms as unknown as Terms }))
  await sql`
    update invitations set status = 'expired', version = version + 1, ended_at = ${at}
    where (school_id, id) in (select * from unnest(${rows.map((r) => r.schoolId)}::text[], ${rows.map((r) => r.id)}::uuid[]))
  `.execute(tx)
  await record(
    tx,
    rows.map((row) =>
      stepLine(
        'invitation',
        { school: row.schoolId, id: row.id },
        { action: 'expire', from: 'pending', to: 'expired', reason: null, at },
        actor,
        {
          version: row.version + 1,
          termsHash: row.termsHash,
        },
      ),
    ),
  )
  const told = rows.map((row) => ({ ...noticeOf('invitation.expired', row, null), school: row.schoolId }))
  await tellAll(tx, jobs, told, at)
  return rows.length
}
