import { type Kysely, sql } from 'kysely'

/** Rosters come as files: what one says is staged, shown, and entered as it was shown. */
export const up = (db: Kysely<unknown>) =>
  sql`
  alter table students add column more_cipher bytea; -- what else the roster says, sealed JSON by column (src/domain/roster)
  create index students_by_document on students (school_id, id_number_index);

  create table roster_headings (                     -- what a school has said that its files' headings mean
    school_id   text not null references schools,
    heading_key text not null,                       -- folded, as headings are compared
    means       text,                                -- a column of the roster; null: nothing is read from it
    primary key (school_id, heading_key)
  );

  create table roster_imports (
    school_id    text not null references schools,
    id           uuid not null,
    status       text not null check (status in
      ('reading', 'unclear', 'previewed', 'committed', 'cancelled', 'failed')),
    begun_by     uuid not null references users,
    begun_at     timestamptz not null,
    heard_at     timestamptz not null,               -- from the process that reads it: silent for long, it is gone
    ended_at     timestamptz,
    file_name    text not null,
    file_size    integer not null,
    file_sha256  text not null,
    rows_read    integer not null default 0,
    years        integer[] not null default '{}',    -- of graduation, that its rows name
    new_rows     integer not null default 0,
    changed_rows integer not null default 0,
    unchanged_rows integer not null default 0,
    faulty_rows  integer not null default 0,
    missing      integer not null default 0,         -- students of these years whom no row was about
    about_cipher bytea,                              -- its headings with examples, sealed JSON
    refusal      text,                               -- why it could not be read
    refusal_details jsonb,
    primary key (school_id, id),
    constraint roster_imports_end_once check ((status in ('reading', 'previewed')) = (ended_at is null)),
    constraint roster_imports_fail_for_a_reason check ((status = 'failed') = (refusal is not null))
  );
  -- What one person looks at is not changed under their eyes by what another uploads.
  create unique index roster_imports_one_open on roster_imports (school_id) where status in ('reading', 'previewed');
  create index roster_imports_of_school on roster_imports (school_id, begun_at desc, id desc);

  create table roster_import_rows (
    school_id    text not null,
    import_id    uuid not null,
    row          integer not null,                   -- as on the sheet
    standing     text not null check (standing in ('new', 'changed', 'unchanged', 'faulty')),
    number_key   text,                               -- the student number, folded; null where it cannot be read
    student_id   uuid,
    seen_version integer,                            -- of the student's row when it was compared
    seen_verified boolean,
    entry        jsonb,                              -- the columns of \`students\` that it enters or changes, in their form
    said_cipher  bytea not null,                     -- its cells, and what is wrong or changes, sealed JSON
    primary key (school_id, import_id, row),
    constraint roster_import_rows_import foreign key (school_id, import_id)
      references roster_imports (school_id, id) on delete cascade,
    constraint roster_import_rows_know_their_student check
      ((standing = 'faulty') = (student_id is null) and (standing in ('changed', 'unchanged')) = (seen_version is not null)),
    constraint roster_import_rows_enter_something check ((standing in ('new', 'changed')) = (entry is not null))
  );
  create index roster_import_rows_by_standing on roster_import_rows (school_id, import_id, standing, row);
  create index roster_import_rows_by_number on roster_import_rows (school_id, import_id, number_key)
`.execute(db)
