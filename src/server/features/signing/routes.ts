import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import * as contract from '../../../contracts/signing.ts'
import { SIDES, type Side } from '../../../domain/lifecycle.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { wordingOfRequest } from '../../../domain/signing/bound.ts'
import { ELECTRONIC_FORM_EDITION, hasConsented } from '../../../domain/signing/consent.ts'
import { type Drawing, markOf, needsDrawing, refuseUnlessDrawn } from '../../../domain/signing/drawing.ts'
import { refuseGuessablePin } from '../../../domain/signing/pin.ts'
import { hashOf } from '../../db/journal.ts'
import { doing } from '../../http/doing.ts'
import { type Person, personOf, roleOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { noteOnAccount, ownerOf } from '../accounts/acts.ts'
import { countUse } from '../accounts/attempts.ts'
import { comerOf, refuseUnlessOwnPassword } from '../accounts/own-password.ts'
import { makeChallenge } from '../accounts/passkey-challenges.ts'
import { listKeys } from '../accounts/passkeys.ts'
import { findRelyingParty, relyingPartyOf } from '../accounts/relying-party.ts'
import { requestOptions } from '../accounts/webauthn.ts'
import { findPinOwner } from '../students/queries.ts'
import { askingToSign, digestOf, stepUpByPasskey, stepUpByPin } from './acts.ts'
import { findConsent, saveElectronicConsent } from './consents.ts'
import { addDrawing, findLastDrawing } from './drawings.ts'
import { findPinStanding, hashPin, savePin } from './pins.ts'
import { addSignatures } from './signatures.ts'

/** Which party this person signs for. Staff sign nothing. */
function sideOf(person: Person): Side {
  const side = SIDES.find((one) => one === roleOf(person))
  if (!side) throw new Refusal('not-your-turn')
  return side
}

/** One's own means of signing, and the signatures that acts are sent with. */
export const signingRoutes: Slice = (app, services) => {
  const { db, now, jobs, secrets, passwordCost, passwordLine } = services

  app.route({
    ...contract.getSigning,
    handler: async (request) => {
      const { userId } = personOf(request)
      const party = await findRelyingParty(services, request)
      const [pin, last, edition, keys] = await Promise.all([
        findPinStanding(db, userId),
        findLastDrawing(db, userId),
        findConsent(db, userId),
        party ? listKeys(db, userId, party.host) : [],
      ])
      return {
        pin,
        hasPasskey: keys.length > 0,
        drawing: last && markOf(last.drawing),
        hasConsented: hasConsented(edition),
        edition: ELECTRONIC_FORM_EDITION,
      }
    },
  })

  app.route({
    ...contract.setPin,
    handler: async (request, reply) => {
      const person = personOf(request)
      sideOf(person)
      const { password, pin } = request.body
      await refuseUnlessOwnPassword(services, request, reply, { password, field: 'password' })
      refuseGuessablePin(pin, await findPinOwner(db, person, secrets))
      const { userId } = person
      const hash = await passwordLine.through(comerOf(request, reply), () =>
        hashPin(secrets, { userId, pin }, passwordCost),
      )
      return doing(services, request, async ({ tx, actor, acting: { at } }) => {
        await savePin(tx, userId, hash, at)
        const [action, told] = ['account.set-pin', 'account.pin-set'] as const
        await noteOnAccount({ tx, jobs }, ownerOf(request), { action, told, at, actor })
        return { done: true as const }
      })
    },
  })

  app.route({
    ...contract.beginSigningByPasskey,
    handler: async (request) => {
      const { userId } = personOf(request)
      const { items } = request.body
      const party = await relyingPartyOf(services, request)
      const known = await listKeys(db, userId, party.host)
      if (known.length === 0) throw new Refusal('passkey-refused')
      await countUse(services, 'ownPasskeys', userId, now())
      const asking = askingToSign(request, party, items)
      const challenge = await makeChallenge(db, asking, now(), digestOf(items))
      return { options: await requestOptions(party, challenge, known, 'required') }
    },
  })

  /** What is kept of this drawing: the one that was used last by its id, another one whole. */
  const drawingFor = async (
    request: FastifyRequest,
    given: z.output<typeof contract.drawingGiven> | null,
  ): Promise<{ readonly id: string } | Drawing | null> => {
    const { userId, name } = personOf(request)
    if (given === null) return null
    if (given.kind === 'typed') return { kind: 'typed', name }
    if (given.kind === 'last') return findLastDrawing(db, userId)
    refuseUnlessDrawn(given.strokes)
    return given
  }

  app.route({
    ...contract.makeSignatures,
    handler: async (request, reply) => {
      const person = personOf(request)
      const { userId, sessionId } = person
      const side = sideOf(person)
      const { items, by, drawing: given, edition } = request.body
      const isAgreed = hasConsented(await findConsent(db, userId))
      if (!isAgreed && edition !== ELECTRONIC_FORM_EDITION)
        throw new Refusal('consent-needed', { field: 'edition' })
      const drawing = await drawingFor(request, given)
      if (!drawing && (needsDrawing(side) || given)) throw new Refusal('drawing-needed', { field: 'drawing' })
      const { method } = by
      const proof =
        method === 'passkey'
          ? await stepUpByPasskey(services, request, items, by.answer)
          : await stepUpByPin(services, request, reply, by.pin).then(() => null)
      return doing(services, request, async ({ tx, acting: { at } }) => {
        if (!isAgreed) await saveElectronicConsent(tx, userId, at)
        const drawingId =
          drawing && ('kind' in drawing ? await addDrawing(tx, userId, drawing, at) : drawing.id)
        const signing = { userId, sessionId, method, proof, edition: ELECTRONIC_FORM_EDITION, drawingId }
        return { signatures: await addSignatures(tx, signing, items, at) }
      })
    },
  })

  app.route({
    ...contract.fingerprintTerms,
    handler: async ({ body: { terms } }) => ({ fingerprint: hashOf(terms) }),
  })

  app.route({
    ...contract.fingerprintRequest,
    handler: async ({ body: { agreement: agreementId, ground, reason } }) => ({
      fingerprint: hashOf(wordingOfRequest({ agreementId, ground, reason })),
    }),
  })
}
