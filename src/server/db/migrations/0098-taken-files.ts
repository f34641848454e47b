import { type Kysely, sql } from 'kysely'

/** Who has taken files is read out of a school's chain, whose other lines are many times more: of all kinds of files by one index. */
export const up = (db: Kysely<unknown>) =>
  sql`
  drop index journal_taken_archives;
  create index journal_taken_files on journal (school_id, subject, seq) where entry->>'action' in
    ('school.download-roster', 'school.take-evidence', 'school.take-figures', 'school.take-export')
`.execute(db)
