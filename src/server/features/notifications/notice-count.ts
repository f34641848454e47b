import { sql } from 'kysely'
import { dayInChina } from '../../../domain/day.ts'
import { NOTICES_A_DAY, refuseUntilTomorrow } from '../../../domain/notice-limit.ts'
import type { Tx } from '../../db/database.ts'

/** Counts what this party tells these today, one statement; refuses where one of them has been told enough. Rows are locked in one order. */
export async function countNotices(
  tx: Tx,
  { school, by, to }: { readonly school: string; readonly by: string; readonly to: readonly string[] },
  at: Date,
): Promise<void> {
  if (to.length === 0) return
  const { rows } = await sql`
    insert into notices_of_day as d (school_id, by_party, to_party, day, n)
    values ${sql.join([...to].sort().map((party) => sql`(${school}, ${by}, ${party}, ${dayInChina(at)}::date, 1)`))}
    on conflict (school_id, by_party, to_party) do update
      set n = case when d.day = excluded.day then d.n + 1 else 1 end, day = excluded.day
      where d.day <> excluded.day or d.n < ${NOTICES_A_DAY}
    returning to_party
  `.execute(tx)
  if (rows.length < to.length) refuseUntilTomorrow(at)
}
