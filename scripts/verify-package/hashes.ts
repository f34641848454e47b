import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

export const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest()
export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
/** SHA-256 of the canonical JSON (RFC 8785). */
export const digestOf = (value: unknown): Buffer => sha256(canonicalize(value) ?? '')
