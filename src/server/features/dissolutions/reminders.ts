import { sql } from 'kysely'
import { AWAITED } from '../../../domain/dissolution/life.ts'
import { answerReminder, daysToRemind } from '../../../domain/reminder.ts'
import { type Batch, batchOf } from '../../cases/reminding.ts'
import { statusIn } from '../../db/status-in.ts'

/** Whom to remind at this instant, by the last day to answer: all that end then have the same step. */
export const answersDue = (at: Date): Batch[] =>
  daysToRemind(at).flatMap((day) => {
    const reminder = answerReminder(day, at)
    return reminder ? [dueOn(day, reminder.step, reminder.since, reminder.daysLeft)] : []
  })

/** Requests to dissolve that wait for an answer and were made before the step began. */
const dueOn = (day: string, days: 1 | 3, since: Date, daysLeft: number): Batch =>
  batchOf(
    { table: 'd' },
    (db) =>
      db
        .selectFrom('dissolutions as d')
        .where(statusIn('d.status', AWAITED))
        .where('d.answerBy', '=', day)
        .where('d.askedAt', '<', since),
    (rows, school) =>
      rows
        .innerJoin('agreements as a', (on) =>
          on.on('a.schoolId', '=', school).onRef('a.id', '=', 'd.agreementId'),
        )
        .select(['d.id', 'd.studentId', 'd.employerId', 'd.waitingFor', 'a.number'])
        .select(sql<string>`${`answer-due-${days}:`} || d.id || ':' || d.version`.as('dedupe')),
    ({ id, studentId, employerId, waitingFor, number, dedupe }) => ({
      kind: 'dissolution.answer-due',
      to: waitingFor === 'student' ? { studentId } : { employerId: employerId! },
      about: { kind: 'dissolution', id },
      params: { number, days: String(daysLeft) },
      dedupe,
    }),
  )
