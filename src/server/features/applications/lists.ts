import { sql } from 'kysely'
import type { z } from 'zod'
import type { ApplicantRow, listApplications, MyApplication } from '../../../contracts/applications.ts'
import { MARKS } from '../../../domain/application/assessment.ts'
import {
  APPLICATION_STATUSES,
  type ApplicationStatus,
  EMPLOYER_READS,
  isUnansweredAt,
  UNANSWERED,
} from '../../../domain/application/life.ts'
import { ACCEPTED, INVITATION_STATUSES, invitationStatusAt } from '../../../domain/invitation/life.ts'
import { POST_STATUSES, postStatusAt } from '../../../domain/post/life.ts'
import type { Db } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { behind, type Mark, pageByTime } from '../../db/mark.ts'
import { contains } from '../../db/search-pattern.ts'
import { statusIn } from '../../db/status-in.ts'
import { readStudent } from '../../db/stored.ts'
import { oneOf } from '../posts/queries.ts'

const beyond = (after: Mark) => behind('a.appliedAt', 'a.id', after)
const pageFrom = <Row extends { readonly id: string; readonly appliedAt: Date }>(
  rows: readonly Row[],
  most: number,
) => pageByTime(rows, most, ({ appliedAt, id }) => ({ at: appliedAt, id }))

const withPost = (db: Db) =>
  db
    .selectFrom('applications as a')
    .innerJoin('posts as p', (on) => on.onRef('p.schoolId', '=', 'a.schoolId').onRef('p.id', '=', 'a.postId'))
    .innerJoin('schools as s', 's.id', 'a.schoolId')
    .select(['a.id', 'a.schoolId', 'a.status', 'a.version', 'a.appliedAt', 'a.answerBy', 'a.changedAt'])
    .select(['s.name as schoolName', 's.nameEn as schoolNameEn'])
    .select(sql<string>`p.content->>'title'`.as('title'))
    .orderBy('a.appliedAt', 'desc')
    .orderBy('a.id', 'desc')

type InAll = {
  readonly id: string
  readonly schoolId: string
  readonly schoolName: string
  readonly schoolNameEn: string
  readonly status: string
  readonly version: number
  readonly appliedAt: Date
  readonly answerBy: string
}
const shownInAll = (row: InAll, at: Date) => {
  const status = oneOf(APPLICATION_STATUSES, row.status)
  return {
    id: row.id,
    school: { code: row.schoolId, name: row.schoolName, nameEn: row.schoolNameEn },
    status,
    version: row.version,
    appliedAt: row.appliedAt.toISOString(),
    answerBy: row.answerBy,
    noAnswerYet: isUnansweredAt({ status, answerBy: row.answerBy }, at),
  }
}

/** A page of what a student has applied for, the latest first. */
export async function listOfStudent(
  db: Db,
  student: Key,
  { status, after }: { readonly status: ApplicationStatus | undefined; readonly after: Mark | null },
  { most, at }: { readonly most: number; readonly at: Date },
): Promise<{ items: MyApplication[]; next: Mark | null }> {
  const rows = await withPost(db)
    .innerJoin('employers as e', 'e.id', 'a.employerId')
    .where('a.schoolId', '=', student.school)
    .where('a.studentId', '=', student.id)
    .$if(status !== undefined, (of) => of.where('a.status', '=', status!))
    .$if(after !== null, (of) => of.where(beyond(after!)))
    .select(['p.shortId', 'p.status as postStatus', 'p.lastDay', 'e.name as employer'])
    .limit(most + 1)
    .execute()
  const { page, next } = pageFrom(rows, most)
  const items = page.map((row) => ({
    ...shownInAll(row, at),
    shortId: row.shortId,
    title: row.title,
    employer: row.employer,
    postStatus: postStatusAt({ status: oneOf(POST_STATUSES, row.postStatus), lastDay: row.lastDay }, at),
    changedAt: row.changedAt.toISOString(),
  }))
  return { items, next }
}

type Asked = z.output<typeof listApplications.schema.querystring>
type ApplicationFilter = Omit<Asked, 'after' | 'status'>

/** An employer's applications as far as it reads them and the filter goes. */
function narrowed(db: Db, employerId: string, { q, post, school, education, mark }: ApplicationFilter) {
  return db
    .selectFrom('applications as a')
    .where('a.employerId', '=', employerId)
    .where(statusIn('a.status', EMPLOYER_READS))
    .where('a.forgottenAt', 'is', null)
    .$if(post !== undefined, (of) => of.where('a.postId', '=', post!))
    .$if(school !== undefined, (of) => of.where('a.schoolId', '=', school!))
    .$if(education !== undefined, (of) => of.where('a.education', '=', education!))
    .$if(q !== '', (of) => of.where('a.studentFolded', 'like', contains(q)))
    .$if(mark !== undefined, (of) =>
      of.where((or) =>
        or.exists(
          or
            .selectFrom('applicationAssessments as m')
            .whereRef('m.schoolId', '=', 'a.schoolId')
            .whereRef('m.applicationId', '=', 'a.id')
            .where('m.mark', '=', mark!),
        ),
      ),
    )
}

