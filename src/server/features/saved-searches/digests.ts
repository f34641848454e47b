import { sql } from 'kysely'
import { MOST_FRESH } from '../../../contracts/jobs.ts'
import { digestParams, type FoundAnew, nextDigest, SETTLED_MS } from '../../../domain/post/digest.ts'
import { type Db, inTransaction, type Tx } from '../../db/database.ts'
import { schoolsWith } from '../../db/school-by-school.ts'
import type { Services } from '../../services/services.ts'
import { tell } from '../notifications/tell.ts'
import { foundBetween } from './queries.ts'

const AT_ONCE = 200
/** So many of the posts that a search has found are named. */
const TITLES = 3

/** The schools where somebody's is due. A suspended school's people are told once it is back. */
async function schoolsDue(db: Db, at: Date): Promise<string[]> {
  const due = await schoolsWith(db.selectFrom('savedSearches').where('digestAt', '<=', at))
  if (due.length === 0) return []
  const rows = await db
    .selectFrom('schools')
    .where('id', 'in', due)
    .where('suspendedAt', 'is', null)
    .select('id')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

type Due = FoundAnew & { readonly studentId: string }
/**
 * What is due of some students of a school, with all that each of them has saved: held, so that of two instances the later
 * finds nothing left of it; moved on to when it is due next; and what each has found since.
 */
async function takeDue(tx: Tx, school: string, at: Date): Promise<Due[]> {
  const until = new Date(at.getTime() - SETTLED_MS)
  const since = sql`greatest(s.looked_at, s.told_until)`
  const { rows } = await sql<Due>`
    with whose as materialized (
      select distinct student_id from (
        select student_id from saved_searches where school_id = ${school} and digest_at <= ${at}
        order by digest_at limit ${AT_ONCE}) first),
    held as materialized (
      select * from saved_searches
      where school_id = ${school} and student_id in (select student_id from whose) and digest_at <= ${at}
      order by student_id, id for update)
    update saved_searches kept
    set told_until = ${until},
      digest_at = case kept.digest when 'daily' then ${nextDigest('daily', at)}::timestamptz
        else ${nextDigest('weekly', at)}::timestamptz end
    from held s cross join lateral (
      select count(*)::integer as fresh, coalesce((array_agg(title))[1:${TITLES}], '{}') as titles
      from (${foundBetween(school, since, until, at)}) one) found
    where kept.school_id = ${school} and kept.id = s.id
    returning s.student_id, s.name, found.fresh, found.titles`.execute(tx)
  return rows
}

/** One message a student, whatever has been found by however many searches; none where nothing was. */
const messagesOf = (school: string, due: readonly Due[]) => {
  const byStudent = Map.groupBy(
    due.filter(({ fresh }) => fresh > 0),
    ({ studentId }) => studentId,
  )
  return [...byStudent].map(([studentId, found]) => ({
    kind: 'saved-search.digest' as const,
    school,
    to: { studentId },
    about: { kind: 'saved-searches' as const, id: studentId },
    params: digestParams(found, MOST_FRESH),
  }))
}

/**
 * Tells students what has come that their saved searches find, each day or each Monday from 8:00 on. By pieces of a school,
 * each a transaction: what is told of is moved on in it, so that it is told once, whatever runs twice or is broken off.
 * Answers how many searches were due.
 */
export async function tellDigests({ db, jobs, now }: Pick<Services, 'db' | 'jobs' | 'now'>): Promise<number> {
  let all = 0
  for (const school of await schoolsDue(db, now())) {
    let done: number
    do {
      done = await inTransaction(db, async (tx) => {
        const at = now()
        const due = await takeDue(tx, school, at)
        await tell(tx, jobs, messagesOf(school, due), at)
        return due.length
      })
      all += done
    } while (done > 0)
  }
  return all
}
