import { type Kysely, sql } from 'kysely'

/** Sealed documents of every kind in the table that those of agreements have had: one column for each kind of subject. */
export const up = (db: Kysely<unknown>) =>
  sql`
  alter table agreement_documents rename to documents;
  alter table documents rename constraint agreement_documents_agreement to documents_agreement;
  alter table documents rename constraint agreement_documents_sealed_whole to documents_sealed_whole;
  alter table documents rename constraint agreement_documents_given_up_or_sealed to documents_given_up_or_sealed;
  alter table documents rename constraint agreement_documents_given_up_for to documents_given_up_for;
  alter index agreement_documents_waiting rename to documents_waiting;
  alter trigger agreement_documents_stay on documents rename to documents_stay;
  alter function agreement_documents_stay() rename to documents_stay;

  alter table documents drop constraint agreement_documents_pkey;
  alter table documents alter column agreement_id drop not null;
  -- What is there is of agreements; a sealed row is not to be updated, so its kind comes as a default that goes again.
  alter table documents
    add column kind text not null default 'agreement'
      check (kind in ('agreement', 'dissolving', 'dissolved', 'registration')),
    add column dissolution_id uuid,
    add column destination_id uuid;
  alter table documents alter column kind drop default;
  alter table documents
    add column subject_id uuid not null generated always as (coalesce(agreement_id, dissolution_id, destination_id)) stored;
  alter table documents
    add primary key (school_id, kind, subject_id, version),
    add constraint documents_dissolution foreign key (school_id, dissolution_id) references dissolutions (school_id, id),
    add constraint documents_destination foreign key (school_id, destination_id) references destinations (school_id, id),
    add constraint documents_of_one_subject check (
      (agreement_id is not null) = (kind = 'agreement')
      and (dissolution_id is not null) = (kind in ('dissolving', 'dissolved'))
      and (destination_id is not null) = (kind = 'registration'));
`.execute(db)
