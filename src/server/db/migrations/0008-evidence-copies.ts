import { type Kysely, sql } from 'kysely'

/** As PostgreSQL's regular expressions write them. */
const HIDING = sql.lit(
  String.raw`[\u0001-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]`,
)

/** What people see of a picture is a copy (docs/decisions/0018); who opened an original; how often a person uploads. */
export const up = async (db: Kysely<unknown>) => {
  await sql`
    -- Null for a PDF, which is seen as it is, and for pictures from before until somebody looks at them.
    alter table evidence
      add column view_size  integer,
      add column small_size integer,
      add constraint evidence_copies_are_made_together check ((view_size is null) = (small_size is null)),
      add constraint evidence_copies_are_of_pictures check (view_size is null or media_type like 'image/%');

    -- What a name may hide is taken out where it comes in: controls, marks of direction, what parts a path.
    update evidence set name =
      coalesce(nullif(translate(btrim(regexp_replace(name, ${HIDING}, '', 'g'), ' .'), ${sql.lit('/\\')}, '__'), ''), 'file');
    alter table evidence add constraint evidence_names_hide_nothing
      check (name <> '' and name !~ ${HIDING} and name !~ ${sql.lit(String.raw`[/\\]`)});

    create table evidence_openings (
      school_id   text not null,
      evidence_id uuid not null,
      user_id     uuid not null references users,
      reason      text not null,
      opened_at   timestamptz not null,
      primary key (school_id, evidence_id, user_id),
      constraint evidence_openings_of_evidence foreign key (school_id, evidence_id)
        references evidence (school_id, id) on delete cascade,
      constraint evidence_is_opened_for_a_reason check (reason <> '')
    );

    -- Counted before anything is looked at, so that what is refused counts too.
    create table uploads_of_hour (
      user_id uuid primary key references users,
      hour    timestamptz not null,
      n       integer not null,
      constraint uploads_of_an_hour_are_few check (n between 1 and 60)
    )
  `.execute(db)
}
