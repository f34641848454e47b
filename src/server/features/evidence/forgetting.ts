import { sql } from 'kysely'
import type { Db, Tx } from '../../db/database.ts'

/** `keptSince`: nothing goes that was uploaded, or whose case has ended, then or later. */
export type OfCases = { readonly school: string; readonly lastYear: number; readonly keptSince: Date }

/** Files of cases that have ended; those of an agreement are the agreement, and stay. */
const ended = ({ school, lastYear, keptSince }: OfCases) => sql`
  from evidence e join (
    select 'dissolution:' || id as subject, student_id, ended_at from dissolutions where school_id = ${school}
    union all
    select 'destination:' || id, student_id, ended_at from destinations where school_id = ${school}
    union all
    select 'correction:' || id, student_id, ended_at from corrections where school_id = ${school}
  ) c on c.subject = e.subject
  join students st on st.school_id = ${school} and st.id = c.student_id
  where e.school_id = ${school} and e.state = 'ready' and st.graduation_year <= ${lastYear}
    and c.ended_at < ${keptSince} and e.uploaded_at < ${keptSince}`

export async function countEnded(db: Db, of: OfCases): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n ${ended(of)}`.execute(db)
  return rows[0]!.n
}

/** Out of every reader's reach; the sweep takes the files away, and then the rows. Answers how many. */
export async function letGoOfEnded(tx: Tx, of: OfCases, most: number): Promise<number> {
  const { numAffectedRows } = await sql`
    with going as materialized (select e.id ${ended(of)} order by e.id limit ${most} for update of e skip locked)
    update evidence set state = 'removing', subject = null
    where school_id = ${of.school} and id in (select id from going)`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
