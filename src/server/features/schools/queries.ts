import { sql } from 'kysely'
import { Refusal } from '../../../domain/refusal.ts'
import type { RosterTables } from '../../../domain/roster/read-cell.ts'
import { opensDoor, type SignInWay } from '../../../domain/school-sign-in.ts'
import type { Settings } from '../../../domain/settings.ts'
import { codeTable } from '../../../domain/sheets/code-table.ts'
import { foldText } from '../../../domain/text.ts'
import type { Db, Tx } from '../../db/database.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { readSettings } from '../../db/stored.ts'
import { offerOurNotices } from '../notice-texts/queries.ts'

/** As everybody sees them: also the suspended, so that their people read at the door why they do not get in. */
export async function listSchools(db: Db) {
  const rows = await db
    .selectFrom('schools as s')
    .leftJoin('schoolSignIns as u', 'u.schoolId', 's.id')
    .select(['s.id as code', 's.name', 's.nameEn', sql<boolean>`s.suspended_at is not null`.as('suspended')])
    .select(['u.way', 'u.enabled', 'u.alsoStaff'])
    .orderBy('s.id')
    .execute()
  return rows.map(({ way, enabled, alsoStaff, ...school }) => {
    const of = { enabled: enabled ?? false, alsoStaff: alsoStaff ?? false }
    const [student, staff] = [opensDoor(of, 'student'), opensDoor(of, 'school')]
    return { ...school, university: { way: enabled ? (way as SignInWay) : null, student, school: staff } }
  })
}

/** All, also the suspended, whose code or names hold `q`. */
export async function pageOfSchools(db: Db, asked: Paging & { readonly q: string }) {
  const sought = foldText(asked.q)
  const found = db
    .selectFrom('schools')
    .$if(sought !== '', (query) =>
      query.where(
        sql<boolean>`(id = ${asked.q} or strpos(replace(lower(name), ' ', ''), ${sought}::text) > 0 or strpos(replace(lower(name_en), ' ', ''), ${sought}::text) > 0)`,
      ),
    )
  const { rows: items, ...page } = await readPage(
    asked,
    ({ limit, offset }) =>
      found
        .select(['id', 'name', 'nameEn', 'openedAt', 'suspendedAt', 'host'])
        .orderBy('id')
        .limit(limit)
        .offset(offset)
        .execute(),
    () => found.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  )
  return { items, ...page }
}

/** Refuses what is so already, and a school that is not there. */
export async function saveSuspended(tx: Tx, school: string, suspendedAt: Date | null): Promise<void> {
  const saved = await tx
    .updateTable('schools')
    .set({ suspendedAt })
    .where('id', '=', school)
    .where('suspendedAt', suspendedAt === null ? 'is not' : 'is', null)
    .executeTakeFirst()
  if (saved.numUpdatedRows > 0n) return
  await findSchool(tx, school)
  throw new Refusal('already-moved-on')
}

export async function findSchool(db: Db, school: string) {
  const found = await db.selectFrom('schools').selectAll().where('id', '=', school).executeTakeFirst()
  if (!found) throw new Refusal('not-found')
  return found
}

/** Every school that is in use, with its own host name where it has one. */
export const listHosts = (db: Db) =>
  db
    .selectFrom('schools')
    .where('suspendedAt', 'is', null)
    .select(['id as code', 'host'])
    .orderBy('id')
    .execute()

/** The school whose own host name this is; null where it is nobody's. */
export async function findSchoolOfHost(db: Db, host: string): Promise<string | null> {
  const found = await db.selectFrom('schools').where('host', '=', host).select('id').executeTakeFirst()
  return found?.id ?? null
}

/** Its own host name, or none; journaled by the caller's transaction. Refuses a school that is not there. */
export async function saveHost(
  tx: Tx,
  school: string,
  host: string | null,
): Promise<{ before: string | null }> {
  const { host: before } = await findSchool(tx, school)
  await tx.updateTable('schools').set({ host }).where('id', '=', school).execute()
  return { before }
}

