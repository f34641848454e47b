import { type RawBuilder, sql } from 'kysely'
import { trackFact } from '../../../contracts/track-records.ts'
import { COMPLETED } from '../../../domain/dissolution/life.ts'
import { POST_STATUSES, REFUSED_POSTS } from '../../../domain/post/life.ts'
import { UPHELD } from '../../../domain/post-report/life.ts'
import { CALLED_OFF, PUBLIC_TALKS } from '../../../domain/talk/life.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { behind, type Mark, pageByTime } from '../../db/mark.ts'
import { statusIn } from '../../db/status-in.ts'
import { oneOf } from '../posts/queries.ts'

/**
 * What is known of an employer (`id`) at a school: of decisions on its admission those of every school with their reasons (AT-22), of
 * everything else this school's alone. `key` tells apart what happened at one instant.
 */
const factsOf = ({ school, id }: Key, at: Date): RawBuilder<unknown> => sql`(
  select 'admission' as kind, d.employer_id as id, md5(d.school_id || d.employer_id || d.version)::uuid as key, d.at,
    d.school_id, d.decision as what, null as title, d.reason
  from admission_decisions d where d.employer_id = ${id} ${acrossSchools.employers}
  union all
  select 'post', p.id, md5(j.subject || j.seq)::uuid, (j.entry->>'at')::timestamptz,
    p.school_id, j.entry->>'to', p.content->>'title', j.entry->>'reason'
  from posts p join journal j on j.school_id = p.school_id and j.subject = 'post:' || p.id
  where p.school_id = ${school} and p.employer_id = ${id} and ${statusIn('p.status', REFUSED_POSTS)}
    and j.entry->>'to' = any(${[...REFUSED_POSTS]}::text[])
  union all
  select 'post-report', r.id, r.id, r.ended_at, r.school_id, r.ground, r.content->>'title', r.answer
  from posts p join post_reports r on r.school_id = p.school_id and r.post_id = p.id
  where p.school_id = ${school} and p.employer_id = ${id} and ${statusIn('r.status', UPHELD)}
  union all
  select 'dissolution', d.id, d.id, d.ended_at, d.school_id, d.ground, null, d.reason
  from dissolutions d
  where d.school_id = ${school} and d.employer_id = ${id} and d.fault = 'employer' and ${statusIn('d.status', COMPLETED)}
  union all
  select 'talk', t.id, t.id, case when ${statusIn('t.status', PUBLIC_TALKS)} then t.ends_at else t.changed_at end,
    t.school_id, t.status, t.content->>'title', t.reason
  from talks t
  where t.school_id = ${school} and t.employer_id = ${id} and t.starts_at is not null
    and ((${statusIn('t.status', PUBLIC_TALKS)} and t.ends_at <= ${at}) or ${statusIn('t.status', CALLED_OFF)}))`

type Row = {
  readonly kind: string
  readonly id: string
  readonly key: string
  readonly at: Date
  readonly schoolId: string
  readonly name: string
  readonly nameEn: string
  readonly what: string
  readonly title: string | null
  readonly reason: string | null
}
type Asked = { readonly at: Date; readonly after: Mark | null; readonly most: number }

/** A page of them, the latest first. */
export async function listFacts(db: Db, of: Key, { at, after, most }: Asked) {
  const { rows } = await sql<Row>`
    select f.*, s.name, s.name_en from ${factsOf(of, at)} f join schools s on s.id = f.school_id
    where ${after ? behind('f.at', 'f.key', after) : sql`true`}
    order by f.at desc, f.key desc limit ${most + 1}`.execute(db)
  const { page, next } = pageByTime(rows, most, (row) => ({ at: row.at, id: row.key }))
  const items = page.map(({ kind, id, what, title, reason, ...row }) =>
    trackFact.parse({
      ...{ kind, id, what, title, reason },
      at: row.at.toISOString(),
      school: { code: row.schoolId, name: row.name, nameEn: row.nameEn },
    }),
  )
  return { items, next }
}

/** How many of which there are. */
export async function countFacts(db: Db, of: Key, at: Date) {
  const { rows } = await sql<{
    reports: number
    dissolutions: number
    talksHeld: number
    talksCalledOff: number
  }>`
    select count(*) filter (where kind = 'post-report') as reports,
      count(*) filter (where kind = 'dissolution') as dissolutions,
      count(*) filter (where kind = 'talk' and ${statusIn('what', PUBLIC_TALKS)}) as talks_held,
      count(*) filter (where kind = 'talk' and ${statusIn('what', CALLED_OFF)}) as talks_called_off
    from ${factsOf(of, at)} f`.execute(db)
  return rows[0]!
}

/** How many posts an employer has at a school in which state. */
export async function countPostsOf(db: Db, { school, id }: Key) {
  const rows = await db
    .selectFrom('posts')
    .where('schoolId', '=', school)
    .where('employerId', '=', id)
    .groupBy('status')
    .select(['status', (of) => of.fn.countAll<number>().as('n')])
    .execute()
  return Object.fromEntries(rows.map(({ status, n }) => [oneOf(POST_STATUSES, status), n]))
}
