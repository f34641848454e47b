import { type RawBuilder, sql } from 'kysely'
import type { ConfirmationProgress, ConfirmationRow } from '../../../contracts/confirmations.ts'
import {
  CONFIRMATION_STANDINGS,
  type ConfirmationStanding,
  OCCASIONS,
} from '../../../domain/confirmation/period.ts'
import { dayInChina } from '../../../domain/day.ts'
import { yearShown } from '../../../domain/figures/season.ts'
import type { Db } from '../../db/database.ts'
import { counted, listYears } from '../figures/queries.ts'
import { type AskedOfRows, pageByNumber } from '../figures/rows.ts'
import { oneOf } from '../posts/queries.ts'
import { listColleges } from '../schools/queries.ts'
import { studentMatches } from '../students/roster-list.ts'
import { presentPeriod } from './present.ts'
import { findPeriod, standingIn } from './queries.ts'

/** The graduates of a year, all of the school's: no college reads who objects. */
const graduates = (school: string, year: number, college: string | undefined) =>
  counted({ school, college: null, year, filter: college ? { college } : {}, kept: null })

const NOBODY: Readonly<Record<ConfirmationStanding, number>> = {
  unanswered: 0,
  changed: 0,
  objected: 0,
  confirmed: 0,
}
type Counted = { readonly college: string; readonly standing: ConfirmationStanding; readonly n: number }
const tallyOf = (rows: readonly Counted[]) => {
  const tally: Record<ConfirmationStanding, number> = { ...NOBODY }
  for (const { standing, n } of rows) tally[standing] += n
  return tally
}

/** As many of the latest rounds as a page tells of. */
const ROUNDS = 5
const listRounds = (db: Db, school: string, year: number) =>
  db
    .selectFrom('confirmationRounds')
    .where('schoolId', '=', school)
    .where('graduationYear', '=', year)
    .select(['occasion', 'day', 'doneAt'])
    .orderBy('day', 'desc')
    .orderBy('occasion')
    .limit(ROUNDS)
    .execute()

/** When a year's graduates are asked, and how many stand where, by college. */
export async function findProgress(
  db: Db,
  school: string,
  asked: number | undefined,
  at: Date,
): Promise<ConfirmationProgress> {
  const years = await listYears(db, school)
  const year = asked ?? yearShown(years, dayInChina(at))
  const [period, rounds, { rows }, colleges] = await Promise.all([
    findPeriod(db, school, year),
    listRounds(db, school, year),
    sql<Counted>`select f.college_id as college, ${standingIn(school)} as standing, count(*) as n
      ${graduates(school, year, undefined)} group by 1, 2`.execute(db),
    listColleges(db, school, null),
  ])
  return {
    year,
    years,
    period: presentPeriod(period ?? null, at),
    rounds: rounds.map(({ occasion, day, doneAt }) => ({
      occasion: oneOf(OCCASIONS, occasion),
      day,
      doneAt: doneAt?.toISOString() ?? null,
    })),
    total: tallyOf(rows),
    colleges: colleges
      .map(({ id, name }) => ({ id, name, of: rows.filter(({ college }) => college === id) }))
      .filter(({ of }) => of.length > 0)
      .map(({ id, name, of }) => ({ id, name, tally: tallyOf(of) })),
  }
}

export type ConfirmationFilter = AskedOfRows & {
  readonly year?: number | undefined
  readonly standing?: ConfirmationStanding | undefined
  readonly college?: string | undefined
  readonly q?: string
}
const and = (conditions: readonly RawBuilder<unknown>[]) =>
  sql.join(
    conditions.map((one) => sql` and ${one}`),
    sql``,
  )

/** A page of a year's graduates, by their numbers. */
export async function listConfirmations(
  db: Db,
  school: string,
  { year: asked, standing, college, q, ...paging }: ConfirmationFilter,
  at: Date,
) {
  const year = asked ?? yearShown(await listYears(db, school), dayInChina(at))
  const conditions = [
    ...(standing ? [sql`${standingIn(school)} = ${standing}`] : []),
    ...(q
      ? [
          sql`f.student_id in (select st.id from students st where st.school_id = ${school} and ${studentMatches(q)})`,
        ]
      : []),
  ]
  const behind = sql`${graduates(school, year, college)}${conditions.length > 0 ? and(conditions) : sql``}`
  return pageByNumber(db, { school, behind }, paging, (ids) => showByIds(db, school, ids))
}

async function showByIds(db: Db, school: string, ids: readonly string[]): Promise<ConfirmationRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{
    id: string
    name: string
    studentNumber: string
    college: string
    major: string
    className: string
    standing: string
    confirmedAt: Date | null
  }>`
    select f.student_id as id, st.name, st.student_number, c.name as college, st.major_name as major, st.class_name,
      ${standingIn(school)} as standing,
      (select c.confirmed_at from confirmations c where c.school_id = ${school} and c.student_id = f.student_id) as confirmed_at
    from figure_rows f
    join students st on st.school_id = f.school_id and st.id = f.student_id
    join colleges c on c.school_id = f.school_id and c.id = f.college_id
    where f.school_id = ${school} and f.student_id = any(${ids}::uuid[])
    order by f.student_number`.execute(db)
  return rows.map(({ id, className, standing, confirmedAt, ...student }) => ({
    id,
    student,
    className,
    standing: oneOf(CONFIRMATION_STANDINGS, standing),
    confirmedAt: confirmedAt?.toISOString() ?? null,
  }))
}
