import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Me } from '../../../contracts/accounts.ts'
import type { Entry } from '../../../domain/first-login.ts'
import { lackingOf } from '../../../domain/lacking.ts'
import { secondFactorLacking } from '../../../domain/second-factor.ts'
import { type Db, inOneTrip, type Tx, together } from '../../db/database.ts'
import { PLATFORM, sha256 } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import { firstOf, prepared, type Slots } from '../../db/prepared.ts'
import type { Person } from '../../http/person.ts'

export const SESSION_COOKIE = 'qianyue_session'
export const SESSION_DAYS = 14
const LASTS = SESSION_DAYS * 24 * 60 * 60 * 1000

/** Opens a session and returns its token, which is stored nowhere. */
export async function openSession(
  db: Db,
  userId: string,
  from: { ip: string; userAgent: string; entry?: Entry },
  at: Date,
) {
  const token = randomBytes(32).toString('base64url')
  await db
    .insertInto('sessions')
    .values({
      id: uuidv7(),
      tokenHash: sha256(token),
      userId,
      startedAt: at,
      expiresAt: new Date(at.getTime() + LASTS),
      ip: from.ip,
      userAgent: from.userAgent.slice(0, 300).toWellFormed(),
      enteredBy: from.entry ?? 'password',
      // It has asked its owner for the device and for its lock.
      passedSecond: from.entry === 'passkey',
    })
    .execute()
  return token
}

/** All of an account that is no longer let in. */
export const endSessionsOf = (tx: Tx, userId: string) =>
  tx.deleteFrom('sessions').where('userId', '=', userId).execute()

/** Whether the school of the account `u`, which is `s`, wants a second factor of it. */
export const isRequired = sql<boolean>`(u.portal = 'school' and coalesce((s.settings->>'staffSecondFactor')::boolean, false))`

/** Whether the account `u` has agreed to the last notice that asks for it: its school's own, or the platform's where it has none. */
const hasAgreed = sql<boolean>`exists (
  select from privacy_consents c, lateral (
    select n.school_id, n.version from privacy_notices n
    where n.material and n.school_id in (coalesce(u.school_id, ${PLATFORM}), ${PLATFORM})
    order by n.school_id = ${PLATFORM}, n.version desc limit 1
  ) asked
  where c.user_id = u.id and c.withdrawn_at is null and c.school_id = asked.school_id and c.version >= asked.version
)`

const selectVerified = prepared((db, { school, id }: Slots<Key>) =>
  db.selectFrom('students').where('schoolId', '=', school).where('id', '=', id).select('verifiedAt'),
)
const selectCollege = prepared((db, { school, id }: Slots<Key>) =>
  db.selectFrom('colleges').where('schoolId', '=', school).where('id', '=', id).select('name'),
)

type Account = Readonly<Record<'schoolId' | 'studentId' | 'collegeId', string | null>>

/** Of how many sessions a process knows whose they are. */
const KNOWN_AT_MOST = 20_000
/**
 * Whose a session was when it was last asked for, by its token's hash: so it and the row at the school are asked for in one trip.
 * No more than a guess at which row that is: what is answered is held against the session as it is now.
 */
const known = new Map<string, Account>()
function note(key: string, { schoolId, studentId, collegeId }: Account): void {
  if (studentId === null && collegeId === null) return
  const [oldest] = known.size < KNOWN_AT_MOST ? [] : known.keys()
  if (oldest) known.delete(oldest)
  known.set(key, { schoolId, studentId, collegeId })
}
const isSame = (one: Account, other: Account) =>
  one.schoolId === other.schoolId && one.studentId === other.studentId && one.collegeId === other.collegeId

/** The account of a session, and what its school says of it. */
async function findAccount(db: Db, token: string, at: Date) {
  const tokenHash = sha256(token)
  const key = tokenHash.toString('base64url')
  const guess = known.get(key)
  const [account, guessed] = await inOneTrip(db, (one) =>
    together(firstOf(one, selectAccount({ tokenHash, at })), guess && findAtSchool(one, guess)),
  )
  if (account && guess && guessed && isSame(account, guess)) return { ...account, ...guessed }
  known.delete(key)
  if (!account) return null
  note(key, account)
  return { ...account, ...(await findAtSchool(db, account)) }
}

