import { type RawBuilder, sql } from 'kysely'
import type { HelpRow } from '../../../contracts/help.ts'
import { type Day, dayInChina } from '../../../domain/day.ts'
import { STANDINGS } from '../../../domain/figures/parts.ts'
import { yearShown } from '../../../domain/figures/season.ts'
import { HELP_WISHES, type HelpWish, TO_HELP } from '../../../domain/help/record.ts'
import type { Db } from '../../db/database.ts'
import type { Services } from '../../services/services.ts'
import { counted, listYears, STANDING } from '../figures/queries.ts'
import { type AskedOfRows, pageByNumber } from '../figures/rows.ts'
import { oneOf } from '../posts/queries.ts'
import { listColleges } from '../schools/queries.ts'
import { type RosterScope, studentMatches } from '../students/roster-list.ts'
import { listHardships } from './hardships.ts'

export type HelpFilter = {
  readonly year?: number | undefined
  readonly college?: string | undefined
  readonly contact?: 'never' | undefined
  readonly notSince?: Day | undefined
  readonly wishFor?: HelpWish | undefined
  /** By any of the keys of a 困难类别 (`hardshipKeysFor`). */
  readonly hardships?: readonly string[] | undefined
  readonly q?: string
  /** Of these alone; without it, of all. */
  readonly students?: readonly string[] | undefined
}

/** The records `h` of a graduate of rows `f` of this school. */
const ofGraduate = (school: string) =>
  sql`help_records h where h.school_id = ${school} and h.student_id = f.student_id`
/** Whose next step's day has come, by that day. */
const dueFirst = (school: string, today: Day) =>
  sql`select h.student_id, h.next_on as first from help_records h
    where h.school_id = ${school} and h.is_latest and h.next_on <= ${today}`

/** Who is helped, by the categories that they have: named in the statement, so that PostgreSQL knows how many they are. */
type ToHelp = { readonly year: number; readonly categories: readonly string[] }
/** The graduates of a year who have no destination, narrowed: `from figure_rows f … where …`. */
export function meantBy(
  scope: RosterScope,
  { year, categories }: ToHelp,
  of: HelpFilter,
): RawBuilder<unknown> {
  const { college, contact, notSince, wishFor, hardships, q, students } = of
  const conditions = [
    sql`f.category in (${sql.join(categories.map((one) => sql.lit(one)))})`,
    ...(contact === 'never' ? [sql`not exists (select from ${ofGraduate(scope.school)})`] : []),
    ...(notSince
      ? [sql`not exists (select from ${ofGraduate(scope.school)} and h.spoke_on >= ${notSince})`]
      : []),
    ...(wishFor
      ? [sql`exists (select from ${ofGraduate(scope.school)} and h.is_latest and h.wish_for = ${wishFor})`]
      : []),
    ...(hardships
      ? [
          sql`f.student_id in (select st.id from students st where st.school_id = ${scope.school} and st.graduation_year = ${year}
            and st.hardships <> '[]' and st.hardships ?| ${[...hardships]}::text[])`,
        ]
      : []),
    ...(q
      ? [
          sql`f.student_id in (select st.id from students st where st.school_id = ${scope.school} and ${studentMatches(q)})`,
        ]
      : []),
    ...(students ? [sql`f.student_id = any(${[...students]}::uuid[])`] : []),
  ]
  const graduates = counted({ ...scope, year, filter: college ? { college } : {}, kept: null })
  return sql`${graduates} and ${sql.join(conditions, sql` and `)}`
}

/** Whose graduates are meant where no year is named. */
export async function yearMeant(db: Db, school: string, asked: number | undefined, at: Date) {
  const years = await listYears(db, school)
  return { years, year: asked ?? yearShown(years, dayInChina(at)) }
}

/** Whose category this is they have no destination, or wait. */
async function listCategoriesToHelp(db: Db): Promise<string[]> {
  const { rows } = await sql<{ category: string }>`
    select k.code as category from (select code, part from codes where kind = 'destination' union all select '', null) k
    where ${STANDING} in (${sql.join(TO_HELP.map((one) => sql.lit(one)))}) order by k.code`.execute(db)
  return rows.map(({ category }) => category)
}

/** Whom a list is of where no year is named, and which years there are. */
export async function toHelp(db: Db, school: string, asked: number | undefined, at: Date) {
  const [years, categories] = await Promise.all([yearMeant(db, school, asked, at), listCategoriesToHelp(db)])
  return { ...years, categories }
}

/** A page of whom the school helps: those whose next step is due by its day, then all others by their numbers. */
export async function listToHelp(
  { db, secrets }: Pick<Services, 'db' | 'secrets'>,
  scope: RosterScope,
  { page, pageSize, after, before, ...of }: HelpFilter & AskedOfRows,
  at: Date,
) {
  const today = dayInChina(at)
  const { school } = scope
  const [{ years, ...whom }, colleges] = await Promise.all([
    toHelp(db, school, of.year, at),
    listColleges(db, school, scope.college),
  ])
  const meant = { school, behind: meantBy(scope, whom, of), ahead: dueFirst(school, today) }
  const [found, hardships] = await Promise.all([
    pageByNumber(db, meant, { page, pageSize, after, before }, (ids) => showByIds(db, school, ids, today)),
    listHardships(db, secrets, scope, whom.year),
  ])
  return {
    ...found,
    year: whom.year,
    years,
    colleges: colleges.map(({ id, name }) => ({ id, name })),
    hardships,
  }
}

async function showByIds(db: Db, school: string, ids: readonly string[], today: Day): Promise<HelpRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{
    id: string
    name: string
    studentNumber: string
    college: string
    major: string
    className: string
    standing: string
    spokeOn: Day | null
    wishFor: string | null
    nextStep: string | null
    nextOn: Day | null
  }>`
    select f.student_id as id, st.name, st.student_number, c.name as college, st.major_name as major, st.class_name,
      ${STANDING} as standing, h.spoke_on, h.wish_for, h.next_step, h.next_on
    from unnest(${ids}::uuid[]) with ordinality as u (id, position)
    join figure_rows f on f.school_id = ${school} and f.student_id = u.id
    join students st on st.school_id = f.school_id and st.id = f.student_id
    join colleges c on c.school_id = f.school_id and c.id = f.college_id
    left join codes k on k.kind = 'destination' and k.code = f.category
    left join help_records h on h.school_id = f.school_id and h.student_id = f.student_id and h.is_latest
    order by u.position`.execute(db)
  return rows.map(({ id, className, standing, spokeOn, wishFor, nextStep, nextOn, ...student }) => ({
    id,
    student,
    className,
    standing: oneOf(STANDINGS, standing),
    spokeOn,
    wishFor: wishFor === null ? null : oneOf(HELP_WISHES, wishFor),
    nextStep: nextStep ?? '',
    nextOn,
    isDue: nextOn !== null && nextOn <= today,
  }))
}
