import { type Kysely, sql } from 'kysely'

/** What a student keeps and reports at the job market goes with them: it held who had signed nothing on the roster for ever. */
export const up = (db: Kysely<unknown>) =>
  sql`
  alter table favourite_posts
    drop constraint favourite_posts_of_student,
    add constraint favourite_posts_of_student foreign key (school_id, student_id)
      references students (school_id, id) on delete cascade;
  alter table saved_searches
    drop constraint saved_searches_of_student,
    add constraint saved_searches_of_student foreign key (school_id, student_id)
      references students (school_id, id) on delete cascade;
  alter table post_reports
    drop constraint post_reports_of_student,
    add constraint post_reports_of_student foreign key (school_id, student_id)
      references students (school_id, id) on delete cascade
`.execute(db)
