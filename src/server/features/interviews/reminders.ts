import { sql } from 'kysely'
import { FIXED } from '../../../domain/interview/life.ts'
import { type InterviewHours, interviewsDue } from '../../../domain/interview/reminder.ts'
import { messageOf } from '../../../domain/interview/told.ts'
import { type Batch, batchOf } from '../../cases/reminding.ts'
import { statusIn } from '../../db/status-in.ts'
import { interviewRows, parseInterview, withNames } from './queries.ts'

const MS_PER_HOUR = 3_600_000
const SIDES = ['student', 'employer'] as const

/** Whom to remind of an interview at this instant: both sides, once at each step of each time. */
export const interviewsToRemindOf = (at: Date): Batch[] =>
  interviewsDue(at).flatMap((due) => SIDES.map((side) => dueFor(side, due)))

const dueFor = (
  side: (typeof SIDES)[number],
  { hours, from, until }: { readonly hours: InterviewHours; readonly from: Date; readonly until: Date },
): Batch =>
  batchOf(
    { table: 'i' },
    (db) =>
      interviewRows(db)
        .where(statusIn('i.status', FIXED))
        .where('i.beginsAt', '>', from)
        .where('i.beginsAt', '<=', until)
        // Who has fixed it within the step knows it.
        .where(sql<boolean>`i.changed_at <= i.begins_at - ${hours * MS_PER_HOUR} * interval '1 millisecond'`),
    withNames,
    (row) => {
      const { school: _, ...message } = messageOf(parseInterview(row), `interview.in-${hours}h`, side)
      return { ...message, dedupe: `interview-${hours}h:${side}:${row.id}:${row.slotId}` }
    },
  )
