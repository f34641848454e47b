import { type Kysely, sql } from 'kysely'

/** Reporting for work takes the student's word, and a pair is kept as long as the place is (decision 19). */
export const up = async (db: Kysely<unknown>) => {
  await sql`
    alter table agreements
      add column fulfilment_by text check (fulfilment_by in ('employer', 'school')),
      add column fulfilment_answer_by date,        -- the last day in China on which the student alone answers
      add column fulfilment_again_on date,         -- denied: asked again from this day on
      add constraint agreements_fulfilment_is_whole
        check ((fulfilment_by is null) = (fulfilment_answer_by is null)),
      add constraint agreements_fulfil_what_is_in_force
        check (fulfilment_by is null or (status = 'effective' and dissolution_id is null)),
      drop constraint agreements_wait_while_open,
      add constraint agreements_wait_while_open check
        ((status in ('in_review', 'returned') or fulfilment_by is not null) = (waiting_for is not null));
    create index agreements_fulfilment_due on agreements (fulfilment_answer_by, school_id, id)
      where fulfilment_by is not null;

    -- R3: what was accepted is the pair's one invitation until its agreement no longer has the place.
    alter table invitations add column let_go boolean not null default false;
    update invitations i set let_go = true from agreements a
      where a.school_id = i.school_id and a.invitation_id = i.id and a.status in ('rejected', 'cancelled', 'dissolved');
    drop index invitations_one_live_per_pair;
    create unique index invitations_one_live_per_pair on invitations (school_id, employer_id, student_id)
      where status = 'pending' or (status = 'accepted' and not let_go);

    -- What people are told at one instant keeps the order in which it was told.
    alter table notifications add column nth bigint generated always as identity;
    drop index notifications_inbox;
    drop index notifications_unread;
    create index notifications_inbox on notifications (user_id, at desc, nth desc);
    create index notifications_unread on notifications (user_id, at desc, nth desc) where read_at is null;

    -- How many notices one party has given another on its latest day, so that nobody is flooded.
    create table notices_of_day (
      school_id text not null references schools,
      by_party  text not null,                     -- 'employer:<id>', 'student:<id>'
      to_party  text not null,
      day       date not null,
      n         integer not null,
      primary key (school_id, by_party, to_party),
      constraint notices_of_a_day_are_few check (n between 1 and 20)
    );

    -- A student's cases are with the student's college, wherever it moves; colleges that have decided keep reading them.
    alter table students add constraint students_of_one_college unique (school_id, id, college_id);
    alter table agreements
      add column decided_by text[] not null default '{}',
      add column read_by text[] generated always as (array_append(decided_by, college_id)) stored,
      drop constraint agreements_student,
      add constraint agreements_student foreign key (school_id, student_id, college_id)
        references students (school_id, id, college_id) on update cascade;
    alter table dissolutions
      add column decided_by text[] not null default '{}',
      add column read_by text[] generated always as (array_append(decided_by, college_id)) stored,
      drop constraint dissolutions_student,
      add constraint dissolutions_student foreign key (school_id, student_id, college_id)
        references students (school_id, id, college_id) on update cascade;
    alter table destinations
      add column decided_by text[] not null default '{}',
      add column read_by text[] generated always as (array_append(decided_by, college_id)) stored,
      drop constraint destinations_student,
      add constraint destinations_student foreign key (school_id, student_id, college_id)
        references students (school_id, id, college_id) on update cascade;
    with decided as (
      select distinct school_id, subject from journal where entry->'data'->>'level' = 'college'
    ), a as (
      update agreements c set decided_by = array[c.college_id] from decided j
      where j.school_id = c.school_id and j.subject = 'agreement:' || c.id
    ), d as (
      update dissolutions c set decided_by = array[c.college_id] from decided j
      where j.school_id = c.school_id and j.subject = 'dissolution:' || c.id
    )
    update destinations c set decided_by = array[c.college_id] from decided j
    where j.school_id = c.school_id and j.subject = 'destination:' || c.id
  `.execute(db)
}
