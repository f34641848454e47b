import { type Kysely, sql } from 'kysely'

/** 招聘信息: as its employer has it, and as each school has it that was asked (decision 53). */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table own_posts (
    id           uuid primary key,
    employer_id  uuid not null references employers,
    status       text not null check (status in ('draft', 'sent', 'closed')),
    version      integer not null default 1,
    content      jsonb not null,
    title_folded text not null,
    changed_at   timestamptz not null,
    changed_by   uuid not null references users,
    constraint own_posts_of_employer unique (employer_id, id),
    constraint own_posts_have_a_title check (content->>'title' <> '')
  );
  create index own_posts_listed on own_posts (employer_id, changed_at desc, id desc);

  create table posts (
    school_id    text not null references schools,
    id           uuid not null,                       -- of the employer's own: one post, whatever the school
    employer_id  uuid not null,
    short_id     text not null,                       -- in the address that people pass on
    status       text not null check (status in
      ('submitted', 'questioned', 'returned', 'rejected', 'published', 'closed', 'expired', 'taken_down')),
    version      integer not null default 1,
    content      jsonb not null,                      -- what visitors read, or what waits
    proposed     jsonb,                               -- what is to stand there once the school has looked
    title_folded text not null,
    last_day     date not null,
    submitted_at timestamptz not null,
    waiting_since timestamptz not null,
    waiting_for  text generated always as (case
      when status = 'submitted' or proposed is not null then 'school'
      when status in ('questioned', 'returned') then 'employer' end) stored,
    published_at timestamptz,
    shown_from   timestamptz,
    reason       text,
    rejection    text check (rejection in ('unlawful', 'untrue', 'not-for-graduates', 'not-authorised', 'other')),
    may_retry    boolean not null default false,
    has_retried  boolean not null default false,
    -- All by which it is found: see domain/post/search.ts.
    words        tsvector not null,
    pay_from     integer not null,
    primary key (school_id, id),
    constraint posts_one_per_short_id unique (school_id, short_id),
    constraint posts_of_who_wrote_them foreign key (employer_id, id) references own_posts (employer_id, id),
    constraint posts_of_the_admitted foreign key (school_id, employer_id) references admissions (school_id, employer_id),
    -- L1: nothing is submitted without title, pay, place, number and last day.
    constraint posts_say_what_the_law_asks check (
      content->>'title' <> '' and pay_from > 0 and jsonb_array_length(content->'regions') > 0
      and (content->>'headcount')::integer > 0 and (content->>'lastDay')::date = last_day),
    constraint posts_are_shown_from_when check ((published_at is null) = (shown_from is null)
      and (status not in ('published', 'expired') or published_at is not null)),
    constraint posts_change_while_published check (proposed is null or status = 'published'),
    constraint posts_are_refused_with_reason check (
      (status not in ('questioned', 'returned', 'rejected', 'taken_down') or coalesce(reason, '') <> '')
      and (status = 'rejected') = (rejection is not null)),
    constraint posts_are_retried_once check (not may_retry or (status = 'rejected' and not has_retried))
  );
  create index posts_queue on posts (school_id, waiting_since, id) where waiting_for = 'school';
  create index posts_submitted on posts (school_id, submitted_at desc, id desc);
  create index posts_of_employer on posts (school_id, employer_id);
  create index posts_over on posts (last_day) where status in ('published');
  create index posts_newest on posts (school_id, shown_from desc, id desc) where status in ('published');
  create index posts_best_paid on posts (school_id, pay_from desc, id desc) where status in ('published');
  create index posts_ending on posts (school_id, last_day, id) where status in ('published');
  create index posts_by_words on posts using gin (words) with (fastupdate = off) where status in ('published')
`.execute(db)
