import { sql } from 'kysely'
import type { ReportedShown } from '../../../contracts/confirmations.ts'
import type { Reported } from '../../../domain/confirmation/reported.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db, Tx } from '../../db/database.ts'
import { hashOf } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import { readReported } from '../../db/stored.ts'

/** What is reported, and the fingerprint by which an answer names it. */
export type Seen = { readonly seen: Reported; readonly seenHash: string }
const seenIn = (row: { seen: unknown } | undefined): Seen => {
  if (!row?.seen) throw new Refusal('not-found')
  const seen = readReported(row.seen)
  return { seen, seenHash: hashOf(seen) }
}

/** What would be reported of a student now, as the database derives it. */
export async function findReported(db: Db, { school, id }: Key): Promise<Seen> {
  const { rows } = await sql<{ seen: unknown }>`select reported_source(${school}, ${id}) as seen`.execute(db)
  return seenIn(rows[0])
}
/** The same, held: it stays so until this transaction ends. */
export async function holdReported(tx: Tx, { school, id }: Key): Promise<Seen> {
  const { rows } = await sql<{ seen: unknown }>`select reported_held(${school}, ${id}) as seen`.execute(tx)
  return seenIn(rows[0])
}

type Names = { readonly name: string; readonly nameEn: string }
/** In names, by the tables of codes. */
export async function showReported(
  db: Db,
  { holder, position, pay, ...coded }: Reported,
): Promise<ReportedShown> {
  const { category, region, industry, nature } = coded
  const { rows } = await sql<{ kind: string; name: string; nameEn: string | null }>`
    select kind, name, name_en from codes where (kind, code) in
      (('destination', ${category}), ('region', ${region}), ('industry', ${industry}), ('employer_nature', ${nature}))`.execute(
    db,
  )
  const named = new Map(rows.map(({ kind, name, nameEn }) => [kind, { name, nameEn: nameEn ?? name }]))
  const nameOf = (kind: string, code: string): Names | null =>
    named.get(kind) ?? (code ? { name: code, nameEn: code } : null)
  return {
    category: nameOf('destination', category),
    holder,
    position,
    region: nameOf('region', region),
    industry: nameOf('industry', industry),
    nature: nameOf('employer_nature', nature),
    pay,
  }
}
