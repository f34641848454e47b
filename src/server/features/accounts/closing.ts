import type { Tx } from '../../db/database.ts'
import { dropLinks, dropLinksGivenBy } from './links.ts'
import { endSessionsOf } from './sessions.ts'

/**
 * An account that gets in no more, at once: not by a session, nor by a link of its own or one that it gave to others. Whoever
 * was a member of an employer has no role there any more.
 */
export async function closeAccount(tx: Tx, userId: string, at: Date): Promise<void> {
  await tx
    .updateTable('users')
    .set((of) => ({ disabledAt: at, employerRole: null, version: of('version', '+', 1) }))
    .where('id', '=', userId)
    .execute()
  await dropLinks(tx, userId)
  await dropLinksGivenBy(tx, userId)
  await endSessionsOf(tx, userId)
}
