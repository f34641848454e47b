import { createHash } from 'node:crypto'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { type Db, inTransaction } from '../../db/database.ts'
import { KEY_FILE, keepOwnKey } from './key-file.ts'
import { replaceOwnCertificate } from './known-certificates.ts'

/** The key that is to be, until the database knows its certificate. */
const NEXT = `${KEY_FILE}.next`

/**
 * Another key of the site's own in `folder`, by which documents are sealed from the next start on; those that are sealed keep their certificate, which the
 * database has. The file first, then the database, then its name: broken off anywhere, the same again ends it with the same key. Answers
 * the fingerprint of its certificate (SHA-256, hex). Instances that are running seal by the old one until they are started anew.
 */
export async function makeNewOwnKey(
  db: Db,
  { folder, site, at }: { readonly folder: string; readonly site: string; readonly at: Date },
): Promise<string> {
  const signer = await keepOwnKey(folder, site, at, NEXT)
  const der = Buffer.from(signer.certificate)
  const fingerprint = createHash('sha256').update(der).digest('hex')
  await inTransaction(db, (tx) => replaceOwnCertificate(tx, { fingerprint, der }, at))
  await rename(join(folder, NEXT), join(folder, KEY_FILE))
  return fingerprint
}
