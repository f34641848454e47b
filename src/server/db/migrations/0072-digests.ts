import { type Kysely, sql } from 'kysely'

/** What has come for a saved search is told once a day or a week (decision 65). */
export const up = (db: Kysely<unknown>) =>
  sql`
  alter table saved_searches
    add column digest text not null default 'off' check (digest in ('off', 'daily', 'weekly')),
    -- When it is due next; null where it is off.
    add column digest_at timestamptz,
    -- Up to which instant posts were told of; null before the first.
    add column told_until timestamptz,
    add constraint saved_searches_are_due_unless_off check ((digest = 'off') = (digest_at is null));
  create index saved_searches_due on saved_searches (school_id, digest_at) where digest_at is not null
`.execute(db)
