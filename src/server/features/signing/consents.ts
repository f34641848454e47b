import { ELECTRONIC_FORM_EDITION } from '../../../domain/signing/consent.ts'
import type { Db, Tx } from '../../db/database.ts'

/** The newest edition that this person has agreed to; null for none. */
export async function findConsent(db: Db, userId: string): Promise<number | null> {
  const found = await db
    .selectFrom('electronicConsents')
    .where('userId', '=', userId)
    .select('edition')
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found?.edition ?? null
}

/** To the edition that holds now; asked again it is kept once. */
export const saveElectronicConsent = (tx: Tx, userId: string, at: Date) =>
  tx
    .insertInto('electronicConsents')
    .values({ userId, edition: ELECTRONIC_FORM_EDITION, agreedAt: at })
    .onConflict((on) => on.doNothing())
    .execute()
