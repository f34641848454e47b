import { sql } from 'kysely'
import { dayInChina, isOver } from '../../../domain/day.ts'
import type { ReportCase } from '../../../domain/post-report/acts.ts'
import {
  isToLookAt,
  isUrgent,
  REPORT_GROUNDS,
  REPORT_STATUSES,
  TO_LOOK_AT,
} from '../../../domain/post-report/life.ts'
import type { Db } from '../../db/database.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { contains } from '../../db/search-pattern.ts'
import { statusIn } from '../../db/status-in.ts'
import { readStudent } from '../../db/stored.ts'
import { oneOf } from '../posts/queries.ts'

type Row = Pick<
  ReportCase,
  'id' | 'snapshot' | 'ground' | 'status' | 'version' | 'reportedAt' | 'answerBy' | 'employerName'
> & { readonly title: string }

/** A report as lists show it. */
export const rowOf = ({ ground, snapshot, employerName, reportedAt, ...of }: Row, at: Date) => ({
  id: of.id,
  title: of.title,
  employer: employerName,
  student: snapshot,
  reportGround: ground,
  isUrgent: isUrgent(ground),
  status: of.status,
  version: of.version,
  reportedAt: reportedAt.toISOString(),
  answerBy: of.answerBy,
  overdue: isToLookAt(of.status) && isOver(of.answerBy, at),
})

export type ReportFilter = Paging & {
  readonly q?: string
  readonly queue?: 'mine' | 'all'
  readonly studentId?: string
}

/** A student's newest first; what waits for the school by the day on which it answers, so that what is urgent comes first. */
export async function listReports(
  db: Db,
  school: string,
  { q, queue = 'all', studentId, ...paging }: ReportFilter,
  at: Date,
) {
  const query = db
    .selectFrom('postReports as r')
    .where('r.schoolId', '=', school)
    .$if(studentId !== undefined, (of) => of.where('r.studentId', '=', studentId!))
    .$if(queue === 'mine', (of) => of.where(statusIn('r.status', TO_LOOK_AT)))
    .$if(Boolean(q), (of) =>
      of.where((or) =>
        or.or([or('r.titleFolded', 'like', contains(q!)), or('r.studentFolded', 'like', contains(q!))]),
      ),
    )
  const { rows, ...page } = await readPage(
    paging,
    ({ limit, offset }) =>
      query
        .select(['r.id', 'r.snapshot', 'r.ground', 'r.status', 'r.version', 'r.reportedAt', 'r.answerBy'])
        .select(['r.employerName', sql<string>`r.content->>'title'`.as('title')])
        .orderBy(queue === 'mine' ? 'r.answerBy' : 'r.reportedAt', queue === 'mine' ? 'asc' : 'desc')
        .orderBy('r.id', queue === 'mine' ? 'asc' : 'desc')
        .limit(limit)
        .offset(offset)
        .execute(),
    () => query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  )
  const items = rows.map(({ snapshot, ground, status, ...row }) =>
    rowOf(
      {
        ...row,
        snapshot: readStudent(snapshot),
        ground: oneOf(REPORT_GROUNDS, ground),
        status: oneOf(REPORT_STATUSES, status),
      },
      at,
    ),
  )
  return { items, ...page }
}

/** How many wait for a school, and how many of them have waited too long. */
export async function countReports(db: Db, school: string, at: Date) {
  const { rows } = await sql<{ waiting: number; overdue: number }>`
    select count(*) as waiting, count(*) filter (where answer_by < ${dayInChina(at)}) as overdue
    from post_reports where school_id = ${school} and ${statusIn('status', TO_LOOK_AT)}`.execute(db)
  return rows[0]!
}
