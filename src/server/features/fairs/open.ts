import { sql } from 'kysely'
import { PUBLIC_FAIRS } from '../../../domain/fair/life.ts'
import { WITH_BOOTH } from '../../../domain/fair-entry/life.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Language } from '../../../words/language.ts'
import { venuesText } from '../../../words/venue-said.ts'
import type { Db } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { pageByTime } from '../../db/mark.ts'
import { statusIn } from '../../db/status-in.ts'
import type { FeedEvent } from '../visits/feeds.ts'
import { type AskedPage, isInTime, isOnward, isVisited, visitOf } from '../visits/of-events.ts'
import { type FairRecord, parseFair, selectFairs } from './queries.ts'
import { type PlacedFair, placedOf } from './venues-of.ts'

/** A fair as anybody reads it. */
export type FoundFair = FairRecord & { readonly placed: PlacedFair }
async function withPlaces<Fair extends FairRecord>(db: Db, fairs: readonly Fair[]) {
  const placed = await placedOf(db, fairs)
  return fairs.map((fair, index) => ({ ...fair, placed: placed[index]! }))
}
/** As calendars and readers of feeds are told of it. */
export const fairAsEvent = (of: FoundFair, language: Language): FeedEvent => ({
  id: of.id,
  version: of.version,
  changedAt: of.changedAt,
  startsAt: of.startsAt,
  endsAt: of.endsAt,
  title: of.content.title,
  by: null,
  place: venuesText(of.placed, language),
  description: of.content.description,
  path: `/fairs/${of.shortId}`,
})

const ofSchool = (db: Db, school: string) => selectFairs(db).where('f.schoolId', '=', school)
const open = (db: Db, school: string) => ofSchool(db, school).where(statusIn('f.status', PUBLIC_FAIRS))
const placeOf = ({ startsAt, id }: FairRecord) => ({ at: startsAt, id })

/** A page of what is to come, the next first, and of what was, the last first. What goes on is still to come. */
export async function listOpenFairs(
  db: Db,
  school: string,
  { after, most, isPast = false }: AskedPage,
  at: Date,
) {
  const rows = await open(db, school)
    .where(isInTime('f', isPast, at))
    .where(isOnward('f', after, isPast))
    .orderBy('f.startsAt', isPast ? 'desc' : 'asc')
    .orderBy('f.id', isPast ? 'desc' : 'asc')
    .limit(most + 1)
    .execute()
  const { page, next } = pageByTime(rows.map(parseFair), most, placeOf)
  return { page: await withPlaces(db, page), next }
}

/** What calendars and feeds are told. */
export const listFairsSince = async (
  db: Db,
  school: string,
  since: Date,
  most: number,
): Promise<FoundFair[]> => {
  const rows = await open(db, school)
    .where('f.startsAt', '>', since)
    .orderBy('f.startsAt')
    .limit(most)
    .execute()
  return withPlaces(db, rows.map(parseFair))
}

/** By the address that anybody has; what was called off does not exist. */
export async function findOpenFair(db: Db, school: string, shortId: string): Promise<FoundFair> {
  const found = await open(db, school).where('f.shortId', '=', shortId).executeTakeFirst()
  if (!found) throw new Refusal('not-found')
  return (await withPlaces(db, [parseFair(found)]))[0]!
}

/** What a map of a school's site names, the latest first. */
export const listFairsInMap = (db: Db, school: string, most: number) =>
  open(db, school)
    .clearSelect()
    .select(['f.shortId', 'f.changedAt'])
    .orderBy('f.startsAt', 'desc')
    .limit(most)
    .execute()

/** The fairs to come at which an employer has a booth, the next first. */
export async function listOpenFairsOf(db: Db, { school, id }: Key, at: Date, most: number) {
  const rows = await open(db, school)
    .innerJoin('fairEntries as x', (on) =>
      on.onRef('x.schoolId', '=', 'f.schoolId').onRef('x.fairId', '=', 'f.id'),
    )
    .where('x.employerId', '=', id)
    .where(statusIn('x.status', WITH_BOOTH))
    .where('f.endsAt', '>', at)
    .orderBy('f.startsAt')
    .limit(most)
    .execute()
  return withPlaces(db, rows.map(parseFair))
}

const ofStudent = (student: Key) =>
  [
    ...visitOf('f', student),
    sql<number>`(select count(*) from fair_entries x where x.school_id = ${student.school} and x.fair_id = f.id
      and ${statusIn('x.status', WITH_BOOTH)})`.as('admitted'),
  ] as const
type WithVisit = Parameters<typeof parseFair>[0] & {
  signedUpAt: Date | null
  cameAt: Date | null
  admitted: number
}
const parseVisit = ({ signedUpAt, cameAt, admitted, ...row }: WithVisit) => ({
  ...parseFair(row),
  isOff: !PUBLIC_FAIRS.some((one) => one === row.status),
  isMine: signedUpAt !== null,
  cameAt,
  admitted,
})

/** As a student reads them: what is open, the next first; or what they have signed up for or were at, the latest first. */
export async function listFairsOf(
  db: Db,
  { school, id }: Key,
  { fairs, after, most }: Omit<AskedPage, 'isPast'> & { readonly fairs: 'open' | 'mine' },
  at: Date,
) {
  const isMine = fairs === 'mine'
  const rows = await (isMine ? ofSchool(db, school) : open(db, school))
    .select(ofStudent({ school, id }))
    .$if(isMine, (query) => query.where(isVisited('f', { school, id })))
    .$if(!isMine, (query) => query.where('f.endsAt', '>', at))
    .where(isOnward('f', after, isMine))
    .orderBy('f.startsAt', isMine ? 'desc' : 'asc')
    .orderBy('f.id', isMine ? 'desc' : 'asc')
    .limit(most + 1)
    .execute()
  const { page, next } = pageByTime(rows.map(parseVisit), most, placeOf)
  return { page: await withPlaces(db, page), next }
}
export type VisitedFair = Awaited<ReturnType<typeof listFairsOf>>['page'][number]

/** A fair that a student may go to, or has signed up for: what was called off is there for who had. */
export async function findFairOf(db: Db, { school, id }: Key, student: string): Promise<VisitedFair> {
  const found = await ofSchool(db, school)
    .where('f.id', '=', id)
    .select(ofStudent({ school, id: student }))
    .executeTakeFirst()
  const visit = found && parseVisit(found)
  if (!visit || (visit.isOff && !visit.isMine)) throw new Refusal('not-found')
  return (await withPlaces(db, [visit]))[0]!
}
