import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

/** What these students have drawn: the journal keeps its SHA-256, nobody the lines. */
export const forgetDrawings = (
  tx: Tx,
  {
    school,
    students,
    at,
  }: { readonly school: string; readonly students: readonly string[]; readonly at: Date },
) =>
  sql`
    update drawings set strokes = null, name = null, removed_at = ${at}
    where removed_at is null and user_id in (
      select id from users where school_id = ${school} and student_id = any(${[...students]}::uuid[]))`.execute(
    tx,
  )
