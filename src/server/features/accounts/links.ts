import { randomBytes } from 'node:crypto'
import { linkLastsUntil } from '../../../domain/entry-link.ts'
import type { Db, Tx } from '../../db/database.ts'
import { sha256 } from '../../db/journal.ts'

/**
 * Makes the account's one link, in place of any before it. Returns its address, whose token is stored nowhere and stands after
 * `#`, where no server and no log sees it, and the last instant at which it opens.
 */
export async function makeLink(tx: Tx, userId: string, { baseUrl, at }: { baseUrl: string; at: Date }) {
  const token = randomBytes(32).toString('base64url')
  const link = { tokenHash: sha256(token), madeAt: at, expiresAt: linkLastsUntil(at) }
  await tx
    .insertInto('entryLinks')
    .values({ userId, ...link })
    .onConflict((conflict) => conflict.column('userId').doUpdateSet(link))
    .execute()
  return { link: `${baseUrl}/enter#${token}`, until: link.expiresAt.toISOString() }
}

export const dropLink = (tx: Tx, userId: string) =>
  tx.deleteFrom('entryLinks').where('userId', '=', userId).execute()

const linksWithAccounts = (db: Db, token: string) =>
  db
    .selectFrom('entryLinks as l')
    .innerJoin('users as u', 'u.id', 'l.userId')
    .leftJoin('schools as s', 's.id', 'u.schoolId')
    .where('l.tokenHash', '=', sha256(token))
    .select([
      'u.id as userId',
      'u.portal',
      'u.name',
      'u.login',
      'u.disabledAt',
      'l.expiresAt',
      's.id as schoolCode',
      's.name as schoolName',
      's.nameEn as schoolNameEn',
      's.suspendedAt',
    ])

export type LinkedAccount = NonNullable<Awaited<ReturnType<typeof findLink>>>

/** The account that a token opens; null for a token that is none any more. `EntryLink` says whether it still opens. */
export const findLink = async (db: Db, token: string) =>
  (await linksWithAccounts(db, token).executeTakeFirst()) ?? null

/** The same, and it is used by nobody else before this transaction ends. */
export const lockLink = async (tx: Tx, token: string) =>
  (await linksWithAccounts(tx, token).forUpdate(['l', 'u']).executeTakeFirst()) ?? null

/** Removes those that are over; answers how many. */
export async function sweepLinks(db: Db, at: Date): Promise<number> {
  const gone = await db.deleteFrom('entryLinks').where('expiresAt', '<=', at).executeTakeFirst()
  return Number(gone.numDeletedRows)
}
