import { base64Of, bytesOfBase64, hexOf } from './encoding.ts'
import type { Sha256 } from './merkle.ts'

/**
 * A text with signatures below it, for people and programs (C2SP signed-note): the text, an empty line, and a line for each
 * signature, `— <name> <base64 of the key's four bytes and the signature>`. Ed25519 alone.
 */
const ED25519 = 1
/** Bytes by which a signature says whose it is. */
const ID = 4

/** A key that notes are signed by. */
export type NoteKey = { readonly name: string; readonly publicKey: Uint8Array }
export type NoteSignature = {
  readonly name: string
  readonly id: Uint8Array
  readonly signature: Uint8Array
}
/** `text` ends with its line, as it is signed. */
export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] }

const concat = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]))
const utf8 = (text: string) => new TextEncoder().encode(text)

const keyIdOf = (sha256: Sha256, { name, publicKey }: NoteKey): Uint8Array =>
  sha256(concat(utf8(`${name}\n`), Uint8Array.of(ED25519), publicKey)).subarray(0, ID)

/** The key as it is published: `<name>+<id>+<base64>`. */
export const keyText = (sha256: Sha256, key: NoteKey): string =>
  `${key.name}+${hexOf(keyIdOf(sha256, key))}+${base64Of(concat(Uint8Array.of(ED25519), key.publicKey))}`

/** Null where it is no such key, or its id is another's. */
export function readKeyText(sha256: Sha256, text: string): NoteKey | null {
  const [, name = '', rest = ''] = /^([^+\s]+)\+[0-9a-f]{8}\+(.+)$/.exec(text.trim()) ?? []
  const bytes = bytesOfBase64(rest)
  if (bytes?.length !== 33 || bytes[0] !== ED25519) return null
  const key = { name, publicKey: bytes.subarray(1) }
  return keyText(sha256, key) === text.trim() ? key : null
}

/** The note with what these keys have signed of it; `text` ends with a line's end and has no empty line. */
export const noteWith = (
  sha256: Sha256,
  text: string,
  signed: readonly { readonly key: NoteKey; readonly signature: Uint8Array }[],
): string =>
  `${text}\n${signed.map(({ key, signature }) => `— ${key.name} ${base64Of(concat(keyIdOf(sha256, key), signature))}\n`).join('')}`

/** Null where it is no signed note. */
export function readNote(note: string): Note | null {
  const end = note.lastIndexOf('\n\n')
  if (end < 0 || !note.endsWith('\n')) return null
  const signatures = note
    .slice(end + 2, -1)
    .split('\n')
    .map((line) => {
      const [, name, text = ''] = /^— (\S+) (\S+)$/.exec(line) ?? []
      const bytes = bytesOfBase64(text)
      return name && bytes && bytes.length > ID
        ? { name, id: bytes.subarray(0, ID), signature: bytes.subarray(ID) }
        : null
    })
  if (signatures.some((one) => one === null)) return null
  return { text: note.slice(0, end + 1), signatures: signatures.filter((one) => one !== null) }
}

export type VerifiesEd25519 = (publicKey: Uint8Array, text: Uint8Array, signature: Uint8Array) => boolean

/** Whether this key has signed the note. */
export const isSignedBy = (sha256: Sha256, verifies: VerifiesEd25519, note: Note, key: NoteKey): boolean =>
  note.signatures.some(
    ({ name, id, signature }) =>
      name === key.name &&
      hexOf(id) === hexOf(keyIdOf(sha256, key)) &&
      verifies(key.publicKey, utf8(note.text), signature),
  )
