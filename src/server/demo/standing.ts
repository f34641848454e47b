import type { Db } from '../db/database.ts'

type Demo = 'none' | 'begun' | 'whole'

/** How far a start has come with the demo school, whether it went on or was broken off. */
export const demoOf = async (db: Db): Promise<Demo> =>
  (await db.selectFrom('installation').select('demo').executeTakeFirstOrThrow()).demo as Demo

export const mark = (db: Db, demo: Demo) => db.updateTable('installation').set({ demo }).execute()
