import { type CompiledQuery, sql } from 'kysely'
import type { AgreementChange } from '../../../domain/agreement/case.ts'
import type { AgreementStatus } from '../../../domain/agreement/life.ts'
import { openCorrection } from '../../../domain/correction/eligibility.ts'
import { dayInChina } from '../../../domain/day.ts'
import type { Enrolment } from '../../../domain/enrolment/life.ts'
import type { InvitationCase, InvitationChange } from '../../../domain/invitation/case.ts'
import type { SigningFacts } from '../../../domain/invitation/eligibility.ts'
import { ANSWERABLE, type InvitationStatus } from '../../../domain/invitation/life.ts'
import { Refusal } from '../../../domain/refusal.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import { type Db, type Tx, together } from '../../db/database.ts'
import { type ColumnsOf, differing, differingOnlyIn } from '../../db/differing.ts'
import { type Key, schoolOf } from '../../db/key.ts'
import { firstOf, formsOf, insertInto, prepared, type Slots, updateOf } from '../../db/prepared.ts'
import { schoolsWith } from '../../db/school-by-school.ts'
import { statusIn } from '../../db/status-in.ts'
import { readKeptRules, readPost, readSealRules, readSettings, readTerms } from '../../db/stored.ts'
import type { Person } from '../../http/person.ts'
import { canBeAccepted } from '../admissions/standing.ts'
import { latestNotice } from '../notice-texts/queries.ts'

/** Whose page it is, as statements tell them apart. */
type Reader = 'student' | 'employer' | 'college' | 'school'
type Read = Key & { readonly whose: string }
/** Reads take the person: a stranger's invitation does not exist. */
function readBy({ school, id }: Key, person: Person): readonly [Reader, Read] {
  const of = (whose: string) => ({ school, id, whose })
  if (person.portal === 'student') return ['student', of(person.studentId!)]
  if (person.portal === 'employer') return ['employer', of(person.employer!.id)]
  return person.collegeId ? ['college', of(person.collegeId)] : ['school', of(school)]
}

/** Everything a decision or a page about one invitation needs, in one statement. */
const selectFor =
  (reader: Reader) =>
  (db: Db, { school, id, whose }: Slots<Read>) => {
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
      .leftJoin('applicationInvitations as l', (on) =>
        on.onRef('l.schoolId', '=', 'i.schoolId').onRef('l.invitationId', '=', 'i.id'),
      )
      .leftJoin('applications as ap', (on) =>
        on.onRef('ap.schoolId', '=', 'l.schoolId').onRef('ap.id', '=', 'l.applicationId'),
      )
      .leftJoin('posts as po', (on) =>
        on.onRef('po.schoolId', '=', 'ap.schoolId').onRef('po.id', '=', 'ap.postId'),
      )
      .leftJoin('placements as p', (on) =>
        on.onRef('p.schoolId', '=', 'i.schoolId').onRef('p.studentId', '=', 'i.studentId'),
      )
      .leftJoin('agreements as pa', (on) =>
        on.onRef('pa.schoolId', '=', 'p.schoolId').onRef('pa.id', '=', 'p.agreementId'),
      )
      .leftJoin('corrections as k', (on) =>
        on
          .onRef('k.schoolId', '=', 'i.schoolId')
          .onRef('k.studentId', '=', 'i.studentId')
          .on('k.waitingFor', 'is not', null),
      )
      .where('i.schoolId', '=', school)
      .where('i.id', '=', id)
      .selectAll('i')
      .select([
        's.name as schoolName',
        's.nameEn as schoolNameEn',
        's.settings',
        'e.name as employerName',
        'e.creditCode',
      ])
      .select([
        'st.name as studentName',
        'st.studentNumber',
        'c.name as college',
        'st.majorName',
        'st.collegeId',
      ])
      .select('k.waitingFor as correctedBy')
      .select(latestNotice(school, 'signing').as('notice'))
      .select([
        'st.verifiedAt',
        'st.designatedEmployer',
        'st.designatedCreditCode',
        'st.enrolment',
        'st.version as studentVersion',
      ])
      .select(['st.graduationYear', 'st.educationLevel'])
      .select([
        'ad.status as admission',
        'ad.admittedAt',
        'a.id as agreementId',
        'a.status as agreementStatus',
        'l.applicationId',
        'po.content as postContent',
        'p.holder as placeHolder',
        'pa.number as placeNumber',
      ])
      .select((from) =>
        from
          .selectFrom('invitationRevisions as r')
          .where('r.schoolId', '=', school)
          .whereRef('r.invitationId', '=', 'i.id')
          .select('r.terms')
          .orderBy('r.termsVersion', 'desc')
          .limit(1)
          .as('previousTerms'),
      )
    if (reader === 'student') return query.where('i.studentId', '=', whose)
    if (reader === 'employer') return query.where('i.employerId', '=', whose)
    return reader === 'college' ? query.where('st.collegeId', '=', whose) : query
  }
