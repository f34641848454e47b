import { type Kysely, sql } from 'kysely'

/**
 * Who had signed up for a talk or a fair and was not counted at its door (decision 76, AT-18): once the door takes nothing more,
 * of events at whose door anybody was counted. Of what was over before this there is nothing.
 */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table absences (
    school_id   text not null,
    id          uuid not null,
    student_id  uuid not null,
    talk_id     uuid,
    fair_id     uuid,
    event_id    uuid not null generated always as (coalesce(talk_id, fair_id)) stored,
    status      text not null check (status in ('recorded', 'appealed', 'excused', 'upheld')),
    version     integer not null default 1,
    missed_at   timestamptz not null,
    recorded_at timestamptz not null,
    said        text,
    answer      text,
    answer_by   date,
    primary key (school_id, id),
    constraint absences_of_one_event check (num_nonnulls(talk_id, fair_id) = 1),
    constraint absences_one_each unique (school_id, event_id, student_id),
    -- Whoever is erased, or leaves the roster, loses the sign-up and what came of it.
    constraint absences_of_sign_up foreign key (school_id, event_id, student_id)
      references event_sign_ups (school_id, event_id, student_id) on delete cascade,
    constraint absences_are_appealed_in_words check ((coalesce(said, '') <> '') = (answer_by is not null)),
    constraint absences_appealed_have_words check (status not in ('appealed', 'upheld') or answer_by is not null),
    constraint absences_are_answered check
      (case when status in ('excused', 'upheld') then coalesce(answer, '') <> '' else answer is null end)
  );
  create index absences_queue on absences (school_id, answer_by, id) where status = 'appealed';
  create index absences_listed on absences (school_id, recorded_at desc, id desc);
  create index absences_of_one on absences (school_id, student_id, missed_at desc);

  create function absences_are_of_who_did_not_come() returns trigger language plpgsql as $$
    begin
      if exists (select from event_arrivals a
        where a.school_id = new.school_id and a.event_id = coalesce(new.talk_id, new.fair_id) and a.student_id = new.student_id) then
        raise exception 'who came is not absent' using errcode = 'check_violation', constraint = 'absences_of_who_did_not_come';
      end if;
      return new;
    end $$;
  create trigger absences_of_who_did_not_come before insert on absences
    for each row execute function absences_are_of_who_did_not_come();

  -- The events of which it is known who did not come: each is gone through once.
  create table absences_counted (
    school_id  text not null references schools,
    talk_id    uuid,
    fair_id    uuid,
    event_id   uuid not null generated always as (coalesce(talk_id, fair_id)) stored,
    counted_at timestamptz not null,
    primary key (school_id, event_id),
    constraint absences_counted_of_one_event check (num_nonnulls(talk_id, fair_id) = 1),
    constraint absences_counted_of_talk foreign key (school_id, talk_id) references talks (school_id, id),
    constraint absences_counted_of_fair foreign key (school_id, fair_id) references fairs (school_id, id)
  );
  insert into absences_counted (school_id, talk_id, counted_at) select school_id, id, now() from talks where ends_at < now();
  insert into absences_counted (school_id, fair_id, counted_at) select school_id, id, now() from fairs where ends_at < now();
  create index fair_entries_to_let_in on fair_entries (school_id) where status = 'requested';
  create index talks_ended on talks (ends_at) where status = 'scheduled';
  create index fairs_ended on fairs (ends_at) where status = 'announced'
`.execute(db)
