import { sql } from 'kysely'
import { archiveFilter, type TakenArchive } from '../../../contracts/evidence-archives.ts'
import type { EventName } from '../../../domain/event.ts'
import type { Db } from '../../db/database.ts'

const TAKEN = sql.lit('school.take-evidence' satisfies EventName)

type Row = Pick<TakenArchive, 'seq' | 'at' | 'by' | 'purpose' | 'reason' | 'college' | 'from' | 'to'> & {
  readonly students: number
  readonly filter: string
}
type Asked = {
  readonly school: string
  /** Only what this account has taken; null for everybody's. */
  readonly by: string | null
  /** The number of the line behind which the page begins; empty for the first page. */
  readonly after: string
}

/** A page of who has taken which archives, out of the school's journal, the latest first; `next`: behind which line the next page begins. */
export async function listTaken(
  db: Db,
  { school, by, after }: Asked,
  most: number,
): Promise<{ items: TakenArchive[]; next: string | null }> {
  const { rows } = await sql<Row>`
    select j.seq, entry->>'at' as at, entry->'actor'->>'name' as by, entry->>'reason' as reason, c.name as college,
      entry->'data'->>'purpose' as purpose, entry->'data'->>'from' as "from", entry->'data'->>'to' as "to",
      (entry->'data'->>'students')::integer as students, entry->'data'->>'filter' as filter
    from journal j left join colleges c
      on c.school_id = ${school} and c.id = (entry->'data'->>'filter')::jsonb->>'college'
    where j.school_id = ${school} and j.subject = ${`school:${school}`} and entry->>'action' = ${TAKEN}
      and ${by === null ? sql`true` : sql`entry->'actor'->>'id' = ${by}`}
      and ${after === '' ? sql`true` : sql`j.seq < ${Number(after)}`}
    order by j.seq desc limit ${most + 1}`.execute(db)
  const items = rows.slice(0, most).map(({ filter, ...row }) => {
    const { kind, which, year } = archiveFilter.parse(JSON.parse(filter))
    return { ...row, kind, which, year: year ?? null }
  })
  const last = items.at(-1)
  return { items, next: rows.length > most && last ? String(last.seq) : null }
}
