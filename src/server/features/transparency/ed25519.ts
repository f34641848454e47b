import { createPublicKey, verify } from 'node:crypto'
import type { VerifiesEd25519 } from '../../../domain/transparency/signed-note.ts'

/** What stands before the key in a SubjectPublicKeyInfo of Ed25519 (RFC 8410). */
const BEFORE = Buffer.from('302a300506032b6570032100', 'hex')

/** By Node's own. */
export const verifiesEd25519: VerifiesEd25519 = (publicKey, text, signature) => {
  const key = createPublicKey({ key: Buffer.concat([BEFORE, publicKey]), format: 'der', type: 'spki' })
  return verify(null, text, key, signature)
}
