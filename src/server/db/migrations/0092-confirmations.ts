import { type Kysely, sql } from 'kysely'

/**
 * 本人核验 (decision 74): when a school asks a year's graduates, what each has confirmed, and what they say is not theirs. Whether
 * that which is reported is still what was confirmed the database keeps by itself, as it keeps the figures.
 */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table confirmation_periods (
    school_id       text not null references schools,
    graduation_year integer not null,
    opens_on        date not null,
    closes_on       date not null,
    words           text not null,
    version         integer not null default 1,
    primary key (school_id, graduation_year),
    constraint confirmation_periods_forwards check (opens_on <= closes_on)
  );

  -- One telling of all who have not confirmed: how far it has come.
  create table confirmation_rounds (
    school_id       text not null,
    graduation_year integer not null,
    occasion        text not null check (occasion in ('opens', 'asked', 'closes')),
    day             date not null,
    told_until      uuid,                       -- the last student whom it has come to
    done_at         timestamptz,
    primary key (school_id, graduation_year, occasion, day),
    constraint confirmation_rounds_of_period foreign key (school_id, graduation_year)
      references confirmation_periods (school_id, graduation_year) on delete cascade
  );
  create index confirmation_rounds_under_way on confirmation_rounds (school_id, graduation_year) where done_at is null;

  create table confirmations (
    school_id    text not null,
    student_id   uuid not null,
    seen         jsonb not null,
    seen_hash    text not null check (seen_hash ~ '^[0-9a-f]{64}$'),
    confirmed_at timestamptz not null,
    is_outdated  boolean not null default false,  -- the database's own: something else would be reported now
    is_told      boolean not null default false,  -- that it is outdated
    primary key (school_id, student_id),
    constraint confirmations_of_student foreign key (school_id, student_id) references students (school_id, id)
      on delete cascade
  );
  create index confirmations_to_tell on confirmations (school_id, student_id) where is_outdated and not is_told;

  create table objections (
    school_id      text not null,
    id             uuid not null,
    student_id     uuid not null,
    receipt        text not null,
    snapshot       jsonb not null,
    student_folded text not null,
    seen           jsonb not null,
    seen_hash      text not null check (seen_hash ~ '^[0-9a-f]{64}$'),
    said           text not null check (said <> ''),
    spoken_of      text,                          -- the agreement or destination, as the journal names it; null: nothing was there
    speaks_about   uuid[] not null,               -- the staff who have passed, registered or entered that
    status         text not null check (status in ('raised', 'upheld', 'dismissed', 'withdrawn')),
    version        integer not null default 1,
    raised_at      timestamptz not null,
    answer_by      date not null,
    answer         text,
    decided_by     uuid,
    ended_at       timestamptz,
    primary key (school_id, id),
    constraint objections_of_student foreign key (school_id, student_id) references students (school_id, id) on delete cascade,
    constraint objections_once_by_receipt unique (school_id, receipt),
    constraint objections_end_once check ((status = 'raised') = (ended_at is null)),
    constraint objections_are_answered check
      (case when status in ('upheld', 'dismissed') then coalesce(answer, '') <> '' and decided_by is not null
        else num_nonnulls(answer, decided_by) = 0 end),
    constraint objections_not_by_whom_they_speak_of check (decided_by is null or decided_by <> all (speaks_about))
  );
  create unique index objections_one_open_each on objections (school_id, student_id) where status = 'raised';
  create index objections_queue on objections (school_id, answer_by, id) where status = 'raised';
  create index objections_listed on objections (school_id, raised_at desc, id desc);
  create index objections_of_one on objections (school_id, student_id, raised_at desc);

  -- What would be reported of a student now: what counts in the figures, and who holds the place.
  create function reported_source(of_school text, of_student uuid) returns jsonb language sql stable as $$
    select jsonb_build_object('category', f.category, 'holder', coalesce(p.holder, ''),
      'position', coalesce(a.terms ->> 'position', ''), 'region', f.region, 'industry', f.industry, 'nature', f.nature, 'pay', f.pay)
    from figure_rows f
    left join placements p on p.school_id = f.school_id and p.student_id = f.student_id
      and (p.agreement_id = f.agreement_id or p.destination_id = f.destination_id)
    left join agreements a on a.school_id = f.school_id and a.id = f.agreement_id
    where f.school_id = of_school and f.student_id = of_student
  $$;

  -- The same, held: whatever would change it waits until who asks has written what was seen.
  create function reported_held(of_school text, of_student uuid) returns jsonb
    language plpgsql security definer set search_path = public as $$
    begin
      perform from figure_rows f where f.school_id = of_school and f.student_id = of_student for share;
      return reported_source(of_school, of_student);
    end $$;

  create function confirmations_follow_figures() returns trigger language plpgsql security definer set search_path = public as $$
    begin
      update confirmations c set is_outdated = not c.is_outdated, is_told = false
      from written n
      where c.school_id = n.school_id and c.student_id = n.student_id
        and c.is_outdated is distinct from (c.seen is distinct from reported_source(n.school_id, n.student_id));
      return null;
    end $$;
  create trigger confirmations_follow_figures after update on figure_rows
    referencing new table as written for each statement execute function confirmations_follow_figures()
`.execute(db)
