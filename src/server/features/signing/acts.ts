import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../../../domain/refusal.ts'
import type { ToSign } from '../../../domain/signing/bound.ts'
import { MOST_WRONG, refuseWrongPin } from '../../../domain/signing/pin.ts'
import { inTransaction } from '../../db/database.ts'
import { canonicalJson, sha256 } from '../../db/journal.ts'
import { actorOf, personOf } from '../../http/person.ts'
import type { Services } from '../../services/services.ts'
import { noteOnAccount, ownerOf, takePasskey } from '../accounts/acts.ts'
import { comerOf } from '../accounts/own-password.ts'
import { type Asking, takeChallenge } from '../accounts/passkey-challenges.ts'
import { listKeys } from '../accounts/passkeys.ts'
import { type RelyingParty, relyingPartyOf } from '../accounts/relying-party.ts'
import * as webauthn from '../accounts/webauthn.ts'
import { countTry, findPin, isPin } from './pins.ts'

/** By the PIN: judged, counted, and only then told. The fifth wrong one in a row locks it, and its owner is told. */
export async function stepUpByPin(
  services: Pick<Services, 'db' | 'jobs' | 'now' | 'secrets' | 'passwordCost' | 'passwordLine'>,
  request: FastifyRequest,
  reply: FastifyReply,
  pin: string,
): Promise<void> {
  const { db, jobs, now, secrets, passwordCost, passwordLine } = services
  const { userId } = personOf(request)
  const set = await findPin(db, userId)
  if (!set) throw new Refusal('pin-needed', { field: 'pin' })
  if (set.wrong >= MOST_WRONG) throw new Refusal('pin-locked', { field: 'pin' })
  const { pinHash } = set
  const isRight = await passwordLine.through(comerOf(request, reply), () =>
    isPin(secrets, { userId, pin }, pinHash, passwordCost),
  )
  const wrong = await inTransaction(db, async (tx) => {
    const counted = await countTry(tx, { userId, pinHash, isRight })
    if (counted === MOST_WRONG)
      await noteOnAccount({ tx, jobs }, ownerOf(request), {
        action: 'account.lock-pin',
        told: 'account.pin-locked',
        at: now(),
        actor: actorOf(request),
      })
    return counted
  })
  if (wrong === null) throw new Refusal('pin-locked', { field: 'pin' })
  if (!isRight) refuseWrongPin(wrong)
}

/** SHA-256 of the canonical JSON of what is signed: the second half of the challenge, so that the authenticator signs it. */
export const digestOf = (items: readonly ToSign[]): Buffer =>
  sha256(canonicalJson(items.map(({ act, subject, fingerprint }) => ({ act, subject, fingerprint }))))

/** Of these very acts: an answer to other ones finds no challenge. */
export const askingToSign = (
  request: FastifyRequest,
  { host }: RelyingParty,
  items: readonly ToSign[],
): Asking => {
  const { userId, sessionId } = personOf(request)
  return { purpose: 'sign', boundTo: `${sessionId} ${digestOf(items).toString('hex')}`, userId, host }
}

/** By a passkey, whose device has asked for its owner; what it has signed, to be checked by anybody later. */
export async function stepUpByPasskey(
  services: Pick<Services, 'db' | 'jobs' | 'now' | 'baseUrl'>,
  request: FastifyRequest,
  items: readonly ToSign[],
  answer: string,
): Promise<Readonly<Record<string, string>>> {
  const { db, now } = services
  const at = now()
  const party = await relyingPartyOf(services, request)
  const asserted = webauthn.readAsserted(answer)
  await takeChallenge(db, asserted.challenge, askingToSign(request, party, items), at)
  const known = await listKeys(db, personOf(request).userId, party.host)
  const passkey = known.find(({ credentialId }) => credentialId.equals(asserted.credentialId))
  if (!passkey) throw new Refusal('passkey-refused')
  const shown = await webauthn.verifyAsserted(asserted, passkey, party, { alone: true, log: request.log })
  await takePasskey(services, ownerOf(request), { passkey, shown, actor: actorOf(request), at })
  const { clientDataJSON, authenticatorData, signature } = asserted.answer.response
  return {
    ...{ clientDataJSON, authenticatorData, signature },
    credentialId: asserted.credentialId.toString('base64url'),
    publicKey: passkey.publicKey.toString('base64url'),
  }
}
