import { type Kysely, sql } from 'kysely'

/** 简历: versions of a student's résumé, who may see it, as it stood where it was sent, and who has looked (decision 61). */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table resumes (
    school_id      text not null,
    id             uuid not null,
    student_id     uuid not null,
    name           text not null check (name <> ''),
    name_folded    text not null,
    version        integer not null default 1,
    content        jsonb not null,
    -- Phone and e-mail: sealed, as everywhere.
    contact_cipher bytea not null,
    photo_id       uuid,
    attachment_id  uuid,
    -- Where and as what the student wishes to work, as lists narrow by it: see domain/resume/sought.ts.
    words          text[] not null,
    changed_at     timestamptz not null,
    primary key (school_id, id),
    constraint resumes_of_student foreign key (school_id, student_id) references students (school_id, id) on delete cascade,
    constraint resumes_are_the_students_own unique (school_id, student_id, id),
    constraint resumes_once_by_name unique (school_id, student_id, name_folded),
    -- A file that a résumé shows does not go.
    constraint resumes_photo foreign key (school_id, photo_id) references evidence (school_id, id),
    constraint resumes_attachment foreign key (school_id, attachment_id) references evidence (school_id, id)
  );
  create index resumes_by_photo on resumes (school_id, photo_id) where photo_id is not null;
  create index resumes_by_attachment on resumes (school_id, attachment_id) where attachment_id is not null;

  -- Which version is the ordinary one, and who may see it.
  create table resume_sharings (
    school_id    text not null,
    student_id   uuid not null,
    ordinary_id  uuid,
    audience     text not null check (audience in ('applied', 'admitted')),
    contact_from text not null check (contact_from in ('shortlisted', 'at-once')),
    version      integer not null default 1,
    -- When the ordinary one was last changed, or another became it: the order of employers' lists.
    shown_at     timestamptz not null,
    -- When the student was told that the résumés go; null before.
    told_at      timestamptz,
    primary key (school_id, student_id),
    constraint resume_sharings_of_student foreign key (school_id, student_id) references students (school_id, id) on delete cascade,
    constraint resume_sharings_name_an_own_one foreign key (school_id, student_id, ordinary_id)
      references resumes (school_id, student_id, id),
    constraint resume_sharings_show_what_is_there check (audience = 'applied' or ordinary_id is not null)
  );
  create index resume_sharings_listed on resume_sharings (school_id, shown_at desc, student_id desc) where audience = 'admitted';

  -- A version as it stood when it was sent to somebody; what comes later changes nothing of it.
  create table resume_snapshots (
    school_id      text not null,
    id             uuid not null,
    student_id     uuid not null,
    resume_id      uuid not null,                     -- the version may be gone by now
    version        integer not null,
    -- Roster and content as they stood; see domain/resume/snapshot.ts.
    resume         jsonb not null,
    contact_cipher bytea not null,
    photo_id       uuid,
    attachment_id  uuid,
    kept_at        timestamptz not null,
    primary key (school_id, id),
    constraint resume_snapshots_of_student foreign key (school_id, student_id) references students (school_id, id) on delete cascade,
    constraint resume_snapshots_are_the_students_own unique (school_id, student_id, id),
    constraint resume_snapshots_photo foreign key (school_id, photo_id) references evidence (school_id, id),
    constraint resume_snapshots_attachment foreign key (school_id, attachment_id) references evidence (school_id, id)
  );
  create index resume_snapshots_by_photo on resume_snapshots (school_id, photo_id) where photo_id is not null;
  create index resume_snapshots_by_attachment on resume_snapshots (school_id, attachment_id) where attachment_id is not null;

  -- 谁看过我: once per viewer and day.
  create table resume_looks (
    school_id   text not null,
    student_id  uuid not null,
    user_id     uuid not null references users,
    day         date not null,
    employer_id uuid not null references employers,
    resume_name text not null,
    version     integer not null,
    looked_at   timestamptz not null,
    primary key (school_id, student_id, user_id, day),
    constraint resume_looks_at_student foreign key (school_id, student_id) references students (school_id, id) on delete cascade
  );
  create index resume_looks_listed on resume_looks (school_id, student_id, looked_at desc, user_id desc)
`.execute(db)
