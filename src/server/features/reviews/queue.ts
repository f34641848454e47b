import { type Expression, sql } from 'kysely'
import type { Queue } from '../../../contracts/desk.ts'
import { LONG_HOURS, type ReviewLevel } from '../../../domain/review.ts'
import { readBy } from '../../db/read-by.ts'
import type { Reading } from '../../http/doing.ts'
import { listColleges } from '../schools/queries.ts'

type Asked = { readonly queue: 'mine' | 'all'; readonly college?: string | undefined }

/**
 * What a reviewer's queue is narrowed to: a college reviewer's scope cannot be left, and `mine` is the reviewer's level.
 * Among all, a college finds what it has decided on, too, wherever the student is now.
 */
export const scopeOf = ({ person, acting }: Reading, { queue, college }: Asked) => ({
  college: person.collegeId && queue === 'mine' ? person.collegeId : college,
  reader: person.collegeId ?? undefined,
  waitingFor: queue === 'mine' && acting.level ? acting.level : undefined,
})
/** Of cases: what a queue is narrowed to by the colleges. */
export type WithinColleges = { readonly college?: string | undefined; readonly reader?: string | undefined }
export const withinColleges = (table: string, { college, reader }: WithinColleges) =>
  sql<boolean>`(${college ? sql`${sql.ref(`${table}.college_id`)} = ${college}` : sql`true`}
    and ${reader ? readBy(table, reader) : sql`true`})`

/** How many of a school's cases (in one college's scope) have each status. */
export async function countByStatus(
  { db, person }: Reading,
  table: Queue,
  school: string,
  status: Expression<string> = sql.ref<string>('c.status'),
): Promise<Record<string, number>> {
  const { rows } = await sql<{ status: string; n: number }>`
    select ${status} as status, count(*) as n from ${sql.table(table)} c
    where c.school_id = ${school} and ${person.collegeId === null ? sql`true` : readBy('c', person.collegeId)}
    group by 1
  `.execute(db)
  return Object.fromEntries(rows.map((row) => [row.status, row.n]))
}

/** How much of a school's cases, within one queue of the reader's, meets `due`, and how long it has waited. */
export async function countWaiting(
  read: Reading,
  table: Queue,
  school: string,
  { due, queue }: { readonly due: Expression<boolean>; readonly queue: Asked['queue'] },
) {
  const counted = await sql<{ waiting: number; long: number; oldest: Date | null }>`
    select count(*) as waiting, min(c.waiting_since) as oldest,
      count(*) filter (where ${hasWaitedLong('c', read.acting.at)}) as long
    from ${sql.table(table)} c
    where c.school_id = ${school} and ${due} and ${withinColleges('c', scopeOf(read, { queue }))}
  `.execute(read.db)
  const { waiting, long, oldest } = counted.rows[0]!
  return { waiting, long, oldestSince: oldest?.toISOString() ?? null }
}

/** Of cases that wait: they have waited long at this instant. */
export const hasWaitedLong = (table: string, at: Date) =>
  sql<boolean>`(${sql.ref(`${table}.waiting_for`)} is not null
    and ${sql.ref(`${table}.waiting_since`)} < ${at}::timestamptz - make_interval(hours => ${LONG_HOURS}))`

/**
 * What a queue is ordered by: what waits for one level oldest first, all there is newest first by `begunAt`. Cases of
 * one instant follow each other by their ids, in the same direction: with its instant, an id is a place.
 */
export const orderOf = (table: string, waitingFor: ReviewLevel | undefined, begunAt: string, id = 'id') =>
  ({
    table,
    by: sql.ref<Date>(`${table}.${waitingFor ? 'waiting_since' : begunAt}`),
    id: sql.ref<string>(`${table}.${id}`),
    direction: waitingFor ? 'asc' : 'desc',
  }) as const
export type Order = ReturnType<typeof orderOf>

/** A page of a queue with the counts and the colleges within the reader's scope. */
export async function queued<Page extends object>(
  reading: Reading,
  school: string,
  parts: { readonly page: Promise<Page>; readonly counts: Promise<Record<string, number>> },
) {
  const colleges = listColleges(reading.db, school, reading.person.collegeId)
  const [page, counts, within] = await Promise.all([parts.page, parts.counts, colleges])
  return { ...page, counts, colleges: within }
}
