import { sql } from 'kysely'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db } from '../../db/database.ts'

const WINDOW_MINUTES = 15
/** Per account name, existing or not; and per address, wide enough for a campus behind one. */
export const ATTEMPTS = { account: 5, address: 300 } as const

/**
 * Counts an attempt before it is tried, in the database, so that neither many addresses nor many instances
 * nor many at once get round it. Refuses with `locked-out` and the minutes to wait.
 */
export async function countAttempt(
  db: Db,
  kind: keyof typeof ATTEMPTS,
  name: string,
  at: Date,
): Promise<void> {
  const { rows } = await sql<{ count: number; startedAt: Date }>`
    insert into attempts as a (key, count, started_at) values (${`${kind}:${name}`}, 1, ${at})
    on conflict (key) do update set
      count = case when a.started_at < ${at}::timestamptz - make_interval(mins => ${WINDOW_MINUTES}) then 1 else a.count + 1 end,
      started_at = case when a.started_at < ${at}::timestamptz - make_interval(mins => ${WINDOW_MINUTES}) then ${at} else a.started_at end
    returning count, started_at
  `.execute(db)
  const { count, startedAt } = rows[0]!
  if (count > ATTEMPTS[kind]) {
    const over = startedAt.getTime() + WINDOW_MINUTES * 60_000
    throw new Refusal('locked-out', { minutes: Math.max(1, Math.ceil((over - at.getTime()) / 60_000)) })
  }
}

/** One that was right, where many are: looking up three hundred students is no guessing. */
export const takeBackAttempt = (db: Db, kind: keyof typeof ATTEMPTS, name: string) =>
  db
    .updateTable('attempts')
    .set((of) => ({ count: of('count', '-', 1) }))
    .where('key', '=', `${kind}:${name}`)
    .where('count', '>', 0)
    .execute()

export const forgetAttempts = (db: Db, kind: keyof typeof ATTEMPTS, name: string) =>
  db.deleteFrom('attempts').where('key', '=', `${kind}:${name}`).execute()

export const forgetAllAttempts = (db: Db) => db.deleteFrom('attempts').execute()
