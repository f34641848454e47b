import { type RawBuilder, sql } from 'kysely'
import type { ApplicationCase, ApplicationChange } from '../../../domain/application/case.ts'
import { APPLICATION_STATUSES, GOING_ON, NOT_OFFERED } from '../../../domain/application/life.ts'
import { dayInChina } from '../../../domain/day.ts'
import type { Enrolment } from '../../../domain/enrolment/life.ts'
import { ACCEPTED, ANSWERABLE } from '../../../domain/invitation/life.ts'
import { APPLICATIONS_COUNTED, oftenOf } from '../../../domain/often.ts'
import { POST_STATUSES, type PostStatus } from '../../../domain/post/life.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { foldText } from '../../../domain/text.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { ColumnsOf } from '../../db/differing.ts'
import { inKeys, type Key } from '../../db/key.ts'
import { statusIn } from '../../db/status-in.ts'
import { readSettings, readStudent } from '../../db/stored.ts'
import type { Person } from '../../http/person.ts'
import { readByEmployer } from '../interviews/readable.ts'
import { oneOf } from '../posts/queries.ts'

/** An application with its post as that stands. */
export type ApplicationRecord = ApplicationCase & {
  readonly shortId: string
  readonly postStatus: PostStatus
  readonly lastDay: string
  readonly verifiedUntil: string
}

/** With whether somebody who was invited for it has yet to answer, or has signed. */
const select = (db: Db, at: Date, school: string | RawBuilder<string> = sql.ref('a.schoolId')) =>
  db
    .selectFrom('applications as a')
    .innerJoin('posts as p', (on) => on.onRef('p.schoolId', '=', 'a.schoolId').onRef('p.id', '=', 'a.postId'))
    .innerJoin('employers as e', 'e.id', 'a.employerId')
    .selectAll('a')
    .select(['p.shortId', 'p.status as postStatus', 'p.lastDay', 'p.verifiedUntil', 'e.name as employerName'])
    .select(sql<string>`p.content->>'title'`.as('title'))
    .select(
      sql<boolean>`exists (select from application_invitations l
        join invitations i on i.school_id = l.school_id and i.id = l.invitation_id
        where l.school_id = ${school} and l.application_id = a.id and (${statusIn('i.status', ACCEPTED)}
          or ${statusIn('i.status', ANSWERABLE)} and i.respond_by >= ${dayInChina(at)}))`.as('isInvited'),
    )
type Found = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>
const parse = ({ studentFolded: _, forgottenAt: _at, ...row }: Found): ApplicationRecord => ({
  ...row,
  status: oneOf(APPLICATION_STATUSES, row.status),
  postStatus: oneOf(POST_STATUSES, row.postStatus),
  snapshot: readStudent(row.snapshot),
})

/** Reads take the person: for a school, and for an employer of which it was taken back (AT-8) or whose student had it forgotten, it does not exist. */
function selectFor(db: Db, { school, id }: Key, { portal, studentId, employer }: Person, at: Date) {
  const query = select(db, at, school).where('a.schoolId', '=', school).where('a.id', '=', id)
  if (portal === 'student') return query.where('a.studentId', '=', studentId!)
  if (portal === 'employer') return query.where(readByEmployer('a', employer!.id))
  throw new Refusal('not-found')
}
function one(row: Found | undefined): ApplicationRecord {
  if (!row) throw new Refusal('not-found')
  return parse(row)
}
export const findApplication = async (db: Db, key: Key, person: Person, at: Date) =>
  one(await selectFor(db, key, person, at).executeTakeFirst())
/** The row `for update`: of an offer and a withdrawal at once one wins and the other is told. */
export const lockApplication = async (tx: Tx, key: Key, person: Person, at: Date) =>
  one(await selectFor(tx, key, person, at).forUpdate('a').executeTakeFirst())

/** Those of these that the employer reads, in one order. */
const readable = (db: Db, keys: readonly Key[], employerId: string, at: Date) =>
  select(db, at)
    .where(inKeys('a.schoolId', 'a.id', keys))
    .where(readByEmployer('a', employerId))
    .orderBy('a.schoolId')
    .orderBy('a.id')
    .modifyEnd(acrossSchools.employers)
