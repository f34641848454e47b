import { type Kysely, sql } from 'kysely'

/** A queue is gone through from case to case, by its order: what waits, for the school and for one college, and all there is. */
export const up = async (db: Kysely<unknown>) => {
  for (const [table, begunAt] of [
    ['agreements', 'formed_at'],
    ['dissolutions', 'asked_at'],
    ['destinations', 'declared_at'],
  ] as const) {
    const index = (name: string) => sql.id(`${table}_${name}`)
    await sql`
      drop index ${index('queue')};
      create index ${index('queue')} on ${sql.table(table)} (school_id, waiting_for, waiting_since, id)
        where waiting_for is not null;
      create index ${index('queue_of_college')} on ${sql.table(table)}
        (school_id, college_id, waiting_for, waiting_since, id) where waiting_for is not null;
      create index if not exists ${index('of_school')} on ${sql.table(table)} (school_id, ${sql.ref(begunAt)} desc, id desc)
    `.execute(db)
  }
}
