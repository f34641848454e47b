import { type Kysely, sql } from 'kysely'

/** Terms that an employer keeps under names, and invitations that come as a spreadsheet: checked row by row, then sent. */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table term_templates (
    employer_id uuid not null references employers,
    id          uuid not null,
    name        text not null,
    name_folded text not null,                       -- as names are compared
    terms       jsonb not null,                      -- what is left open is not there
    answer_days integer check (answer_days between 1 and 366),
    saved_by    uuid not null references users,
    saved_at    timestamptz not null,
    primary key (employer_id, id),
    constraint term_templates_one_per_name unique (employer_id, name_folded)
  );

  create table invitation_batches (
    school_id    text not null references schools,
    id           uuid not null,
    employer_id  uuid not null references employers,
    status       text not null check (status in
      ('reading', 'unclear', 'checked', 'sending', 'sent', 'cancelled', 'failed')),
    begun_by     uuid not null references users,
    begun_at     timestamptz not null,
    heard_at     timestamptz not null,               -- from the process that reads or sends it: silent for long, it is gone
    run          uuid,                               -- which process sends it: whoever goes on takes its place
    ended_at     timestamptz,
    file_name    text not null,
    file_size    integer not null,
    rows_read    integer not null default 0,
    right_rows   integer not null default 0,         -- still to be sent
    faulty_rows  integer not null default 0,
    sent_rows    integer not null default 0,
    refused_rows integer not null default 0,         -- right when they were checked, and no more when they were to be sent
    about_cipher bytea,                              -- its headings, sealed JSON
    refusal      text,                               -- why it could not be read
    refusal_details jsonb,
    primary key (school_id, id),
    constraint invitation_batches_end_once check ((status in ('reading', 'checked', 'sending')) = (ended_at is null)),
    constraint invitation_batches_fail_for_a_reason check ((status = 'failed') = (refusal is not null)),
    constraint invitation_batches_run_while_sending check (status <> 'sending' or run is not null),
    constraint invitation_batches_sent_whole check (status <> 'sent' or right_rows = 0),
    constraint invitation_batches_never_negative check (right_rows >= 0)
  );
  -- What is not sent yet is one file a person: the next takes its place.
  create unique index invitation_batches_one_open on invitation_batches (begun_by) where status in ('reading', 'checked');
  create index invitation_batches_of_employer on invitation_batches (employer_id, begun_at desc, id desc);

  create table invitation_batch_rows (
    school_id     text not null,
    batch_id      uuid not null,
    row           integer not null,                  -- as on the sheet
    standing      text not null check (standing in ('right', 'faulty', 'sent', 'refused')),
    student_id    uuid,
    invitation_id uuid,                              -- the one that it becomes: its primary key is why no row is sent twice
    respond_by    date,
    terms         jsonb,
    said_cipher   bytea not null,                    -- its cells, and what is wrong, sealed JSON
    refusal       text,                              -- why it was not sent after all
    refusal_details jsonb,
    primary key (school_id, batch_id, row),
    constraint invitation_batch_rows_batch foreign key (school_id, batch_id)
      references invitation_batches (school_id, id) on delete cascade,
    constraint invitation_batch_rows_become_one unique (school_id, invitation_id),
    constraint invitation_batch_rows_know_what_they_send check
      ((standing = 'faulty') = (student_id is null) and (standing = 'faulty') = (invitation_id is null)
        and (standing = 'faulty') = (respond_by is null) and (standing = 'faulty') = (terms is null)),
    constraint invitation_batch_rows_refused_for_a_reason check ((standing = 'refused') = (refusal is not null))
  );
  create index invitation_batch_rows_by_standing on invitation_batch_rows (school_id, batch_id, standing, row)
`.execute(db)
