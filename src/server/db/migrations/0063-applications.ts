import { type Kysely, sql } from 'kysely'

/** 投递: applications for job posts, what comes of them, and what employers note of applicants (decision 62). */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table applications (
    school_id      text not null,
    id             uuid not null,
    post_id        uuid not null,
    employer_id    uuid not null references employers,
    student_id     uuid not null,
    -- The résumé as it was sent; gone after the school's retention.
    resume_id      uuid,
    snapshot       jsonb not null,
    student_folded text not null,
    education      text not null,
    major_code     text not null,
    note           text not null,
    status         text not null check
      (status in ('submitted', 'seen', 'shortlisted', 'offered', 'declined', 'withdrawn', 'ended')),
    version        integer not null default 1,
    applied_at     timestamptz not null,
    answer_by      date not null,
    answered_at    timestamptz,
    changed_at     timestamptz not null,
    reason         text,
    ended_at       timestamptz,
    primary key (school_id, id),
    constraint applications_of_student foreign key (school_id, student_id) references students (school_id, id) on delete cascade,
    constraint applications_of_post foreign key (school_id, post_id) references posts (school_id, id),
    constraint applications_with_an_own_resume foreign key (school_id, student_id, resume_id)
      references resume_snapshots (school_id, student_id, id) on delete set null (resume_id),
    -- Whatever comes of it.
    constraint applications_once_a_post unique (school_id, post_id, student_id),
    constraint applications_end_once check ((status in ('declined', 'withdrawn', 'ended')) = (ended_at is not null)),
    constraint applications_are_declined_with_words check (status <> 'declined' or coalesce(reason, '') <> ''),
    constraint applications_are_answered check
      (case when status in ('shortlisted', 'offered', 'declined') then answered_at is not null
        when status in ('submitted', 'seen') then answered_at is null else true end)
  );
  create index applications_of_one on applications (school_id, student_id, applied_at desc, id desc);
  -- What is withdrawn or was ended is for the employer not there.
  create index applications_to_employer on applications (employer_id, applied_at desc, id desc)
    where status in ('submitted', 'seen', 'shortlisted', 'offered', 'declined');
  create index applications_to_employer_by_status on applications (employer_id, status, applied_at desc, id desc);
  create index applications_to_post on applications (employer_id, post_id, applied_at desc, id desc)
    where status in ('submitted', 'seen', 'shortlisted', 'offered', 'declined');
  create index applications_answered on applications (school_id, employer_id, answer_by) include (status, answered_at);
  create index applications_by_resume on applications (school_id, resume_id) where resume_id is not null;

  -- What invitations have come of which: an invitation of one at most.
  create table application_invitations (
    school_id      text not null,
    invitation_id  uuid not null,
    application_id uuid not null,
    primary key (school_id, invitation_id),
    constraint application_invitations_of_application foreign key (school_id, application_id)
      references applications (school_id, id) on delete cascade,
    constraint application_invitations_of_invitation foreign key (school_id, invitation_id)
      references invitations (school_id, id) on delete cascade
  );
  create index application_invitations_listed on application_invitations (school_id, application_id);

  -- The employer's own words of an applicant, who never reads them.
  create table application_assessments (
    school_id      text not null,
    application_id uuid not null,
    mark           text check (mark in ('strong', 'possible', 'weak')),
    note           text not null,
    version        integer not null default 1,
    changed_at     timestamptz not null,
    changed_by     uuid not null references users,
    primary key (school_id, application_id),
    constraint application_assessments_of_application foreign key (school_id, application_id)
      references applications (school_id, id) on delete cascade
  )
`.execute(db)
