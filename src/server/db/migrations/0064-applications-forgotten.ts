import { type Kysely, sql } from 'kysely'

/** What applications say of a student goes where the student asks for it (decision 62). */
export const up = (db: Kysely<unknown>) =>
  sql`
  alter table applications add forgotten_at timestamptz;
  alter table applications
    drop constraint applications_are_declined_with_words,
    add constraint applications_are_declined_with_words
      check (status <> 'declined' or coalesce(reason, '') <> '' or forgotten_at is not null),
    -- The row stays for counting, and says nothing of anybody.
    add constraint applications_forgotten_say_nothing check (forgotten_at is null or (
      ended_at is not null and resume_id is null and reason is null and note = '' and student_folded = ''
      and snapshot = '{"name": "", "studentNumber": "", "college": "", "major": ""}'))
`.execute(db)
