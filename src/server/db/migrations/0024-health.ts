import { type Kysely, sql } from 'kysely'

/** What an operator sees of the platform: which processes serve it, and what the daily check found. */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table instances (
    id         uuid primary key,
    host       text not null,
    version    text not null,
    started_at timestamptz not null,
    seen_at    timestamptz not null,
    constraint instances_seen_after_start check (seen_at >= started_at)
  );
  create table daily_checks (
    id             bigint generated always as identity primary key,
    began_at       timestamptz not null,
    ended_at       timestamptz not null,
    journal_lines  bigint not null check (journal_lines >= 0),
    journal_faults bigint not null check (journal_faults >= 0),
    files          bigint not null check (files >= 0),
    file_bytes     bigint not null check (file_bytes >= 0),
    database_bytes bigint not null check (database_bytes >= 0),
    constraint daily_checks_end_after_begin check (ended_at >= began_at)
  );
  create index daily_checks_by_time on daily_checks (began_at desc);
  -- Copies that are on their way or never will be: few among all, and asked for by the platform.
  create index notifications_mail_open on notifications (mail, at) where mail in ('queued', 'failed')
`.execute(db)
