import { type Kysely, sql } from 'kysely'

/** Every tenant table begins with its school, in keys and foreign keys (`architecture.md` §1.10); no triggers. */
export const up = async (db: Kysely<unknown>) => {
  await sql`
    create table schools (
      id        text primary key check (id ~ '^[0-9]{5}$'),  -- the ministry's code
      name      text not null,
      name_en   text not null,
      notice    text not null,
      notice_en text not null,
      settings  jsonb not null
    );
    create table colleges (
      school_id text not null references schools,
      id        text not null,
      name      text not null,
      primary key (school_id, id)
    );
    create table employers (
      id          uuid primary key,
      name        text not null,
      credit_code text not null,
      profile     jsonb not null,
      version     integer not null default 1,
      constraint employers_one_per_credit_code unique (credit_code)
    );
    create table admissions (
      school_id   text not null references schools,
      employer_id uuid not null references employers,
      status      text not null check (status in ('pending', 'approved', 'returned', 'rejected', 'suspended')),
      primary key (school_id, employer_id)
    );
    create index admissions_by_employer on admissions (employer_id);
    create table students (
      school_id           text not null references schools,
      id                  uuid not null,
      college_id          text not null,
      student_number      text not null,
      short_code          text not null,          -- what a student may hand to an employer
      name                text not null,
      gender              text not null,
      id_number_cipher    bytea not null,
      id_number_index     bytea not null,         -- keyed, to be found without being read
      phone_cipher        bytea,
      email               text not null default '',
      education_level     text not null,
      major_code          text not null,
      major_name          text not null,
      class_name          text not null,
      graduation_year     integer not null,
      training_mode       text not null default '1',
      designated_employer text,
      verified_at         timestamptz,
      version             integer not null default 1,
      primary key (school_id, id),
      constraint students_college foreign key (school_id, college_id) references colleges (school_id, id),
      constraint students_one_per_number unique (school_id, student_number),
      constraint students_one_per_short_code unique (school_id, short_code)
    );
    create index students_by_name on students (school_id, name text_pattern_ops);
    create index students_by_college on students (school_id, college_id, student_number);

    create table users (
      id            uuid primary key,
      portal        text not null check (portal in ('student', 'employer', 'school')),
      login         text not null,
      school_id     text references schools,
      student_id    uuid,
      employer_id   uuid references employers,
      staff_role    text check (staff_role in ('college_reviewer', 'school_reviewer', 'administrator')),
      college_id    text,
      name          text not null,
      password_hash text,                          -- null until a student has passed the first login
      language      text not null default 'zh-CN' check (language in ('zh-CN', 'en')),
      constraint users_one_per_login unique nulls not distinct (portal, school_id, login),
      constraint users_student foreign key (school_id, student_id) references students (school_id, id),
      constraint users_are_of_one_side check (
        (portal = 'student' and school_id is not null and student_id is not null) or
        (portal = 'employer' and school_id is null and employer_id is not null) or
        (portal = 'school' and school_id is not null and staff_role is not null)),
      constraint users_college_reviewer_has_a_college check (staff_role <> 'college_reviewer' or college_id is not null)
    );
    create table sessions (
      id         uuid primary key,
      token_hash bytea not null unique,            -- a copy of the database opens no session
      user_id    uuid not null references users on delete cascade,
      started_at timestamptz not null,
      expires_at timestamptz not null,
      ip         text not null,
      user_agent text not null
    );
    create index sessions_by_user on sessions (user_id);
    create table attempts (
      key        text primary key,                 -- an account's name, whether it exists or not, or an address
      count      integer not null,
      started_at timestamptz not null
    );

    create table invitations (
      school_id   text not null references schools,
      id          uuid not null,
      student_id  uuid not null,
      employer_id uuid not null references employers,
      status      text not null check (status in ('pending', 'accepted', 'declined', 'withdrawn', 'expired')),
      version     integer not null default 1,      -- counts what the student may have read
      respond_by  date not null,                   -- the last day in China to answer
      terms       jsonb not null,
      terms_version integer not null default 1,
      terms_hash  text not null,                   -- SHA-256 of the canonical JSON (RFC 8785)
      sent_at     timestamptz not null,
      ended_at    timestamptz,
      reason      text,
      primary key (school_id, id),
      constraint invitations_student foreign key (school_id, student_id) references students (school_id, id)
    );
    -- An employer has at most one live invitation per student, whatever the code believes (R3).
    create unique index invitations_one_live_per_pair
      on invitations (school_id, employer_id, student_id) where status = 'pending';
    create index invitations_by_student on invitations (school_id, student_id, sent_at desc);
    create index invitations_by_employer on invitations (employer_id, sent_at desc);
    create index invitations_to_expire on invitations (respond_by) where status = 'pending';
    create table invitation_revisions (            -- terms that a later version has replaced
      school_id     text not null,
      invitation_id uuid not null,
      terms_version integer not null,
      respond_by    date not null,
      terms         jsonb not null,
      terms_hash    text not null,
      replaced_at   timestamptz not null,
      primary key (school_id, invitation_id, terms_version),
      constraint invitation_revisions_invitation
        foreign key (school_id, invitation_id) references invitations (school_id, id)
    );

    create table agreements (
      school_id       text not null references schools,
      id              uuid not null,
      number          text not null,
      kind            text not null check (kind in ('online', 'paper')),
      student_id      uuid not null,
      employer_id     uuid not null references employers,
      invitation_id   uuid,
      college_id      text not null,
      status          text not null check (status in
        ('in_review', 'returned', 'effective', 'rejected', 'cancelled', 'dissolved', 'fulfilled')),
      version         integer not null default 1,
      levels          text[] not null check (cardinality(levels) > 0),
      level           integer not null default 0,
      terms           jsonb not null,
      terms_hash      text not null,
      terms_version   integer not null default 1,
      amendment       text check (amendment = 'proposed'),
      amendment_terms jsonb,
      amendment_hash  text,
      cancellation_by text check (cancellation_by in ('student', 'employer')),
      waiting_for     text check (waiting_for in ('student', 'employer', 'college', 'school')),
      waiting_since   timestamptz not null,
      snapshot        jsonb not null,              -- who the parties were when they signed
      student_version integer not null,
      formed_at       timestamptz not null,
      effective_at    timestamptz,
      ended_at        timestamptz,
      primary key (school_id, id),
      constraint agreements_number_is_never_shared unique (school_id, number),
      constraint agreements_one_per_invitation unique (school_id, invitation_id),
      constraint agreements_student foreign key (school_id, student_id) references students (school_id, id),
      constraint agreements_invitation foreign key (school_id, invitation_id) references invitations (school_id, id),
      constraint agreements_amendment_is_whole
        check ((amendment is null) = (amendment_terms is null) and (amendment is null) = (amendment_hash is null)),
      constraint agreements_wait_while_open check ((status in ('in_review', 'returned')) = (waiting_for is not null)),
      constraint agreements_effective_has_a_day check (status not in ('effective', 'fulfilled') or effective_at is not null)
    );
    create index agreements_queue on agreements (school_id, waiting_for, waiting_since);
    create index agreements_by_student on agreements (school_id, student_id, formed_at desc);
    create index agreements_by_employer on agreements (employer_id, formed_at desc);
    create index agreements_by_status on agreements (school_id, status, formed_at desc);
    create table agreement_revisions (
      school_id     text not null,
      agreement_id  uuid not null,
      terms_version integer not null,
      terms         jsonb not null,
      terms_hash    text not null,
      replaced_at   timestamptz not null,
      primary key (school_id, agreement_id, terms_version),
      constraint agreement_revisions_agreement
        foreign key (school_id, agreement_id) references agreements (school_id, id)
    );
    create table agreement_serials (
      school_id text not null references schools,
      kind      integer not null,
      year      integer not null,
      last      integer not null check (last between 1 and 999999),
      primary key (school_id, kind, year)
    );
    -- The one slot: its key is why nobody can be signed twice (R1, R10).
    create table placements (
      school_id    text not null,
      student_id   uuid not null,
      kind         text not null check (kind in ('online', 'paper', 'destination')),
      agreement_id uuid not null,
      taken_at     timestamptz not null,
      constraint placements_one_per_student primary key (school_id, student_id),
      constraint placements_student foreign key (school_id, student_id) references students (school_id, id),
      constraint placements_agreement foreign key (school_id, agreement_id) references agreements (school_id, id)
        deferrable initially deferred
    );

    create table journal (
      school_id text not null,
      subject   text not null,                     -- 'invitation:<id>', 'agreement:<id>', 'student:<id>', …
      seq       integer not null,
      entry     jsonb not null,                    -- who, when, from where, what: hashed as canonical JSON
      hash      bytea not null,                    -- SHA-256 over the previous hash and this entry's
      primary key (school_id, subject, seq)
    );
    -- Where each chain ends: a line cut off the end is missed too.
    create table journal_heads (
      school_id text not null,
      subject   text not null,
      seq       integer not null,
      hash      bytea not null,
      primary key (school_id, subject)
    )
  `.execute(db)
}