const selectInvitation = formsOf((reader: Reader) => prepared(selectFor(reader)))

type Found = NonNullable<Awaited<ReturnType<ReturnType<ReturnType<typeof selectFor>>['executeTakeFirst']>>>
const parse = (row: Found) => ({
  ...row,
  status: row.status as InvitationStatus,
  terms: readTerms(row.terms),
  dissolutionRules: readKeptRules(row.dissolutionRules),
  sealRules: readSealRules(row.sealRules),
  previousTerms: row.previousTerms === null ? null : readTerms(row.previousTerms),
  post: row.postContent === null ? null : readPost(row.postContent),
  settings: readSettings(row.settings),
  agreementStatus: row.agreementStatus as AgreementStatus | null,
  enrolment: row.enrolment as Enrolment,
})
export type InvitationRecord = ReturnType<typeof parse>

export async function findInvitation(db: Db, key: Key, person: Person): Promise<InvitationRecord> {
  const [reader, read] = readBy(key, person)
  const row = await firstOf(db, selectInvitation(reader)(read))
  if (!row) throw new Refusal('not-found')
  return parse(row)
}

/** Only the parties act on an invitation. */
const OWNER = { student: 'studentId', employer: 'employerId' } as const
const rowOfParty = formsOf((party: keyof typeof OWNER) =>
  prepared((db, { school, id, whose }: Slots<Read>) =>
    db
      .selectFrom('invitations')
      .where('schoolId', '=', school)
      .where('id', '=', id)
      .where(OWNER[party], '=', whose)
      .select('id')
      .forUpdate(),
  ),
)
const rowWithGrounds = prepared(
  (_, { school, id, whose }: Slots<Read>) => sql`
    select i.id from invitations i
    join students st on st.school_id = i.school_id and st.id = i.student_id
    join admissions ad on ad.school_id = i.school_id and ad.employer_id = i.employer_id
    where i.school_id = ${school} and i.id = ${id} and i.student_id = ${whose} for share of st, ad for update of i`,
)

/** Locks by the key alone, and reads all that a decision needs only then: what another has changed before is seen. */
async function lockBy(tx: Tx, lock: CompiledQuery, key: Key, person: Person): Promise<InvitationRecord> {
  const [, found] = await together(tx.executeQuery(lock), findInvitation(tx, key, person))
  return found
}

/** The row `for update`: of two people clicking at once one wins and one is told. */
export async function lockInvitation(tx: Tx, key: Key, person: Person): Promise<InvitationRecord> {
  const [reader, read] = readBy(key, person)
  if (reader !== 'student' && reader !== 'employer') throw new Refusal('not-allowed')
  return lockBy(tx, rowOfParty(reader)(read), key, person)
}

/**
 * The same for an acceptance by its student. What it rests on is held first: the admission of whoever sent it, and what the roster
 * says of the student, which is not corrected, nor asked to be, in the same second (R20). What is then read of them stays true.
 */
export const lockToAccept = (tx: Tx, key: Key, person: Person): Promise<InvitationRecord> =>
  lockBy(tx, rowWithGrounds({ ...key, whose: person.studentId! }), key, person)

/** What `findInvitation` would find once these are saved: an act is answered without reading again. */
export function invitationAfter(
  before: InvitationRecord,
  saved: readonly { readonly kind: string }[],
): InvitationRecord {
  const isOwn = (change: { readonly kind: string }): change is InvitationChange =>
    change.kind === 'invitation'
  const isFormed = (change: { readonly kind: string }): change is AgreementChange =>
    change.kind === 'agreement'
  const after = saved.find(isOwn)?.after ?? before
  const formed = saved.find(isFormed)
  return {
    ...before,
    ...after,
    terms: after.terms === before.terms ? before.terms : readTerms(after.terms),
    previousTerms: after.termsVersion > before.termsVersion ? before.terms : before.previousTerms,
    ...(formed && {
      agreementId: formed.after.id,
      agreementStatus: formed.after.status,
      placeHolder: formed.after.snapshot.employer.name,
      placeNumber: formed.after.number,
    }),
  }
}