export const listReadable = async (
  ...of: Parameters<typeof readable>
): Promise<readonly ApplicationRecord[]> => (await readable(...of).execute()).map(parse)
/** The same, locked in one statement. */
export const lockReadable = async (
  tx: Tx,
  keys: readonly Key[],
  { employer }: Person,
  at: Date,
): Promise<readonly ApplicationRecord[]> =>
  (await readable(tx, keys, employer!.id, at).forUpdate('a').execute()).map(parse)

/** The same, each there to be taken once. What is not there refuses whoever takes it. */
export async function lockApplications(tx: Tx, keys: readonly Key[], person: Person, at: Date) {
  const nameOf = ({ school, id }: Key) => `${school}:${id}`
  const rows = await lockReadable(tx, keys, person, at)
  const there = new Map(rows.map((row) => [nameOf({ school: row.schoolId, id: row.id }), row]))
  return {
    take(key: Key): ApplicationRecord {
      const found = there.get(nameOf(key))
      if (!found) throw new Refusal('not-found')
      there.delete(nameOf(key))
      return found
    },
  }
}

/** What goes on of these posts; whoever calls holds them. */
export async function listGoingOn(tx: Tx, posts: readonly Key[], at: Date): Promise<ApplicationRecord[]> {
  const rows = await select(tx, at)
    .where(inKeys('a.schoolId', 'a.postId', posts))
    .where(statusIn('a.status', GOING_ON))
    .modifyEnd(acrossSchools.employers)
    .execute()
  return rows.map(parse)
}

/** What ends with its post, or with its employer's admission; locked in one order. */
const lockToEnd = async (
  tx: Tx,
  school: string,
  [column, id]: readonly ['a.postId' | 'a.employerId' | 'a.studentId', string],
  at: Date,
) => {
  const rows = await select(tx, at, school)
    .where('a.schoolId', '=', school)
    .where(column, '=', id)
    .where(statusIn('a.status', NOT_OFFERED))
    .orderBy('a.id')
    .forUpdate('a')
    .execute()
  return rows.map(parse)
}
/** Of a post that is taken down; whoever calls holds the post. */
export const lockToEndOfPost = (tx: Tx, { school, id }: Key, at: Date) =>
  lockToEnd(tx, school, ['a.postId', id], at)
/** Of an employer that the school admits no more, whichever post it was for. */
export const lockToEndOfEmployer = (tx: Tx, { school, id }: Key, at: Date) =>
  lockToEnd(tx, school, ['a.employerId', id], at)

/** Of a student who leaves the roster. */
export const lockToEndOfStudent = (tx: Tx, { school, id }: Key, at: Date) =>
  lockToEnd(tx, school, ['a.studentId', id], at)
