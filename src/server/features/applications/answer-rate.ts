import { sql } from 'kysely'
import { ANSWER_RATE_DAYS, shownRate } from '../../../domain/application/answer-rate.ts'
import { EMPLOYER_READS } from '../../../domain/application/life.ts'
import { addDays, dayInChina } from '../../../domain/day.ts'
import type { Db } from '../../db/database.ts'
import { statusIn } from '../../db/status-in.ts'

/**
 * How many of an employer's applications at a school, whose days for an answer ended within the last year, were answered in
 * those days; null where there are too few to say. What a student took back, or the school ended, before there was an answer
 * counts for neither.
 */
export async function findAnswerRate(db: Db, school: string, employerId: string, at: Date) {
  const today = dayInChina(at)
  const { rows } = await sql<{ n: number; answered: number }>`
    select count(*) as n, count(*) filter (where answered_at < (answer_by + 1)::timestamp at time zone 'Asia/Shanghai') as answered
    from applications
    where school_id = ${school} and employer_id = ${employerId}
      and answer_by between ${addDays(today, -ANSWER_RATE_DAYS)} and ${addDays(today, -1)}
      and (${statusIn('status', EMPLOYER_READS)} or answered_at is not null)`.execute(db)
  return shownRate(rows[0]!)
}
