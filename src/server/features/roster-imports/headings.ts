import { sql } from 'kysely'
import type { RosterKey } from '../../../domain/roster/columns.ts'
import type { OwnHeadings } from '../../../domain/roster/header.ts'
import type { Db, Tx } from '../../db/database.ts'

/** What a school has said that headings mean, by their folded text; of `keys`, for a field of its own may have been ended since. */
export async function findOwnHeadings(
  db: Db,
  school: string,
  keys: readonly RosterKey[],
): Promise<OwnHeadings> {
  const rows = await db
    .selectFrom('rosterHeadings')
    .where('schoolId', '=', school)
    .select(['headingKey', 'means'])
    .execute()
  return new Map(
    rows.flatMap(({ headingKey, means }) => {
      const key = means === null ? null : keys.find((one) => one === means)
      return key === undefined ? [] : [[headingKey, key] as const]
    }),
  )
}

/** `undefined` is what the school says no more: the heading is known by itself, or not. */
export type SaidHeading = { readonly key: string; readonly means: RosterKey | null | undefined }

export async function saveOwnHeadings(tx: Tx, school: string, said: readonly SaidHeading[]): Promise<void> {
  const kept = said.filter(({ means }) => means !== undefined)
  const forgotten = said.filter(({ means }) => means === undefined).map(({ key }) => key)
  await tx
    .deleteFrom('rosterHeadings')
    .where('schoolId', '=', school)
    .where(sql<boolean>`heading_key = any(${forgotten}::text[])`)
    .execute()
  await sql`
    insert into roster_headings (school_id, heading_key, means)
    select ${school}, key, means
    from unnest(${kept.map(({ key }) => key)}::text[], ${kept.map(({ means }) => means ?? null)}::text[]) as h (key, means)
    on conflict (school_id, heading_key) do update set means = excluded.means
  `.execute(tx)
}
