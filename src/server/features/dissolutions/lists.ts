import { sql } from 'kysely'
import { type Day, dayInChina } from '../../../domain/day.ts'
import { AWAITED, type DissolutionStatus, MEDIATED, UNANSWERED } from '../../../domain/dissolution/life.ts'
import type { Side } from '../../../domain/lifecycle.ts'
import type { ReviewLevel } from '../../../domain/review.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db } from '../../db/database.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { statusIn } from '../../db/status-in.ts'
import type { Reading } from '../../http/doing.ts'
import { agreementMatches, type Turn } from '../agreements/lists.ts'
import { findNeighbours, type Place } from '../reviews/neighbours.ts'
import { hasWaitedLong, orderOf, type WithinColleges, withinColleges } from '../reviews/queue.ts'
import { rowOf } from './present.ts'
import { parseDissolution, selectDissolutions } from './queries.ts'

export type DissolutionFilter = WithinColleges & {
  readonly q: string
  readonly status?: DissolutionStatus | undefined
  readonly askedBy?: Side | undefined
  /** Only where it is this side's turn, or the school's, as the employer reads it. */
  readonly turn?: Turn | undefined
  /** Only what waits for this level, oldest first; what is overdue waits for the school. */
  readonly waitingFor?: ReviewLevel | undefined
  readonly waited?: 'long' | undefined
  readonly due?: 'today' | undefined
}
type Of = { readonly school: string; readonly studentId?: string } | { readonly employerId: string }

const isOverdue = (table: string, at: Date) =>
  sql<boolean>`(${statusIn(`${table}.status`, AWAITED)} and ${sql.ref(`${table}.answer_by`)} < ${dayInChina(at)})`

/** Has this status at this instant, in a form that the indexes serve. */
const hasStatus = (status: DissolutionStatus, at: Date) => {
  const asRecorded = statusIn('d.status', [status])
  if (MEDIATED.includes(status)) return sql<boolean>`(${asRecorded} or ${isOverdue('d', at)})`
  return AWAITED.includes(status) ? sql<boolean>`(${asRecorded} and not ${isOverdue('d', at)})` : asRecorded
}

/** The status of the rows of this table as it is at this instant, for counts. */
export const statusAt = (table: string, at: Date) =>
  sql<DissolutionStatus>`case when ${isOverdue(table, at)} then ${MEDIATED[0]} else ${sql.ref(`${table}.status`)} end`

/** Waits for this level: what is overdue waits for the school, whether or not a sweep has been there. */
export const waitsFor = (level: ReviewLevel, table: string, at: Date) => {
  const asRecorded = sql<boolean>`${sql.ref(`${table}.waiting_for`)} = ${level}`
  return level === 'school' ? sql<boolean>`(${asRecorded} or ${isOverdue(table, at)})` : asRecorded
}

/** The other side may still answer, and for the last day. */
export const answerDueOn = (day: Day, table: string) =>
  sql<boolean>`(${statusIn(`${table}.status`, AWAITED)} and ${sql.ref(`${table}.answer_by`)} = ${day})`

/**
 * Of requests that wait for somebody, whose turn it is as the employer reads it: what a student asked is the employer's
 * until it is answered, late too; the school's levels are one.
 */
export const turnForEmployer = (table: string, at: Date) => sql<Turn>`case
  when ${statusIn(`${table}.status`, UNANSWERED)} and ${sql.ref(`${table}.asked_by`)} = 'student' then 'employer'
  when ${isOverdue(table, at)} or ${sql.ref(`${table}.waiting_for`)} = 'college' then 'school'
  else ${sql.ref(`${table}.waiting_for`)} end`

/** Requests of a school, of one student or of an employer across schools, as far as the filter goes. */
function narrowed(db: Db, of: Of, filter: DissolutionFilter, at: Date) {
  let query = selectDissolutions(db)
  query =
    'school' in of
      ? query.where('d.schoolId', '=', of.school)
      : query
          .where('d.employerId', '=', of.employerId)
          .where('a.kind', '=', 'online')
          .modifyEnd(acrossSchools.employers)
  if ('studentId' in of && of.studentId) query = query.where('d.studentId', '=', of.studentId)
  query = query.where(withinColleges('d', filter))
  if (filter.askedBy) query = query.where('d.askedBy', '=', filter.askedBy)
  if (filter.turn)
    query = query.where('d.waitingFor', 'is not', null).where(turnForEmployer('d', at), '=', filter.turn)
  if (filter.status) query = query.where(hasStatus(filter.status, at))
  if (filter.waitingFor) query = query.where(waitsFor(filter.waitingFor, 'd', at))
  if (filter.waited) query = query.where(hasWaitedLong('d', at))
  if (filter.due) query = query.where(answerDueOn(dayInChina(at), 'd'))
  if (filter.q) query = query.where(agreementMatches(filter.q))
  return query
}
const orderBy = ({ waitingFor }: DissolutionFilter) => orderOf('d', waitingFor, 'asked_at')

/** What stands before and after a request of a school in a queue. */
export const findDissolutionNeighbours = (read: Reading, place: Place, filter: DissolutionFilter) =>
  findNeighbours(read, 'dissolutions', place, {
    rows: narrowed(read.db, { school: place.school }, filter, read.acting.at).clearSelect(),
    order: orderBy(filter),
    student: sql<string>`a.snapshot->'student'->>'name'`,
  })

export async function listDissolutions(db: Db, of: Of, filter: DissolutionFilter & Paging, at: Date) {
  const query = narrowed(db, of, filter, at)
  const { by, id, direction } = orderBy(filter)
  const { rows, ...page } = await readPage(
    filter,
    ({ limit, offset }) =>
      query.orderBy(by, direction).orderBy(id, direction).limit(limit).offset(offset).execute(),
    () => query.clearSelect().select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  )
  const items = rows.map((row) => rowOf(parseDissolution(row), at))
  return { items, ...page }
}
