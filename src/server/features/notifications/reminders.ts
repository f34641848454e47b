import { type Expression, type SqlBool, sql } from 'kysely'
import type { NotificationKind } from '../../../domain/notification.ts'
import { answerReminder, daysToRemind, invitationReminder } from '../../../domain/reminder.ts'
import { inTransaction, type Tx } from '../../db/database.ts'
import type { Services } from '../../services/services.ts'
import { type Message, tellAll } from './tell.ts'

const AT_ONCE = 500

type Key = { readonly schoolId: string; readonly id: string }
type Due = Key & { readonly message: Message }
/** The next of what is due, in the order of their keys, `limit` at most. */
type Batch = (tx: Tx, after: Key | null, limit: number) => Promise<Due[]>

/**
 * Reminds people of what ends soon: of each step once, by its `dedupe`, however often and on however many instances
 * this runs. Nothing depends on its having run.
 */
export async function remind({ db, jobs, now }: Pick<Services, 'db' | 'jobs' | 'now'>): Promise<number> {
  const at = now()
  let told = 0
  for (const batch of batchesAt(at)) {
    let last: Key | null = null
    do {
      const due: Due[] = await inTransaction(db, async (tx) => {
        const some = await batch(tx, last, AT_ONCE)
        const messages = some.map(({ schoolId: school, message }) => ({ ...message, school }))
        await tellAll(tx, jobs, messages, at)
        return some
      })
      told += due.length
      last = due.length < AT_ONCE ? null : due.at(-1)!
    } while (last)
  }
  return told
}

/** By the day on which something ends: all that does has the same step. */
const batchesAt = (at: Date): Batch[] =>
  daysToRemind(at).flatMap((day) => {
    const invitation = invitationReminder(day, at)
    const answer = answerReminder(day, at)
    return [
      ...(invitation ? [endingInvitations(day, invitation.step, invitation.since)] : []),
      ...(answer ? [answersDue(day, answer.step, answer.since, answer.daysLeft)] : []),
    ]
  })

const beyond = (table: 'i' | 'd', after: Key | null): Expression<SqlBool> =>
  after === null
    ? sql.lit(true)
    : sql`(${sql.table(table)}.school_id, ${sql.table(table)}.id) > (${after.schoolId}, ${after.id}::uuid)`

/** Invitations that a student may still answer; the last terms came before the step began. */
const endingInvitations =
  (day: string, hours: 2 | 24 | 48, since: Date): Batch =>
  async (tx, after, limit) => {
    const dedupe = sql<string>`${`ends-${hours}h:`} || i.id || ':' || i.version`
    const rows = await tx
      .selectFrom('invitations as i')
      .innerJoin('employers as e', 'e.id', 'i.employerId')
      .leftJoin('invitationRevisions as r', (on) =>
        on
          .onRef('r.schoolId', '=', 'i.schoolId')
          .onRef('r.invitationId', '=', 'i.id')
          .on('r.termsVersion', '=', sql`i.terms_version - 1`),
      )
      .leftJoin('placements as p', (on) =>
        on.onRef('p.schoolId', '=', 'i.schoolId').onRef('p.studentId', '=', 'i.studentId'),
      )
      .where('i.status', '=', 'pending')
      .where('i.respondBy', '=', day)
      .where('p.studentId', 'is', null)
      .where(sql<Date>`coalesce(r.replaced_at, i.sent_at)`, '<=', since)
      // Looked up one by one: planned as a join it may read everybody's reminders for each.
      .where(
        sql<boolean>`(select n.id from notifications n where n.dedupe = ${dedupe} and n.user_id = any (array(
          select u.id from users u where u.school_id = i.school_id and u.student_id = i.student_id)) limit 1) is null`,
      )
      .where(beyond('i', after))
      .select(['i.schoolId', 'i.id', 'i.studentId', 'e.name as employer', dedupe.as('dedupe')])
      .orderBy('i.schoolId')
      .orderBy('i.id')
      .limit(limit)
      .execute()
    const kind: NotificationKind = `invitation.ends-${hours}h`
    return rows.map(({ schoolId, id, studentId, employer, dedupe: once }) => ({
      schoolId,
      id,
      message: {
        kind,
        to: { studentId },
        subject: `invitation:${id}`,
        params: { employer, day },
        dedupe: once,
      },
    }))
  }

/** Requests to dissolve that wait for an answer and were made before the step began. */
const answersDue =
  (day: string, days: 1 | 3, since: Date, daysLeft: number): Batch =>
  async (tx, after, limit) => {
    const dedupe = sql<string>`${`answer-due-${days}:`} || d.id || ':' || d.version`
    const rows = await tx
      .selectFrom('dissolutions as d')
      .innerJoin('agreements as a', (on) =>
        on.onRef('a.schoolId', '=', 'd.schoolId').onRef('a.id', '=', 'd.agreementId'),
      )
      .where('d.status', '=', 'awaiting_counterparty')
      .where('d.answerBy', '=', day)
      .where('d.askedAt', '<', since)
      .where(beyond('d', after))
      .select(['d.schoolId', 'd.id', 'd.studentId', 'd.employerId', 'd.waitingFor', 'a.number'])
      .select(dedupe.as('dedupe'))
      .orderBy('d.schoolId')
      .orderBy('d.id')
      .limit(limit)
      .execute()
    return rows.map(({ schoolId, id, studentId, employerId, waitingFor, number, dedupe: once }) => ({
      schoolId,
      id,
      message: {
        kind: 'dissolution.answer-due' as const,
        to: waitingFor === 'student' ? { studentId } : { employerId: employerId! },
        subject: `dissolution:${id}`,
        params: { number, days: String(daysLeft) },
        dedupe: once,
      },
    }))
  }
