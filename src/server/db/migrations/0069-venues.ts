import { type Kysely, sql } from 'kysely'

/** 场地: where a school holds its events, and what is held where and when (decision 64). */
export const up = (db: Kysely<unknown>) =>
  sql`
  -- Equality beside overlap in one index.
  create extension if not exists btree_gist;

  create table venues (
    school_id     text not null references schools,
    id            uuid not null,
    name          text not null,
    name_en       text not null,
    place         text not null,
    place_en      text not null,
    capacity      integer not null check (capacity > 0),
    setup_minutes integer not null check (setup_minutes between 0 and 240),
    -- Monday to Sunday: from when until when it is open, or null.
    hours         jsonb not null check (jsonb_array_length(hours) = 7),
    retired_at    timestamptz,
    version       integer not null default 1,
    primary key (school_id, id)
  );
  create unique index venues_once_by_name on venues (school_id, name) where retired_at is null;

  -- One table for whatever is held in venues: what two of them may not share is here.
  create table venue_bookings (
    school_id text not null,
    -- Of the event.
    id        uuid not null,
    venue_id  uuid not null,
    title     text not null,
    -- With the time to set up.
    held_from timestamptz not null,
    starts_at timestamptz not null,
    ends_at   timestamptz not null,
    primary key (school_id, id),
    constraint venue_bookings_of_venue foreign key (school_id, venue_id) references venues (school_id, id),
    constraint venue_bookings_forwards check (held_from <= starts_at and starts_at < ends_at),
    constraint venue_bookings_one_at_a_time exclude using gist
      (school_id with =, venue_id with =, tstzrange(held_from, ends_at) with &&)
  );
  create index venue_bookings_by_time on venue_bookings (school_id, starts_at)
`.execute(db)
