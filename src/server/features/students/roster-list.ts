import { type SqlBool, sql } from 'kysely'
import type { RosterFilter } from '../../../contracts/roster.ts'
import type { Enrolment } from '../../../domain/enrolment/life.ts'
import { chosenIn } from '../../../domain/own-field/chosen.ts'
import { inUse } from '../../../domain/own-field/field.ts'
import { ownSaid, ownShown } from '../../../domain/own-field/read.ts'
import type { RosterSort } from '../../../domain/roster/filter.ts'
import type { Db } from '../../db/database.ts'
import { type Paging, type Part, readPage } from '../../db/page.ts'
import { beginsWith, numberBeginsWith } from '../../db/search-pattern.ts'
import { readOwnValues } from '../../db/stored.ts'
import { listMajorNames } from '../majors/queries.ts'
import { findOwnFields } from '../own-fields/queries.ts'
import { employedAs, employmentFacts, employmentOf } from './employment.ts'

/** The reader's part of a school's roster: a college reviewer's scope is an argument, so it cannot be forgotten. */
export type RosterScope = { readonly school: string; readonly college: string | null }
/** As far as the filter goes; what is not said narrows nothing. */
export type Narrowing = Partial<Omit<RosterFilter, 'sort' | 'order'>>

/** Of students `st`: the name or the number begins with what was typed. */
export const studentMatches = (q: string) => sql<SqlBool>`(
  st.name_folded like ${beginsWith(q)} or lower(st.student_number) like ${numberBeginsWith(q)})`

/** Said as its index is: what is empty stands in none. */
const hasChosen = (own: string) => sql<SqlBool>`(st.own_values <> '{}'
  and st.own_values @> ${JSON.stringify(Object.fromEntries(chosenIn(own) ?? []))}::jsonb)`

/** The students whom a filter means. */
export function narrowed(db: Db, { school, college: scope }: RosterScope, of: Narrowing) {
  const { q, college, major, className, level, year, employment, enrolment, verified, chosen } = of
  let query = db.selectFrom('students as st').where('st.schoolId', '=', school)
  if (scope) query = query.where('st.collegeId', '=', scope)
  if (college) query = query.where('st.collegeId', '=', college)
  if (q) query = query.where(studentMatches(q))
  if (major) query = query.where('st.majorName', '=', major)
  if (className) query = query.where('st.className', '=', className)
  if (level) query = query.where('st.educationLevel', '=', level)
  if (year) query = query.where('st.graduationYear', '=', year)
  if (enrolment) query = query.where('st.enrolment', '=', enrolment)
  if (verified) query = query.where('st.verifiedAt', verified === 'yes' ? 'is not' : 'is', null)
  if (chosen) query = query.where(hasChosen(chosen))
  if (employment) query = query.where(employedAs(school, employment))
  return query
}

/** What each order goes by; behind it the number. */
const ORDERS = {
  number: null,
  name: 'nameFolded',
  class: 'className',
  year: 'graduationYear',
} as const satisfies Record<RosterSort, string | null>

export type RosterAsked = Narrowing &
  Pick<RosterFilter, 'sort' | 'order'> &
  Paging & { readonly after?: string | undefined; readonly before?: string | undefined }

/** The ids of a page in their order: few columns are walked over, and only what is shown is read whole. */
async function pickPage(db: Db, scope: RosterScope, asked: RosterAsked, { limit, offset }: Part) {
  const { sort, order, after, before } = asked
  const place = after ?? before
  const first = ORDERS[sort]
  const by = first === null ? (['studentNumber'] as const) : ([first, 'studentNumber'] as const)
  const columns = by.map((column) => sql.ref(`st.${column}`))
  // Backwards from a place the nearest come first.
  const isUp = (order === 'asc') === (after !== undefined || before === undefined)
  let query = narrowed(db, scope, asked).select('st.id')
  if (place) {
    const from = await findPlace(db, scope, place)
    if (!from) return null
    const keys = by.map((column) => from[column])
    query = query.where(sql<SqlBool>`(${sql.join(columns)}) ${sql.raw(isUp ? '>' : '<')} (${sql.join(keys)})`)
  }
  for (const column of columns) query = query.orderBy(column, isUp ? 'asc' : 'desc')
  const rows = await query
    .limit(limit)
    .offset(place ? 0 : offset)
    .execute()
  const ids = rows.map(({ id }) => id)
  return before && !after ? ids.reverse() : ids
}

/** Where a student stands in every order; nothing of who is outside the reader's scope. */
const findPlace = (db: Db, scope: RosterScope, id: string) =>
  narrowed(db, scope, {})
    .where('st.id', '=', id)
    .select(['st.nameFolded', 'st.className', 'st.graduationYear', 'st.studentNumber'])
    .executeTakeFirst()