export async function countToEndOfStudent(tx: Tx, { school, id }: Key): Promise<number> {
  const { n } = await tx
    .selectFrom('applications')
    .where('schoolId', '=', school)
    .where('studentId', '=', id)
    .where(statusIn('status', NOT_OFFERED))
    .select((of) => of.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** The id of the student's application for a post, and how it stands; null where there is none. */
export async function findOfStudent(db: Db, student: Key, postId: string) {
  const found = await db
    .selectFrom('applications')
    .where('schoolId', '=', student.school)
    .where('studentId', '=', student.id)
    .where('postId', '=', postId)
    .select(['id', 'status'])
    .executeTakeFirst()
  return found ? { id: found.id, status: oneOf(APPLICATION_STATUSES, found.status) } : null
}

/** With which versions of the résumé a student can apply, the ordinary one first, then what was changed last. */
export const listResumesToSend = (db: Db, student: Key) =>
  db
    .selectFrom('resumes as r')
    .leftJoin('resumeSharings as h', (on) =>
      on.onRef('h.schoolId', '=', 'r.schoolId').onRef('h.ordinaryId', '=', 'r.id'),
    )
    .where('r.schoolId', '=', student.school)
    .where('r.studentId', '=', student.id)
    .select(['r.id', 'r.name'])
    .orderBy(sql`h.ordinary_id is null`)
    .orderBy('r.changedAt', 'desc')
    .orderBy('r.id')
    .execute()

/** What the rule of applying asks of the student and the school; the student held, of whose two at once one is the first. */
export async function holdApplying(tx: Tx, student: Key, postId: string) {
  const row = await tx
    .selectFrom('students as st')
    .innerJoin('schools as s', 's.id', 'st.schoolId')
    .innerJoin('colleges as c', (on) =>
      on.onRef('c.schoolId', '=', 'st.schoolId').onRef('c.id', '=', 'st.collegeId'),
    )
    .where('st.schoolId', '=', student.school)
    .where('st.id', '=', student.id)
    .select(['st.name', 'st.studentNumber', 'c.name as college', 'st.majorName as major'])
    .select(['st.educationLevel', 'st.majorCode', 'st.enrolment', 's.settings'])
    .select((of) =>
      of
        .exists(
          of
            .selectFrom('applications')
            .where('schoolId', '=', student.school)
            .where('studentId', '=', student.id)
            .where('postId', '=', postId),
        )
        .as('hasApplied'),
    )
    .forNoKeyUpdate('st')
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  const counted = await tx
    .selectFrom('applications')
    .where('schoolId', '=', student.school)
    .where('studentId', '=', student.id)
    .select('appliedAt')
    .orderBy('appliedAt', 'desc')
    .limit(APPLICATIONS_COUNTED)
    .execute()
  const { name, studentNumber, college, major, settings, enrolment, ...roster } = row
  return {
    snapshot: { name, studentNumber, college, major },
    education: roster.educationLevel,
    majorCode: roster.majorCode,
    enrolment: enrolment as Enrolment,
    hasApplied: Boolean(roster.hasApplied),
    answerDays: readSettings(settings).applicationDays,
    often: oftenOf(
      APPLICATIONS_COUNTED,
      counted.map(({ appliedAt }) => appliedAt),
    ),
  }
}

const columnsOf = (of: ApplicationCase) =>
  ({
    schoolId: of.schoolId,
    id: of.id,
    postId: of.postId,
    employerId: of.employerId,
    studentId: of.studentId,
    resumeId: of.resumeId,
    snapshot: of.snapshot,
    studentFolded: foldText(`${of.snapshot.name} ${of.snapshot.major}`),
    education: of.education,
    majorCode: of.majorCode,
    note: of.note,
    status: of.status,
    version: of.version,
    appliedAt: of.appliedAt,
    answerBy: of.answerBy,
    answeredAt: of.answeredAt,
    changedAt: of.changedAt,
    reason: of.reason,
    endedAt: of.endedAt,
  }) satisfies ColumnsOf<ApplicationCase, 'isInvited' | 'title' | 'employerName', 'studentFolded'>

/** What becomes of applications, new ones among them, in one statement: a post may have thousands. The caller journals it. */
export async function saveApplications(tx: Tx, changes: readonly ApplicationChange[]): Promise<void> {
  await sql`
    insert into applications (school_id, id, post_id, employer_id, student_id, resume_id, snapshot, student_folded,
      education, major_code, note, status, version, applied_at, answer_by, answered_at, changed_at, reason, ended_at)
    select * from jsonb_to_recordset(${JSON.stringify(changes.map(({ after }) => columnsOf(after)))}::jsonb) as x (
      "schoolId" text, id uuid, "postId" uuid, "employerId" uuid, "studentId" uuid, "resumeId" uuid, snapshot jsonb,
      "studentFolded" text, education text, "majorCode" text, note text, status text, version integer,
      "appliedAt" timestamptz, "answerBy" date, "answeredAt" timestamptz, "changedAt" timestamptz, reason text,
      "endedAt" timestamptz)
    on conflict (school_id, id) do update set status = excluded.status, version = excluded.version,
      answered_at = excluded.answered_at, changed_at = excluded.changed_at, reason = excluded.reason,
      ended_at = excluded.ended_at`.execute(tx)
}

/** An invitation has come of it. */
export const linkInvitation = (tx: Tx, { school, id }: Key, invitationId: string) =>
  tx
    .insertInto('applicationInvitations')
    .values({ schoolId: school, applicationId: id, invitationId })
    .execute()
