import { sql } from 'kysely'
import { FIXED } from '../../../domain/interview/life.ts'
import { type InterviewHours, interviewsDue } from '../../../domain/interview/reminder.ts'
import { messageOf } from '../../../domain/interview/told.ts'
import { type Batch, batchOf } from '../../cases/reminding.ts'
import { statusIn } from '../../db/status-in.ts'
import { parseInterview, selectInterviews } from './queries.ts'

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
    (tx) =>
      selectInterviews(tx)
        .where(statusIn('i.status', FIXED))
        .where('i.beginsAt', '>', from)
        .where('i.beginsAt', '<=', until)
        // Who has fixed it within the step knows it.
        .where(sql<boolean>`i.changed_at <= i.begins_at - ${hours * MS_PER_HOUR} * interval '1 millisecond'`)
        // Looked up one by one: planned as a join it may read everybody's reminders for each.
        .where(
          sql<boolean>`(select n.id from notifications n where n.dedupe = ${`interview-${hours}h:`} || i.id || ':' || i.slot_id
            and n.user_id = any (array(select u.id from users u where
              ${side === 'student' ? sql`u.school_id = i.school_id and u.student_id = i.student_id` : sql`u.employer_id = i.employer_id`}))
            limit 1) is null`,
        ),
    (row) => {
      const { school: _, ...message } = messageOf(parseInterview(row), `interview.in-${hours}h`, side)
      return { ...message, dedupe: `interview-${hours}h:${row.id}:${row.slotId}` }
    },
  )
