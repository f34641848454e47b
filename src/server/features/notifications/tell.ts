import { sql } from 'kysely'
import { subjectOf } from '../../../domain/case.ts'
import { ALWAYS_COPIED, type Message, NOTIFICATION_KINDS } from '../../../domain/notification.ts'
import type { Tx } from '../../db/database.ts'
import { prepared, type Slots } from '../../db/prepared.ts'
import type { Jobs } from '../../services/jobs.ts'
import { enqueueMessages, insertMessages } from '../messages/queueing.ts'

/** What was put into an inbox. */
type Told = {
  readonly userId: string
  readonly id: string
  readonly schoolId: string | null
  readonly kind: string
  readonly at: Date
  readonly mail: string | null
  /** Whether its school has a way out for messages. */
  readonly goesOut: boolean
}

/**
 * Puts messages into people's inboxes in the transaction of the act they tell of: one statement for all, and one for what goes out
 * beside it where a school sends messages. Whose account goes meanwhile is waited for; then the act is refused with `content-changed`, and may be
 * tried again.
 */
export async function tell(tx: Tx, jobs: Jobs, messages: readonly Message[], at: Date): Promise<void> {
  if (messages.length === 0) return
  const rows = messages.map(({ to, about, ...message }, turn) => ({
    ...message,
    turn,
    subject: subjectOf(about),
    group: NOTIFICATION_KINDS[message.kind],
    ...to,
  }))
  const { rows: told } = await tx.executeQuery(
    insertTold({ rows: JSON.stringify(rows), at, sendsMail: jobs.sendsMail }),
  )
  if (told.length === 0) return
  jobs.hint(tx, [...new Set(told.map(({ userId }) => userId))])
  const copies = told.filter(({ mail }) => mail === 'queued').map(({ userId, id }) => ({ userId, id }))
  if (copies.length > 0) await jobs.enqueue(tx, 'mail', copies)
  const outgoing = told.filter(({ goesOut }) => goesOut)
  if (outgoing.length > 0) await enqueueMessages(tx, jobs, await insertMessages(tx, outgoing))
}

type Sent = {
  /** JSON: a list of messages. */
  readonly rows: string
  readonly at: Date
  readonly sendsMail: boolean
}
const insertTold = prepared(
  (_, { rows, at, sendsMail }: Slots<Sent>) => sql<Told>`
    insert into notifications (user_id, id, school_id, kind, subject, params, at, dedupe, mail, mail_to)
    select u.id, gen_random_uuid(), m.school, m.kind, m.subject, m.params, ${at}, m.dedupe,
      case when ${sendsMail} and s.email <> '' and (m."group" = any(s.mail) or m."group" = ${ALWAYS_COPIED})
        then 'queued' end,
      case when ${sendsMail} and s.email <> '' and m."group" = ${ALWAYS_COPIED} then s.email end
    from jsonb_to_recordset(${rows}::jsonb) as m (turn integer, school text, kind text, "group" text,
      subject text, params jsonb, dedupe text, "userId" uuid, "studentId" uuid, "employerId" uuid, level text,
      "collegeId" text, "administratorsBut" uuid)
    join users u on u.disabled_at is null and (u.id = m."userId"
      or (u.school_id = m.school and u.student_id = m."studentId")
      or u.employer_id = m."employerId"
      or (u.school_id = m.school and u.college_id = m."collegeId" and u.staff_role = case m.level when 'college' then 'college_reviewer' end)
      or (u.school_id = m.school and u.staff_role = any(case m.level when 'school' then array['school_reviewer', 'administrator'] end))
      or (u.school_id = m.school and u.staff_role = 'administrator' and u.id <> m."administratorsBut"))
    left join notification_settings s on s.user_id = u.id
    order by m.turn
    on conflict (user_id, dedupe) where dedupe is not null do nothing
    returning user_id, id, school_id, kind, at, mail, exists (
      select from message_channels c where c.school_id = notifications.school_id and c.enabled) as goes_out`,
)
