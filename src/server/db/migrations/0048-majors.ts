import { type Kysely, sql } from 'kysely'

/** A school's list of its majors; whatever code a roster brings is in it (decision 55). */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table majors (
    school_id       text not null references schools,
    code            text not null check (code <> ''),        -- of the national catalogue
    name            text not null check (name <> ''),
    education_level text not null,
    in_use          boolean not null default true,           -- a stopped one is offered no more, and stays: students have it
    version         integer not null default 1,
    primary key (school_id, code)
  );
  create table major_colleges (                               -- which colleges teach it
    school_id  text not null,
    code       text not null,
    college_id text not null,
    primary key (school_id, code, college_id),
    constraint major_colleges_major foreign key (school_id, code) references majors,
    constraint major_colleges_college foreign key (school_id, college_id) references colleges (school_id, id)
  );
  create index students_by_major on students (school_id, major_code);

  -- Whoever writes a student, from a file, by hand, by a correction: no code of theirs is missing in the list.
  create function majors_of_students(fresh_school text, fresh_code text) returns void language sql as $$
    with added as (
      insert into majors (school_id, code, name, education_level)
      select distinct on (st.school_id, st.major_code) st.school_id, st.major_code, st.major_name, st.education_level
      from students st
      where st.school_id = fresh_school and st.major_code = fresh_code and st.major_name <> ''
      order by st.school_id, st.major_code, st.graduation_year desc, st.student_number
      on conflict do nothing returning school_id, code)
    insert into major_colleges (school_id, code, college_id)
    select distinct st.school_id, st.major_code, st.college_id
    from students st join added a on a.school_id = st.school_id and a.code = st.major_code
    on conflict do nothing
  $$;
  create function majors_follow_students() returns trigger language plpgsql as $$
    begin
      perform majors_of_students(fresh.school_id, fresh.major_code) from (
        select distinct n.school_id, n.major_code from written n where n.major_code <> ''
          and not exists (select from majors m where m.school_id = n.school_id and m.code = n.major_code)) fresh;
      return null;
    end $$;
  create trigger majors_follow_new_students after insert on students
    referencing new table as written for each statement execute function majors_follow_students();
  create trigger majors_follow_changed_students after update on students
    referencing new table as written for each statement execute function majors_follow_students();
  select majors_of_students(known.school_id, known.major_code)
    from (select distinct school_id, major_code from students where major_code <> '') known
`.execute(db)
