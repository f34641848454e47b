import { type SqlBool, sql } from 'kysely'
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
const behind = ({ measure, among, ...asked }: Behind) =>
  sql`${counted(asked)}${among ? sql` and f.student_id = any(${[...among]}::uuid[])` : sql``}${
    measure === null
      ? sql``
      : sql` and ${STANDING} in (${sql.join(partsOf(measure).map((part) => sql.lit(part)))})`
  }`

/** From a student on, or back from one, by student numbers; nothing where the place is not there any more. */
const from = ({ school }: Asked, { after, before }: Place) => {
  const place = after ?? before
  if (!place) return sql``
  const number = sql`(select p.student_number from figure_rows p where p.school_id = ${school} and p.student_id = ${place})`
  return sql` and ${sql<SqlBool>`f.student_number ${sql.raw(after ? '>' : '<')} ${number}`}`
}

async function pickPage(db: Db, of: Behind, place: Place, part: { limit: number; offset: number }) {
  const isPlaced = (place.after ?? place.before) !== undefined
  const isBack = place.after === undefined && place.before !== undefined
  const { rows } = await sql<{ id: string }>`
    select f.student_id as id ${behind(of)}${from(of, place)}
    order by f.student_number ${sql.raw(isBack ? 'desc' : 'asc')}
    limit ${part.limit} offset ${isPlaced ? 0 : part.offset}`.execute(db)
  const ids = rows.map(({ id }) => id)
  return isBack ? ids.reverse() : ids
}

export async function countBehind(db: Db, of: Behind): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n ${behind(of)}`.execute(db)
  return rows[0]!.n
}

/** A page of who stands behind a figure, as the roster shows them. A place that is gone is the page of that number. */
export async function listBehind(db: Db, of: Behind, asked: Paging & Place, at: Date) {
  const { rows, ...page } = await readPage(
    asked,
    async (part) => {
      const picked = await pickPage(db, of, asked, part)
      return picked.length > 0 || !(asked.after ?? asked.before) ? picked : pickPage(db, of, {}, part)
    },
    async () => ({ total: await countBehind(db, of) }),
  )
  return { items: await listByIds(db, of.school, rows, at), ...page }
}

/** All of them, by their numbers. */
export async function listIdsBehind(db: Db, of: Behind): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select f.student_id as id ${behind(of)} order by f.student_number`.execute(db)
  return rows.map(({ id }) => id)
}
