import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { keyText, type NoteKey, noteWith } from '../../../domain/transparency/signed-note.ts'
import type { Db, Tx } from '../../db/database.ts'
import { sha256 } from '../../db/journal.ts'
import type { Services } from '../../services/services.ts'

/** Signs what the site says of its journal. */
export type SigningKey = {
  readonly key: NoteKey
  /** As it is published. */
  readonly text: string
  readonly sign: (text: string) => Uint8Array
}

/** At the end of Ed25519's SubjectPublicKeyInfo (RFC 8410). */
const PUBLIC_BYTES = 32
const rawOf = (key: KeyObject) =>
  new Uint8Array(createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-PUBLIC_BYTES))

const named = (name: string, secret: KeyObject): SigningKey => {
  const key = { name, publicKey: rawOf(secret) }
  return { key, text: keyText(sha256, key), sign: (text) => sign(null, Buffer.from(text), secret) }
}

type Keeping = Pick<Services, 'secrets' | 'baseUrl'> & { readonly at: Date }

/** Of what a key signs: who says it. */
const nameOf = (baseUrl: string) => `${new URL(baseUrl).host}/journal`

/**
 * The key in use, which is made where there is none, and the one before it: whoever trusts only the old one still finds
 * its signature. They are kept in the database, sealed by SECRET, so that all instances sign by one and a back-up has it.
 */
export async function keepKeys(tx: Tx, { secrets, baseUrl, at }: Keeping): Promise<SigningKey[]> {
  const rows = await tx
    .selectFrom('checkpointKeys')
    .select(['text', 'keyCipher'])
    .orderBy('id', 'desc')
    .limit(2)
    .execute()
  if (rows.length === 0) return [await makeKey(tx, { secrets, baseUrl, at })]
  return rows.map(({ text, keyCipher }) =>
    named(text.slice(0, text.indexOf('+')), createPrivateKey(secrets.open(keyCipher))),
  )
}

/** Another key from now on; the one before goes on signing beside it. */
export async function makeKey(tx: Tx, { secrets, baseUrl, at }: Keeping): Promise<SigningKey> {
  const { privateKey } = generateKeyPairSync('ed25519')
  const made = named(nameOf(baseUrl), privateKey)
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  await tx.updateTable('checkpointKeys').set({ retiredAt: at }).where('retiredAt', 'is', null).execute()
  await tx
    .insertInto('checkpointKeys')
    .values({ text: made.text, keyCipher: secrets.seal(pem), madeAt: at })
    .execute()
  return made
}

/** As they are published, the one in use first. */
export async function listKeys(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('checkpointKeys').select('text').orderBy('id', 'desc').execute()
  return rows.map(({ text }) => text)
}

/** The note of a text by all of these keys. */
export const signedBy = (keys: readonly SigningKey[], text: string): string =>
  noteWith(
    sha256,
    text,
    keys.map(({ key, sign }) => ({ key, signature: sign(text) })),
  )
