import { dayInChina } from '../domain/day.ts'
import { inTransaction, type Tx } from './db/database.ts'
import { CLOCK } from './db/journal.ts'
import { escalateDissolutions } from './features/dissolutions/escalation.ts'
import { expireInvitations } from './features/invitations/queries.ts'
import type { Services } from './services.ts'

const AT_ONCE = 200

type Sweeping = Pick<Services, 'db' | 'now' | 'jobs'>

/** Journals what the clock has ended. Nothing depends on its having run (R4), and any number of instances may run it. */
export async function sweep({ db, now, jobs }: Sweeping): Promise<number> {
  const ended = await untilDone(db, (tx) => {
    const at = now()
    return expireInvitations(tx, jobs, dayInChina(at), at, CLOCK, AT_ONCE)
  })
  return ended + (await untilDone(db, (tx) => escalateDissolutions(tx, jobs, now(), AT_ONCE)))
}

async function untilDone(db: Sweeping['db'], some: (tx: Tx) => Promise<number>): Promise<number> {
  for (let all = 0; ; ) {
    const done = await inTransaction(db, some)
    all += done
    if (done < AT_ONCE) return all
  }
}
