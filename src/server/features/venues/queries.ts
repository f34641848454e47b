import { Refusal } from '../../../domain/refusal.ts'
import type { Venue } from '../../../domain/venue/venue.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { readHours } from '../../db/stored.ts'

const select = (db: Db, school: string) =>
  db.selectFrom('venues as v').where('v.schoolId', '=', school).selectAll('v')
type Selected = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>
const rowOf = ({ schoolId: _, hours, ...row }: Selected): Venue => ({ ...row, hours: readHours(hours) })

/** Those in use first, by name. */
export async function listVenues(db: Db, school: string): Promise<Venue[]> {
  const rows = await select(db, school)
    .orderBy('v.retiredAt', (by) => by.desc().nullsFirst())
    .orderBy('v.name')
    .execute()
  return rows.map(rowOf)
}

/** The row `for update`: whoever places an event there, changes it or retires it takes turns. */
export async function lockVenue(tx: Tx, { school, id }: Key): Promise<Venue> {
  const found = await select(tx, school).where('v.id', '=', id).forUpdate().executeTakeFirst()
  if (!found) throw new Refusal('not-found')
  return rowOf(found)
}

/** The same of several, held in the order of their ids, so that no two who place something wait for each other. */
export async function lockVenues(tx: Tx, school: string, ids: readonly string[]): Promise<Venue[]> {
  const rows = await select(tx, school)
    .where('v.id', 'in', [...ids])
    .orderBy('v.id')
    .forUpdate()
    .execute()
  if (rows.length < new Set(ids).size) throw new Refusal('not-found')
  return rows.map(rowOf)
}

/** As it is now, or anew. The caller journals it. */
export async function saveVenue(tx: Tx, school: string, { id, ...of }: Venue): Promise<void> {
  const row = { ...of, hours: JSON.stringify(of.hours) }
  await tx
    .insertInto('venues')
    .values({ schoolId: school, id, ...row })
    .onConflict((same) => same.columns(['schoolId', 'id']).doUpdateSet(row))
    .execute()
}
