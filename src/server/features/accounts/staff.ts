import { sql } from 'kysely'
import { Refusal } from '../../../domain/refusal.ts'
import type { StaffDuty, StaffMember, StaffRole } from '../../../domain/staff.ts'
import { foldText } from '../../../domain/text.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { addUsers } from './queries.ts'

const staffOf = (db: Db, school: string) =>
  db
    .selectFrom('users as u')
    .leftJoin('colleges as c', (on) => on.on('c.schoolId', '=', school).onRef('c.id', '=', 'u.collegeId'))
    .leftJoin('entryLinks as l', (on) => on.onRef('l.userId', '=', 'u.id').on('l.mailed', '=', false))
    .leftJoin('secondFactors as f', 'f.userId', 'u.id')
    .where('u.schoolId', '=', school)
    .where('u.portal', '=', 'school')

const SHOWN = [
  'u.id',
  'u.version',
  'u.name',
  'u.login',
  'u.staffRole',
  'u.collegeId',
  'c.name as college',
  'u.disabledAt',
  'l.expiresAt',
  sql<boolean>`u.password_hash is not null`.as('begun'),
  sql<boolean>`f.confirmed_at is not null`.as('secondFactor'),
] as const

type Row = {
  readonly staffRole: string | null
  readonly disabledAt: Date | null
  readonly expiresAt: Date | null
}
const present = <R extends Row>({ staffRole, disabledAt, expiresAt, ...row }: R, at: Date) => ({
  ...row,
  role: staffRole as StaffRole,
  disabled: disabledAt !== null,
  linkUntil: expiresAt && expiresAt > at ? expiresAt.toISOString() : null,
})

export type ListedStaff = Paging & { readonly q: string }

/** Those whose name or log-in holds `q`, by their log-ins. */
export async function listStaff(db: Db, school: string, asked: ListedStaff, at: Date) {
  const sought = foldText(asked.q)
  const found = staffOf(db, school).$if(sought !== '', (query) =>
    query.where(
      sql<boolean>`(strpos(replace(lower(u.name), ' ', ''), ${sought}::text) > 0 or strpos(replace(lower(u.login), ' ', ''), ${sought}::text) > 0)`,
    ),
  )
  const { rows, ...page } = await readPage(
    asked,
    ({ limit, offset }) => found.select(SHOWN).orderBy('u.login').limit(limit).offset(offset).execute(),
    () => found.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  )
  return { items: rows.map((row) => present(row, at)), ...page }
}

export async function findStaff(db: Db, { school, id }: Key, at: Date) {
  const row = await staffOf(db, school).where('u.id', '=', id).select(SHOWN).executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return present(row, at)
}

/** The administrators of several schools, in one statement. */
export async function listAdministrators(db: Db, schools: readonly string[], at: Date) {
  if (schools.length === 0) return new Map<string, never[]>()
  const rows = await db
    .selectFrom('users as u')
    .leftJoin('entryLinks as l', (on) => on.onRef('l.userId', '=', 'u.id').on('l.mailed', '=', false))
    .where('u.schoolId', 'in', schools)
    .where('u.portal', '=', 'school')
    .where('u.staffRole', '=', 'administrator' satisfies StaffRole)
    .select([
      'u.schoolId',
      'u.id',
      'u.name',
      'u.login',
      'u.disabledAt',
      'l.expiresAt',
      sql<boolean>`u.password_hash is not null`.as('begun'),
    ])
    .orderBy('u.login')
    .execute()
  const shown = rows.map(({ disabledAt, expiresAt, ...row }) => ({
    ...row,
    disabled: disabledAt !== null,
    linkUntil: expiresAt && expiresAt > at ? expiresAt.toISOString() : null,
  }))
  return Map.groupBy(shown, ({ schoolId }) => schoolId!)
}

/** Whether another administrator of the school has begun and is not disabled. */
export const hasOtherAdministrator = async (db: Db, school: string, userId: string): Promise<boolean> =>
  (await staffOf(db, school)
    .where('u.id', '<>', userId)
    .where('u.staffRole', '=', 'administrator' satisfies StaffRole)
    .where('u.passwordHash', 'is not', null)
    .where('u.disabledAt', 'is', null)
    .select('u.id')
    .executeTakeFirst()) !== undefined

/**
 * The account, and the administrators who have begun and are not disabled, all of whom nobody else changes before this
 * transaction ends: of two who disable each other, one is refused.
 */
export async function lockStaff(tx: Tx, { school, id }: Key) {
  const rows = await tx
    .selectFrom('users')
    .where('schoolId', '=', school)
    .where('portal', '=', 'school')
    .where((of) => of.or([of('id', '=', id), of('staffRole', '=', 'administrator' satisfies StaffRole)]))
    .select(['id', 'version', 'name', 'login', 'staffRole', 'collegeId', 'disabledAt', 'passwordHash'])
    .orderBy('id')
    .forUpdate()
    .execute()
  const row = rows.find((one) => one.id === id)
  if (!row) throw new Refusal('not-found')
  const member: StaffMember = {
    id,
    version: row.version,
    role: row.staffRole as StaffRole,
    collegeId: row.collegeId,
    disabled: row.disabledAt !== null,
  }
  const canRun = rows.filter(
    (one) =>
      one.staffRole === ('administrator' satisfies StaffRole) && one.passwordHash !== null && !one.disabledAt,
  )
  return {
    member,
    name: row.name,
    login: row.login,
    begun: row.passwordHash !== null,
    administrators: canRun.map((one) => one.id),
  }
}

/** Makes an account of staff without a password, and returns its id. A log-in that the school has already is refused by the database. */
export async function addStaff(
  tx: Tx,
  school: string,
  { login, name, duty }: { readonly login: string; readonly name: string; readonly duty: StaffDuty },
): Promise<string> {
  const { role: staffRole, collegeId } = duty
  const user = { portal: 'school', login, name, schoolId: school, staffRole } as const
  const [id] = await addUsers(tx, [{ ...user, ...(collegeId && { collegeId }) }])
  return id!
}

export const saveDuty = (tx: Tx, id: string, { name, duty }: { name: string; duty: StaffDuty }) =>
  tx
    .updateTable('users')
    .set((of) => ({
      name,
      staffRole: duty.role,
      collegeId: duty.collegeId,
      version: of('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()

export const saveEnabled = (tx: Tx, id: string) =>
  tx
    .updateTable('users')
    .set((of) => ({ disabledAt: null, version: of('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
