import { sql } from 'kysely'
import {
  OWN_POST_STATUSES,
  type OwnPostStatus,
  POST_STATUSES,
  type PostStatus,
  postStatusAt,
  postTurn,
} from '../../../domain/post/life.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db } from '../../db/database.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { contains } from '../../db/search-pattern.ts'
import { readPost } from '../../db/stored.ts'
import type { Reading } from '../../http/doing.ts'
import { findNeighbours, type Place } from '../reviews/neighbours.ts'
import { hasWaitedLong, orderOf } from '../reviews/queue.ts'
import { oneOf } from './queries.ts'

export type PostFilter = Paging & {
  readonly q?: string
  readonly status?: PostStatus | undefined
  readonly queue: 'mine' | 'all'
  readonly waited?: 'long' | undefined
}
type Narrowed = Omit<PostFilter, keyof Paging>

/** Posts at a school, as far as the filter goes. */
function narrowed(db: Db, school: string, { q, status, queue, waited }: Narrowed, at: Date) {
  let query = db
    .selectFrom('posts as p')
    .innerJoin('employers as e', 'e.id', 'p.employerId')
    .where('p.schoolId', '=', school)
  if (queue === 'mine') query = query.where('p.waitingFor', '=', 'school')
  if (status) query = query.where('p.status', '=', status)
  if (waited) query = query.where(hasWaitedLong('p', at))
  if (q) query = query.where('p.titleFolded', 'like', contains(q))
  return query
}
const orderBy = ({ queue }: Narrowed) => orderOf('p', queue === 'mine' ? 'school' : undefined, 'submitted_at')

/** What stands before and after a post in the school's queue. */
export const findPostNeighbours = (read: Reading, place: Place, filter: Narrowed) =>
  findNeighbours(read, 'posts', place, {
    rows: narrowed(read.db, place.school, filter, read.acting.at),
    order: orderBy(filter),
    student: sql.ref<string>('e.name'),
  })

/** What waits for the school, the longest first; or all, the latest first. */
export async function listPosts(
  db: Db,
  school: string,
  { page: asked, pageSize, ...filter }: PostFilter,
  at: Date,
) {
  const query = narrowed(db, school, filter, at)
  const { by, id, direction } = orderBy(filter)
  const { rows, ...page } = await readPage(
    { page: asked, pageSize },
    ({ limit, offset }) =>
      query
        .select(['p.id', 'p.version', 'p.status', 'p.lastDay', 'p.waitingSince', 'p.submittedAt'])
        .select(['e.name as employer'])
        .select(sql<string>`p.content->>'title'`.as('title'))
        .select(sql<boolean>`p.proposed is not null`.as('isChangeProposed'))
        .orderBy(by, direction)
        .orderBy(id, direction)
        .limit(limit)
        .offset(offset)
        .execute(),
    () => query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  )
  const items = rows.map((row) => {
    const standing = { ...row, status: oneOf(POST_STATUSES, row.status) }
    return {
      ...standing,
      status: postStatusAt(standing, at),
      turn: postTurn(standing),
      waitingSince: row.waitingSince.toISOString(),
      submittedAt: row.submittedAt.toISOString(),
    }
  })
  return { items, ...page }
}

/** How many of a school's posts stand how. */
export async function countPosts(db: Db, school: string): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('posts')
    .where('schoolId', '=', school)
    .select((of) => ['status', of.fn.countAll<number>().as('n')])
    .groupBy('status')
    .execute()
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]))
}

export type OwnFilter = Paging & { readonly q?: string; readonly status?: OwnPostStatus | undefined }
/** An employer's posts, what was changed last first, and at how many schools each stands how. */
export async function listOwnPosts(db: Db, employerId: string, { q, status, ...paging }: OwnFilter) {
  const found = db
    .selectFrom('ownPosts as o')
    .where('o.employerId', '=', employerId)
    .$if(status !== undefined, (query) => query.where('o.status', '=', status!))
    .$if(!!q, (query) => query.where('o.titleFolded', 'like', contains(q!)))
  const { rows, ...page } = await readPage(
    paging,
    ({ limit, offset }) =>
      found
        .select(['o.id', 'o.status', 'o.content', 'o.changedAt'])
        .select(
          sql<Partial<Record<PostStatus, number>>>`coalesce((select json_object_agg(status, n) from (
            select status, count(*) as n from posts where employer_id = ${employerId} and id = o.id group by status) c),
            '{}')`.as('counts'),
        )
        .orderBy('o.changedAt', 'desc')
        .orderBy('o.id', 'desc')
        .limit(limit)
        .offset(offset)
        .modifyEnd(acrossSchools.employers)
        .execute(),
    () => found.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  )
  const items = rows.map(({ content, changedAt, status, ...row }) => {
    const { title, lastDay } = readPost(content)
    return {
      ...row,
      title,
      lastDay,
      status: oneOf(OWN_POST_STATUSES, status),
      changedAt: changedAt.toISOString(),
    }
  })
  return { items, ...page }
}
