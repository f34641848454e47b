import { sql } from 'kysely'
import type { Db, Tx } from './database.ts'

/** A reader that stands still for so long is cut off: what it holds open keeps the database from tidying up. */
const LONGEST_PAUSE = '10min'

/** All that `work` reads is as it was at one instant, instants are written as in China, and nothing can be changed. */
export const atOneInstant = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      await sql`select set_config('TimeZone', 'Asia/Shanghai', true),
        set_config('idle_in_transaction_session_timeout', ${LONGEST_PAUSE}, true)`.execute(tx)
      return work(tx)
    })
