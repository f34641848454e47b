import { sql } from 'kysely'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db } from '../../db/database.ts'

/** A code that something names, by the name of its place. */
export type AskedCode = { readonly field: string; readonly kind: string; readonly code: string }

/** Of these, those that no code table has, or does not offer in this year in China. */
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
      and extract(year from ${at}::timestamptz at time zone 'Asia/Shanghai')
        between coalesce(c.valid_from, 0) and coalesce(c.valid_until, 9999))
    order by place
  `.execute(db)
  return rows.map(({ place }) => asked[place]!)
}

const isSame = (one: AskedCode, other: AskedCode) => one.field === other.field && one.code === other.code

/** Refuses what is not offered, naming its field; `kept` is what stood before, which may stay although it has ended since. */
export async function refuseNotOffered(
  db: Db,
  { asked, kept }: { readonly asked: readonly AskedCode[]; readonly kept: readonly AskedCode[] },
  at: Date,
): Promise<void> {
  const anew = asked.filter((one) => one.code !== '' && !kept.some((other) => isSame(one, other)))
  const [gone] = await listNotOffered(db, anew, at)
  if (gone) throw new Refusal('code-not-offered', { field: gone.field })
}
