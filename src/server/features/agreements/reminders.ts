import { sql } from 'kysely'
import { addDays, dayInChina } from '../../../domain/day.ts'
import type { Message } from '../../../domain/notification.ts'
import { answerReminder, daysToRemind } from '../../../domain/reminder.ts'
import { type Batch, beyond } from '../../cases/reminding.ts'
import type { Db } from '../../db/database.ts'
import { readSnapshot } from '../../db/stored.ts'

/** After so many days nobody is told any more: it stands in the school's queue. */
const TOLD_FOR_DAYS = 7

/** Students who have still to say whether they have reported for work, and the school where none did in time. */
export const fulfilmentsDue = (at: Date): Batch[] => [
  ...daysToRemind(at).flatMap((day) => {
    const reminder = answerReminder(day, at)
    return reminder ? [dueOn(day, reminder.step, reminder.since, reminder.daysLeft)] : []
  }),
  unanswered(at),
]

const questions = (db: Db) =>
  db
    .selectFrom('agreements as a')
    .where('a.fulfilmentBy', 'is not', null)
    .select(['a.schoolId', 'a.id', 'a.studentId', 'a.collegeId', 'a.number', 'a.snapshot'])
    .orderBy('a.schoolId')
    .orderBy('a.id')

type Question = Awaited<ReturnType<ReturnType<typeof questions>['execute']>>[number]
const about = ({ schoolId, id, number, snapshot }: Question) => {
  const { student, employer } = readSnapshot(snapshot)
  return {
    school: schoolId,
    about: { kind: 'agreement' as const, id },
    params: { number, student: student.name, employer: employer.name },
  }
}

/** Those of whom the last day to answer is this one, and who were asked before the step began. */
const dueOn =
  (day: string, days: 1 | 3, since: Date, daysLeft: number): Batch =>
  async (tx, after, limit) => {
    const dedupe = sql<string>`${`fulfilment-due-${days}:`} || a.id || ':' || a.version`
    const rows = await questions(tx)
      .where('a.fulfilmentAnswerBy', '=', day)
      .where('a.waitingSince', '<', since)
      .where(beyond('a', after))
      .select(dedupe.as('dedupe'))
      .limit(limit)
      .execute()
    return rows.map(({ dedupe: once, ...row }) => {
      const told = about(row)
      const message: Message = {
        ...told,
        kind: 'agreement.fulfilment-due',
        to: { studentId: row.studentId },
        params: { ...told.params, days: String(daysLeft) },
        dedupe: once,
      }
      return { schoolId: row.schoolId, id: row.id, message }
    })
  }

/** The school is told once that it decides now. */
const unanswered =
  (at: Date): Batch =>
  async (tx, after, limit) => {
    const today = dayInChina(at)
    const dedupe = sql<string>`'fulfilment-unanswered:' || a.id || ':' || a.version`
    const rows = await questions(tx)
      .where('a.fulfilmentAnswerBy', '<', today)
      .where('a.fulfilmentAnswerBy', '>=', addDays(today, -TOLD_FOR_DAYS))
      .where(beyond('a', after))
      .select(dedupe.as('dedupe'))
      .limit(limit)
      .execute()
    return rows.map(({ dedupe: once, ...row }) => ({
      schoolId: row.schoolId,
      id: row.id,
      message: {
        ...about(row),
        kind: 'agreement.fulfilment-unanswered',
        to: { level: 'school', collegeId: row.collegeId },
        dedupe: once,
      } satisfies Message,
    }))
  }
