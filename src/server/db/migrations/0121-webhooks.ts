import { type Kysely, sql } from 'kysely'

/** 事件推送 of schools and employers, and what has become of each that was sent (decision 87). */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table webhooks (
    id            uuid primary key,
    employer_id   uuid references employers,
    school_id     text references schools,
    owner         text not null generated always as (coalesce('employer:' || employer_id::text, 'school:' || school_id)) stored,
    address       text not null,
    kinds         text[] not null,
    key           bytea not null,                  -- sealed
    former_key    bytea,                           -- sealed; signs beside the other for a while
    former_until  timestamptz,
    made_by       uuid not null references users,
    made_at       timestamptz not null,
    failing_since timestamptz,                     -- the first failure with nothing taken since
    off_at        timestamptz,
    off_reason    text check (off_reason in ('by-hand', 'failing', 'gone')),
    constraint webhooks_of_one_owner check (num_nonnulls(employer_id, school_id) = 1),
    constraint webhooks_off_for_a_reason check (num_nonnulls(off_at, off_reason) in (0, 2)),
    constraint webhooks_have_a_former_key_for_a_while check (num_nonnulls(former_key, former_until) in (0, 2)),
    constraint webhooks_are_told_of_something check (cardinality(kinds) > 0 and kinds <@ case when school_id is null
      then array['agreement.formed', 'agreement.effective', 'agreement.dissolved', 'application.received']
      else array['agreement.formed', 'agreement.effective', 'agreement.dissolved'] end),
    constraint webhooks_one_per_address unique (owner, address)
  );
  create index webhooks_of_school on webhooks (school_id) where off_at is null;
  create index webhooks_of_employer on webhooks (employer_id) where off_at is null;

  -- No personal data: what is sent is put together from this row alone.
  create table webhook_deliveries (
    id         uuid primary key,                   -- the receiver's webhook-id, however often it comes
    webhook_id uuid not null references webhooks on delete cascade,
    school_id  text not null references schools,   -- of the case
    kind       text not null,
    subject    text not null,
    number     text,
    at         timestamptz not null,               -- when it happened
    state      text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
    tries      integer not null default 0,
    tried_at   timestamptz,
    status     integer,                            -- null where nobody answered
    said       text check (length(said) <= 200)
  );
  create index webhook_deliveries_newest on webhook_deliveries (webhook_id, at desc, id desc);
  create index webhook_deliveries_by_age on webhook_deliveries (at)
`.execute(db)
