import { type Kysely, sql } from 'kysely'

/** What schools decide for themselves: the pattern of their numbers (decision 32). */
export const up = (db: Kysely<unknown>) =>
  sql`
  -- Counted by what the number says beside its serial, so that no pattern repeats what another has given (R24).
  alter table agreement_serials rename to agreement_serials_by_year;
  create table agreement_serials (
    school_id text not null references schools,
    mask      text not null,                       -- the number with # for each digit of its serial
    last      integer not null,
    constraint agreement_serials_by_mask primary key (school_id, mask),
    constraint agreement_serials_last_check check
      (last between 1 and 10 ^ (char_length(mask) - char_length(replace(mask, '#', ''))) - 1)
  );
  insert into agreement_serials (school_id, mask, last)
    select school_id, kind::text || year::text || school_id || '######', last from agreement_serials_by_year;
  drop table agreement_serials_by_year;
  -- A number says whose it is: no two schools give the same.
  alter table agreements add constraint agreements_number_names_its_school check (strpos(number, school_id) > 0);
  create table agreement_number_patterns (         -- all but ours, which every school begins with
    school_id text not null references schools,
    pattern   text not null,
    since     timestamptz not null,
    primary key (school_id, pattern)
  );
  -- Two who change the settings at once: the second reads first what the first has changed.
  alter table schools add column settings_version integer not null default 1;
  -- What an invitation and an agreement began under stays theirs; those that are there began under what holds today.
  alter table invitations add column min_days integer, add column max_days integer,
    add column decline_needs_reason boolean, add column dissolution_rules jsonb;
  update invitations i set min_days = coalesce((s.settings->>'minDays')::int, 1),
      max_days = coalesce((s.settings->>'maxDays')::int, 30),
      decline_needs_reason = coalesce((s.settings->>'declineNeedsReason')::boolean, false),
      dissolution_rules = jsonb_build_object('answerDays', coalesce(s.settings->'answerDays', '7'),
        'coolDownDays', coalesce(s.settings->'coolDownDays', '0'),
        'breachLimit', coalesce(s.settings->'breachLimit', 'null'), 'requestLimit', 5)
    from schools s where s.id = i.school_id;
  alter table invitations
    alter column min_days set not null, alter column max_days set not null,
    alter column decline_needs_reason set not null, alter column dissolution_rules set not null,
    add constraint invitations_limits_in_order check (min_days between 1 and max_days);
  alter table agreements add column dissolution_rules jsonb;
  update agreements a set dissolution_rules = jsonb_build_object(
      'answerDays', coalesce(s.settings->'answerDays', '7'), 'coolDownDays', coalesce(s.settings->'coolDownDays', '0'),
      'breachLimit', coalesce(s.settings->'breachLimit', 'null'), 'requestLimit', 5)
    from schools s where s.id = a.school_id;
  alter table agreements alter column dissolution_rules set not null;
  -- What people read before they act, in every version it ever had: the application may add one and alter none.
  create table notice_texts (
    school_id text not null references schools,
    id        uuid not null,
    kind      text not null check (kind in ('signing', 'dissolution', 'paper-dissolution')),
    version   integer not null check (version >= 1),
    zh        text not null check (zh <> ''),
    en        text not null check (en <> ''),
    ours      boolean not null,                    -- the product's own words, which follow the product
    saved_at  timestamptz not null,
    saved_by  text not null,                       -- a name; empty for the product
    primary key (school_id, id),
    constraint notice_texts_one_after_another unique (school_id, kind, version)
  );
  -- Null for a paper, and for what was signed before there were versions.
  alter table agreements add column notice_id uuid,
    add constraint agreements_notice foreign key (school_id, notice_id) references notice_texts (school_id, id)
`.execute(db)
