import type { FastifyRequest } from 'fastify'
import type { AccountEvent, EventName } from '../../../domain/event.ts'
import { passwordChanged } from '../../../domain/password.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { secondFactorTold } from '../../../domain/second-factor.ts'
import { inTransaction } from '../../db/database.ts'
import { type Actor, type Line, PLATFORM, record } from '../../db/journal.ts'
import type { Doing } from '../../http/doing.ts'
import { actorOf, personOf } from '../../http/person.ts'
import type { Services } from '../../services/services.ts'
import { tell } from '../notifications/tell.ts'
import { dropLinks } from './links.ts'
import { type Passkey, saveUsed } from './passkeys.ts'
import { endSessionsBut, setPassword } from './queries.ts'
import { forgetSecondFactor, savePassed, switchOn } from './second-factor.ts'
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

type Owner = Pick<Account, 'userId' | 'schoolCode' | 'studentId' | 'employerId'>

/** In whose history it stands. */
const historyOf = ({
  userId,
  schoolCode,
  studentId,
  employerId,
}: Owner): Pick<Line, 'school' | 'subject'> => {
  if (employerId !== null) return { school: PLATFORM, subject: `employer:${employerId}` }
  const subject = studentId === null ? `staff:${userId}` : `student:${studentId}`
  return { school: schoolCode ?? PLATFORM, subject }
}

/** What became of what stands beside an account's password: in its history, and its owner is told. */
export async function noteOnAccount(
  { tx, jobs }: Pick<Doing, 'tx' | 'jobs'>,
  owner: Owner,
  {
    told,
    name,
    ...line
  }: Pick<Line, 'at' | 'actor'> & {
    readonly action: AccountEvent
    readonly told: Parameters<typeof secondFactorTold>[0] | null
    /** Of the passkey. */
    readonly name?: string
  },
): Promise<void> {
  const data: Record<string, string> = name === undefined ? {} : { name }
  await record(tx, [{ ...historyOf(owner), ...line, from: null, to: null, reason: null, data }])
  const whose = { userId: owner.userId, school: owner.schoolCode }
  if (told) await tell(tx, jobs, [secondFactorTold(told, whose, data)], line.at)
}

/** Whose account it is that asks. */
export function ownerOf(request: FastifyRequest): Owner {
  const { userId, school, studentId, employer } = personOf(request)
  return { userId, schoolCode: school?.code ?? null, studentId, employerId: employer?.id ?? null }
}

/**
 * From now on a second factor is asked for: this session has shown it, all others end. Returns the codes for a lost device,
 * which are kept nowhere.
 */
export async function turnOn(
  { tx, jobs, secrets }: Pick<Doing, 'tx' | 'jobs' | 'secrets'>,
  request: FastifyRequest,
  at: Date,
): Promise<string[]> {
  const { userId, sessionId } = personOf(request)
  const codes = await switchOn(tx, secrets, userId, at)
  await savePassed(tx, sessionId)
  await endSessionsBut(tx, userId, sessionId)
  const [action, told] = ['account.second-factor-on', 'account.second-factor-on'] as const
  await noteOnAccount({ tx, jobs }, ownerOf(request), { action, told, at, actor: actorOf(request) })
  return codes
}

/** Of whoever has been identified and let in anew: what stood beside the password was lost with it. */
export async function takeAwaySecondFactor(
  { tx, jobs }: Pick<Doing, 'tx' | 'jobs'>,
  owner: Owner,
  by: Pick<Line, 'at' | 'actor'>,
): Promise<void> {
  const [action, told] = ['account.second-factor-off', 'account.second-factor-off'] as const
  if (await forgetSecondFactor(tx, owner.userId))
    await noteOnAccount({ tx, jobs }, owner, { action, told, ...by })
}

/** A passkey has signed, and shows how often it has: refuses one that counts backwards, and its owner is told. */
export async function takePasskey(
  { db, jobs }: Pick<Services, 'db' | 'jobs'>,
  owner: Owner,
  {
    passkey,
    shown,
    ...by
  }: Pick<Line, 'at' | 'actor'> & { readonly passkey: Passkey; readonly shown: number },
): Promise<void> {
  if (await saveUsed(db, passkey, shown, by.at)) return
  const [action, told] = ['account.passkey-copied', 'account.passkey-copied'] as const
  await inTransaction(db, (tx) =>
    noteOnAccount({ tx, jobs }, owner, { action, told, name: passkey.name, ...by }),
  )
  throw new Refusal('passkey-copied')
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
