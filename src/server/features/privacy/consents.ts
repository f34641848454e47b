import { sql } from 'kysely'
import type { Db, Tx } from '../../db/database.ts'
import { PLATFORM } from '../../db/journal.ts'

export type ConsentTo = { readonly school: string; readonly version: number }

/** Asked again it is kept once: the first time is when it was agreed to. */
export const saveConsent = (
  tx: Tx,
  userId: string,
  { school, version }: ConsentTo,
  { ip, userAgent, at }: { readonly ip: string; readonly userAgent: string; readonly at: Date },
) =>
  tx
    .insertInto('privacyConsents')
    .values({ userId, agreedAt: at, schoolId: school, version, ip, userAgent })
    .onConflict((on) =>
      on.columns(['userId', 'schoolId', 'version']).where('withdrawnAt', 'is', null).doNothing(),
    )
    .execute()

/** Answers whether there was one to withdraw. */
export async function withdrawConsents(tx: Tx, userId: string, at: Date): Promise<boolean> {
  const withdrawn = await tx
    .updateTable('privacyConsents')
    .set({ withdrawnAt: at })
    .where('userId', '=', userId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  return withdrawn.numUpdatedRows > 0n
}

/** One's own, newest first. */
export const listConsents = (db: Db, userId: string) =>
  db
    .selectFrom('privacyConsents')
    .where('userId', '=', userId)
    .select(['schoolId as school', 'version', 'agreedAt', 'withdrawnAt'])
    .orderBy('agreedAt', 'desc')
    .orderBy('version', 'desc')
    .limit(100)
    .execute()

/** People of a story, or of a test, who have read what the product says; all who have agreed to nothing yet. */
export const agreeForAll = (db: Db, at: Date) =>
  sql`
    insert into privacy_consents (user_id, agreed_at, school_id, version, ip, user_agent)
    select u.id, ${at}, n.school_id, n.version, '', 'demo'
    from users u, lateral (
      select school_id, version from privacy_notices where school_id = ${PLATFORM} order by version desc limit 1
    ) n
    where not exists (select from privacy_consents c where c.user_id = u.id)
    on conflict do nothing
  `.execute(db)
