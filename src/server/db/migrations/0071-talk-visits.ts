import { type Kysely, sql } from 'kysely'

/**
 * Who signs up for talks and who came; with a student's row of the roster it goes (decision 64). A talk's count follows the rows,
 * whoever writes or deletes them; talks are held in the order of their ids, so that no two who go at once wait for each other.
 */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table talk_sign_ups (
    school_id    text not null,
    talk_id      uuid not null,
    student_id   uuid not null,
    -- What the student's code says at the door; nobody finds one by trying.
    ticket       text not null check (length(ticket) = 20),
    signed_up_at timestamptz not null,
    primary key (school_id, talk_id, student_id),
    constraint talk_sign_ups_one_per_ticket unique (school_id, talk_id, ticket),
    constraint talk_sign_ups_of_talk foreign key (school_id, talk_id) references talks (school_id, id),
    constraint talk_sign_ups_of_student foreign key (school_id, student_id)
      references students (school_id, id) on delete cascade
  );
  create index talk_sign_ups_of_one on talk_sign_ups (school_id, student_id, talk_id);
  create function talks_follow_sign_ups() returns trigger language plpgsql as $$
    begin
      perform from talks t where (t.school_id, t.id) in (select w.school_id, w.talk_id from written w)
        order by t.id for no key update;
      update talks t set signed_up = t.signed_up + case tg_op when 'INSERT' then of.n else -of.n end
        from (select w.school_id, w.talk_id, count(*) as n from written w group by 1, 2) of
        where t.school_id = of.school_id and t.id = of.talk_id;
      return null;
    end $$;
  create trigger talks_follow_new_sign_ups after insert on talk_sign_ups
    referencing new table as written for each statement execute function talks_follow_sign_ups();
  create trigger talks_follow_sign_ups_that_go after delete on talk_sign_ups
    referencing old table as written for each statement execute function talks_follow_sign_ups();

  -- Once a student and talk, however many doors and however late their devices send it.
  create table talk_arrivals (
    school_id  text not null,
    talk_id    uuid not null,
    student_id uuid not null,
    -- The device's own name of it.
    scan_id    uuid not null,
    by_ticket  boolean not null,
    came_at    timestamptz not null,
    told_at    timestamptz not null,
    counted_by uuid not null references users,
    primary key (school_id, talk_id, student_id),
    constraint talk_arrivals_of_talk foreign key (school_id, talk_id) references talks (school_id, id),
    constraint talk_arrivals_of_student foreign key (school_id, student_id)
      references students (school_id, id) on delete cascade
  );
  create index talk_arrivals_of_one on talk_arrivals (school_id, student_id, talk_id)
`.execute(db)
