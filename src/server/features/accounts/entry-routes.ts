import { timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import * as contract from '../../../contracts/accounts.ts'
import { type Entry, opensByRoster, refuseFirstLoginOffRoster } from '../../../domain/first-login.ts'
import { type DocumentType, lookUpForm } from '../../../domain/identity-document.ts'
import { accountName } from '../../../domain/login.ts'
import { originOf } from '../../../domain/network.ts'
import { isOfSchool } from '../../../domain/portal.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { inTransaction } from '../../db/database.ts'
import { hungUp } from '../../http/hung-up.ts'
import { meOf, personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { hashPassword, isOutdated, isPassword } from '../../services/password-hash.ts'
import type { Services } from '../../services/services.ts'
import { closeAfterTries } from '../students/acts.ts'
import { takeActivationCode } from '../students/first-login.ts'
import { settle } from './attempts.ts'
import { giveDeviceCookie, giveSessionCookie, stepOut } from './cookies.ts'
import { DEVICE_COOKIE, knownDevice } from './known-device.ts'
import * as accounts from './queries.ts'
import { endSessionOf, findPerson, openSession, SESSION_COOKIE } from './sessions.ts'
import { type Caller, weighTry } from './weigh-try.ts'

type Account = NonNullable<Awaited<ReturnType<typeof accounts.findAccount>>>
type Asked = Pick<z.infer<typeof contract.signIn.schema.body>, 'portal' | 'login' | 'secret'> & {
  /** Null at the employers' door. */
  readonly school: string | null
}
const asked = ({ portal, login, secret, school }: z.infer<typeof contract.signIn.schema.body>): Asked => ({
  portal,
  login,
  secret,
  school: isOfSchool(portal) ? (school ?? '') : null,
})

function callerOf(services: Services, request: FastifyRequest, { portal, school, login }: Asked): Caller {
  const name = accountName(portal, school, login)
  return {
    name,
    device: knownDevice(services, request.cookies[DEVICE_COOKIE], name, services.now()),
    ...originOf(request.ip),
    ip: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
  }
}

/** How the secret opens the account; null where it does not. */
async function entryBy(
  { secrets, passwordCost }: Services,
  { secret, account, byRoster }: { secret: string; account: Account | undefined; byRoster: boolean },
): Promise<Entry | null> {
  // Both ways are always walked, so that neither the answer nor its time tells whether the account exists.
  const byPassword = await isPassword(secret, account?.passwordHash ?? null, passwordCost)
  const type = (account?.documentType ?? 'resident_id') as DocumentType
  const isIdNumber = secrets
    .blindIndexes(lookUpForm({ type, number: secret }))
    .map((index) => timingSafeEqual(index, account?.idNumberIndex ?? Buffer.alloc(index.length)))
    .includes(true)
  if (byPassword) return 'password'
  return isIdNumber && byRoster && account?.passwordHash === null ? 'id-number' : null
}

/** Takes a code of the school, unless it is for nobody any more: then it is kept. */
const takeCode = (
  { db, secrets }: Services,
  account: Account,
  of: Parameters<typeof takeActivationCode>[2],
): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    const isTaken = await takeActivationCode(tx, secrets, of)
    if (isTaken) refuseFirstLoginOffRoster(account)
    return isTaken
  })

/** The account and how it was opened; refuses with `wrong-credentials`, the time to wait, or a first log-in that is closed. */
async function open(
  services: Services,
  caller: Caller,
  { portal, school, login, secret }: Asked,
): Promise<{ account: Account; entry: Entry }> {
  const { db, jobs, now } = services
  const at = now()
  const [account, rules] = await Promise.all([
    accounts.findAccount(db, portal, school, login),
    portal === 'student' ? accounts.findFirstLoginRules(db, school ?? '') : null,
  ])
  const key = account?.studentId ? { school: school ?? '', id: account.studentId } : null
  // Before anything is counted: nobody finds a code by trying, and nobody's tries keep out who was given one.
  if (account?.activationCode && key && (await takeCode(services, account, { key, typed: secret, at })))
    return { account, entry: 'activation-code' }

  const { heard, isLast, whenRight } = await weighTry(services, caller, {
    isNewcomer: !account?.verifiedAt,
    rules,
    at,
  })
  const facts = account && { closedAt: account.firstLoginClosedAt, verifiedAt: account.verifiedAt }
  const byRoster = heard && rules !== null && facts !== undefined && opensByRoster(facts, rules)
  const entry = await entryBy(services, { secret, account, byRoster })
  if (account && entry) {
    await settle(services, whenRight(entry))
    refuseFirstLoginOffRoster(account)
    return { account, entry }
  }
  if (isLast && account && key && rules)
    await inTransaction(db, (tx) => {
      const actor = {
        id: null,
        name: '',
        role: 'newcomer',
        ip: caller.ip,
        userAgent: caller.userAgent,
      } as const
      return closeAfterTries(
        { tx, jobs, at, actor },
        { key, userId: account.id, tries: rules.firstLoginTries },
      )
    })
  // The same answer whether there is such an account or not, and whether it has been opened before.
  throw new Refusal(isLast || account?.firstLoginClosedAt ? 'first-login-closed' : 'wrong-credentials')
}

/** A password hash that is not as new ones are follows when the password is at hand. */
async function keepHashUpToDate(
  { db, passwordCost }: Services,
  { id, passwordHash }: Account,
  secret: string,
) {
  if (passwordHash && isOutdated(passwordHash, passwordCost))
    await accounts.renewHash(db, id, passwordHash, await hashPassword(secret, passwordCost))
}

export const entryRoutes: Slice = (app, services) => {
  const { db, now, passwordLine } = services

  const enter = async (request: FastifyRequest, reply: FastifyReply, what: Asked) => {
    const caller = callerOf(services, request, what)
    const comer = {
      known: caller.device !== null,
      place: caller.device ?? caller.network,
      left: hungUp(reply),
    }
    const { account, entry } = await passwordLine.through(comer, async () => {
      const opened = await open(services, caller, what)
      if (opened.entry === 'password') await keepHashUpToDate(services, opened.account, what.secret)
      return opened
    })
    const before = request.cookies[SESSION_COOKIE]
    if (before) await endSessionOf(db, before)
    const token = await openSession(db, account.id, { ...caller, entry }, now())
    const person = await findPerson(db, token, now())
    // Disabled, or of a suspended school.
    if (!person) throw new Refusal('account-closed')
    giveSessionCookie(services, reply, token)
    // Who has only shown what is on the roster is no known browser yet.
    if (entry === 'password') giveDeviceCookie(services, request, reply, caller.name)
    return meOf(person)
  }

  app.route({
    ...contract.signIn,
    handler: (request, reply) => enter(request, reply, asked(request.body)),
  })

  app.route({
    ...contract.signOut,
    handler: async (request, reply) => {
      await accounts.endSession(db, personOf(request).sessionId)
      stepOut(reply)
      return { done: true as const }
    },
  })
}
