import type { FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/passkeys.ts'
import { lackingOf } from '../../../domain/lacking.ts'
import { Refusal } from '../../../domain/refusal.ts'
import {
  refuseTooManyPasskeys,
  refuseToRemovePasskey,
  refuseUnlessMayAdd,
  turnsOff,
  turnsOn,
} from '../../../domain/second-factor.ts'
import { shownCode } from '../../../domain/spoken-code.ts'
import { inTransaction } from '../../db/database.ts'
import { doing } from '../../http/doing.ts'
import { actorOf, meOf, personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { noteOnAccount, ownerOf, takePasskey, turnOn } from './acts.ts'
import { countUse } from './attempts.ts'
import { userAgentOf } from './entering.ts'
import { refuseUnlessOwnPassword } from './own-password.ts'
import { type Asking, makeChallenge, takeChallenge } from './passkey-challenges.ts'
import * as passkeys from './passkeys.ts'
import { endSessionsBut } from './queries.ts'
import { findRelyingParty, type RelyingParty, relyingPartyOf } from './relying-party.ts'
import * as second from './second-factor.ts'
import * as webauthn from './webauthn.ts'

/** One's own passkeys: made and shown in the session that asks, by the name under which the site was opened. */
export const passkeyRoutes: Slice = (app, services) => {
  const { db, now, secrets, jobs } = services

  const asking = (request: FastifyRequest, { host }: RelyingParty, purpose: 'add' | 'pass'): Asking => {
    const { userId, sessionId } = personOf(request)
    return { purpose, boundTo: sessionId, userId, host }
  }
  const challengeFor = async (request: FastifyRequest, party: RelyingParty, purpose: 'add' | 'pass') => {
    await countUse(services, 'ownPasskeys', personOf(request).userId, now())
    return makeChallenge(db, asking(request, party, purpose), now())
  }

  app.route({
    ...contract.listPasskeys,
    handler: async (request) => {
      const rows = await passkeys.listPasskeys(db, personOf(request).userId)
      const items = rows.map(({ madeAt, usedAt, ...row }) => ({
        ...row,
        madeAt: madeAt.toISOString(),
        usedAt: usedAt?.toISOString() ?? null,
      }))
      return { items, host: (await findRelyingParty(services, request))?.host ?? null }
    },
  })

  app.route({
    ...contract.beginPasskey,
    handler: async (request, reply) => {
      const person = personOf(request)
      refuseUnlessMayAdd(person.lacks === 'code')
      const party = await relyingPartyOf(services, request)
      const { password } = request.body
      await refuseUnlessOwnPassword(services, request, reply, { password, field: 'password' })
      refuseTooManyPasskeys(await second.findSecondFactor(db, person.userId))
      const challenge = await challengeFor(request, party, 'add')
      const known = await passkeys.listKeys(db, person.userId, party.host)
      return { options: await webauthn.creationOptions(party, person, { challenge, passkeys: known }) }
    },
  })

  app.route({
    ...contract.addPasskey,
    handler: async (request) => {
      const { userId, portal, lacks } = personOf(request)
      refuseUnlessMayAdd(lacks === 'code')
      const at = now()
      const { name, answer } = request.body
      const party = await relyingPartyOf(services, request)
      const created = webauthn.readCreated(answer)
      await takeChallenge(db, created.challenge, asking(request, party, 'add'), at)
      const made = await webauthn.verifyCreated(created, party, request.log)
      const codes = await inTransaction(db, async (tx) => {
        const found = await second.lockSecondFactor(tx, userId)
        refuseTooManyPasskeys(found)
        const { host } = party
        await passkeys.addPasskey(tx, { ...made, userId, host, name, userAgent: userAgentOf(request) }, at)
        const [action, told] = ['account.add-passkey', 'account.passkey-added'] as const
        const actor = actorOf(request)
        await noteOnAccount({ tx, jobs }, ownerOf(request), { action, told, name, at, actor })
        return turnsOn(found, portal) ? turnOn({ tx, jobs, secrets }, request, at) : []
      })
      return { recoveryCodes: codes.map(shownCode) }
    },
  })

  app.route({
    ...contract.renamePasskey,
    handler: (request) =>
      doing(services, request, async ({ tx, person: { userId }, actor, acting: { at } }) => {
        const { id } = await passkeys.lockPasskey(tx, userId, request.params.id)
        const { name } = request.body
        await passkeys.savePasskeyName(tx, id, name)
        const line = { action: 'account.rename-passkey', told: null, name, at, actor } as const
        await noteOnAccount({ tx, jobs }, ownerOf(request), line)
        return { done: true as const }
      }),
  })

  app.route({
    ...contract.removePasskey,
    handler: async (request, reply) => {
      const { password } = request.body
      await refuseUnlessOwnPassword(services, request, reply, { password, field: 'password' })
      return doing(services, request, async ({ tx, person, actor, acting: { at } }) => {
        const found = await second.lockSecondFactor(tx, person.userId)
        const { id, name } = await passkeys.lockPasskey(tx, person.userId, request.params.id)
        refuseToRemovePasskey(found)
        await passkeys.removePasskey(tx, id)
        await endSessionsBut(tx, person.userId, person.sessionId)
        const of = [{ tx, jobs }, ownerOf(request)] as const
        const [action, told] = ['account.remove-passkey', 'account.passkey-removed'] as const
        await noteOnAccount(...of, { action, told, name, at, actor })
        if (turnsOff(found)) {
          await second.switchOff(tx, person.userId)
          const [off, toldOff] = ['account.second-factor-off', 'account.second-factor-off'] as const
          await noteOnAccount(...of, { action: off, told: toldOff, at, actor })
        }
        return { done: true as const }
      })
    },
  })

  app.route({
    ...contract.beginPassByPasskey,
    handler: async (request) => {
      const { userId } = personOf(request)
      const party = await relyingPartyOf(services, request)
      const known = await passkeys.listKeys(db, userId, party.host)
      if (known.length === 0) throw new Refusal('passkey-refused')
      const challenge = await challengeFor(request, party, 'pass')
      return { options: await webauthn.requestOptions(party, challenge, known) }
    },
  })

  app.route({
    ...contract.passByPasskey,
    handler: async (request) => {
      const person = personOf(request)
      const { userId, sessionId } = person
      // Asked again where the first answer was lost.
      if (person.lacks !== 'code' && person.lacks !== 'set-up') return meOf(person)
      const party = await relyingPartyOf(services, request)
      const at = now()
      const asserted = webauthn.readAsserted(request.body.answer)
      await takeChallenge(db, asserted.challenge, asking(request, party, 'pass'), at)
      const known = await passkeys.listKeys(db, userId, party.host)
      const passkey = known.find(({ credentialId }) => credentialId.equals(asserted.credentialId))
      if (!passkey) throw new Refusal('passkey-refused')
      const { log } = request
      const shown = await webauthn.verifyAsserted(asserted, passkey, party, { alone: false, log })
      await takePasskey(services, ownerOf(request), { passkey, shown, actor: actorOf(request), at })
      await second.savePassed(db, sessionId)
      return meOf({ ...person, lacks: lackingOf(null, person.hasAgreed) })
    },
  })
}