/** Whoever writes many students of a school goes one after the other: rows locked in another order would wait for each other. */
export const lockSchool = (tx: Tx, school: string) =>
  tx.selectFrom('schools').where('id', '=', school).select('id').forNoKeyUpdate().executeTakeFirst()

const selectSettings = (db: Db, school: string) =>
  db.selectFrom('schools').where('id', '=', school).select(['settings', 'settingsVersion as version'])

type FoundSettings = { readonly settings: unknown; readonly version: number }
function versioned(row: FoundSettings | undefined): Settings & { readonly version: number } {
  if (!row) throw new Refusal('not-found')
  return { ...readSettings(row.settings), version: row.version }
}

/** As they are now, with the number of the change that made them so. */
export const findSettings = async (db: Db, school: string) =>
  versioned(await selectSettings(db, school).executeTakeFirst())

/** The same, until this transaction ends nobody else's to change. */
export const lockSettings = async (tx: Tx, school: string) =>
  versioned(await selectSettings(tx, school).forNoKeyUpdate().executeTakeFirst())

/** Changed and journaled by the caller's transaction. */
export const saveSettings = (tx: Tx, school: string, settings: Settings) =>
  tx
    .updateTable('schools')
    .set({ settings: JSON.stringify(settings), settingsVersion: sql`settings_version + 1` })
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

export const addCollege = (tx: Tx, school: string, college: { readonly id: string; readonly name: string }) =>
  tx
    .insertInto('colleges')
    .values({ ...college, schoolId: school })
    .execute()

/** Refuses a college that is not there, and one whose name is no longer the one that was read. */
export async function renameCollege(
  tx: Tx,
  school: string,
  college: string,
  { name, seenName }: { readonly name: string; readonly seenName: string },
): Promise<void> {
  const found = await tx
    .selectFrom('colleges')
    .where('schoolId', '=', school)
    .where('id', '=', college)
    .select('name')
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new Refusal('not-found')
  if (found.name !== seenName) throw new Refusal('content-changed')
  await tx
    .updateTable('colleges')
    .set({ name })
    .where('schoolId', '=', school)
    .where('id', '=', college)
    .execute()
}

/** What can be chosen anew in this year. */
const isOffered = (year: number) =>
  sql<boolean>`coalesce(valid_from, ${year}) <= ${year} and coalesce(valid_until, ${year}) >= ${year}`

/** A code table with what can be chosen anew in this year. */
export const listCodes = (db: Db, kind: string, year: number) =>
  db
    .selectFrom('codes')
    .where('kind', '=', kind)
    .select(['code', 'name', 'nameEn', 'parent'])
    .select(isOffered(year).as('offered'))
    .orderBy('position')
    .orderBy('code')
    .execute()

/** The code tables of these kinds, as cells are judged by them; of a year only what can be chosen anew in it. */
export async function findCodeTables(
  db: Db,
  kinds: readonly string[],
  year?: number,
): Promise<RosterTables['codes']> {
  const rows = await db
    .selectFrom('codes')
    .where('kind', 'in', kinds)
    .$if(year !== undefined, (query) => query.where(isOffered(year!)))
    .select(['kind', 'code', 'name', 'nameEn', 'parent', 'class'])
    .orderBy('position')
    .orderBy('code')
    .execute()
  const byKind = Map.groupBy(rows, ({ kind }) => kind)
  return Object.fromEntries([...byKind].map(([kind, of]) => [kind, codeTable(of)]))
}

export type NewSchool = {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly notice: string
  readonly noticeEn: string
  readonly openedAt?: Date
  readonly settings: Settings
  readonly colleges: readonly { readonly id: string; readonly name: string }[]
}

/** Without colleges as the platform opens it; the school adds its own. */
export async function addSchool(db: Db | Tx, { code, settings, colleges, ...words }: NewSchool) {
  await db
    .insertInto('schools')
    .values({ ...words, id: code, settings: JSON.stringify(settings) })
    .execute()
  await offerOurNotices(db, code)
  if (colleges.length === 0) return
  await db
    .insertInto('colleges')
    .values(colleges.map((college) => ({ ...college, schoolId: code })))
    .execute()
}
