import { MOST_WRONG } from '../../../domain/signing/pin.ts'
import type { Db, Tx } from '../../db/database.ts'
import { type Cost, hashPassword, isPassword } from '../../services/password-hash.ts'
import type { Secrets } from '../../services/secrets.ts'

export type PinStanding = 'none' | 'set' | 'locked'

export async function findPinStanding(db: Db, userId: string): Promise<PinStanding> {
  const found = await db
    .selectFrom('signingPins')
    .where('userId', '=', userId)
    .select('wrong')
    .executeTakeFirst()
  if (!found) return 'none'
  return found.wrong >= MOST_WRONG ? 'locked' : 'set'
}

/**
 * As passwords are, with the site's secret in it and whose it is: there are a million PINs, and a copy of the database alone
 * would tell them all in a day.
 */
export const hashPin = (secrets: Secrets, of: OwnPin, cost: Cost) =>
  hashPassword(withSecrets(secrets, of)[0]!, cost)
export async function isPin(secrets: Secrets, of: OwnPin, stored: string, cost: Cost): Promise<boolean> {
  for (const one of withSecrets(secrets, of)) if (await isPassword(one, stored, cost)) return true
  return false
}

type OwnPin = { readonly userId: string; readonly pin: string }
const withSecrets = (secrets: Secrets, { userId, pin }: OwnPin) =>
  secrets.keyedHashes('signing-pin', `${userId} ${pin}`).map((hash) => hash.toString('base64url'))

/** Set anew it is unlocked. */
export const savePin = (tx: Tx, userId: string, pinHash: string, at: Date) =>
  tx
    .insertInto('signingPins')
    .values({ userId, pinHash, setAt: at })
    .onConflict((on) => on.column('userId').doUpdateSet({ pinHash, setAt: at, wrong: 0 }))
    .execute()

/** The PIN to judge a try by; null where none is set. */
export const findPin = async (db: Db, userId: string) =>
  (await db
    .selectFrom('signingPins')
    .where('userId', '=', userId)
    .select(['pinHash', 'wrong'])
    .executeTakeFirst()) ?? null

/**
 * Counts a try that was judged by this PIN, before anybody is told what it came to: how many are wrong in a row by now, none
 * after a right one. Of any number at once, by whatever instances, each is counted after the other, and of those after the
 * fifth wrong one nobody learns anything: null, as where another PIN has been set meanwhile. Whoever breaks off before this
 * has learned nothing either, so it costs no try.
 */
export async function countTry(
  tx: Tx,
  {
    userId,
    pinHash,
    isRight,
  }: { readonly userId: string; readonly pinHash: string; readonly isRight: boolean },
): Promise<number | null> {
  const counted = await tx
    .updateTable('signingPins')
    .set((of) => ({ wrong: isRight ? 0 : of('wrong', '+', 1) }))
    .where('userId', '=', userId)
    .where('pinHash', '=', pinHash)
    .where('wrong', '<', MOST_WRONG)
    .returning('wrong')
    .executeTakeFirst()
  return counted?.wrong ?? null
}
