import { type Kysely, sql } from 'kysely'

/** A school's own templates of documents (decision 56): each version stays, and a document names the one that it was laid out by. */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table document_templates (
    school_id text not null references schools,
    kind      text not null check (kind in ('agreement')),
    version   integer not null check (version >= 1),
    source    text not null check (octet_length(source) between 1 and 262144),
    sha256    text not null,
    saved_by  uuid not null references users,
    saved_at  timestamptz not null,
    primary key (school_id, kind, version),
    constraint document_templates_hashed check (sha256 = encode(sha256(convert_to(source, 'UTF8')), 'hex')),
    constraint document_templates_kept_once unique (school_id, kind, sha256)
  );

  -- What documents are laid out by, from when on; no version: by ours.
  create table document_template_uses (
    school_id text not null references schools,
    kind      text not null check (kind in ('agreement')),
    number    integer not null check (number >= 1),
    version   integer,
    used_by   uuid not null references users,
    used_at   timestamptz not null,
    primary key (school_id, kind, number),
    constraint document_template_uses_version
      foreign key (school_id, kind, version) references document_templates (school_id, kind, version)
  );

  create function document_templates_stay() returns trigger language plpgsql as $$
  begin
    raise exception 'a template that was kept is never changed or removed' using errcode = 'restrict_violation';
  end $$;
  create trigger document_templates_stay before update or delete on document_templates
    for each row execute function document_templates_stay();
  create trigger document_template_uses_stay before update or delete on document_template_uses
    for each row execute function document_templates_stay();

  -- The version that it is laid out by: of what waits the one in use when it was ordered, of what is sealed the one that it was.
  alter table documents
    add column template_version integer,
    add constraint documents_template
      foreign key (school_id, kind, template_version) references document_templates (school_id, kind, version)
`.execute(db)
