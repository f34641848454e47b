import { sql } from 'kysely'
import type { Destination, DestinationStatus } from '../../../domain/destination/life.ts'
import { chosenIn } from '../../../domain/own-field/chosen.ts'
import type { PlaceTag } from '../../../domain/place/fact.ts'
import type { Holder, ReviewLevel } from '../../../domain/review.ts'
import type { Db } from '../../db/database.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { beginsWith, contains, numberBeginsWith } from '../../db/search-pattern.ts'
import { readNames, readStudent } from '../../db/stored.ts'
import type { Reading } from '../../http/doing.ts'
import { listTagged } from '../places/queries.ts'
import { findNeighbours, type Place } from '../reviews/neighbours.ts'
import { hasWaitedLong, orderOf, type WithinColleges, withinColleges } from '../reviews/queue.ts'
import { rowOf } from './present.ts'

export type DestinationFilter = WithinColleges & {
  readonly q?: string
  readonly status?: DestinationStatus | undefined
  /** Only what waits for this level, oldest first. */
  readonly waitingFor?: ReviewLevel | undefined
  readonly waited?: 'long' | undefined
  readonly tag?: PlaceTag | undefined
  /** Chosen in fields of the school's own. */
  readonly chosen?: string | undefined
}
type Asked = {
  readonly at: Date
  /** Those that the filter's tag means. */
  readonly regions: readonly string[] | null
}
type Of = { readonly school: string; readonly studentId?: string }

const hasChosen = (own: string) => {
  const answers = [...(chosenIn(own) ?? [])].map(([key, value]) => [key, { value }] as const)
  return sql<boolean>`d.details @> ${JSON.stringify(Object.fromEntries(answers))}::jsonb`
}

/** Destinations and declarations of a school or of one student, as far as the filter goes. */
function narrowed(db: Db, of: Of, filter: DestinationFilter, { at, regions }: Asked) {
  const { q, status, waitingFor, waited, chosen } = filter
  let query = db.selectFrom('destinations as d').where('d.schoolId', '=', of.school)
  if (of.studentId) query = query.where('d.studentId', '=', of.studentId)
  query = query.where(withinColleges('d', filter))
  if (status) query = query.where('d.status', '=', status)
  if (waitingFor) query = query.where('d.waitingFor', '=', waitingFor)
  if (waited) query = query.where(hasWaitedLong('d', at))
  if (regions) query = query.where(sql<boolean>`d.region_code = any(${regions}::text[])`)
  if (chosen) query = query.where(hasChosen(chosen))
  if (q)
    query = query.where((or) =>
      or.or([
        or('d.studentFolded', 'like', beginsWith(q)),
        or(sql`lower(d.snapshot->>'studentNumber')`, 'like', numberBeginsWith(q)),
        or('d.headlineFolded', 'like', contains(q)),
      ]),
    )
  return query
}
const orderBy = ({ waitingFor }: DestinationFilter) => orderOf('d', waitingFor, 'declared_at')

/** What stands before and after a destination of a school in a queue. */
export async function findDestinationNeighbours(read: Reading, place: Place, filter: DestinationFilter) {
  const { db, acting } = read
  const regions = await listTagged(db, filter.tag, acting.at)
  return findNeighbours(read, 'destinations', place, {
    rows: narrowed(db, { school: place.school }, filter, { at: acting.at, regions }),
    order: orderBy(filter),
    student: sql<string>`d.snapshot->>'name'`,
  })
}

/** Newest first, and what waits for somebody oldest first. */
export async function listDestinations(db: Db, of: Of, filter: DestinationFilter & Paging, at: Date) {
  const query = narrowed(db, of, filter, { at, regions: await listTagged(db, filter.tag, at) })
  const { by, id, direction } = orderBy(filter)
  const { rows, ...page } = await readPage(
    filter,
    ({ limit, offset }) =>
      query
        .select(['d.id', 'd.snapshot', 'd.categoryNames', 'd.headline', 'd.route', 'd.status', 'd.voiding'])
        .select(['d.levels', 'd.level'])
        .select(['d.version', 'd.waitingFor', 'd.waitingSince', 'd.declaredAt'])
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
      categoryNames: readNames(row.categoryNames),
      route: row.route as Destination['route'],
      status: row.status as DestinationStatus,
      waitingFor: row.waitingFor as Holder,
      levels: row.levels as ReviewLevel[],
    }),
  )
  return { items, ...page }
}