/** A page of an employer's applications, the latest first. */
export async function listOfEmployer(
  db: Db,
  employerId: string,
  {
    status,
    after,
    ...filter
  }: ApplicationFilter & { readonly status: ApplicationStatus | undefined; readonly after: Mark | null },
  { most, at }: { readonly most: number; readonly at: Date },
): Promise<{ items: ApplicantRow[]; next: Mark | null }> {
  const page = narrowed(db, employerId, filter)
    .$if(status !== undefined, (of) => of.where('a.status', '=', status!))
    .$if(after !== null, (of) => of.where(beyond(after!)))
    .selectAll('a')
    .orderBy('a.appliedAt', 'desc')
    .orderBy('a.id', 'desc')
    .limit(most + 1)
  const rows = await db
    .with('a', () => page)
    .selectFrom('a')
    .innerJoin('posts as p', (on) => on.onRef('p.schoolId', '=', 'a.schoolId').onRef('p.id', '=', 'a.postId'))
    .innerJoin('schools as s', 's.id', 'a.schoolId')
    .innerJoin('codes as k', (on) =>
      on.on('k.kind', '=', 'education_level').onRef('k.code', '=', 'a.education'),
    )
    .leftJoin('applicationAssessments as m', (on) =>
      on.onRef('m.schoolId', '=', 'a.schoolId').onRef('m.applicationId', '=', 'a.id'),
    )
    .leftJoinLateral(
      (of) =>
        of
          .selectFrom('applicationInvitations as l')
          .innerJoin('invitations as i', (on) =>
            on.onRef('i.schoolId', '=', 'l.schoolId').onRef('i.id', '=', 'l.invitationId'),
          )
          .whereRef('l.schoolId', '=', 'a.schoolId')
          .whereRef('l.applicationId', '=', 'a.id')
          .select(['i.status as invitationStatus', 'i.respondBy'])
          .orderBy('i.sentAt', 'desc')
          .limit(1)
          .as('i'),
      (on) => on.onTrue(),
    )
    .select(['a.id', 'a.schoolId', 'a.postId', 'a.status', 'a.version', 'a.appliedAt', 'a.answerBy'])
    .select(['a.snapshot', 's.name as schoolName', 's.nameEn as schoolNameEn', 'm.mark'])
    .select(['k.name as level', 'k.nameEn as levelEn', 'i.invitationStatus', 'i.respondBy'])
    .select(sql<string>`p.content->>'title'`.as('title'))
    .orderBy('a.appliedAt', 'desc')
    .orderBy('a.id', 'desc')
    .execute()
  const { page: shown, next } = pageFrom(rows, most)
  const items = shown.map((row) => {
    const { name, college, major } = readStudent(row.snapshot)
    const { invitationStatus, respondBy } = row
    return {
      ...shownInAll(row, at),
      postId: row.postId,
      title: row.title,
      applicant: { name, college, major, education: { name: row.level, nameEn: row.levelEn ?? row.level } },
      mark: row.mark === null ? null : oneOf(MARKS, row.mark),
      invitation:
        invitationStatus === null || respondBy === null
          ? null
          : invitationStatusAt({ status: oneOf(INVITATION_STATUSES, invitationStatus), respondBy }, at),
    }
  })
  return { items, next }
}

/** How many applicants of an employer's post were invited, and how many of these have signed. */
export async function countInvited(db: Db, employerId: string, postId: string) {
  const { rows } = await sql<{ invited: number; signed: number }>`
    select count(distinct a.id) as invited, count(distinct a.id) filter (where ${statusIn('i.status', ACCEPTED)}) as signed
    from applications a
    join application_invitations l on l.school_id = a.school_id and l.application_id = a.id
    join invitations i on i.school_id = l.school_id and i.id = l.invitation_id
    where a.employer_id = ${employerId} and a.post_id = ${postId} and ${statusIn('a.status', EMPLOYER_READS)}`.execute(
    db,
  )
  return rows[0]!
}

/** How many of an employer's applications stand how, as far as the filter goes. */
export async function countOfEmployer(
  db: Db,
  employerId: string,
  filter: ApplicationFilter,
): Promise<Partial<Record<ApplicationStatus, number>>> {
  const rows = await narrowed(db, employerId, filter)
    .select((of) => ['a.status', of.fn.countAll<number>().as('n')])
    .groupBy('a.status')
    .execute()
  return Object.fromEntries(rows.map(({ status, n }) => [oneOf(APPLICATION_STATUSES, status), n]))
}

/** How many an employer has still to open, and how many to answer. */
export async function countUnanswered(
  db: Db,
  employerId: string,
): Promise<{ readonly submitted: number; readonly seen: number }> {
  const rows = await narrowed(db, employerId, { q: '' })
    .where(statusIn('a.status', UNANSWERED))
    .select((of) => ['a.status', of.fn.countAll<number>().as('n')])
    .groupBy('a.status')
    .execute()
  const n = (status: ApplicationStatus) => rows.find((row) => row.status === status)?.n ?? 0
  return { submitted: n('submitted'), seen: n('seen') }
}
