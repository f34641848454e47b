import { sql } from 'kysely'
import type { Me } from '../../../contracts/accounts.ts'
import {
  ALWAYS_COPIED,
  NOTIFICATION_KINDS,
  type NotificationKind,
  topicFrom,
} from '../../../domain/notification.ts'
import type { Language } from '../../../words/language.ts'
import { type Mail, MailRefused } from '../../services/mail.ts'
import type { Services } from '../../services/services.ts'
import { type Copy, emailOf } from './email-of.ts'

/** Which notification a copy was enqueued for. */
export type CopyKey = { readonly userId: string; readonly id: string }
/** What became of a copy: taken by the mail server, refused for good, to be tried again, or wanted by nobody any more. */
export type Outcome = { readonly key: CopyKey; readonly error: string | null } & {
  readonly end: 'sent' | 'refused' | 'later' | 'unwanted'
}

/**
 * Tries to send these copies. Each is marked after it was sent, so a crash in between sends it once more and never
 * loses it; one that was sent already is not sent again.
 */
export async function sendCopies(
  { db, mail, baseUrl }: Pick<Services, 'db' | 'mail' | 'baseUrl'>,
  keys: readonly CopyKey[],
): Promise<Outcome[]> {
  const rows = await listQueued(db, keys)
  const outcomes = await Promise.all(
    rows.map(async ({ key, copy, wanted }): Promise<Outcome> => {
      if (!mail || !wanted) return { key, end: 'unwanted', error: null }
      return { key, ...(await attempt(mail, copy, baseUrl)) }
    }),
  )
  await mark(db, outcomes)
  return outcomes
}

async function attempt(mail: Mail, copy: Copy, baseUrl: string): Promise<Omit<Outcome, 'key'>> {
  try {
    await mail.send(emailOf(copy, baseUrl))
    return { end: 'sent', error: null }
  } catch (error) {
    const { message } = error as Error
    return { end: error instanceof MailRefused ? 'refused' : 'later', error: message.slice(0, 500) }
  }
}

/** Nobody tries these any more: their people see that the copy failed. */
export const giveUp = ({ db }: Pick<Services, 'db'>, keys: readonly CopyKey[]) =>
  mark(
    db,
    keys.map((key) => ({ key, end: 'refused', error: null })),
  )

const STATE_AFTER = { sent: 'sent', refused: 'failed', later: 'queued', unwanted: null } as const

/** The visible state of each, and the last error for whoever looks into it. */
const mark = (db: Services['db'], outcomes: readonly Outcome[]) => {
  const rows = outcomes.map(({ key, end, error }) => ({ ...key, mail: STATE_AFTER[end], error }))
  return sql`
    update notifications n set mail = o.mail, mail_to = case when o.mail = 'queued' then n.mail_to end, mail_error = coalesce(o.error, n.mail_error)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as o ("userId" uuid, id uuid, mail text, error text)
    where n.user_id = o."userId" and n.id = o.id and n.mail = 'queued'
  `.execute(db)
}

type Row = Omit<Copy, 'subject' | 'schoolName'> & {
  readonly userId: string
  readonly kind: NotificationKind
  readonly portal: Me['portal']
  readonly language: Language
  readonly subject: string
  readonly schoolName: string | null
  readonly schoolNameEn: string | null
  /** Null where nothing was ever chosen. */
  readonly groups: readonly string[] | null
  /** The account was disabled since. */
  readonly gone: boolean
}

/** Those still to be sent, with their reader as he or she is now. */
async function listQueued(db: Services['db'], keys: readonly CopyKey[]) {
  const { rows } = await sql<Row>`
    select n.user_id, n.id, n.kind, n.params, n.school_id as school, n.subject, u.name, u.portal, u.language, u.disabled_at is not null as gone,
      coalesce(n.mail_to, s.email, '') as email, s.mail as groups, sc.name as school_name,
      sc.name_en as school_name_en
    from notifications n
    join unnest(${keys.map(({ userId }) => userId)}::uuid[], ${keys.map(({ id }) => id)}::uuid[]) as k (user_id, id)
      on k.user_id = n.user_id and k.id = n.id
    join users u on u.id = n.user_id
    left join notification_settings s on s.user_id = n.user_id
    left join schools sc on sc.id = n.school_id
    where n.mail = 'queued'
  `.execute(db)
  return rows.map(({ userId, subject, schoolName, schoolNameEn, groups, gone, ...row }) => ({
    key: { userId, id: row.id },
    wanted:
      !gone && row.email !== '' && [ALWAYS_COPIED, ...(groups ?? [])].includes(NOTIFICATION_KINDS[row.kind]),
    copy: {
      ...row,
      subject: topicFrom(subject),
      schoolName: row.language === 'en' ? schoolNameEn : schoolName,
    },
  }))
}
