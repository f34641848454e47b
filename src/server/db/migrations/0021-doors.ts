import { type Kysely, sql } from 'kysely'

/** Ways back in: a link by e-mail, the school with two of its staff, and the university's own sign-in. */
export const up = (db: Kysely<unknown>) =>
  sql`
  -- Whoever asks at the door takes no link away that somebody was given.
  alter table entry_links add column mailed boolean not null default false;
  alter table entry_links drop constraint entry_links_pkey, add primary key (user_id, mailed),
    add constraint entry_links_mailed_by_nobody check (not mailed or made_by is null);

  create table recoveries (
    school_id     text not null references schools,
    id            uuid not null,
    student_id    uuid not null,
    status        text not null check (status in ('asked', 'started', 'approved', 'used', 'refused', 'expired')),
    version       integer not null default 1,
    asked_at      timestamptz,                       -- at the door, by whoever typed the student number
    started_by    uuid references users,
    started_at    timestamptz,
    reason        text,
    identified_by text,                              -- how the person was identified
    approved_by   uuid references users,
    approved_at   timestamptz,
    refused_by    uuid references users,
    refusal       text,
    code          bytea,                             -- a keyed hash; the code itself stands nowhere
    ends_at       timestamptz not null,
    primary key (school_id, id),
    constraint recoveries_student foreign key (school_id, student_id) references students (school_id, id),
    -- Nobody lets somebody in alone (domain.md §5, 11).
    constraint recoveries_by_two_people check (approved_by <> started_by),
    constraint recoveries_started_with_reason check (num_nulls(started_by, started_at, reason, identified_by) in (0, 4)),
    constraint recoveries_approved_after_start check (approved_by is null or started_by is not null),
    constraint recoveries_code_while_approved check ((code is not null) = (status = 'approved')),
    constraint recoveries_approved_by_somebody check (status not in ('approved', 'used') or approved_by is not null)
  );
  create unique index recoveries_one_open_per_student on recoveries (school_id, student_id)
    where status in ('asked', 'started', 'approved');
  create index recoveries_of_school on recoveries (school_id, coalesce(started_at, asked_at) desc, id desc);
  create index recoveries_over on recoveries (ends_at) where status in ('asked', 'started', 'approved');

  create table school_sign_ins (
    school_id    text primary key references schools,
    way          text not null check (way in ('oidc', 'cas')),
    server       text not null,                      -- the issuer, or where CAS is
    client_id    text not null,
    secret       bytea,                              -- sealed
    claim        text not null,                      -- which one is the student number; empty: the name CAS gives
    also_staff   boolean not null,
    tried_at     timestamptz,                        -- somebody came through with just this
    enabled      boolean not null default false,
    version      integer not null default 1,
    constraint school_sign_ins_enabled_once_tried check (not enabled or tried_at is not null)
  );

  -- On the way to a university and back: of one browser, once.
  create table sign_in_rounds (
    state      bytea primary key,                    -- hashes: the state and the browser's cookie stand nowhere
    browser    bytea not null,
    school_id  text not null references schools,
    version    integer not null,                     -- of the settings it began with
    portal     text not null check (portal in ('student', 'school')),
    tried_by   uuid references users on delete cascade,
    verifier   text not null,
    nonce      text not null,
    ends_at    timestamptz not null
  );
  create index sign_in_rounds_over on sign_in_rounds (ends_at);

  alter table sessions drop constraint if exists sessions_entered_by_check;
  alter table sessions add constraint sessions_entered_by_check
    check (entered_by in ('password', 'id-number', 'activation-code', 'university'))
`.execute(db)
