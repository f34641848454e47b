import { type Kysely, sql } from 'kysely'

/** Signing in: attempts by keyed names, log-ins found whatever the case, the first log-in, confirmed addresses. */
export const up = (db: Kysely<unknown>) =>
  sql`
  -- The old rows hold what people typed as a log-in, an ID number too.
  drop table attempts;
  create table attempts (
    key       bytea primary key,                   -- a keyed hash: what was typed stands nowhere
    count     integer not null check (count >= 0),
    since     timestamptz not null,                -- when the first was counted
    until     timestamptz,                         -- nobody is heard before
    turn      boolean not null default false,      -- the wait was for a turn, which is kept
    forget_at timestamptz not null
  );
  create index attempts_to_forget on attempts (forget_at);

  alter table users add column login_key text;     -- folded as people type it (src/domain/login.ts)
  update users set login_key = lower(regexp_replace(normalize(login, NFKC), '\\s', '', 'g'));
  alter table users
    alter column login_key set not null,
    drop constraint users_one_per_login,
    add constraint users_one_per_login unique nulls not distinct (portal, school_id, login_key);

  alter table sessions
    add column entered_by text not null default 'password'
      check (entered_by in ('password', 'id-number', 'activation-code'));
  create index sessions_over on sessions (expires_at);

  alter table students
    drop column email,                             -- an account's address stands with its notification settings
    add column exam_number_cipher bytea,           -- 考生号
    add column first_login_closed_at timestamptz,  -- after too many wrong tries; only the school opens it again
    add column activation_code bytea,              -- a keyed hash
    add column activation_code_until timestamptz,
    add constraint students_activation_code_ends check
      ((activation_code is null) = (activation_code_until is null)),
    add constraint students_first_login_is_before_verification check
      (verified_at is null or (first_login_closed_at is null and activation_code is null));

  -- Copies go to an address only once a link sent there was opened; one never confirmed so begins again,
  -- with more time than a new one, for nobody has sent its link yet.
  alter table notification_settings
    add column pending_email text,
    add column pending_id    uuid,                 -- the link's, with a signature that is stored nowhere
    add column pending_until timestamptz,
    add constraint notification_settings_pending_is_whole check
      ((pending_email is null) = (pending_id is null) and (pending_email is null) = (pending_until is null)),
    add constraint notification_settings_one_link unique (pending_id);
  update notification_settings
    set pending_email = email, pending_id = gen_random_uuid(), pending_until = now() + interval '90 days', email = ''
    where email <> '';
  -- Where a copy about the account itself goes: to the address as it was, whatever it is changed to. Gone once sent.
  alter table notifications add column mail_to text
`.execute(db)