/** These students as the list shows them, in this order. */
export async function listByIds(db: Db, school: string, ids: readonly string[], at: Date) {
  if (ids.length === 0) return []
  const own = inUse(await findOwnFields(db, school, 'roster'))
  const rows = await db
    .selectFrom('students as st')
    .innerJoin('colleges as c', (on) =>
      on.onRef('c.schoolId', '=', 'st.schoolId').onRef('c.id', '=', 'st.collegeId'),
    )
    .innerJoin('codes as k', (on) =>
      on.onRef('k.code', '=', 'st.educationLevel').on('k.kind', '=', 'education_level'),
    )
    .where('st.schoolId', '=', school)
    .where(sql<SqlBool>`st.id = any(${ids}::uuid[])`)
    .select(['st.id', 'st.name', 'st.studentNumber', 'c.name as college', 'st.majorName as major'])
    .select(['st.className', 'st.graduationYear', 'st.enrolment', 'st.verifiedAt', 'st.ownValues'])
    .select(['k.name as level', 'k.nameEn as levelEn', employmentFacts(school).as('facts')])
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const { facts, verifiedAt, level, levelEn, ownValues, ...shown } = row
    return [
      {
        ...shown,
        enrolment: row.enrolment as Enrolment,
        educationLevel: { name: level, nameEn: levelEn ?? level },
        verified: verifiedAt !== null,
        employment: employmentOf(facts, at),
        own: Object.fromEntries(
          ownSaid(own, readOwnValues(ownValues)).map(({ key, takes, value }) => [
            key,
            ownShown(takes, value),
          ]),
        ),
      },
    ]
  })
}

/** A page of the roster. A place that is not there any more is the page of that number. */
export async function listStudents(db: Db, scope: RosterScope, asked: RosterAsked, at: Date) {
  const { rows, ...page } = await readPage(
    asked,
    async (part) => {
      const picked = await pickPage(db, scope, asked, part)
      if (picked && picked.length > 0) return picked
      const { after: _, before: __, ...byNumber } = asked
      return (await pickPage(db, scope, byNumber, part)) ?? []
    },
    () => narrowed(db, scope, asked).select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  )
  return { items: await listByIds(db, scope.school, rows, at), ...page }
}

type Choice = {
  readonly collegeId: string
  readonly className: string
  readonly majorName: string
  readonly graduationYear: number
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
}
/**
 * What students of the scope have in common, each once: from one to the next in `students_in_choices`, so that it takes as many
 * steps as there are classes, and not as there are students.
 */
async function listHeld(db: Db, { school, college }: RosterScope): Promise<Choice[]> {
  const columns = sql.raw('college_id, class_name, major_name, graduation_year, education_level')
  const within = sql`school_id = ${school} and ${college === null ? sql`true` : sql`college_id = ${college}`}`
  const { rows } = await sql<Choice>`
    with recursive held as (
      (select ${columns} from students where ${within} order by ${columns} limit 1)
      union all
      select next.* from held h cross join lateral (
        select ${columns} from students
        where ${within} and (${columns}) > (h.college_id, h.class_name, h.major_name, h.graduation_year, h.education_level)
        order by ${columns} limit 1) next)
    select h.college_id, h.class_name, h.major_name, h.graduation_year, k.code, k.name, k.name_en
    from held h join codes k on k.kind = 'education_level' and k.code = h.education_level`.execute(db)
  return rows
}

/** By what the reader's part of the roster can be narrowed. */
export async function listRosterChoices(db: Db, scope: RosterScope) {
  const [offered, rows] = await Promise.all([
    listMajorNames(db, scope.school, scope.college),
    listHeld(db, scope),
  ])
  const sorted = (texts: readonly string[]) => [...new Set(texts)].filter((text) => text !== '').sort()
  const levels = new Map(rows.map(({ code, name, nameEn }) => [code, { code, name, nameEn: nameEn ?? name }]))
  const classes = new Map(
    rows.map(({ collegeId: college, className: name }) => [`${college} ${name}`, { college, name }]),
  )
  return {
    majors: sorted([...offered, ...rows.map(({ majorName }) => majorName)]),
    classes: sorted([...classes.keys()]).flatMap((key) => classes.get(key) ?? []),
    levels: [...levels.values()].sort((one, other) => (one.code < other.code ? -1 : 1)),
    years: [...new Set(rows.map(({ graduationYear }) => graduationYear))].sort((one, other) => other - one),
  }
}

/** Who has a document that is found by one of these, of several years the latest first. */
export async function findByIndexes(
  db: Db,
  scope: RosterScope,
  indexes: readonly { readonly type: string; readonly index: Buffer }[],
): Promise<string[]> {
  const rows = await narrowed(db, scope, {})
    .where((of) =>
      of.or(
        indexes.map(({ type, index }) =>
          of.and([of('st.documentType', '=', type), of('st.idNumberIndex', '=', index)]),
        ),
      ),
    )
    .select('st.id')
    .orderBy('st.graduationYear', 'desc')
    .orderBy('st.studentNumber')
    .limit(20)
    .execute()
  return rows.map(({ id }) => id)
}
