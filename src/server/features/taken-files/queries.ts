import { sql } from 'kysely'
import type { TakenFile } from '../../../contracts/taken-files.ts'
import { TAKEN, TAKEN_KINDS, type Taken } from '../../../domain/taken.ts'
import type { Db } from '../../db/database.ts'

const actionsOf = (kinds: readonly Taken[]) => sql.join(kinds.map((kind) => sql.lit(TAKEN[kind].all)))
const KIND = sql`case entry->>'action' ${sql.join(
  TAKEN_KINDS.map((kind) => sql`when ${sql.lit(TAKEN[kind].all)} then ${sql.lit(kind)}`),
  sql` `,
)} end`

type Asked = {
  readonly school: string
  /** Null for files of all kinds. */
  readonly kind: Taken | null
  /** Only what this account has taken; null for everybody's. */
  readonly by: string | null
  /** The number of the line behind which the page begins; empty for the first page. */
  readonly after: string
}

/** A page of who has taken which files, out of the school's journal, the latest first; `next`: behind which line the next page begins. */
export async function listTaken(
  db: Db,
  { school, kind, by, after }: Asked,
  most: number,
): Promise<{ items: TakenFile[]; next: string | null }> {
  const { rows } = await sql<TakenFile>`
    select j.seq, entry->>'at' as at, entry->'actor'->>'name' as by, ${KIND} as kind,
      entry->'data'->>'purpose' as purpose, entry->>'reason' as reason,
      coalesce(entry->'data'->>'students', entry->'data'->>'rows')::integer as students,
      coalesce(entry->'data'->>'year', f.filter->>'year')::integer as year, c.name as college,
      entry->'data'->>'name' as template,
      case when f.filter ? 'which' then jsonb_build_object('kind', f.filter->>'kind', 'which', f.filter->>'which',
        'from', entry->'data'->>'from', 'to', entry->'data'->>'to') end as archive
    from journal j
      cross join lateral (select (entry->'data'->>'filter')::jsonb as filter) f
      left join colleges c on c.school_id = ${school} and c.id = f.filter->>'college'
    where j.school_id = ${school} and j.subject = ${`school:${school}`}
      and entry->>'action' in (${actionsOf(kind ? [kind] : TAKEN_KINDS)})
      and entry->'data' ? 'purpose'
      and ${by === null ? sql`true` : sql`entry->'actor'->>'id' = ${by}`}
      and ${after === '' ? sql`true` : sql`j.seq < ${Number(after)}`}
    order by j.seq desc limit ${most + 1}`.execute(db)
  const items = rows.slice(0, most)
  const last = items.at(-1)
  return { items, next: rows.length > most && last ? String(last.seq) : null }
}
