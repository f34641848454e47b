import { sql } from 'kysely'
import type { RecommendationStatus } from '../../../domain/recommendation/life.ts'
import type { Holder, ReviewLevel } from '../../../domain/review.ts'
import type { Db } from '../../db/database.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { beginsWith, numberBeginsWith } from '../../db/search-pattern.ts'
import { readStudent } from '../../db/stored.ts'
import type { Reading } from '../../http/doing.ts'
import { findNeighbours, type Place } from '../reviews/neighbours.ts'
import { hasWaitedLong, orderOf, type WithinColleges, withinColleges } from '../reviews/queue.ts'
import { rowOf } from './present.ts'

export type RecommendationFilter = WithinColleges & {
  readonly q?: string
  readonly status?: RecommendationStatus | undefined
  /** Only what waits for this level, oldest first. */
  readonly waitingFor?: ReviewLevel | undefined
  readonly waited?: 'long' | undefined
}

function narrowed(db: Db, school: string, filter: RecommendationFilter, at: Date) {
  const { q, status, waitingFor, waited } = filter
  let query = db.selectFrom('recommendations as m').where('m.schoolId', '=', school)
  query = query.where(withinColleges('m', filter))
  if (status) query = query.where('m.status', '=', status)
  if (waitingFor) query = query.where('m.waitingFor', '=', waitingFor)
  if (waited) query = query.where(hasWaitedLong('m', at))
  if (q)
    query = query.where((or) =>
      or.or([
        or('m.studentFolded', 'like', beginsWith(q)),
        or(sql`lower(m.snapshot->>'studentNumber')`, 'like', numberBeginsWith(q)),
      ]),
    )
  return query
}
const orderBy = ({ waitingFor }: RecommendationFilter) => orderOf('m', waitingFor, 'asked_at')

/** What stands before and after a recommendation in a queue. */
export const findRecommendationNeighbours = (read: Reading, place: Place, filter: RecommendationFilter) =>
  findNeighbours(read, 'recommendations', place, {
    rows: narrowed(read.db, place.school, filter, read.acting.at),
    order: orderBy(filter),
    student: sql<string>`m.snapshot->>'name'`,
  })

/** Newest first, and what waits for somebody oldest first. */
export async function listRecommendations(
  db: Db,
  { school }: { readonly school: string },
  filter: RecommendationFilter & Paging,
  at: Date,
) {
  const query = narrowed(db, school, filter, at)
  const { by, id, direction } = orderBy(filter)
  const { rows, ...page } = await readPage(
    filter,
    ({ limit, offset }) =>
      query
        .select(['m.id', 'm.snapshot', 'm.status', 'm.version', 'm.editions', 'm.inForce'])
        .select(['m.waitingFor', 'm.waitingSince', 'm.askedAt'])
        .orderBy(by, direction)
        .orderBy(id, direction)
        .limit(limit)
        .offset(offset)
        .execute(),
    () => query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  )
  const items = rows.map((row) =>
    rowOf({
      ...row,
      snapshot: readStudent(row.snapshot),
      status: row.status as RecommendationStatus,
      waitingFor: row.waitingFor as Holder,
    }),
  )
  return { items, ...page }
}
