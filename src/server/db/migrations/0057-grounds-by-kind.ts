import { type Kysely, sql } from 'kysely'

/**
 * By which ground of law a request about data is refused, by its kind (`domain/privacy-request/life.ts`). What was answered before keeps
 * its answer: an answered request is never written again.
 */
export const up = (db: Kysely<unknown>) =>
  sql`
  alter table privacy_requests add constraint privacy_requests_ground_of_kind
    check (ground is null or (kind = 'correction') = (ground = 'data-right')) not valid
`.execute(db)
