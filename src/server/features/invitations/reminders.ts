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
    (db) =>
      db
        .selectFrom('invitations as i')
        .where(statusIn('i.status', ANSWERABLE))
        .where('i.respondBy', '=', day),
    (rows, school) =>
      rows
        .innerJoin('employers as e', 'e.id', 'i.employerId')
        .leftJoin('invitationRevisions as r', (on) =>
          on
            .on('r.schoolId', '=', school)
            .onRef('r.invitationId', '=', 'i.id')
            .on('r.termsVersion', '=', sql`i.terms_version - 1`),
        )
        .leftJoin('placements as p', (on) =>
          on.on('p.schoolId', '=', school).onRef('p.studentId', '=', 'i.studentId'),
        )
        .where('p.studentId', 'is', null)
        .where(sql<Date>`coalesce(r.replaced_at, i.sent_at)`, '<=', since)
        .select(['i.id', 'i.studentId', 'e.name as employer', dedupe.as('dedupe')]),
    ({ id, studentId, employer, dedupe: once }) => ({
      kind: `invitation.ends-${hours}h`,
      to: { studentId },
      about: { kind: 'invitation', id },
      params: { employer, day },
      dedupe: once,
    }),
  )
}
