import { type Kysely, sql } from 'kysely'

/**
 * What costs each of a hundred thousand new students something and says nothing (decision 71): a new row's cells a second time beside
 * its columns, a school that the college's key names already, a look into fields of the school's own where there are none.
 */
export const up = (db: Kysely<unknown>) =>
  sql`
  alter table roster_import_rows
    alter column said_cipher drop not null,
    add constraint roster_import_rows_say_something check ((standing = 'new') or said_cipher is not null);
  -- students_college is never null, and a college is of a school.
  alter table students
    drop constraint students_school_id_fkey,
    drop constraint students_own_values_are_texts,
    add constraint students_own_values_are_texts check (
      own_values = '{}' or jsonb_typeof(own_values) = 'object'
        and not jsonb_path_exists(own_values, '$.* ? (@.type() != "string" || @ == "")'))
`.execute(db)
