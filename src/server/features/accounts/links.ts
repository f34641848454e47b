import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type LinkWay, linkLastsUntil } from '../../../domain/entry-link.ts'
import type { Db, Tx } from '../../db/database.ts'
import { sha256 } from '../../db/journal.ts'

export type Making = {
  readonly baseUrl: string
  readonly at: Date
  /** Who gives it; null for whoever has the machine, and for one that is mailed. */
  readonly by: string | null
  readonly way?: LinkWay
}

/**
 * Makes the account's one link of its way, in place of any before it: what a stranger has had mailed takes no link away
 * that somebody was given. Returns its address, whose token is stored nowhere and stands after
 * `#`, where no server and no log sees it, and the last instant at which it opens.
 */
export async function makeLink(tx: Tx, userId: string, { baseUrl, at, by, way = 'given' }: Making) {
  const token = randomBytes(32).toString('base64url')
  const link = { tokenHash: sha256(token), madeAt: at, expiresAt: linkLastsUntil(at, way), madeBy: by }
  await tx
    .insertInto('entryLinks')
    .values({ userId, mailed: way === 'mailed', ...link })
    .onConflict((conflict) => conflict.columns(['userId', 'mailed']).doUpdateSet(link))
    .execute()
  return { link: `${baseUrl}/enter#${token}`, until: link.expiresAt.toISOString() }
}

/** Those of the account, whatever their way. */
export const dropLinks = (tx: Tx, userId: string) =>
  tx.deleteFrom('entryLinks').where('userId', '=', userId).execute()

/** Those that somebody has given who may give none any more, or not the same: they may have kept what was in them. */
export const dropLinksGivenBy = (tx: Tx, userId: string) =>
  tx.deleteFrom('entryLinks').where('madeBy', '=', userId).execute()

const linksWithAccounts = (db: Db, token: string) =>
  db
    .selectFrom('entryLinks as l')
    .innerJoin('users as u', 'u.id', 'l.userId')
    .leftJoin('schools as s', 's.id', 'u.schoolId')
    .leftJoin('employers as e', 'e.id', 'u.employerId')
    .where('l.tokenHash', '=', sha256(token))
    .select([
      'u.id as userId',
      'u.portal',
      'u.name',
      'u.login',
      'u.disabledAt',
      'u.studentId',
      'l.mailed',
      sql<boolean>`u.password_hash is not null`.as('begun'),
      'l.expiresAt',
      's.id as schoolCode',
      's.name as schoolName',
      's.nameEn as schoolNameEn',
      's.suspendedAt',
      'e.id as employerId',
      'e.name as employerName',
    ])

export type LinkedAccount = NonNullable<Awaited<ReturnType<typeof findLink>>>

/** The account that a token opens; null for a token that is none any more. `EntryLink` says whether it still opens. */
export const findLink = async (db: Db, token: string) =>
  (await linksWithAccounts(db, token).executeTakeFirst()) ?? null

/** The same, and it is used by nobody else before this transaction ends. The account first, as whoever closes it has it. */
export const lockLink = async (tx: Tx, token: string) =>
  (await linksWithAccounts(tx, token).forUpdate(['u', 'l']).executeTakeFirst()) ?? null

/** Removes those that are over; answers how many. */
export async function sweepLinks(db: Db, at: Date): Promise<number> {
  const gone = await db.deleteFrom('entryLinks').where('expiresAt', '<=', at).executeTakeFirst()
  return Number(gone.numDeletedRows)
}
