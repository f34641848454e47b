import { timingSafeEqual } from 'node:crypto'
import { v4 as uuidv4 } from 'uuid'
import type { MessageFault, MessageState } from '../../../domain/message/delivery.ts'
import { PHONE_CODE } from '../../../domain/message/notices.ts'
import { Refusal } from '../../../domain/refusal.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Jobs } from '../../services/jobs.ts'
import type { Secrets } from '../../services/secrets.ts'
import { enqueueMessages } from './queueing.ts'

/** For how long a code can be typed. */
export const MINUTES = 10

/** Six digits, derived from the id of their message: they stand nowhere, and nobody who reads the database can make them. */
const codesIn = (secrets: Secrets, id: string): string[] =>
  secrets
    .keyedHashes('phone-code', id)
    .map((hash) => String(hash.readUIntBE(0, 6) % 1_000_000).padStart(6, '0'))
export const codeIn = (secrets: Secrets, id: string): string => codesIn(secrets, id)[0]!

export type CodeOwner = { readonly school: string; readonly userId: string; readonly studentId: string }

/** A code to the number that is on the roster now; the one before opens nothing any more. */
export async function askCode(
  tx: Tx,
  jobs: Jobs,
  { school, userId, studentId }: CodeOwner,
  at: Date,
): Promise<void> {
  const student = await tx
    .selectFrom('students')
    .where('schoolId', '=', school)
    .where('id', '=', studentId)
    .select('phoneCipher')
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (!student.phoneCipher) throw new Refusal('no-mobile-number')
  await endCodes(tx, school, userId)
  const id = uuidv4()
  await tx
    .insertInto('outgoingMessages')
    .values({
      ...{ schoolId: school, id, channel: 'sms', userId, kind: PHONE_CODE, at },
      phoneCipher: student.phoneCipher,
      codeUntil: new Date(at.getTime() + MINUTES * 60_000),
    })
    .execute()
  await enqueueMessages(tx, jobs, [{ school, id }])
}

/** The one that can still be typed, for the number that is on the roster; null where there is none. */
export async function findCode(db: Db, { school, userId, studentId }: CodeOwner, at: Date) {
  const row = await db
    .selectFrom('outgoingMessages as o')
    .innerJoin('students as st', (on) =>
      on
        .onRef('st.schoolId', '=', 'o.schoolId')
        .on('st.id', '=', studentId)
        .onRef('st.phoneCipher', '=', 'o.phoneCipher'),
    )
    .where('o.schoolId', '=', school)
    .where('o.userId', '=', userId)
    .where('o.codeUntil', '>', at)
    .select(['o.id', 'o.codeUntil', 'o.phoneCipher'])
    .executeTakeFirst()
  return row ? { id: row.id, until: row.codeUntil!, phoneCipher: row.phoneCipher! } : null
}

/** What became of the one that was sent last, while it would be waited for; null where there is none. */
export async function findLastCode(db: Db, { school, userId }: CodeOwner, at: Date) {
  const row = await db
    .selectFrom('outgoingMessages')
    .where('schoolId', '=', school)
    .where('userId', '=', userId)
    .where('kind', '=', PHONE_CODE)
    .where('at', '>', new Date(at.getTime() - MINUTES * 60_000))
    .select(['at', 'state', 'failure as fault'])
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row
    ? {
        sentAt: row.at.toISOString(),
        state: row.state as MessageState,
        fault: row.fault as MessageFault | null,
      }
    : null
}

export const isCode = (secrets: Secrets, id: string, typed: string): boolean =>
  codesIn(secrets, id).some((code) => {
    const [given, right] = [Buffer.from(typed), Buffer.from(code)]
    return given.length === right.length && timingSafeEqual(given, right)
  })

export const endCodes = (tx: Tx, school: string, userId: string) =>
  tx
    .updateTable('outgoingMessages')
    .set({ codeUntil: null })
    .where('schoolId', '=', school)
    .where('userId', '=', userId)
    .where('codeUntil', 'is not', null)
    .execute()

const KEPT = 24 * 60 * 60 * 1000
/** Removes those of yesterday: nobody looks at them again; answers how many. */
export async function sweepCodes(db: Db, at: Date): Promise<number> {
  const gone = await db
    .deleteFrom('outgoingMessages')
    .where('kind', '=', PHONE_CODE)
    .where('at', '<', new Date(at.getTime() - KEPT))
    .modifyEnd(acrossSchools.clock)
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}
