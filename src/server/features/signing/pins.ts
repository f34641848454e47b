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
export const hashPin = (secrets: Secrets, { userId, pin }: OwnPin, cost: Cost) =>
  hashPassword(withSecret(secrets, { userId, pin }), cost)
export const isPin = (secrets: Secrets, of: OwnPin, stored: string, cost: Cost) =>
  isPassword(withSecret(secrets, of), stored, cost)

type OwnPin = { readonly userId: string; readonly pin: string }
const withSecret = (secrets: Secrets, { userId, pin }: OwnPin) =>
  secrets.keyedHash('signing-pin', `${userId} ${pin}`).toString('base64url')

/** Set anew it is unlocked. */
export const savePin = (tx: Tx, userId: string, pinHash: string, at: Date) =>
  tx
    .insertInto('signingPins')
    .values({ userId, pinHash, setAt: at })
    .onConflict((on) => on.column('userId').doUpdateSet({ pinHash, setAt: at, wrong: 0 }))
    .execute()

/**
 * Takes one of the tries that are left, before it is known whether it is right: of any number at once, by whatever instances,
 * no more get one than there are. Null where there is none, or no PIN.
 */
export async function takeTry(db: Db, userId: string) {
  const taken = await db
    .updateTable('signingPins')
    .set((of) => ({ wrong: of('wrong', '+', 1) }))
    .where('userId', '=', userId)
    .where('wrong', '<', MOST_WRONG)
    .returning(['pinHash', 'wrong'])
    .executeTakeFirst()
  return taken ?? null
}

/** It was right: what was wrong before is forgotten, unless another PIN has been set meanwhile. */
export const forgetWrong = (db: Db, userId: string, pinHash: string) =>
  db
    .updateTable('signingPins')
    .set({ wrong: 0 })
    .where('userId', '=', userId)
    .where('pinHash', '=', pinHash)
    .execute()
