import { sql } from 'kysely'
import type { TalkRow } from '../../../contracts/talks.ts'
import {
  isTalkPaused,
  TALK_STATUSES,
  type TalkStatus,
  TO_PLACE,
  talkTurn,
} from '../../../domain/talk/life.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db } from '../../db/database.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { contains } from '../../db/search-pattern.ts'
import { statusIn } from '../../db/status-in.ts'
import { oneOf } from '../posts/queries.ts'
import { hasWaitedLong } from '../reviews/queue.ts'
import { shownPlaced } from './venues-of.ts'

export type TalkFilter = Paging & {
  readonly q?: string
  readonly status?: TalkStatus | undefined
  readonly queue?: 'mine' | 'all'
  readonly waited?: 'long' | undefined
}
type Whose = { readonly school: string } | { readonly employerId: string }

/** What waits for a school, the longest first; else what was asked for last first: of a school, or of an employer at all schools. */
export async function listTalks(
  db: Db,
  whose: Whose,
  { q, status, queue = 'all', waited, ...paging }: TalkFilter,
  at: Date,
) {
  const isMine = queue === 'mine'
  const found = db
    .selectFrom('talks as t')
    .innerJoin('employers as e', 'e.id', 't.employerId')
    .innerJoin('schools as s', 's.id', 't.schoolId')
    .leftJoin('admissions as ad', (on) =>
      on.onRef('ad.schoolId', '=', 't.schoolId').onRef('ad.employerId', '=', 't.employerId'),
    )
    .leftJoin('venues as v', (on) =>
      on.onRef('v.schoolId', '=', 't.schoolId').onRef('v.id', '=', 't.venueId'),
    )
    .$call((query) =>
      'school' in whose
        ? query.where('t.schoolId', '=', whose.school)
        : query.where('t.employerId', '=', whose.employerId).modifyEnd(acrossSchools.employers),
    )
    .$if(isMine, (query) => query.where(statusIn('t.status', TO_PLACE)))
    .$if(waited === 'long', (query) => query.where(hasWaitedLong('t', at)))
    .$if(status !== undefined, (query) => query.where('t.status', '=', status!))
    .$if(!!q, (query) => query.where('t.titleFolded', 'like', contains(q!)))
  const { rows, ...page } = await readPage(
    paging,
    ({ limit, offset }) =>
      found
        .select(['t.id', 't.version', 't.status', 't.signedUp', 't.requestedAt', 't.waitingSince'])
        .select(['t.startsAt', 't.endsAt', 't.places', 'e.name as employer', 'ad.verifyDue'])
        .select(['s.id as code', 's.name as schoolName', 's.nameEn as schoolNameEn'])
        .select(['v.id as venueId', 'v.name', 'v.nameEn', 'v.place', 'v.placeEn'])
        .select(sql<string>`t.content->>'title'`.as('title'))
        .orderBy(isMine ? 't.waitingSince' : 't.requestedAt', isMine ? 'asc' : 'desc')
        .orderBy('t.id', isMine ? 'asc' : 'desc')
        .limit(limit)
        .offset(offset)
        .execute(),
    () => found.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  )
  const items = rows.map((row): TalkRow => {
    const status = oneOf(TALK_STATUSES, row.status)
    const { startsAt, endsAt, places, venueId: id, name, nameEn, place, placeEn, verifyDue } = row
    const isPlaced = startsAt && endsAt && places && id
    return {
      id: row.id,
      version: row.version,
      title: row.title,
      employer: row.employer,
      school: { code: row.code, name: row.schoolName, nameEn: row.schoolNameEn },
      status,
      turn: talkTurn({ status }),
      isPaused: isTalkPaused({ status, placed: endsAt && { endsAt }, verifyDue }, at),
      placed: isPlaced
        ? shownPlaced(
            { startsAt, endsAt, places },
            { id, name: name ?? '', nameEn: nameEn ?? '', place: place ?? '', placeEn: placeEn ?? '' },
          )
        : null,
      signedUp: row.signedUp,
      requestedAt: row.requestedAt.toISOString(),
      waitingSince: row.waitingSince.toISOString(),
    }
  })
  return { items, ...page }
}
