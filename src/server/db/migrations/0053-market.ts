import { type Kysely, sql } from 'kysely'

/** Who reads a post, how many a day; and what a student keeps, seeks and reports (decision 58). */
export const up = (db: Kysely<unknown>) =>
  sql`
  update own_posts set content = content || '{"audience": "anybody"}';
  update posts set content = content || '{"audience": "anybody"}', proposed = proposed || '{"audience": "anybody"}';
  alter table posts
    -- What visitors search never names what is for the school's students alone (AT-6).
    add column audience text not null generated always as (content->>'audience') stored
      constraint posts_have_an_audience check (audience in ('anybody', 'students'));

  -- How many posts an employer has submitted to a school on its last day of submitting (AT-5).
  create table post_days (
    school_id   text not null references schools,
    employer_id uuid not null references employers,
    day         date not null,
    n           integer not null check (n > 0),
    primary key (school_id, employer_id)
  );

  create table favourite_posts (
    school_id  text not null,
    student_id uuid not null,
    post_id    uuid not null,
    kept_at    timestamptz not null,
    primary key (school_id, student_id, post_id),
    constraint favourite_posts_of_student foreign key (school_id, student_id) references students (school_id, id),
    constraint favourite_posts_of_post foreign key (school_id, post_id) references posts (school_id, id)
  );
  create index favourite_posts_listed on favourite_posts (school_id, student_id, kept_at desc, post_id desc);

  create table saved_searches (
    school_id  text not null,
    id         uuid not null,
    student_id uuid not null,
    name       text not null check (name <> ''),
    sought     jsonb not null,
    -- The same as one index is asked: made of sought, see domain/post/search.ts.
    words      tsquery not null,
    pay        integer,
    saved_at   timestamptz not null,
    looked_at  timestamptz not null,
    primary key (school_id, id),
    constraint saved_searches_of_student foreign key (school_id, student_id) references students (school_id, id),
    constraint saved_searches_once_by_name unique (school_id, student_id, name)
  );

  create table post_reports (
    school_id      text not null,
    id             uuid not null,
    student_id     uuid not null,
    post_id        uuid not null,
    ground         text not null check (ground in ('fee', 'fraud', 'discrimination', 'not-as-promised', 'other')),
    said           text not null check (said <> ''),
    snapshot       jsonb not null,
    student_folded text not null,
    -- The post as it stood at that instant, and the fingerprint of that (AT-21).
    post_version   integer not null,
    content        jsonb not null,
    content_hash   text not null check (content_hash ~ '^[0-9a-f]{64}$'),
    employer_name  text not null,
    title_folded   text not null,
    status         text not null check (status in ('reported', 'upheld', 'dismissed', 'withdrawn')),
    version        integer not null default 1,
    reported_at    timestamptz not null,
    answer_by      date not null,
    answer         text,
    ended_at       timestamptz,
    primary key (school_id, id),
    constraint post_reports_of_student foreign key (school_id, student_id) references students (school_id, id),
    constraint post_reports_of_post foreign key (school_id, post_id) references posts (school_id, id),
    constraint post_reports_end_once check ((status = 'reported') = (ended_at is null)),
    constraint post_reports_are_answered check
      (case when status in ('upheld', 'dismissed') then coalesce(answer, '') <> '' else answer is null end)
  );
  create unique index post_reports_one_open_each on post_reports (school_id, post_id, student_id) where status = 'reported';
  create index post_reports_queue on post_reports (school_id, answer_by, id) where status = 'reported';
  create index post_reports_listed on post_reports (school_id, reported_at desc, id desc);
  create index post_reports_of_one on post_reports (school_id, student_id, reported_at desc)
`.execute(db)
