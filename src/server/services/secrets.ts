import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync } from 'node:crypto'
import { randomStock } from '../db/random-stock.ts'

/** Personal data at rest: AES-256-GCM with the key's id in front for rotation, and a keyed blind index for look-up. */
export type Secrets = {
  seal(text: string): Buffer
  /** Throws when the bytes were changed or belong to a key that is not here. */
  open(sealed: Buffer): string
  blindIndex(text: string): Buffer
  /** A keyed hash, another for each purpose: to know a text again, or to sign it, where it is not kept. */
  keyedHash(purpose: KeyedPurpose, text: string): Buffer
}

export type KeyedPurpose =
  | 'attempts'
  | 'hardship'
  | 'known-device'
  | 'activation-code'
  | 'email-link'
  | 'recovery-code'
  | 'password-recovery'
  | 'phone-code'
  | 'verification-code'
  | 'signing-pin'

const keyFor = (secret: string, purpose: string) =>
  Buffer.from(hkdfSync('sha256', secret, 'qianyue', purpose, 32))

/** By which a database knows a secret again (`known-secret.ts`); nothing that it seals can be opened with it. */
export const checkValueOf = (secret: string): Buffer => keyFor(secret, 'check')

/** `keyId`, a byte from 1, is the number by which the database knows this secret. */
export function secretsFrom(secret: string, keyId = 1): Secrets {
  // Made once: of bytes a key would be made with every call, which costs more than sealing.
  const cipherKey = createSecretKey(keyFor(secret, `personal-data/${keyId}`))
  const indexKey = createSecretKey(keyFor(secret, 'blind-index'))
  const front = Buffer.from([keyId])
  const newNonce = randomStock(12)
  return {
    seal(text) {
      const nonce = newNonce()
      const cipher = createCipheriv('aes-256-gcm', cipherKey, nonce)
      const body = [cipher.update(text, 'utf8'), cipher.final()]
      return Buffer.concat([front, nonce, cipher.getAuthTag(), ...body])
    },
    open(sealed) {
      if (sealed[0] !== keyId) throw new Error(`personal data sealed with unknown key ${sealed[0]}`)
      const decipher = createDecipheriv('aes-256-gcm', cipherKey, sealed.subarray(1, 13))
      decipher.setAuthTag(sealed.subarray(13, 29))
      return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString('utf8')
    },
    blindIndex: (text) => createHmac('sha256', indexKey).update(text).digest(),
    keyedHash: (purpose, text) => createHmac('sha256', keyFor(secret, purpose)).update(text).digest(),
  }
}
