import { type Kysely, sql } from 'kysely'

/** The photo of a résumé as it is shown and printed: small, and pixels alone (decision 61). */
export const up = (db: Kysely<unknown>) =>
  sql`
  alter table resumes add column portrait bytea,
    add constraint resumes_show_the_photo_they_have check ((photo_id is null) = (portrait is null)),
    add constraint resumes_show_small_photos check (octet_length(portrait) <= 204800);
  alter table resume_snapshots add column portrait bytea,
    add constraint resume_snapshots_show_the_photo_they_have check ((photo_id is null) = (portrait is null))
`.execute(db)
