import { type SqlBool, sql } from 'kysely'
import { UNCOUNTED } from '../../../contracts/moments.ts'
import { dayInChina } from '../../../domain/day.ts'
import type { Dimension } from '../../../domain/figures/dimensions.ts'
import { type FigureStanding, NOBODY, type Tally, tallyOf } from '../../../domain/figures/parts.ts'
import { yearShown } from '../../../domain/figures/season.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { namedIn, nameGroups } from '../figures/naming.ts'
import { type Asked, countByGroup, counted, STANDING } from '../figures/queries.ts'
import type { RosterScope } from '../students/roster-list.ts'
import { findKept, type MomentRow } from './queries.ts'

/** A moment, and a later one or now (null). */
export type Pair = { readonly was: MomentRow; readonly is: MomentRow | null }
type Names = { readonly name: string; readonly nameEn: string }

/** Both moments as they are kept; refuses what is not in the order of time. */
export async function findPair(
  db: Db,
  { school, id, later }: Key & { readonly later: string | undefined },
): Promise<Pair> {
  const [was, is] = await Promise.all([
    findKept(db, { school, id }),
    later === undefined ? null : findKept(db, { school, id: later }),
  ])
  if (is && is.at <= was.at) throw new Refusal('moments-reversed', { field: 'later' })
  return { was, is }
}

export const yearOf = ({ was }: Pair, asked: number | undefined): number =>
  asked ?? yearShown(was.years, dayInChina(was.at))
export const sidesOf = ({ was, is }: Pair, now: Date) => ({
  was: { name: was.name, at: was.at.toISOString() },
  is: { name: is?.name ?? null, at: (is?.at ?? now).toISOString() },
})

type Wanted = RosterScope & { readonly year: number }
const askedOf = (wanted: Wanted, kept: Asked['kept']): Asked => ({ ...wanted, filter: {}, kept })

/** The figures of both, all together and by one dimension, and who went from which class to which. */
export async function comparePair(db: Db, wanted: Wanted, pair: Pair, by: Dimension) {
  const [before, after] = [askedOf(wanted, pair.was), askedOf(wanted, pair.is)]
  const [wasRows, isRows, moves] = await Promise.all([
    countByGroup(db, before, by),
    countByGroup(db, after, by),
    countMoves(db, wanted, pair),
  ])
  const [wasGroups, isGroups] = await Promise.all([
    nameGroups(db, before, { by, filter: {}, rows: wasRows }),
    nameGroups(db, after, { by, filter: {}, rows: isRows }),
  ])
  const total = { was: tallyOf(wasRows), is: tallyOf(isRows) }
  return { total, groups: sideBySide(wasGroups.groups, isGroups.groups), moves }
}

type Group = Names & { readonly key: string; readonly tally: Tally }
/** Groups of both in the order of their keys, called as they are called later; of who is not there, nobody. */
export function sideBySide(was: readonly Group[], is: readonly Group[]) {
  const byKey = new Map([...was, ...is].map((group) => [group.key, group]))
  const before = new Map(was.map(({ key, tally }) => [key, tally]))
  const after = new Map(is.map(({ key, tally }) => [key, tally]))
  return [...byKey.values()]
    .sort((one, other) => Number(one.key === '') - Number(other.key === '') || (one.key < other.key ? -1 : 1))
    .map(({ key, name, nameEn }) => ({
      ...{ key, name, nameEn },
      was: before.get(key) ?? NOBODY,
      is: after.get(key) ?? NOBODY,
    }))
}

/** Whose class differs: `was` and `is` are null where they were, or are, not counted in this scope. */
const changed = (wanted: Wanted, pair: Pair) => {
  const side = (kept: Asked['kept']) =>
    sql`select f.student_id, f.student_number, f.college_id, f.major_name, f.category, ${STANDING} as standing
      ${counted(askedOf(wanted, kept))}`
  return sql`
    with was as (${side(pair.was)}), later as (${side(pair.is)}),
    changed as (
      select student_id as id, coalesce(nullif(l.student_number, ''), w.student_number) as number,
        coalesce(l.college_id, w.college_id) as college, coalesce(l.major_name, w.major_name) as major,
        w.standing as was, w.category as was_category, l.standing as is_now, l.category as is_category
      from was w full join later l using (student_id)
      where w.standing is distinct from l.standing)`
}

