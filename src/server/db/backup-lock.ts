import { sql } from 'kysely'
import { type Db, inTransaction, type Tx } from './database.ts'

/** Held alone by whoever makes a back-up, from before its instant until every file of that instant is in it. */
export const BACKUP_LOCK = 7_262_027

/**
 * Removes stored files, unless a back-up is being made that may have their rows: then nothing is done, and the sweep comes back
 * for what is marked to be removed. Answers whether it was done.
 */
export const unlessBackedUp = (db: Db, remove: (tx: Tx) => Promise<unknown>): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    const { rows } = await sql<{ free: boolean }>`
      select pg_try_advisory_xact_lock_shared(${BACKUP_LOCK}) as free`.execute(tx)
    const { free } = rows[0]!
    if (free) await remove(tx)
    return free
  })
