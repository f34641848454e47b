import { sql } from 'kysely'
import type { FigureStanding } from '../../../domain/figures/parts.ts'
import type { Db } from '../../db/database.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { namedIn } from '../figures/naming.ts'
import { STANDING } from '../figures/queries.ts'
import { type Behind, behind, countBehind } from '../figures/rows.ts'

type Place = { readonly after?: string | undefined; readonly before?: string | undefined }
export type KeptRow = {
  readonly id: string
  readonly studentNumber: string
  readonly name: string
  readonly college: string
  readonly major: string
  readonly standing: FigureStanding
  readonly category: { readonly name: string; readonly nameEn: string } | null
  readonly since: string | null
  readonly studentVersion: number
  readonly caseVersion: number | null
}

/** Rows behind a figure of a moment as they were then, called as they are called now; of who has been forgotten, neither name nor number. */
const rowsAs = (of: Behind, picking: ReturnType<typeof sql>) => sql<KeptRow>`
  with picked as (select f.*, ${STANDING} as standing ${behind(of)}${picking})
  select p.student_id as id, p.student_number, coalesce(st.name, '') as name, coalesce(o.name, p.college_id) as college,
    p.major_name as major, p.standing, case when c.name is not null then jsonb_build_object('name', c.name, 'nameEn', c.name_en) end as category,
    to_char(p.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as since, p.student_version, p.case_version
  from picked p
  left join students st on st.school_id = ${of.school} and st.id = p.student_id
  left join ${namedIn(of.school, of.kept)} o on o.kind = 'college' and o.code = p.college_id
  left join ${namedIn(of.school, of.kept)} c on c.kind = 'destination' and c.code = p.category
  order by p.student_number, p.student_id`

/** From a row on, or back from one: by the number that it had then. */
const from = ({ school, kept }: Behind, { after, before }: Place) => {
  const place = after ?? before
  if (!place || !kept) return sql``
  return sql` and (f.student_number, f.student_id) ${sql.raw(after ? '>' : '<')} (
    select p.student_number, p.student_id from figure_versions p where p.school_id = ${school} and p.student_id = ${place}
      and p.valid_from <= ${kept.exactly}::timestamptz and p.valid_to > ${kept.exactly}::timestamptz)`
}

export async function listKeptRows(db: Db, of: Behind, asked: Paging & Place) {
  const isBack = asked.after === undefined && asked.before !== undefined
  const direction = sql.raw(isBack ? 'desc' : 'asc')
  const isPlaced = (asked.after ?? asked.before) !== undefined
  const { rows: items, ...page } = await readPage(
    asked,
    async ({ limit, offset }) => {
      const picking = sql`${from(of, asked)} order by f.student_number ${direction}, f.student_id ${direction}
        limit ${limit} offset ${isPlaced ? 0 : offset}`
      return (await rowsAs(of, picking).execute(db)).rows
    },
    async () => ({ total: await countBehind(db, of) }),
  )
  return { items, ...page }
}

const TOGETHER = 500
/** All of them, some at a time, so that few are in memory: what is kept does not change in between. */
export async function* everyKeptRow(db: Db, of: Behind): AsyncGenerator<KeptRow> {
  let after: string | undefined
  do {
    const picking = sql`${from(of, { after })} order by f.student_number, f.student_id limit ${TOGETHER}`
    const { rows } = await rowsAs(of, picking).execute(db)
    yield* rows
    after = rows.length < TOGETHER ? undefined : rows[rows.length - 1]?.id
  } while (after)
}
