import { type Kysely, sql } from 'kysely'

/**
 * What students sign up for and are counted at is a talk or a fair, in the same tables (decision 68). An event's count follows the
 * rows, whoever writes or deletes them; events are held in the order of their ids, talks before fairs, so that no two who go at once
 * wait for each other.
 */
export const up = (db: Kysely<unknown>) =>
  sql`
  alter table talk_sign_ups rename to event_sign_ups;
  alter table event_sign_ups
    drop constraint talk_sign_ups_pkey,
    drop constraint talk_sign_ups_one_per_ticket,
    alter column talk_id drop not null,
    add column fair_id uuid,
    add column event_id uuid not null generated always as (coalesce(talk_id, fair_id)) stored,
    add primary key (school_id, event_id, student_id),
    add constraint event_sign_ups_one_per_ticket unique (school_id, event_id, ticket),
    add constraint event_sign_ups_of_fair foreign key (school_id, fair_id) references fairs (school_id, id),
    add constraint event_sign_ups_of_one_event check (num_nonnulls(talk_id, fair_id) = 1);
  alter table event_sign_ups rename constraint talk_sign_ups_of_talk to event_sign_ups_of_talk;
  alter table event_sign_ups rename constraint talk_sign_ups_of_student to event_sign_ups_of_student;
  drop index talk_sign_ups_of_one;
  create index event_sign_ups_of_one on event_sign_ups (school_id, student_id, event_id);

  drop trigger talks_follow_new_sign_ups on event_sign_ups;
  drop trigger talks_follow_sign_ups_that_go on event_sign_ups;
  drop function talks_follow_sign_ups();
  create function events_follow_sign_ups() returns trigger language plpgsql as $$
    begin
      perform from talks t where (t.school_id, t.id) in (select w.school_id, w.talk_id from written w)
        order by t.id for no key update;
      update talks t set signed_up = t.signed_up + case tg_op when 'INSERT' then of.n else -of.n end
        from (select w.school_id, w.talk_id, count(*) as n from written w where w.talk_id is not null group by 1, 2) of
        where t.school_id = of.school_id and t.id = of.talk_id;
      perform from fairs f where (f.school_id, f.id) in (select w.school_id, w.fair_id from written w)
        order by f.id for no key update;
      update fairs f set signed_up = f.signed_up + case tg_op when 'INSERT' then of.n else -of.n end
        from (select w.school_id, w.fair_id, count(*) as n from written w where w.fair_id is not null group by 1, 2) of
        where f.school_id = of.school_id and f.id = of.fair_id;
      return null;
    end $$;
  create trigger events_follow_new_sign_ups after insert on event_sign_ups
    referencing new table as written for each statement execute function events_follow_sign_ups();
  create trigger events_follow_sign_ups_that_go after delete on event_sign_ups
    referencing old table as written for each statement execute function events_follow_sign_ups();

  alter table talk_arrivals rename to event_arrivals;
  alter table event_arrivals
    drop constraint talk_arrivals_pkey,
    alter column talk_id drop not null,
    add column fair_id uuid,
    add column event_id uuid not null generated always as (coalesce(talk_id, fair_id)) stored,
    add primary key (school_id, event_id, student_id),
    add constraint event_arrivals_of_fair foreign key (school_id, fair_id) references fairs (school_id, id),
    add constraint event_arrivals_of_one_event check (num_nonnulls(talk_id, fair_id) = 1);
  alter table event_arrivals rename constraint talk_arrivals_of_talk to event_arrivals_of_talk;
  alter table event_arrivals rename constraint talk_arrivals_of_student to event_arrivals_of_student;
  drop index talk_arrivals_of_one;
  create index event_arrivals_of_one on event_arrivals (school_id, student_id, event_id)
`.execute(db)
