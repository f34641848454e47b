import { sql } from 'kysely'
import type { Destination, DestinationStatus } from '../../../domain/destination/life.ts'
import type { Holder, ReviewLevel } from '../../../domain/review.ts'
import type { Db } from '../../db/database.ts'
import { readPage } from '../../db/page.ts'
import { beginsWith, contains, numberBeginsWith } from '../../db/search-pattern.ts'
import { readNames, readStudent } from '../../db/stored.ts'
import { type WithinColleges, withinColleges } from '../reviews/queue.ts'
import { rowOf } from './present.ts'

export type DestinationFilter = WithinColleges & {
  readonly q?: string
  readonly status?: DestinationStatus | undefined
  /** Only what waits for this level, oldest first. */
  readonly waitingFor?: 'college' | 'school' | undefined
  readonly page: number
  readonly pageSize: number
}
type Of = { readonly school: string; readonly studentId?: string }

/** Destinations and declarations of a school or of one student, newest first. */
export async function listDestinations(db: Db, of: Of, filter: DestinationFilter) {
  const { q, status, waitingFor } = filter
  let query = db.selectFrom('destinations as d').where('d.schoolId', '=', of.school)
  if (of.studentId) query = query.where('d.studentId', '=', of.studentId)
  query = query.where(withinColleges('d', filter))
  if (status) query = query.where('d.status', '=', status)
  if (waitingFor) query = query.where('d.waitingFor', '=', waitingFor)
  if (q)
    query = query.where((or) =>
      or.or([
        or('d.studentFolded', 'like', beginsWith(q)),
        or(sql`lower(d.snapshot->>'studentNumber')`, 'like', numberBeginsWith(q)),
        or('d.headlineFolded', 'like', contains(q)),
      ]),
    )
  const { rows, ...page } = await readPage(
    filter,
    ({ limit, offset }) =>
      query
        .select(['d.id', 'd.snapshot', 'd.categoryNames', 'd.headline', 'd.route', 'd.status', 'd.voiding'])
        .select(['d.levels', 'd.level'])
        .select(['d.version', 'd.waitingFor', 'd.waitingSince', 'd.declaredAt'])
        .orderBy(waitingFor ? 'd.waitingSince' : 'd.declaredAt', waitingFor ? 'asc' : 'desc')
        .orderBy('d.id', 'desc')
        .limit(limit)
        .offset(offset)
        .execute(),
    () => query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  )
  const items = rows.map((row) =>
    rowOf({
      ...row,
      snapshot: readStudent(row.snapshot),
      categoryNames: readNames(row.categoryNames),
      route: row.route as Destination['route'],
      status: row.status as DestinationStatus,
      waitingFor: row.waitingFor as Holder,
      levels: row.levels as ReviewLevel[],
    }),
  )
  return { items, ...page }
}
