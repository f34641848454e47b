import { type Kysely, sql } from 'kysely'

/** 核验码: by which somebody outside looks whether an agreement is as they were told. */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table verification_codes (
    school_id    text not null,
    id           uuid not null,
    agreement_id uuid not null,
    side         text not null check (side in ('document', 'student', 'employer', 'school')),
    version      integer,          -- of the agreement, whose document bears the code
    code_hash    bytea not null,   -- found by it
    code_cipher  bytea not null,   -- printed and shown from it
    made_at      timestamptz not null,
    made_by      uuid references users,
    purpose      text check (purpose <> ''),
    ends_on      date,             -- the last day in China
    closed_at    timestamptz,
    primary key (school_id, id),
    constraint verification_codes_agreement
      foreign key (school_id, agreement_id) references agreements (school_id, id),
    -- What is printed cannot be taken back; whatever somebody makes has a purpose and an end.
    constraint verification_codes_printed
      check ((side = 'document') = (version is not null) and (side <> 'document' or closed_at is null)),
    constraint verification_codes_owned
      check (num_nulls(made_by, purpose, ends_on) = case side when 'document' then 3 else 0 end)
  );
  create unique index verification_codes_one_agreement_each on verification_codes (code_hash);
  create unique index verification_codes_one_per_document on verification_codes (school_id, agreement_id, version)
    where side = 'document';
  create index verification_codes_of_agreement on verification_codes (school_id, agreement_id);

  -- Who looked is nobody's to know: a day, and a part of the network that thousands share.
  create table verification_looks (
    school_id text not null,
    code_id   uuid not null,
    day       date not null,
    way       text not null check (way in ('address', 'typed', 'file')),
    origin    text not null,
    count     integer not null check (count > 0),
    last_at   timestamptz not null,
    primary key (school_id, code_id, day, way, origin),
    constraint verification_looks_code
      foreign key (school_id, code_id) references verification_codes (school_id, id)
  );

  -- A file is known by what it is.
  create index documents_by_content on agreement_documents (sha256) where sha256 is not null;
`.execute(db)