/** Whether a student is verified and what a college is called: by its key, so that only the school's part of a cluster is asked. */
async function findAtSchool(db: Db, { schoolId: school, studentId, collegeId }: Account) {
  const of = (id: string) => ({ school: school!, id })
  const student = studentId !== null && (await firstOf(db, selectVerified(of(studentId))))
  const college = collegeId !== null && (await firstOf(db, selectCollege(of(collegeId))))
  return {
    verified: student === false || Boolean(student?.verifiedAt),
    college: college ? college.name : null,
  }
}

const selectAccount = prepared((db, { tokenHash, at }: Slots<{ tokenHash: Buffer; at: Date }>) =>
  db
    .selectFrom('sessions as x')
    .innerJoin('users as u', 'u.id', 'x.userId')
    .leftJoin('schools as s', 's.id', 'u.schoolId')
    .leftJoin('employers as e', 'e.id', 'u.employerId')
    .leftJoin('secondFactors as f', 'f.userId', 'u.id')
    .where('x.tokenHash', '=', tokenHash)
    .where('x.expiresAt', '>', at)
    .where('u.disabledAt', 'is', null)
    .where('s.suspendedAt', 'is', null)
    .select([
      'x.id as sessionId',
      'x.enteredBy',
      'x.passedSecond',
      'f.confirmedAt',
      isRequired.as('required'),
      hasAgreed.as('hasAgreed'),
      'u.id as userId',
      'u.portal',
      'u.name',
      'u.login',
      'u.language',
      'u.schoolId',
      'u.studentId',
      'u.employerId',
      'u.employerRole',
      'u.staffRole',
      'u.collegeId',
      's.name as schoolName',
      's.nameEn as schoolNameEn',
      'e.name as employerName',
    ]),
)

/** The person behind a token; null when it is unknown, ended or over. */
export async function findPerson(db: Db, token: string, at: Date): Promise<Person | null> {
  const row = await findAccount(db, token, at)
  if (!row) return null
  const { confirmedAt, required, verified, college } = row
  return {
    userId: row.userId,
    sessionId: row.sessionId,
    token: null,
    studentId: row.studentId,
    collegeId: row.collegeId,
    entry: row.enteredBy as Entry,
    portal: row.portal as Me['portal'],
    name: row.name,
    login: row.login,
    school:
      row.schoolId && row.schoolName && row.schoolNameEn
        ? { code: row.schoolId, name: row.schoolName, nameEn: row.schoolNameEn }
        : null,
    employer: row.employerId && row.employerName ? { id: row.employerId, name: row.employerName } : null,
    employerRole: row.employerRole as Me['employerRole'],
    staffRole: row.staffRole as Me['staffRole'],
    college,
    hasAgreed: row.hasAgreed,
    lacks: lackingOf(secondFactorLacking({ confirmedAt, required }, row.passedSecond), row.hasAgreed),
    verified,
    language: row.language as Me['language'],
  }
}

/** The one that a browser had before somebody signed in on it anew. */
export const endSessionOf = (db: Db, token: string) =>
  db.deleteFrom('sessions').where('tokenHash', '=', sha256(token)).execute()

/** Of a first log-in that has been closed: those that came in by what is on the roster. */
export const endSessionsByRoster = (tx: Tx, userId: string) =>
  tx
    .deleteFrom('sessions')
    .where('userId', '=', userId)
    .where('enteredBy', '=', 'id-number' satisfies Entry)
    .execute()

/** Removes those that are over; answers how many. */
export async function sweepSessions(db: Db, at: Date): Promise<number> {
  const gone = await db.deleteFrom('sessions').where('expiresAt', '<=', at).executeTakeFirst()
  return Number(gone.numDeletedRows)
}
