import { sql } from 'kysely'
import type { FairCase, FairChange } from '../../../domain/fair/case.ts'
import { FAIR_STATUSES, FAIRS_KNOWN, PUBLIC_FAIRS } from '../../../domain/fair/life.ts'
import { boothsOf } from '../../../domain/fair/plan.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { foldText } from '../../../domain/text.ts'
import type { Held } from '../../../domain/visit/visit.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { readFair } from '../../db/stored.ts'
import type { Person } from '../../http/person.ts'
import { refuseIfShut } from '../admissions/standing.ts'
import { oneOf } from '../posts/queries.ts'

export const selectFairs = (db: Db) =>
  db
    .selectFrom('fairs as f')
    .innerJoin('schools as s', 's.id', 'f.schoolId')
    .select(['f.schoolId', 'f.id', 'f.shortId', 'f.status', 'f.version', 'f.content', 'f.venueIds'])
    .select(['f.startsAt', 'f.endsAt', 'f.signedUp', 'f.draftedAt', 'f.changedAt', 'f.reason'])
    .select(['s.name as schoolName', 's.nameEn as schoolNameEn', 's.suspendedAt'])
type Selected = Awaited<ReturnType<ReturnType<typeof selectFairs>['executeTakeFirstOrThrow']>>

/** A fair with what its school is called in English. */
export type FairRecord = FairCase & { readonly schoolNameEn: string }
export const parseFair = ({ suspendedAt: _, content, status, ...row }: Selected): FairRecord => ({
  ...row,
  status: oneOf(FAIR_STATUSES, status),
  content: readFair(content),
})

export const isPublic = ({ status }: Pick<FairCase, 'status'>) => PUBLIC_FAIRS.includes(status)

/** What whoever comes to it is told, and what the door asks. */
export const heldOf = (of: FairCase): Held & { readonly signedUp: number } => ({
  isPublic: isPublic(of),
  placed: { startsAt: of.startsAt, endsAt: of.endsAt, places: of.content.places },
  verifyDue: null,
  signedUp: of.signedUp,
})

/** To its school alone, and to none of its colleges: an employer and a student read it otherwise. */
function one(found: Selected | undefined, { portal, collegeId }: Person): FairRecord {
  if (!found || portal !== 'school' || collegeId !== null) throw new Refusal('not-found')
  return parseFair(found)
}
const byKey = (db: Db, { school, id }: Key) =>
  selectFairs(db).where('f.schoolId', '=', school).where('f.id', '=', id)

export const findFair = async (db: Db, key: Key, person: Person) =>
  one(await byKey(db, key).executeTakeFirst(), person)

/** What somebody beside the school may have read of. */
function known(found: Selected | undefined): FairRecord {
  const fair = found && parseFair(found)
  if (!fair || !FAIRS_KNOWN.includes(fair.status)) throw new Refusal('not-found')
  return fair
}
export const findKnownFair = async (db: Db, key: Key) => known(await byKey(db, key).executeTakeFirst())

const locked = async (tx: Tx, key: Key) => {
  const found = await byKey(tx, key).forUpdate('f').executeTakeFirst()
  refuseIfShut(found?.suspendedAt ?? null)
  return found
}
/** The row `for update`: whoever changes it, stands at it or signs up for it takes turns. */
export const lockFair = async (tx: Tx, key: Key, person: Person): Promise<FairRecord> =>
  one(await locked(tx, key), person)

/** The same, for whoever learns of it once it is announced; what was called off since is still there for them. */
export const lockFairToVisit = async (tx: Tx, key: Key) => known(await locked(tx, key))

/** As the rules have decided, with the booths of its plan. The caller journals it. */
export async function saveFair(tx: Tx, { before, after }: FairChange): Promise<void> {
  const { schoolId, id, content } = after
  const row = {
    status: after.status,
    version: after.version,
    content: JSON.stringify(content),
    titleFolded: foldText(content.title),
    startsAt: after.startsAt,
    endsAt: after.endsAt,
    venueIds: [...after.venueIds],
    places: content.places,
    changedAt: after.changedAt,
    reason: after.reason,
  }
  await tx
    .insertInto('fairs')
    .values({ schoolId, id, shortId: after.shortId, draftedAt: after.draftedAt, ...row })
    .onConflict((same) => same.columns(['schoolId', 'id']).doUpdateSet(row))
    .execute()
  if (before?.content === content) return
  const booths = [...boothsOf(content.plan)]
  await sql`delete from fair_booths
    where school_id = ${schoolId} and fair_id = ${id} and booth <> all(${booths}::text[])`.execute(tx)
  await sql`insert into fair_booths (school_id, fair_id, booth)
    select ${schoolId}, ${id}::uuid, unnest(${booths}::text[]) on conflict do nothing`.execute(tx)
}
