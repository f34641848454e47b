import { type Kysely, sql } from 'kysely'

export const up = (db: Kysely<unknown>) =>
  sql`
    create table kept_answers (
      user_id     uuid not null references users on delete cascade,
      key         text not null,                   -- the client's own, by which it asks again
      part        integer not null,                -- of a batch, each of whose items is a transaction; else 0
      fingerprint bytea not null,                  -- keyed: a body may hold a password
      answer      jsonb not null,
      kept_at     timestamptz not null,
      constraint kept_answers_one_per_key primary key (user_id, key, part)
    );
    create index kept_answers_by_age on kept_answers (kept_at)
  `.execute(db)
