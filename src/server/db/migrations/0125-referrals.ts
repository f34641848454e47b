import { type Kysely, sql } from 'kysely'

/**
 * 离校未就业信息移交 (decision 89, AT-33): whether a graduate agrees to be named to the employment service of their home region, as
 * they have said it last; and the list that is taken stands among the other files.
 */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table help_referrals (
    school_id   text not null,
    student_id  uuid not null,
    is_referred boolean not null,
    said_at     timestamptz not null,
    primary key (school_id, student_id),
    constraint help_referrals_student foreign key (school_id, student_id) references students (school_id, id) on delete cascade
  );
  drop index journal_taken_files;
  create index journal_taken_files on journal (school_id, subject, seq) where entry->>'action' in
    ('school.download-roster', 'school.take-evidence', 'school.take-figures', 'school.take-export', 'school.take-transfers',
     'school.take-everything', 'school.take-audit', 'school.take-referrals')
`.execute(db)
