import { sql } from 'kysely'
import type { EntryRow } from '../../../contracts/fair-entries.ts'
import { VERIFIABLE } from '../../../domain/admission/life.ts'
import { fairPhase, PUBLIC_FAIRS } from '../../../domain/fair/life.ts'
import { ENTRY_STATUSES, type EntryStatus } from '../../../domain/fair-entry/life.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { contains } from '../../db/search-pattern.ts'
import { statusIn } from '../../db/status-in.ts'
import { parseFair, selectFairs } from '../fairs/queries.ts'
import { placedOf } from '../fairs/venues-of.ts'
import { oneOf } from '../posts/queries.ts'

type Filter = Paging & { readonly q?: string; readonly status?: EntryStatus | undefined }

/** The employers that have signed up for a fair, the first first. */
export async function listEntries(db: Db, { school, id }: Key, { q, status, ...paging }: Filter) {
  const found = db
    .selectFrom('fairEntries as x')
    .innerJoin('employers as e', 'e.id', 'x.employerId')
    .where('x.schoolId', '=', school)
    .where('x.fairId', '=', id)
    .$if(status !== undefined, (query) => query.where('x.status', '=', status!))
    .$if(!!q, (query) => query.where(sql<boolean>`e.name_folded like ${contains(q!)}`))
  const { rows, ...page } = await readPage(
    paging,
    ({ limit, offset }) =>
      found
        .select([
          'x.id',
          'x.version',
          'x.status',
          'x.booth',
          'x.askedAt',
          'x.employerId',
          'e.name as employer',
        ])
        .select([
          sql<number>`jsonb_array_length(x.content->'posts')`.as('posts'),
          sql<number>`(select coalesce(sum((p->>'headcount')::integer), 0) from jsonb_array_elements(x.content->'posts') p)`.as(
            'headcount',
          ),
        ])
        .orderBy('x.askedAt')
        .orderBy('x.id')
        .limit(limit)
        .offset(offset)
        .execute(),
    () => found.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  )
  const items = rows.map(
    ({ askedAt, status: stands, posts, headcount, ...row }): EntryRow => ({
      ...row,
      status: oneOf(ENTRY_STATUSES, stands),
      askedAt: askedAt.toISOString(),
      posts: Number(posts),
      headcount: Number(headcount),
    }),
  )
  return { items, ...page }
}

type Joining = Paging & { readonly q?: string; readonly mine?: '1' | undefined }
/** What an employer may sign up for, or has: at all schools, the latest to be held first. */
export async function listFairsToJoin(db: Db, employerId: string, { q, mine, ...paging }: Joining, at: Date) {
  const own = sql<boolean>`exists (select from fair_entries x
    where x.school_id = f.school_id and x.fair_id = f.id and x.employer_id = ${employerId})`
  const open = sql<boolean>`(${statusIn('f.status', PUBLIC_FAIRS)} and exists (select from admissions a
    where a.school_id = f.school_id and a.employer_id = ${employerId} and ${statusIn('a.status', VERIFIABLE)}))`
  const last = (column: 'status' | 'booth') =>
    sql<string | null>`(select x.${sql.ref(column)} from fair_entries x
      where x.school_id = f.school_id and x.fair_id = f.id and x.employer_id = ${employerId}
      order by x.asked_at desc, x.id desc limit 1)`
  const found = selectFairs(db)
    .where(mine ? own : sql<boolean>`(${own} or ${open})`)
    .modifyEnd(acrossSchools.employers)
    .$if(!!q, (query) => query.where('f.titleFolded', 'like', contains(q!)))
  const { rows, ...page } = await readPage(
    paging,
    ({ limit, offset }) =>
      found
        .select([last('status').as('entryStatus'), last('booth').as('booth')])
        .orderBy('f.startsAt', 'desc')
        .orderBy('f.id', 'desc')
        .limit(limit)
        .offset(offset)
        .execute(),
    () => found.clearSelect().select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  )
  const fairs = rows.map(({ entryStatus, booth, ...row }) => ({ ...parseFair(row), entryStatus, booth }))
  const placed = await placedOf(db, fairs)
  const items = fairs.map((of, index) => ({
    id: of.id,
    title: of.content.title,
    school: { code: of.schoolId, name: of.schoolName, nameEn: of.schoolNameEn },
    phase: fairPhase(of, at),
    placed: placed[index]!,
    applyUntil: of.content.applyUntil,
    status: of.entryStatus === null ? null : oneOf(ENTRY_STATUSES, of.entryStatus),
    booth: of.booth,
  }))
  return { items, ...page }
}
