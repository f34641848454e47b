import { type Kysely, sql } from 'kysely'

/** Times of one proposal keep a distance that its employer sets (AT-19, decision 69). */
export const up = (db: Kysely<unknown>) =>
  sql`
  alter table interview_slots add column free_from timestamptz;
  update interview_slots set free_from = ends_at;
  alter table interview_slots
    alter column free_from set not null,
    add constraint interview_slots_are_free_after_they_end check (free_from >= ends_at),
    add constraint interview_slots_keep_their_distance exclude using gist
      (school_id with =, set_id with =, tstzrange(begins_at, free_from) with &&)
`.execute(db)
