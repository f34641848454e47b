import { type Kysely, sql } from 'kysely'

/** The employer's seal after the review, minimum wages and tags of places (decision 42). */
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
  create index agreements_answer_due on agreements (answer_by, school_id, id) where answer_by is not null;

  -- Minimum wages (in fen, by the month) and what places are; a figure holds until another begins or its last month is over.
  create table place_facts (
    kind        text not null check (kind in ('minimum-wage', 'western', 'remote', 'grassroots')),
    region      text not null,
    region_kind text not null default 'region' check (region_kind = 'region'),
    since       text not null check (since ~ '^[12][0-9]{3}-(0[1-9]|1[0-2])$'),
    until       text check (until ~ '^[12][0-9]{3}-(0[1-9]|1[0-2])$'),
    amount      integer check (amount > 0),
    primary key (kind, region, since),
    constraint place_facts_region foreign key (region_kind, region) references codes (kind, code),
    constraint place_facts_months_in_order check (until >= since),
    constraint place_facts_wages_have_an_amount check ((kind = 'minimum-wage') = (amount is not null))
  )
`.execute(db)
