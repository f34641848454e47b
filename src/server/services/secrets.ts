import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync } from 'node:crypto'
import { randomStock } from '../db/random-stock.ts'

/**
 * Personal data at rest: AES-256-GCM with the key's id in front for rotation, and a keyed blind index for look-up. While the secret is
 * being changed, and after, what another key has made is still opened and found; what is made is made by the newest.
 */
export type Secrets = {
  seal(text: string): Buffer
  /** Throws when the bytes were changed or belong to a key that is not here. */
  open(sealed: Buffer): string
  blindIndex(text: string): Buffer
  /** By each key that something may still be found by, the newest first. */
  blindIndexes(text: string): readonly Buffer[]
  /** A keyed hash, another for each purpose: to know a text again, or to sign it, where it is not kept. */
  keyedHash(purpose: KeyedPurpose, text: string): Buffer
  /** The same by each key, the newest first. */
  keyedHashes(purpose: KeyedPurpose, text: string): readonly Buffer[]
}

/** Of what is not kept: nobody can hash it anew, so these keys outlive their secret (`secret_keys.hash_keys`). */
export const OUTLIVING = [
  'known-device',
  'activation-code',
  'email-link',
  'recovery-code',
  'password-recovery',
  'phone-code',
  'signing-pin',
] as const
/** Of what is sealed beside its hash, and hashed anew with it; and of tallies, which begin anew. */
export type KeyedPurpose = (typeof OUTLIVING)[number] | 'attempts' | 'hardship' | 'verification-code'
type HashPurpose = KeyedPurpose | 'blind-index'
/** In base64, of a secret that is not needed any more. */
export type HashKeys = Readonly<Record<(typeof OUTLIVING)[number], string>>

/** A key before the newest: the secret while it is needed, afterwards what outlives it. */
export type OlderKey = { readonly keyId: number; readonly secret?: string; readonly hashKeys?: HashKeys }

const keyFor = (secret: string, purpose: string) =>
  Buffer.from(hkdfSync('sha256', secret, 'qianyue', purpose, 32))

/** By which a database knows a secret again (`known-secret.ts`); nothing that it seals can be opened with it. */
export const checkValueOf = (secret: string): Buffer => keyFor(secret, 'check')

export const hashKeysOf = (secret: string): HashKeys =>
  Object.fromEntries(
    OUTLIVING.map((purpose) => [purpose, keyFor(secret, purpose).toString('base64')]),
  ) as HashKeys

// Made once: of bytes a key would be made with every call, which costs more than sealing.
const cipherKeyOf = (secret: string, keyId: number) =>
  createSecretKey(keyFor(secret, `personal-data/${keyId}`))

/** The key of one purpose, made once; null where it has gone with its secret. */
function hashKeyOf({ secret, hashKeys }: OlderKey) {
  const made = new Map<HashPurpose, Buffer | null>()
  const outlived: Readonly<Record<string, string | undefined>> = hashKeys ?? {}
  const make = (purpose: HashPurpose) => {
    if (secret !== undefined) return keyFor(secret, purpose)
    const kept = outlived[purpose]
    return kept === undefined ? null : Buffer.from(kept, 'base64')
  }
  return (purpose: HashPurpose): Buffer | null => {
    if (!made.has(purpose)) made.set(purpose, make(purpose))
    return made.get(purpose) ?? null
  }
}
const hashBy = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/** `keyId`, a byte from 1, is the number by which the database knows this secret. */
export function secretsFrom(secret: string, keyId = 1, older: readonly OlderKey[] = []): Secrets {
  const sealing = cipherKeyOf(secret, keyId)
  const opening = new Map([[keyId, sealing]])
  for (const key of older)
    if (key.secret !== undefined) opening.set(key.keyId, cipherKeyOf(key.secret, key.keyId))
  const newest = hashKeyOf({ keyId, secret })
  const before = older.map(hashKeyOf)
  const front = Buffer.from([keyId])
  const newNonce = randomStock(12)
  const hash = (purpose: HashPurpose, text: string) => hashBy(newest(purpose)!, text)
  const hashes = (purpose: HashPurpose, text: string) => [
    hash(purpose, text),
    ...before.flatMap((keyOf) => {
      const key = keyOf(purpose)
      return key ? [hashBy(key, text)] : []
    }),
  ]
  return {
    seal(text) {
      const nonce = newNonce()
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce)
      const body = [cipher.update(text, 'utf8'), cipher.final()]
      return Buffer.concat([front, nonce, cipher.getAuthTag(), ...body])
    },
    open(sealed) {
      const key = opening.get(sealed[0] ?? 0)
      if (!key) throw new Error(`personal data sealed with unknown key ${sealed[0]}`)
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13))
      decipher.setAuthTag(sealed.subarray(13, 29))
      return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString('utf8')
    },
    blindIndex: (text) => hash('blind-index', text),
    blindIndexes: (text) => hashes('blind-index', text),
    keyedHash: hash,
    keyedHashes: hashes,
  }
}
