import { type Kysely, sql } from 'kysely'

/** By what a roster can be narrowed is found by leaping from one value to the next: no student is read for what others have said already. */
export const up = (db: Kysely<unknown>) =>
  sql`
  create index students_in_choices on students
    (school_id, college_id, class_name, major_name, graduation_year, education_level)
`.execute(db)
