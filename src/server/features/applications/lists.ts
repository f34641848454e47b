import { sql } from 'kysely'
import type { MyApplication } from '../../../contracts/applications.ts'
import {
  APPLICATION_STATUSES,
  type ApplicationStatus,
  isUnansweredAt,
} from '../../../domain/application/life.ts'
import { POST_STATUSES, postStandingAt } from '../../../domain/post/life.ts'
import type { Db } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { behind, type Mark, pageByTime } from '../../db/mark.ts'
import { oneOf } from '../posts/queries.ts'

export const beyond = (after: Mark) => behind('a.appliedAt', 'a.id', after)
export const pageFrom = <Row extends { readonly id: string; readonly appliedAt: Date }>(
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
export const shownInAll = (row: InAll, at: Date) => {
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
    .select(['p.shortId', 'p.status as postStatus', 'p.lastDay', 'p.verifiedUntil', 'e.name as employer'])
    .limit(most + 1)
    .execute()
  const { page, next } = pageFrom(rows, most)
  const items = page.map((row) => ({
    ...shownInAll(row, at),
    shortId: row.shortId,
    title: row.title,
    employer: row.employer,
    postStatus: postStandingAt({ ...row, status: oneOf(POST_STATUSES, row.postStatus) }, at),
    changedAt: row.changedAt.toISOString(),
  }))
  return { items, next }
}
