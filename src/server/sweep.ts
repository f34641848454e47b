import { dayInChina } from '../domain/day.ts'
import { inTransaction } from './db/database.ts'
import { CLOCK } from './db/journal.ts'
import { expireInvitations } from './features/invitations/queries.ts'
import type { Services } from './services.ts'

const AT_ONCE = 200

/** Journals what the clock has ended. Nothing depends on its having run (R4), and any number of instances may run it. */
export async function sweep({ db, now }: Pick<Services, 'db' | 'now'>): Promise<number> {
  let ended = 0
  for (;;) {
    const at = now()
    const some = await inTransaction(db, (tx) => expireInvitations(tx, dayInChina(at), at, CLOCK, AT_ONCE))
    ended += some
    if (some < AT_ONCE) return ended
  }
}
