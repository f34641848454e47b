import { type RawBuilder, sql } from 'kysely'
import { addDays, type Day, dayInChina } from '../../../domain/day.ts'
import type { PostContent } from '../../../domain/post/content.ts'
import { PUBLIC_POSTS } from '../../../domain/post/life.ts'
import { isTyped, type PostSort, type Sought, searchQuery } from '../../../domain/post/search.ts'
import { Refusal } from '../../../domain/refusal.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { type Mark, markFrom } from '../../db/mark.ts'
import { statusIn } from '../../db/status-in.ts'
import { readPost, readProfile } from '../../db/stored.ts'

export type PostSearch = Sought & {
  readonly reader: Reader
  /** Pays at least so many yuan a month. */
  readonly pay: number | null
  /** Shown since this day in China. */
  readonly since: Day | null
  readonly sort: PostSort
  /** Where the page before has ended; null for the first. */
  readonly after: Mark | null
}

/** What an address asks for, whoever reads it. */
export type AskedPosts = Omit<PostSearch, 'since' | 'sort' | 'after'> & {
  /** Shown within so many days. */
  readonly since: number | null
  readonly sort: PostSort | null
  readonly after: string
}
export function searchOf({ since, sort: given, after, ...of }: AskedPosts, at: Date): PostSearch {
  const sort = given ?? (of.q ? 'best' : 'newest')
  return {
    ...of,
    sort,
    since: since === null ? null : addDays(dayInChina(at), 1 - since),
    after: markFrom(after, sort === 'ending' ? 'days' : 'numbers'),
  }
}

export type FoundPost = Key & {
  readonly shortId: string
  readonly version: number
  readonly content: PostContent
  readonly shownFrom: Date
  readonly employerId: string
  readonly employer: string
  readonly industry: string
  readonly nature: string
}
type Row = {
  readonly school: string
  readonly id: string
  readonly shortId: string
  readonly version: number
  readonly content: unknown
  readonly shownFrom: Date
  readonly employerId: string
  readonly employer: string
  readonly profile: unknown
}
type FoundRow = Row & { readonly tier: 0 | 1 }
const found = ({ profile, content, ...row }: Row): FoundPost => {
  const { industry, nature } = readProfile(profile)
  return { ...row, industry, nature, content: readPost(content) }
}

const shown = sql`p.school_id as school, p.id, p.short_id, p.version, p.content, p.shown_from, p.employer_id,
  e.name as employer, e.profile`
/** Who reads: anybody, or a student of the school, who reads what is for them alone too (AT-6). */
export type Reader = 'anybody' | 'student'
/** What is open at this instant, to this reader. */
const isOpen = (school: string, reader: Reader, at: Date) => sql`p.school_id = ${school}
    and ${statusIn('p.status', PUBLIC_POSTS)} and p.shown_from <= ${at}
    and p.last_day >= ${dayInChina(at)} ${reader === 'anybody' ? sql`and p.audience = 'anybody'` : sql``}`
const open = (school: string, reader: Reader, at: Date) =>
  sql`from posts p join employers e on e.id = p.employer_id where ${isOpen(school, reader, at)}`

type Order = { readonly by: RawBuilder<unknown>; readonly beyond: (mark: Mark) => RawBuilder<unknown> }
const byTime: Order = {
  by: sql`p.shown_from desc, p.id desc`,
  beyond: ({ value, id }) =>
    sql`(p.shown_from, p.id) < (to_timestamp(${value}::numeric / 1000), ${id}::uuid)`,
}
const ORDERS: Readonly<Record<PostSort, Order>> = {
  best: byTime,
  newest: byTime,
  pay: {
    by: sql`p.pay_from desc, p.id desc`,
    beyond: ({ value, id }) => sql`(p.pay_from, p.id) < (${value}::integer, ${id}::uuid)`,
  },
  ending: {
    by: sql`p.last_day, p.id`,
    beyond: ({ value, id }) => sql`(p.last_day, p.id) > (${value}::date, ${id}::uuid)`,
  },
}
const placeIn = ({ shownFrom, content }: FoundPost, sort: PostSort): string => {
  if (sort === 'pay') return String(content.pay.from)
  return sort === 'ending' ? content.lastDay! : String(shownFrom.getTime())
}

/** So many in the order that is asked for are looked at first: what is frequent fills its page by them. */
const WALKED = 250
/** Of what is not, up to so many matches are put in order when they have been found; of more, each is looked at in that order. */
const MOST_SORTED = 2_000
type Bounds = { readonly walked: number; readonly mostSorted: number }
const BOUNDS: Bounds = { walked: WALKED, mostSorted: MOST_SORTED }

