import { type Kysely, sql } from 'kysely'

/** Templates of exports (decision 75): each version stays, for the journal names by which one a file was made. */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table export_templates (
    school_id text not null references schools,
    id        uuid not null,
    name      text not null check (name <> ''),
    name_key  text not null,
    version   integer not null check (version >= 1),
    ended_at  timestamptz,
    primary key (school_id, id)
  );
  create unique index export_templates_once_by_name on export_templates (school_id, name_key) where ended_at is null;

  create table export_template_versions (
    school_id   text not null,
    template_id uuid not null,
    version     integer not null check (version >= 1),
    columns     jsonb not null check (jsonb_array_length(columns) between 1 and 150),
    saved_by    uuid not null references users,
    saved_at    timestamptz not null,
    primary key (school_id, template_id, version),
    foreign key (school_id, template_id) references export_templates (school_id, id)
  );
  -- A template has the columns of its version, from the first on.
  alter table export_templates add constraint export_templates_current
    foreign key (school_id, id, version) references export_template_versions (school_id, template_id, version)
    deferrable initially deferred;

  create function export_versions_stay() returns trigger language plpgsql as $$
  begin
    raise exception 'a version of a template is never changed or removed' using errcode = 'restrict_violation';
  end $$;
  create trigger export_versions_stay before update or delete on export_template_versions
    for each row execute function export_versions_stay()
`.execute(db)
