import { type Kysely, sql } from 'kysely'

/** Dissolutions, paper agreements, other destinations, evidence, and what people are told. */
export const up = async (db: Kysely<unknown>) => {
  await sql`
    -- A category's way and its form are data: a new year's codes need no code.
    alter table codes
      add column route text check (route in ('agreement', 'destination', 'declaration')),
      add column form  jsonb;

    create table evidence (
      school_id     text not null references schools,
      id            uuid not null,
      uploaded_by   uuid not null references users,
      subject       text,                          -- 'agreement:<id>' …; null until an act has taken it
      position      integer not null default 0,
      state         text not null check (state in ('uploading', 'ready', 'removing')),
      name          text not null,
      media_type    text not null default '',
      size          bigint not null default 0,
      sha256        text not null default '',
      uploaded_at   timestamptz not null,
      superseded_at timestamptz,                   -- replaced by a later file of the same case
      primary key (school_id, id),
      constraint evidence_subject_is_written_one_way check (subject = lower(subject)),
      constraint evidence_is_taken_when_ready check (subject is null or state = 'ready')
    );
    create index evidence_of_subject on evidence (school_id, subject, position) where subject is not null;
    create index evidence_unused on evidence (uploaded_by, uploaded_at) where subject is null;

    create table dissolutions (
      school_id     text not null references schools,
      id            uuid not null,
      agreement_id  uuid not null,
      student_id    uuid not null,
      employer_id   uuid references employers,
      college_id    text not null,
      kind          text not null check (kind in ('consent', 'paper', 'statutory')),
      asked_by      text not null check (asked_by in ('student', 'employer')),
      ground        text not null,
      reason        text not null,
      fault         text not null check (fault in ('student', 'employer', 'none')),
      status        text not null check (status in
        ('awaiting_counterparty', 'in_mediation', 'in_review', 'completed', 'refused', 'withdrawn', 'rejected')),
      version       integer not null default 1,
      levels        text[] not null check (cardinality(levels) > 0),
      level         integer not null default 0,
      answer_by     date,                          -- the last day in China to answer
      waiting_for   text check (waiting_for in ('student', 'employer', 'college', 'school')),
      waiting_since timestamptz not null,
      answer        text,                          -- the other side's words, or the school's instead of them
      decision      text,                          -- the review's words
      proof_code    text not null,                 -- opens the public proof that it is under way
      asked_at      timestamptz not null,
      answered_at   timestamptz,
      ended_at      timestamptz,
      primary key (school_id, id),
      constraint dissolutions_agreement foreign key (school_id, agreement_id) references agreements (school_id, id),
      constraint dissolutions_student foreign key (school_id, student_id) references students (school_id, id),
      constraint dissolutions_proof_code_is_never_shared unique (school_id, proof_code),
      constraint dissolutions_wait_while_open check
        ((status in ('awaiting_counterparty', 'in_mediation', 'in_review')) = (waiting_for is not null)),
      constraint dissolutions_consent_has_a_last_day check ((kind = 'consent') = (answer_by is not null)),
      constraint dissolutions_paper_is_the_students check (kind <> 'paper' or asked_by = 'student')
    );
    -- Both sides may ask in the same second: one request is opened (R13, R15).
    create unique index dissolutions_one_open_per_agreement on dissolutions (school_id, agreement_id)
      where status in ('awaiting_counterparty', 'in_mediation', 'in_review');
    create index dissolutions_of_agreement on dissolutions (school_id, agreement_id, asked_at desc);
    create index dissolutions_of_student on dissolutions (school_id, student_id, asked_at desc);
    create index dissolutions_of_employer on dissolutions (employer_id, asked_at desc);
    create index dissolutions_by_status on dissolutions (school_id, college_id, status, answer_by);
    create index dissolutions_of_school on dissolutions (school_id, asked_at desc, id desc);
    create index dissolutions_queue on dissolutions (school_id, waiting_for, waiting_since);
    create index dissolutions_to_escalate on dissolutions (answer_by, school_id, id)
      where status = 'awaiting_counterparty';

    create table destinations (
      school_id     text not null references schools,
      id            uuid not null,
      student_id    uuid not null,
      college_id    text not null,
      route         text not null check (route in ('destination', 'declaration')),
      category      text not null,                 -- the code, and its names as they were: codes are abolished
      category_names jsonb not null,
      headline      text not null,                 -- what a list shows: the employer, the school, the category
      form          jsonb not null,                -- the fields that were asked
      details       jsonb not null,                -- and what was answered
      status        text not null check (status in
        ('in_review', 'returned', 'registered', 'rejected', 'withdrawn', 'voided', 'declared')),
      version       integer not null default 1,
      levels        text[] not null check (cardinality(levels) > 0),
      level         integer not null default 0,
      voiding       boolean not null default false,
      waiting_for   text check (waiting_for in ('student', 'college', 'school')),
      waiting_since timestamptz not null,
      snapshot      jsonb not null,                -- who the student was then
      declared_at   timestamptz not null,
      registered_at timestamptz,
      ended_at      timestamptz,
      primary key (school_id, id),
      constraint destinations_student foreign key (school_id, student_id) references students (school_id, id),
      constraint destinations_wait_while_open check
        ((status in ('in_review', 'returned') or voiding) = (waiting_for is not null)),
      constraint destinations_void_what_is_registered check (not voiding or status = 'registered'),
      constraint destinations_declared_by_the_unplaced check
        (status = 'withdrawn' or (route = 'declaration') = (status = 'declared'))
    );
    create table destination_revisions (           -- what the student's correction has replaced
      school_id      text not null,
      destination_id uuid not null,
      version        integer not null,             -- under which it stood
      category_names jsonb not null,
      form           jsonb not null,
      details        jsonb not null,
      evidence       jsonb not null,               -- the files that stood: [{id, name}, …]
      replaced_at    timestamptz not null,
      primary key (school_id, destination_id, version),
      constraint destination_revisions_destination
        foreign key (school_id, destination_id) references destinations (school_id, id)
    );
    create unique index destinations_one_declaration_per_student on destinations (school_id, student_id)
      where status = 'declared';
    create index destinations_of_student on destinations (school_id, student_id, declared_at desc);
    create index destinations_queue on destinations (school_id, waiting_for, waiting_since);
    create index destinations_of_college on destinations (school_id, college_id, status);
    create index destinations_by_status on destinations (school_id, status, declared_at desc);

    alter table agreements
      alter column employer_id drop not null,      -- a paper's employer need not be on the platform
      add column dissolution_id uuid,              -- the open request
      add column signed_on date,                   -- the day that the paper bears
      add constraint agreements_dissolution foreign key (school_id, dissolution_id)
        references dissolutions (school_id, id) deferrable initially deferred,
      add constraint agreements_dissolve_what_is_in_force check (dissolution_id is null or status = 'effective'),
      add constraint agreements_online_has_its_invitation check
        (kind = 'paper' or (employer_id is not null and invitation_id is not null)),
      add constraint agreements_paper_bears_a_day check ((kind = 'paper') = (signed_on is not null));

    create index agreements_dissolvable on agreements (employer_id, status, effective_at desc);

    -- What a correction of a paper registration has replaced beside the terms; null where it was signed online.
    alter table agreement_revisions
      add column employer jsonb,                   -- {name, creditCode}
      add column signed_on date,
      add column evidence jsonb,                   -- the scans that stood: [{id, name}, …]
      add constraint agreement_revisions_paper_is_kept_whole check
        ((employer is null) = (signed_on is null) and (employer is null) = (evidence is null));

    -- The slot names its holder itself, so that every refusal can (R1, R10).
    alter table placements
      alter column agreement_id drop not null,
      add column destination_id uuid,
      add column holder text,
      add constraint placements_destination foreign key (school_id, destination_id)
        references destinations (school_id, id) deferrable initially deferred,
      add constraint placements_hold_one_thing check
        ((kind = 'destination') = (destination_id is not null) and (kind = 'destination') = (agreement_id is null));
    update placements p set holder = a.snapshot->'employer'->>'name'
      from agreements a where a.school_id = p.school_id and a.id = p.agreement_id;
    alter table placements alter column holder set not null;

    create table notifications (
      user_id    uuid not null references users on delete cascade,
      id         uuid not null,
      school_id  text references schools,
      kind       text not null,
      subject    text not null,                    -- 'dissolution:<id>' …: where it leads
      params     jsonb not null,
      at         timestamptz not null,
      read_at    timestamptz,
      mail       text check (mail in ('queued', 'sent', 'failed')),
      mail_error text,
      dedupe     text,                             -- a reminder is given once, however many instances give it
      primary key (user_id, id)
    );
    create unique index notifications_once on notifications (user_id, dedupe) where dedupe is not null;
    create index notifications_inbox on notifications (user_id, at desc, id);
    create index notifications_unread on notifications (user_id, at desc, id) where read_at is null;
    create table notification_settings (
      user_id uuid primary key references users on delete cascade,
      email   text not null,
      mail    text[] not null                      -- the groups of which copies are wanted
    );
    -- Reminders walk through all that ends on one day.
    drop index invitations_to_expire;
    create index invitations_to_expire on invitations (respond_by, school_id, id) where status = 'pending';
    create index users_of_student on users (school_id, student_id) where student_id is not null;
    create index users_of_employer on users (employer_id) where employer_id is not null;
    create index users_of_staff on users (school_id, staff_role, college_id) where staff_role is not null;

    update schools set settings = '{"dissolutionLevels": ["school"], "destinationLevels": ["college", "school"],
      "answerDays": 7, "coolDownDays": 0, "breachLimit": null, "window": null, "alertAt": 5}'::jsonb || settings
  `.execute(db)
}
