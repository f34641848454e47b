import { type Kysely, sql } from 'kysely'

/**
 * Lists narrowed by what a place is (decision 52): the place of each case stands in an index, so that a school's cases are not
 * gone through one by one. The function is what an index can hold of "the first answer that names a region".
 */
export const up = (db: Kysely<unknown>) =>
  sql`
  create function region_answered(form jsonb, details jsonb) returns text
    language sql immutable parallel safe
    return (select details -> (field ->> 'key') ->> 'value' from jsonb_array_elements(form) field
      where field ->> 'type' = 'code:region' limit 1);
  create index agreements_by_region on agreements (school_id, (terms ->> 'regionCode'), formed_at desc);
  create index destinations_by_region on destinations (school_id, region_answered(form, details), declared_at desc)
`.execute(db)
