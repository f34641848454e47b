import { type RawBuilder, sql } from 'kysely'
import { addDays, type Day, dayInChina, isOver } from '../../../domain/day.ts'
import type { EmployerKind } from '../../../domain/employer-facts.ts'
import type { PostContent } from '../../../domain/post/content.ts'
import { PUBLIC_POSTS } from '../../../domain/post/life.ts'
import { isTyped, type PostSort, type Sought, searchQuery, type Where } from '../../../domain/post/search.ts'
import { Refusal } from '../../../domain/refusal.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { type Mark, markFrom } from '../../db/mark.ts'
import { statusIn } from '../../db/status-in.ts'
import { readPost, readProfile } from '../../db/stored.ts'

export type PostSearch = Sought & {
  readonly reader: Reader
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
  /** For whom it recruits, and an agency's licence (L7, L8). */
  readonly kind: EmployerKind
  readonly licenceNumber: string
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
  const { industry, nature, kind, licenceNumber } = readProfile(profile)
  return { ...row, industry, nature, kind, licenceNumber, content: readPost(content) }
}

const shown = sql`p.school_id as school, p.id, p.short_id, p.version, p.content, p.shown_from, p.employer_id,
  e.name as employer, e.profile`
/** Who reads: anybody, or a student of the school, who reads what is for them alone too (AT-6). */
export type Reader = 'anybody' | 'student'
/** What is published at this instant, for this reader. */
const isPublished = (school: string, reader: Reader, at: Date) => sql`p.school_id = ${school}
    and ${statusIn('p.status', PUBLIC_POSTS)} and p.shown_from <= ${at}
    and p.last_day >= ${dayInChina(at)} ${reader === 'anybody' ? sql`and p.audience = 'anybody'` : sql``}`
/** Of that, what is open: not while its employer is to be verified again (L7). */
const isOpen = (school: string, reader: Reader, at: Date) =>
  sql`${isPublished(school, reader, at)} and p.verified_until >= ${dayInChina(at)}`
const open = (school: string, reader: Reader, at: Date) =>
  sql`from posts p join employers e on e.id = p.employer_id where ${isOpen(school, reader, at)}`

const isSince = (since: Day) => sql`p.shown_from >= (${since}::date::timestamp at time zone 'Asia/Shanghai')`
type Order = {
  readonly by: RawBuilder<unknown>
  readonly beyond: (mark: Mark) => RawBuilder<unknown>
  /** Where in its index that begins and ends which can be shown at all. */
  readonly range: (of: PostSearch, at: Date) => RawBuilder<unknown>
}
const byTime: Order = {
  by: sql`p.shown_from desc, p.id desc`,
  beyond: ({ value, id }) =>
    sql`(p.shown_from, p.id) < (to_timestamp(${value}::numeric / 1000), ${id}::uuid)`,
  range: ({ since }, at) => sql`p.shown_from <= ${at} ${since === null ? sql`` : sql`and ${isSince(since)}`}`,
}
const ORDERS: Readonly<Record<PostSort, Order>> = {
  best: byTime,
  newest: byTime,
  pay: {
    by: sql`p.pay_from desc, p.id desc`,
    beyond: ({ value, id }) => sql`(p.pay_from, p.id) < (${value}::integer, ${id}::uuid)`,
    range: ({ pay }) => sql`p.pay_from >= ${pay ?? 0}`,
  },
  ending: {
    by: sql`p.last_day, p.id`,
    beyond: ({ value, id }) => sql`(p.last_day, p.id) > (${value}::date, ${id}::uuid)`,
    range: (_, at) => sql`p.last_day >= ${dayInChina(at)}`,
  },
}
const placeIn = ({ shownFrom, content }: FoundPost, sort: PostSort): string => {
  if (sort === 'pay') return String(content.pay.from)
  return sort === 'ending' ? content.lastDay! : String(shownFrom.getTime())
}

type Bounds = {
  /** So many in the order that is asked for are looked at first: what is frequent fills its page by them. */
  readonly walked: number
  /** The same where each says at hand what is asked, which costs a twentieth. */
  readonly walkedAtHand: number
  /** Of what is rarer, up to so many matches are put in order when they have been found; of more, each is looked at in that order. */
  readonly mostSorted: number
}
const BOUNDS: Bounds = { walked: 250, walkedAtHand: 3_000, mostSorted: 2_000 }

