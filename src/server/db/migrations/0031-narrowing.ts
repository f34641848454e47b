import { type Kysely, sql } from 'kysely'

/**
 * Lists narrowed by what was chosen in fields of a school's own. Their keys are one school's, so a value with its key leads to
 * that school's rows alone.
 */
export const up = (db: Kysely<unknown>) =>
  sql`
  create index students_by_own_value on students using gin (own_values jsonb_path_ops) where own_values <> '{}';
  create index destinations_by_answer on destinations using gin (details jsonb_path_ops)
`.execute(db)
