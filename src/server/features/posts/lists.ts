import { sql } from 'kysely'
import { dayInChina } from '../../../domain/day.ts'
import {
  OWN_POST_STATUSES,
  type OwnPostStatus,
  PAUSED,
  POST_STATUSES,
  type PostStanding,
  PUBLIC_POSTS,
  postStandingAt,
  postTurn,
} from '../../../domain/post/life.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db } from '../../db/database.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { contains } from '../../db/search-pattern.ts'
import { statusIn } from '../../db/status-in.ts'
import { readPost } from '../../db/stored.ts'
import type { Reading } from '../../http/doing.ts'
import { findNeighbours, type Place } from '../reviews/neighbours.ts'
import { hasWaitedLong, orderOf } from '../reviews/queue.ts'
import { oneOf } from './queries.ts'

/** How a post `p` stands, as `postStandingAt` has it, but for what the clock has still to end. */
const standingAt = (at: Date) => sql<PostStanding>`case when ${statusIn('p.status', PUBLIC_POSTS)}
  and p.last_day >= ${dayInChina(at)} and p.verified_until < ${dayInChina(at)} then ${PAUSED} else p.status end`

export type PostFilter = Paging & {
  readonly q?: string
  readonly status?: PostStanding | undefined
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
  if (status) query = query.where(standingAt(at), '=', status)
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
        .select(['p.id', 'p.version', 'p.status', 'p.lastDay', 'p.verifiedUntil', 'p.waitingSince'])
        .select('p.submittedAt')
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
  const items = rows.map(({ verifiedUntil, ...row }) => {
    const standing = { ...row, status: oneOf(POST_STATUSES, row.status) }
    return {
      ...standing,
      status: postStandingAt({ ...standing, verifiedUntil }, at),
      turn: postTurn(standing),
      waitingSince: row.waitingSince.toISOString(),
      submittedAt: row.submittedAt.toISOString(),
    }
  })
  return { items, ...page }
}

/** How many of a school's posts stand how. */
export async function countPosts(db: Db, school: string, at: Date): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('posts as p')
    .where('p.schoolId', '=', school)
    .select((of) => [standingAt(at).as('standing'), of.fn.countAll<number>().as('n')])
    .groupBy('standing')
    .execute()
  return Object.fromEntries(rows.map(({ standing, n }) => [standing, n]))
}

export type OwnFilter = Paging & { readonly q?: string; readonly status?: OwnPostStatus | undefined }
/** An employer's posts, what was changed last first, and at how many schools each stands how. */
export async function listOwnPosts(
  db: Db,
  employerId: string,
  { q, status, ...paging }: OwnFilter,
  at: Date,
) {
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
          sql<Partial<Record<PostStanding, number>>>`coalesce((select json_object_agg(standing, n) from (
            select ${standingAt(at)} as standing, count(*) as n from posts p
            where p.employer_id = ${employerId} and p.id = o.id group by standing) c),
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
