import { type SqlBool, sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { normalLogin } from '../../../domain/login.ts'
import {
  RECOVERY_OPEN,
  type RecoveryStatus,
  recoveryEndsAt,
  recoveryStatusAt,
} from '../../../domain/recovery.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { plainCode } from '../../../domain/spoken-code.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { statusIn } from '../../db/status-in.ts'
import { newCode } from '../../services/new-code.ts'
import type { Secrets } from '../../services/secrets.ts'

/** Bound to its student: two may be given the same code. */
const hashesOfCode = (secrets: Secrets, { school, id }: Key, typed: string) =>
  secrets.keyedHashes('password-recovery', `${school}:${id}:${plainCode(typed)}`)

const recoveries = (db: Db, school: string) =>
  db
    .selectFrom('recoveries as r')
    .leftJoin('users as s', 's.id', 'r.startedBy')
    .leftJoin('users as a', 'a.id', 'r.approvedBy')
    .leftJoin('users as n', 'n.id', 'r.refusedBy')
    .where('r.schoolId', '=', school)

const SHOWN = [
  'r.id',
  'r.version',
  'r.status',
  'r.askedAt',
  'r.startedAt',
  'r.reason',
  'r.identifiedBy',
  'r.approvedAt',
  'r.refusal',
  'r.endsAt',
  's.name as startedBy',
  'a.name as approvedBy',
  'n.name as refusedBy',
] as const
const NEWEST = sql`coalesce(r.started_at, r.asked_at)`

type Row = {
  readonly status: string
  readonly endsAt: Date
  readonly askedAt: Date | null
  readonly startedAt: Date | null
  readonly approvedAt: Date | null
}
const present = <R extends Row>({ status, endsAt, askedAt, startedAt, approvedAt, ...row }: R, at: Date) => ({
  ...row,
  status: recoveryStatusAt({ status: status as RecoveryStatus, endsAt }, at),
  endsAt: endsAt.toISOString(),
  askedAt: askedAt?.toISOString() ?? null,
  startedAt: startedAt?.toISOString() ?? null,
  approvedAt: approvedAt?.toISOString() ?? null,
})

const isOpenAt = (at: Date) => sql<SqlBool>`(${statusIn('r.status', RECOVERY_OPEN)} and r.ends_at > ${at})`

type Listed = Paging & { readonly open?: '1' | undefined; readonly college: string | null }

/** Newest first; only of `college` where that is the reader's whole scope. */
export async function listRecoveries(db: Db, school: string, asked: Listed, at: Date) {
  const { open, college } = asked
  const found = recoveries(db, school)
    .innerJoin('students as st', (on) =>
      on.onRef('st.schoolId', '=', 'r.schoolId').onRef('st.id', '=', 'r.studentId'),
    )
    .innerJoin('colleges as c', (on) =>
      on.onRef('c.schoolId', '=', 'st.schoolId').onRef('c.id', '=', 'st.collegeId'),
    )
    .$if(college !== null, (query) => query.where('st.collegeId', '=', college!))
    .$if(open !== undefined, (query) => query.where(isOpenAt(at)))
  const { rows, ...page } = await readPage(
    asked,
    ({ limit, offset }) =>
      found
        .select([...SHOWN, 'r.studentId', 'st.name', 'st.studentNumber', 'c.name as college'])
        .orderBy(NEWEST, 'desc')
        .orderBy('r.id', 'desc')
        .limit(limit)
        .offset(offset)
        .execute(),
    () => found.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  )
  return { items: rows.map((row) => present(row, at)), ...page }
}

/** The student's last one as pages show it; null where there was none. */
export async function findLast(db: Db, { school, id }: Key, at: Date) {
  const row = await recoveries(db, school)
    .where('r.studentId', '=', id)
    .select([...SHOWN, 'r.startedBy as startedById'])
    .orderBy(NEWEST, 'desc')
    .orderBy('r.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? present(row, at) : null
}

export type StudentAccount = NonNullable<Awaited<ReturnType<typeof findAccountOf>>>

/** The account of a student, whose password may be lost; null where there is none. */
export const findAccountOf = async (db: Db, { school, id }: Key) =>
  (await accountsOf(db, school).where('u.studentId', '=', id).executeTakeFirst()) ?? null

const accountsOf = (db: Db, school: string) =>
  db
    .selectFrom('users as u')
    .where('u.portal', '=', 'student')
    .where('u.schoolId', '=', school)
    .select([
      'u.id as userId',
      'u.name',
      'u.login',
      'u.schoolId as schoolCode',
      'u.employerId',
      'u.disabledAt',
    ])
    .select([
      sql<string>`u.student_id`.as('studentId'),
      sql<boolean>`u.password_hash is not null`.as('begun'),
    ])

/** The same, and nobody else decides about it before this transaction ends. */
export async function lockAccountOf(tx: Tx, { school, id }: Key): Promise<StudentAccount> {
  const found = await accountsOf(tx, school).where('u.studentId', '=', id).forUpdate('u').executeTakeFirst()
  if (!found) throw new Refusal('not-found')
  return found
}

export const findAccountByLogin = async (db: Db, school: string, login: string) =>
  (await accountsOf(db, school).where('u.loginKey', '=', normalLogin(login)).executeTakeFirst()) ?? null

/** That somebody has typed this student's number at the door; false where something is open already. */
export async function saveAsked(tx: Tx, { school, id }: Key, at: Date): Promise<boolean> {
  await endOver(tx, { school, id }, at)
  const made = await tx
    .insertInto('recoveries')
    .values({
      ...{ schoolId: school, id: uuidv7(), studentId: id },
      ...{ status: 'asked', askedAt: at, endsAt: recoveryEndsAt('asked', at) },
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
}

const ofStudent = (tx: Tx, { school, id }: Key) =>
  tx.updateTable('recoveries as r').where('r.schoolId', '=', school).where('r.studentId', '=', id)

/** What is over for this student makes room. */
const endOver = (tx: Tx, key: Key, at: Date) =>
  ofStudent(tx, key)
    .where(statusIn('r.status', RECOVERY_OPEN))
    .where('r.endsAt', '<=', at)
    .set((of) => ({ status: 'expired', code: null, version: of('r.version', '+', 1) }))
    .execute()

type Started = {
  readonly by: string
  readonly reason: string
  readonly identifiedBy: string
  readonly at: Date
}

/** Begun at the counter, or out of what was asked at the door. */
export async function saveStarted(
  tx: Tx,
  key: Key,
  { by, reason, identifiedBy, at }: Started,
): Promise<void> {
  await endOver(tx, key, at)
  const started = { status: 'started', startedBy: by, startedAt: at, reason, identifiedBy } as const
  const set = { ...started, endsAt: recoveryEndsAt('started', at) }
  const asked = await ofStudent(tx, key)
    .where(statusIn('r.status', RECOVERY_OPEN))
    .where('r.startedBy', 'is', null)
    .set((of) => ({ ...set, version: of('r.version', '+', 1) }))
    .executeTakeFirst()
  if (asked.numUpdatedRows > 0n) return
  await tx
    .insertInto('recoveries')
    .values({ schoolId: key.school, id: uuidv7(), studentId: key.id, ...set })
    .execute()
}

/** Approved by another; returns the code, which is stored nowhere. */
export async function saveApproved(
  tx: Tx,
  secrets: Secrets,
  key: Key,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<string> {
  const code = newCode()
  await ofStudent(tx, key)
    .where(statusIn('r.status', RECOVERY_OPEN))
    .set((of) => ({
      ...{ status: 'approved', approvedBy: by, approvedAt: at, code: hashesOfCode(secrets, key, code)[0]! },
      ...{ endsAt: recoveryEndsAt('approved', at), version: of('r.version', '+', 1) },
    }))
    .execute()
  return code
}

export const saveRefused = (
  tx: Tx,
  key: Key,
  { by, reason }: { readonly by: string; readonly reason: string },
) =>
  ofStudent(tx, key)
    .where(statusIn('r.status', RECOVERY_OPEN))
    .set((of) => ({
      ...{ status: 'refused', refusedBy: by, refusal: reason, code: null },
      version: of('r.version', '+', 1),
    }))
    .execute()

/** Takes the code; true once, for of two who have it one comes in. */
export async function takeCode(
  tx: Tx,
  secrets: Secrets,
  { key, typed, at }: { readonly key: Key; readonly typed: string; readonly at: Date },
): Promise<boolean> {
  const taken = await ofStudent(tx, key)
    .where('r.code', 'in', hashesOfCode(secrets, key, typed))
    .where('r.endsAt', '>', at)
    .set((of) => ({ status: 'used', code: null, version: of('r.version', '+', 1) }))
    .executeTakeFirst()
  return taken.numUpdatedRows > 0n
}

/** Ends those that are over; what nobody took up goes. Answers how many. */
export async function sweepRecoveries(db: Db, at: Date): Promise<number> {
  const over = db
    .updateTable('recoveries as r')
    .where(statusIn('r.status', RECOVERY_OPEN))
    .where('r.endsAt', '<=', at)
    .set((of) => ({ status: 'expired', code: null, version: of('r.version', '+', 1) }))
    .modifyEnd(acrossSchools.clock)
  return Number((await over.executeTakeFirst()).numUpdatedRows)
}
