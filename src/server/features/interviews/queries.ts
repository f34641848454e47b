import { sql } from 'kysely'
import {
  INTERVIEW_WAYS,
  type InterviewCase,
  type InterviewChange,
  type NewSlots,
} from '../../../domain/interview/case.ts'
import { FIXED, INTERVIEW_STATUSES, OPEN_INTERVIEWS, TAKES_SLOT } from '../../../domain/interview/life.ts'
import type { Slot } from '../../../domain/interview/slots.ts'
import { Refusal } from '../../../domain/refusal.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { ColumnsOf } from '../../db/differing.ts'
import { inKeys, type Key } from '../../db/key.ts'
import { statusIn } from '../../db/status-in.ts'
import type { Person } from '../../http/person.ts'
import { oneOf } from '../posts/queries.ts'
import { readByEmployer } from './readable.ts'

export const interviewRows = (db: Db) => db.selectFrom('interviews as i')
export const withNames = (rows: ReturnType<typeof interviewRows>) =>
  rows
    .innerJoin('applications as a', (on) =>
      on.onRef('a.schoolId', '=', 'i.schoolId').onRef('a.id', '=', 'i.applicationId'),
    )
    .innerJoin('posts as p', (on) => on.onRef('p.schoolId', '=', 'a.schoolId').onRef('p.id', '=', 'a.postId'))
    .innerJoin('employers as e', 'e.id', 'i.employerId')
    .innerJoin('schools as s', 's.id', 'i.schoolId')
    .selectAll('i')
    .select(['e.name as employerName', 's.name as schoolName', 's.nameEn as schoolNameEn'])
    .select(sql<string>`p.content->>'title'`.as('title'))
    .select(sql<string>`a.snapshot->>'name'`.as('studentName'))
export const selectInterviews = (db: Db) => withNames(interviewRows(db))
type Found = Awaited<ReturnType<ReturnType<typeof selectInterviews>['executeTakeFirstOrThrow']>>
/** An interview with what its school is called. */
export type InterviewRecord = InterviewCase & { readonly schoolName: string; readonly schoolNameEn: string }
export const parseInterview = (row: Found): InterviewRecord => ({
  ...row,
  status: oneOf(INTERVIEW_STATUSES, row.status),
  manner: oneOf(INTERVIEW_WAYS, row.manner),
})

/** Reads take the person: what an employer no longer reads of an application has no interview for it either (AT-8). */
function selectFor(db: Db, { school, id }: Key, { portal, studentId, employer }: Person) {
  const query = selectInterviews(db).where('i.schoolId', '=', school).where('i.id', '=', id)
  if (portal === 'student') return query.where('i.studentId', '=', studentId!)
  if (portal === 'employer') return query.where(readByEmployer('i', employer!.id))
  throw new Refusal('not-found')
}
function one(row: Found | undefined): InterviewRecord {
  if (!row) throw new Refusal('not-found')
  return parseInterview(row)
}
export const findInterview = async (db: Db, key: Key, person: Person) =>
  one(await selectFor(db, key, person).executeTakeFirst())
/** The row `for update`: of a pick and a cancellation at once one wins and the other is told. */
export const lockInterview = async (tx: Tx, key: Key, person: Person) =>
  one(await selectFor(tx, key, person).forUpdate('i').executeTakeFirst())

/** The open interviews of these applications, which whoever calls holds. */
export async function lockOpen(tx: Tx, applications: readonly Key[]): Promise<InterviewRecord[]> {
  if (applications.length === 0) return []
  const rows = await selectInterviews(tx)
    .where(inKeys('i.schoolId', 'i.applicationId', applications))
    .where(statusIn('i.status', OPEN_INTERVIEWS))
    .orderBy('i.id')
    .forUpdate('i')
    .modifyEnd(acrossSchools.employers)
    .execute()
  return rows.map(parseInterview)
}

/** What was arranged for an application, the latest first; whose that is, is for the caller to say. */
export async function listOfApplication(db: Db, { school, id }: Key): Promise<InterviewRecord[]> {
  const rows = await selectInterviews(db)
    .where('i.schoolId', '=', school)
    .where('i.applicationId', '=', id)
    .orderBy('i.proposedAt', 'desc')
    .orderBy('i.id', 'desc')
    .execute()
  return rows.map(parseInterview)
}

