import { type Kysely, sql } from 'kysely'

/** Each word of a post says whose students read it, and each that is sought: what a search reads of the index is its school's (decision 81). */
export const up = (db: Kysely<unknown>) =>
  sql`
  update posts set words = array_to_tsvector(array(
    select school_id || ':' || word from unnest(tsvector_to_array(words)) word where word <> 's:' || school_id));
  update saved_searches set words = regexp_replace(words::text, '''([a-z]):', '''' || school_id || ':\\1:', 'g')::tsquery
`.execute(db)