/** The statement that finds a page of posts, a row more than it shows. */
export function searching(school: string, of: PostSearch, at: Date, most: number, bounds = BOUNDS) {
  const { sort, after, pay, since } = of
  const { by, beyond, range } = ORDERS[sort]
  const onward = (tier: 0 | 1) => (after?.tier === tier ? sql`and ${beyond(after)}` : sql``)
  /** What its order's index alone tells. */
  const inOrder = (tier: 0 | 1) => sql`p.school_id = ${school} and ${statusIn('p.status', PUBLIC_POSTS)}
    and ${range(of, at)} ${onward(tier)}`
  const narrowed = (tier: 0 | 1) => sql`${isOpen(school, of.reader, at)}
    ${pay === null ? sql`` : sql`and p.pay_from >= ${pay}`}
    ${since === null ? sql`` : sql`and ${isSince(since)}`} ${onward(tier)}`
  /** Those of `source` in order, by what orders and narrows them. */
  const chosen = (tier: 0 | 1, source: RawBuilder<unknown>, only: RawBuilder<unknown>) => sql`(
    select p.school_id, p.id from ${source} p where ${inOrder(tier)} and ${narrowed(tier)} and ${only}
    order by ${by} limit ${most + 1})`
  /** These, read whole. */
  const whole = (tier: 0 | 1, ids: RawBuilder<unknown>) => sql`
    select ${sql.lit(tier)}::integer as tier, ${shown} from (${ids}) chosen
      join posts p on p.school_id = chosen.school_id and p.id = chosen.id join employers e on e.id = p.employer_id
    order by ${by}`
  /**
   * What an index finds that does not go by the order. What is frequent is met soon in the order asked for; what is rare is found
   * by its index; what is neither is met late in that order, by a condition that no index answers. Nothing depends on how many
   * PostgreSQL believes there are: a branch that does not apply is not read.
   */
  const part = (tier: 0 | 1, found: Found, but = sql``) => sql`(
    with soon as materialized ${chosen(
      tier,
      sql`(select p.* from posts p where ${inOrder(tier)} order by ${by}
        limit ${found.isAtHand ? bounds.walkedAtHand : bounds.walked})`,
      sql`${found.byLooking} ${but}`,
    )},
    is_met as materialized (select count(*) > ${most} as soon from soon),
    few as materialized (
      select p.school_id, p.id, p.shown_from, p.last_day, p.pay_from from (
        select p.* from posts p where ${statusIn('p.status', PUBLIC_POSTS)} and ${found.byIndex}
          and not (select soon from is_met) offset 0) p
      where ${narrowed(tier)} ${but} limit ${bounds.mostSorted + 1}),
    is_found as materialized (select count(*) <= ${bounds.mostSorted} as whole from few)
    ${whole(
      tier,
      sql`
      select * from soon where (select soon from is_met)
      union all (select p.school_id, p.id from few p where not (select soon from is_met) and (select whole from is_found)
        order by ${by} limit ${most + 1})
      union all ${chosen(
        tier,
        sql`posts`,
        sql`${found.byLooking} ${but} and not (select soon from is_met) and not (select whole from is_found)`,
      )}`,
    )})`
  const [anywhere, inTitle] = [byWords(school, of, 'anywhere'), byWords(school, of, 'in-title')]
  if (sort !== 'best' || !isTyped(of)) {
    if (anywhere) return sql<FoundRow>`${part(0, anywhere)}`
    if (since !== null && ORDERS[sort] !== byTime)
      return sql<FoundRow>`${part(0, { byIndex: sql`p.school_id = ${school} and ${isSince(since)}`, byLooking: sql`true`, isAtHand: true })}`
    return sql<FoundRow>`${whole(0, chosen(0, sql`posts`, sql`true`))}`
  }
  const below = part(1, anywhere!, sql`and not ${inTitle!.byLooking}`)
  if (after?.tier === 1) return sql<FoundRow>`${below}`
  return sql<FoundRow>`with titled as materialized ${part(0, inTitle!)}
    select * from titled union all select * from ${below} below where (select count(*) from titled) <= ${most}
    order by tier, shown_from desc, id desc limit ${most + 1}`
}
/** The same condition twice: as an index answers it, and as none does; and whether that is at hand in the row. */
type Found = {
  readonly byIndex: RawBuilder<unknown>
  readonly byLooking: RawBuilder<unknown>
  readonly isAtHand: boolean
}
/** By words, null where none is sought. All but those of the texts are at hand, and so is what a post pays. */
function byWords(school: string, of: PostSearch, where: Where): Found | null {
  const [query, besidesPay] = [
    searchQuery(school, of, where),
    searchQuery(school, { ...of, pay: null }, where),
  ]
  if (query === '') return null
  const isAtHand = where === 'in-title' || !isTyped(of)
  const words = isAtHand ? sql`p.words_at_hand` : sql`p.words`
  return {
    byIndex: sql`p.words @@ ${query}::tsquery ${acrossSchools.words}`,
    byLooking: besidesPay === '' ? sql`true` : sql`ts_match_vq(${words}, ${besidesPay}::tsquery)`,
    isAtHand,
  }
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
/** By its address, what is published. Refuses `post-paused` while its employer is to be verified again. */
async function readPublished(
  db: Db,
  { school, shortId, reader }: AtAddress,
  at: Date,
  lock: RawBuilder<unknown>,
): Promise<FoundPost | null> {
  const { rows } = await sql<Row & { readonly verifiedUntil: Day }>`
    select ${shown}, p.verified_until from posts p join employers e on e.id = p.employer_id
    where ${isPublished(school, reader, at)} and p.short_id = ${shortId} ${lock}`.execute(db)
  if (!rows[0]) return null
  const { verifiedUntil, ...row } = rows[0]
  if (isOver(verifiedUntil, at)) throw new Refusal('post-paused')
  return found(row)
}

/** By its address; what may not be read yet, or no more, does not exist. Refuses what is paused. */
export async function findOpenPost(
  db: Db,
  of: AtAddress,
  at: Date,
  lock: RawBuilder<unknown> = sql``,
): Promise<FoundPost> {
  const post = await readPublished(db, of, at, lock)
  if (!post) throw new Refusal('not-found')
  return post
}

const HELD = sql`for share of p`
/** The same, held as it stands: nobody changes it or takes it down while this transaction lasts. */
export const holdOpenPost = (tx: Tx, of: AtAddress, at: Date) => findOpenPost(tx, of, at, HELD)

/** The same, for whoever applies: a post that was open and is so no more is said to be, and not that there is none. */
export async function holdPostToApply(tx: Tx, of: AtAddress, at: Date): Promise<FoundPost> {
  const post = await readPublished(tx, of, at, HELD)
  if (post) return post
  const was = await sql`select from posts
    where school_id = ${of.school} and short_id = ${of.shortId} and shown_from <= ${at}`.execute(tx)
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
