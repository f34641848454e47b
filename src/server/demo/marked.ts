import type { Db } from '../db/database.ts'

/** How far the demo school of a database is; what is begun and never whole is in nobody's use. */
export type Demo = 'none' | 'begun' | 'whole'

export const demoOf = async (db: Db) =>
  (await db.selectFrom('installation').select('demo').executeTakeFirstOrThrow()).demo

/** For the owner of the database. */
export const markDemo = (db: Db, demo: Demo) => db.updateTable('installation').set({ demo }).execute()
