import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { checkpointText, readCheckpointText, shortRoot } from './checkpoint.ts'
import { bytesOfBase64, bytesOfHex, hexOf } from './encoding.ts'
import { isSignedBy, keyText, noteWith, readKeyText, readNote, type VerifiesEd25519 } from './signed-note.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest())

/** The key and note that golang.org/x/mod/sumdb/note documents itself with. */
const GO_KEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const GO_NOTE = `If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`

const verifies: VerifiesEd25519 = (publicKey, text, signature) => {
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), publicKey])
  return verify(null, text, createPublicKey({ key: spki, format: 'der', type: 'spki' }), signature)
}

test('a note of others is read, and its signature is its key’s', () => {
  const key = readKeyText(sha256, GO_KEY)!
  const note = readNote(GO_NOTE)!
  expect(isSignedBy(sha256, verifies, note, key)).toBe(true)
  expect(isSignedBy(sha256, verifies, { ...note, text: `${note.text}!` }, key)).toBe(false)
  expect(isSignedBy(sha256, verifies, note, { ...key, name: 'Another' })).toBe(false)
  expect(keyText(sha256, key)).toBe(GO_KEY)
})

test('a note of ours is read as it was written, by whichever of its keys', () => {
  const keys = ['sign.example.edu.cn', 'sign.example.edu.cn'].map((name) => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const der = publicKey.export({ format: 'der', type: 'spki' })
    return { privateKey, key: { name, publicKey: new Uint8Array(der.subarray(-32)) } }
  })
  const at = '2026-06-01T02:00:00.000Z'
  const checkpoint = { origin: 'sign.example.edu.cn/journal', size: 12, root: sha256(Uint8Array.of(1)), at }
  const text = checkpointText(checkpoint)
  const signed = keys.map(({ key, privateKey }) => ({
    key,
    signature: sign(null, Buffer.from(text), privateKey),
  }))
  const note = readNote(noteWith(sha256, text, signed))!
  expect(readCheckpointText(note.text)).toEqual(checkpoint)
  for (const { key } of keys) expect(isSignedBy(sha256, verifies, note, key)).toBe(true)
  expect(shortRoot(hexOf(checkpoint.root))).toBe('4bf5122f344554c5')
})

test.each([
  ['no signature', 'a\n\n'],
  ['no empty line', 'a\n— a AAAAAAAA\n'],
  ['no last line', 'a\n\n— a AAAAAAAA'],
  ['a signature that is no base64', 'a\n\n— a %%%\n'],
  ['a signature of nothing', 'a\n\n— a AAAAAA==\n'],
])('what has %s is no note', (_, text) => {
  expect(readNote(text)).toBeNull()
})

test.each([
  'PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  'Other+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  'PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  '',
])('%j is no key', (text) => {
  expect(readKeyText(sha256, text)).toBeNull()
})

test.each([
  'o\n1\nAAAA\ntime 2026-06-01T02:00:00.000Z\n',
  `o\n01\n${'A'.repeat(43)}=\ntime 2026-06-01T02:00:00.000Z\n`,
  `o\n1\n${'A'.repeat(43)}=\n`,
  `\n1\n${'A'.repeat(43)}=\ntime 2026-06-01T02:00:00.000Z\n`,
  `o\n1\n${'A'.repeat(43)}=\ntime 2026-06-01T02:00:00.000Z\nmore\n`,
])('%j is no checkpoint', (text) => {
  expect(readCheckpointText(text)).toBeNull()
})

test('bytes are read from the one form that they have', () => {
  expect(bytesOfBase64('AB==')).toBeNull()
  expect(bytesOfBase64('AA==')).toEqual(Uint8Array.of(0))
  expect(bytesOfBase64('A')).toBeNull()
  expect(bytesOfHex('0G')).toBeNull()
  expect(bytesOfHex('abc')).toBeNull()
})
