import { type Kysely, sql } from 'kysely'

/** The file for an audit (decision 80): employers that the school has noted as deregistered, and who has signed which content. */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table deregistrations (
    school_id       text not null references schools,
    employer_id     uuid not null references employers,
    deregistered_on date not null,
    read_from       text not null check (read_from <> ''),   -- where the school has read it
    noted_by        uuid not null,
    noted_at        timestamptz not null,
    primary key (school_id, employer_id)
  );

  create table audit_signings (
    school_id       text not null references schools,
    id              uuid not null,
    graduation_year integer not null,
    topics          jsonb not null,                          -- of each topic how many rows, and their SHA-256
    hash            text not null check (hash ~ '^[0-9a-f]{64}$'),
    signed_by       uuid not null,
    signatory       text not null check (signatory <> ''),
    signatory_position text not null check (signatory_position <> ''),
    signed_at       timestamptz not null,
    primary key (school_id, id),
    -- What was signed once is not signed again.
    constraint audit_signings_once unique (school_id, graduation_year, hash)
  );
  create index audit_signings_latest on audit_signings (school_id, graduation_year, signed_at desc);
  create function audit_signings_stay() returns trigger language plpgsql as $$
    begin
      raise exception 'what was signed is never changed or removed' using errcode = 'restrict_violation';
    end $$;
  create trigger audit_signings_stay before update or delete on audit_signings
    for each row execute function audit_signings_stay()
`.execute(db)
