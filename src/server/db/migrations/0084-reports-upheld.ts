import { type Kysely, sql } from 'kysely'

/** What an employer's record asks for: reports of a post that were upheld. */
export const up = (db: Kysely<unknown>) =>
  sql`create index post_reports_upheld on post_reports (school_id, post_id) where status in ('upheld')`.execute(
    db,
  )
