import { type Kysely, sql } from 'kysely'

/** Which steps of reminders have been told is looked up by the steps, whoever was told. */
export const up = (db: Kysely<unknown>) =>
  sql`
  drop index notifications_once;
  create unique index notifications_once on notifications (dedupe, user_id) where dedupe is not null
`.execute(db)
