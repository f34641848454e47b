import { type Kysely, sql } from 'kysely'

/** Whose cases wait for a review is read out of the queues’ indexes: the figures count them without opening a case (decision 84). */
export const up = (db: Kysely<unknown>) =>
  sql`
  drop index agreements_queue;
  create index agreements_queue on agreements (school_id, waiting_for, waiting_since, id) include (student_id)
    where waiting_for is not null;
  drop index destinations_queue;
  create index destinations_queue on destinations (school_id, waiting_for, waiting_since, id) include (student_id)
    where waiting_for is not null
`.execute(db)
