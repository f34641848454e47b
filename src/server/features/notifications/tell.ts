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
}

/**
 * Puts messages into people's inboxes in the transaction of the act they tell of: one statement for all, and one for what goes out
 * beside it to students. Whose account goes meanwhile is waited for; then the act is refused with `content-changed`, and may be
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
  if (messages.some(({ to }) => 'studentId' in to || 'userId' in to))
    await enqueueMessages(tx, jobs, await insertMessages(tx, told))
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
    cross join lateral (
      select id from users where id = m."userId"
      union all
      select id from users where school_id = m.school and student_id = m."studentId"
      union all
      select id from users where employer_id = m."employerId"
      union all
      select id from users where school_id = m.school and m.level = 'college' and staff_role = 'college_reviewer'
        and college_id = m."collegeId"
      union all
      select id from users where school_id = m.school and m.level = 'school'
        and staff_role in ('school_reviewer', 'administrator')
      union all
      select id from users where school_id = m.school and staff_role = 'administrator' and id <> m."administratorsBut"
    ) u
    join users reader on reader.id = u.id and reader.disabled_at is null
    left join notification_settings s on s.user_id = u.id
    order by m.turn
    on conflict (user_id, dedupe) where dedupe is not null do nothing
    returning user_id, id, school_id, kind, at, mail`,
)
