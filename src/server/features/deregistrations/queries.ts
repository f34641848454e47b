import type { Day } from '../../../domain/day.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'

/** That a school has noted an employer (`id`) as deregistered; null where it has not. */
export async function findDeregistration(db: Db, { school, id }: Key) {
  const found = await db
    .selectFrom('deregistrations as d')
    .leftJoin('users as u', 'u.id', 'd.notedBy')
    .where('d.schoolId', '=', school)
    .where('d.employerId', '=', id)
    .select(['d.deregisteredOn', 'd.readFrom', 'd.notedAt', 'u.name'])
    .executeTakeFirst()
  if (!found) return null
  const { deregisteredOn, readFrom, notedAt, name } = found
  return { deregisteredOn, readFrom, notedAt: notedAt.toISOString(), notedBy: name ?? '' }
}

type Noted = { readonly on: Day; readonly readFrom: string; readonly by: string; readonly at: Date }
/** Of two who note it at once one is told. The caller journals it. */
export const addDeregistration = (tx: Tx, { school, id }: Key, { on, readFrom, by, at }: Noted) =>
  tx
    .insertInto('deregistrations')
    .values({ schoolId: school, employerId: id, deregisteredOn: on, readFrom, notedBy: by, notedAt: at })
    .execute()

/** Refuses where it is not noted, or not any more. The caller journals it. */
export async function removeDeregistration(tx: Tx, { school, id }: Key): Promise<Day> {
  const gone = await tx
    .deleteFrom('deregistrations')
    .where('schoolId', '=', school)
    .where('employerId', '=', id)
    .returning('deregisteredOn')
    .executeTakeFirst()
  if (!gone) throw new Refusal('content-changed')
  return gone.deregisteredOn
}
