import { dayInChina } from '../../domain/day.ts'
import { inTransaction, type Tx } from '../db/database.ts'
import { CLOCK } from '../db/journal.ts'
import { escalateDissolutions } from '../features/dissolutions/escalation.ts'
import { removeUnused } from '../features/evidence/removal.ts'
import { expireInvitations } from '../features/invitations/queries.ts'
import type { Services } from '../services/services.ts'

const AT_ONCE = 200

type Sweeping = Pick<Services, 'db' | 'now' | 'jobs' | 'files'>

/**
 * Journals what the clock has ended, and removes files that nobody used. Nothing depends on its having run (R4), and any
 * number of instances may run it. Answers how much there was to do.
 */
export async function sweep({ db, now, jobs, files }: Sweeping): Promise<number> {
  const at = now()
  const expired = await untilDone(db, (tx) => expireInvitations(tx, jobs, dayInChina(at), at, CLOCK, AT_ONCE))
  const escalated = await untilDone(db, (tx) => escalateDissolutions(tx, jobs, at, AT_ONCE))
  return expired + escalated + (await removeUnused({ db, files }, at))
}

async function untilDone(db: Sweeping['db'], some: (tx: Tx) => Promise<number>): Promise<number> {
  for (let all = 0; ; ) {
    const done = await inTransaction(db, some)
    all += done
    if (done < AT_ONCE) return all
  }
}
