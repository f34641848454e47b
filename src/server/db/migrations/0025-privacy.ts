import { type Kysely, sql } from 'kysely'

/** What is told to people about their data, what they have agreed to and asked for, and how long it is kept (decision 37). */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table privacy_notices (                     -- nobody changes one: the next is another version
    school_id    text not null,                      -- or that of the platform, which is no school
    version      integer not null check (version > 0),
    published_at timestamptz not null,
    published_by text not null,                      -- the name; '' is the product itself
    material     boolean not null,                   -- everybody agrees anew
    text         text not null check (text <> ''),
    text_en      text not null check (text_en <> ''),
    responsible  text not null,                      -- who answers for personal information, and how to reach them
    primary key (school_id, version),
    constraint privacy_notices_first_is_material check (version > 1 or material)
  );
  create index privacy_notices_to_agree on privacy_notices (school_id, version desc) where material;
  create table privacy_consents (
    user_id      uuid not null references users on delete cascade,
    agreed_at    timestamptz not null,
    school_id    text not null,
    version      integer not null,
    ip           text not null,
    user_agent   text not null,
    withdrawn_at timestamptz check (withdrawn_at >= agreed_at),
    constraint privacy_consents_of_notice foreign key (school_id, version) references privacy_notices
  );
  create unique index privacy_consents_one_in_force on privacy_consents (user_id, school_id, version)
    where withdrawn_at is null;
  create index privacy_consents_of_user on privacy_consents (user_id, agreed_at);
  create table privacy_requests (                    -- what a student asks the school to do with what is kept (PIPL arts. 46, 47)
    school_id      text not null references schools,
    id             uuid not null,
    student_id     uuid not null,
    kind           text not null check (kind in ('erasure', 'correction')),
    reason         text not null check (reason <> ''),
    status         text not null check (status in ('asked', 'done', 'refused', 'withdrawn')),
    version        integer not null default 1,
    snapshot       jsonb not null,                   -- how the student was called when it was asked
    student_folded text not null,
    asked_at       timestamptz not null,
    answer_by      date not null,                    -- the last day in China
    answer         text,                             -- what was done, or by which law it was not
    ground         text check (ground in ('period-not-over', 'still-needed', 'data-right')),
    ended_at       timestamptz,
    primary key (school_id, id),
    constraint privacy_requests_student foreign key (school_id, student_id) references students (school_id, id)
      on delete cascade,
    constraint privacy_requests_end_once check ((status = 'asked') = (ended_at is null)),
    constraint privacy_requests_are_answered check (status not in ('done', 'refused') or answer <> ''),
    constraint privacy_requests_are_refused_by_law check ((status = 'refused') = (ground is not null))
  );
  create unique index privacy_requests_one_open on privacy_requests (school_id, student_id) where status = 'asked';
  create index privacy_requests_of_student on privacy_requests (school_id, student_id, asked_at desc);
  create index privacy_requests_of_school on privacy_requests (school_id, asked_at desc, id desc);
  create index privacy_requests_queue on privacy_requests (school_id, answer_by, id) where status = 'asked';
  create table retention_rules (                     -- years after graduation; null keeps it
    school_id      text primary key references schools,
    roster_years   integer check (roster_years between 1 and 50),
    evidence_years integer constraint retention_of_evidence_is_three_years check (evidence_years between 3 and 50),
    account_years  integer check (account_years between 1 and 50),
    version        integer not null default 1,
    carried_out_on date                              -- the last day on which nothing was left to do
  );
  -- A student who is let go of takes along what only they had; an agreement, a destination and evidence hold them here.
  alter table users drop constraint users_student,
    add constraint users_student foreign key (school_id, student_id) references students (school_id, id)
      on delete cascade;
  alter table invitations drop constraint invitations_student,
    add constraint invitations_student foreign key (school_id, student_id) references students (school_id, id)
      on delete cascade;
  alter table invitation_revisions drop constraint invitation_revisions_invitation,
    add constraint invitation_revisions_invitation foreign key (school_id, invitation_id)
      references invitations (school_id, id) on delete cascade;
  alter table corrections drop constraint corrections_student,
    add constraint corrections_student foreign key (school_id, student_id, college_id)
      references students (school_id, id, college_id) on update cascade on delete cascade;
  alter table uploads_of_hour drop constraint uploads_of_hour_user_id_fkey,
    add constraint uploads_of_hour_user_id_fkey foreign key (user_id) references users on delete cascade;
  alter table recoveries drop constraint recoveries_student,
    add constraint recoveries_student foreign key (school_id, student_id) references students (school_id, id)
      on delete cascade;
  create index students_of_year on students (school_id, graduation_year)
`.execute(db)
