import { type Kysely, sql } from 'kysely'

/** The phrases that a school has posts checked for, where it has said other than the product (decision 53). */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table post_wordings (
    school_id  text not null references schools,
    ground     text not null check (ground in ('fee', 'training-loan', 'sex', 'ethnicity', 'origin', 'marriage',
      'school-tier', 'study-mode', 'age', 'guarantee', 'mailbox')),
    blocking   text[] not null,
    doubtful   text[] not null,
    exceptions text[] not null,
    version    integer not null default 1,
    saved_at   timestamptz not null,
    saved_by   uuid not null references users,
    primary key (school_id, ground)
  )
`.execute(db)
