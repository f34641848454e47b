import { type Kysely, sql } from 'kysely'

/** What students say is wrong on the roster: a case, whose values are sealed as the roster's are (decision 29). */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table corrections (
    school_id      text not null references schools,
    id             uuid not null,
    student_id     uuid not null,
    college_id     text not null,
    decided_by     text[] not null default '{}',
    read_by        text[] generated always as (array_append(decided_by, college_id)) stored,
    fields         text[] not null check (cardinality(fields) > 0), -- columns of the roster (src/domain/roster)
    changes_cipher bytea not null,                 -- what the roster said and is to say, sealed JSON
    reason         text not null,
    status         text not null check (status in ('in_review', 'returned', 'corrected', 'rejected', 'withdrawn')),
    version        integer not null default 1,
    levels         text[] not null check (cardinality(levels) > 0),
    level          integer not null default 0,
    waiting_for    text check (waiting_for in ('student', 'college', 'school')),
    waiting_since  timestamptz not null,
    snapshot       jsonb not null,                 -- how the student was called when it was asked for
    student_folded text not null,
    submitted_at   timestamptz not null,
    ended_at       timestamptz,
    primary key (school_id, id),
    constraint corrections_student foreign key (school_id, student_id, college_id)
      references students (school_id, id, college_id) on update cascade,
    constraint corrections_wait_while_open check
      ((status in ('in_review', 'returned')) = (waiting_for is not null)),
    constraint corrections_end_once check ((waiting_for is null) = (ended_at is not null))
  );
  -- What signing waits for (R20) is one thing.
  create unique index corrections_one_open_per_student on corrections (school_id, student_id)
    where waiting_for is not null;
  create index corrections_of_student on corrections (school_id, student_id, submitted_at desc);
  create index corrections_of_school on corrections (school_id, submitted_at desc, id desc);
  create index corrections_by_student_name on corrections (school_id, student_folded text_pattern_ops);
  create index corrections_queue on corrections (school_id, waiting_for, waiting_since, id)
    where waiting_for is not null;
  create index corrections_queue_of_college on corrections
    (school_id, college_id, waiting_for, waiting_since, id) where waiting_for is not null;
  -- Who else of a year has a document.
  create index if not exists students_by_document on students (school_id, id_number_index)
`.execute(db)
