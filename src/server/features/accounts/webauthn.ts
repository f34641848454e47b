import type {
  AuthenticationResponseJSON,
  RegistrationResponseJSON,
  WebAuthnCredential,
} from '@simplewebauthn/server'
import type { FastifyBaseLogger } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../../../domain/refusal.ts'
import type { Passkey } from './passkeys.ts'
import type { RelyingParty } from './relying-party.ts'

/** A fifth of a second of loading, which only who uses a passkey waits for. */
const library = () => import('@simplewebauthn/server')

/** What an authenticator shows beside the account. */
const SITE = '签约 Qianyue'

/** ES256 and RS256, which every platform knows one of (RFC 8152, RFC 8812). */
const ALGORITHMS = [-7, -257]

type Owner = { readonly userId: string; readonly name: string; readonly login: string }
const credentialsOf = (passkeys: readonly Passkey[]) =>
  passkeys.map(({ credentialId, transports }) => ({
    id: credentialId.toString('base64url'),
    transports: [...transports],
  }))

/** What the browser is asked to make, as the JSON of WebAuthn: none on a device that has one already. */
export async function creationOptions(
  { host }: RelyingParty,
  { userId, name, login }: Owner,
  { challenge, passkeys }: { readonly challenge: string; readonly passkeys: readonly Passkey[] },
): Promise<string> {
  const { generateRegistrationOptions } = await library()
  const options = await generateRegistrationOptions({
    rpName: SITE,
    rpID: host,
    userID: Buffer.from(userId),
    userName: login,
    userDisplayName: name,
    challenge: Buffer.from(challenge, 'base64url'),
    attestationType: 'none',
    excludeCredentials: credentialsOf(passkeys),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
    supportedAlgorithmIDs: ALGORITHMS,
  })
  return JSON.stringify(options)
}

/** What the browser is asked to sign by: one of these, or where none is named any that its owner chooses. */
export async function requestOptions(
  { host }: RelyingParty,
  challenge: string,
  passkeys: readonly Passkey[] = [],
  // Alone it is both factors, beside the password it is the second.
  userVerification: 'preferred' | 'required' = passkeys.length > 0 ? 'preferred' : 'required',
): Promise<string> {
  const { generateAuthenticationOptions } = await library()
  const options = await generateAuthenticationOptions({
    rpID: host,
    challenge: Buffer.from(challenge, 'base64url'),
    userVerification,
    ...(passkeys.length > 0 && { allowCredentials: credentialsOf(passkeys) }),
  })
  return JSON.stringify(options)
}

const base64url = z.string().regex(/^[\w-]*$/)
const credential = z.object({
  id: base64url.min(1),
  rawId: base64url,
  type: z.literal('public-key'),
})
const signed = z.object({ challenge: base64url })
const created = credential.extend({
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(10)
      .default([]),
  }),
})
const asserted = credential.extend({
  response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url }),
})

const refused = () => new Refusal('passkey-refused')
function readJson<T>(schema: z.ZodType<T>, text: string): T {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw refused()
  }
  const { data, success } = schema.safeParse(value)
  if (!success) throw refused()
  return data
}
/** What it says to have signed: looked for before anything else is asked of it. */
const challengeIn = (clientDataJSON: string) =>
  readJson(signed, Buffer.from(clientDataJSON, 'base64url').toString()).challenge

/** What a browser has brought of a new passkey. */
export type Created = { readonly challenge: string; readonly answer: RegistrationResponseJSON }
export function readCreated(text: string): Created {
  const answer = readJson(created, text)
  const challenge = challengeIn(answer.response.clientDataJSON)
  return { challenge, answer: { ...answer, clientExtensionResults: {} } }
}

/** What a browser has brought that was signed by one. */
export type Asserted = {
  readonly challenge: string
  readonly credentialId: Buffer
  readonly answer: AuthenticationResponseJSON
}
export function readAsserted(text: string): Asserted {
  const answer = readJson(asserted, text)
  return {
    challenge: challengeIn(answer.response.clientDataJSON),
    credentialId: Buffer.from(answer.id, 'base64url'),
    answer: { ...answer, clientExtensionResults: {} },
  }
}

/** The library says with an error what it does not believe: that is for the log. */
async function believed<T>(log: FastifyBaseLogger, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    log.info({ err: error }, 'a passkey was not believed')
    throw refused()
  }
}

/** The new passkey, its signature checked; of no maker, for none was asked. Refuses what is not as it was asked for. */
export async function verifyCreated(
  { challenge, answer }: Created,
  { host, origins }: RelyingParty,
  log: FastifyBaseLogger,
) {
  const { verifyRegistrationResponse } = await library()
  const { decodeAttestationObject } = await import('@simplewebauthn/server/helpers')
  return believed(log, async () => {
    // A maker's certificates are addresses that the library would ask.
    const bytes = Buffer.from(answer.response.attestationObject, 'base64url')
    if (decodeAttestationObject(bytes).get('attStmt').get('x5c')) throw new Error('attested')
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: origins,
      expectedRPID: host,
      requireUserVerification: false,
      supportedAlgorithmIDs: ALGORITHMS,
    })
    if (!verified) throw new Error('not signed')
    const { credential, credentialBackedUp: synced } = registrationInfo
    return {
      credentialId: Buffer.from(credential.id, 'base64url'),
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: answer.response.transports ?? [],
      synced,
    }
  })
}

/** How often it says to have signed, once its signature is right; `alone` it must have asked for its owner too. */
export async function verifyAsserted(
  { challenge, answer }: Asserted,
  { publicKey }: Passkey,
  { host, origins }: RelyingParty,
  { alone, log }: { readonly alone: boolean; readonly log: FastifyBaseLogger },
): Promise<number> {
  const { verifyAuthenticationResponse } = await library()
  return believed(log, async () => {
    // Of the counter 0: whether it counts backwards is asked of what was signed, and the library asks before.
    const credential: WebAuthnCredential = { id: answer.id, publicKey: new Uint8Array(publicKey), counter: 0 }
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: origins,
      expectedRPID: host,
      credential,
      requireUserVerification: alone,
    })
    if (!verified) throw new Error('not signed')
    return authenticationInfo.newCounter
  })
}
