import { NOTIFICATION_GROUPS, type NotificationGroup } from '../../../domain/notification.ts'
import type { Db, Tx } from '../../db/database.ts'

export type Settings = { email: string; mail: NotificationGroup[] }

/** Who has chosen nothing gets no e-mail, and copies of everything as soon as there is an address. */
const UNTOUCHED: Settings = { email: '', mail: [...NOTIFICATION_GROUPS] }

export async function findSettings(db: Db, userId: string): Promise<Settings> {
  const row = await db
    .selectFrom('notificationSettings')
    .where('userId', '=', userId)
    .select(['email', 'mail'])
    .executeTakeFirst()
  return row ? { email: row.email, mail: row.mail as NotificationGroup[] } : UNTOUCHED
}

export async function saveSettings(db: Db, userId: string, { email, mail }: Settings): Promise<Settings> {
  const chosen = { email, mail: NOTIFICATION_GROUPS.filter((group) => mail.includes(group)) }
  await db
    .insertInto('notificationSettings')
    .values({ userId, ...chosen })
    .onConflict((on) => on.column('userId').doUpdateSet(chosen))
    .execute()
  return chosen
}

/** A student who gave an e-mail address at the first login gets copies there; what was chosen before stays. */
export async function startCopies(tx: Tx, userId: string, email: string): Promise<void> {
  if (email === '') return
  await tx
    .insertInto('notificationSettings')
    .values({ userId, email, mail: [...NOTIFICATION_GROUPS] })
    .onConflict((on) => on.column('userId').doNothing())
    .execute()
}
