import { type Kysely, sql } from 'kysely'

/** 宣讲会: talks that employers hold at schools (decision 64). */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table talks (
    school_id     text not null references schools,
    id            uuid not null,
    employer_id   uuid not null references employers,
    short_id      text not null,
    status        text not null check
      (status in ('requested', 'handed_back', 'turned_down', 'scheduled', 'withdrawn', 'cancelled')),
    version       integer not null default 1,
    content       jsonb not null,
    title_folded  text not null,
    venue_id      uuid,
    starts_at     timestamptz,
    ends_at       timestamptz,
    places        integer,
    -- How many have signed up: of two who take the last place one is refused.
    signed_up     integer not null default 0,
    requested_at  timestamptz not null,
    waiting_since timestamptz not null,
    -- Of its last step.
    changed_at    timestamptz not null,
    waiting_for   text generated always as (case when status = 'requested' then 'school' end) stored,
    reason        text,
    ground        text check (ground in ('no-venue', 'not-for-graduates', 'unlawful', 'untrue', 'other')),
    primary key (school_id, id),
    constraint talks_once_at_an_address unique (school_id, short_id),
    constraint talks_in_a_venue foreign key (school_id, venue_id) references venues (school_id, id),
    constraint talks_are_held_somewhere check
      (status <> 'scheduled' or (venue_id is not null and starts_at < ends_at and places > 0)),
    constraint talks_have_places_enough check (signed_up between 0 and coalesce(places, 0)),
    constraint talks_are_turned_down_for_a_ground check ((status = 'turned_down') = (ground is not null))
  );
  create index talks_of_employer on talks (employer_id, requested_at desc, id desc);
  create index talks_by_request on talks (school_id, requested_at desc, id desc);
  create index talks_waiting on talks (school_id, waiting_since, id) where waiting_for is not null;
  create index talks_by_time on talks (school_id, starts_at, id) where status = 'scheduled';
  create index talks_of_employer_by_time on talks (school_id, employer_id, starts_at) where status = 'scheduled'
`.execute(db)