/** The times of these sets in their order, with whether somebody has taken them. */
export const listSlots = (db: Db, school: string, sets: readonly string[]) =>
  db
    .selectFrom('interviewSlots as l')
    .where('l.schoolId', '=', school)
    .where(sql<boolean>`l.set_id = any(${sets}::uuid[])`)
    .select(['l.id', 'l.setId', 'l.beginsAt', 'l.endsAt'])
    .select((of) =>
      of
        .exists(
          of
            .selectFrom('interviews as t')
            .where('t.schoolId', '=', school)
            .whereRef('t.slotId', '=', 'l.id')
            .where(statusIn('t.status', TAKES_SLOT)),
        )
        .as('isTaken'),
    )
    .orderBy('l.beginsAt')
    .execute()

/** A time of a set; refuses one that was not offered. */
export async function findSlot(db: Db, { school, id }: Key, setId: string): Promise<Slot> {
  const found = await db
    .selectFrom('interviewSlots')
    .where('schoolId', '=', school)
    .where('id', '=', id)
    .where('setId', '=', setId)
    .select(['id', 'beginsAt', 'endsAt'])
    .executeTakeFirst()
  if (!found) throw new Refusal('not-found')
  return found
}

/** The student's interviews that are fixed and not over, wherever they are. */
export const listFixed = (db: Db, student: Key, at: Date) =>
  selectInterviews(db)
    .where('i.schoolId', '=', student.school)
    .where('i.studentId', '=', student.id)
    .where(statusIn('i.status', FIXED))
    .where('i.endsAt', '>', at)
    .orderBy('i.endsAt')
    .execute()

/** The times of a new set, in one statement. */
export const saveSlots = (tx: Tx, { schoolId, setId, employerId, slots }: NewSlots) =>
  tx
    .insertInto('interviewSlots')
    .values(slots.map((slot) => ({ ...slot, schoolId, setId, employerId })))
    .execute()

const columnsOf = (of: InterviewCase) =>
  ({
    schoolId: of.schoolId,
    id: of.id,
    applicationId: of.applicationId,
    employerId: of.employerId,
    studentId: of.studentId,
    setId: of.setId,
    slotId: of.slotId,
    beginsAt: of.beginsAt,
    endsAt: of.endsAt,
    manner: of.manner,
    place: of.place,
    note: of.note,
    status: of.status,
    version: of.version,
    reason: of.reason,
    proposedAt: of.proposedAt,
    changedAt: of.changedAt,
  }) satisfies ColumnsOf<InterviewCase, 'title' | 'employerName' | 'studentName'>

/** What becomes of interviews, new ones among them, in one statement. The caller journals it. */
export async function saveInterviews(tx: Tx, changes: readonly InterviewChange[]): Promise<void> {
  await sql`
    insert into interviews (school_id, id, application_id, employer_id, student_id, set_id, slot_id, begins_at, ends_at,
      manner, place, note, status, version, reason, proposed_at, changed_at)
    select * from jsonb_to_recordset(${JSON.stringify(changes.map(({ after }) => columnsOf(after)))}::jsonb) as x (
      "schoolId" text, id uuid, "applicationId" uuid, "employerId" uuid, "studentId" uuid, "setId" uuid, "slotId" uuid,
      "beginsAt" timestamptz, "endsAt" timestamptz, manner text, place text, note text, status text, version integer,
      reason text, "proposedAt" timestamptz, "changedAt" timestamptz)
    on conflict (school_id, id) do update set set_id = excluded.set_id, slot_id = excluded.slot_id,
      begins_at = excluded.begins_at, ends_at = excluded.ends_at, manner = excluded.manner, place = excluded.place,
      note = excluded.note, status = excluded.status, version = excluded.version, reason = excluded.reason,
      changed_at = excluded.changed_at`.execute(tx)
}

/** What they say of a student goes with what their applications say. */
export const forgetOfApplications = (tx: Tx, school: string, applications: readonly string[]) =>
  tx
    .updateTable('interviews')
    .set({ place: '', note: '', reason: null })
    .where('schoolId', '=', school)
    .where(sql<boolean>`application_id = any(${applications}::uuid[])`)
    .execute()
