import { randomInt } from 'node:crypto'
import { CODE_LENGTH, CODE_LETTERS, codeLastsUntil, plainCode } from '../../../domain/first-login.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import type { Secrets } from '../../services/secrets.ts'

const newCode = () =>
  Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('')

/** Bound to its student: two students may be given the same code. */
const hashOfCode = (secrets: Secrets, { school, id }: Key, typed: string) =>
  secrets.keyedHash('activation-code', `${school}:${id}:${plainCode(typed)}`)

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

/** Makes a code in the place of any before it, and returns it: it is stored nowhere. */
export async function makeActivationCode(tx: Tx, secrets: Secrets, key: Key, at: Date) {
  const code = newCode()
  const until = codeLastsUntil(at)
  const made = await unverified(tx, key)
    .set({ activationCode: hashOfCode(secrets, key, code), activationCodeUntil: until })
    .executeTakeFirst()
  if (made.numUpdatedRows === 0n) throw new Refusal('already-verified')
  return { code, until }
}

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
    .where('activationCode', '=', hashOfCode(secrets, key, typed))
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
    .executeTakeFirst()
  return Number(gone.numUpdatedRows)
}
