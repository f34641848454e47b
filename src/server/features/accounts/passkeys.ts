import { v7 as uuidv7 } from 'uuid'
import { Refusal } from '../../../domain/refusal.ts'
import { isCopied } from '../../../domain/second-factor.ts'
import type { Db, Tx } from '../../db/database.ts'

export type Passkey = {
  readonly id: string
  readonly userId: string
  readonly credentialId: Buffer
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly string[]
  readonly name: string
}

const KEYS = [
  'p.id',
  'p.userId',
  'p.credentialId',
  'p.publicKey',
  'p.counter',
  'p.transports',
  'p.name',
] as const
const read = <R extends { counter: string | number }>(row: R) => ({ ...row, counter: Number(row.counter) })

/** One's own, the oldest first, wherever they were made. */
export const listPasskeys = (db: Db, userId: string) =>
  db
    .selectFrom('passkeys')
    .where('userId', '=', userId)
    .select(['id', 'name', 'host', 'synced', 'userAgent', 'madeAt', 'usedAt'])
    .orderBy('id')
    .execute()

/** Those of an account that work at this name. */
export async function listKeys(db: Db, userId: string, host: string): Promise<Passkey[]> {
  const rows = await db
    .selectFrom('passkeys as p')
    .where('p.userId', '=', userId)
    .where('p.host', '=', host)
    .select(KEYS)
    .execute()
  return rows.map(read)
}

/** Whose credential it is, at this name, and of which school they are; null where nobody's. */
export async function findByCredential(db: Db, credentialId: Buffer, host: string) {
  const row = await db
    .selectFrom('passkeys as p')
    .innerJoin('users as u', 'u.id', 'p.userId')
    .where('p.credentialId', '=', credentialId)
    .where('p.host', '=', host)
    .select(KEYS)
    .select(['u.portal', 'u.schoolId', 'u.studentId', 'u.employerId'])
    .executeTakeFirst()
  return row ? read(row) : null
}

export type NewPasskey = Omit<Passkey, 'id'> & {
  readonly host: string
  readonly synced: boolean
  readonly userAgent: string
}

export async function addPasskey(tx: Tx, { transports, ...of }: NewPasskey, at: Date): Promise<void> {
  await tx
    .insertInto('passkeys')
    .values({ ...of, id: uuidv7(), transports: [...transports], madeAt: at })
    .execute()
}

/**
 * It was used just now, and has counted so far. False where it counts backwards, also of two at once: then there are two
 * of it. Refuses one that has been removed meanwhile.
 */
export async function saveUsed(db: Db, { id, counter }: Passkey, shown: number, at: Date): Promise<boolean> {
  if (isCopied(counter, shown)) return false
  const used = await db
    .updateTable('passkeys')
    .set({ counter: String(shown), usedAt: at })
    .where('id', '=', id)
    .where((of) => of.or([of('counter', '<', String(shown)), of(of.val(shown), '=', 0)]))
    .executeTakeFirst()
  if (used.numUpdatedRows > 0n) return true
  const left = await db.selectFrom('passkeys').where('id', '=', id).select('id').executeTakeFirst()
  if (!left) throw new Refusal('passkey-refused')
  return false
}

/** Refuses one that is not there, or is somebody else's. */
export async function lockPasskey(tx: Tx, userId: string, id: string) {
  const found = await tx
    .selectFrom('passkeys')
    .where('id', '=', id)
    .where('userId', '=', userId)
    .select(['id', 'name'])
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new Refusal('not-found')
  return found
}

export const savePasskeyName = (tx: Tx, id: string, name: string) =>
  tx.updateTable('passkeys').set({ name }).where('id', '=', id).execute()

export const removePasskey = (tx: Tx, id: string) => tx.deleteFrom('passkeys').where('id', '=', id).execute()

export const removePasskeysOf = (tx: Tx, userId: string) =>
  tx.deleteFrom('passkeys').where('userId', '=', userId).executeTakeFirst()