export const signingFacts = (row: InvitationRecord): SigningFacts => ({
  invitation: row,
  verified: row.verifiedAt !== null,
  correction: openCorrection(row.correctedBy),
  placement: row.placeHolder === null ? null : { holder: row.placeHolder, number: row.placeNumber },
  admitted: canBeAccepted(row),
  designatedEmployer: row.designatedEmployer,
  designatedCreditCode: row.designatedCreditCode,
  enrolment: row.enrolment,
  employer: { name: row.employerName, creditCode: row.creditCode },
})

/** Pending as far as anybody has recorded, with the names that people are told. */
const selectPending = (tx: Tx) =>
  tx
    .selectFrom('invitations as i')
    .innerJoin('employers as e', 'e.id', 'i.employerId')
    .innerJoin('students as st', (on) =>
      on.onRef('st.schoolId', '=', 'i.schoolId').onRef('st.id', '=', 'i.studentId'),
    )
    .where(statusIn('i.status', ANSWERABLE))
    .selectAll('i')
    .select(['st.name as studentName', 'e.name as employerName'])
    .forUpdate('i')

type Pending = Awaited<ReturnType<ReturnType<typeof selectPending>['execute']>>[number]
const parsePending = (row: Pending): InvitationCase => ({
  ...row,
  status: row.status as InvitationStatus,
  terms: readTerms(row.terms),
  dissolutionRules: readKeptRules(row.dissolutionRules),
  sealRules: readSealRules(row.sealRules),
})

/** One employer and students of one school. */
export type Pairs = {
  readonly school: string
  readonly employerId: string
  readonly studentIds: readonly string[]
}
const ofThese = (studentIds: readonly string[]) => sql<boolean>`i.student_id = any(${studentIds}::uuid[])`

/** What this employer has sent these students and nobody has recorded as answered or over; locked in one order. */
export async function lockPendingOf(tx: Tx, pair: Pairs): Promise<InvitationCase[]> {
  const rows = await selectPending(tx)
    .where('i.schoolId', '=', pair.school)
    .where(ofThese(pair.studentIds))
    .where('i.employerId', '=', pair.employerId)
    .orderBy('i.studentId')
    .execute()
  return rows.map(parsePending)
}

/** The same, to be read only: what decides whether it is still live. */
export async function listPendingOf(db: Db, pair: Pairs) {
  const rows = await db
    .selectFrom('invitations as i')
    .where('i.schoolId', '=', pair.school)
    .where(ofThese(pair.studentIds))
    .where('i.employerId', '=', pair.employerId)
    .where(statusIn('i.status', ANSWERABLE))
    .select(['i.studentId', 'i.status', 'i.respondBy', 'i.version'])
    .execute()
  return rows.map((row) => ({ ...row, status: row.status as InvitationStatus }))
}

/** The terms that this employer sent last, at whatever school, and to whom; null before the first. */
export async function findLastTerms(db: Db, employerId: string) {
  const row = await db
    .selectFrom('invitations as i')
    .innerJoin('students as st', (on) =>
      on.onRef('st.schoolId', '=', 'i.schoolId').onRef('st.id', '=', 'i.studentId'),
    )
    .where('i.employerId', '=', employerId)
    .select(['i.terms', 'i.sentAt', 'st.name as studentName'])
    .orderBy('i.sentAt', 'desc')
    .orderBy('i.id', 'desc')
    .limit(1)
    .modifyEnd(acrossSchools.employers)
    .executeTakeFirst()
  return row ? { ...row, terms: readTerms(row.terms) } : null
}

/** The schools where the clock has ended something that nobody has journaled yet. */
export const schoolsWithOver = (db: Db, at: Date) =>
  schoolsWith(
    db
      .selectFrom('invitations')
      .where(statusIn('status', ANSWERABLE))
      .where('respondBy', '<', dayInChina(at)),
  )

