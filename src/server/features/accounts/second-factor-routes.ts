import * as contract from '../../../contracts/second-factor.ts'
import { lackingOf } from '../../../domain/lacking.ts'
import { Refusal } from '../../../domain/refusal.ts'
import {
  decidesAboutOthers,
  refuseAuthenticator,
  refuseToSwitchOff,
  refuseToSwitchOn,
  refuseUnlessAuthenticator,
  refuseUnlessConfirmed,
} from '../../../domain/second-factor.ts'
import { shownCode } from '../../../domain/spoken-code.ts'
import { inTransaction } from '../../db/database.ts'
import { doing } from '../../http/doing.ts'
import { actorOf, meOf, personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { newTotpSecret, totpUri } from '../../services/totp.ts'
import { noteOnAccount, ownerOf, turnOn } from './acts.ts'
import { tryOwn } from './attempts.ts'
import { refuseUnlessOwnPassword } from './own-password.ts'
import { listPasskeys } from './passkeys.ts'
import { findRelyingParty } from './relying-party.ts'
import * as second from './second-factor.ts'

/** What an authenticator calls us. */
const ISSUER = '签约 Qianyue'

const wrongCode = () => new Refusal('wrong-code', { field: 'code' })

/** What opens an account is kept nowhere: acts that answer it go by no key. */
export const secondFactorRoutes: Slice = (app, services) => {
  const { db, now, secrets, jobs } = services

  app.route({
    ...contract.getSecondFactor,
    handler: async (request) => {
      const { userId } = personOf(request)
      const [found, passkeys, here] = [
        await second.findSecondFactor(db, userId),
        await listPasskeys(db, userId),
        await findRelyingParty(services, request),
      ]
      const passkeyHosts = [...new Set(passkeys.map(({ host }) => host))]
      return {
        since: found.confirmedAt?.toISOString() ?? null,
        required: found.required,
        recoveryLeft: found.recoveryLeft,
        authenticator: found.hasAuthenticator,
        passkeyHosts,
        passkeyHere: here !== null && passkeyHosts.includes(here.host),
      }
    },
  })

  app.route({
    ...contract.beginSecondFactor,
    handler: async (request, reply) => {
      const { userId, portal, login, lacks } = personOf(request)
      refuseAuthenticator(portal, lacks === 'code')
      const { password } = request.body
      await refuseUnlessOwnPassword(services, request, reply, { password, field: 'password' })
      const secret = newTotpSecret()
      await inTransaction(db, async (tx) => {
        refuseUnlessAuthenticator(await second.lockSecondFactor(tx, userId), false)
        await second.saveBegun(tx, userId, secrets.seal(secret), now())
      })
      return { secret, uri: totpUri(secret, { issuer: ISSUER, label: login }) }
    },
  })

  app.route({
    ...contract.confirmSecondFactor,
    handler: async (request) => {
      const { userId, portal, lacks } = personOf(request)
      refuseAuthenticator(portal, lacks === 'code')
      const at = now()
      const codes = await inTransaction(db, async (tx) => {
        const found = await second.lockSecondFactor(tx, userId)
        refuseUnlessAuthenticator(found, false)
        const step = second.freshStep(secrets, found, request.body.code, at)
        if (step === null) throw wrongCode()
        const given =
          found.confirmedAt === null ? await turnOn({ tx, jobs, secrets }, request, at) : ([] as string[])
        await second.saveAuthenticator(tx, userId, step, at)
        return given
      })
      return { recoveryCodes: codes.map(shownCode) }
    },
  })

  app.route({
    ...contract.passSecondFactor,
    handler: async (request) => {
      const person = personOf(request)
      const { userId, sessionId } = person
      // Asked again where the first answer was lost.
      if (person.lacks !== 'code' && person.lacks !== 'set-up') return meOf(person)
      const [{ code }, at] = [request.body, now()]
      const isRight = () => second.takeCode(db, secrets, { userId, code, at })
      if (!(await tryOwn(services, `second-factor:${userId}`, at, isRight))) throw wrongCode()
      await second.savePassed(db, sessionId)
      return meOf({ ...person, lacks: lackingOf(null, person.hasAgreed) })
    },
  })

  app.route({
    ...contract.renewRecoveryCodes,
    handler: async (request, reply) => {
      const { userId } = personOf(request)
      const { password } = request.body
      await refuseUnlessOwnPassword(services, request, reply, { password, field: 'password' })
      const at = now()
      const codes = await inTransaction(db, async (tx) => {
        refuseUnlessConfirmed(await second.lockSecondFactor(tx, userId), true)
        const done = { action: 'account.recovery-codes', told: null, at, actor: actorOf(request) } as const
        await noteOnAccount({ tx, jobs }, ownerOf(request), done)
        return second.giveRecoveryCodes(tx, secrets, userId)
      })
      return { recoveryCodes: codes.map(shownCode) }
    },
  })

  app.route({
    ...contract.switchOnSecondFactor,
    handler: async (request, reply) => {
      const { userId } = personOf(request)
      const { password } = request.body
      await refuseUnlessOwnPassword(services, request, reply, { password, field: 'password' })
      const codes = await inTransaction(db, async (tx) => {
        refuseToSwitchOn(await second.lockSecondFactor(tx, userId))
        return turnOn({ tx, jobs, secrets }, request, now())
      })
      return { recoveryCodes: codes.map(shownCode) }
    },
  })

  app.route({
    ...contract.switchOffSecondFactor,
    handler: async (request, reply) => {
      const { password } = request.body
      await refuseUnlessOwnPassword(services, request, reply, { password, field: 'password' })
      return doing(
        services,
        request,
        async ({ tx, jobs, person: { userId, portal }, actor, acting: { at } }) => {
          refuseToSwitchOff(await second.lockSecondFactor(tx, userId))
          if (decidesAboutOthers(portal)) await second.forgetSecondFactor(tx, userId)
          else await second.switchOff(tx, userId)
          const [action, told] = ['account.second-factor-off', 'account.second-factor-off'] as const
          await noteOnAccount({ tx, jobs }, ownerOf(request), { action, told, at, actor })
          return { done: true as const }
        },
      )
    },
  })
}
