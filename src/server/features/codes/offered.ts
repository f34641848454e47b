import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'

/** A code that something names, by the name of its place. */
export type AskedCode = { readonly field: string; readonly kind: string; readonly code: string }

/** Of these, those that no code table has, or has no more in this year in China. */
export async function listNotOffered<Asked extends AskedCode>(
  db: Db,
  asked: readonly Asked[],
  at: Date,
): Promise<Asked[]> {
  if (asked.length === 0) return []
  const { rows } = await sql<{ place: number }>`
    select place from jsonb_to_recordset(${JSON.stringify(asked.map((one, place) => ({ ...one, place })))}::jsonb)
      as asked (place integer, kind text, code text)
    where not exists (select from codes c where c.kind = asked.kind and c.code = asked.code
      and (c.valid_until is null or c.valid_until >= extract(year from ${at}::timestamptz at time zone 'Asia/Shanghai')))
    order by place
  `.execute(db)
  return rows.map(({ place }) => asked[place]!)
}
