import { NOTIFICATION_GROUPS, type NotificationGroup } from '../../../domain/notification.ts'
import type { Db, Tx } from '../../db/database.ts'

/** Who has chosen nothing gets copies of everything, as soon as there is an address. */
const UNTOUCHED = { email: '', pendingEmail: null, mail: [...NOTIFICATION_GROUPS] }

export async function findSettings(db: Db, userId: string) {
  const row = await db
    .selectFrom('notificationSettings')
    .where('userId', '=', userId)
    .select(['email', 'pendingEmail', 'mail'])
    .executeTakeFirst()
  return row ? { ...row, mail: row.mail as NotificationGroup[] } : UNTOUCHED
}

export type SettingsChange = Partial<{
  email: string
  pendingEmail: string | null
  pendingId: string | null
  pendingUntil: Date | null
  mail: NotificationGroup[]
}>

/** Changes what is named and leaves the rest. */
export const changeSettings = (db: Db | Tx, userId: string, change: SettingsChange) =>
  db
    .insertInto('notificationSettings')
    .values({ userId, ...UNTOUCHED, ...change })
    .onConflict((on) => on.column('userId').doUpdateSet(change))
    .execute()

/** Each group once, in their order. */
export const saveGroups = (db: Db, userId: string, mail: readonly NotificationGroup[]) =>
  changeSettings(db, userId, { mail: NOTIFICATION_GROUPS.filter((group) => mail.includes(group)) })
