import type { FastifyReply, FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/school-sign-in.ts'
import type { EventName } from '../../../domain/event.ts'
import { refuseFirstLoginOffRoster } from '../../../domain/first-login.ts'
import { originOf } from '../../../domain/network.ts'
import type { JournalData } from '../../../domain/outcome.ts'
import { Refusal } from '../../../domain/refusal.ts'
import {
  isAskedFor,
  opensDoor,
  refusalOfFault,
  refuseToEnable,
  refuseUnknown,
  type SchoolSignIn,
  type SignInPortal,
  type SignInWay,
} from '../../../domain/school-sign-in.ts'
import type { Db } from '../../db/database.ts'
import { type Doing, doing } from '../../http/doing.ts'
import { personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { countUse } from '../accounts/attempts.ts'
import { giveRoundCookie, ROUND_COOKIE } from '../accounts/cookies.ts'
import { enter, userAgentOf } from '../accounts/entering.ts'
import { findAccount } from '../accounts/queries.ts'
import { endSessionOf, SESSION_COOKIE } from '../accounts/sessions.ts'
import { recordOnSchool } from '../schools/record-on-school.ts'
import { cas } from './cas.ts'
import { oidc } from './oidc.ts'
import * as signIns from './queries.ts'
import { type Said, SignInFailed, type Way } from './way.ts'
import { wecom } from './wecom.ts'

const journaled = ({ way, server, clientId, agentId, claim, alsoStaff }: SchoolSignIn) =>
  JSON.stringify({ way, server, clientId, agentId, claim, alsoStaff })
/** Where no claim is named. */
const USUAL: Readonly<Record<SignInWay, string>> = { oidc: 'sub', cas: 'user', wecom: 'userid' }

/** Sign-in by the university's own accounts: it says a student number, and whose that is stands in the roster. */
export const schoolSignInRoutes: Slice = (app, services) => {
  const { db, now, secrets, baseUrl, outward } = services
  const ways: Readonly<Record<SignInWay, Way>> = {
    oidc: oidc(outward),
    cas: cas(outward),
    wecom: wecom(outward, services.wecom),
  }
  const redirectUri = `${baseUrl}/school-door`

  const setBy = ({ secret, claim, ...of }: signIns.Kept) => ({
    ...of,
    secret: secret && secrets.open(secret),
    claim: claim || USUAL[of.way],
  })
  /** What the university could not do is said as a refusal, and why in the log. */
  const asked = async <T>(request: FastifyRequest, work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof SignInFailed)) throw error
      request.log.info({ err: error }, 'the university did not let somebody in')
      throw refusalOfFault(error.fault)
    }
  }
  type Beginning = { school: string; kept: signIns.Kept; portal: SignInPortal; triedBy: string | null }
  const begin = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { school, kept, portal, triedBy }: Beginning,
  ) => {
    const isTrial = triedBy !== null
    const [nonce, verifier, browser] = [signIns.newSecret(), signIns.newSecret(), signIns.newSecret()]
    const round = { state: signIns.newState(isTrial), nonce, verifier }
    const by = { anew: isTrial, userAgent: userAgentOf(request) }
    const url = await asked(request, () => ways[kept.way].begin(setBy(kept), { ...round, redirectUri }, by))
    const { version } = kept
    await signIns.saveRound(db, { ...round, browser, school, version, portal, triedBy }, now())
    giveRoundCookie(services, reply, browser)
    return { url }
  }
  /** What the university says of whoever comes back, with the round that they were on. */
  const comeBack = async (request: FastifyRequest, given: string, triedBy: string | null) => {
    const answer = new URLSearchParams(given)
    const state = answer.get('state') ?? ''
    const browser = request.cookies[ROUND_COOKIE] ?? ''
    const round = await signIns.takeRound(db, { state, browser, triedBy }, now())
    const kept = round && (await signIns.findSignIn(db, round.school))
    // Also where the settings are others since.
    if (!round || !kept || kept.version !== round.version) throw new Refusal('sign-in-over')
    const set = setBy(kept)
    const said = await asked(request, () =>
      ways[kept.way].finish(set, { ...round, state, redirectUri }, answer),
    )
    return { round, kept, said, number: numberIn(said, set.claim) }
  }
  const shown = async (of: Db, school: string) => {
    const kept = await signIns.findSignIn(of, school)
    if (!kept) return { signIn: null, redirectUri }
    const { secret, triedAt, ...signIn } = kept
    return {
      signIn: { ...signIn, hasSecret: secret !== null, triedAt: triedAt?.toISOString() ?? null },
      redirectUri,
    }
  }
  const journal = (
    { tx, actor, acting: { at } }: Doing,
    school: string,
    action: EventName,
    data: JournalData,
  ) => recordOnSchool({ tx, actor, at }, school, action, data)

  app.route({
    ...contract.beginSchoolSignIn,
    handler: async (request, reply) => {
      const { school, portal } = request.body
      await countUse(services, 'universities', originOf(request.ip).network, now())
      const kept = await signIns.findSignIn(db, school)
      if (!kept || !opensDoor(kept, portal)) throw new Refusal('sign-in-not-offered')
      return begin(request, reply, { school, kept, portal, triedBy: null })
    },
  })

  app.route({
    ...contract.finishSchoolSignIn,
    handler: async (request, reply) => {
      const { round, kept, number } = await comeBack(request, request.body.answer, null)
      const { school, portal } = round
      if (!opensDoor(kept, portal)) throw new Refusal('sign-in-not-offered')
      const account = await findAccount(db, portal, school, number)
      refuseUnknown(account, portal, number)
      refuseFirstLoginOffRoster(account)
      const before = request.cookies[SESSION_COOKIE]
      if (before) await endSessionOf(db, before)
      return enter(services, request, reply, account.id, 'university')
    },
  })

  app.route({
    ...contract.getSchoolSignIn,
    handler: ({ params }) => shown(db, params.school),
  })

  app.route({
    ...contract.saveSchoolSignIn,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { school } = request.params
        const { seenVersion, secret, ...after } = request.body
        if (isAskedFor(after.way, 'server') && !outward.isAllowed(after.server))
          throw new Refusal('address-not-allowed', { field: 'server' })
        const before = await signIns.lockSignIn(of.tx, school)
        if ((before?.version ?? 0) !== seenVersion) throw new Refusal('content-changed')
        await signIns.saveSignIn(of.tx, secrets, after, { school, before, secret })
        const data = {
          before: before && journaled(before),
          after: journaled(after),
          secretChanged: secret !== '',
        }
        await journal(of, school, 'school.save-sign-in', data)
        return shown(of.tx, school)
      }),
  })

  app.route({
    ...contract.enableSchoolSignIn,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { school } = request.params
        const { seenVersion, enabled } = request.body
        const before = await signIns.lockSignIn(of.tx, school)
        if (!before) throw new Refusal('not-found')
        if (before.version !== seenVersion) throw new Refusal('content-changed', { version: before.version })
        if (enabled) refuseToEnable(before)
        await signIns.saveEnabled(of.tx, school, enabled)
        await journal(of, school, enabled ? 'school.enable-sign-in' : 'school.disable-sign-in', {})
        return shown(of.tx, school)
      }),
  })

  app.route({
    ...contract.removeSchoolSignIn,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { school } = request.params
        const before = await signIns.lockSignIn(of.tx, school)
        await signIns.removeSignIn(of.tx, school)
        await journal(of, school, 'school.remove-sign-in', { before: before && journaled(before) })
        return { done: true as const }
      }),
  })

  app.route({
    ...contract.trySchoolSignIn,
    handler: async (request, reply) => {
      const { school } = request.params
      const { userId: triedBy } = personOf(request)
      await countUse(services, 'trials', triedBy, now())
      const kept = await signIns.findSignIn(db, school)
      if (!kept) throw new Refusal('not-found')
      return begin(request, reply, { school, kept, portal: 'student', triedBy })
    },
  })

  app.route({
    ...contract.finishTrial,
    handler: async (request) => {
      const { school } = request.params
      const { userId } = personOf(request)
      const { kept, said, number } = await comeBack(request, request.body.answer, userId)
      const account = await findAccount(db, 'student', school, number)
      await signIns.saveTried(db, school, kept.version, now())
      return { number, name: account?.name ?? null, claims: Object.keys(said).sort() }
    },
  })
}

/** The text that stands in the claim, as it is typed at the door. */
function numberIn(said: Said, claim: string): string {
  const value = Object.hasOwn(said, claim) ? said[claim] : undefined
  const number = typeof value === 'number' ? String(value) : value
  if (typeof number !== 'string' || number.trim() === '') throw refusalOfFault('claim-missing')
  return number.trim().slice(0, 64)
}
