import type { FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/second-factor.ts'
import { lackingOf } from '../../../domain/lacking.ts'
import { Refusal } from '../../../domain/refusal.ts'
import {
  refuseToSwitchOff,
  refuseUnlessConfirmed,
  refuseUnlessMaySetUp,
} from '../../../domain/second-factor.ts'
import { shownCode } from '../../../domain/spoken-code.ts'
import { inTransaction, type Tx } from '../../db/database.ts'
import { type Line, PLATFORM, record } from '../../db/journal.ts'
import { doing } from '../../http/doing.ts'
import { actorOf, meOf, personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { newTotpSecret, totpUri } from '../../services/totp.ts'
import { tryOwn } from './attempts.ts'
import { refuseUnlessOwnPassword } from './own-password.ts'
import { endSessionsBut } from './queries.ts'
import * as second from './second-factor.ts'

/** What an authenticator calls us. */
const ISSUER = '签约 Qianyue'

const wrongCode = () => new Refusal('wrong-code', { field: 'code' })

/** What somebody did to their own second factor, in the history of their account. */
const note = (tx: Tx, request: FastifyRequest, at: Date, action: Line['action']) => {
  const { userId, school } = personOf(request)
  const of = { school: school?.code ?? PLATFORM, subject: `staff:${userId}`, at, actor: actorOf(request) }
  return record(tx, [{ ...of, action, from: null, to: null, reason: null, data: {} }])
}

/** What opens an account is kept nowhere: acts that answer it go by no key. */
export const secondFactorRoutes: Slice = (app, services) => {
  const { db, now, secrets } = services

  app.route({
    ...contract.getSecondFactor,
    handler: async (request) => {
      const { confirmedAt, required, recoveryLeft } = await second.findSecondFactor(
        db,
        personOf(request).userId,
      )
      return { since: confirmedAt?.toISOString() ?? null, required, recoveryLeft }
    },
  })

  app.route({
    ...contract.beginSecondFactor,
    handler: async (request, reply) => {
      const { userId, portal, login, lacks } = personOf(request)
      refuseUnlessMaySetUp(portal, lacks === 'code')
      const { password } = request.body
      await refuseUnlessOwnPassword(services, request, reply, { password, field: 'password' })
      const secret = newTotpSecret()
      await inTransaction(db, async (tx) => {
        refuseUnlessConfirmed(await second.lockSecondFactor(tx, userId), false)
        await second.saveBegun(tx, userId, secrets.seal(secret), now())
      })
      return { secret, uri: totpUri(secret, { issuer: ISSUER, label: login }) }
    },
  })

  app.route({
    ...contract.confirmSecondFactor,
    handler: async (request) => {
      const { userId, sessionId, portal, lacks } = personOf(request)
      refuseUnlessMaySetUp(portal, lacks === 'code')
      const at = now()
      const codes = await inTransaction(db, async (tx) => {
        const found = await second.lockSecondFactor(tx, userId)
        refuseUnlessConfirmed(found, false)
        const step = second.freshStep(secrets, found, request.body.code, at)
        if (step === null) throw wrongCode()
        const given = await second.confirm(tx, secrets, { userId, step, at })
        await second.savePassed(tx, sessionId)
        await endSessionsBut(tx, userId, sessionId)
        await note(tx, request, at, 'staff.second-factor-on')
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
      const codes = await inTransaction(db, async (tx) => {
        refuseUnlessConfirmed(await second.lockSecondFactor(tx, userId), true)
        await note(tx, request, now(), 'staff.recovery-codes')
        return second.giveRecoveryCodes(tx, secrets, userId)
      })
      return { recoveryCodes: codes.map(shownCode) }
    },
  })

  app.route({
    ...contract.switchOffSecondFactor,
    handler: async (request, reply) => {
      const { password } = request.body
      await refuseUnlessOwnPassword(services, request, reply, { password, field: 'password' })
      return doing(services, request, async ({ tx, person: { userId }, acting: { at } }) => {
        refuseToSwitchOff(await second.lockSecondFactor(tx, userId))
        await second.dropSecondFactor(tx, userId)
        await note(tx, request, at, 'staff.second-factor-off')
        return { done: true as const }
      })
    },
  })
}
