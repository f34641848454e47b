import { sql } from 'kysely'
import type { Db, Tx } from '../../db/database.ts'

/** A certificate by which documents are sealed, as the database knows it. */
export type KnownCertificate = {
  /** SHA-256 of it, hex. */
  readonly fingerprint: string
  readonly der: Buffer
  /** Of a key that the site made itself. */
  readonly isOwn: boolean
}

/** From now on this is the site's own, and the one before is not. */
export async function replaceOwnCertificate(
  tx: Tx,
  { fingerprint, der }: Omit<KnownCertificate, 'isOwn'>,
  at: Date,
) {
  await sql`update seal_certificates set is_own = false where is_own and fingerprint <> ${fingerprint}`.execute(
    tx,
  )
  await sql`
    insert into seal_certificates (fingerprint, der, is_own, first_used)
    values (${fingerprint}, ${der}, true, ${at}) on conflict do nothing`.execute(tx)
}

/** Of the site's own certificates the first stays; answers the fingerprint of the one that is used. */
export async function rememberCertificate(db: Db, of: KnownCertificate, at: Date): Promise<string> {
  await sql`
    insert into seal_certificates (fingerprint, der, is_own, first_used)
    values (${of.fingerprint}, ${of.der}, ${of.isOwn}, ${at})
    on conflict do nothing`.execute(db)
  const { fingerprint } = await db
    .selectFrom('sealCertificates')
    .$if(of.isOwn, (query) => query.where('isOwn', '=', true))
    .$if(!of.isOwn, (query) => query.where('fingerprint', '=', of.fingerprint))
    .select('fingerprint')
    .executeTakeFirstOrThrow()
  return fingerprint
}
