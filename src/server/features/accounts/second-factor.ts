import { sql } from 'kysely'
import { Refusal } from '../../../domain/refusal.ts'
import { isStepFresh, RECOVERY_CODES, type SecondFactor } from '../../../domain/second-factor.ts'
import { plainCode } from '../../../domain/spoken-code.ts'
import type { Db, Tx } from '../../db/database.ts'
import { newCode } from '../../services/new-code.ts'
import type { Secrets } from '../../services/secrets.ts'
import { stepOf } from '../../services/totp.ts'
import { isRequired } from './sessions.ts'

/** Bound to its account: two may be given the same code. */
const hashesOf = (secrets: Secrets, userId: string, code: string) =>
  secrets.keyedHashes('recovery-code', `${userId}:${plainCode(code)}`)

const factors = (db: Db, userId: string) =>
  db
    .selectFrom('users as u')
    .leftJoin('schools as s', 's.id', 'u.schoolId')
    .leftJoin('secondFactors as f', 'f.userId', 'u.id')
    .where('u.id', '=', userId)
    .select(['f.confirmedAt', 'f.secret', 'f.lastStep', isRequired.as('required')])
    .select(sql<boolean>`f.authenticator_at is not null`.as('hasAuthenticator'))
    .select(sql<number>`coalesce(cardinality(f.recovery), 0)`.as('recoveryLeft'))
    .select(sql<number>`(select count(*)::int from passkeys p where p.user_id = u.id)`.as('passkeys'))

type Found = SecondFactor & {
  /** Sealed; null where no authenticator has been begun. */
  readonly secret: Buffer | null
  readonly lastStep: number
  readonly recoveryLeft: number
}
const present = (row: { readonly lastStep: string | number | null } & Omit<Found, 'lastStep'>): Found => ({
  ...row,
  lastStep: Number(row.lastStep ?? 0),
})

export const findSecondFactor = async (db: Db, userId: string): Promise<Found> =>
  present(await factors(db, userId).executeTakeFirstOrThrow())

/** The account, and its second factor, which nobody else changes before this transaction ends. */
export const lockSecondFactor = async (tx: Tx, userId: string): Promise<Found> =>
  present(await factors(tx, userId).forUpdate('u').executeTakeFirstOrThrow())

/** An authenticator: begun again it is another; one that is confirmed stays. */
export async function saveBegun(tx: Tx, userId: string, secret: Buffer, at: Date): Promise<void> {
  await tx
    .insertInto('secondFactors')
    .values({ userId, secret, begunAt: at })
    .onConflict((conflict) => conflict.column('userId').doUpdateSet({ secret, begunAt: at, lastStep: '0' }))
    .execute()
}

/** The step of a code of the authenticator that has not been taken yet; null for any other text. */
export function freshStep(
  secrets: Secrets,
  { secret, lastStep }: Found,
  code: string,
  at: Date,
): number | null {
  if (!secret) return null
  const step = stepOf(secrets.open(secret), code.replace(/\s/g, ''), at)
  return step !== null && isStepFresh(step, lastStep) ? step : null
}

/** Switches it on, and returns the codes for a lost device, which are stored nowhere. */
export async function switchOn(tx: Tx, secrets: Secrets, userId: string, at: Date): Promise<string[]> {
  await tx
    .insertInto('secondFactors')
    .values({ userId, confirmedAt: at })
    .onConflict((conflict) => conflict.column('userId').doUpdateSet({ confirmedAt: at }))
    .execute()
  return giveRecoveryCodes(tx, secrets, userId)
}

/** The authenticator has shown its first code, of this step: from now on its codes are taken. It is on before. */
export const saveAuthenticator = (tx: Tx, userId: string, step: number, at: Date) =>
  tx
    .updateTable('secondFactors')
    .set({ authenticatorAt: at, lastStep: String(step) })
    .where('userId', '=', userId)
    .execute()

export async function giveRecoveryCodes(tx: Tx, secrets: Secrets, userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newCode)
  const recovery = codes.map((code) => hashesOf(secrets, userId, code)[0]!)
  await tx.updateTable('secondFactors').set({ recovery }).where('userId', '=', userId).execute()
  return codes
}

/** Takes a code once, of the authenticator or for a lost telephone: of two who show the same, one is let in. */
export async function takeCode(
  db: Db,
  secrets: Secrets,
  { userId, code, at }: { userId: string; code: string; at: Date },
): Promise<boolean> {
  const found = await findSecondFactor(db, userId)
  const step = freshStep(secrets, found, code, at)
  const hashes = hashesOf(secrets, userId, code)
  const taken = await db
    .updateTable('secondFactors')
    .where('userId', '=', userId)
    .where('confirmedAt', 'is not', null)
    .$if(step !== null, (query) =>
      query
        .set({ lastStep: String(step) })
        .where('lastStep', '<', String(step))
        .where('authenticatorAt', 'is not', null)
        // Of the secret that the code was read by: it may have been taken away meanwhile, and another set up.
        .where('secret', '=', found.secret),
    )
    .$if(step === null, (query) =>
      query
        .set({
          recovery: sql<Buffer[]>`array(select h from unnest(recovery) h where h <> all(${hashes}::bytea[]))`,
        })
        .where(sql<boolean>`recovery && ${hashes}::bytea[]`),
    )
    .executeTakeFirst()
  return taken.numUpdatedRows > 0n
}

export const savePassed = (db: Db, sessionId: string) =>
  db.updateTable('sessions').set({ passedSecond: true }).where('id', '=', sessionId).execute()

/** It is asked for no more: authenticator and codes go, passkeys stay. */
export const switchOff = (tx: Tx, userId: string) =>
  tx.deleteFrom('secondFactors').where('userId', '=', userId).executeTakeFirst()

/** All kinds of it. Whether there was any, begun or confirmed. */
export async function forgetSecondFactor(tx: Tx, userId: string): Promise<boolean> {
  const { rows } = await sql`
    with asked as (delete from second_factors where user_id = ${userId} returning 1),
      keys as (delete from passkeys where user_id = ${userId} returning 1)
    select from asked union all select from keys
  `.execute(tx)
  return rows.length > 0
}

/** Refuses where there is none. */
export async function dropSecondFactor(tx: Tx, userId: string): Promise<void> {
  if (!(await forgetSecondFactor(tx, userId))) throw new Refusal('already-moved-on')
}
