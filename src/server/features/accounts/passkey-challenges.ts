import { randomBytes } from 'node:crypto'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db } from '../../db/database.ts'
import { sha256 } from '../../db/journal.ts'

/** Long enough to find the telephone, and to be asked for its lock. */
const LASTS = 5 * 60 * 1000

/** What somebody signs for: that a passkey becomes theirs, to come in, to show one beside the password, or to bind themselves. */
type Purpose = 'add' | 'enter' | 'pass' | 'sign'

export type Asking = {
  readonly purpose: Purpose
  /** The session, with what is signed where that is asked for, or at the door the browser's cookie: nobody else answers it. */
  readonly boundTo: string
  /** Null at the door. */
  readonly userId: string | null
  readonly host: string
}

const rowOf = ({ boundTo, ...asking }: Asking) => ({ ...asking, boundTo: sha256(boundTo) })

/** What is to be signed; any instance takes it back. `about`: what stands in it behind the random bytes. */
export async function makeChallenge(
  db: Db,
  asking: Asking,
  at: Date,
  about: Buffer = Buffer.alloc(0),
): Promise<string> {
  const challenge = Buffer.concat([randomBytes(32), about]).toString('base64url')
  const endsAt = new Date(at.getTime() + LASTS)
  await db
    .insertInto('passkeyChallenges')
    .values({ ...rowOf(asking), challenge: sha256(challenge), endsAt })
    .execute()
  return challenge
}

/** Takes it once, whatever comes of it; refuses one of another browser, purpose or name, and one that is over. */
export async function takeChallenge(db: Db, challenge: string, asking: Asking, at: Date): Promise<void> {
  const { boundTo, purpose, userId, host } = rowOf(asking)
  const taken = await db
    .deleteFrom('passkeyChallenges')
    .where('challenge', '=', sha256(challenge))
    .where('boundTo', '=', boundTo)
    .where('purpose', '=', purpose)
    .where('userId', userId === null ? 'is' : '=', userId)
    .where('host', '=', host)
    .where('endsAt', '>', at)
    .executeTakeFirst()
  if (taken.numDeletedRows === 0n) throw new Refusal('passkey-over')
}

/** Removes those that nobody has answered; answers how many. */
export async function sweepChallenges(db: Db, at: Date): Promise<number> {
  const gone = await db.deleteFrom('passkeyChallenges').where('endsAt', '<=', at).executeTakeFirst()
  return Number(gone.numDeletedRows)
}
