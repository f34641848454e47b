import { type RawBuilder, type SqlBool, sql } from 'kysely'
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
  /** What they go by before their numbers, of a row `f` alone; never null. */
  readonly first?: RawBuilder<unknown>
}
const orderOf = ({ first }: Meant): readonly RawBuilder<unknown>[] => [
  ...(first ? [first] : []),
  sql`f.student_number`,
]

/** From a student on, or back from one, in their order; nothing where the place is not there any more. */
const from = (of: Meant, { after, before }: Place) => {
  const place = after ?? before
  if (!place) return sql``
  const order = sql.join(orderOf(of))
  const there = sql`(select ${order} from figure_rows f where f.school_id = ${of.school} and f.student_id = ${place})`
  return sql` and ${sql<SqlBool>`(${order}) ${sql.raw(after ? '>' : '<')} ${there}`}`
}

async function pickPage(db: Db, of: Meant, place: Place, part: { limit: number; offset: number }) {
  const isPlaced = (place.after ?? place.before) !== undefined
  const isBack = place.after === undefined && place.before !== undefined
  const { rows } = await sql<{ id: string }>`
    select f.student_id as id ${of.behind}${from(of, place)}
    order by ${sql.join(orderOf(of).map((one) => sql`${one} ${sql.raw(isBack ? 'desc' : 'asc')}`))}
    limit ${part.limit} offset ${isPlaced ? 0 : part.offset}`.execute(db)
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
