import { type Kysely, sql } from 'kysely'

/**
 * One Merkle tree over all lines of the journal (RFC 9162), and what was signed of it. Tables of the platform and not of
 * schools: a tree has one order, and what a school could cut off for itself alone would be worth nothing to the others.
 */
export const up = (db: Kysely<unknown>) =>
  sql`
  -- From where somebody acted: the entry has only its hash, with a salt, so that a line can be shown without it.
  alter table journal add column origin jsonb;

  -- Lines that are not in the tree yet, put here with the line itself: whatever order transactions commit in, none is missed.
  create table journal_pending (
    school_id text not null,
    subject   text not null,
    seq       integer not null,
    primary key (school_id, subject, seq)
  );
  insert into journal_pending (school_id, subject, seq) select school_id, subject, seq from journal;

  create table journal_leaves (
    position  bigint primary key check (position >= 0),
    school_id text not null,
    subject   text not null,
    seq       integer not null,
    hash      bytea not null check (octet_length(hash) = 32),    -- SHA-256(0 || the line's own hash)
    constraint journal_leaves_one_per_line unique (school_id, subject, seq),
    constraint journal_leaves_one_per_hash unique (hash)
  );
  create table journal_tiles (
    level  smallint not null check (level >= 0),
    nth    bigint not null check (nth >= 0),
    hashes bytea not null check (octet_length(hashes) % 32 = 0 and octet_length(hashes) between 32 and 8192),
    primary key (level, nth)
  );
  create table checkpoint_keys (
    id         integer primary key generated always as identity,
    text       text not null,               -- the public key, as it is published
    key_cipher bytea not null,
    made_at    timestamptz not null,
    retired_at timestamptz,                 -- signs beside the one that took its place
    constraint checkpoint_keys_one_per_key unique (text)
  );
  create unique index checkpoint_keys_one_in_use on checkpoint_keys ((true)) where retired_at is null;
  create table journal_checkpoints (
    size  bigint primary key check (size > 0),
    root  bytea not null check (octet_length(root) = 32),
    at    timestamptz not null,
    key   text not null references checkpoint_keys (text),
    note  text not null
  );

  create function transparency_stays() returns trigger language plpgsql as $$
  begin
    raise exception '% is never changed or removed', tg_table_name using errcode = 'restrict_violation';
  end $$;
  create trigger journal_leaves_stay before update or delete on journal_leaves
    for each row execute function transparency_stays();
  create trigger journal_checkpoints_stay before update or delete on journal_checkpoints
    for each row execute function transparency_stays();
  create trigger journal_tiles_stay before delete on journal_tiles
    for each row execute function transparency_stays();
  -- A tile only grows.
  create trigger journal_tiles_grow before update on journal_tiles
    for each row when (substring(new.hashes for octet_length(old.hashes)) is distinct from old.hashes
      or (new.level, new.nth) is distinct from (old.level, old.nth))
    execute function transparency_stays();
`.execute(db)
