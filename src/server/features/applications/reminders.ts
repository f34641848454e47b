import { sql } from 'kysely'
import { UNANSWERED } from '../../../domain/application/life.ts'
import { addDays, dayInChina } from '../../../domain/day.ts'
import { type Batch, batchOf } from '../../cases/reminding.ts'
import { statusIn } from '../../db/status-in.ts'

/** So many days the clock may have stood still, and silence is told all the same. */
const DAYS_BACK = 3

/** Whose days for an answer have ended without one: the student is told once that there was silence. */
export const applicationsUnanswered = (at: Date): Batch[] => {
  const today = dayInChina(at)
  const dedupe = sql<string>`'unanswered:' || a.id`
  return [
    batchOf(
      { table: 'a' },
      (tx) =>
        tx
          .selectFrom('applications as a')
          .innerJoin('posts as p', (on) =>
            on.onRef('p.schoolId', '=', 'a.schoolId').onRef('p.id', '=', 'a.postId'),
          )
          .innerJoin('employers as e', 'e.id', 'a.employerId')
          .where(statusIn('a.status', UNANSWERED))
          .where('a.answerBy', '<', today)
          .where('a.answerBy', '>=', addDays(today, -DAYS_BACK))
          // Looked up one by one: planned as a join it may read everybody's reminders for each.
          .where(
            sql<boolean>`(select n.id from notifications n where n.dedupe = ${dedupe} and n.user_id = any (array(
              select u.id from users u where u.school_id = a.school_id and u.student_id = a.student_id)) limit 1) is null`,
          )
          .select(['a.schoolId', 'a.id', 'a.studentId', 'e.name as employer', dedupe.as('dedupe')])
          .select(sql<string>`p.content->>'title'`.as('title')),
      ({ id, studentId, employer, title, dedupe: once }) => ({
        kind: 'application.unanswered',
        to: { studentId },
        about: { kind: 'application', id },
        params: { employer, title },
        dedupe: once,
      }),
    ),
  ]
}
