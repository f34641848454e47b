import { type Kysely, sql } from 'kysely'

/** Which school has it is a word of a post too: a search reads no other school's (decision 65). */
export const up = (db: Kysely<unknown>) =>
  sql`update posts set words = words || array_to_tsvector(array['s:' || school_id])`.execute(db)
