import { sql } from 'kysely'
import { ANSWERABLE } from '../../../domain/invitation/life.ts'
import { daysToRemind, invitationReminder } from '../../../domain/reminder.ts'
import { type Batch, batchOf } from '../../cases/reminding.ts'
import { statusIn } from '../../db/status-in.ts'

/** Whom to remind at this instant, by the day on which invitations end: all that end then have the same step. */
export const endingInvitations = (at: Date): Batch[] =>
  daysToRemind(at).flatMap((day) => {
    const reminder = invitationReminder(day, at)
    return reminder ? [endingOn(day, reminder.step, reminder.since)] : []
  })

/** Invitations that a student may still answer; the last terms came before the step began. */
const endingOn = (day: string, hours: 2 | 24 | 48, since: Date): Batch => {
  const dedupe = sql<string>`${`ends-${hours}h:`} || i.id || ':' || i.version`
  return batchOf(
    { table: 'i' },
    (tx) =>
      tx
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
        .where(statusIn('i.status', ANSWERABLE))
        .where('i.respondBy', '=', day)
        .where('p.studentId', 'is', null)
        .where(sql<Date>`coalesce(r.replaced_at, i.sent_at)`, '<=', since)
        // Looked up one by one: planned as a join it may read everybody's reminders for each.
        .where(
          sql<boolean>`(select n.id from notifications n where n.dedupe = ${dedupe} and n.user_id = any (array(
            select u.id from users u where u.school_id = i.school_id and u.student_id = i.student_id)) limit 1) is null`,
        )
        .select(['i.schoolId', 'i.id', 'i.studentId', 'e.name as employer', dedupe.as('dedupe')]),
    ({ id, studentId, employer, dedupe: once }) => ({
      kind: `invitation.ends-${hours}h`,
      to: { studentId },
      about: { kind: 'invitation', id },
      params: { employer, day },
      dedupe: once,
    }),
  )
}
