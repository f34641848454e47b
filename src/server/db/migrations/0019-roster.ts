import { type Kysely, sql } from 'kysely'

/** The staff's roster: how a student stands with the school, in which orders it is read, and how each of the staff reads it (decision 33). */
export const up = (db: Kysely<unknown>) =>
  sql`
  alter table students
    add column enrolment text not null default 'enrolled'
      check (enrolment in ('enrolled', 'delayed', 'completed', 'withdrawn')),
    add column on_roster boolean not null generated always as (enrolment <> 'withdrawn') stored,
    add constraint students_on_roster unique (school_id, id, on_roster);

  -- Who is off the roster holds no place, and who holds one is not taken off it, whatever the code believes.
  alter table placements
    add column on_roster boolean not null default true check (on_roster),
    add constraint placements_of_who_is_on_roster foreign key (school_id, student_id, on_roster)
      references students (school_id, id, on_roster);

  -- The orders of the list, each with the number behind, which is one student's; that by number has its unique index.
  create index students_in_order_of_name on students (school_id, name_folded, student_number);
  create index students_in_order_of_class on students (school_id, class_name, student_number);
  create index students_in_order_of_year on students (school_id, graduation_year, student_number);

  create table roster_filters (                      -- by which one of the staff often reads the roster
    school_id text not null references schools,
    user_id   uuid not null references users,
    place     integer not null check (place between 1 and 20),
    name      text not null,
    name_key  text not null,                         -- folded: one name, however it is typed
    filter    jsonb not null,                        -- as the list is asked; never a document's number
    primary key (school_id, user_id, place),
    constraint roster_filters_one_per_name unique (school_id, user_id, name_key)
  );
  create table roster_columns (                      -- which columns one of the staff has chosen
    school_id text not null references schools,
    user_id   uuid not null references users,
    columns   text[] not null check (cardinality(columns) > 0),
    primary key (school_id, user_id)
  )
`.execute(db)
