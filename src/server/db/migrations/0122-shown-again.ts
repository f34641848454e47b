import { type Kysely, sql } from 'kysely'

/** When an employer whose verification was overdue was verified again: what it has published is new to whoever searches (decision 88). */
export const up = (db: Kysely<unknown>) =>
  sql`
  alter table admissions add column resumed_at timestamptz;
  create index admissions_resumed on admissions (school_id, resumed_at) where resumed_at is not null
`.execute(db)
