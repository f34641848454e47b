import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

type Cbor = number | string | Buffer | ReadonlyMap<number | string, Cbor>
const head = (major: number, value: number): Buffer => {
  if (value < 24) return Buffer.from([(major << 5) | value])
  if (value < 256) return Buffer.from([(major << 5) | 24, value])
  return Buffer.from([(major << 5) | 25, value >> 8, value & 255])
}
/** As much of CBOR as an authenticator writes (RFC 8949 §3). */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  const parts = [...value].flatMap(([key, held]) => [cbor(key), cbor(held)])
  return Buffer.concat([head(5, value.size), ...parts])
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()
const base64url = (data: string | Buffer) => Buffer.from(data).toString('base64url')

/** The public key of ES256 as COSE has it (RFC 9053 §7.1.1). */
function coseOf(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  return cbor(
    new Map<number, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]),
  )
}

/** What it does otherwise than it should, or than before. */
export type Wrong = {
  readonly origin?: string
  readonly host?: string
  readonly challenge?: string
  readonly type?: string
  readonly counter?: number
  readonly userVerified?: boolean
  /** Whether somebody else's key signs. */
  readonly forged?: boolean
  readonly credentialId?: Buffer
  /** Says who made it. */
  readonly attested?: boolean
}

const [PRESENT, VERIFIED, ATTESTED] = [1, 4, 64]

/**
 * An authenticator with one passkey, in a browser that shows the site at `origin`: real keys, signatures and CBOR, as the
 * site's pages would send them. One that `counts` begins with 1.
 */
export function newAuthenticator({ origin = 'http://localhost:3000', counts = false } = {}) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credentialId = randomBytes(24)
  let counter = 0

  const clientDataOf = (type: string, challenge: string, wrong: Wrong) =>
    JSON.stringify({
      type: wrong.type ?? type,
      challenge: wrong.challenge ?? challenge,
      origin: wrong.origin ?? origin,
      crossOrigin: false,
    })
  const dataOf = (host: string, flags: number, wrong: Wrong) => {
    if (counts) counter = wrong.counter ?? counter + 1
    const signatures = Buffer.alloc(4)
    signatures.writeUInt32BE(counter)
    const verified = wrong.userVerified === false ? 0 : VERIFIED
    return Buffer.concat([sha256(wrong.host ?? host), Buffer.from([PRESENT | verified | flags]), signatures])
  }
  const answered = (response: object, wrong: Wrong) => {
    const id = base64url(wrong.credentialId ?? credentialId)
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response })
  }
  return {
    credentialId,
    /** Makes its passkey, by the options of `navigator.credentials.create`. */
    create(options: string, wrong: Wrong = {}): string {
      const { challenge, rp } = JSON.parse(options) as { challenge: string; rp: { id: string } }
      const length = Buffer.from([0, credentialId.length])
      const key = Buffer.concat([Buffer.alloc(16), length, credentialId, coseOf(publicKey)])
      const authData = Buffer.concat([dataOf(rp.id, ATTESTED, wrong), key])
      const statement: Cbor = wrong.attested
        ? new Map<string, Cbor>([['x5c', new Map<string, Cbor>()]])
        : new Map<string, Cbor>()
      const attestation = new Map<string, Cbor>([
        ['fmt', wrong.attested ? 'packed' : 'none'],
        ['attStmt', statement],
        ['authData', authData],
      ])
      const response = {
        clientDataJSON: base64url(clientDataOf('webauthn.create', challenge, wrong)),
        attestationObject: base64url(cbor(attestation)),
        transports: ['internal', 'hybrid'],
      }
      return answered(response, wrong)
    },
    /** Signs, by the options of `navigator.credentials.get`. */
    get(options: string, wrong: Wrong = {}): string {
      const { challenge, rpId } = JSON.parse(options) as { challenge: string; rpId: string }
      const clientData = clientDataOf('webauthn.get', challenge, wrong)
      const authenticatorData = dataOf(rpId, 0, wrong)
      const signed = Buffer.concat([authenticatorData, sha256(clientData)])
      const signature = sign('sha256', signed, wrong.forged ? stranger.privateKey : privateKey)
      const response = {
        clientDataJSON: base64url(clientData),
        authenticatorData: base64url(authenticatorData),
        signature: base64url(signature),
      }
      return answered(response, wrong)
    },
  }
}
