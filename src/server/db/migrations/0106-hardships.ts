import { type Kysely, sql } from 'kysely'

/** 困难类别 by which whoever is helped is found: keyed hashes beside what is sealed; null until they are read out of it. */
export const up = (db: Kysely<unknown>) =>
  sql`
  alter table students add column hardships jsonb default '[]';
  update students set hardships = null where more_cipher is not null;
  drop index students_home_unread;
  create index students_unread on students (school_id, id) where home_region is null or hardships is null;
  create index students_of_hardship on students (school_id, graduation_year) where hardships <> '[]';
  alter table roster_import_rows add column hardships jsonb
`.execute(db)
