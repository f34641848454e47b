import { sql } from 'kysely'
import { type TokenScope, tokenState } from '../../../domain/api-token/token.ts'
import { type Day, dayInChina } from '../../../domain/day.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { foldText } from '../../../domain/text.ts'
import type { Db, Tx } from '../../db/database.ts'
import { sha256 } from '../../db/journal.ts'
import { type Owner, ownerName } from '../../db/owner.ts'

/** Whether `u`, who made the token `t`, may still make one for its owner. */
const makerStands = sql<boolean>`(u.disabled_at is null and case when t.school_id is null
  then u.employer_id = t.employer_id and u.employer_role = 'owner'
  else u.school_id = t.school_id and u.staff_role = 'administrator' end)`

const tokensOf = (db: Db, owner: Owner) =>
  db.selectFrom('apiTokens as t').where('t.owner', '=', ownerName(owner)).where('t.revokedAt', 'is', null)

export async function listTokens(db: Db, owner: Owner, at: Date) {
  const rows = await tokensOf(db, owner)
    .innerJoin('users as u', 'u.id', 't.madeBy')
    .select(['t.id', 't.name', 't.scopes', 't.madeAt', 't.endsOn', 't.lastUsedOn', 'u.name as madeBy'])
    .select(makerStands.as('makerStands'))
    .orderBy('t.id', 'desc')
    .execute()
  return rows.map(({ makerStands, madeAt, ...row }) => ({
    ...row,
    scopes: row.scopes as TokenScope[],
    madeAt: madeAt.toISOString(),
    state: tokenState({ endsOn: row.endsOn, makerStands }, at),
  }))
}

export async function countTokens(tx: Tx, owner: Owner): Promise<number> {
  const { total } = await tokensOf(tx, owner)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

export type NewToken = {
  readonly id: string
  readonly name: string
  readonly scopes: readonly TokenScope[]
  readonly endsOn: Day
  readonly token: string
}

/** The caller has locked its owner and journals it. */
export const addToken = (
  tx: Tx,
  owner: Owner,
  { token, scopes, ...of }: NewToken,
  { by, at }: { readonly by: string; readonly at: Date },
) =>
  tx
    .insertInto('apiTokens')
    .values({
      ...of,
      ...owner,
      nameFolded: foldText(of.name),
      scopes: [...scopes],
      hash: sha256(token),
      madeBy: by,
      madeAt: at,
    })
    .execute()

/** Refuses `not-found` where there is none of this owner's, or none any more; its name. */
export async function revokeToken(tx: Tx, owner: Owner, id: string, at: Date): Promise<string> {
  const gone = await tx
    .updateTable('apiTokens as t')
    .set({ revokedAt: at })
    .where('t.owner', '=', ownerName(owner))
    .where('t.id', '=', id)
    .where('t.revokedAt', 'is', null)
    .returning('t.name')
    .executeTakeFirst()
  if (!gone) throw new Refusal('not-found')
  return gone.name
}

/**
 * Behind a token that is still taken: its owner, and whoever made it; with it the standing of the employer at the school
 * that the address names. Null where it is none of ours, revoked or over, its maker may make none any more, or its school
 * is suspended.
 */
export const findByToken = (db: Db, token: string, school: string | undefined, at: Date) =>
  db
    .selectFrom('apiTokens as t')
    .innerJoin('users as u', 'u.id', 't.madeBy')
    .leftJoin('schools as s', 's.id', 't.schoolId')
    .leftJoin('employers as e', 'e.id', 't.employerId')
    .leftJoin('schools as there', (on) => on.on('there.id', '=', school ?? null))
    .leftJoin('admissions as ad', (on) =>
      on.on('ad.schoolId', '=', school ?? null).onRef('ad.employerId', '=', 't.employerId'),
    )
    .where('t.hash', '=', sha256(token))
    .where('t.revokedAt', 'is', null)
    .where('t.endsOn', '>=', dayInChina(at))
    .where('s.suspendedAt', 'is', null)
    .where(makerStands)
    .select(['t.id', 't.name', 't.scopes', 't.lastUsedOn', 't.employerId', 't.schoolId'])
    .select(['u.id as userId', 'u.login', 'u.language', 'u.portal', 'u.employerRole', 'u.staffRole'])
    .select(['s.name as schoolName', 's.nameEn as schoolNameEn', 'e.name as employerName'])
    .select(['there.suspendedAt as suspendedThere', 'ad.status as admission'])
    .executeTakeFirst()

/** Once a day: a request writes nothing else of its token. */
export const saveUsed = (db: Db, id: string, day: Day) =>
  db
    .updateTable('apiTokens')
    .set({ lastUsedOn: day })
    .where('id', '=', id)
    .where(({ or, eb }) => or([eb('lastUsedOn', 'is', null), eb('lastUsedOn', '<', day)]))
    .execute()
