import { type Kysely, sql } from 'kysely'

/** 毕业生推荐表: one of each student, each edition of which is sealed; and a code that verifies on a document of every kind. */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table recommendations (
    school_id      text not null references schools,
    id             uuid not null,
    student_id     uuid not null,
    college_id     text not null,
    decided_by     text[] not null default '{}',
    read_by        text[] generated always as (array_append(decided_by, college_id)) stored,
    status         text not null check (status in ('asked', 'recommended', 'returned', 'issued', 'withdrawn', 'revoked')),
    version        integer not null default 1,
    levels         text[] not null check (cardinality(levels) > 0),
    level          integer not null default 0,
    editions       integer not null default 0,
    in_force       integer,                        -- the edition that holds
    facts          jsonb not null,                 -- what the roster said when it was last sent
    own            jsonb not null,                 -- the student's words
    word           jsonb,                          -- the reviewer's
    waiting_for    text check (waiting_for in ('student', 'college', 'school')),
    waiting_since  timestamptz not null,
    snapshot       jsonb not null,
    student_folded text not null,
    asked_at       timestamptz not null,
    revoked_at     timestamptz,
    primary key (school_id, id),
    constraint recommendations_student foreign key (school_id, student_id, college_id)
      references students (school_id, id, college_id) on update cascade,
    -- The school has one word for a student at a time.
    constraint recommendations_one_per_student unique (school_id, student_id),
    constraint recommendations_wait_while_open check
      ((status in ('asked', 'recommended', 'returned')) = (waiting_for is not null)),
    -- One that was issued has its word in its edition: a request that was withdrawn has none of its own.
    constraint recommendations_with_a_word check (status <> 'recommended' or word is not null),
    constraint recommendations_last_in_force check (in_force is null or in_force = editions),
    constraint recommendations_issued_in_force check (status <> 'issued' or in_force is not null),
    constraint recommendations_revoked check (status <> 'revoked' or (in_force is null and revoked_at is not null))
  );
  create index recommendations_of_school on recommendations (school_id, asked_at desc, id desc);
  create index recommendations_by_student_name on recommendations (school_id, student_folded text_pattern_ops);
  create index recommendations_queue on recommendations (school_id, waiting_for, waiting_since, id)
    where waiting_for is not null;
  create index recommendations_queue_of_college on recommendations
    (school_id, college_id, waiting_for, waiting_since, id) where waiting_for is not null;

  create table recommendation_editions (
    school_id         text not null,
    recommendation_id uuid not null,
    edition           integer not null check (edition >= 1),
    version           integer not null,            -- of the recommendation, which its document names
    number            text not null,
    content           jsonb not null check (content->'word'->>'text' <> ''),   -- facts, own words and the reviewer's, as they were issued
    asked_at          timestamptz not null,
    issued_at         timestamptz not null,
    primary key (school_id, recommendation_id, edition),
    constraint recommendation_editions_of foreign key (school_id, recommendation_id)
      references recommendations (school_id, id),
    constraint recommendation_editions_one_per_number unique (school_id, number),
    constraint recommendation_editions_one_per_version unique (school_id, recommendation_id, version)
  );
  create function recommendation_editions_stay() returns trigger language plpgsql as $$
  begin
    raise exception 'an edition that was issued is never changed or removed' using errcode = 'restrict_violation';
  end $$;
  create trigger recommendation_editions_stay before update or delete on recommendation_editions
    for each row execute function recommendation_editions_stay();

  -- What is sealed is not touched: columns alone change, no row's content.
  alter table documents drop constraint documents_pkey, drop constraint documents_of_one_subject,
    drop constraint documents_kind_check, drop column subject_id;
  alter table documents
    add column recommendation_id uuid,
    add constraint documents_kind_check
      check (kind in ('agreement', 'dissolving', 'dissolved', 'registration', 'recommendation'));
  alter table documents
    add column subject_id uuid not null
      generated always as (coalesce(agreement_id, dissolution_id, destination_id, recommendation_id)) stored;
  alter table documents
    add primary key (school_id, kind, subject_id, version),
    add constraint documents_recommendation
      foreign key (school_id, recommendation_id, version)
      references recommendation_editions (school_id, recommendation_id, version),
    add constraint documents_of_one_subject check (
      (agreement_id is not null) = (kind = 'agreement')
      and (dissolution_id is not null) = (kind in ('dissolving', 'dissolved'))
      and (destination_id is not null) = (kind = 'registration')
      and (recommendation_id is not null) = (kind = 'recommendation'));

  -- 核验码 on documents of every kind; those that somebody makes are of agreements alone.
  alter table verification_codes alter column agreement_id drop not null;
  alter table verification_codes
    add column kind text not null default 'agreement'
      check (kind in ('agreement', 'dissolving', 'dissolved', 'registration', 'recommendation')),
    add column dissolution_id uuid,
    add column destination_id uuid,
    add column recommendation_id uuid;
  alter table verification_codes alter column kind drop default;
  alter table verification_codes
    add column subject_id uuid not null
      generated always as (coalesce(agreement_id, dissolution_id, destination_id, recommendation_id)) stored;
  drop index verification_codes_one_per_document;
  create unique index verification_codes_one_per_document on verification_codes (school_id, kind, subject_id, version)
    where side = 'document';
  alter table verification_codes
    add constraint verification_codes_dissolution
      foreign key (school_id, dissolution_id) references dissolutions (school_id, id),
    add constraint verification_codes_destination
      foreign key (school_id, destination_id) references destinations (school_id, id),
    add constraint verification_codes_recommendation
      foreign key (school_id, recommendation_id) references recommendations (school_id, id),
    add constraint verification_codes_of_one_subject check (
      (agreement_id is not null) = (kind = 'agreement')
      and (dissolution_id is not null) = (kind in ('dissolving', 'dissolved'))
      and (destination_id is not null) = (kind = 'registration')
      and (recommendation_id is not null) = (kind = 'recommendation')),
    add constraint verification_codes_own_of_agreements check (side = 'document' or kind = 'agreement');
  drop index verification_codes_of_agreement;
  create index verification_codes_of_subject on verification_codes (school_id, kind, subject_id)
`.execute(db)