type Move = { readonly was: FigureStanding | null; readonly is: FigureStanding | null; readonly n: number }
async function countMoves(db: Db, wanted: Wanted, pair: Pair): Promise<Move[]> {
  const { rows } = await sql<Move>`${changed(wanted, pair)}
    select was, is_now as "is", count(*) as n from changed group by 1, 2 order by 1, 2`.execute(db)
  return rows
}

type Class = FigureStanding | typeof UNCOUNTED
export type ChangesAsked = Paging & {
  readonly was?: Class | undefined
  readonly is?: Class | undefined
  readonly after?: string | undefined
  readonly before?: string | undefined
}
type Changed = {
  readonly id: string
  readonly studentNumber: string
  readonly name: string
  readonly college: string
  readonly major: string
  readonly was: FigureStanding | null
  readonly wasNames: Names | null
  readonly is: FigureStanding | null
  readonly isNames: Names | null
}

const sideOf = (standing: FigureStanding | null, category: Names | null) =>
  standing === null ? null : { standing, category }

type Part = { readonly limit: number; readonly offset: number }
type Place = Pick<ChangesAsked, 'after' | 'before'>

const isOf = (column: string, value: Class | undefined) => {
  if (value === undefined) return sql<SqlBool>`true`
  return sql<SqlBool>`${sql.ref(column)} is not distinct from ${value === UNCOUNTED ? null : value}::text`
}
const chosenBy = ({ was, is }: ChangesAsked) => sql`${isOf('c.was', was)} and ${isOf('c.is_now', is)}`

/** From a row on, or back from one, by their numbers. */
async function pickChanged(db: Db, [wanted, pair]: Compared, asked: ChangesAsked, { limit, offset }: Part) {
  const { after, before } = asked
  const place = after ?? before
  const isBack = after === undefined && before !== undefined
  const direction = sql.raw(isBack ? 'desc' : 'asc')
  const from = place
    ? sql` and (c.number, c.id) ${sql.raw(isBack ? '<' : '>')} (select p.number, p.id from changed p where p.id = ${place})`
    : sql``
  const { rows } = await sql<Changed>`${changed(wanted, pair)}, picked as (
      select * from changed c where ${chosenBy(asked)}${from}
      order by c.number ${direction}, c.id ${direction} limit ${limit} offset ${place ? 0 : offset})
    select p.id, p.number as student_number, coalesce(st.name, '') as name, coalesce(o.name, p.college) as college, p.major,
      p.was, ${namesIn('w')} as was_names, p.is_now as "is", ${namesIn('l')} as is_names
    from picked p
    left join students st on st.school_id = ${wanted.school} and st.id = p.id
    left join ${namedIn(wanted.school, pair.is)} o on o.kind = 'college' and o.code = p.college
    left join ${namedIn(wanted.school, pair.was)} w on w.kind = 'destination' and w.code = p.was_category
    left join ${namedIn(wanted.school, pair.is)} l on l.kind = 'destination' and l.code = p.is_category
    order by p.number, p.id`.execute(db)
  return rows
}
type Compared = readonly [wanted: Wanted, pair: Pair]

/** Whose class changed, by their numbers, with what it was and is. A place that is gone is the page of that number. */
export async function listChanged(db: Db, [wanted, pair]: Compared, asked: ChangesAsked) {
  const { after: _, before: __, ...byNumber } = asked
  const isPlaced = ({ after, before }: Place) => (after ?? before) !== undefined
  const { rows, ...page } = await readPage(
    asked,
    async (part) => {
      const picked = await pickChanged(db, [wanted, pair], asked, part)
      return picked.length > 0 || !isPlaced(asked) ? picked : pickChanged(db, [wanted, pair], byNumber, part)
    },
    async () => {
      const { rows: all } = await sql<{ n: number }>`${changed(wanted, pair)}
        select count(*) as n from changed c where ${chosenBy(asked)}`.execute(db)
      return { total: all[0]!.n }
    },
  )
  const items = rows.map(({ wasNames, isNames, was, is, ...row }) => ({
    ...row,
    was: sideOf(was, wasNames),
    is: sideOf(is, isNames),
  }))
  return { items, ...page }
}

const namesIn = (alias: string) =>
  sql`case when ${sql.ref(`${alias}.name`)} is not null
    then jsonb_build_object('name', ${sql.ref(`${alias}.name`)}, 'nameEn', ${sql.ref(`${alias}.name_en`)}) end`
