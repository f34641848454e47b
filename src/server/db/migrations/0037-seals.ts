import { type Kysely, sql } from 'kysely'

/** 印章图样: pictures of seals, of employers and schools. Each choice is a version that stays; what was signed or sealed names its own. */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table seals (
    id          uuid primary key,
    employer_id uuid references employers,
    school_id   text references schools,
    owner       text not null generated always as (coalesce('employer:' || employer_id::text, 'school:' || school_id)) stored,
    version     integer not null check (version >= 1),
    made        text not null check (made in ('uploaded', 'drawn', 'none')),
    name        text,                                -- that a drawn one bears
    media_type  text,
    picture     bytea,
    sha256      text check (sha256 ~ '^[0-9a-f]{64}$'),
    set_by      uuid not null references users,
    set_at      timestamptz not null,
    constraint seals_of_one_owner check (num_nonnulls(employer_id, school_id) = 1),
    constraint seals_whole check (
      num_nonnulls(media_type, picture, sha256) = case made when 'none' then 0 else 3 end
      and (name is not null) = (made = 'drawn')
      and media_type is not distinct from (case made when 'uploaded' then 'image/png' when 'drawn' then 'image/svg+xml' end)),
    constraint seals_small check (octet_length(picture) <= 262144),
    constraint seals_hashed check (sha256 is null or sha256 = encode(sha256(picture), 'hex')),
    constraint seals_one_of_each_version unique (owner, version)
  );

  create function seals_stay() returns trigger language plpgsql as $$
  begin
    raise exception 'a seal that was set is never changed or removed' using errcode = 'restrict_violation';
  end $$;
  create trigger seals_stay before update or delete on seals for each row execute function seals_stay();

  -- The employer's, in use when one of its members signed; the school's, in use when the document was ordered.
  alter table signatures add column seal_id uuid references seals;
  alter table documents add column seal_id uuid references seals
`.execute(db)
