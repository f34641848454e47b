import { sql } from 'kysely'
import { POST_STATUSES, postStandingAt } from '../../../domain/post/life.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { behind, type Mark, pageByTime } from '../../db/mark.ts'
import { readPost } from '../../db/stored.ts'
import { oneOf } from '../posts/queries.ts'
import type { FoundPost } from '../posts/search.ts'

/** Which of these posts a student keeps. */
export async function whichAreKept(db: Db, student: Key, posts: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('favouritePosts')
    .where('schoolId', '=', student.school)
    .where('studentId', '=', student.id)
    .where(sql<boolean>`post_id = any(${posts}::uuid[])`)
    .select('postId')
    .execute()
  return new Set(rows.map(({ postId }) => postId))
}

/** Kept twice is kept once, since the first time. */
export const keepPost = (tx: Tx, student: Key, { id }: Pick<FoundPost, 'id'>, at: Date) =>
  tx
    .insertInto('favouritePosts')
    .values({ schoolId: student.school, studentId: student.id, postId: id, keptAt: at })
    .onConflict((same) => same.doNothing())
    .execute()

/** Whatever has become of the post. */
export const letPostGo = (tx: Tx, student: Key, shortId: string) =>
  tx
    .deleteFrom('favouritePosts')
    .where('schoolId', '=', student.school)
    .where('studentId', '=', student.id)
    .where('postId', 'in', (from) =>
      from
        .selectFrom('posts')
        .where('schoolId', '=', student.school)
        .where('shortId', '=', shortId)
        .select('id'),
    )
    .execute()

/** A page of what a student keeps, what was kept last first, and the mark at which the next one begins. */
export async function listKept(db: Db, student: Key, after: Mark | null, most: number, at: Date) {
  const rows = await db
    .selectFrom('favouritePosts as f')
    .innerJoin('posts as p', (on) => on.onRef('p.schoolId', '=', 'f.schoolId').onRef('p.id', '=', 'f.postId'))
    .innerJoin('employers as e', 'e.id', 'p.employerId')
    .where('f.schoolId', '=', student.school)
    .where('f.studentId', '=', student.id)
    .$if(after !== null, (query) => query.where(behind('f.keptAt', 'f.postId', after!)))
    .select([
      'p.id',
      'p.shortId',
      'p.status',
      'p.lastDay',
      'p.verifiedUntil',
      'p.content',
      'e.name as employer',
      'f.keptAt',
    ])
    .orderBy('f.keptAt', 'desc')
    .orderBy('f.postId', 'desc')
    .limit(most + 1)
    .execute()
  const { page, next } = pageByTime(rows, most, ({ keptAt, id }) => ({ at: keptAt, id }))
  const items = page.map(({ content, status, verifiedUntil, ...row }) => ({
    ...row,
    content: readPost(content),
    status: postStandingAt({ status: oneOf(POST_STATUSES, status), lastDay: row.lastDay, verifiedUntil }, at),
  }))
  return { items, next }
}
