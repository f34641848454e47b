import { sql } from 'kysely'
import type { Notification } from '../../../contracts/notifications.ts'
import { type NotificationKind, topicFrom } from '../../../domain/notification.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db, Tx } from '../../db/database.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { readParams } from '../../db/stored.ts'
import type { Person } from '../../http/person.ts'

/** A bell that says 1000 and one that says 7000 tell the same; so the count costs the same for everybody. */
const UNREAD_COUNTED = 1000
/** An inbox is paged through so far back; what is older stands on the page of its case. */
const LISTED = 10_000

/** How many are unread, at most 1000, of each of these people, in one statement. */
export async function countUnread(db: Db, userIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; unread: number }>`
    select id, (select count(*) from (select from notifications where user_id = u.id and read_at is null
      limit ${sql.lit(UNREAD_COUNTED)}) one) as unread
    from unnest(${userIds}::uuid[]) as u (id)
  `.execute(db)
  return new Map(rows.map(({ id, unread }) => [id, unread]))
}

/** Those of these steps of reminders that somebody has been told of. */
export async function findTold(db: Db, dedupes: readonly string[]): Promise<ReadonlySet<string>> {
  if (dedupes.length === 0) return new Set()
  const { rows } = await sql<{ dedupe: string }>`
    select distinct dedupe from notifications where dedupe = any(${dedupes}::text[])`.execute(db)
  return new Set(rows.map(({ dedupe }) => dedupe))
}

const countUnreadOf = async (db: Db, userId: string) => (await countUnread(db, [userId])).get(userId) ?? 0

type Messages = Notification['messages']
/** What became of these by other ways: by whose they are, of whom only students are told by any. */
async function listMessages(
  db: Db,
  { userId, studentId, school }: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Messages>> {
  if (studentId === null || ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; messages: Messages }>`
    select notification_id as id, json_agg(json_build_object('channel', channel, 'state', state, 'fault', failure)
      order by channel) as messages
    from outgoing_messages
    where school_id = ${school?.code} and user_id = ${userId} and notification_id = any(${ids}::uuid[])
    group by notification_id`.execute(db)
  return new Map(rows.map(({ id, messages }) => [id, messages]))
}

type Reader = Pick<Person, 'userId' | 'studentId' | 'school'>
type Asked = Paging & { readonly unread?: '1' | undefined }

/** One's own inbox, newest first, and how many in it are unread. */
export async function listInbox(db: Db, reader: Reader, { unread, ...paging }: Asked) {
  const { userId } = reader
  let mine = db.selectFrom('notifications').where('userId', '=', userId)
  if (unread) mine = mine.where('readAt', 'is', null)
  const listed = mine.orderBy('at', 'desc').orderBy('nth', 'desc').limit(LISTED).select('id')
  const [{ rows, ...page }, count] = await Promise.all([
    readPage(
      paging,
      ({ limit, offset }) =>
        mine
          .select(['id', 'kind', 'params', 'schoolId', 'subject', 'at', 'readAt', 'mail'])
          .orderBy('at', 'desc')
          .orderBy('nth', 'desc')
          .limit(Math.max(0, Math.min(limit, LISTED - offset)))
          .offset(offset)
          .execute(),
      () =>
        db.selectFrom(listed.as('one')).select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
    ),
    countUnreadOf(db, userId),
  ])
  const messages = await listMessages(
    db,
    reader,
    rows.map(({ id }) => id),
  )
  const items = rows.map(({ schoolId, subject, at, readAt, ...row }) => ({
    ...row,
    messages: messages.get(row.id) ?? [],
    kind: row.kind as NotificationKind,
    params: readParams(row.params),
    mail: row.mail as Notification['mail'],
    school: schoolId,
    subject: topicFrom(subject),
    at: at.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  }))
  return { items, ...page, unread: count }
}

/** Marks one's own as read; answers how many are still unread. What is somebody else's does not exist. */
export async function markRead(tx: Tx, userId: string, id: string, at: Date): Promise<number> {
  const found = await tx
    .updateTable('notifications')
    .set(({ fn, val }) => ({ readAt: fn.coalesce('readAt', val(at)) }))
    .where('userId', '=', userId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (found.numUpdatedRows === 0n) throw new Refusal('not-found')
  return countUnreadOf(tx, userId)
}

/** Of accounts that are closed: nobody reads them, and where copies went is nobody's to know. */
export async function forgetInboxes(tx: Tx, userIds: readonly string[]): Promise<void> {
  if (userIds.length === 0) return
  await tx.deleteFrom('notifications').where('userId', 'in', userIds).execute()
  await tx.deleteFrom('notificationSettings').where('userId', 'in', userIds).execute()
}

export const markAllRead = (tx: Tx, userId: string, at: Date) =>
  tx
    .updateTable('notifications')
    .set({ readAt: at })
    .where('userId', '=', userId)
    .where('readAt', 'is', null)
    .execute()
