import { sql } from 'kysely'
import { codeLastsUntil, refuseFirstLoginOffRoster } from '../../../domain/first-login.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { plainCode } from '../../../domain/spoken-code.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { newCode } from '../../services/new-code.ts'
import type { Secrets } from '../../services/secrets.ts'
import { lockSchool } from '../schools/queries.ts'

/** Bound to its student: two students may be given the same code. */
const hashesOfCode = (secrets: Secrets, { school, id }: Key, typed: string) =>
  secrets.keyedHashes('activation-code', `${school}:${id}:${plainCode(typed)}`)

const unverified = (tx: Tx, { school, id }: Key) =>
  tx
    .updateTable('students')
    .where('schoolId', '=', school)
    .where('id', '=', id)
    .where('verifiedAt', 'is', null)

/** Closes it for what is on the roster; null where it is not open. */
export const closeFirstLogin = (tx: Tx, key: Key, at: Date) =>
  unverified(tx, key)
    .where('firstLoginClosedAt', 'is', null)
    .set({ firstLoginClosedAt: at })
    .returning(['name', 'studentNumber', 'collegeId'])
    .executeTakeFirst()

/** Opens it again; nothing where it is not closed. */
export const openFirstLogin = (tx: Tx, key: Key) =>
  unverified(tx, key)
    .where('firstLoginClosedAt', 'is not', null)
    .set({ firstLoginClosedAt: null })
    .returning('studentNumber')
    .executeTakeFirst()

type Newcomer = { readonly id: string; readonly name: string; readonly studentNumber: string }
/** A student with a new code, which is stored nowhere. */
export type WithCode = Newcomer & { readonly code: string }

/** Makes a code for each of these, who are locked, in the place of any before it. */
async function giveCodes(
  tx: Tx,
  secrets: Secrets,
  { school, at, to }: { school: string; at: Date; to: readonly Newcomer[] },
): Promise<WithCode[]> {
  const given = to.map((student) => ({ ...student, code: newCode() }))
  const hashes = given.map(({ id, code }) => hashesOfCode(secrets, { school, id }, code)[0]!)
  await sql`
    update students st set activation_code = g.hash, activation_code_until = ${codeLastsUntil(at)}
    from unnest(${given.map(({ id }) => id)}::uuid[], ${hashes}::bytea[]) as g (id, hash)
    where st.school_id = ${school} and st.id = g.id
  `.execute(tx)
  return given
}

const lockNewcomers = (tx: Tx, school: string) =>
  tx
    .selectFrom('students')
    .where('schoolId', '=', school)
    .where('verifiedAt', 'is', null)
    .select(['id', 'name', 'studentNumber', 'verifiedAt', 'onRoster'])
    .forUpdate()

export async function makeActivationCode(
  tx: Tx,
  secrets: Secrets,
  { school, id }: Key,
  at: Date,
): Promise<WithCode> {
  const found = await lockNewcomers(tx, school).where('id', '=', id).executeTakeFirst()
  if (!found) throw new Refusal('already-verified')
  refuseFirstLoginOffRoster(found)
  const [given] = await giveCodes(tx, secrets, { school, at, to: [found] })
  return given!
}

type Which = {
  readonly school: string
  /** The college that is the asker's whole scope; null for the school's own staff. */
  readonly scope: string | null
  readonly collegeId: string
  readonly className: string
  /** Also those who have a code that can be used. */
  readonly replace: boolean
}
const AT_ONCE = 200

/** For the students of a class who have still to come: two hundred at once, those without a code first. */
export async function makeActivationCodes(
  tx: Tx,
  secrets: Secrets,
  { school, scope, collegeId, className, replace }: Which,
  at: Date,
): Promise<WithCode[]> {
  await lockSchool(tx, school)
  let query = lockNewcomers(tx, school)
    .where('onRoster', '=', true)
    .where('collegeId', '=', collegeId)
    .where('className', '=', className)
  if (scope !== null) query = query.where('collegeId', '=', scope)
  if (!replace)
    query = query.where((of) =>
      of.or([of('activationCodeUntil', 'is', null), of('activationCodeUntil', '<=', at)]),
    )
  const to = await query
    .orderBy('activationCodeUntil', (first) => first.asc().nullsFirst())
    .orderBy('studentNumber')
    .limit(AT_ONCE)
    .execute()
  const given = await giveCodes(tx, secrets, { school, at, to })
  return given.sort((a, b) => (a.studentNumber < b.studentNumber ? -1 : 1))
}

/** The classes in which students have still to come; only of `college` where that is the reader's whole scope. */
export const listNewcomers = (db: Db, school: string, college: string | null, at: Date) =>
  db
    .selectFrom('students as st')
    .innerJoin('colleges as c', (on) =>
      on.onRef('c.schoolId', '=', 'st.schoolId').onRef('c.id', '=', 'st.collegeId'),
    )
    .where('st.schoolId', '=', school)
    .where('st.verifiedAt', 'is', null)
    .where('st.onRoster', '=', true)
    .$if(college !== null, (query) => query.where('st.collegeId', '=', college!))
    .groupBy(['st.collegeId', 'c.name', 'st.className'])
    .select(['st.collegeId', 'c.name as college', 'st.className'])
    .select(sql<number>`count(*)`.as('waiting'))
    .select(sql<number>`count(*) filter (where st.activation_code_until > ${at})`.as('withCode'))
    .orderBy('st.collegeId')
    .orderBy('st.className')
    .execute()

/** Takes a code; true once, for of two who have it one comes in. */
export async function takeActivationCode(
  db: Db,
  secrets: Secrets,
  { key, typed, at }: { key: Key; typed: string; at: Date },
): Promise<boolean> {
  const taken = await db
    .updateTable('students')
    .set({ activationCode: null, activationCodeUntil: null })
    .where('schoolId', '=', key.school)
    .where('id', '=', key.id)
    .where('activationCode', 'in', hashesOfCode(secrets, key, typed))
    .where('activationCodeUntil', '>', at)
    .executeTakeFirst()
  return taken.numUpdatedRows > 0n
}

/** Removes codes that are over; answers how many. */
export async function sweepActivationCodes(db: Db, at: Date): Promise<number> {
  const gone = await db
    .updateTable('students')
    .set({ activationCode: null, activationCodeUntil: null })
    .where('activationCodeUntil', '<=', at)
    .modifyEnd(acrossSchools.clock)
    .executeTakeFirst()
  return Number(gone.numUpdatedRows)
}
