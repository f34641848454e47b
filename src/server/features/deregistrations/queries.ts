import { sql } from 'kysely'
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

type Struck = { readonly employerId: string; readonly deregisteredOn: Day }
type Noted = { readonly readFrom: string; readonly by: string; readonly at: Date }
/** Of two who note one employer at once one is told. The caller journals it. */
export const addDeregistrations = (
  tx: Tx,
  school: string,
  struck: readonly Struck[],
  { readFrom, by, at }: Noted,
) =>
  tx
    .insertInto('deregistrations')
    .values(struck.map((of) => ({ ...of, schoolId: school, readFrom, notedBy: by, notedAt: at })))
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

const askedForAdmission = (db: Db, school: string) =>
  db
    .selectFrom('admissions as ad')
    .innerJoin('employers as e', 'e.id', 'ad.employerId')
    .where('ad.schoolId', '=', school)
    .select(['e.id', 'e.name', 'e.creditCode'])

/** Of these credit codes those whose employers have asked a school for admission, and whether it has noted them. */
export async function findByCodes(db: Db, school: string, codes: readonly string[]) {
  const rows = await askedForAdmission(db, school)
    .leftJoin('deregistrations as d', (on) =>
      on.onRef('d.schoolId', '=', 'ad.schoolId').onRef('d.employerId', '=', 'e.id'),
    )
    .where(sql<boolean>`e.credit_code = any(${[...codes]}::text[])`)
    .select((of) => of('d.employerId', 'is not', null).as('isNoted'))
    .execute()
  return new Map(rows.map((row) => [row.creditCode, row]))
}

/** The credit code of each of these employers that has asked a school for admission. */
export async function findCodes(db: Db, school: string, ids: readonly string[]) {
  const rows = await askedForAdmission(db, school)
    .where(sql<boolean>`e.id = any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, creditCode }) => [id, creditCode]))
}
