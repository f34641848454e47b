import { type RawBuilder, sql } from 'kysely'
import { AWAITS_SEAL } from '../../../domain/agreement/life.ts'
import { addDays, dayInChina } from '../../../domain/day.ts'
import type { Message } from '../../../domain/notification.ts'
import { answerReminder, daysToRemind } from '../../../domain/reminder.ts'
import { type Batch, batchOf } from '../../cases/reminding.ts'
import type { Db } from '../../db/database.ts'
import { statusIn } from '../../db/status-in.ts'
import { readSnapshot } from '../../db/stored.ts'

/** After so many days nobody is told any more: it stands in the school's queue. */
const TOLD_FOR_DAYS = 7
/** A day on which nothing ran costs nobody a step: it is told of for these days, until the next. */
const STEP_FOR_DAYS = 3

/**
 * Students who have still to say whether they have reported for work, employers who have still to seal, and the school where
 * either was not done in time.
 */
export const agreementsDue = (at: Date): Batch[] => [
  ...daysToRemind(at).flatMap((day) => {
    const reminder = answerReminder(day, at)
    return reminder ? [fulfilmentDue(day, reminder.step, reminder.since, reminder.daysLeft)] : []
  }),
  unanswered(at),
  sealsDue(at),
  sealsOverdue(at),
]

const open = (db: Db) =>
  db
    .selectFrom('agreements as a')
    .select(['a.schoolId', 'a.id', 'a.studentId', 'a.employerId', 'a.collegeId', 'a.number', 'a.snapshot'])
    .select('a.sealBy')
const questions = (db: Db) => open(db).where('a.fulfilmentBy', 'is not', null)
const unsealed = (db: Db) => open(db).where(statusIn('a.status', AWAITS_SEAL))

type Open = ReturnType<typeof open>
type Found = Awaited<ReturnType<Open['execute']>>[number]
type Said = Pick<Message, 'kind' | 'to'> & { readonly params?: Message['params'] }

/** `once` tells one telling from another. */
const due = (select: (db: Db) => Open, once: RawBuilder<string>, say: (row: Found) => Said): Batch =>
  batchOf(
    { table: 'a' },
    select,
    (rows) => rows.select(once.as('dedupe')),
    ({ dedupe, ...row }) => {
      const { student, employer } = readSnapshot(row.snapshot)
      const { params, ...said } = say(row)
      return {
        ...said,
        about: { kind: 'agreement', id: row.id },
        params: { number: row.number, student: student.name, employer: employer.name, ...params },
        dedupe,
      }
    },
  )

/** Those of whom the last day to answer is this one, and who were asked before the step began. */
const fulfilmentDue = (day: string, days: 1 | 3, since: Date, daysLeft: number) =>
  due(
    (db) => questions(db).where('a.fulfilmentAnswerBy', '=', day).where('a.waitingSince', '<', since),
    sql`${`fulfilment-due-${days}:`} || a.id || ':' || a.version`,
    ({ studentId }) => ({
      kind: 'agreement.fulfilment-due',
      to: { studentId },
      params: { days: String(daysLeft) },
    }),
  )

/** The school is told once that it decides now. */
const unanswered = (at: Date) =>
  due(
    (db) =>
      questions(db)
        .where('a.fulfilmentAnswerBy', '<', dayInChina(at))
        .where('a.fulfilmentAnswerBy', '>=', addDays(dayInChina(at), -TOLD_FOR_DAYS)),
    sql`'fulfilment-unanswered:' || a.id || ':' || a.version`,
    ({ collegeId }) => ({ kind: 'agreement.fulfilment-unanswered', to: { level: 'school', collegeId } }),
  )

/** Employers who have still to seal, at the latest step of their ladder: of each once. */
const sealsDue = (at: Date) => {
  const today = dayInChina(at)
  const step = sql<string>`(select max(one) from unnest(a.seal_reminders) one where one <= ${today})`
  return due(
    (db) =>
      unsealed(db)
        .where('a.answerBy', '>=', today)
        .where(sql<boolean>`${step} > ${addDays(today, -STEP_FOR_DAYS)}`),
    sql`'seal-due:' || a.id || ':' || ${step}`,
    ({ employerId, sealBy }) => ({
      kind: 'agreement.seal-due',
      to: { employerId: employerId! },
      params: { day: sealBy! },
    }),
  )
}

/** The school is told once that it decides now. */
const sealsOverdue = (at: Date) =>
  due(
    (db) =>
      unsealed(db)
        .where('a.answerBy', '<', dayInChina(at))
        .where('a.answerBy', '>=', addDays(dayInChina(at), -TOLD_FOR_DAYS)),
    sql`'seal-overdue:' || a.id`,
    ({ collegeId }) => ({ kind: 'agreement.seal-overdue', to: { level: 'school', collegeId } }),
  )
