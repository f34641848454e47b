import { type Kysely, sql } from 'kysely'

/** Employers register themselves, have members, and are admitted by each school as a lifecycle. */
export const up = async (db: Kysely<unknown>) => {
  await sql`
    alter table users
      add column employer_role text check (employer_role in ('owner', 'recruiter'));
    update users set employer_role = 'owner' where portal = 'employer' and disabled_at is null;
    alter table users
      -- A member who has left is a disabled account without a role; what it did and sent stays under the name.
      add constraint users_members_have_a_role
        check ((portal = 'employer' and disabled_at is null) = (employer_role is not null)),
      add constraint users_of_one_employer unique (id, employer_id, employer_role);
    create index users_by_employer on users (employer_id) where employer_id is not null;

    alter table employers
      add column declared jsonb,                    -- what it says of itself and no school has certified yet (R21)
      add column registered_at timestamptz,
      add column owner_id uuid,
      add column owner_role text generated always as ('owner') stored,
      -- One of its owners, whom it cannot do without.
      add constraint employers_keep_an_owner foreign key (owner_id, id, owner_role)
        references users (id, employer_id, employer_role) deferrable initially immediate,
      add constraint employers_agency_has_a_licence check (
        ((coalesce(profile->>'kind', '') = 'agency') = (coalesce(profile->>'licenceNumber', '') <> ''))
        and (declared is null
          or ((coalesce(declared->>'kind', '') = 'agency') = (coalesce(declared->>'licenceNumber', '') <> ''))));
    update employers e set owner_id = (select id from users u where u.employer_id = e.id and employer_role is not null order by id limit 1);

    -- Whoever is let in no more may have kept a link that they made for somebody else.
    alter table entry_links add column made_by uuid references users on delete cascade;
    create index entry_links_by_maker on entry_links (made_by) where made_by is not null;

    alter table admissions
      add column version       integer not null default 1,
      add column admitted_at   timestamptz,
      add column applied_at    timestamptz not null default now(),
      add column waiting_since timestamptz not null default now(),
      add column reason        text,                -- the school's last word, or its question
      add column verify_due    date,                -- the last day on which its verification holds (L7)
      add column barred_until  date,                -- the last day on which it is barred (L12)
      add column appeal        text,                -- against that, once
      add column appeal_answer text,
      add column confirmed_at  timestamptz,         -- the employer says its data are still right; the school has still to
      drop constraint admissions_status_check,
      add constraint admissions_status_check
        check (status in ('pending', 'questioned', 'approved', 'returned', 'rejected', 'suspended', 'barred'));
    update admissions set admitted_at = case when status = 'approved' then now() end,
      verify_due = case when status = 'approved' then (now() at time zone 'Asia/Shanghai')::date + interval '6 months' end,
      reason = case when status in ('returned', 'rejected', 'suspended') then '' end;
    alter table admissions
      add column waiting_for text generated always as
        (case when status = 'pending' or confirmed_at is not null or (appeal is not null and appeal_answer is null) then 'school' when status in ('questioned', 'returned') then 'employer' end) stored,
      add constraint admissions_admitted_since check
        (case when status = 'approved' then admitted_at is not null
              when status in ('rejected', 'suspended', 'barred') then admitted_at is null else true end),
      add constraint admissions_admitted_are_verified check (status <> 'approved' or verify_due is not null),
      add constraint admissions_barred_until_a_day check ((status = 'barred') = (barred_until is not null)),
      add constraint admissions_appeal_while_barred check (appeal is null or status = 'barred'),
      add constraint admissions_answer_an_appeal check (appeal_answer is null or appeal is not null),
      add constraint admissions_confirmed_while_admitted check (confirmed_at is null or status = 'approved'),
      add constraint admissions_say_why check (status not in ('questioned', 'returned', 'rejected', 'suspended', 'barred') or reason is not null);
    create index admissions_to_verify on admissions (verify_due) where status = 'approved' and confirmed_at is null;
    create index admissions_queue on admissions (school_id, waiting_for, waiting_since);

    -- What each school has decided, with its reason and day, as other schools are shown it.
    create table admission_decisions (
      school_id   text not null,
      employer_id uuid not null,
      version     integer not null,                 -- the one that it was decided on
      decision    text not null check (decision in ('approve', 'return', 'reject', 'suspend', 'readmit', 'bar', 'lift')),
      reason      text not null,
      at          timestamptz not null,
      primary key (school_id, employer_id, version),
      constraint admission_decisions_admission
        foreign key (school_id, employer_id) references admissions (school_id, employer_id),
      constraint admission_decisions_against_say_why check (decision = 'approve' or reason <> '')
    );
    -- By what an employer is known again that a school has barred, as it was then.
    create table barrings (
      school_id     text not null,
      employer_id   uuid not null,
      credit_code   text not null,
      legal_person  text not null,
      contact_phone text not null,
      name          text not null,
      ground        text not null check (ground <> ''),
      barred_at     timestamptz not null,
      until         date not null,
      primary key (school_id, employer_id),
      constraint barrings_admission
        foreign key (school_id, employer_id) references admissions (school_id, employer_id)
    );
    create index barrings_by_credit_code on barrings (credit_code);
    create index barrings_by_legal_person on barrings (legal_person);
    create index barrings_by_contact_phone on barrings (contact_phone);
    create index admission_decisions_by_employer on admission_decisions (employer_id, at desc)
  `.execute(db)
}
