import { Refusal } from '../../../domain/refusal.ts'
import type { TalkCase, TalkChange } from '../../../domain/talk/case.ts'
import {
  PUBLIC_TALKS,
  TALK_GROUNDS,
  TALK_STATUSES,
  TALKS_NOT_OVER,
  TO_PLACE,
} from '../../../domain/talk/life.ts'
import { foldText } from '../../../domain/text.ts'
import type { Held } from '../../../domain/visit/visit.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { statusIn } from '../../db/status-in.ts'
import { readTalk } from '../../db/stored.ts'
import type { Person } from '../../http/person.ts'
import { refuseIfShut } from '../admissions/standing.ts'
import { oneOf } from '../posts/queries.ts'

const select = (db: Db) =>
  db
    .selectFrom('talks as t')
    .innerJoin('schools as s', 's.id', 't.schoolId')
    .innerJoin('employers as e', 'e.id', 't.employerId')
    .leftJoin('admissions as ad', (on) =>
      on.onRef('ad.schoolId', '=', 't.schoolId').onRef('ad.employerId', '=', 't.employerId'),
    )
    .select(['t.schoolId', 't.id', 't.employerId', 't.shortId', 't.status', 't.version', 't.content'])
    .select(['t.venueId', 't.startsAt', 't.endsAt', 't.places', 't.signedUp', 't.reason', 't.ground'])
    .select(['t.requestedAt', 't.waitingSince', 't.changedAt'])
    .select(['s.name as schoolName', 's.suspendedAt', 'e.name as employerName', 'ad.verifyDue'])
type Selected = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

function rowOf({
  suspendedAt: _,
  content,
  status,
  ground,
  venueId,
  endsAt,
  places,
  ...row
}: Selected): TalkCase {
  const { startsAt } = row
  const isPlaced = venueId !== null && startsAt !== null && endsAt !== null && places !== null
  return {
    ...row,
    status: oneOf(TALK_STATUSES, status),
    ground: ground === null ? null : oneOf(TALK_GROUNDS, ground),
    content: readTalk(content),
    placed: isPlaced ? { venueId, startsAt, endsAt, places } : null,
  }
}

/** Whose it is not, for that person it is not there; colleges do not give away the school's halls. */
const isStranger = ({ employerId }: Selected, { portal, employer, collegeId }: Person) =>
  portal === 'school' ? collegeId !== null : portal !== 'employer' || employer?.id !== employerId
function one(found: Selected | undefined, person: Person): TalkCase {
  if (!found || isStranger(found, person)) throw new Refusal('not-found')
  return rowOf(found)
}

export const findTalk = async (db: Db, { school, id }: Key, person: Person) =>
  one(await select(db).where('t.schoolId', '=', school).where('t.id', '=', id).executeTakeFirst(), person)

const locked = (tx: Tx, { school, id }: Key) =>
  select(tx).where('t.schoolId', '=', school).where('t.id', '=', id).forUpdate('t').executeTakeFirst()
/** The row `for update`: of two who act at once one is told what the other has done. */
export async function lockTalk(tx: Tx, key: Key, person: Person): Promise<TalkCase> {
  const found = await locked(tx, key)
  const talk = one(found, person)
  refuseIfShut(found?.suspendedAt ?? null)
  return talk
}

/** The same, for students of the school, who learn of it once it is placed: of two who take the last place one is refused. */
export async function lockTalkToVisit(tx: Tx, key: Key): Promise<TalkCase> {
  const found = await locked(tx, key)
  if (!found || found.venueId === null) throw new Refusal('not-found')
  refuseIfShut(found.suspendedAt)
  return rowOf(found)
}

/** What whoever comes to it is told, and what the door asks. */
export const heldOf = ({
  status,
  placed,
  verifyDue,
  signedUp,
}: TalkCase): Held & { readonly signedUp: number } => ({
  isPublic: PUBLIC_TALKS.includes(status),
  placed,
  verifyDue,
  signedUp,
})

/** Every talk of an employer at a school that is not over. Whoever calls holds the admission. */
export async function lockTalksNotOver(tx: Tx, { school, id }: Key): Promise<TalkCase[]> {
  const rows = await select(tx)
    .where('t.schoolId', '=', school)
    .where('t.employerId', '=', id)
    .where(statusIn('t.status', TALKS_NOT_OVER))
    .orderBy('t.id')
    .forUpdate('t')
    .execute()
  return rows.map(rowOf)
}

/** How many talks of an employer wait for a school. */
export async function countWaitingOf(tx: Tx, { school, id }: Key): Promise<number> {
  const { n } = await tx
    .selectFrom('talks')
    .where('schoolId', '=', school)
    .where('employerId', '=', id)
    .where(statusIn('status', TO_PLACE))
    .select((of) => of.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** What becomes of talks, in one statement; who has signed up is counted elsewhere. The caller journals it. */
export async function saveTalks(tx: Tx, changes: readonly TalkChange[]): Promise<void> {
  if (changes.length === 0) return
  const rows = changes.map(({ after }) => ({
    schoolId: after.schoolId,
    id: after.id,
    employerId: after.employerId,
    shortId: after.shortId,
    status: after.status,
    version: after.version,
    content: JSON.stringify(after.content),
    titleFolded: foldText(`${after.content.title} ${after.employerName}`),
    venueId: after.placed?.venueId ?? null,
    startsAt: after.placed?.startsAt ?? null,
    endsAt: after.placed?.endsAt ?? null,
    places: after.placed?.places ?? null,
    requestedAt: after.requestedAt,
    waitingSince: after.waitingSince,
    changedAt: after.changedAt,
    reason: after.reason,
    ground: after.ground,
  }))
  await tx
    .insertInto('talks')
    .values(rows)
    .onConflict((same) =>
      same.columns(['schoolId', 'id']).doUpdateSet((to) => ({
        status: to.ref('excluded.status'),
        version: to.ref('excluded.version'),
        content: to.ref('excluded.content'),
        titleFolded: to.ref('excluded.titleFolded'),
        venueId: to.ref('excluded.venueId'),
        startsAt: to.ref('excluded.startsAt'),
        endsAt: to.ref('excluded.endsAt'),
        places: to.ref('excluded.places'),
        waitingSince: to.ref('excluded.waitingSince'),
        changedAt: to.ref('excluded.changedAt'),
        reason: to.ref('excluded.reason'),
        ground: to.ref('excluded.ground'),
      })),
    )
    .execute()
}
