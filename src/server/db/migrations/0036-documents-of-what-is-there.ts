import { type Kysely, sql } from 'kysely'

/** What came about before its kind was sealed is sealed too, by the next start: only what still says something today. */
export const up = (db: Kysely<unknown>) =>
  sql`
  insert into documents (school_id, kind, dissolution_id, version, ordered_at)
  select school_id, 'dissolving', id, 1, asked_at from dissolutions where ended_at is null
  union all
  select school_id, 'dissolved', id, version, ended_at from dissolutions where status = 'completed';

  insert into documents (school_id, kind, destination_id, version, ordered_at)
  select school_id, 'registration', id, version, registered_at from destinations where status = 'registered';
`.execute(db)