/** Of this school, the oldest `limit`; what another instance has it leaves. */
export async function lockOver(tx: Tx, school: string, at: Date, limit: number): Promise<InvitationCase[]> {
  const rows = await selectPending(tx)
    .where('i.schoolId', '=', school)
    .where('i.respondBy', '<', dayInChina(at))
    .orderBy('i.respondBy')
    .limit(limit)
    .skipLocked()
    .execute()
  return rows.map(parsePending)
}

/** Its agreement no longer has the place: from now on the employer may invite this student again (R3). */
export const letGoOfPair = (tx: Tx, { school, id }: Key) =>
  tx
    .updateTable('invitations')
    .set({ letGo: true })
    .where('schoolId', '=', school)
    .where('id', '=', id)
    .execute()

const AT_MOST = 20

/** The student's invitations that can still be answered, those that end first. */
export const listAnswerable = (
  db: Db,
  { school, studentId }: { readonly school: string; readonly studentId: string },
  at: Date,
) =>
  db
    .selectFrom('invitations as i')
    .innerJoin('employers as e', 'e.id', 'i.employerId')
    .where('i.schoolId', '=', school)
    .where('i.studentId', '=', studentId)
    .where(statusIn('i.status', ANSWERABLE))
    .where('i.respondBy', '>=', dayInChina(at))
    .select(['i.id', 'i.respondBy', 'i.employerId', 'e.name as employerName'])
    .orderBy('i.respondBy')
    .limit(AT_MOST)
    .execute()

const rowOf = (of: InvitationCase) =>
  ({
    schoolId: of.schoolId,
    id: of.id,
    studentId: of.studentId,
    employerId: of.employerId,
    status: of.status,
    version: of.version,
    respondBy: of.respondBy,
    terms: JSON.stringify(of.terms),
    termsHash: of.termsHash,
    termsVersion: of.termsVersion,
    minDays: of.minDays,
    maxDays: of.maxDays,
    declineNeedsReason: of.declineNeedsReason,
    dissolutionRules: JSON.stringify(of.dissolutionRules),
    sealRules: of.sealRules && JSON.stringify(of.sealRules),
    reason: of.reason,
    sentAt: of.sentAt,
    endedAt: of.endedAt,
  }) satisfies ColumnsOf<InvitationCase, 'studentName' | 'employerName'>

/** Keeps the terms that are replaced. */
const keepReplaced = (tx: Tx, before: InvitationCase, at: Date) =>
  tx
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

const insertInvitation = insertInto('invitations')
const updateInvitation = updateOf('invitations')

/** The new state, or a new invitation; the terms that are replaced are kept. The caller journals it. */
export async function saveInvitation(
  tx: Tx,
  { before, after, step }: Pick<InvitationChange, 'before' | 'after' | 'step'>,
): Promise<void> {
  if (!before) {
    await tx.executeQuery(insertInvitation(rowOf(after)))
    return
  }
  if (step && after.termsVersion > before.termsVersion) await keepReplaced(tx, before, step.at)
  const key = { school: before.schoolId, id: before.id }
  await tx.executeQuery(updateInvitation(key, differing(rowOf(before), rowOf(after))))
}

/** What has ended, of many of one school at once. */
async function saveEnded(tx: Tx, changes: readonly InvitationChange[]): Promise<void> {
  const ended = changes.map(({ before, after }) =>
    differingOnlyIn(
      ['schoolId', 'id', 'status', 'version', 'endedAt'],
      before && rowOf(before),
      rowOf(after),
    ),
  )
  await sql`
    update invitations i set status = x.status, version = x.version, ended_at = x."endedAt"
    from jsonb_to_recordset(${JSON.stringify(ended)}::jsonb)
      as x (id uuid, status text, version integer, "endedAt" timestamptz)
    where i.school_id = ${schoolOf(changes.map(({ after }) => after))} and i.id = x.id
  `.execute(tx)
}

/** What has ended, and what comes into being, of many at once; in one order, so that two at once wait and do not lock each other. */
export async function saveMany(tx: Tx, changes: readonly InvitationChange[]): Promise<void> {
  const born = changes.filter(({ before }) => before === null).map(({ after }) => rowOf(after))
  const ended = changes.filter(({ before }) => before !== null)
  if (ended.length > 0) await saveEnded(tx, ended)
  if (born.length > 0)
    await tx
      .insertInto('invitations')
      .values(born.sort((one, other) => (one.studentId < other.studentId ? -1 : 1)))
      .execute()
}
