import { type Expression, type InferResult, sql } from 'kysely'
import type { z } from 'zod'
import type { ApplicantFilter, ApplicantRow } from '../../../contracts/applications.ts'
import type { numbers } from '../../../contracts/employers.ts'
import { applicationOffers } from '../../../domain/application/acts.ts'
import { MARKS } from '../../../domain/application/assessment.ts'
import {
  APPLICATION_STATUSES,
  type ApplicationStatus,
  EMPLOYER_READS,
  UNANSWERED,
} from '../../../domain/application/life.ts'
import {
  INTERVIEW_STATUSES,
  interviewStatusAt,
  isOpenInterview,
  OPEN_INTERVIEWS,
} from '../../../domain/interview/life.ts'
import {
  ACCEPTED,
  ANSWERABLE,
  INVITATION_STATUSES,
  type InvitationStatus,
  invitationStatusAt,
} from '../../../domain/invitation/life.ts'
import type { Acting } from '../../../domain/review.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db } from '../../db/database.ts'
import { itsSchool } from '../../db/its-school.ts'
import { inKeys, type Key } from '../../db/key.ts'
import type { Mark } from '../../db/mark.ts'
import { contains } from '../../db/search-pattern.ts'
import { statusIn } from '../../db/status-in.ts'
import { readStudent } from '../../db/stored.ts'
import { askedOf } from '../interviews/lists.ts'
import { oneOf } from '../posts/queries.ts'
import { beyond, pageFrom, shownInAll } from './lists.ts'

/** Whichever state. */
type Filter = Omit<ApplicantFilter, 'status'>

/** Where one school is meant, no other is asked. */
const asking = ({ school }: Pick<Filter, 'school'>) =>
  school === undefined ? acrossSchools.employers : sql<never>``

/** An employer's applications as far as it reads them and the filter goes. */
function narrowed(db: Db, employerId: string, { q, post, school, education, mark }: Filter) {
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
            .where('m.schoolId', '=', itsSchool('a', school))
            .whereRef('m.applicationId', '=', 'a.id')
            .where('m.mark', '=', mark!),
        ),
      ),
    )
}

/** The latest of them, of one state or of all. */
const latest = (
  db: Db,
  employerId: string,
  { status, ...filter }: ApplicantFilter,
  { after, most }: { readonly after: Mark | null; readonly most: number },
) =>
  narrowed(db, employerId, filter)
    .$if(status !== undefined, (of) => of.where('a.status', '=', status!))
    .$if(after !== null, (of) => of.where(beyond(after!)))
    .selectAll('a')
    .orderBy('a.appliedAt', 'desc')
    .orderBy('a.id', 'desc')
    .limit(most)

/** These with all that a list shows beside them, the latest first. */
const withAll = (
  db: Db,
  those: Expression<InferResult<ReturnType<typeof latest>>[number]>,
  filter: Pick<Filter, 'school'>,
) =>
  db
    .with('a', () => those)
    .selectFrom('a')
    .innerJoin('posts as p', (on) => on.onRef('p.schoolId', '=', 'a.schoolId').onRef('p.id', '=', 'a.postId'))
    .innerJoin('schools as s', 's.id', 'a.schoolId')
    .innerJoin('codes as k', (on) =>
      on.on('k.kind', '=', 'education_level').onRef('k.code', '=', 'a.education'),
    )
    .leftJoin('applicationAssessments as m', (on) =>
      on.onRef('m.schoolId', '=', 'a.schoolId').onRef('m.applicationId', '=', 'a.id'),
    )
    .leftJoin('interviews as v', (on) =>
      on
        .onRef('v.schoolId', '=', 'a.schoolId')
        .onRef('v.applicationId', '=', 'a.id')
        .on(statusIn('v.status', OPEN_INTERVIEWS)),
    )
    .leftJoinLateral(
      (of) =>
        of
          .selectFrom('applicationInvitations as l')
          .innerJoin('invitations as i', (on) =>
            on.onRef('i.schoolId', '=', 'l.schoolId').onRef('i.id', '=', 'l.invitationId'),
          )
          .where('l.schoolId', '=', itsSchool('a', filter.school))
          .whereRef('l.applicationId', '=', 'a.id')
          .select(['i.status as invitationStatus', 'i.respondBy'])
          .orderBy('i.sentAt', 'desc')
          .limit(1)
          .as('i'),
      (on) => on.onTrue(),
    )
    .modifyEnd(asking(filter))
    .select(['a.id', 'a.schoolId', 'a.postId', 'a.status', 'a.version', 'a.appliedAt', 'a.answerBy'])
    .select(['a.snapshot', 's.name as schoolName', 's.nameEn as schoolNameEn', 'm.mark'])
    .select(['k.name as level', 'k.nameEn as levelEn', 'i.invitationStatus', 'i.respondBy'])
    .select(['v.status as interviewStatus', 'v.beginsAt', 'v.endsAt'])
    .select(sql<string>`p.content->>'title'`.as('title'))
    .orderBy('a.appliedAt', 'desc')
    .orderBy('a.id', 'desc')
type Found = Awaited<ReturnType<ReturnType<typeof withAll>['execute']>>[number]

function invitationOf({ invitationStatus, respondBy }: Found, at: Date): InvitationStatus | null {
  if (invitationStatus === null || respondBy === null) return null
  return invitationStatusAt({ status: oneOf(INVITATION_STATUSES, invitationStatus), respondBy }, at)
}

