import { type Kysely, sql } from 'kysely'

/** Employers at fairs: whoever is let in stands at a booth of the plan, one employer a booth (decision 68, AT-14). */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table fair_entries (
    school_id   text not null references schools,
    id          uuid not null,
    fair_id     uuid not null,
    employer_id uuid not null references employers,
    status      text not null check
      (status in ('requested', 'admitted', 'waiting', 'turned_down', 'withdrawn', 'ended')),
    version     integer not null default 1,
    booth       text,
    -- Its posts as they were copied (AT-17), whom the school asks, and who comes.
    content     jsonb not null,
    asked_at    timestamptz not null,
    -- Of its last step.
    changed_at  timestamptz not null,
    reason      text,
    ground      text check (ground in ('no-booth', 'not-for-graduates', 'unlawful', 'untrue', 'other')),
    primary key (school_id, id),
    constraint fair_entries_of_fair foreign key (school_id, fair_id) references fairs (school_id, id),
    constraint fair_entries_at_a_booth foreign key (school_id, fair_id, booth)
      references fair_booths (school_id, fair_id, booth),
    -- Two that exchange their booths do so in one statement.
    constraint fair_entries_one_a_booth unique (school_id, fair_id, booth) deferrable initially immediate,
    constraint fair_entries_admitted_have_a_booth check ((status = 'admitted') = (booth is not null)),
    constraint fair_entries_are_turned_down_for_a_ground check ((status = 'turned_down') = (ground is not null))
  );
  create unique index fair_entries_one_an_employer on fair_entries (school_id, fair_id, employer_id)
    where status in ('requested', 'admitted', 'waiting');
  create index fair_entries_in_order on fair_entries (school_id, fair_id, asked_at, id);
  create index fair_entries_of_employer on fair_entries (employer_id, school_id, fair_id, asked_at desc)
`.execute(db)
