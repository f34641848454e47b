import { sql } from 'kysely'
import { AWAITS_SEAL } from '../../../domain/agreement/life.ts'
import { addDays, dayInChina } from '../../../domain/day.ts'
import type { Message } from '../../../domain/notification.ts'
import { answerReminder, daysToRemind } from '../../../domain/reminder.ts'
import { type Batch, beyond } from '../../cases/reminding.ts'
import type { Db } from '../../db/database.ts'
import { statusIn } from '../../db/status-in.ts'
import { readSnapshot } from '../../db/stored.ts'

/** After so many days nobody is told any more: it stands in the school's queue. */
const TOLD_FOR_DAYS = 7

/**
 * Students who have still to say whether they have reported for work, employers who have still to seal, and the school where
 * either was not done in time.
 */
export const agreementsDue = (at: Date): Batch[] => [
  ...daysToRemind(at).flatMap((day) => {
    const reminder = answerReminder(day, at)
    return reminder ? [dueOn(day, reminder.step, reminder.since, reminder.daysLeft)] : []
  }),
  unanswered(at),
  sealsDue(at),
  sealsOverdue(at),
]

const open = (db: Db) =>
  db
    .selectFrom('agreements as a')
    .select(['a.schoolId', 'a.id', 'a.studentId', 'a.employerId', 'a.collegeId', 'a.number', 'a.snapshot'])
    .orderBy('a.schoolId')
    .orderBy('a.id')
const questions = (db: Db) => open(db).where('a.fulfilmentBy', 'is not', null)
const unsealed = (db: Db) => open(db).where(statusIn('a.status', AWAITS_SEAL)).select('a.sealBy')

type Question = Awaited<ReturnType<ReturnType<typeof open>['execute']>>[number]
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

/** A day on which nothing ran costs nobody a step: it is told of for these days, until the next. */
const STEP_FOR_DAYS = 3

/** Employers who have still to seal, at the latest step of their ladder: of each once. */
const sealsDue =
  (at: Date): Batch =>
  async (tx, after, limit) => {
    const today = dayInChina(at)
    const step = sql<string>`(select max(one) from unnest(a.seal_reminders) one where one <= ${today})`
    const rows = await unsealed(tx)
      .where('a.answerBy', '>=', today)
      .where(sql<boolean>`${step} > ${addDays(today, -STEP_FOR_DAYS)}`)
      .where(beyond('a', after))
      .select(sql<string>`'seal-due:' || a.id || ':' || ${step}`.as('dedupe'))
      .limit(limit)
      .execute()
    return rows.map(({ dedupe: once, ...row }) => {
      const told = about(row)
      const message: Message = {
        ...told,
        kind: 'agreement.seal-due',
        to: { employerId: row.employerId! },
        params: { ...told.params, day: row.sealBy! },
        dedupe: once,
      }
      return { schoolId: row.schoolId, id: row.id, message }
    })
  }

/** The school is told once that it decides now. */
const sealsOverdue =
  (at: Date): Batch =>
  async (tx, after, limit) => {
    const today = dayInChina(at)
    const rows = await unsealed(tx)
      .where('a.answerBy', '<', today)
      .where('a.answerBy', '>=', addDays(today, -TOLD_FOR_DAYS))
      .where(beyond('a', after))
      .select(sql<string>`'seal-overdue:' || a.id`.as('dedupe'))
      .limit(limit)
      .execute()
    return rows.map(({ dedupe: once, ...row }) => ({
      schoolId: row.schoolId,
      id: row.id,
      message: {
        ...about(row),
        kind: 'agreement.seal-overdue',
        to: { level: 'school', collegeId: row.collegeId },
        dedupe: once,
      } satisfies Message,
    }))
  }
