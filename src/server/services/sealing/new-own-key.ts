import { createHash } from 'node:crypto'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Db, inTransaction } from '../../db/database.ts'
import { KEY_FILE, keepOwnKey } from './key-file.ts'

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
  await inTransaction(db, async (tx) => {
    await sql`update seal_certificates set is_own = false where is_own and fingerprint <> ${fingerprint}`.execute(
      tx,
    )
    await sql`
      insert into seal_certificates (fingerprint, der, is_own, first_used)
      values (${fingerprint}, ${der}, true, ${at}) on conflict do nothing`.execute(tx)
  })
  await rename(join(folder, NEXT), join(folder, KEY_FILE))
  return fingerprint
}
