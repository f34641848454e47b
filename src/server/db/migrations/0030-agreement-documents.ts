import { type Kysely, sql } from 'kysely'

/** 就业协议书 as a sealed PDF: ordered by the review that certifies, made once, and never another. */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table seal_certificates (
    fingerprint text primary key check (fingerprint ~ '^[0-9a-f]{64}$'),
    der         bytea not null,
    is_own      boolean not null,
    first_used  timestamptz not null
  );
  -- Several instances seal by one key, or a reader would have to trust several that nobody vouches for.
  create unique index seal_certificates_one_of_our_own on seal_certificates (is_own) where is_own;

  create table agreement_documents (
    school_id    text not null,
    agreement_id uuid not null,
    version      integer not null,      -- of the agreement, as it was certified
    ordered_at   timestamptz not null,
    attempt      uuid,                  -- names the file that is being made, so that one left behind is found
    given_up_at  timestamptz,           -- tried for hours; the next start tries again
    given_up_for text,
    content      jsonb,                 -- what it says, as it was set
    file         uuid,
    size         integer check (size > 0),
    sha256       text check (sha256 ~ '^[0-9a-f]{64}$'),
    certificate  text references seal_certificates,
    is_stamped   boolean,
    sealed_at    timestamptz,
    primary key (school_id, agreement_id, version),
    constraint agreement_documents_agreement
      foreign key (school_id, agreement_id) references agreements (school_id, id),
    constraint agreement_documents_sealed_whole
      check (num_nulls(content, file, size, sha256, certificate, is_stamped, sealed_at) in (0, 7)),
    constraint agreement_documents_given_up_or_sealed check (given_up_at is null or sealed_at is null),
    constraint agreement_documents_given_up_for check ((given_up_at is null) = (given_up_for is null))
  );
  create index agreement_documents_waiting on agreement_documents (ordered_at) where sealed_at is null;

  create function agreement_documents_stay() returns trigger language plpgsql as $$
  begin
    if old.sealed_at is not null then
      raise exception 'a sealed document is never changed or removed' using errcode = 'restrict_violation';
    end if;
    return coalesce(new, old);
  end $$;
  create trigger agreement_documents_stay before update or delete on agreement_documents
    for each row execute function agreement_documents_stay();

  -- What was certified before there were seals is sealed too, by the next start.
  insert into agreement_documents (school_id, agreement_id, version, ordered_at)
  select school_id, id, version, effective_at from agreements where effective_at is not null;
`.execute(db)
