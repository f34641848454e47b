import { type Kysely, sql } from 'kysely'

/** Fields that a school has of its own on its roster and its destinations (decision 40). */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table own_field_lists (                     -- of two who change one, the second is told
    school_id text not null references schools,
    list      text not null check (list in ('roster', 'destination')),
    version   integer not null,
    primary key (school_id, list)
  );
  create table own_fields (
    school_id  text not null,
    list       text not null,
    position   integer not null check (position between 1 and 40),
    id         uuid not null,                        -- by which values are kept: 'own:' || id
    name       text not null check (name <> ''),
    name_key   text not null,                        -- folded, as headings are compared
    name_en    text not null,
    synonyms   text[] not null,
    takes      jsonb not null check (takes ->> 'kind' in ('text', 'number', 'day', 'choice', 'yes-no')),
    required   boolean not null,
    seen_by    text not null check (seen_by in ('school', 'student')),
    filled_by  text not null check (filled_by in ('student', 'staff')),
    categories text[] not null,                      -- of a destination, that ask for it; none: all
    is_ended   boolean not null,
    primary key (school_id, list, position),
    constraint own_fields_one_per_id unique (school_id, id),
    constraint own_fields_list foreign key (school_id, list) references own_field_lists (school_id, list),
    constraint own_fields_of_a_roster_are_the_schools check
      (list = 'destination' or (filled_by = 'staff' and categories = '{}')),
    constraint own_fields_are_seen_by_who_fills_them check (filled_by = 'staff' or seen_by = 'student'),
    constraint own_fields_wait_for_no_staff check (list = 'roster' or filled_by = 'student' or not required)
  );
  create unique index own_fields_one_per_name on own_fields (school_id, list, name_key) where not is_ended;

  alter table students
    add column own_values jsonb not null default '{}', -- by the keys of the school's own fields
    add constraint students_own_values_are_texts check (
      jsonb_typeof(own_values) = 'object'
      and not jsonb_path_exists(own_values, '$.* ? (@.type() != "string" || @ == "")'));
  -- Under which definitions its rows were judged: it is entered under no others.
  alter table roster_imports add column own_version integer not null default 1
`.execute(db)
