import { sql } from 'kysely'
import { Refusal } from '../../../domain/refusal.ts'
import { PUBLIC_TALKS } from '../../../domain/talk/life.ts'
import type { Language } from '../../../words/language.ts'
import { venueText } from '../../../words/venue-said.ts'
import type { Db } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { pageByTime } from '../../db/mark.ts'
import { statusIn } from '../../db/status-in.ts'
import { readTalk } from '../../db/stored.ts'
import { isOverdueIn } from '../admissions/standing.ts'
import type { FeedEvent } from '../visits/feeds.ts'
import { type AskedPage, isInTime, isOnward, isVisited, visitOf } from '../visits/of-events.ts'

const COLUMNS = ['t.id', 't.shortId', 't.version', 't.content', 't.employerId', 't.signedUp'] as const
/** Still to come, or going on, while its employer is to be verified again (`isTalkPaused`). */
export const isPausedAt = (at: Date, school?: string) =>
  sql<boolean>`(t.ends_at > ${at} and ${isOverdueIn('t', at, school)})`
/** Talks of a school that have or had a venue and a time, whatever became of them. */
const placed = (db: Db, school: string, at: Date) =>
  db
    .selectFrom('talks as t')
    .innerJoin('venues as v', (on) =>
      on.onRef('v.schoolId', '=', 't.schoolId').onRef('v.id', '=', 't.venueId'),
    )
    .innerJoin('employers as e', 'e.id', 't.employerId')
    .where('t.schoolId', '=', school)
    .select([...COLUMNS, 't.changedAt', 't.status', 't.reason', 'e.name as employer'])
    .select(['v.id as venueId', 'v.name', 'v.nameEn', 'v.place', 'v.placeEn'])
    // A talk that is placed has all three.
    .select([sql<Date>`t.starts_at`.as('startsAt'), sql<Date>`t.ends_at`.as('endsAt')])
    .select([sql<number>`t.places`.as('places'), isPausedAt(at, school).as('isPaused')])
type Row = Awaited<ReturnType<ReturnType<typeof placed>['executeTakeFirstOrThrow']>>

const parse = ({ content, venueId, name, nameEn, place, placeEn, status, isPaused, ...row }: Row) => {
  const isOff = !PUBLIC_TALKS.some((one) => one === status)
  return {
    ...row,
    content: readTalk(content),
    isOff,
    isPaused: isPaused && !isOff,
    venue: { id: venueId, name, nameEn, place, placeEn },
  }
}
/** A talk as anybody reads it. */
export type FoundTalk = ReturnType<typeof parse>

/** As calendars and readers of feeds are told of it. */
export const talkAsEvent = (of: FoundTalk, language: Language): FeedEvent => ({
  id: of.id,
  version: of.version,
  changedAt: of.changedAt,
  startsAt: of.startsAt,
  endsAt: of.endsAt,
  title: of.content.title,
  by: of.employer,
  place: venueText(of.venue, language),
  description: of.content.description,
  path: `/talks/${of.shortId}`,
})

const published = (db: Db, school: string, at: Date) =>
  placed(db, school, at).where(statusIn('t.status', PUBLIC_TALKS))
const open = (db: Db, school: string, at: Date) =>
  published(db, school, at).where((is) => is.not(isPausedAt(at, school)))
const placeOf = ({ startsAt, id }: FoundTalk) => ({ at: startsAt, id })

/** A page of what is to come, the next first, and of what was, the last first. What goes on is still to come. */
export async function listOpenTalks(
  db: Db,
  school: string,
  { after, most, isPast = false }: AskedPage,
  at: Date,
) {
  const rows = await open(db, school, at)
    .where(isInTime('t', isPast, at))
    .where(isOnward('t', after, isPast))
    .orderBy('t.startsAt', isPast ? 'desc' : 'asc')
    .orderBy('t.id', isPast ? 'desc' : 'asc')
    .limit(most + 1)
    .execute()
  return pageByTime(rows.map(parse), most, placeOf)
}

/** What an employer has to come at a school, the next first. */
export const listOpenTalksOf = async (db: Db, { school, id }: Key, at: Date, most: number) =>
  (
    await open(db, school, at)
      .where('t.employerId', '=', id)
      .where('t.endsAt', '>', at)
      .orderBy('t.startsAt')
      .limit(most)
      .execute()
  ).map(parse)

/** What calendars and feeds are told at an instant: what has begun since another and what is to come. */
export const listTalksSince = async (
  db: Db,
  school: string,
  { since, at }: { readonly since: Date; readonly at: Date },
  most: number,
) =>
  (
    await open(db, school, at)
      .where('t.startsAt', '>', since)
      .orderBy('t.startsAt')
      .orderBy('t.id')
      .limit(most)
      .execute()
  ).map(parse)

/** By the address that anybody has; what was called off does not exist. Refuses what is paused. */
export async function findOpenTalk(db: Db, school: string, shortId: string, at: Date): Promise<FoundTalk> {
  const found = await published(db, school, at).where('t.shortId', '=', shortId).executeTakeFirst()
  if (!found) throw new Refusal('not-found')
  if (found.isPaused) throw new Refusal('event-paused')
  return parse(found)
}

/** What a map of a school's site names, the latest first. */
export const listTalksInMap = (db: Db, school: string, at: Date, most: number) =>
  open(db, school, at)
    .clearSelect()
    .select(['t.shortId', 't.changedAt'])
    .orderBy('t.startsAt', 'desc')
    .limit(most)
    .execute()

type WithVisit = Row & { signedUpAt: Date | null; cameAt: Date | null }
const parseVisit = ({ signedUpAt, cameAt, ...row }: WithVisit) => ({
  ...parse(row),
  isMine: signedUpAt !== null,
  cameAt,
})
export type VisitedTalk = ReturnType<typeof parseVisit>

/** As a student reads them: what is open, the next first; or what they have signed up for or were at, the latest first. */
export async function listTalksOf(
  db: Db,
  { school, id }: Key,
  { talks, after, most }: Omit<AskedPage, 'isPast'> & { readonly talks: 'open' | 'mine' },
  at: Date,
) {
  const isMine = talks === 'mine'
  const rows = await (isMine ? placed : open)(db, school, at)
    .select(visitOf('t', { school, id }))
    .$if(isMine, (query) => query.where(isVisited('t', { school, id })))
    .$if(!isMine, (query) => query.where('t.startsAt', '>', at))
    .where(isOnward('t', after, isMine))
    .orderBy('t.startsAt', isMine ? 'desc' : 'asc')
    .orderBy('t.id', isMine ? 'desc' : 'asc')
    .limit(most + 1)
    .execute()
  return pageByTime(rows.map(parseVisit), most, placeOf)
}

/** A talk that a student may go to, or has signed up for: what was called off, or is paused, is there for who had. */
export async function findTalkOf(
  db: Db,
  { school, id }: Key,
  student: string,
  at: Date,
): Promise<VisitedTalk> {
  const found = await placed(db, school, at)
    .where('t.id', '=', id)
    .select(visitOf('t', { school, id: student }))
    .executeTakeFirst()
  const visit = found && parseVisit(found)
  if (!visit || (visit.isOff && !visit.isMine)) throw new Refusal('not-found')
  if (visit.isPaused && !visit.isMine) throw new Refusal('event-paused')
  return visit
}