/** One to come; what is over is none. */
function interviewOf({ interviewStatus, beginsAt, endsAt }: Found, at: Date): ApplicantRow['interview'] {
  if (interviewStatus === null) return null
  const status = interviewStatusAt({ status: oneOf(INTERVIEW_STATUSES, interviewStatus), endsAt }, at)
  if (!isOpenInterview(status)) return null
  return { status, beginsAt: beginsAt?.toISOString() ?? null, endsAt: endsAt?.toISOString() ?? null }
}

function shown(row: Found, acting: Acting): ApplicantRow {
  const { name, college, major } = readStudent(row.snapshot)
  const inAll = shownInAll(row, acting.at)
  const invitation = invitationOf(row, acting.at)
  const interview = interviewOf(row, acting.at)
  const isInvited = invitation !== null && [...ACCEPTED, ...ANSWERABLE].includes(invitation)
  return {
    ...inAll,
    postId: row.postId,
    title: row.title,
    applicant: { name, college, major, education: { name: row.level, nameEn: row.levelEn ?? row.level } },
    mark: row.mark === null ? null : oneOf(MARKS, row.mark),
    invitation,
    interview,
    actions: applicationOffers({ ...inAll, isInvited, hasInterview: interview !== null }, acting),
  }
}

/** A page of an employer's applications, the latest first. */
export async function listOfEmployer(
  db: Db,
  employerId: string,
  { after, ...filter }: ApplicantFilter & { readonly after: Mark | null },
  { most, acting }: { readonly most: number; readonly acting: Acting },
): Promise<{ items: ApplicantRow[]; next: Mark | null }> {
  const rows = await withAll(db, latest(db, employerId, filter, { after, most: most + 1 }), filter).execute()
  const { page, next } = pageFrom(rows, most)
  return { items: page.map((row) => shown(row, acting)), next }
}

/** The same as a board: the latest of each state, or of the one that is asked for, in one statement. */
export async function boardOfEmployer(
  db: Db,
  employerId: string,
  { status, ...filter }: ApplicantFilter,
  { most, acting }: { readonly most: number; readonly acting: Acting },
): Promise<{ status: ApplicationStatus; items: ApplicantRow[] }[]> {
  const states = EMPLOYER_READS.filter((one) => status === undefined || one === status)
  const [first, ...others] = states.map((one) =>
    db
      .selectFrom(latest(db, employerId, { ...filter, status: one }, { after: null, most }).as('a'))
      .selectAll(),
  )
  if (!first) return []
  const rows = await withAll(
    db,
    others.reduce((all, one) => all.unionAll(one), first),
    filter,
  ).execute()
  const items = rows.map((row) => shown(row, acting))
  return states.map((one) => ({ status: one, items: items.filter((item) => item.status === one) }))
}

/** Which ones these are, the latest first, `most` at most. */
export async function listKeysOfEmployer(
  db: Db,
  employerId: string,
  filter: ApplicantFilter,
  { items, most }: { readonly items: readonly Key[] | undefined; readonly most: number },
): Promise<Key[]> {
  const rows = await latest(db, employerId, filter, { after: null, most })
    .$if(items !== undefined, (of) => of.where(inKeys('a.schoolId', 'a.id', items!)))
    .modifyEnd(asking(filter))
    .execute()
  return rows.map(({ schoolId, id }) => ({ school: schoolId, id }))
}

/** How many applicants of an employer's post were invited, and how many of these have signed. */
export async function countInvited(db: Db, employerId: string, postId: string) {
  const { rows } = await sql<{ invited: number; signed: number }>`
    select count(distinct a.id) as invited, count(distinct a.id) filter (where ${statusIn('i.status', ACCEPTED)}) as signed
    from applications a
    join application_invitations l on l.school_id = a.school_id and l.application_id = a.id
    join invitations i on i.school_id = l.school_id and i.id = l.invitation_id
    where a.employer_id = ${employerId} and a.post_id = ${postId} and ${statusIn('a.status', EMPLOYER_READS)}
    ${acrossSchools.employers}`.execute(db)
  return rows[0]!
}

/** How many of an employer's applications stand how, as far as the filter goes. */
export async function countOfEmployer(
  db: Db,
  employerId: string,
  filter: Filter,
): Promise<Partial<Record<ApplicationStatus, number>>> {
  const rows = await narrowed(db, employerId, filter)
    .select((of) => ['a.status', of.fn.countAll<number>().as('n')])
    .groupBy('a.status')
    .modifyEnd(asking(filter))
    .execute()
  return Object.fromEntries(rows.map(({ status, n }) => [oneOf(APPLICATION_STATUSES, status), n]))
}

/** How many an employer has still to open, how many to answer, and how many students wait for other times: in one statement. */
export async function countWaiting(
  db: Db,
  employerId: string,
): Promise<Pick<z.output<typeof numbers>, 'applications' | 'interviews'>> {
  const rows = await narrowed(db, employerId, { q: '' })
    .where(statusIn('a.status', UNANSWERED))
    .select((of) => ['a.status as of', of.fn.countAll<number>().as('n')])
    .groupBy('a.status')
    .unionAll(
      askedOf(db, employerId).select((of) => [
        sql<string>`'asked'`.as('of'),
        of.fn.countAll<number>().as('n'),
      ]),
    )
    .modifyEnd(acrossSchools.employers)
    .execute()
  const n = (of: ApplicationStatus | 'asked') => rows.find((row) => row.of === of)?.n ?? 0
  return { applications: { submitted: n('submitted'), seen: n('seen') }, interviews: { asked: n('asked') } }
}
