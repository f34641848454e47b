import { type Kysely, sql } from 'kysely'

/** What applications say of a student goes where the student asks for it, and they go with the student's row (decision 62). */
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
      and snapshot = '{"name": "", "studentNumber": "", "college": "", "major": ""}')),
    drop constraint applications_of_student,
    add constraint applications_of_student foreign key (school_id, student_id)
      references students (school_id, id) on delete cascade;
  alter table application_invitations
    drop constraint application_invitations_of_application,
    add constraint application_invitations_of_application foreign key (school_id, application_id)
      references applications (school_id, id) on delete cascade,
    drop constraint application_invitations_of_invitation,
    add constraint application_invitations_of_invitation foreign key (school_id, invitation_id)
      references invitations (school_id, id) on delete cascade;
  alter table application_assessments
    drop constraint application_assessments_of_application,
    add constraint application_assessments_of_application foreign key (school_id, application_id)
      references applications (school_id, id) on delete cascade
`.execute(db)
