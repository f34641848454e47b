import { sql } from 'kysely'
import { subjectOf } from '../../../domain/case.ts'
import { ALWAYS_COPIED, type Message, NOTIFICATION_KINDS } from '../../../domain/notification.ts'
import type { Tx } from '../../db/database.ts'
import { formsOf, prepared, type Slots } from '../../db/prepared.ts'
import type { Jobs } from '../../services/jobs.ts'
import { enqueueMessages, messagesAbout } from '../messages/queueing.ts'

/** What was put into an inbox, and what goes out beside it. */
type Told =
  | { readonly way: 'inbox'; readonly userId: string; readonly id: string; readonly mail: string | null }
  | { readonly way: 'message'; readonly schoolId: string; readonly id: string }

/**
 * Puts messages into people's inboxes in the transaction of the act they tell of: one statement for all. Whose account goes
 * meanwhile is waited for, and told nothing.
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
  const [school = null, ...others] = new Set(messages.map((message) => message.school))
  const sent = { rows: JSON.stringify(rows), at, sendsMail: jobs.sendsMail, school }
  const { rows: told } = await tx.executeQuery(
    insertTold(others.length === 0 ? 'of one school' : 'of several')(sent),
  )
  const inInbox = told.filter((one) => one.way === 'inbox')
  if (inInbox.length === 0) return
  jobs.hint(tx, [...new Set(inInbox.map(({ userId }) => userId))])
  const copies = inInbox.filter(({ mail }) => mail === 'queued').map(({ userId, id }) => ({ userId, id }))
  if (copies.length > 0) await jobs.enqueue(tx, 'mail', copies)
  const outgoing = told.filter((one) => one.way === 'message')
  await enqueueMessages(
    tx,
    jobs,
    outgoing.map(({ schoolId, id }) => ({ school: schoolId, id })),
  )
}

type Sent = {
  /** JSON: a list of messages. */
  readonly rows: string
  readonly at: Date
  readonly sendsMail: boolean
  readonly school: string | null
}
const insertTold = formsOf((schools: 'of one school' | 'of several') =>
  prepared(
    (_, { rows, at, sendsMail, school }: Slots<Sent>) => sql<Told>`
    with told as (
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
    for key share of reader
    on conflict (user_id, dedupe) where dedupe is not null do nothing
    returning user_id, id, school_id, kind, at, mail),
    going as (${messagesAbout('told', schools === 'of one school' ? school : null)})
    select 'inbox' as way, user_id, school_id, id, mail from told
    union all select 'message', null, school_id, id, null from going`,
  ),
)
