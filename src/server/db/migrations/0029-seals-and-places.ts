import { type Kysely, sql } from 'kysely'

/** The employer's seal after the review (decision 42). */
export const up = (db: Kysely<unknown>) =>
  sql`
  -- What it was sent under, and what comes of it is sealed under: {everyDays, times}; null where nothing is sealed.
  alter table invitations add column seal_rules jsonb;
  alter table agreements
    add column seal_rules jsonb,
    add column seal_by date,                       -- the last day in China before the school may end it unsealed
    add column seal_reminders text[] not null default '{}',
    add column sealed_at timestamptz,
    -- What no side has done by this day in China is the school's to decide.
    add column answer_by date generated always as (coalesce(fulfilment_answer_by, seal_by)) stored,
    drop constraint agreements_status_check,
    add constraint agreements_status_check check (status in
      ('in_review', 'returned', 'awaiting_seal', 'effective', 'rejected', 'cancelled', 'dissolved', 'fulfilled')),
    drop constraint agreements_wait_while_open,
    add constraint agreements_wait_while_open check
      ((status in ('in_review', 'returned', 'awaiting_seal') or fulfilment_by is not null) = (waiting_for is not null)),
    add constraint agreements_await_a_seal_until_a_day check ((status = 'awaiting_seal') = (seal_by is not null)),
    add constraint agreements_papers_are_sealed check (kind = 'online' or seal_rules is null),
    add constraint agreements_only_such_are_sealed check
      (seal_rules is not null or (status <> 'awaiting_seal' and sealed_at is null)),
    -- Nothing is in force, nor ever was, that its employer should have sealed and has not.
    add constraint agreements_in_force_once_sealed check (seal_rules is null or (sealed_at is null) = (effective_at is null));
  drop index agreements_fulfilment_due;
  create index agreements_answer_due on agreements (answer_by, school_id, id) where answer_by is not null
`.execute(db)
