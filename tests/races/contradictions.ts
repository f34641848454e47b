import { sql } from 'kysely'
import { HOLDS_PLACEMENT } from '../../src/domain/agreement/life.ts'
import { DESTINATION_HOLDS_PLACEMENT } from '../../src/domain/destination/life.ts'
import { OPEN_DISSOLUTION } from '../../src/domain/dissolution/life.ts'
import type { Db } from '../../src/server/db/database.ts'

export type Contradiction = {
  readonly subject: string
  readonly told: 'journal' | 'requests' | 'place' | 'document'
}

/**
 * The cases of which two tables tell different things; none, whatever was done at once or broken off. Each case has one
 * line in the journal for each of its versions (the clock's changes none), the last one to its status; an agreement
 * points to its one open request and is dissolved by one that is completed; what holds a place has it; and what was certified
 * has its sealed document ordered.
 */
export async function listContradictions(db: Db): Promise<Contradiction[]> {
  const { rows } = await sql<Contradiction>`
    with cases as (
      select school_id, student_id, id, 'agreement:' || id as subject, status, version,
        status = any(${[...HOLDS_PLACEMENT]}::text[]) as holds from agreements
      union all
      select school_id, student_id, id, 'dissolution:' || id, status, version, false from dissolutions
      union all
      select school_id, student_id, id, 'destination:' || id, status, version,
        status = any(${[...DESTINATION_HOLDS_PLACEMENT]}::text[]) from destinations
      union all
      select school_id, student_id, id, 'transfer:' || id, status, version, false from transfers
    ), journaled as (
      select school_id, subject, (array_agg(entry->>'to' order by seq desc))[1] as status,
        count(*) filter (where entry->>'action' <> 'dissolution.escalate') as acts
      from journal where entry->>'to' is not null -- a seal is no step
      group by school_id, subject
    )
    select subject, 'journal' as told from cases c left join journaled j using (school_id, subject)
    where (j.acts, j.status) is distinct from (c.version::bigint, c.status)
    union all
    select 'agreement:' || a.id, 'requests' from agreements a
    where array_remove(array[a.dissolution_id], null) <> array(
        select d.id from dissolutions d where d.school_id = a.school_id and d.agreement_id = a.id
          and d.status = any(${[...OPEN_DISSOLUTION]}::text[]))
      or (a.status = 'dissolved')::integer <> (
        select count(*) from dissolutions d where d.school_id = a.school_id and d.agreement_id = a.id
          and d.status = 'completed')
    union all
    select c.subject, 'place' from cases c left join placements p
      on p.school_id = c.school_id and p.student_id = c.student_id and c.id in (p.agreement_id, p.destination_id)
    where c.holds <> (p.student_id is not null)
    union all
    select 'agreement:' || a.id, 'document' from agreements a
    where (a.effective_at is not null)::integer <> (
      select count(*) from documents d where d.school_id = a.school_id and d.kind = 'agreement' and d.agreement_id = a.id)
    union all
    select 'dissolution:' || x.id, 'document' from dissolutions x
    where array(select d.kind from documents d where d.school_id = x.school_id and d.dissolution_id = x.id order by 1)
      <> case when x.status = 'completed' then array['dissolved', 'dissolving'] else array['dissolving'] end
    union all
    select 'destination:' || t.id, 'document' from destinations t
    where (t.registered_at is not null)::integer <> (
      select count(*) from documents d where d.school_id = t.school_id and d.destination_id = t.id)
  `.execute(db)
  return rows
}
