import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { UNDONE } from '../../../domain/agreement/life.ts'
import type { Day } from '../../../domain/day.ts'
import { DESTINATION_ENDED } from '../../../domain/destination/life.ts'
import {
  type Dimension,
  digitsMeant,
  digitsShown,
  type FigureFilter,
  OF_PLACES,
  OF_WORK,
  PAY_BANDS,
  PAY_BANDS_FEN,
  payBandKey,
} from '../../../domain/figures/dimensions.ts'
import { COUNTED, type FigureStanding, NOTHING, WORKING } from '../../../domain/figures/parts.ts'
import type { Step } from '../../../domain/figures/season.ts'
import { REVIEW_LEVELS } from '../../../domain/review.ts'
import type { Db } from '../../db/database.ts'
import { statusIn } from '../../db/status-in.ts'
import type { RosterScope } from '../students/roster-list.ts'

/** A moment that is kept, and its instant as exactly as the database has it. */
export type KeptMoment = { readonly id: string; readonly exactly: string }
/**
 * The graduates of a year, narrowed, now or as a moment has kept them; a college reviewer's scope is an argument, so it cannot be
 * forgotten.
 */
export type Asked = RosterScope & {
  readonly year: number
  readonly filter: FigureFilter
  readonly kept: KeptMoment | null
}

/** What a graduate counts as, of rows `f` beside their category `k`. */
export const STANDING = sql<FigureStanding>`coalesce(k.part, ${sql.lit(NOTHING)})`
const PAY_KEYS = sql`array[${sql.join(PAY_BANDS.map((yuan) => sql.lit(payBandKey(yuan))))}]`
const PAY_BOUNDS = sql`array[${sql.join(PAY_BANDS_FEN.map((fen) => sql.lit(fen)))}]`
const COLUMNS: Readonly<Record<Dimension, RawBuilder<string>>> = {
  college: sql`f.college_id`,
  major: sql`f.major_name`,
  level: sql`f.education_level`,
  gender: sql`f.gender`,
  home: sql`f.home_region`,
  region: sql`f.region`,
  industry: sql`f.industry`,
  nature: sql`f.nature`,
  pay: sql`coalesce((${PAY_KEYS})[width_bucket(f.pay, ${PAY_BOUNDS})], '')`,
}
const isPlace = (dimension: Dimension) => OF_PLACES.includes(dimension)

/** The group of a row: of a place the region in which it lies, one step beneath what the filter says of it. */
const groupOf = (by: Dimension, filter: FigureFilter) =>
  isPlace(by)
    ? sql<string>`case when ${COLUMNS[by]} = '' then '' else rpad(left(${COLUMNS[by]}, ${sql.lit(digitsShown(filter[by]))}), 6, '0') end`
    : COLUMNS[by]

function means(dimension: Dimension, value: string) {
  if (!isPlace(dimension) || value === '') return sql<SqlBool>`${COLUMNS[dimension]} = ${value}`
  return sql<SqlBool>`starts_with(${COLUMNS[dimension]}, ${value.slice(0, digitsMeant(value))})`
}

/** Of work alone there are a place, an industry, a nature and pay: whoever is asked for by one of them works. */
const works = sql<SqlBool>`k.part in (${sql.join(WORKING.map((part) => sql.lit(part)))})`

/** Rows `f` of figures as they are now, or as they were. */
export const rowsOf = (kept: KeptMoment | null) =>
  kept === null ? sql`figure_rows f` : sql`figure_versions f`
export const isThen = (kept: KeptMoment | null) =>
  kept === null
    ? sql<SqlBool>`true`
    : sql<SqlBool>`f.valid_from <= ${kept.exactly}::timestamptz and f.valid_to > ${kept.exactly}::timestamptz`
/** What a category counts as, now or as it did then. */
const categoriesOf = (school: string, kept: KeptMoment | null) =>
  kept === null
    ? sql`(select code, part from codes where kind = 'destination')`
    : sql`(select c.code, c.part from figure_moments m
        cross join jsonb_to_recordset(m.tables -> 'categories') as c (code text, part text)
        where m.school_id = ${school} and m.id = ${kept.id})`

/** The rows `f`, with their category `k`, of whom the figures of these years are asked. */
const countedIn = ({ school, college, filter, kept }: Omit<Asked, 'year'>, years: RawBuilder<SqlBool>) => sql`
  ${rowsOf(kept)} left join ${categoriesOf(school, kept)} k on k.code = f.category
  where ${sql.join(
    [
      sql`f.school_id = ${school} and ${years} and ${isThen(kept)} and ${statusIn('f.enrolment', COUNTED)}`,
      ...(college === null ? [] : [sql`f.college_id = ${college}`]),
      ...saidOf(filter).map(([dimension, value]) => means(dimension, value)),
      ...(saidOf(filter).some(([dimension]) => OF_WORK.includes(dimension)) ? [works] : []),
    ],
    sql` and `,
  )}`
