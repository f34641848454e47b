import { type RawBuilder, sql } from 'kysely'
import { PUBLIC_FAIRS } from '../../../domain/fair/life.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { PUBLIC_TALKS } from '../../../domain/talk/life.ts'
import type { EventKind } from '../../../domain/visit/visit.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db } from '../../db/database.ts'
import { ahead, behind, type Mark, pageByTime } from '../../db/mark.ts'
import { statusIn } from '../../db/status-in.ts'
import { isPausedAt } from '../talks/open.ts'
import type { Guest } from '../visits/guests.ts'
import type { EventKey } from '../visits/sign-ups.ts'

export type GuestEventRow = {
  readonly kind: EventKind
  readonly schoolId: string
  readonly id: string
  readonly hostName: string
  readonly hostNameEn: string
  readonly shortId: string
  readonly title: string
  readonly description: string
  readonly employer: string | null
  readonly startsAt: Date
  readonly endsAt: Date
  readonly venueIds: readonly string[]
  readonly isPublic: boolean
  readonly isPaused: boolean
  readonly reason: string | null
  readonly places: number
  readonly signedUp: number
  /** Of the student who reads; null where they have not signed up. */
  readonly position: number | null
  readonly ticket: string | null
  readonly cameAt: Date | null
}

/** Talks and fairs alike: what either is to whoever comes to it. */
const eventsAt = (at: Date) => sql`(
  select 'talk' as kind, t.school_id, t.id, t.short_id, t.content, t.employer_id, t.starts_at, t.ends_at, array[t.venue_id] as venue_ids,
    ${statusIn('t.status', PUBLIC_TALKS)} as is_public, ${isPausedAt(at)} as is_paused, t.reason
  from talks t where t.starts_at is not null
  union all
  select 'fair', f.school_id, f.id, f.short_id, f.content, null, f.starts_at, f.ends_at, f.venue_ids,
    ${statusIn('f.status', PUBLIC_FAIRS)}, false, f.reason
  from fairs f)`

const select = (guest: Guest, narrowed: RawBuilder<unknown>, at: Date) => sql<GuestEventRow>`
  select ev.kind, ev.school_id, ev.id, s.name as host_name, s.name_en as host_name_en, ev.short_id, ev.content->>'title' as title,
    ev.content->>'description' as description, e.name as employer, ev.starts_at, ev.ends_at, ev.venue_ids, ev.is_public, ev.is_public and ev.is_paused as is_paused, ev.reason, q.places,
    (select count(*) from event_guests c where c.school_id = ev.school_id and c.event_id = ev.id) as signed_up,
    case when g.nth is not null then (select count(*) from event_guests c
      where c.school_id = ev.school_id and c.event_id = ev.id and c.nth <= g.nth) end as position,
    g.ticket, g.came_at
  from guest_quotas q
    join ${eventsAt(at)} ev on ev.school_id = q.school_id and ev.id = q.event_id
    join schools s on s.id = ev.school_id
    left join employers e on e.id = ev.employer_id
    left join event_guests g on g.home_id = ${guest.school} and g.student_id = ${guest.studentId}
      and g.school_id = ev.school_id and g.event_id = ev.id
  where ev.school_id <> ${guest.school} and ${narrowed} ${acrossSchools.guests}`

type Asked = { readonly events: 'open' | 'mine'; readonly after: Mark | null; readonly most: number }
/** What takes guests and is to come, the next first; or what the student has signed up for, the latest first. */
export async function listEventsFor(db: Db, guest: Guest, { events, after, most }: Asked, at: Date) {
  const isMine = events === 'mine'
  const onward = after && (isMine ? behind : ahead)('ev.starts_at', 'ev.id', after)
  const { rows } = await sql<GuestEventRow>`${select(
    guest,
    isMine
      ? sql`g.nth is not null`
      : sql`ev.is_public and not ev.is_paused and ev.ends_at > ${at} and ev.starts_at > ${at} and q.places > 0 and s.suspended_at is null`,
    at,
  )}
    ${onward === null ? sql`` : sql`and ${onward}`}
    order by ${isMine ? sql`ev.starts_at desc, ev.id desc` : sql`ev.starts_at, ev.id`} limit ${most + 1}`.execute(
    db,
  )
  return pageByTime(rows, most, ({ startsAt, id }) => ({ at: startsAt, id }))
}

/** What takes guests, or the student has signed up for: what was called off, or is paused, is there for who had. */
export async function findEventFor(db: Db, guest: Guest, id: string, at: Date): Promise<GuestEventRow> {
  const { rows } = await select(
    guest,
    sql`q.event_id = ${id} and (g.nth is not null or (ev.is_public and q.places > 0 and s.suspended_at is null))`,
    at,
  ).execute(db)
  if (!rows[0]) throw new Refusal('not-found')
  if (rows[0].isPaused && rows[0].position === null) throw new Refusal('event-paused')
  return rows[0]
}

/** Where an event that has ever taken guests is held, and what it is. */
export async function findHost(db: Db, guest: Guest, id: string, at: Date): Promise<EventKey> {
  const { schoolId, kind } = await findEventFor(db, guest, id, at)
  return { school: schoolId, kind, id }
}
