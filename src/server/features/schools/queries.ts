import { Refusal } from '../../../domain/refusal.ts'
import type { Settings } from '../../../domain/settings.ts'
import type { Db, Tx } from '../../db/database.ts'
import { readSettings } from '../../db/stored.ts'

export const listSchools = (db: Db) =>
  db.selectFrom('schools').select(['id as code', 'name', 'nameEn']).orderBy('id').execute()

export async function findSchool(db: Db, school: string) {
  const found = await db.selectFrom('schools').selectAll().where('id', '=', school).executeTakeFirst()
  if (!found) throw new Refusal('not-found')
  return found
}

export const findSettings = async (db: Db, school: string) =>
  readSettings((await findSchool(db, school)).settings)

/** Changed and journaled by the caller's transaction. */
export const saveSettings = (tx: Tx, school: string, settings: Settings) =>
  tx
    .updateTable('schools')
    .set({ settings: JSON.stringify(settings) })
    .where('id', '=', school)
    .execute()

/** The school's colleges; only `college` where that is the reader's whole scope. */
export const listColleges = (db: Db, school: string, college: string | null) =>
  db
    .selectFrom('colleges')
    .where('schoolId', '=', school)
    .$if(college !== null, (query) => query.where('id', '=', college!))
    .select(['id', 'name'])
    .orderBy('id')
    .execute()

export const listCodes = (db: Db, kind: string) =>
  db
    .selectFrom('codes')
    .where('kind', '=', kind)
    .select(['code', 'name', 'nameEn', 'parent'])
    .orderBy('position')
    .orderBy('code')
    .execute()

export type NewSchool = {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly notice: string
  readonly noticeEn: string
  readonly settings: Settings
  readonly colleges: readonly { readonly id: string; readonly name: string }[]
}

export async function addSchool(db: Db, { code, settings, colleges, ...words }: NewSchool) {
  await db
    .insertInto('schools')
    .values({ ...words, id: code, settings: JSON.stringify(settings) })
    .execute()
  await db
    .insertInto('colleges')
    .values(colleges.map((college) => ({ ...college, schoolId: code })))
    .execute()
}