const saidOf = (filter: FigureFilter) =>
  (Object.entries(filter) as [Dimension, string | undefined][]).flatMap(([dimension, value]) =>
    value === undefined ? [] : [[dimension, value] as const],
  )
export const counted = ({ year, ...asked }: Asked) =>
  sql`from ${countedIn(asked, sql`f.graduation_year = ${year}`)}`

/** How many there are of each standing in each group; of the dimensions of work, of those who work. */
export async function countByGroup(db: Db, asked: Asked, by: Dimension) {
  const { rows } = await sql<{ key: string; standing: FigureStanding; n: number }>`
    select ${groupOf(by, asked.filter)} as key, ${STANDING} as standing, count(*) as n ${counted(asked)} group by 1, 2`.execute(
    db,
  )
  return rows
}

/** The years of which there are graduates, one index step a year. */
export async function listYears(db: Db, school: string): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    with recursive years as (
      (select graduation_year from figure_rows where school_id = ${school} order by graduation_year desc limit 1)
      union all
      select (select f.graduation_year from figure_rows f where f.school_id = ${school}
        and f.graduation_year < y.graduation_year order by f.graduation_year desc limit 1)
      from years y where y.graduation_year is not null)
    select graduation_year as year from years where graduation_year is not null`.execute(db)
  return rows.map(({ year }) => year)
}

/** Of these graduates, how many have an agreement or a destination that waits for the school's word. */
export async function countWaiting(db: Db, asked: Asked): Promise<number> {
  const waits = (of: string) =>
    sql`select ${sql.ref(`${of}.student_id`)} from ${sql.table(of)} where ${sql.ref(`${of}.school_id`)} = ${asked.school}
      and ${statusIn(`${of}.waiting_for`, REVIEW_LEVELS)}`
  const { rows } = await sql<{ n: number }>`
    select count(*) filter (where f.student_id in (${waits('agreements')} union all ${waits('destinations')})) as n
    ${counted(asked)}`.execute(db)
  return rows[0]!.n
}

export type AskedOfYears = Omit<Asked, 'year' | 'kept'> & { readonly years: readonly number[] }

/**
 * By day in China, of these years: who began to count as something, and who no longer did. Known of the past is what agreements
 * and destinations say of themselves; college, major and all else of the roster are as they are now.
 */
export async function listSteps(
  db: Db,
  { years, ...asked }: AskedOfYears,
): Promise<(Step<FigureStanding> & { readonly year: number })[]> {
  const { school } = asked
  const of = countedIn({ ...asked, kept: null }, sql`f.graduation_year = any(${years}::integer[])`)
  const dayOf = (instant: RawBuilder<unknown>) =>
    sql`to_char(${instant} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`
  const { rows } = await sql<{ year: number; day: Day; key: FigureStanding; n: number }>`
    with undone as (
      select a.student_id, a.effective_at as since, a.ended_at as until,
        (select code from codes where kind = 'destination' and route = 'agreement' order by position limit 1) as category
      from agreements a
      where a.school_id = ${school} and ${statusIn('a.status', UNDONE)} and a.effective_at is not null
      union all
      select d.student_id, d.registered_at, d.ended_at, d.category from destinations d
      where d.school_id = ${school} and ${statusIn('d.status', DESTINATION_ENDED)} and d.registered_at is not null
    ), steps as (
      select f.graduation_year, ${dayOf(sql`f.since`)} as day, f.category, count(*) as n
      from ${of} and f.since is not null group by 1, 2, 3
      union all
      select f.graduation_year, ${dayOf(sql`step.at`)}, u.category, step.n
      from undone u cross join lateral (values (u.since, 1), (u.until, -1)) step (at, n)
      cross join ${of} and f.student_id = u.student_id
    )
    select s.graduation_year as year, s.day, p.part as key, sum(s.n)::integer as n
    from steps s join codes p on p.kind = 'destination' and p.code = s.category group by 1, 2, 3`.execute(db)
  return rows
}

/** How many graduates each of these years has, as the roster is now. */
export async function countGraduates(db: Db, { years, ...asked }: AskedOfYears) {
  const { rows } = await sql<{ year: number; n: number }>`
    select f.graduation_year as year, count(*) as n
    from ${countedIn({ ...asked, kept: null }, sql`f.graduation_year = any(${years}::integer[])`)} group by 1`.execute(
    db,
  )
  return new Map(rows.map(({ year, n }) => [year, n]))
}
