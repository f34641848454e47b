import { sql } from 'kysely'
import type { Day } from '../../../domain/day.ts'
import type { LookWay } from '../../../domain/verification-code/look.ts'
import type { Db } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'

export type Look = {
  readonly codeId: string
  readonly day: Day
  readonly way: LookWay
  readonly origin: string
  readonly count: number
  readonly lastAt: Date
}

/** One more look at a code: of a day, a way and a part of the network there is one row, however many look. */
export async function countLook(
  db: Db,
  { school, id }: Key,
  { day, way, origin, lastAt }: Pick<Look, 'day' | 'way' | 'origin' | 'lastAt'>,
): Promise<void> {
  await sql`
    insert into verification_looks as l (school_id, code_id, day, way, origin, count, last_at)
    values (${school}, ${id}, ${day}, ${way}, ${origin}, 1, ${lastAt})
    on conflict (school_id, code_id, day, way, origin) do update
      set count = l.count + 1, last_at = greatest(l.last_at, excluded.last_at)`.execute(db)
}

const SHOWN = 10

/** The last looks at each of these codes, and how many there were in all. */
export async function listLooks(
  db: Db,
  school: string,
  codes: readonly string[],
): Promise<ReadonlyMap<string, { readonly count: number; readonly last: readonly Look[] }>> {
  const { rows } = await sql<Look & { readonly total: number }>`
    select * from (
      select l.code_id, l.day, l.way, l.origin, l.count, l.last_at,
        sum(l.count) over (partition by l.code_id)::integer as total,
        row_number() over (partition by l.code_id order by l.last_at desc, l.way, l.origin) as nth
      from verification_looks l where l.school_id = ${school} and l.code_id = any(${codes}::uuid[])
    ) looked where nth <= ${SHOWN} order by code_id, nth`.execute(db)
  const byCode = Map.groupBy(rows, ({ codeId }) => codeId)
  return new Map([...byCode].map(([id, last]) => [id, { count: last[0]!.total, last }]))
}
