import { type Kysely, sql } from 'kysely'

/** 就业帮扶 (decision 77): what each contact with a graduate came to, and the notices that a school sends to groups of them. */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table help_records (
    school_id  text not null,
    id         uuid not null,
    student_id uuid not null,
    writer_id  uuid not null,
    spoke_on   date not null,
    spoke_by   text not null check (spoke_by in ('phone', 'message', 'meeting', 'visit', 'other')),
    wish_for   text check (wish_for in
      ('work', 'public-service', 'further-study', 'abroad', 'army', 'own-business', 'undecided')),
    offered    text not null check (offered <> ''),
    next_step  text not null,
    next_on    date,
    written_at timestamptz not null,
    version    integer not null default 1,
    earlier    jsonb not null default '[]',     -- what it said before each correction
    primary key (school_id, id),
    -- Whoever leaves the roster, or is erased, loses what was written of them.
    constraint help_records_student foreign key (school_id, student_id) references students (school_id, id) on delete cascade,
    constraint help_records_keep_what_was check (jsonb_array_length(earlier) = version - 1),
    constraint help_records_steps_have_days check ((next_step = '') = (next_on is null)),
    constraint help_records_steps_follow check (next_on >= spoke_on)
  );
  create index help_records_of_student on help_records (school_id, student_id, spoke_on desc, id desc)
    include (next_on, wish_for);

  create function help_records_have_one_writer() returns trigger language plpgsql as $$
    begin
      if (new.writer_id, new.student_id, new.written_at) is distinct from (old.writer_id, old.student_id, old.written_at) then
        raise exception 'a record stays of whom and by whom it was written' using errcode = 'check_violation',
          constraint = 'help_records_have_one_writer';
      end if;
      return new;
    end $$;
  create trigger help_records_have_one_writer before update on help_records
    for each row execute function help_records_have_one_writer();

  create table help_notices (
    school_id  text not null references schools,
    id         uuid not null,
    college_id text,                            -- of a college's own reviewer; null of the school's
    writer_id  uuid not null,
    words      text not null check (words <> ''),
    sent_at    timestamptz not null,
    count      integer not null check (count > 0),
    primary key (school_id, id),
    constraint help_notices_college foreign key (school_id, college_id) references colleges (school_id, id)
  );
  create index help_notices_listed on help_notices (school_id, sent_at desc, id desc);

  create table help_notice_students (
    school_id  text not null,
    notice_id  uuid not null,
    student_id uuid not null,
    sent_at    timestamptz,                     -- null: still to be told
    primary key (school_id, notice_id, student_id),
    constraint help_notice_students_of_notice foreign key (school_id, notice_id) references help_notices (school_id, id),
    constraint help_notice_students_student foreign key (school_id, student_id) references students (school_id, id)
      on delete cascade
  );
  create index help_notice_students_to_tell on help_notice_students (school_id, notice_id, student_id) where sent_at is null;
  create index help_notice_students_of_student on help_notice_students (school_id, student_id)
`.execute(db)
