import { type Kysely, sql } from 'kysely'

/** 面试: the times that employers give to applicants, and what becomes of them (decision 63). */
export const up = (db: Kysely<unknown>) =>
  sql`
  alter table applications
    drop constraint applications_status_check,
    add constraint applications_status_check check
      (status in ('submitted', 'seen', 'shortlisted', 'interview', 'offered', 'declined', 'withdrawn', 'ended')),
    drop constraint applications_are_answered,
    add constraint applications_are_answered check
      (case when status in ('shortlisted', 'interview', 'offered', 'declined') then answered_at is not null
        when status in ('submitted', 'seen') then answered_at is null else true end),
    -- An interview names its student and employer too, and they are those of its application.
    add constraint applications_with_both_sides unique (school_id, id, student_id, employer_id);
  drop index applications_to_employer;
  create index applications_to_employer on applications (employer_id, applied_at desc, id desc)
    where status in ('submitted', 'seen', 'shortlisted', 'interview', 'offered', 'declined');
  drop index applications_to_post;
  create index applications_to_post on applications (employer_id, post_id, applied_at desc, id desc)
    where status in ('submitted', 'seen', 'shortlisted', 'interview', 'offered', 'declined');
  -- Whose days for an answer are over: by the clock, over all schools.
  create index applications_unanswered on applications (answer_by) where status in ('submitted', 'seen');

  create table interview_slots (
    school_id   text not null references schools,
    id          uuid not null,
    -- What is offered together; several students may be offered the same.
    set_id      uuid not null,
    employer_id uuid not null references employers,
    begins_at   timestamptz not null,
    ends_at     timestamptz not null,
    primary key (school_id, id),
    constraint interview_slots_end_after_they_begin check (ends_at > begins_at),
    constraint interview_slots_of_a_set unique (school_id, set_id, id, begins_at, ends_at),
    constraint interview_slots_each_once unique (school_id, set_id, begins_at)
  );

  create table interviews (
    school_id      text not null,
    id             uuid not null,
    application_id uuid not null,
    employer_id    uuid not null,
    student_id     uuid not null,
    set_id         uuid not null,
    slot_id        uuid,
    begins_at      timestamptz,
    ends_at        timestamptz,
    manner         text not null check (manner in ('onsite', 'online')),
    place          text not null,
    note           text not null,
    status         text not null check
      (status in ('proposed', 'asked', 'confirmed', 'held', 'declined', 'cancelled', 'ended')),
    version        integer not null default 1,
    reason         text,
    proposed_at    timestamptz not null,
    changed_at     timestamptz not null,
    primary key (school_id, id),
    constraint interviews_of_application foreign key (school_id, application_id, student_id, employer_id)
      references applications (school_id, id, student_id, employer_id) on delete cascade,
    -- What is taken was offered, at its own time.
    constraint interviews_take_what_is_offered foreign key (school_id, set_id, slot_id, begins_at, ends_at)
      references interview_slots (school_id, set_id, id, begins_at, ends_at),
    constraint interviews_have_a_whole_time check (num_nulls(slot_id, begins_at, ends_at) in (0, 3)),
    constraint interviews_are_fixed check
      (case when status in ('confirmed', 'held') then slot_id is not null
        when status in ('proposed', 'asked') then slot_id is null else true end),
    constraint interviews_are_called_off_with_words check
      (status not in ('asked', 'cancelled') or coalesce(reason, '') <> '' or place = '')
  );
  create unique index interviews_one_open on interviews (school_id, application_id)
    where status in ('proposed', 'asked', 'confirmed');
  -- However many were offered it (AT-19).
  create unique index interviews_slot_taken_once on interviews (school_id, slot_id)
    where status in ('confirmed', 'held');
  create index interviews_of_an_application on interviews (school_id, application_id, proposed_at);
  create index interviews_of_a_student on interviews (school_id, student_id, changed_at desc, id desc);
  create index interviews_fixed_of_a_student on interviews (school_id, student_id, ends_at)
    where status in ('confirmed');
  create index interviews_fixed_of_an_employer on interviews (employer_id, begins_at, id)
    where status in ('confirmed', 'held');
  create index interviews_open_of_an_employer on interviews (employer_id, changed_at desc, id desc)
    where status in ('proposed', 'asked', 'confirmed');
  create index interviews_fixed_by_time on interviews (begins_at) where status in ('confirmed')
`.execute(db)
