import { sql } from 'kysely'
import type { Arrival } from '../../../domain/visit/visit.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { contains } from '../../db/search-pattern.ts'
import type { EventKey } from './sign-ups.ts'

/** One that a door has counted: by a ticket, or by the number of a student of the school. */
export type Scan = {
  readonly id: string
  readonly cameAt: Date
  readonly ticket: string | null
  readonly studentNumber: string | null
}
type Row = {
  readonly id: string
  readonly arrival: Arrival
  readonly name: string | null
  readonly studentNumber: string | null
  readonly college: string | null
  readonly major: string | null
  readonly hadSignedUp: boolean
  readonly cameAt: Date | null
}

/** What a door has counted, each with the student whom it means: `home` is the school of one of another. */
const meant = ({ school, id }: Key, scans: readonly Scan[]) => sql`
  select x.id, x."cameAt" as came_at, x.ticket is not null as by_ticket, g.home_id as home,
    coalesce(t.student_id, n.id, g.student_id) as student_id,
    coalesce(t.student_id, g.student_id) is not null or exists (select from event_sign_ups s
      where s.school_id = ${school} and s.event_id = ${id} and s.student_id = n.id) as had_signed_up
  from jsonb_to_recordset(${JSON.stringify(scans)}::jsonb)
    as x (id uuid, "cameAt" timestamptz, ticket text, "studentNumber" text)
  left join event_sign_ups t on t.school_id = ${school} and t.event_id = ${id} and t.ticket = x.ticket
  left join event_guests g on g.school_id = ${school} and g.event_id = ${id} and g.ticket = x.ticket
  left join students n on n.school_id = ${school} and n.on_roster and lower(n.student_number) = lower(x."studentNumber")
    and x.ticket is null`

type Counting = { readonly by: string; readonly at: Date }
/** Students of other schools who have a place, each once, as below. */
const countGuestArrivals = (tx: Tx, { school, id }: EventKey, scans: readonly Scan[], { by, at }: Counting) =>
  sql`
    with admitted as (
      select home_id, student_id from event_guests where school_id = ${school} and event_id = ${id}
      order by nth limit (select places from guest_quotas where school_id = ${school} and event_id = ${id})),
    first as (
      select distinct on (home, student_id) scan.* from (${meant({ school, id }, scans)}) scan
      where home is not null order by home, student_id, came_at, id),
    held as (
      select g.home_id, g.student_id, first.id, first.came_at from event_guests g
        join first on first.home = g.home_id and first.student_id = g.student_id
        join admitted on admitted.home_id = g.home_id and admitted.student_id = g.student_id
      where g.school_id = ${school} and g.event_id = ${id} and g.came_at is null
      order by g.nth for update of g)
    update event_guests g set scan_id = held.id, came_at = held.came_at, told_at = ${at}, counted_by = ${by}
    from held where g.school_id = ${school} and g.event_id = ${id} and g.home_id = held.home_id
      and g.student_id = held.student_id`.execute(tx)

/**
 * Each student is counted once, by whoever is first; whoever comes again, at another door or once a device has a line again,
 * is told when that was. Rows are written in the same order by everybody, so that no two devices wait for each other; what
 * another has written meanwhile is read by a statement of its own, which sees it. Answers in the order of the scans.
 */
export async function countArrivals(tx: Tx, event: EventKey, scans: readonly Scan[], counting: Counting) {
  const { school, kind, id } = event
  const { by, at } = counting
  await sql`
    insert into event_arrivals (school_id, ${sql.ref(`${kind}_id`)}, student_id, scan_id, by_ticket, came_at, told_at, counted_by)
    select distinct on (student_id) ${school}, ${id}::uuid, student_id, id, by_ticket, came_at, ${at}::timestamptz, ${by}::uuid
    from (${meant(event, scans)}) scan where student_id is not null and home is null order by student_id, came_at, id
    on conflict (school_id, event_id, student_id) do nothing`.execute(tx)
  await countGuestArrivals(tx, event, scans, counting)
  const { rows } = await sql<Row>`
    select scan.id, st.name, st.student_number, coalesce(hs.name, c.name) as college, st.major_name as major, scan.had_signed_up,
      coalesce(a.came_at, g.came_at) as came_at,
      case when coalesce(a.scan_id, g.scan_id) = scan.id then 'came' when coalesce(a.scan_id, g.scan_id) is not null then 'came-before'
        when g.student_id is not null then 'limited' else 'unknown' end as arrival
    from (${meant(event, scans)}) scan
      left join students st on st.school_id = coalesce(scan.home, ${school}) and st.id = scan.student_id
      left join schools hs on hs.id = scan.home
      left join colleges c on c.school_id = st.school_id and c.id = st.college_id
      left join event_arrivals a on a.school_id = ${school} and a.event_id = ${id} and a.student_id = scan.student_id
        and scan.home is null
      left join event_guests g on g.school_id = ${school} and g.event_id = ${id} and g.home_id = scan.home
        and g.student_id = scan.student_id
    ${acrossSchools.guests}`.execute(tx)
  const found = new Map(rows.map((row) => [row.id, shown(row)]))
  return scans.flatMap((scan) => found.get(scan.id) ?? [])
}
const shown = ({ name, studentNumber, college, major, cameAt, ...row }: Row) => ({
  ...row,
  cameAt: cameAt?.toISOString() ?? null,
  student:
    name === null
      ? null
      : { name, studentNumber: studentNumber ?? '', college: college ?? '', major: major ?? '' },
})

export type VisitorFilter = Paging & {
  readonly q?: string
  readonly visit: 'all' | 'came' | 'missing'
}
/** Who has signed up or came, by their numbers. */
export async function listVisitors(db: Db, { school, id }: Key, { q, visit, ...paging }: VisitorFilter) {
  const found = sql`
    from (
      select student_id, s.signed_up_at, a.came_at
      from (select student_id, signed_up_at from event_sign_ups where school_id = ${school} and event_id = ${id}) s
        full join (select student_id, came_at from event_arrivals where school_id = ${school} and event_id = ${id}) a
          using (student_id)
    ) v
      join students st on st.school_id = ${school} and st.id = v.student_id
      left join colleges c on c.school_id = st.school_id and c.id = st.college_id
    where true
      ${visit === 'came' ? sql`and v.came_at is not null` : sql``}
      ${visit === 'missing' ? sql`and v.came_at is null` : sql``}
      ${q ? sql`and (st.name_folded like ${contains(q)} or st.student_number like ${contains(q)})` : sql``}`
  const { rows, ...page } = await readPage(
    paging,
    async ({ limit, offset }) => {
      const { rows } = await sql<{
        id: string
        name: string
        studentNumber: string
        college: string | null
        major: string
        signedUpAt: Date | null
        cameAt: Date | null
      }>`select st.id, st.name, st.student_number, c.name as college, st.major_name as major, v.signed_up_at, v.came_at
        ${found} order by st.student_number, st.id limit ${limit} offset ${offset}`.execute(db)
      return rows
    },
    async () => (await sql<{ total: number }>`select count(*) as total ${found}`.execute(db)).rows[0]!,
  )
  const items = rows.map(({ id: student, signedUpAt, cameAt, college, ...brief }) => ({
    id: student,
    student: { ...brief, college: college ?? '' },
    signedUpAt: signedUpAt?.toISOString() ?? null,
    cameAt: cameAt?.toISOString() ?? null,
  }))
  return { items, ...page }
}
