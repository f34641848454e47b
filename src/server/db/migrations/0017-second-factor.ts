import { type Kysely, sql } from 'kysely'

/** A code beside the password: its secret, what of it was used, and which sessions have shown one. */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table second_factors (
    user_id      uuid primary key references users on delete cascade,
    secret       bytea not null,                     -- sealed
    begun_at     timestamptz not null,
    confirmed_at timestamptz,                        -- from then on it is asked for
    last_step    bigint not null default 0,          -- a code of the clock opens once (RFC 6238)
    recovery     bytea[] not null default '{}',      -- keyed hashes; a used one is gone
    constraint second_factors_confirmed_with_codes check (confirmed_at is not null or recovery = '{}')
  );
  alter table sessions add column passed_second boolean not null default false
`.execute(db)
