import { type RawBuilder, sql } from 'kysely'
import { MOST_FRESH, type SavedSearch, type SoughtSaved } from '../../../contracts/jobs.ts'
import { dayInChina } from '../../../domain/day.ts'
import { type Digest, nextDigest } from '../../../domain/post/digest.ts'
import { PUBLIC_POSTS } from '../../../domain/post/life.ts'
import { everyPost, searchQuery } from '../../../domain/post/search.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { statusIn } from '../../db/status-in.ts'
import { readSoughtPosts } from '../../db/stored.ts'

/** So many are kept of a student's. */
export const MOST_SEARCHES = 20

/**
 * What a search `s` finds among a school's open posts shown after one instant and up to another, and shown again in that time, their
 * employer having been verified after its time was over; of so many at most.
 */
export function foundBetween(school: string, from: RawBuilder<unknown>, until: Date, at: Date) {
  const isFound = sql`p.school_id = ${school} and ${statusIn('p.status', PUBLIC_POSTS)} and p.words @@ s.words
    and p.last_day >= ${dayInChina(at)} and p.verified_until >= ${dayInChina(at)}
    and (s.pay is null or p.pay_from >= s.pay)`
  return sql`
    select p.content->>'title' as title from posts p
    where ${isFound} and p.shown_from > ${from} and p.shown_from <= ${until}
    union all
    select p.content->>'title' from admissions ad
      join posts p on p.school_id = ad.school_id and p.employer_id = ad.employer_id
    where ad.school_id = ${school} and ad.resumed_at > ${from} and ad.resumed_at <= ${until}
      and ${isFound} and p.shown_from <= ${from}
    limit ${MOST_FRESH}`
}

/** A student's, what was saved last first, each with how many open posts have come since it was looked at; in one statement. */
export async function listSaved(db: Db, student: Key, at: Date): Promise<SavedSearch[]> {
  const { rows } = await sql<{
    id: string
    name: string
    sought: unknown
    savedAt: Date
    lookedAt: Date
    fresh: number
    digest: Digest
    digestAt: Date | null
  }>`
    select s.id, s.name, s.sought, s.saved_at, s.looked_at, s.digest, s.digest_at, new.fresh
    from saved_searches s cross join lateral (
      select count(*)::integer as fresh from (${foundBetween(student.school, sql`s.looked_at`, at, at)}) one) new
    where s.school_id = ${student.school} and s.student_id = ${student.id}
    order by s.saved_at desc, s.id desc`.execute(db)
  return rows.map(({ sought, savedAt, lookedAt, digestAt, ...row }) => ({
    ...row,
    sought: readSoughtPosts(sought),
    savedAt: savedAt.toISOString(),
    lookedAt: lookedAt.toISOString(),
    digestAt: digestAt?.toISOString() ?? null,
  }))
}

/** Whoever calls holds the student, so that the count is true. Refuses the one beyond the last. */
export async function addSearch(
  tx: Tx,
  student: Key,
  {
    id,
    name,
    sought,
    digest,
  }: Pick<SavedSearch, 'id' | 'name' | 'digest'> & { readonly sought: SoughtSaved },
  at: Date,
): Promise<void> {
  const { n } = await tx
    .selectFrom('savedSearches')
    .where('schoolId', '=', student.school)
    .where('studentId', '=', student.id)
    .select((of) => of.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  if (n >= MOST_SEARCHES) throw new Refusal('searches-too-many', { limit: MOST_SEARCHES })
  const words = searchQuery(student.school, sought, 'anywhere')
  if (words === '' && sought.pay === null) throw new Refusal('search-of-nothing')
  await tx
    .insertInto('savedSearches')
    .values({
      schoolId: student.school,
      id,
      studentId: student.id,
      name,
      sought: JSON.stringify(sought),
      words: sql<string>`${words || everyPost(student.school)}::tsquery`,
      pay: sought.pay,
      savedAt: at,
      lookedAt: at,
      digest,
      digestAt: nextDigest(digest, at),
    })
    .execute()
}

const oneOf = (student: Key, id: string) => sql<boolean>`school_id = ${student.school}
  and student_id = ${student.id} and id = ${id}`

/** What comes from now on is new. A stranger's does not exist. */
export async function lookAt(tx: Tx, student: Key, id: string, at: Date): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('savedSearches')
    .set({ lookedAt: at })
    .where(oneOf(student, id))
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal('not-found')
}

/** From now on the student is told so often; what was told of before is not told of again. */
export async function changeDigest(
  tx: Tx,
  student: Key,
  { id, digest }: Pick<SavedSearch, 'id' | 'digest'>,
  at: Date,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('savedSearches')
    .set({ digest, digestAt: nextDigest(digest, at) })
    .where(oneOf(student, id))
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal('not-found')
}

export async function removeSaved(tx: Tx, student: Key, id: string): Promise<void> {
  const { numDeletedRows } = await tx.deleteFrom('savedSearches').where(oneOf(student, id)).executeTakeFirst()
  if (numDeletedRows === 0n) throw new Refusal('not-found')
}
