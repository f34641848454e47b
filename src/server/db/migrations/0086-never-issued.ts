import { type Kysely, sql } from 'kysely'

/** A recommendation that was never issued goes with its student's row (decision 71); one that was is held by its editions, which have no way to go. */
export const up = (db: Kysely<unknown>) =>
  sql`
  alter table recommendations
    drop constraint recommendations_student,
    add constraint recommendations_student foreign key (school_id, student_id, college_id)
      references students (school_id, id, college_id) on update cascade on delete cascade
`.execute(db)
