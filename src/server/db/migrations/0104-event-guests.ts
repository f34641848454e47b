import { type Kysely, sql } from 'kysely'

/**
 * Students of other schools at talks and fairs (AT-16, decision 81). Whoever signs up has the next number; those whose numbers are
 * the first of as many as there are places have one, the others wait. So no count can run past the places.
 */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table guest_quotas (
    school_id text not null,
    talk_id   uuid,
    fair_id   uuid,
    event_id  uuid not null generated always as (coalesce(talk_id, fair_id)) stored,
    places    integer not null check (places between 0 and 100000),
    primary key (school_id, event_id),
    -- A student of another school names an event without its school.
    constraint guest_quotas_one_per_event unique (event_id),
    constraint guest_quotas_of_one_event check (num_nonnulls(talk_id, fair_id) = 1),
    constraint guest_quotas_of_talk foreign key (school_id, talk_id) references talks (school_id, id),
    constraint guest_quotas_of_fair foreign key (school_id, fair_id) references fairs (school_id, id)
  );

  create table event_guests (
    school_id    text not null,                       -- which holds the event
    event_id     uuid not null,
    home_id      text not null,                       -- the student's school
    student_id   uuid not null,
    nth          bigint not null generated always as identity,
    ticket       text not null check (length(ticket) = 20),
    signed_up_at timestamptz not null,
    -- The device's own name of the scan, and when it counted.
    scan_id      uuid,
    came_at      timestamptz,
    told_at      timestamptz,
    counted_by   uuid references users,
    primary key (school_id, event_id, home_id, student_id),
    constraint event_guests_one_per_number unique (school_id, event_id, nth),
    constraint event_guests_one_per_ticket unique (school_id, event_id, ticket),
    constraint event_guests_are_of_other_schools check (home_id <> school_id),
    constraint event_guests_are_counted_whole check (num_nonnulls(scan_id, came_at, told_at, counted_by) in (0, 4)),
    constraint event_guests_of_event foreign key (school_id, event_id) references guest_quotas (school_id, event_id),
    constraint event_guests_of_student foreign key (home_id, student_id)
      references students (school_id, id) on delete cascade
  );
  create index event_guests_of_one on event_guests (home_id, student_id, event_id);

  create function event_guests_have_a_place() returns trigger language plpgsql as $$
    begin
      if (select count(*) from event_guests g
            where g.school_id = new.school_id and g.event_id = new.event_id and g.nth <= new.nth)
        > (select places from guest_quotas q where q.school_id = new.school_id and q.event_id = new.event_id) then
        raise exception 'there is no place for this one' using errcode = 'check_violation', constraint = 'event_guests_have_a_place';
      end if;
      return new;
    end $$;
  create trigger event_guests_have_a_place before update of came_at on event_guests
    for each row when (new.came_at is not null) execute function event_guests_have_a_place();

  create function guest_quotas_keep_what_they_gave() returns trigger language plpgsql as $$
    begin
      if new.places < (select least(count(*), old.places) from event_guests g
          where g.school_id = old.school_id and g.event_id = old.event_id) then
        raise exception 'a place that was given is not taken back' using errcode = 'check_violation',
          constraint = 'guest_quotas_keep_what_they_gave';
      end if;
      return new;
    end $$;
  create trigger guest_quotas_keep_what_they_gave before update of places on guest_quotas
    for each row when (new.places < old.places) execute function guest_quotas_keep_what_they_gave()
`.execute(db)
