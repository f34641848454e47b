import { type Kysely, sql } from 'kysely'

/** All of a school's data and files for audits are taken too, and listed by the same index as other files (decision 80). */
export const up = (db: Kysely<unknown>) =>
  sql`
  drop index journal_taken_files;
  create index journal_taken_files on journal (school_id, subject, seq) where entry->>'action' in
    ('school.download-roster', 'school.take-evidence', 'school.take-figures', 'school.take-export', 'school.take-transfers',
     'school.take-everything', 'school.take-audit')
`.execute(db)
