import { type Kysely, sql } from 'kysely'

/** Which record of a student is the latest stands beside it: a list by it is walked by indexes, however many have none (decision 84). */
export const up = (db: Kysely<unknown>) =>
  sql`
  alter table help_records add column is_latest boolean not null default false;
  update help_records set is_latest = true where (school_id, id) in (
    select distinct on (school_id, student_id) school_id, id from help_records
    order by school_id, student_id, spoke_on desc, id desc);
  create unique index help_records_one_latest on help_records (school_id, student_id) include (wish_for) where is_latest;
  create index help_records_to_follow on help_records (school_id, next_on) where is_latest and next_on is not null;
  drop index help_records_of_student;
  create index help_records_of_student on help_records (school_id, student_id, spoke_on desc, id desc);

  create function help_records_know_the_latest() returns trigger language plpgsql as $$
    declare
      latest uuid;
    begin
      -- Of two who write of one student the later waits, and sees then what the earlier has written.
      perform from students where school_id = new.school_id and id = new.student_id for no key update;
      select id into latest from help_records where school_id = new.school_id and student_id = new.student_id
        order by spoke_on desc, id desc limit 1;
      update help_records set is_latest = false
        where school_id = new.school_id and student_id = new.student_id and is_latest and id <> latest;
      update help_records set is_latest = true where school_id = new.school_id and id = latest and not is_latest;
      return null;
    end $$;
  create trigger help_records_know_the_latest after insert or update of spoke_on on help_records
    for each row execute function help_records_know_the_latest()
`.execute(db)
