import { type Kysely, sql } from 'kysely'

/** 核查 (decision 74): how a school has set each rule, how far each has been run, and what it has found. */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table check_rules (
    school_id text not null references schools,
    rule      text not null,
    is_on     boolean not null,
    threshold integer check (threshold > 0),
    version   integer not null default 1,
    primary key (school_id, rule)
  );

  -- From the first time that a school asks for it, each rule is run every day.
  create table check_runs (
    school_id text not null references schools,
    rule      text not null,
    due_at    timestamptz not null,
    ran_until text not null default '',         -- the last subject that this run has come to
    ran_at    timestamptz,                      -- when the last run was through
    primary key (school_id, rule)
  );
  create index check_runs_due on check_runs (due_at);

  create table check_cases (
    school_id     text not null references schools,
    id            uuid not null,
    rule          text not null,
    subject       text not null,
    college_id    text,
    count         integer not null check (count > 0),
    fingerprint   text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    status        text not null check (status in ('open', 'assigned', 'explained', 'corrected', 'closed')),
    version       integer not null,
    found_at      timestamptz not null,
    waiting_since timestamptz not null,
    assigned_to   uuid,
    explanation   text check (explanation <> ''),
    ended_at      timestamptz,
    primary key (school_id, id),
    -- Found again it is the same case.
    constraint check_cases_once unique (school_id, rule, subject),
    constraint check_cases_end_once check ((status = 'closed') = (ended_at is not null)),
    constraint check_cases_assigned check (status <> 'assigned' or assigned_to is not null),
    constraint check_cases_explained check (case status when 'explained' then explanation is not null
      when 'closed' then true else explanation is null end)
  );
  create index check_cases_waiting on check_cases (school_id, waiting_since, id) where status <> 'closed';
  create index check_cases_listed on check_cases (school_id, found_at desc, id desc);

  create table check_rows (
    school_id   text not null,
    case_id     uuid not null,
    position    integer not null,
    student_id  uuid,
    employer_id uuid references employers,
    about       text,
    note        text not null,
    primary key (school_id, case_id, position),
    constraint check_rows_of_case foreign key (school_id, case_id) references check_cases (school_id, id) on delete cascade,
    constraint check_rows_of_student foreign key (school_id, student_id) references students (school_id, id)
      on delete cascade
  );
  create index check_rows_of_student on check_rows (school_id, student_id);

  -- By whom and from where it was done is asked for a school's latest acts of students alone.
  create index journal_acts_of_students on journal (school_id, (entry->>'at'))
    where entry->>'action' in ('invitation.accept', 'agreement.register', 'destination.declare')
      and origin is not null;
  create index evidence_by_content on evidence (school_id, sha256) where subject is not null
`.execute(db)
