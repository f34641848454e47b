import { type Kysely, sql } from 'kysely'

/** 接口令牌 of schools and employers (decision 87): of each only the hash is kept. */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table api_tokens (
    id           uuid primary key,
    employer_id  uuid references employers,
    school_id    text references schools,
    owner        text not null generated always as (coalesce('employer:' || employer_id::text, 'school:' || school_id)) stored,
    name         text not null,
    name_folded  text not null,
    hash         bytea not null check (octet_length(hash) = 32),
    scopes       text[] not null,
    made_by      uuid not null references users,      -- it goes no further than this person may
    made_at      timestamptz not null,
    ends_on      date not null,                       -- the last day in China on which it is taken
    last_used_on date,                                -- the day alone: a request writes it once a day
    revoked_at   timestamptz,
    constraint api_tokens_one_per_hash unique (hash),
    constraint api_tokens_of_one_owner check (num_nonnulls(employer_id, school_id) = 1),
    constraint api_tokens_last_a_year check (ends_on <= (made_at at time zone 'Asia/Shanghai')::date + 366),
    constraint api_tokens_are_for_something check (cardinality(scopes) > 0 and scopes <@ case when school_id is null
      then array['cases.read', 'recruiting.read', 'posts.prepare', 'invitations.prepare']
      else array['cases.read', 'students.read', 'figures.read', 'roster.prepare'] end)
  );
  create unique index api_tokens_one_per_name on api_tokens (owner, name_folded) where revoked_at is null
`.execute(db)
