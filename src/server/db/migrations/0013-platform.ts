import { type Kysely, sql } from 'kysely'

/** Who opens schools, and how staff begin: operators, one-time links, accounts that are disabled, schools that are suspended. */
export const up = (db: Kysely<unknown>) =>
  sql`
  alter table schools
    add column opened_at    timestamptz not null default now(),
    add column suspended_at timestamptz;             -- its people do not get in, and nothing is sent to it

  alter table users
    add column version      integer not null default 1,
    add column disabled_at  timestamptz,
    drop constraint users_portal_check,
    add constraint users_portal_check check (portal in ('student', 'employer', 'school', 'platform')),
    drop constraint users_are_of_one_side,
    add constraint users_are_of_one_side check (
      (portal = 'student' and school_id is not null and student_id is not null) or
      (portal = 'employer' and school_id is null and employer_id is not null) or
      (portal = 'school' and school_id is not null and staff_role is not null) or
      (portal = 'platform' and school_id is null and student_id is null and employer_id is null and staff_role is null)),
    drop constraint users_college_reviewer_has_a_college,
    add constraint users_college_reviewer_has_a_college
      check ((staff_role = 'college_reviewer') = (college_id is not null)),
    add constraint users_college foreign key (school_id, college_id) references colleges (school_id, id);
  create index users_of_school on users (school_id, login) where portal = 'school';

  -- A person's one way in without a password; used up, it is gone.
  create table entry_links (
    user_id    uuid primary key references users on delete cascade,
    token_hash bytea not null unique,                -- the token itself stands nowhere
    made_at    timestamptz not null,
    expires_at timestamptz not null
  )
`.execute(db)
