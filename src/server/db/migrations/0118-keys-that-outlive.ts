import { type Kysely, sql } from 'kysely'

/**
 * A secret that was changed: what it sealed has been sealed anew, and the keys of hashes of what nobody has in the clear are kept,
 * sealed by the newest.
 */
export const up = (db: Kysely<unknown>) => sql`alter table secret_keys add column hash_keys bytea`.execute(db)
