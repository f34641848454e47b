import { sql } from 'kysely'
import { dayInChina } from '../../../domain/day.ts'
import { type DissolutionStatus, OPEN_DISSOLUTION, UNANSWERED } from '../../../domain/dissolution.ts'
import type { Side } from '../../../domain/lifecycle.ts'
import type { Db } from '../../db/database.ts'
import { agreementMatches } from '../agreements/lists.ts'
import { rowOf } from './present.ts'
import { parseDissolution } from './queries.ts'

export type DissolutionFilter = {
  readonly q: string
  readonly status?: DissolutionStatus | undefined
  readonly college?: string | null | undefined
  readonly askedBy?: Side | undefined
  readonly state?: 'unanswered' | 'open' | 'all'
  /** Only what waits for this level, oldest first; what is overdue waits for the school. */
  readonly waitingFor?: 'college' | 'school' | undefined
  readonly page: number
  readonly pageSize: number
}
type Of = { readonly school: string; readonly studentId?: string } | { readonly employerId: string }

const isOverdue = (at: Date) =>
  sql<boolean>`(d.status = 'awaiting_counterparty' and d.answer_by < ${dayInChina(at)})`

/** Has this status at this instant, in a form that the indexes serve. */
const hasStatus = (status: DissolutionStatus, at: Date) => {
  if (status === 'in_mediation') return sql<boolean>`(d.status = 'in_mediation' or ${isOverdue(at)})`
  if (status === 'awaiting_counterparty')
    return sql<boolean>`(d.status = 'awaiting_counterparty' and not ${isOverdue(at)})`
  return sql<boolean>`d.status = ${status}`
}

/** The status as it is at this instant, for counts. */
const statusAt = (at: Date) =>
  sql<DissolutionStatus>`case when ${isOverdue(at)} then 'in_mediation' else d.status end`

/** Requests of a school, of one student or of an employer across schools. */
export async function listDissolutions(db: Db, of: Of, filter: DissolutionFilter, at: Date) {
  let query = db
    .selectFrom('agreements as a')
    .innerJoin('dissolutions as d', (on) =>
      on.onRef('d.schoolId', '=', 'a.schoolId').onRef('d.agreementId', '=', 'a.id'),
    )
    .innerJoin('schools as s', 's.id', 'd.schoolId')
  query =
    'school' in of
      ? query.where('d.schoolId', '=', of.school)
      : query.where('d.employerId', '=', of.employerId).where('a.kind', '=', 'online')
  if ('studentId' in of && of.studentId) query = query.where('d.studentId', '=', of.studentId)
  if (filter.college) query = query.where('d.collegeId', '=', filter.college)
  if (filter.askedBy) query = query.where('d.askedBy', '=', filter.askedBy)
  if (filter.state === 'open') query = query.where('d.status', 'in', [...OPEN_DISSOLUTION])
  if (filter.state === 'unanswered') query = query.where('d.status', 'in', [...UNANSWERED])
  if (filter.status) query = query.where(hasStatus(filter.status, at))
  const { waitingFor } = filter
  if (waitingFor)
    query = query.where((or) =>
      or.or([or('d.waitingFor', '=', waitingFor), ...(waitingFor === 'school' ? [isOverdue(at)] : [])]),
    )
  if (filter.q) query = query.where(agreementMatches(filter.q))
  const [rows, { total }] = await Promise.all([
    query
      .selectAll('d')
      .select(['s.name as schoolName', 'a.number', 'a.kind as agreementKind', 'a.snapshot'])
      .select(['a.status as agreementStatus', 'a.version as agreementVersion'])
      .orderBy(waitingFor ? 'd.waitingSince' : 'd.askedAt', waitingFor ? 'asc' : 'desc')
      .orderBy('d.id', 'desc')
      .limit(filter.pageSize)
      .offset((filter.page - 1) * filter.pageSize)
      .execute(),
    query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  ])
  const items = rows.map((row) => rowOf(parseDissolution(row), at))
  return { items, page: filter.page, pageSize: filter.pageSize, total }
}

/** How many of the school's requests (in one college's scope) have each status. */
export async function countDissolutionsByStatus(db: Db, school: string, college: string | null, at: Date) {
  let query = db.selectFrom('dissolutions as d').where('d.schoolId', '=', school)
  if (college) query = query.where('d.collegeId', '=', college)
  const rows = await query
    .select([statusAt(at).as('status'), sql<number>`count(*)`.as('n')])
    .groupBy(sql`1`)
    .execute()
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]))
}
