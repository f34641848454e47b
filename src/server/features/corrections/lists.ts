import { sql } from 'kysely'
import { type Correctable, isCorrectable } from '../../../domain/correction/correctable.ts'
import type { CorrectionStatus } from '../../../domain/correction/life.ts'
import type { Holder, ReviewLevel } from '../../../domain/review.ts'
import type { Db } from '../../db/database.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { beginsWith, numberBeginsWith } from '../../db/search-pattern.ts'
import { readStudent } from '../../db/stored.ts'
import type { Reading } from '../../http/doing.ts'
import { findNeighbours, type Place } from '../reviews/neighbours.ts'
import { hasWaitedLong, orderOf, type WithinColleges, withinColleges } from '../reviews/queue.ts'
import { rowOf } from './present.ts'

export type CorrectionFilter = WithinColleges & {
  readonly q?: string
  readonly status?: CorrectionStatus | undefined
  /** Only what waits for this level, oldest first. */
  readonly waitingFor?: ReviewLevel | undefined
  readonly waited?: 'long' | undefined
}
type Of = { readonly school: string; readonly studentId?: string }

/** Corrections of a school or of one student, as far as the filter goes. */
function narrowed(db: Db, of: Of, filter: CorrectionFilter, at: Date) {
  const { q, status, waitingFor, waited } = filter
  let query = db.selectFrom('corrections as k').where('k.schoolId', '=', of.school)
  if (of.studentId) query = query.where('k.studentId', '=', of.studentId)
  query = query.where(withinColleges('k', filter))
  if (status) query = query.where('k.status', '=', status)
  if (waitingFor) query = query.where('k.waitingFor', '=', waitingFor)
  if (waited) query = query.where(hasWaitedLong('k', at))
  if (q)
    query = query.where((or) =>
      or.or([
        or('k.studentFolded', 'like', beginsWith(q)),
        or(sql`lower(k.snapshot->>'studentNumber')`, 'like', numberBeginsWith(q)),
      ]),
    )
  return query
}
const orderBy = ({ waitingFor }: CorrectionFilter) => orderOf('k', waitingFor, 'submitted_at')

/** What stands before and after a correction of a school in a queue. */
export const findCorrectionNeighbours = (read: Reading, place: Place, filter: CorrectionFilter) =>
  findNeighbours(read, 'corrections', place, {
    rows: narrowed(read.db, { school: place.school }, filter, read.acting.at),
    order: orderBy(filter),
    student: sql<string>`k.snapshot->>'name'`,
  })

const fieldsOf = (columns: readonly string[]): Correctable[] => columns.filter(isCorrectable)

const ROW = [
  'k.id',
  'k.snapshot',
  'k.fields',
  'k.status',
  'k.levels',
  'k.level',
  'k.version',
  'k.waitingFor',
  'k.waitingSince',
  'k.submittedAt',
] as const

/** Newest first, and what waits for somebody oldest first. */
export async function listCorrections(db: Db, of: Of, filter: CorrectionFilter & Paging, at: Date) {
  const query = narrowed(db, of, filter, at)
  const { by, id, direction } = orderBy(filter)
  const { rows, ...page } = await readPage(
    filter,
    ({ limit, offset }) =>
      query.select(ROW).orderBy(by, direction).orderBy(id, direction).limit(limit).offset(offset).execute(),
    () => query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  )
  const items = rows.map((row) =>
    rowOf({
      ...row,
      snapshot: readStudent(row.snapshot),
      fields: fieldsOf(row.fields),
      status: row.status as CorrectionStatus,
      levels: row.levels as ReviewLevel[],
      waitingFor: row.waitingFor as Holder,
    }),
  )
  return { items, ...page }
}

/** The student's correction that is open; null where none is. */
export async function findOpen(db: Db, of: Required<Of>, at: Date) {
  const { items } = await listCorrections(db, of, { page: 1, pageSize: 1 }, at)
  return items.find(({ waitingFor }) => waitingFor !== null) ?? null
}
