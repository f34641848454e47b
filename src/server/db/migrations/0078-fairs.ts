import { type Kysely, sql } from 'kysely'

/** 双选会: fairs of a school and the booths of their plans; what is held in venues may hold several (decision 68). */
export const up = (db: Kysely<unknown>) =>
  sql`
  alter table venue_bookings drop constraint venue_bookings_pkey, add primary key (school_id, id, venue_id);

  create table fairs (
    school_id    text not null references schools,
    id           uuid not null,
    short_id     text not null,
    status       text not null check (status in ('draft', 'announced', 'called_off')),
    version      integer not null default 1,
    content      jsonb not null,
    title_folded text not null,
    starts_at    timestamptz not null,
    ends_at      timestamptz not null,
    venue_ids    uuid[] not null,
    places       integer not null check (places > 0),
    -- How many students have signed up: of two who take the last place one is refused.
    signed_up    integer not null default 0,
    drafted_at   timestamptz not null,
    -- Of its last step.
    changed_at   timestamptz not null,
    reason       text,
    primary key (school_id, id),
    constraint fairs_once_at_an_address unique (school_id, short_id),
    constraint fairs_are_held_somewhere check (cardinality(venue_ids) > 0 and starts_at < ends_at),
    constraint fairs_have_places_enough check (signed_up between 0 and places)
  );
  create index fairs_by_time on fairs (school_id, starts_at desc, id desc);
  create index fairs_announced_by_time on fairs (school_id, starts_at, id) where status = 'announced';

  -- Each of a fair's plan that is not left out.
  create table fair_booths (
    school_id text not null,
    fair_id   uuid not null,
    booth     text not null check (booth ~ '^[A-Z][0-9]{2}$'),
    primary key (school_id, fair_id, booth),
    constraint fair_booths_of_fair foreign key (school_id, fair_id) references fairs (school_id, id)
  )
`.execute(db)