/** The statement that finds a page of posts, a row more than it shows. */
export function searching(school: string, of: PostSearch, at: Date, most: number, bounds = BOUNDS) {
  const { sort, after, pay, since } = of
  const { by, beyond } = ORDERS[sort]
  const narrowed = (tier: 0 | 1) => sql`${isOpen(school, of.reader, at)}
    ${pay === null ? sql`` : sql`and p.pay_from >= ${pay}`}
    ${since === null ? sql`` : sql`and p.shown_from >= (${since}::date::timestamp at time zone 'Asia/Shanghai')`}
    ${after?.tier === tier ? sql`and ${beyond(after)}` : sql``}`
  /** Those of `source` in order, by what orders and narrows them. */
  const chosen = (tier: 0 | 1, source: RawBuilder<unknown>, only: RawBuilder<unknown>) => sql`(
    select p.school_id, p.id from ${source} p where ${narrowed(tier)} and ${only} order by ${by} limit ${most + 1})`
  /** These, read whole. */
  const whole = (tier: 0 | 1, ids: RawBuilder<unknown>) => sql`
    select ${sql.lit(tier)}::integer as tier, ${shown} from (${ids}) chosen
      join posts p on p.school_id = chosen.school_id and p.id = chosen.id join employers e on e.id = p.employer_id
    order by ${by}`
  /**
   * By words, without those of `but`. What is frequent is met soon in the order asked for; what is rare is found by the index of
   * words alone; what is neither is met late in that order, as its words are asked by the function, which no index answers. Nothing
   * depends on how many PostgreSQL believes there are: a branch that does not apply is not read.
   */
  const part = (tier: 0 | 1, query: string, but = sql``) => sql`(
    with soon as materialized ${chosen(
      tier,
      sql`(select p.* from posts p where ${narrowed(tier)} order by ${by} limit ${bounds.walked})`,
      sql`p.words @@ ${query}::tsquery ${but}`,
    )},
    is_met as materialized (select count(*) > ${most} as soon from soon),
    few as materialized (
      select p.school_id, p.id, p.status, p.shown_from, p.last_day, p.pay_from, p.audience from posts p
      where ${statusIn('p.status', PUBLIC_POSTS)} and p.words @@ ${query}::tsquery ${but}
        and not (select soon from is_met) limit ${bounds.mostSorted + 1} ${acrossSchools.words}),
    is_found as materialized (select count(*) <= ${bounds.mostSorted} as whole from few)
    ${whole(
      tier,
      sql`
      select * from soon where (select soon from is_met)
      union all ${chosen(tier, sql`few`, sql`not (select soon from is_met) and (select whole from is_found)`)}
      union all ${chosen(
        tier,
        sql`posts`,
        sql`ts_match_vq(p.words, ${query}::tsquery) ${but}
          and not (select soon from is_met) and not (select whole from is_found)`,
      )}`,
    )})`
  const anywhere = searchQuery(school, of, 'anywhere')
  if (sort !== 'best' || !isTyped(of))
    return sql<FoundRow>`${anywhere ? part(0, anywhere) : whole(0, chosen(0, sql`posts`, sql`true`))}`
  const inTitle = searchQuery(school, of, 'in-title')
  const below = part(1, anywhere, sql`and not p.words @@ ${inTitle}::tsquery`)
  if (after?.tier === 1) return sql<FoundRow>`${below}`
  return sql<FoundRow>`with titled as materialized ${part(0, inTitle)}
    select * from titled union all select * from ${below} below where (select count(*) from titled) <= ${most}
    order by tier, shown_from desc, id desc limit ${most + 1}`
}

/** A page of a school's open posts, and where the next begins. */
export async function searchPosts(db: Db, school: string, of: PostSearch, at: Date, most: number) {
  const { rows } = await searching(school, of, at, most).execute(db)
  const page = rows.slice(0, most)
  const items = page.map(({ tier: _, ...row }) => found(row))
  const [last, tier] = [items.at(-1), page.at(-1)?.tier]
  const next: Mark | null =
    rows.length > most && last && tier !== undefined
      ? { tier, value: placeIn(last, of.sort), id: last.id }
      : null
  return { items, next }
}

type AtAddress = { readonly school: string; readonly shortId: string; readonly reader: Reader }
/** By its address; what may not be read yet, or no more, does not exist. */
export async function findOpenPost(
  db: Db,
  { school, shortId, reader }: AtAddress,
  at: Date,
  lock = sql``,
): Promise<FoundPost> {
  const { rows } = await sql<Row>`
    select ${shown} ${open(school, reader, at)} and p.short_id = ${shortId} ${lock}`.execute(db)
  if (!rows[0]) throw new Refusal('not-found')
  return found(rows[0])
}

/** The same, held as it stands: nobody changes it or takes it down while this transaction lasts. */
export const holdOpenPost = (tx: Tx, of: AtAddress, at: Date) => findOpenPost(tx, of, at, sql`for share of p`)

/** The same, for whoever applies: a post that was open and is so no more is said to be, and not that there is none. */
export async function holdPostToApply(tx: Tx, of: AtAddress, at: Date): Promise<FoundPost> {
  const { school, shortId, reader } = of
  const { rows } = await sql<Row>`
    select ${shown} ${open(school, reader, at)} and p.short_id = ${shortId} for share of p`.execute(tx)
  if (rows[0]) return found(rows[0])
  const was = await sql`select from posts
    where school_id = ${school} and short_id = ${shortId} and shown_from <= ${at}`.execute(tx)
  throw new Refusal(was.rows.length > 0 ? 'post-not-open' : 'not-found')
}

/** What a map of a school's site names, the newest first. */
export async function listInMap(db: Db, school: string, at: Date, most: number) {
  const { rows } = await sql<{
    shortId: string
    changedAt: Date
  }>`select p.short_id, p.shown_from as changed_at
    ${open(school, 'anybody', at)} order by p.shown_from desc, p.id desc limit ${most}`.execute(db)
  return rows
}

/** What an employer has open at a school for anybody, the newest first. */
export async function listOpenOf(db: Db, school: string, employerId: string, at: Date, most: number) {
  const { rows } =
    await sql<Row>`select ${shown} ${open(school, 'anybody', at)} and p.employer_id = ${employerId}
    order by p.shown_from desc, p.id desc limit ${most}`.execute(db)
  return rows.map(found)
}
