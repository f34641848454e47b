import { sql } from 'kysely'
import type { Key } from '../../db/key.ts'
import { ahead, behind, type Mark } from '../../db/mark.ts'

/** A page of events: behind a mark, and of those to come where nothing else is said. */
export type AskedPage = { readonly after: Mark | null; readonly most: number; readonly isPast?: boolean }

/** The alias of `talks` or of `fairs` in a statement. */
type Events = 't' | 'f'

/** What a student has to do with an event of their school: since when signed up, and when they came. */
export const visitOf = (events: Events, { school, id }: Key) =>
  [
    sql<Date | null>`(select signed_up_at from event_sign_ups u where u.school_id = ${school}
      and u.event_id = ${sql.ref(`${events}.id`)} and u.student_id = ${id})`.as('signedUpAt'),
    sql<Date | null>`(select came_at from event_arrivals a where a.school_id = ${school}
      and a.event_id = ${sql.ref(`${events}.id`)} and a.student_id = ${id})`.as('cameAt'),
  ] as const

/** Those for which the student has signed up, or at which they were. */
export const isVisited = (events: Events, { school, id }: Key) =>
  sql<boolean>`${sql.ref(`${events}.id`)} in (select event_id from event_sign_ups where school_id = ${school} and student_id = ${id}
    union select event_id from event_arrivals where school_id = ${school} and student_id = ${id})`

/**
 * To come, what goes on among it, or past. An event lasts a day at most: where it begins says where to look for it.
 */
export const isInTime = (events: Events, isPast: boolean, at: Date) =>
  isPast
    ? sql<boolean>`${sql.ref(`${events}.ends_at`)} <= ${at}`
    : sql<boolean>`${sql.ref(`${events}.ends_at`)} > ${at}
        and ${sql.ref(`${events}.starts_at`)} > ${at}::timestamptz - interval '1 day'`

/** Behind the mark, in the order of when they begin: `latestFirst`, or the next first. */
export const isOnward = (events: Events, after: AskedPage['after'], latestFirst: boolean) =>
  after === null
    ? sql<boolean>`true`
    : (latestFirst ? behind : ahead)(`${events}.startsAt`, `${events}.id`, after)
