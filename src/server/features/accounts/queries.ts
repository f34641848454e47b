import { NIL, v7 as uuidv7 } from 'uuid'
import type { Me } from '../../../contracts/accounts.ts'
import type { FirstLoginRules } from '../../../domain/first-login.ts'
import { normalLogin } from '../../../domain/login.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { readSettings } from '../../db/stored.ts'
import { forgetAllAttempts } from './attempts.ts'

const NOTHING = {
  idNumberIndex: null,
  documentType: null,
  verifiedAt: null,
  onRoster: null,
  firstLoginClosedAt: null,
  activationCode: null,
}

/** The account and, for a student, what the first login is checked against. */
export async function findAccount(db: Db, portal: Me['portal'], school: string | null, login: string) {
  const account = await db
    .selectFrom('users')
    .where('portal', '=', portal)
    .where('schoolId', school === null ? 'is' : '=', school)
    .where('loginKey', '=', normalLogin(login))
    .select(['id', 'name', 'passwordHash', 'studentId'])
    .executeTakeFirst()
  // Where there is no account somebody is looked for too, so that the time does not tell whether there is.
  const student =
    portal === 'student' &&
    (await db
      .selectFrom('students')
      .where('schoolId', '=', school)
      .where('id', '=', account?.studentId ?? NIL)
      .select(['idNumberIndex', 'documentType', 'verifiedAt', 'onRoster', 'firstLoginClosedAt'])
      .select('activationCode')
      .executeTakeFirst())
  return account && { ...account, ...(student || NOTHING) }
}

/** How a school lets students in the first time; as every school begins where there is none. */
export async function findFirstLoginRules(db: Db, school: string): Promise<FirstLoginRules> {
  const row = await db.selectFrom('schools').where('id', '=', school).select('settings').executeTakeFirst()
  return readSettings(row?.settings)
}

/** What an account is called, held: of two acts that count what it has done, one waits. */
export const lockAccount = (tx: Tx, userId: string) =>
  tx
    .selectFrom('users')
    .where('id', '=', userId)
    .select(['name', 'login'])
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()

export const findPasswordHash = async (db: Db, userId: string) =>
  (await db.selectFrom('users').where('id', '=', userId).select('passwordHash').executeTakeFirst())
    ?.passwordHash ?? null

export const setPassword = (tx: Tx, userId: string, passwordHash: string) =>
  tx.updateTable('users').set({ passwordHash }).where('id', '=', userId).execute()

/** The same password, worked out at today's cost; unless it has been changed meanwhile. */
export const renewHash = (db: Db, userId: string, before: string, passwordHash: string) =>
  db
    .updateTable('users')
    .set({ passwordHash })
    .where('id', '=', userId)
    .where('passwordHash', '=', before)
    .execute()

export const saveLanguage = (db: Db, userId: string, language: string) =>
  db.updateTable('users').set({ language }).where('id', '=', userId).execute()

export const listSessionsOf = (db: Db, userId: string, at: Date) =>
  db
    .selectFrom('sessions')
    .where('userId', '=', userId)
    .where('expiresAt', '>', at)
    .select(['id', 'startedAt', 'ip', 'userAgent'])
    .orderBy('startedAt', 'desc')
    .limit(100)
    .execute()

export const endSession = (db: Db, sessionId: string) =>
  db.deleteFrom('sessions').where('id', '=', sessionId).execute()

/** Returns how many were ended. */
export async function endSessionsBut(db: Db, userId: string, sessionId: string): Promise<number> {
  const ended = await db
    .deleteFrom('sessions')
    .where('userId', '=', userId)
    .where('id', '<>', sessionId)
    .executeTakeFirst()
  return Number(ended.numDeletedRows)
}

/** As if nobody had ever come: what a story that was played through HTTP leaves behind. */
export async function forgetVisits(db: Db): Promise<void> {
  await db.deleteFrom('sessions').execute()
  await forgetAllAttempts(db)
}

/** A student's account is called as the roster calls them. */
export const renameStudent = (tx: Tx, { school, id }: Key, name: string) =>
  tx.updateTable('users').set({ name }).where('schoolId', '=', school).where('studentId', '=', id).execute()

export type NewUser = {
  readonly portal: Me['portal']
  readonly login: string
  readonly name: string
  readonly schoolId?: string
  readonly studentId?: string
  readonly employerId?: string
  /** Of an employer's member; the first ones are owners. */
  readonly employerRole?: NonNullable<Me['employerRole']>
  readonly staffRole?: NonNullable<Me['staffRole']>
  readonly collegeId?: string
  readonly passwordHash?: string
}

/** Accounts as the roster, the school or the platform makes them, in one statement; their ids in the same order. */
export async function addUsers(tx: Db | Tx, users: readonly NewUser[]): Promise<string[]> {
  const ids = users.map(() => uuidv7())
  await tx
    .insertInto('users')
    .values(
      users.map((user, index) => ({
        id: ids[index]!,
        portal: user.portal,
        login: user.login,
        loginKey: normalLogin(user.login),
        name: user.name,
        schoolId: user.schoolId ?? null,
        studentId: user.studentId ?? null,
        employerId: user.employerId ?? null,
        employerRole: user.portal === 'employer' ? (user.employerRole ?? 'owner') : null,
        staffRole: user.staffRole ?? null,
        collegeId: user.collegeId ?? null,
        passwordHash: user.passwordHash ?? null,
      })),
    )
    .execute()
  return ids
}

/** Whether nobody has this log-in yet, of members of employers; those who have left keep theirs. */
export async function isLoginFree(db: Db, login: string): Promise<boolean> {
  const found = await db
    .selectFrom('users')
    .where('portal', '=', 'employer')
    .where('loginKey', '=', normalLogin(login))
    .select('id')
    .executeTakeFirst()
  return found === undefined
}
