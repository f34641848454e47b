import { type RawBuilder, sql } from 'kysely'
import { type Measure, partsOf } from '../../../domain/figures/parts.ts'
import type { Db } from '../../db/database.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { listByIds } from '../students/roster-list.ts'
import { type Asked, counted, STANDING } from './queries.ts'

export type Behind = Asked & {
  readonly measure: Measure | null
  /** Of these alone; without it, of all. */
  readonly among?: readonly string[] | undefined
}
type Place = { readonly after?: string | undefined; readonly before?: string | undefined }

/** Exactly a figure's numerator; with no measure, all who are counted. */
export const behind = ({ measure, among, ...asked }: Behind) =>
  sql`${counted(asked)}${among ? sql` and f.student_id = any(${[...among]}::uuid[])` : sql``}${
    measure === null
      ? sql``
      : sql` and ${STANDING} in (${sql.join(partsOf(measure).map((part) => sql.lit(part)))})`
  }`

/** Whom a statement means: `from figure_rows f … where …`, which more conditions may follow. */
type Meant = {
  readonly school: string
  readonly behind: RawBuilder<unknown>
  /** Those few who come before all others, by a day and then by their numbers: rows `student_id, first`. */
  readonly ahead?: RawBuilder<unknown>
}
const NOBODY = sql`select null::uuid as student_id, null::date as first where false`

/**
 * A page from a student on, or back from one; nothing where the place is not there any more. Who comes before the others and who
 * does not are walked by an index each, as far as the page goes.
 */
async function pickPage(
  db: Db,
  { school, behind, ahead = NOBODY }: Meant,
  { after, before }: Place,
  { limit, offset }: { limit: number; offset: number },
) {
  const place = after ?? before
  const isBack = after === undefined && before !== undefined
  const [beyond, order] = isBack ? [sql`<`, sql`desc`] : [sql`>`, sql`asc`]
  const walked = place ? limit : limit + offset
  const further = (keys: RawBuilder<unknown>, there: RawBuilder<unknown>) =>
    place === undefined
      ? sql``
      : sql` and ${keys} ${beyond} (select ${there} from figure_rows f left join (${ahead}) a on a.student_id = f.student_id
          where f.school_id = ${school} and f.student_id = ${place})`
  const { rows } = await sql<{ id: string }>`
    select id from (
      (select f.student_id as id, a.first, f.student_number from (${ahead}) a
        cross join lateral (select f.student_id, f.student_number ${behind} and f.student_id = a.student_id) f
        where true${further(sql`(a.first, f.student_number)`, sql`coalesce(a.first, 'infinity'), f.student_number`)}
        order by a.first ${order}, f.student_number ${order} limit ${walked})
      union all
      (select f.student_id, 'infinity', f.student_number ${behind}
        and not exists (select from (${ahead}) a where a.student_id = f.student_id)${further(
          sql`f.student_number`,
          sql`case when a.first is null then f.student_number else '' end`,
        )}
        order by f.student_number ${order} limit ${walked})) page
    order by first ${order}, student_number ${order}
    limit ${limit} offset ${walked - limit}`.execute(db)
  const ids = rows.map(({ id }) => id)
  return isBack ? ids.reverse() : ids
}

async function countMeant(db: Db, { behind }: Meant): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n ${behind}`.execute(db)
  return rows[0]!.n
}
const meant = (of: Behind): Meant => ({ school: of.school, behind: behind(of) })
export const countBehind = (db: Db, of: Behind): Promise<number> => countMeant(db, meant(of))

export type AskedOfRows = Paging & Place
/** A page of these in their order, as `show` shows them. A place that is gone is the page of that number. */
export async function pageByNumber<Item>(
  db: Db,
  of: Meant,
  asked: AskedOfRows,
  show: (ids: readonly string[]) => Promise<Item[]>,
) {
  const { rows, ...page } = await readPage(
    asked,
    async (part) => {
      const picked = await pickPage(db, of, asked, part)
      return picked.length > 0 || !(asked.after ?? asked.before) ? picked : pickPage(db, of, {}, part)
    },
    async () => ({ total: await countMeant(db, of) }),
  )
  return { items: await show(rows), ...page }
}

/** A page of who stands behind a figure, as the roster shows them. */
export const listBehind = (db: Db, of: Behind, asked: AskedOfRows, at: Date) =>
  pageByNumber(db, meant(of), asked, (ids) => listByIds(db, of.school, ids, at))

/** All of them, by their numbers. */
export async function listIdsBehind(db: Db, of: Behind): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select f.student_id as id ${behind(of)} order by f.student_number`.execute(db)
  return rows.map(({ id }) => id)
}
