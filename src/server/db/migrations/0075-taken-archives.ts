import { type Kysely, sql } from 'kysely'

/** Who has taken archives is read out of a school's chain, whose other lines are many times more (decision 66). */
export const up = (db: Kysely<unknown>) =>
  sql`
  create index journal_taken_archives on journal (school_id, subject, seq) where entry->>'action' = 'school.take-evidence'
`.execute(db)
