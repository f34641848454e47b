import { type Kysely, sql } from 'kysely'

/** For how many years after graduation a school keeps résumés (decision 65). */
export const up = (db: Kysely<unknown>) =>
  sql`
  alter table retention_rules add column resume_years integer check (resume_years between 1 and 50)
`.execute(db)
