import type { EventName } from '../../../domain/event.ts'
import { passwordChanged } from '../../../domain/password.ts'
import { type Actor, type Line, PLATFORM, record } from '../../db/journal.ts'
import type { Doing } from '../../http/doing.ts'
import { tell } from '../notifications/tell.ts'
import { dropLinks } from './links.ts'
import { setPassword } from './queries.ts'
import { endSessionsOf } from './sessions.ts'

type Account = {
  readonly userId: string
  readonly name: string
  readonly schoolCode: string | null
  readonly studentId: string | null
  readonly employerId: string | null
  /** Whether it had a password before. */
  readonly begun: boolean
}
type Setting = Pick<Actor, 'ip' | 'userAgent'> & {
  readonly hash: string
  /** As which it stands in the account's history. */
  readonly action: EventName
  readonly at: Date
}

/** In whose history it stands. */
const historyOf = ({
  userId,
  schoolCode,
  studentId,
  employerId,
}: Account): Pick<Line, 'school' | 'subject'> => {
  if (employerId !== null) return { school: PLATFORM, subject: `employer:${employerId}` }
  const subject = studentId === null ? `staff:${userId}` : `student:${studentId}`
  return { school: schoolCode ?? PLATFORM, subject }
}

/** A password that is set by whoever could not sign in: all sessions and links of the account end, its owner is told, and it is journaled. */
export async function setPasswordAnew(
  { tx, jobs }: Pick<Doing, 'tx' | 'jobs'>,
  account: Account,
  { hash, action, at, ...from }: Setting,
): Promise<void> {
  const { userId, name, begun, schoolCode: school } = account
  await dropLinks(tx, userId)
  await setPassword(tx, userId, hash)
  await endSessionsOf(tx, userId)
  const actor = { id: userId, name, role: 'newcomer', ...from } as const
  await record(tx, [
    { ...historyOf(account), action, at, actor, from: null, to: null, reason: null, data: {} },
  ])
  if (begun) await tell(tx, jobs, [passwordChanged({ userId, school })], at)
}
