import { sql } from 'kysely'
import { dayInChina } from '../../../domain/day.ts'
import {
  factFor,
  type Month,
  monthOf,
  PLACE_TAGS,
  type PlaceFact,
  type PlaceFactKind,
  type PlaceTag,
  regionsAround,
} from '../../../domain/place/fact.ts'
import type { MinimumWage } from '../../../domain/place/minimum-wage.ts'
import type { Db, Tx } from '../../db/database.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { contains, numberBeginsWith } from '../../db/search-pattern.ts'

/** A fact with the name of its region, from the province down. */
export type NamedFact = PlaceFact & { readonly name: string }
const COLUMNS = ['f.region', 'f.since', 'f.until', 'f.amount'] as const
/** As addresses are written; what only repeats is said once. */
const pathName = sql<string>`concat(case when pp.name <> p.name then pp.name end, case when p.name <> r.name then p.name end, r.name)`

const selectFacts = (db: Db, kind: PlaceFactKind) =>
  db
    .selectFrom('placeFacts as f')
    .innerJoin('codes as r', (on) => on.on('r.kind', '=', 'region').onRef('r.code', '=', 'f.region'))
    .leftJoin('codes as p', (on) => on.on('p.kind', '=', 'region').onRef('p.code', '=', 'r.parent'))
    .leftJoin('codes as pp', (on) => on.on('pp.kind', '=', 'region').onRef('pp.code', '=', 'p.parent'))
    .where('f.kind', '=', kind)
    .select(COLUMNS)
    .select(pathName.as('name'))
    .orderBy('f.region')
    .orderBy('f.since', 'desc')

/** All of one kind, by the region, the latest first. */
export const listFacts = (db: Db, kind: PlaceFactKind): Promise<NamedFact[]> =>
  selectFacts(db, kind).execute()

/** A page of them, by the code or the name of the region. */
export async function listFactsPage(db: Db, kind: PlaceFactKind, { q, ...paging }: Paging & { q: string }) {
  const found = selectFacts(db, kind).where((of) =>
    of.or([of('f.region', 'like', numberBeginsWith(q)), of(sql`lower(${pathName})`, 'like', contains(q))]),
  )
  const { rows: items, ...page } = await readPage(
    paging,
    ({ limit, offset }) => found.limit(limit).offset(offset).execute(),
    () =>
      found.clearSelect().clearOrderBy().select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  )
  return { items, ...page }
}

export async function countFacts(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('placeFacts')
    .groupBy('kind')
    .select(['kind', sql<number>`count(*)`.as('n')])
    .execute()
  return new Map(rows.map(({ kind, n }) => [kind, n]))
}

/** What is there of these regions; of two who save at once the second reads what the first has saved, also where nothing was there. */
export async function lockFacts(
  tx: Tx,
  kind: PlaceFactKind,
  regions: readonly string[],
): Promise<PlaceFact[]> {
  await sql`lock table place_facts in share row exclusive mode`.execute(tx)
  return tx
    .selectFrom('placeFacts as f')
    .where('f.kind', '=', kind)
    .where(sql<boolean>`f.region = any(${regions}::text[])`)
    .select(COLUMNS)
    .execute()
}

/** Over those of the same region and month. */
export const saveFacts = (tx: Tx, kind: PlaceFactKind, facts: readonly PlaceFact[]) =>
  sql`
    insert into place_facts (kind, region, since, until, amount)
    select ${kind}, region, since, until, amount
    from jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) as r (region text, since text, until text, amount integer)
    on conflict (kind, region, since) do update set until = excluded.until, amount = excluded.amount`.execute(
    tx,
  )

const wageOf = ({ amount, name, since }: NamedFact): MinimumWage | null =>
  amount === null ? null : { amount, place: name, since }

/** How the minimum wage of a place in a month is found among all that there are. */
export const wagesAmong =
  (facts: readonly NamedFact[]) =>
  (region: string, month: Month): MinimumWage | null => {
    const found = factFor(facts, region, month)
    return found && wageOf(found)
  }

/** The minimum wage of one place in a month. */
export async function findWage(db: Db, region: string, month: Month): Promise<MinimumWage | null> {
  const facts = await selectFacts(db, 'minimum-wage').where('f.region', 'in', regionsAround(region)).execute()
  return wagesAmong(facts)(region, month)
}

/**
 * The codes of all regions that are such a place this month in China, as `factFor` has it of what has no amount: each with those within
 * it; null where no such place is asked for. A list that is narrowed by them is asked for by these codes, whose number its plan goes by.
 */
export async function listTagged(db: Db, tag: PlaceTag | undefined, at: Date): Promise<string[] | null> {
  if (!tag) return null
  const month = monthOf(dayInChina(at))
  const { rows } = await sql<{ code: string }>`select distinct place.code from place_facts f
    join codes place on place.kind = 'region' and place.code between f.region and regexp_replace(f.region, '0000$|00$', '9999')
    where f.kind = ${tag} and f.since <= ${month} and coalesce(f.until >= ${month}, true)`.execute(db)
  return rows.map(({ code }) => code)
}

/** What a place is, this month in China. */
export async function findTags(db: Db, region: string, at: Date): Promise<PlaceTag[]> {
  const rows = await db
    .selectFrom('placeFacts as f')
    .where('f.kind', 'in', PLACE_TAGS)
    .where('f.region', 'in', regionsAround(region))
    .select(COLUMNS)
    .select('f.kind')
    .execute()
  const month = monthOf(dayInChina(at))
  return PLACE_TAGS.filter((tag) =>
    factFor(
      rows.filter(({ kind }) => kind === tag),
      region,
      month,
    ),
  )
}
