import { type Identity, type StandingBar, sameIn } from '../../../domain/admission/barred.ts'
import type { AdmissionCase } from '../../../domain/admission/case.ts'
import { type Day, dayInChina } from '../../../domain/day.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'

export type FoundBar = StandingBar & {
  readonly schoolName: string
  readonly schoolNameEn: string
  readonly employerId: string
  readonly name: string
  readonly ground: string
  readonly barredAt: Date
}
const MOST = 50

/** What stands today of barrings, at any school, that have the credit code, the legal person or the telephone of this employer. */
export async function listBars(db: Db, identity: Identity, at: Date): Promise<FoundBar[]> {
  const { creditCode, legalPerson, contactPhone } = identity
  const rows = await db
    .selectFrom('barrings as b')
    .innerJoin('schools as s', 's.id', 'b.schoolId')
    .where('b.until', '>=', dayInChina(at))
    .where((or) =>
      or.or([
        or('b.creditCode', '=', creditCode),
        ...(legalPerson ? [or('b.legalPerson', '=', legalPerson)] : []),
        ...(contactPhone ? [or('b.contactPhone', '=', contactPhone)] : []),
      ]),
    )
    .select([
      'b.schoolId as school',
      's.name as schoolName',
      's.nameEn as schoolNameEn',
      'b.employerId',
      'b.name',
      'b.ground',
      'b.barredAt',
    ])
    .select(['b.until', 'b.creditCode', 'b.legalPerson', 'b.contactPhone'])
    .orderBy('b.barredAt', 'desc')
    .limit(MOST)
    .modifyEnd(acrossSchools.employers)
    .execute()
  return rows.map(({ creditCode: code, legalPerson: person, contactPhone: phone, ...row }) => ({
    ...row,
    same: sameIn(identity, { creditCode: code, legalPerson: person, contactPhone: phone }),
  }))
}

/** Keeps by what the employer is known again. */
export const addBarring = (
  tx: Tx,
  { schoolId, employerId, reason }: AdmissionCase,
  { identity, name, until }: { readonly identity: Identity; readonly name: string; readonly until: Day },
  at: Date,
) =>
  tx
    .insertInto('barrings')
    .values({
      schoolId,
      employerId,
      ...identity,
      name,
      ground: reason ?? '',
      barredAt: at,
      until,
    })
    .execute()

/** Once it is lifted, or over and the employer applies again: what was decided stays among the decisions. */
export const removeBarring = (tx: Tx, { school, id }: Key) =>
  tx.deleteFrom('barrings').where('schoolId', '=', school).where('employerId', '=', id).execute()
