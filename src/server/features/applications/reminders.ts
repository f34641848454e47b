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
      (db) =>
        db
          .selectFrom('applications as a')
          .where(statusIn('a.status', UNANSWERED))
          .where('a.answerBy', '<', today)
          .where('a.answerBy', '>=', addDays(today, -DAYS_BACK)),
      (rows, school) =>
        rows
          .innerJoin('posts as p', (on) => on.on('p.schoolId', '=', school).onRef('p.id', '=', 'a.postId'))
          .innerJoin('employers as e', 'e.id', 'a.employerId')
          .select(['a.id', 'a.studentId', 'e.name as employer', dedupe.as('dedupe')])
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
